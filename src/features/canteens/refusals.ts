// What other features object to when a canteen changes or is archived: they are on the right, so they come and say it here.
import type { CanteenRecord, RecordMistake } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { Canteen } from './canteen.sql.ts'

/** A record as it was and as it would become. */
export type RecordChange = { readonly id: number; readonly before: CanteenRecord; readonly record: CanteenRecord }

/** Says in French why this canteen cannot be archived, or null. Asked in the transaction that would archive it; add yours when mounted. */
export const refusesArchive: ((db: Queries, canteen: Canteen, now: Date) => Promise<string | null>)[] = []

/** Gives what these changes would break elsewhere, by canteen. Asked in their transaction, for one or for thousands; add yours when mounted. */
export const refusesChanges: ((
  db: Queries,
  changes: readonly RecordChange[],
  now: Date,
) => Promise<ReadonlyMap<number, RecordMistake>>)[] = []

/** Everything that other features object to, in French; empty when the canteen can be archived. */
export async function archiveRefusals(db: Queries, canteen: Canteen, now: Date): Promise<string[]> {
  const answers: string[] = []
  for (const ask of refusesArchive) answers.push(...[await ask(db, canteen, now)].filter((why) => why !== null))
  return answers
}

/** What other features object to, by canteen, to be shown beside the field; canteens without objection are absent. */
export async function changeRefusals(
  db: Queries,
  changes: readonly RecordChange[],
  now: Date,
): Promise<Map<number, RecordMistake[]>> {
  const found = new Map<number, RecordMistake[]>()
  for (const ask of refusesChanges)
    for (const [id, mistake] of await ask(db, changes, now)) found.set(id, [...(found.get(id) ?? []), mistake])
  return found
}
