// The purchases of a canteen as a file: what the import by number reads.
import { familyOf } from '../../law/families.ts'
import type { Queries } from '../../platform/database/database.ts'
import { type RowToWrite, type WrittenType, writeTable } from '../../platform/tables/write-table.ts'
import { type Criteria, type Purchase, purchasesAfter, searchOf } from '../purchases/purchases.ts'
import type { IdRow } from './columns.ts'
import { idFormat } from './formats.ts'

const AT_ONCE = 2000

/** The purchases of a search, canteen by canteen, in the order they came, read as they are written. */
export const exportPurchases = (db: Queries, canteenIds: readonly number[], criteria: Criteria, type: WrittenType) =>
  writeTable(idFormat, rowsOf(db, canteenIds, criteria), type)

async function* rowsOf(db: Queries, canteenIds: readonly number[], criteria: Criteria) {
  for (const canteenId of canteenIds) yield* rows(db, canteenId, criteria)
}

async function* rows(db: Queries, canteenId: number, criteria: Criteria): AsyncGenerator<RowToWrite<IdRow>> {
  const search = await searchOf(db, canteenId, criteria)
  for (let after = 0; ; ) {
    const some = await purchasesAfter(db, canteenId, search, after, AT_ONCE)
    for (const one of some) yield rowOf(one)
    if (some.length < AT_ONCE) return
    after = some.at(-1)!.id
  }
}

/** A family that is not known leaves its cell empty, and comes back as it left. */
const rowOf = ({ family, characteristics, ...purchase }: Purchase): RowToWrite<IdRow> => ({
  ...purchase,
  familyCode: family === null ? null : familyOf(family).purchaseCode,
  labels: characteristics.length === 0 ? null : characteristics,
})
