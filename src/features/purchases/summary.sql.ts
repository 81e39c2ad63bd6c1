// The purchases of a year month by month, and those of the year before. All of it is answered from the index `purchase_canteen` alone.
import type { FamilyId } from '../../law/families.ts'
import type { Cents } from '../../law/money.ts'
import type { LabelledTraits } from '../../law/purchase.ts'
import type { PurchaseSum } from '../../law/roll-up.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'

/** Purchases of a year that are alike, added up. */
export type KindByMonth = PurchaseSum & {
  readonly family: FamilyId | null
  /** Cents by month, from 1 to 12; those without purchases are absent. */
  readonly months: Readonly<Record<number, Cents>>
}

/** Each month is read as a stretch of the index: working out the month of every purchase, and setting it apart by it, takes twice as long. */
export const kindsByMonth = (db: Queries, canteenId: number, year: number) =>
  db.rows<KindByMonth>(
    `select family, characteristics, origin, short_chain as "shortChain", local,
            sum(cents)::bigint as cents, sum(count)::bigint as count, json_object_agg(month, cents) as months
     from generate_series(1, 12) month cross join lateral (
       select family, characteristics, origin, short_chain, local, sum(price_cents)::bigint as cents, count(*) as count
       from purchase
       where canteen_id = $1 and date >= make_date($2, month, 1) and date < (make_date($2, month, 1) + interval '1 month')::date
         and removal_id is null
       group by family, characteristics, origin, short_chain, local) sums
     group by family, characteristics, origin, short_chain, local`,
    [canteenId, year],
  )

/** Purchases that count alike, added up; where they come from is left aside. */
export type KindSum = LabelledTraits & { readonly cents: Cents }

/** The purchases of a year until a day. */
export const kindsUntil = (db: Queries, canteenId: number, until: IsoDate) =>
  db.rows<KindSum>(
    `select family, characteristics, sum(price_cents)::bigint as cents
     from purchase
     where canteen_id = $1 and date >= date_trunc('year', $2::date)::date and date <= $2::date and removal_id is null
     group by family, characteristics`,
    [canteenId, until],
  )

export type MonthSum = { readonly month: number; readonly cents: Cents }

/** What was bought in a year after a day, by month from 1 to 12. Days are added up first: the index gives them in their order. */
export const monthsAfter = (db: Queries, canteenId: number, after: IsoDate) =>
  db.rows<MonthSum>(
    `select extract(month from date)::integer as month, sum(cents)::bigint as cents
     from (select date, sum(price_cents) as cents
           from purchase
           where canteen_id = $1 and date > $2::date and date < (date_trunc('year', $2::date) + interval '1 year')::date
             and removal_id is null
           group by date) days
     group by 1`,
    [canteenId, after],
  )
