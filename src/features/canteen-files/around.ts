// What a row says around a record – its group, people for its team – and taking back all that a row did.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { publicUrl } from '../../platform/http/context.ts'
import { idOf, streamOf } from '../canteens/canteens.ts'
import { type GroupWish, regroupMany, takeBackPeriods } from '../groups/groups.ts'
import type { ImportScope, RowChange } from '../imports/imports.ts'
import { inviteMany, type Welcomed, withdrawMany } from '../team/team.ts'
import { touchedSince, trailEnds } from './canteen-files.sql.ts'

type PeriodChange = Awaited<ReturnType<typeof regroupMany>>[number]
type FieldChanges = { readonly [Field in keyof CanteenRecord]?: readonly [before: unknown, after: unknown] }

/** What is kept of a row to take it back: how far the trail of its canteen went, and what was done to it. */
export type Done = {
  readonly entries: number
  readonly fields?: FieldChanges
  readonly periods?: PeriodChange
  readonly team?: Welcomed
  /** No one administered the canteen before. */
  readonly hadNone?: true
}

/** A row that was written: the canteen that it is about, and what has been done of it so far. */
export type Written = {
  readonly row: number
  readonly canteenId: number
  readonly outcome: 'created' | 'changed' | 'unchanged'
  readonly managers: readonly string[]
  readonly done: Omit<Done, 'entries'>
}

export const canteenIdOf = ({ subject }: RowChange) => idOf(subject.slice(streamOf(0).length - 1))!

const actOf = ({ platform, person, now }: ImportScope) => ({
  by: person?.id ?? null,
  now,
  site: publicUrl(platform.config),
  // Files are taken back from their own page: the deed only needs a name of its own.
  deed: Buffer.from(platform.randomBytes(12)).toString('hex'),
})

type Finishing = {
  /** No mail leaves to those who are put in teams. */
  readonly silent?: boolean
  /** Tells more of the canteens whose team or group changed. */
  readonly tell?: (canteenIds: ReadonlySet<number>) => Promise<void>
}

/** Puts canteens in their groups and people in their teams, then gives all that the rows did. */
export async function finish(
  scope: ImportScope,
  rows: readonly Written[],
  wishes: readonly GroupWish[],
  { silent = false, tell }: Finishing = {},
): Promise<RowChange[]> {
  const { db, person, now } = scope
  const act = actOf(scope)
  const periods = new Map((await regroupMany(db, wishes, act)).map((change) => [change.satelliteId, change]))
  const invited = rows.flatMap(({ canteenId, managers }) =>
    managers.map((email) => ({ canteenId, email, role: 'administrator' as const })),
  )
  const welcomed = await inviteMany(db, invited, { by: person, now, url: act.site, silent })
  const teams = new Map<number, { invited: Welcomed['invited'][number][]; joined: Welcomed['joined'][number][] }>()
  const teamOf = (id: number) => teams.get(id) ?? teams.set(id, { invited: [], joined: [] }).get(id)!
  for (const { id, canteenId } of welcomed.invited) teamOf(canteenId).invited.push({ id, canteenId })
  for (const one of welcomed.joined) teamOf(one.canteenId).joined.push(one)
  await tell?.(new Set([...periods.keys(), ...teams.keys()]))
  const streams = rows.map(({ canteenId }) => streamOf(canteenId))
  const ends = new Map((await trailEnds(db, streams)).map(({ stream, number }) => [stream, number]))
  return rows.map(({ row, canteenId, outcome, done }) => {
    const [change, team] = [periods.get(canteenId), teams.get(canteenId)]
    const before: Done = {
      entries: ends.get(streamOf(canteenId)) ?? 0,
      ...done,
      ...(change && { periods: change }),
      ...(team && { team }),
    }
    const isTouched = change !== undefined || team !== undefined
    return { row, outcome: outcome === 'unchanged' && isTouched ? 'changed' : outcome, subject: streamOf(canteenId), before }
  })
}

/** Takes back groups and teams where no one did anything since; gives those canteens, with what is left to take back. */
export async function takeBackAround(scope: ImportScope, changes: readonly RowChange[]): Promise<Map<number, Done>> {
  const { db, person, now } = scope
  const all = changes.map((change) => ({ id: canteenIdOf(change), stream: change.subject, done: change.before as Done }))
  const ends = all.map(({ stream, done }) => ({ stream, number: done.entries }))
  const touched = new Set((await touchedSince(db, ends)).map(({ stream }) => stream))
  const left = new Map(all.filter(({ stream }) => !touched.has(stream)).map(({ id, done }) => [id, done]))
  const team: Welcomed = {
    invited: [...left.values()].flatMap(({ team }) => team?.invited ?? []),
    joined: [...left.values()].flatMap(({ team }) => team?.joined ?? []),
  }
  const hadNone = [...left].filter(([, { hadNone }]) => hadNone).map(([id]) => id)
  for (const id of await withdrawMany(db, team, { by: person?.id ?? null, now, hadNone })) left.delete(id)
  const periods = [...left.values()].flatMap(({ periods }) => periods ?? [])
  const back = new Set(await takeBackPeriods(db, periods, actOf(scope)))
  for (const { satelliteId } of periods) if (!back.has(satelliteId)) left.delete(satelliteId)
  return left
}
