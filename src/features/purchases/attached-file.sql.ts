// Every query on the files attached to purchases.
import type { Queries } from '../../platform/database/database.ts'
import type { FileType } from './attached-file-type.ts'

/** A file as it is listed; its content is read apart. */
export type AttachedFile = { readonly id: number; readonly name: string; readonly type: FileType; readonly size: number }

type NewFile = {
  readonly canteenId: number
  readonly bytes: Uint8Array
  readonly digest: Uint8Array
  readonly type: FileType
  readonly name: string
  readonly by: string | null
  readonly now: Date
}

const FILE = 'id, name, type, size'

/** Keeps a file, used by no purchase yet; the one that is there when this canteen has it already. */
export const insertFile = async (db: Queries, { canteenId, bytes, digest, type, name, by, now }: NewFile) =>
  (await db.first<AttachedFile>(
    `insert into attached_file (canteen_id, content, size, type, name, digest, added_by, added_at, unused_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (canteen_id, digest) do update set
       unused_since = case when attached_file.unused_since is null then null else $8 end,
       added_at = case when attached_file.unused_since is null then attached_file.added_at else $8 end
     returning ${FILE}`,
    [canteenId, bytes, bytes.length, type, name, digest, by, now],
  ))!

export const findAttachedFile = (db: Queries, canteenId: number, id: number) =>
  db.first<AttachedFile>(`select ${FILE} from attached_file where canteen_id = $1 and id = $2`, [canteenId, id])

export const findByDigest = (db: Queries, canteenId: number, digest: Uint8Array) =>
  db.first<AttachedFile>(`select ${FILE} from attached_file where canteen_id = $1 and digest = $2`, [canteenId, digest])

export const readContent = (db: Queries, canteenId: number, id: number) =>
  db.first<AttachedFile & { content: Buffer }>(`select ${FILE}, content from attached_file where canteen_id = $1 and id = $2`, [
    canteenId,
    id,
  ])

/** Came since then with a form that is not saved yet: no purchase has ever held it. */
const WAITS = 'unused_since = added_at and added_at > $2'

const HELD_BY_NONE = 'not exists (select from purchase_attached_file where file_id = id)'

/** Keeps others from taking the same room for the files of a canteen, until the end of the transaction. */
export const lockRoom = (db: Queries, canteenId: number) =>
  db.run('select from canteen where id = $1 for no key update', [canteenId])

/** Bytes that a canteen keeps: those that its purchases hold or that wait for theirs since `waiting` or later, and all. */
export const bytesKept = async (db: Queries, canteenId: number, waiting: Date) =>
  (await db.first<{ wanted: number; all: number }>(
    `select coalesce(sum(size) filter (where unused_since is null or ${WAITS}), 0)::bigint as wanted, coalesce(sum(size), 0)::bigint as all
     from attached_file where canteen_id = $1`,
    [canteenId, waiting],
  ))!

/** The file of each of these purchases; those without one are absent. */
export async function filesOf(db: Queries, purchaseIds: readonly number[]): Promise<Map<number, AttachedFile>> {
  const rows = await db.rows<AttachedFile & { purchaseId: number }>(
    `select purchase_id as "purchaseId", ${FILE} from purchase_attached_file join attached_file on id = file_id where purchase_id = any($1)`,
    [purchaseIds],
  )
  return new Map(rows.map(({ purchaseId, ...file }) => [purchaseId, file]))
}

/** Gives this file to purchases that have no other one. */
export const giveFile = (db: Queries, purchaseIds: readonly number[], fileId: number) =>
  db.run(
    `insert into purchase_attached_file (purchase_id, file_id) select unnest($1::bigint[]), $2
     on conflict (purchase_id) do update set file_id = excluded.file_id`,
    [purchaseIds, fileId],
  )

/** Gives this file to those of these purchases of the book that have none; gives how many. */
export const giveFileToBare = (db: Queries, canteenId: number, purchaseIds: readonly number[], fileId: number) =>
  db.run(
    `insert into purchase_attached_file (purchase_id, file_id)
     select id, $3 from purchase where canteen_id = $1 and id = any($2) and removal_id is null on conflict do nothing`,
    [canteenId, purchaseIds, fileId],
  )

/** Gives how many purchases held it. */
export const takeFileOffAll = (db: Queries, fileId: number) =>
  db.run('delete from purchase_attached_file where file_id = $1', [fileId])

export const takeFile = (db: Queries, purchaseId: number) =>
  db.run('delete from purchase_attached_file where purchase_id = $1', [purchaseId])

/** Notes which of these files no purchase holds any more. */
export const noteUse = (db: Queries, fileIds: readonly number[], now: Date) =>
  db.run(
    `update attached_file set unused_since =
       case when exists (select from purchase_attached_file where file_id = id) then null else coalesce(unused_since, $2) end
     where id = any($1)`,
    [fileIds, now],
  )

/** Erases the files that no purchase of a canteen holds, save those that wait for theirs. */
export const eraseUnwanted = (db: Queries, canteenId: number, waiting: Date) =>
  db.run(`delete from attached_file where canteen_id = $1 and unused_since is not null and not (${WAITS}) and ${HELD_BY_NONE}`, [
    canteenId,
    waiting,
  ])

/** Erases the files that no purchase has held since then. Gives how many. */
export const eraseUnused = (db: Queries, since: Date) =>
  db.run(`delete from attached_file where unused_since <= $1 and ${HELD_BY_NONE}`, [since])

/** What a person attached, in every canteen. */
export const filesAddedBy = (db: Queries, personId: string) =>
  db.rows<{ canteenId: number; name: string; type: FileType; size: number; addedAt: Date }>(
    `select canteen_id as "canteenId", name, type, size, added_at as "addedAt" from attached_file where added_by = $1 order by id`,
    [personId],
  )
