// What one person did to several canteens at once.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import { CANTEEN, type Canteen } from './canteen.sql.ts'

/** A canteen, the version it was left at, and the record it had. */
export type BatchLine = { readonly id: number; readonly version: number; readonly before: CanteenRecord }
export type Batch = {
  readonly id: number
  readonly kind: 'change' | 'archive'
  readonly lines: readonly BatchLine[]
  readonly undoneAt: Date | null
}

export const addBatch = async (db: Queries, personId: string, kind: Batch['kind'], lines: readonly BatchLine[], now: Date) =>
  (await db.first<{ id: number }>(
    'insert into canteen_batch (person_id, made_at, kind, lines) values ($1, $2, $3, $4) returning id',
    [personId, now, kind, JSON.stringify(lines)],
  ))!.id

/** What this person did, or null. */
export const findBatch = (db: Queries, personId: string, id: number) =>
  db.first<Batch>('select id, kind, lines, undone_at as "undoneAt" from canteen_batch where person_id = $1 and id = $2', [
    personId,
    id,
  ])

/** Marks it undone, once; false when it was already. */
export const markUndone = async (db: Queries, personId: string, id: number, now: Date) =>
  (await db.run('update canteen_batch set undone_at = $3 where person_id = $1 and id = $2 and undone_at is null', [
    personId,
    id,
    now,
  ])) === 1

export const sweepBatches = (db: Queries, now: Date) =>
  db.run(`delete from canteen_batch where made_at < $1::timestamptz - interval '30 days'`, [now])

/** These canteens, archived ones included, by identifier. */
export const findEvenArchived = async (db: Queries, ids: readonly number[]): Promise<ReadonlyMap<number, Canteen>> =>
  new Map((await db.rows<Canteen>(`select ${CANTEEN} from canteen where id = any($1)`, [ids])).map((one) => [one.id, one]))
