// What was done to several canteens at once, kept for a while so that it can be taken back.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'

/** One canteen of a batch: the version it was left at, and the record it had. */
export type BatchLine = { readonly id: number; readonly version: number; readonly record: CanteenRecord }
export type Batch = { readonly id: number; readonly kind: 'change' | 'archive'; readonly lines: readonly BatchLine[] }

/** How long a batch can be taken back. */
const KEPT = `interval '7 days'`

export const keepBatch = async (
  db: Queries,
  personId: string,
  kind: Batch['kind'],
  lines: readonly BatchLine[],
  now: Date,
): Promise<number> =>
  (await db.first<{ id: number }>(
    'insert into canteen_batch (person_id, made_at, kind, lines) values ($1, $2, $3, $4) returning id',
    [personId, now, kind, JSON.stringify(lines)],
  ))!.id

/** A batch of this person that can still be taken back: what it was and how many canteens it touched. */
export const findBatch = (db: Queries, personId: string, id: number, now: Date) =>
  db.first<{ id: number; kind: Batch['kind']; count: number }>(
    `select id, kind, jsonb_array_length(lines) as count from canteen_batch
     where id = $1 and person_id = $2 and undone_at is null and made_at > $3::timestamptz - ${KEPT}`,
    [id, personId, now],
  )

/** Marks a batch as taken back and gives it; null when it was already, or is someone else's, or too old. In the transaction that does it. */
export const takeBatch = (db: Queries, personId: string, id: number, now: Date) =>
  db.first<Batch>(
    `update canteen_batch set undone_at = $3
     where id = $1 and person_id = $2 and undone_at is null and made_at > $3::timestamptz - ${KEPT} returning id, kind, lines`,
    [id, personId, now],
  )

export const forgetBatches = (db: Queries, now: Date) =>
  db.run(`delete from canteen_batch where made_at <= $1::timestamptz - ${KEPT}`, [now])
