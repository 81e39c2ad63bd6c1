// The door of groups: who delivers whom, on a day or in a year, and putting many where a list says.
import type { Period } from '../../law/campaigns.ts'
import { calendarYear } from '../../law/days.ts'
import type { DataYear, IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { deliveredWithin, type GroupOfDay, groupOn, type Satellite } from './delivered.sql.ts'
import { overlaps } from './period.ts'
import { type NamedPeriod, periodsOf } from './periods.sql.ts'

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
