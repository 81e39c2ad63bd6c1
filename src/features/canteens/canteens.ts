// The door of canteens: finding them, who may touch them, creating and changing them with their trail.
import { type CanteenRecord, checkCanteenRecord, type RecordMistake } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { insertCanteens, type NewCanteens, updateCanteens } from './canteen.sql.ts'
import { addMember } from './members.sql.ts'
import { changeRefusals, type RecordChange } from './refusals.ts'
import { changesBetween, tellTrail } from './trail.ts'

export { aboveMine } from './above-mine.ts'
export { currentCanteen, idOf, mayOnCanteen } from './access.ts'
export { archiveCanteens } from './archive.ts'
export {
  CANTEEN,
  type Canteen,
  findByCreationKey as findCanteenMadeWith,
  findByIds,
  findBySiret,
  findBySirets,
  findCanteen,
} from './canteen.sql.ts'
export { type Criteria, readCriteria } from './criteria.ts'
export { factsOf } from './facts.ts'
export { CanteenFrame, type CanteenTab, MY_CANTEENS } from './frame.tsx'
export { JournalTable } from './journal.page.tsx'
export { journalOf } from './journal.ts'
export { mineAfter, namesOfMine } from './list.sql.ts'
export { addMember, findRole, findRoles, listMembers, type Member, ROLES, type Role, roleAllows } from './members.sql.ts'
export { archiveRefusals, changeRefusals, type RecordChange, refusesArchive, refusesChanges } from './refusals.ts'
export { searchQuery } from './search-words.ts'
export { changesBetween, recordOf, streamOf, type TrailWords, tellTrail, trailWords } from './trail.ts'
export { figures, kindWords, listWords, ministryChoices, numberWords, placeWords, roleWords } from './words.ts'

/**
 * Creates canteens that are right (see `checkCanteenRecord`), with their first administrator, and tells their trail.
 * Call it in a transaction. Gives their identifiers, in the order of the records; throws on a mistake or a SIRET already alive.
 */
export async function createCanteens(db: Queries, records: readonly CanteenRecord[], made: NewCanteens): Promise<number[]> {
  for (const record of records) refuseMistakes(checkCanteenRecord(record))
  const ids = await insertCanteens(db, records, made)
  if (made.by !== null) await addMember(db, ids, made.by, 'administrator', made.now)
  await tellTrail(
    db,
    ids.map((canteenId) => ({ canteenId, detail: { source: made.source } })),
    { kind: 'created', by: made.by, now: made.now },
  )
  return ids
}

/** `version` is the one that was read: a canteen changed since is left alone. */
export type CanteenChange = RecordChange & { readonly version: number }

/**
 * Changes canteens and tells their trail; records that say the same are left alone. Call it in a transaction. Gives the identifiers of those
 * that were changed; those that someone else changed since are not among them.
 */
export async function changeCanteens(
  db: Queries,
  changes: readonly CanteenChange[],
  { by, now }: { by: string | null; now: Date },
): Promise<number[]> {
  const real = changes.filter(({ before, record }) => Object.keys(changesBetween(before, record)).length > 0)
  for (const { record } of real) refuseMistakes(checkCanteenRecord(record))
  for (const mistakes of (await changeRefusals(db, real, now)).values()) refuseMistakes(mistakes)
  const changed = new Set(await updateCanteens(db, real, now))
  const told = real
    .filter(({ id }) => changed.has(id))
    .map(({ id, before, record }) => ({ canteenId: id, detail: changesBetween(before, record) }))
  await tellTrail(db, told, { kind: 'changed', by, now })
  return [...changed]
}

/** Callers show mistakes to people first; what comes here wrong is a mistake of ours. */
function refuseMistakes(mistakes: readonly RecordMistake[]) {
  if (mistakes.length > 0) throw new Error(`a wrong record: ${mistakes.map(({ field, code }) => `${field} ${code}`).join(', ')}`)
}
