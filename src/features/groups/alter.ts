// Changing the periods of one satellite: another kitchen, other dates, an end, a mistake taken back; and undoing any of it.
import type { Stay } from '../../law/days.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { changeObjections, changePeriods, type Deed, type Names, type PeriodChange } from './change.ts'
import { namesOf, tellRequestTrail, unfitWords } from './link.ts'
import { type Post, tellChanges, tellRequests } from './mails.ts'
import { corrected, type GroupPeriod, gainsAndLosses, moved, type Outcome, removed, samePeriods } from './period.ts'
import { changesOf, type Held, hold, markUndone, periodsOf, whoAdministers } from './periods.sql.ts'
import { takeBackPeriods } from './regroup.ts'
import { type Asked, keepRequests, type Side } from './requests.sql.ts'
import { overlapWords, quoted } from './words.ts'

/** Who does it, and from where mails lead back. */
export type Act = Deed & Post

/** `refused` says why in French; `asked`: the other side has to agree first; `done`: it is so, or was already. */
export type Answer =
  | { readonly refused: string; readonly end?: never }
  | { readonly refused?: never; readonly end: 'done' | 'asked' | 'unchanged' }

type HeldOne = {
  readonly held: ReadonlyMap<number, Held>
  readonly periods: readonly GroupPeriod[]
  readonly names: Names
  readonly mine: ReadonlySet<number>
}

/** The satellite for a change, with the names around it and which of these canteens this person administers. */
async function holdOne(db: Queries, satelliteId: number, groupIds: readonly number[], by: string | null): Promise<HeldOne> {
  const held = await hold(db, groupIds, [satelliteId])
  const all = await periodsOf(db, [satelliteId])
  const { mine } = await whoAdministers(db, [satelliteId, ...groupIds], by)
  const archived = [...held.values()].filter(({ archivedAt }) => archivedAt !== null)
  const names = namesOf(held, all)
  if (archived.length > 0) throw new Refusal(`${quoted(archived[0]!.name)} est archivé : restaurez-le d’abord.`)
  return { held, periods: all.get(satelliteId) ?? [], names, mine }
}

/** Why nothing was written, in French. Thrown so that the transaction takes back what was begun. */
export class Refusal extends Error {}

/** Runs the deed in one transaction; a refusal leaves nothing behind. */
export async function settle(
  transaction: (work: (db: Queries) => Promise<Answer>) => Promise<Answer>,
  work: (db: Queries) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await transaction(work)
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message }
    throw error
  }
}

/** The periods that result; refuses where another group stands in the way. */
export function periodsOrRefusal({ periods, overlap }: Outcome, satelliteName: string, names: Names, now: Date) {
  if (overlap) throw new Refusal(overlapWords(satelliteName, names(overlap.groupId), overlap, dayInParis(now)))
  return periods
}

/** Writes one change that is agreed on, and tells everyone. */
export async function applyChange(db: Queries, change: PeriodChange, names: Names, act: Act): Promise<Answer> {
  if (samePeriods(change.before, change.after)) return { end: 'unchanged' }
  const why = (await changeObjections(db, [change])).get(change.satelliteId)
  if (why !== undefined) throw new Refusal(why)
  await tellChanges(db, await changePeriods(db, [change], names, act), names, act)
  return { end: 'done' }
}

/** Asks the other side, and says so in the trail. */
async function ask(db: Queries, asked: Asked, names: Names, act: Act): Promise<Answer> {
  await keepRequests(db, [asked], act.by, act.now)
  await tellRequestTrail(db, [{ ...asked, step: 'asked' }], names, act)
  await tellRequests(db, [asked], names, act)
  return { end: 'asked' }
}

/**
 * From that day on, the satellite is delivered by this group: the period under way ends the day before. For administrators of the satellite; at once
 * when they administer the group too, otherwise its administrators are asked.
 */
