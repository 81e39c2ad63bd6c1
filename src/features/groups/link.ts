// Putting satellites in a group: at once where one runs both or nobody runs the satellite, otherwise by asking those who run it.

import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { tellTrail } from '../canteens/canteens.ts'
import { changeObjections, changePeriods, type Deed, type Names, type PeriodChange } from './change.ts'
import { type Post, tellChanges, tellRequests, tellStaff } from './mails.ts'
import { joined, samePeriods } from './period.ts'
import { type Held, hold, type NamedPeriod, periodsOf, whoAdministers } from './periods.sql.ts'
import { type Asked, keepRequests } from './requests.sql.ts'
import { overlapWords, quoted } from './words.ts'

export type Wish = {
  readonly satelliteId: number
  readonly groupId: number
  readonly from: IsoDate
  /** Last day; null: without end. */
  readonly to: IsoDate | null
}

/** Who links, and when. */
export type LinkScope = { readonly by: string; readonly now: Date }

/** How each wish would end. `refused` holds French sentences, by position in the list of wishes. */
export type LinkPlan = {
  readonly refused: ReadonlyMap<number, string>
  readonly linked: readonly PeriodChange[]
  readonly unclaimed: readonly PeriodChange[]
  readonly requested: readonly Asked[]
  readonly names: Names
}

/** Works out what the wishes would do, holding both sides. Call it in a transaction. */
export async function planLinks(db: Queries, wishes: readonly Wish[], scope: LinkScope): Promise<LinkPlan> {
  const groupIds = [...new Set(wishes.map(({ groupId }) => groupId))]
  const satelliteIds = [...new Set(wishes.map(({ satelliteId }) => satelliteId))]
  const held = await hold(db, groupIds, satelliteIds)
  const periods = await periodsOf(db, satelliteIds)
  const { mine, unclaimed: withoutAdministrator } = await whoAdministers(db, [...groupIds, ...satelliteIds], scope.by)
  const today = dayInParis(scope.now)
  const names = namesOf(held, periods)
  const plan = { linked: [] as PeriodChange[], unclaimed: [] as PeriodChange[], requested: [] as Asked[] }
  const refused = new Map<number, string>()
  const positions = new Map<number, number>()
  for (const [position, { satelliteId, groupId, from, to }] of wishes.entries()) {
    const satellite = held.get(satelliteId)
    const unfit = unfitWords(satellite, held.get(groupId), mine.has(groupId))
    if (unfit !== null || satellite === undefined) {
      refused.set(position, unfit ?? '')
      continue
    }
    if (positions.has(satelliteId)) {
      refused.set(position, `${quoted(satellite.name)} est deux fois dans la liste.`)
      continue
    }
    positions.set(satelliteId, position)
    const before = periods.get(satelliteId) ?? []
    const { periods: after, overlap } = joined(before, { groupId, from, to })
    if (overlap) refused.set(position, overlapWords(satellite.name, names(overlap.groupId), overlap, today))
    else if (samePeriods(before, after)) continue
    else if (mine.has(satelliteId)) plan.linked.push({ satelliteId, before, after })
    else if (withoutAdministrator.has(satelliteId)) plan.unclaimed.push({ satelliteId, before, after })
    else plan.requested.push({ satelliteId, groupId, from, to, askedOf: 'satellite', state: 'pending' })
  }
  for (const [id, why] of await changeObjections(db, [...plan.linked, ...plan.unclaimed])) refused.set(positions.get(id)!, why)
  return { ...plan, refused, names }
}

/** Names of the canteens that a change meets. */
export function namesOf(held: ReadonlyMap<number, Held>, periods: ReadonlyMap<number, readonly NamedPeriod[]>): Names {
  const groups = new Map([...periods.values()].flat().map(({ groupId, groupName }) => [groupId, groupName]))
  return (id) => held.get(id)?.name ?? groups.get(id) ?? `n° ${id}`
}

/** Why these two cannot go together whatever the dates, in French; null when they can. */
export function unfitWords(satellite: Held | undefined, group: Held | undefined, runsGroup: boolean): string | null {
  if (group === undefined || group.archivedAt !== null) return 'Ce groupe n’existe pas, ou il est archivé.'
  if (group.productionType !== 'groupe')
    return `${quoted(group.name)} n’est pas un groupe : choisissez un groupe de restaurants satellites.`
  if (!runsGroup) return `Vous n’administrez pas le groupe ${quoted(group.name)} : demandez ce rôle à son équipe.`
  if (satellite === undefined || satellite.archivedAt !== null) return 'Ce restaurant n’existe pas, ou il est archivé.'
  return satellite.productionType === 'site_cooked_elsewhere'
    ? null
    : `${quoted(satellite.name)} n’est pas un restaurant satellite : seuls les restaurants livrés par une cuisine entrent dans un groupe.`
}

/** Does what the plan says, in the same transaction: links, requests, trail and mails, to the staff's mailboxes too. */
export async function carryOut(
  db: Queries,
  plan: LinkPlan,
  wishes: readonly Wish[],
  act: Deed & Post & { readonly staff: readonly string[] },
): Promise<void> {
  const { linked, unclaimed, requested, names } = plan
  await changePeriods(db, [...linked, ...unclaimed], names, act)
  const taken = unclaimed.map(({ satelliteId }): Asked => {
    const wish = wishes.find((one) => one.satelliteId === satelliteId)!
    return { ...wish, askedOf: 'satellite', state: 'unclaimed' }
  })
  await keepRequests(db, [...requested, ...taken], act.by, act.now)
  const asked = requested.map((one) => ({ ...one, step: 'asked' as const }))
  await tellRequestTrail(db, asked, names, act)
  await tellChanges(db, linked, names, act)
  await tellRequests(db, requested, names, act)
  await tellStaff(db, act.staff, taken, names, act)
}

type Step = 'asked' | 'declined' | 'withdrawn' | 'expired' | 'confirmed'

/** Tells both sides of a request how it goes on. */
export const tellRequestTrail = (
  db: Queries,
  steps: readonly (Pick<Asked, 'satelliteId' | 'groupId' | 'from' | 'to'> & { step: Step })[],
  names: Names,
  { by, now }: { by: string | null; now: Date },
) =>
  tellTrail(
    db,
    steps.flatMap(({ satelliteId, groupId, from, to, step }) => {
      const detail = {
        step,
        satelliteId,
        groupId,
        from,
        to,
        names: { [satelliteId]: names(satelliteId), [groupId]: names(groupId) },
      }
      return [satelliteId, groupId].map((canteenId) => ({ canteenId, detail }))
    }),
    { kind: 'group-request', by, now },
  )
