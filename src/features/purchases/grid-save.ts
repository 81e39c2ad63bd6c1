// Writing what the grid holds: all of its lines, once, and taking them out again.
import type { Database } from '../../platform/database/database.ts'
import { linesOfGo, waitForGo } from './grid.sql.ts'
import { learnFromAll } from './learn.ts'
import type { TypedPurchase } from './purchase-form.ts'
import { addPurchases, idsOfSource, takeOut } from './purchases.ts'
import type { Deed } from './stream.ts'

const GO = /^[\w-]{8,40}$/
export const isGoKey = (key: string): boolean => GO.test(key)
/** What the lines of one go of the grid say that they came by. */
export const sourceOfGo = (key: string): string => `saisie-${key}`

/** Under what name a browser keeps what this person has not saved yet: nobody else who uses it meets it. */
export const draftOf = (canteenId: number, personId: string): string => `saisie-${canteenId}-${personId}`

/** Writes the lines in one go. `already`: this form had made other lines, which stand; nothing is written before the person says so. */
export const saveLines = (
  database: Database,
  canteenId: number,
  key: string,
  lines: readonly TypedPurchase[],
  deed: Deed,
): Promise<'saved' | 'already'> =>
  database.transaction(async (db) => {
    const sourceId = sourceOfGo(key)
    await waitForGo(db, sourceId)
    const known = await linesOfGo(db, canteenId, sourceId)
    if (known.length > 0) return areSame(known, lines) ? 'saved' : 'already'
    await addPurchases(
      db,
      lines.map((line) => ({ ...line, canteenId })),
      { source: 'grid', sourceId, ...deed },
    )
    await learnFromAll(db, canteenId, lines, deed)
    return 'saved'
  })

/** Takes out all that is left of one go; `removalId` brings it back. Gives how many. */
export const takeOutGo = (database: Database, canteenId: number, key: string, removalId: string, deed: Deed) =>
  database.transaction(async (db) => takeOut(db, canteenId, await idsOfSource(db, canteenId, sourceOfGo(key)), removalId, deed))

function areSame(known: readonly TypedPurchase[], lines: readonly TypedPurchase[]): boolean {
  const told = (line: TypedPurchase) =>
    JSON.stringify([
      line.date,
      line.description,
      line.supplier,
      line.priceExclTaxCents,
      line.family,
      line.characteristics,
      line.origin,
      line.shortChain,
      line.local,
      line.localDefinition,
      line.localKm,
      line.credit,
    ])
  return JSON.stringify(known.map(told)) === JSON.stringify(lines.map(told))
}
