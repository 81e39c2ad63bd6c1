// The door of groups: who delivers whom, on a day or in a year, and linking many at once.
import type { Period } from '../../law/campaigns.ts'
import { calendarYear } from '../../law/days.ts'
import type { DataYear, IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { deliveredWithin, type GroupOfDay, groupOn, type Satellite } from './delivered.sql.ts'
import { carryOut, type LinkScope, planLinks, type Wish } from './link.ts'
import { overlaps } from './period.ts'
import { type NamedPeriod, periodsOf } from './periods.sql.ts'
import { firstUsefulDay } from './start.ts'

export { type PeriodChange, refusesGroupChange } from './change.ts'
export type { GroupOfDay, Satellite } from './delivered.sql.ts'
export type { GroupPeriod } from './period.ts'
export type { NamedPeriod } from './periods.sql.ts'
export { type GroupWish, regroupMany, regroupRefusals, takeBackPeriods } from './regroup.ts'

/**
 * Satellites that a group delivers on a day, or in a calendar year, by name; each with its stays, cut to those days. Archived ones are given too,
 * until the day they were archived: they were delivered.
 */
export const satellitesOf = (db: Queries, groupId: number, when: { on: IsoDate } | { year: DataYear }): Promise<Satellite[]> =>
  deliveredWithin(db, groupId, boundsOf(when))

const boundsOf = (when: { on: IsoDate } | { year: DataYear }): Period =>
  'on' in when ? { from: when.on, to: when.on } : calendarYear(when.year)

/** The group that a satellite is in on a day; null when there is none. */
export const groupOf = (db: Queries, satelliteId: number, on: IsoDate): Promise<GroupOfDay | null> => groupOn(db, satelliteId, on)

/** Periods of satellites that have a day in this calendar year, in order, uncut, by satellite; those without any are absent. */
export async function periodsOfYear(
  db: Queries,
  satelliteIds: readonly number[],
  year: DataYear,
): Promise<Map<number, readonly NamedPeriod[]>> {
  const all = await periodsOf(db, satelliteIds)
  const within = [...all].map(([id, periods]) => [id, periods.filter((period) => overlaps(period, calendarYear(year)))] as const)
  return new Map(within.filter(([, periods]) => periods.length > 0))
}

export type Pair = {
  readonly satelliteId: number
  readonly groupId: number
  /** First day; without it, the first day of the year that is to be declared next. */
  readonly from?: IsoDate
}
/** In whose name: null for the operator at the command line. */
export type PairScope = { readonly by: string | null; readonly isStaff: boolean; readonly now: Date }

const wishOf = ({ satelliteId, groupId, from }: Pair, now: Date): Wish => ({
  satelliteId,
  groupId,
  from: from ?? firstUsefulDay(now),
  to: null,
})
const linkScope = ({ by, isStaff, now }: PairScope): LinkScope => ({ by, isStaff, now, mayAsk: false })

/**
 * Says in French, by position in the list, why a pair cannot be linked: one of the two is missing, of another kind, in another group at that
 * time, or not administered by this person (the staff links without). Nobody is asked. Holds what it reads when in a transaction.
 */
export const linkRefusals = async (db: Queries, pairs: readonly Pair[], scope: PairScope): Promise<ReadonlyMap<number, string>> =>
  (
    await planLinks(
      db,
      pairs.map((pair) => wishOf(pair, scope.now)),
      linkScope(scope),
    )
  ).refused

/**
 * Links satellites to groups, in a transaction; pairs that are linked already are left alone. `deed` names what was done, for undoing it. Throws
 * where `linkRefusals` has something to say: show it to people first. Gives the satellites that were linked.
 */
export async function linkMany(db: Queries, pairs: readonly Pair[], scope: PairScope & { deed: string }): Promise<number[]> {
  const wishes = pairs.map((pair) => wishOf(pair, scope.now))
  const plan = await planLinks(db, wishes, linkScope(scope))
  const [refusal] = plan.refused.values()
  if (refusal !== undefined) throw new Error(`a link that is refused: ${refusal}`)
  await carryOut(db, plan, wishes, { ...scope, mails: null })
  return plan.linked.map(({ satelliteId }) => satelliteId)
}
