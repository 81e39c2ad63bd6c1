// The door of purchases: adding, changing, taking out and bringing back, each with its trail; and the figures of a year.
import { noPractices } from '../../law/practices.ts'
import type { PurchaseRecord } from '../../law/purchase.ts'
import { type RollUp, rollUp } from '../../law/roll-up.ts'
import { evaluate, type Verdict } from '../../law/verdict.ts'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import { type Canteen, factsOf } from '../canteens/canteens.ts'
import { addingPurchases, refuseMistakes } from './many.ts'
import {
  type MadePurchases,
  moveRemoved,
  type NewPurchase,
  type Purchase,
  removePurchases,
  reserveIds,
  restoreRemoval,
  updatePurchase,
  yearSums,
} from './purchase.sql.ts'
import { type Deed, purchasesStream } from './stream.ts'

export { aboveBook } from './above-book.ts'
export { lockRoom } from './attached-file.sql.ts'
export * as purchaseCells from './cells.ts'
export { boughtColumns, purchaseColumns } from './columns.ts'
export { bookAddress, type Criteria, readCriteria } from './criteria.ts'
export { EVERYWHERE, scopeOf } from './everywhere.ts'
export { purchasesAfter } from './list.sql.ts'
export { addingPurchases, takeOutSource } from './many.ts'
export { Moved } from './moved.tsx'
export {
  canteensOfSource,
  findPurchase,
  idsOfSource,
  type MadePurchases,
  type NewPurchase,
  PURCHASE,
  type Purchase,
  type PurchaseSource,
  purchaseYears,
  suppliersOfYear,
} from './purchase.sql.ts'
export { FIELD, purchaseFields, readDay, readPurchase } from './purchase-form.ts'
export { searchOf } from './search.ts'
export { sourceLinks } from './source-links.ts'
export { purchasesStream } from './stream.ts'
export { purchaseTrailWords } from './trail.ts'
export { familyChoices, familyWords, labelChoices, labelWords, originChoices, originWords } from './words.ts'

/**
 * Adds purchases that are right (see `checkPurchase`; a family may be missing in old files only). Call it in a transaction. One trail entry for each
 * canteen, whatever the number of purchases. Gives their identifiers, in their order; throws on a mistake.
 */
export async function addPurchases(db: Queries, rows: readonly NewPurchase[], made: MadePurchases): Promise<number[]> {
  const adding = addingPurchases(db, made)
  const ids = await reserveIds(db, rows.length)
  await adding.add(rows, ids)
  await adding.tell()
  return ids
}

/** Changes a purchase; false when someone changed it since it was read. Call it in a transaction. */
export async function changePurchase(
  db: Queries,
  purchase: Purchase,
  record: PurchaseRecord & { readonly credit: boolean },
  { by, now }: Deed,
): Promise<boolean> {
  refuseMistakes(record, dayInParis(now), record.credit)
  const changes = changesBetween(purchase, record)
  if (Object.keys(changes).length === 0) return true
  if (!(await updatePurchase(db, purchase, record, record.credit, now))) return false
  const detail = { id: purchase.id, ...changes }
  await addToTrail(db, [{ stream: purchasesStream(purchase.canteenId), at: now, actor: by, kind: 'changed', detail }])
  return true
}

/** Names a removal, so that what was taken out together comes back together. */
export const newRemovalId = ({ randomBytes }: Pick<Platform, 'randomBytes'>): string =>
  Buffer.from(randomBytes(16))
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Takes purchases out; `removalId`, drawn by the caller, brings them back. Gives how many. Call it in a transaction. */
export async function takeOut(db: Queries, canteenId: number, ids: readonly number[], removalId: string, { by, now }: Deed) {
  const count = await removePurchases(db, canteenId, ids, removalId, now)
  if (count > 0)
    await addToTrail(db, [
      { stream: purchasesStream(canteenId), at: now, actor: by, kind: 'removed', detail: { count, removalId } },
    ])
  return count
}

/**
 * Takes out purchases that may be added anew, by the invoice or the day that gave them: no page kept open brings them back, neither these nor those
 * that were taken out before. Call it in a transaction.
 */
export async function takeOutForGood(db: Queries, canteenId: number, ids: readonly number[], removalId: string, deed: Deed) {
  await takeOut(db, canteenId, ids, removalId, deed)
  await moveRemoved(db, canteenId, ids, removalId)
}

/** Brings back what was taken out together. Gives how many. Call it in a transaction. */
export async function bringBack(db: Queries, canteenId: number, removalId: string, { by, now }: Deed) {
  const count = await restoreRemoval(db, canteenId, removalId, now)
  if (count > 0)
    await addToTrail(db, [
      { stream: purchasesStream(canteenId), at: now, actor: by, kind: 'restored', detail: { count, removalId } },
    ])
  return count
}

/** The figures of a canteen's year, from its purchases, those of one source left out if asked. Cents. */
export const yearFigures = async (db: Queries, canteenId: number, year: number, without: string | null = null): Promise<RollUp> =>
  rollUp(await yearSums(db, canteenId, year, without), year)

/** What the law says of the purchases of a year. */
export const verdictOf = (canteen: Canteen, { dataYear, total, detailed }: RollUp): Verdict =>
  evaluate({
    canteen: factsOf(canteen),
    dataYear,
    procurement: total.count === 0 ? null : { depth: 'detailed', amounts: detailed },
    practices: noPractices,
  })

function changesBetween(
  before: Purchase,
  after: PurchaseRecord & { readonly credit: boolean },
): Record<string, [unknown, unknown]> {
  const fields = Object.keys(after).filter((field): field is keyof typeof after & keyof Purchase => field in before)
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, [before[field], after[field]]]),
  )
}
