// The purchases of a year and of the one before, month by month.
import type { FamilyId } from '../../law/families.ts'
import type { PurchaseSum } from '../../law/roll-up.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'

/** Purchases of one month that count alike, added up; where they come from is left aside. */
export type MonthSum = PurchaseSum & {
  readonly family: FamilyId | null
  readonly isYearBefore: boolean
  /** 1 to 12. */
  readonly month: number
  /** Bought after the day that the two years are compared on. */
  readonly isLater: boolean
}

/** Answered from the index `purchase_canteen` alone. `until` is a day of the year, `untilBefore` the same day of the year before. */
export const monthSums = (db: Queries, canteenId: number, year: number, until: IsoDate, untilBefore: IsoDate) =>
  db.rows<MonthSum>(
    `select date < make_date($2, 1, 1) as "isYearBefore", extract(month from date)::integer as month,
            date > case when date < make_date($2, 1, 1) then $4::date else $3::date end as "isLater",
            family, characteristics, null as origin, false as "shortChain", false as local, sum(price_cents)::bigint as cents, count(*) as count
     from purchase
     where canteen_id = $1 and date >= make_date($2 - 1, 1, 1) and date < make_date($2 + 1, 1, 1) and removal_id is null
     group by 1, 2, 3, family, characteristics`,
    [canteenId, year, until, untilBefore],
  )
