// Putting many satellites where a list says, from today on: into a group, into another one, out of any. And taking it back.
import { dayBefore } from '../../law/days.ts'
import type { Queries } from '../../platform/database/database.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { changeObjections, changePeriods, type Deed, type Names, type PeriodChange } from './change.ts'
import { namesOf, unfitWords } from './link.ts'
import { tellChanges } from './mails.ts'
import { ended, type GroupPeriod, isOn, joined, moved, type Outcome, samePeriods } from './period.ts'
import { type Held, hold, periodsOf } from './periods.sql.ts'
import { firstUsefulDay } from './start.ts'
import { overlapWords } from './words.ts'

/** Null: in no group. */
export type GroupWish = { readonly satelliteId: number; readonly groupId: number | null }

type Plan = { readonly refused: Map<number, string>; readonly changes: PeriodChange[]; readonly names: Names }

/** What the wishes would change, read as it stands. Whether the two sides agree, and fit each other, is the caller's to know. */
async function plan(db: Queries, wishes: readonly GroupWish[], held: ReadonlyMap<number, Held>, now: Date): Promise<Plan> {
  const periods = await periodsOf(
    db,
    wishes.map(({ satelliteId }) => satelliteId),
  )
  const names = namesOf(held, periods)
  const refused = new Map<number, string>()
  const changes: PeriodChange[] = []
  for (const { satelliteId, groupId } of wishes) {
    const before = periods.get(satelliteId) ?? []
    const { periods: after, overlap } = placed(before, groupId, now)
    if (overlap) refused.set(satelliteId, overlapWords(names(satelliteId), names(overlap.groupId), overlap, dayInParis(now)))
    else if (!samePeriods(before, after)) changes.push({ satelliteId, before, after })
  }
  for (const [id, why] of await changeObjections(db, changes)) refused.set(id, why)
  return { refused, changes, names }
}

/** The first group counts from the first day of the year to declare next; a change of group, and its end, from today. */
function placed(periods: readonly GroupPeriod[], groupId: number | null, now: Date): Outcome {
  const today = dayInParis(now)
  const current = periods.find((period) => isOn(period, today))
  if ((current?.groupId ?? null) === groupId) return { periods }
  if (groupId === null) return ended(periods, current!, dayBefore(today))
  if (current) return moved(periods, groupId, today)
  const whole = joined(periods, { groupId, from: firstUsefulDay(now), to: null })
  return whole.overlap ? joined(periods, { groupId, from: today, to: null }) : whole
}

/** Says in French, by satellite, why it cannot be put there: dates that overlap, or what other features object to. Reads only. */
export const regroupRefusals = async (
  db: Queries,
  wishes: readonly GroupWish[],
  now: Date,
): Promise<ReadonlyMap<number, string>> => (await plan(db, wishes, new Map(), now)).refused

/** Where mails lead back to, and who acts; the other administrators of both sides are told. */
type Act = Deed & { readonly site: string }

/**
 * Puts satellites where the wishes say; those that are there already are left alone. For whoever may do both sides of it: ask `regroupRefusals`
 * and the roles first. In a transaction; throws on what does not fit. Gives what was changed, to be taken back.
 */
export async function regroupMany(db: Queries, wishes: readonly GroupWish[], act: Act): Promise<PeriodChange[]> {
  if (wishes.length === 0) return []
  const groupIds = [...new Set(wishes.flatMap(({ groupId }) => groupId ?? []))]
  const held = await hold(
    db,
    groupIds,
    wishes.map(({ satelliteId }) => satelliteId),
  )
  const { refused, changes, names } = await plan(db, wishes, held, act.now)
  const unfit = wishes.flatMap(({ satelliteId, groupId }) =>
    groupId === null ? [] : (unfitWords(held.get(satelliteId), held.get(groupId), true) ?? []),
  )
  const [why] = [...unfit, ...refused.values()]
  if (why !== undefined) throw new Error(`satellites that cannot be put there: ${why}`)
  const changed = await changePeriods(db, changes, names, act)
  await tellChanges(db, changed, names, act)
  return changed
}

/** Gives satellites back the periods they had before these changes, unless something changed since; gives those that were. In a transaction. */
export async function takeBackPeriods(db: Queries, changes: readonly PeriodChange[], act: Act): Promise<number[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ satelliteId }) => satelliteId)
  const groupIds = [...new Set(changes.flatMap(({ before }) => before.map(({ groupId }) => groupId)))]
  const held = await hold(db, groupIds, ids)
  const periods = await periodsOf(db, ids)
  const names = namesOf(held, periods)
  const same = changes
    .filter(({ satelliteId, after }) => samePeriods(periods.get(satelliteId) ?? [], after))
    .map(({ satelliteId, before, after }): PeriodChange => ({ satelliteId, before: after, after: before }))
  const objections = await changeObjections(db, same)
  const back = same.filter(({ satelliteId }) => !objections.has(satelliteId))
  await tellChanges(db, await changePeriods(db, back, names, act), names, act)
  return back.map(({ satelliteId }) => satelliteId)
}
