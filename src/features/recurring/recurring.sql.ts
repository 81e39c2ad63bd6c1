// Every query on purchases that come back and on what was decided of their days.
import type { PurchaseRecord } from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { Recurring, Rhythm } from './schedule.ts'

/** What each day proposes: a purchase without its date. */
export type Model = Omit<PurchaseRecord, 'date'>

export type KeptRecurring = Recurring & {
  readonly id: number
  readonly canteenId: number
  readonly model: Model
  readonly version: number
}

/** A day is the one in Paris. */
const RECURRING = `id, canteen_id as "canteenId", model, every, starts_on as "startsOn", ends_on as "endsOn", paused_on as "pausedOn",
  (ended_at at time zone 'Europe/Paris')::date as "endedOn", (created_at at time zone 'Europe/Paris')::date as "createdOn", version`

/** Those of a canteen, in the order they were made, ended ones last; `most` at most. */
export const listRecurring = (db: Queries, canteenId: number, most: number) =>
  db.rows<KeptRecurring>(
    `select ${RECURRING} from recurring_purchase where canteen_id = $1 order by ended_at is not null, id limit $2`,
    [canteenId, most],
  )

export const findRecurring = (db: Queries, canteenId: number, id: number) =>
  db.first<KeptRecurring>(`select ${RECURRING} from recurring_purchase where canteen_id = $1 and id = $2`, [canteenId, id])

/** Those of a canteen that may propose something. They cannot be changed before the end of the transaction. */
export const lockUnderWay = (db: Queries, canteenId: number) =>
  db.rows<KeptRecurring>(
    `select ${RECURRING} from recurring_purchase where canteen_id = $1 and ended_at is null order by id for update`,
    [canteenId],
  )

type NewRecurring = {
  readonly canteenId: number
  readonly key: string
  readonly model: Model
  readonly every: Rhythm
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly by: string | null
  readonly now: Date
}

/** Gives its identifier, or null when this form was sent before. */
export const insertRecurring = async (db: Queries, made: NewRecurring) =>
  (
    await db.first<{ id: number }>(
      `insert into recurring_purchase (canteen_id, creation_key, model, every, starts_on, ends_on, created_by, created_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict (creation_key) do nothing returning id`,
      [made.canteenId, made.key, JSON.stringify(made.model), made.every, made.startsOn, made.endsOn, made.by, made.now],
    )
  )?.id ?? null

/** How many a canteen has under way. */
export const countUnderWay = async (db: Queries, canteenId: number) =>
  (await db.first<{ n: number }>('select count(*) as n from recurring_purchase where canteen_id = $1 and ended_at is null', [
    canteenId,
  ]))!.n

/** Overwrites one that nobody changed since `version` was read; gives whether it was written. */
export const updateRecurring = async (
  db: Queries,
  { id, version }: Pick<KeptRecurring, 'id' | 'version'>,
  { model, endsOn, now }: { model: Model; endsOn: IsoDate; now: Date },
) =>
  (await db.run(
    `update recurring_purchase set model = $3, ends_on = $4, changed_at = $5, version = version + 1
     where id = $1 and version = $2 and ended_at is null`,
    [id, version, JSON.stringify(model), endsOn, now],
  )) === 1

/** Stops, for a while or for good, one that is under way; gives whether it was. */
export const stopRecurring = async (db: Queries, id: number, stop: { pausedOn: IsoDate } | { ended: true }, now: Date) =>
  'ended' in stop
    ? (await db.run('update recurring_purchase set ended_at = $2, changed_at = $2 where id = $1 and ended_at is null', [
        id,
        now,
      ])) === 1
    : (await db.run(
        'update recurring_purchase set paused_on = $2, changed_at = $3 where id = $1 and paused_on is null and ended_at is null',
        [id, stop.pausedOn, now],
      )) === 1

/** Sets it going again; gives whether it had stopped. */
export const resumeRecurring = async (db: Queries, id: number, now: Date) =>
  (await db.run(
    `update recurring_purchase set paused_on = null, ended_at = null, changed_at = $2
     where id = $1 and (paused_on is not null or ended_at is not null)`,
    [id, now],
  )) === 1

/** Takes back the end of one, a pause that it was in included; gives whether it had ended. */
export const restoreRecurring = async (db: Queries, id: number, now: Date) =>
  (await db.run('update recurring_purchase set ended_at = null, changed_at = $2 where id = $1 and ended_at is not null', [
    id,
    now,
  ])) === 1

export type Day = { readonly recurringId: number; readonly day: IsoDate }
export type Outcome = 'added' | 'skipped' | 'paused'

/** Of these, the days that are decided. */
export const decidedDays = (db: Queries, recurringIds: readonly number[]) =>
  db.rows<Day>('select recurring_id as "recurringId", day from recurring_day where recurring_id = any($1)', [recurringIds])

/** Decides days; gives those that were not decided before. */
export const decideDays = (
  db: Queries,
  days: readonly (Day & { readonly outcome: Outcome })[],
  { by, now, batchId }: { by: string | null; now: Date; batchId: string | null },
) =>
  db.rows<Day & { outcome: Outcome }>(
    `insert into recurring_day (recurring_id, day, outcome, batch_id, decided_by, decided_at)
     select recurring_id, day, outcome, $4, $5, $6 from unnest($1::bigint[], $2::date[], $3::text[]) as decided (recurring_id, day, outcome)
     on conflict do nothing returning recurring_id as "recurringId", day, outcome`,
    [days.map((one) => one.recurringId), days.map((one) => one.day), days.map((one) => one.outcome), batchId, by, now],
  )

/** Notes the purchase that each day gave. */
export const notePurchases = (db: Queries, recurringId: number, days: readonly IsoDate[], purchaseIds: readonly number[]) =>
  db.run(
    `update recurring_day set purchase_id = given.id from unnest($2::date[], $3::bigint[]) as given (day, id)
     where recurring_id = $1 and recurring_day.day = given.day`,
    [recurringId, days, purchaseIds],
  )

/** Takes back what was decided together; gives the purchases that it had given, null for days let go by. */
export const undecideDays = (db: Queries, canteenId: number, batchId: string) =>
  db.rows<{ purchaseId: number | null }>(
    `delete from recurring_day using recurring_purchase r
     where r.id = recurring_id and r.canteen_id = $1 and batch_id = $2 returning purchase_id as "purchaseId"`,
    [canteenId, batchId],
  )
