// What a canteen wrote and bought before, to propose it again.
import type { FamilyId } from '../../law/families.ts'
import type { Characteristic, Origin } from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'

/** Products and suppliers that this canteen wrote lately, the latest first, among its last thousand purchases. */
export const writtenBefore = async (db: Queries, canteenId: number, most: number) =>
  (await db.first<{ descriptions: string[]; suppliers: string[] }>(
    `with latest as (select description, supplier, date, id from purchase
                     where canteen_id = $1 and removal_id is null order by date desc, id desc limit 1000)
     select coalesce((select array_agg(description) from
              (select description from latest group by description order by max(date) desc limit $2) d), '{}') as descriptions,
            coalesce((select array_agg(supplier) from
              (select supplier from latest where supplier is not null group by supplier order by max(date) desc limit $2) s), '{}') as suppliers`,
    [canteenId, most],
  ))!

export type BoughtBefore = {
  readonly description: string
  readonly supplier: string | null
  readonly family: FamilyId
  readonly characteristics: readonly Characteristic[]
  readonly origin: Origin | null
  readonly date: IsoDate
}

/** Enough to meet again what even a large kitchen buys every week, and little enough to be read while one types. */
const LATEST = 5000

/** The latest purchase of each product from each supplier, the latest first, among the last ones that have a family. */
export const boughtBefore = (db: Queries, canteenId: number) =>
  db.rows<BoughtBefore>(
    `with latest as (select description, supplier, family, characteristics, origin, date, id from purchase
                     where canteen_id = $1 and removal_id is null and family is not null order by date desc, id desc limit $2),
          each as (select distinct on (description, supplier) * from latest order by description, supplier, date desc, id desc)
     select description, supplier, family, characteristics, origin, date from each order by date desc, id desc`,
    [canteenId, LATEST],
  )
