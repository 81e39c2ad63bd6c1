// Changing the periods of satellites: asked of whoever may object, written, told in the trail of both sides, kept to be undone.
import type { Queries } from '../../platform/database/database.ts'
import { tellTrail } from '../canteens/canteens.ts'
import { type GroupPeriod, samePeriods } from './period.ts'
import { keepChanges, replacePeriods } from './periods.sql.ts'

/** The periods of one satellite, as they are and as they would be. */
export type PeriodChange = {
  readonly satelliteId: number
  readonly before: readonly GroupPeriod[]
  readonly after: readonly GroupPeriod[]
}

/**
 * Says in French, by satellite, why a change cannot be made now (the group has declared that year…). Asked in the transaction of the change, for
 * one satellite or for thousands; add yours when your feature is mounted.
 */
export const refusesGroupChange: ((db: Queries, changes: readonly PeriodChange[]) => Promise<ReadonlyMap<number, string>>)[] = []

export async function changeObjections(db: Queries, changes: readonly PeriodChange[]): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  for (const ask of refusesGroupChange) for (const [id, why] of await ask(db, changes)) if (!found.has(id)) found.set(id, why)
  return found
}

export type Deed = {
  /** Drawn for each deed: what it did is undone together. */
  readonly deed: string
  /** Identifier of the person; null for the site itself. */
  readonly by: string | null
  readonly now: Date
}

export type Names = (canteenId: number) => string

/**
 * Writes changes that nobody objects to, on satellites that are held, and tells the trail of the satellite and of its groups. Call it in the
 * transaction that holds them. What changes nothing is left alone; gives what was changed.
 */
export async function changePeriods(
  db: Queries,
  changes: readonly PeriodChange[],
  names: Names,
  deed: Deed,
): Promise<PeriodChange[]> {
  const real = changes.filter(({ before, after }) => !samePeriods(before, after))
  const rows = (side: 'before' | 'after', other: 'before' | 'after') =>
    real.flatMap((change) =>
      change[side]
        .filter((period) => !change[other].some((one) => samePeriods([one], [period])))
        .map(({ groupId, from, to }) => ({ satellite: change.satelliteId, groupId, from, to })),
    )
  await replacePeriods(db, rows('before', 'after'), rows('after', 'before'))
  await keepChanges(
    db,
    real.map(({ satelliteId, before, after }) => ({ satelliteId, before: before.map(plain), after: after.map(plain) })),
    deed,
  )
  const told = real.flatMap((change) => {
    const detail = detailOf(change, names)
    return [change.satelliteId, ...touchedGroups(change)].map((canteenId) => ({ canteenId, detail }))
  })
  await tellTrail(db, told, { kind: 'group-periods', by: deed.by, now: deed.now })
  return real
}

/** Groups where the change adds or takes days. */
export function touchedGroups({ before, after }: PeriodChange): number[] {
  const mine = (periods: readonly GroupPeriod[], groupId: number) => periods.filter((period) => period.groupId === groupId)
  return [...new Set([...before, ...after].map(({ groupId }) => groupId))].filter(
    (groupId) => !samePeriods(mine(before, groupId), mine(after, groupId)),
  )
}

const plain = ({ groupId, from, to }: GroupPeriod): GroupPeriod => ({ groupId, from, to })

/** What the trail keeps: identifiers, dates, and the names that canteens had that day. */
function detailOf(change: PeriodChange, names: Names) {
  const { satelliteId, before, after } = change
  const ids = [satelliteId, ...touchedGroups(change)]
  return {
    satelliteId,
    before: before.map(plain),
    after: after.map(plain),
    names: Object.fromEntries(ids.map((id) => [id, names(id)])),
  }
}