export async function moveSatellite(db: Queries, satelliteId: number, groupId: number, from: IsoDate, act: Act): Promise<Answer> {
  const { held, periods, names, mine } = await holdOne(db, satelliteId, [groupId], act.by)
  const unfit = unfitWords(held.get(satelliteId), held.get(groupId), true)
  if (unfit !== null) throw new Refusal(unfit)
  if (!mine.has(satelliteId)) throw new Refusal('Il faut administrer cette cantine pour la changer de groupe.')
  const after = periodsOrRefusal(moved(periods, groupId, from), names(satelliteId), names, act.now)
  if (mine.has(groupId)) return applyChange(db, { satelliteId, before: periods, after }, names, act)
  if (samePeriods(periods, after)) return { end: 'unchanged' }
  const { unclaimed } = await whoAdministers(db, [groupId], null)
  if (unclaimed.has(groupId))
    throw new Refusal(`Personne n’administre encore le groupe ${quoted(names(groupId))} : qui le fera pourra vous accueillir.`)
  return ask(db, { satelliteId, groupId, from, to: null, askedOf: 'group', state: 'pending' }, names, act)
}

/**
 * Gives a period other dates. Either side may take days away at once; adding days needs both, so that the other side is asked when one does not
 * administer it.
 */
export async function correctPeriod(
  db: Queries,
  satelliteId: number,
  period: GroupPeriod,
  dates: Stay,
  act: Act,
): Promise<Answer> {
  const { periods, names, mine } = await holdOne(db, satelliteId, [period.groupId], act.by)
  const known = knownOrRefusal(periods, period)
  const side: Side = mine.has(satelliteId) ? 'satellite' : 'group'
  if (!mine.has(satelliteId) && !mine.has(period.groupId)) throw new Refusal('Il faut administrer cette cantine ou son groupe.')
  const after = periodsOrRefusal(corrected(periods, known, dates), names(satelliteId), names, act.now)
  const both = mine.has(satelliteId) && mine.has(period.groupId)
  if (both || gainsAndLosses(periods, after).gained.length === 0)
    return applyChange(db, { satelliteId, before: periods, after }, names, act)
  const kept = intersection(known, dates)
  if (kept === null)
    throw new Refusal(
      'Ces dates n’ont aucun jour commun avec les précédentes : retirez cette période, puis demandez-en une nouvelle.',
    )
  const shorter = corrected(periods, known, kept).periods ?? periods
  await applyChange(db, { satelliteId, before: periods, after: shorter }, names, act)
  const askedOf = side === 'satellite' ? 'group' : 'satellite'
  return ask(db, { satelliteId, groupId: period.groupId, ...dates, askedOf, state: 'pending' }, names, act)
}

/** Takes a period out as if it never was. For administrators of either side. */
export async function removePeriod(db: Queries, satelliteId: number, period: GroupPeriod, act: Act): Promise<Answer> {
  const { periods, names, mine } = await holdOne(db, satelliteId, [period.groupId], act.by)
  if (!mine.has(satelliteId) && !mine.has(period.groupId)) throw new Refusal('Il faut administrer cette cantine ou son groupe.')
  const after = removed(periods, knownOrRefusal(periods, period))
  return applyChange(db, { satelliteId, before: periods, after }, names, act)
}

function knownOrRefusal(periods: readonly GroupPeriod[], period: GroupPeriod): GroupPeriod {
  const known = periods.find((one) => samePeriods([one], [period]))
  if (!known) throw new Refusal('Ces dates ont changé entre-temps : relisez-les, puis recommencez.')
  return known
}

function intersection(one: Stay, other: Stay): Stay | null {
  const from = one.from > other.from ? one.from : other.from
  const ends = [one.to, other.to].filter((to) => to !== null).sort()
  const to = ends[0] ?? null
  return to !== null && to < from ? null : { from, to }
}

/** Time to change one's mind from the notice. */
const DAY = 86_400_000

/** Undoes a deed of this person, of the last day, as long as nothing was changed since. */
export async function undoDeed(db: Queries, deed: string, act: Act & { by: string }): Promise<Answer> {
  const changes = await changesOf(db, deed, act.by, new Date(act.now.getTime() - DAY))
  if (changes.length === 0) return { end: 'unchanged' }
  const back = await takeBackPeriods(db, changes, act)
  if (back.length < changes.length)
    throw new Refusal('Ces dates ont changé depuis, ou ne peuvent plus être changées : corrigez-les plutôt à la main.')
  await markUndone(db, deed, act.now)
  return { end: 'done' }
}
