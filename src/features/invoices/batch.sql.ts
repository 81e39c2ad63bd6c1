// Files dropped together: what is still to be read, and what each became.
import type { Queries } from '../../platform/database/database.ts'
import type { CameBy, InvoiceRow } from './invoice.sql.ts'
import { INVOICE_ROW } from './invoice.sql.ts'
import type { InvoiceProblemCode } from './invoice.ts'
import type { GivenFile } from './zipped.ts'

export type Batch = {
  readonly id: number
  readonly canteenId: number
  readonly cameBy: CameBy
  readonly receivedBy: string | null
  readonly receivedAt: Date
  /** Files to read, those inside archives counted one by one. */
  readonly fileCount: number
  readonly readCount: number
  /** Null while some are still to be read. */
  readonly readAt: Date | null
}

/** What a file became: an invoice that was kept; `twin`, one that was received before; or why it cannot be read. */
export type Outcome = {
  readonly fileName: string
  readonly invoice: InvoiceRow | null
  readonly twin: InvoiceRow | null
  readonly problem: InvoiceProblemCode | null
}

const BATCH = `id, canteen_id as "canteenId", came_by as "cameBy", received_by as "receivedBy", received_at as "receivedAt", file_count as "fileCount",
  read_at as "readAt", (select count(*) from invoice_batch_outcome where batch_id = invoice_batch.id) as "readCount"`

/** A batch to which files are added, then how many they are. */
export const addBatch = async (
  db: Queries,
  { canteenId, cameBy, by, now }: { canteenId: number; cameBy: CameBy; by: string | null; now: Date },
) =>
  (await db.first<{ id: number }>(
    'insert into invoice_batch (canteen_id, came_by, received_by, received_at, file_count) values ($1, $2, $3, $4, 0) returning id',
    [canteenId, cameBy, by, now],
  ))!.id

export const addFile = (db: Queries, id: number, position: number, { name, bytes }: GivenFile) =>
  db.run('insert into invoice_batch_file (batch_id, position, name, content) values ($1, $2, $3, $4)', [
    id,
    position,
    name,
    bytes,
  ])

export const sayCount = (db: Queries, id: number, fileCount: number) =>
  db.run('update invoice_batch set file_count = $2 where id = $1', [id, fileCount])

export const loadBatch = (db: Queries, id: number) => db.first<Batch>(`select ${BATCH} from invoice_batch where id = $1`, [id])

export const findBatch = (db: Queries, canteenId: number, id: number) =>
  db.first<Batch>(`select ${BATCH} from invoice_batch where canteen_id = $1 and id = $2`, [canteenId, id])

export type BatchFile = { readonly name: string; readonly size: number; readonly start: Buffer }

/** A file of a batch, and its first bytes. */
export const findBatchFile = (db: Queries, id: number, position: number) =>
  db.first<BatchFile>(
    `select name, octet_length(content) as size, substring(content from 1 for 4) as start
     from invoice_batch_file where batch_id = $1 and position = $2`,
    [id, position],
  )

/** A part of a file of a batch: an archive never stands whole in memory. */
export const readPart = async (db: Queries, id: number, position: number, start: number, length: number): Promise<Buffer> =>
  (await db.first<{ bytes: Buffer }>(
    'select substring(content from $3 for $4) as bytes from invoice_batch_file where batch_id = $1 and position = $2',
    [id, position, start + 1, length],
  ))!.bytes

/** Keeps others out until the end of the transaction; true when the file at this position is still to be read. */
export async function takeTurn(db: Queries, id: number, position: number): Promise<boolean> {
  await db.run('select 1 from invoice_batch where id = $1 for update', [id])
  return (await db.first('select 1 from invoice_batch_outcome where batch_id = $1 and position = $2', [id, position])) === null
}

export const addOutcome = (
  db: Queries,
  id: number,
  position: number,
  outcome: { fileName: string; invoiceId?: number | null; twinId?: number | null; problem?: InvoiceProblemCode | null },
) =>
  db.run(
    `insert into invoice_batch_outcome (batch_id, position, file_name, invoice_id, twin_id, problem) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [id, position, outcome.fileName, outcome.invoiceId ?? null, outcome.twinId ?? null, outcome.problem ?? null],
  )

/** All of it is read: the files as received are erased, the invoices keep theirs. Gives whether nobody had said so before. */
export async function markRead(db: Queries, id: number, now: Date): Promise<boolean> {
  const isFirst = (await db.run('update invoice_batch set read_at = $2 where id = $1 and read_at is null', [id, now])) === 1
  await db.run('delete from invoice_batch_file where batch_id = $1', [id])
  return isFirst
}

type OutcomeIds = {
  position: number
  fileName: string
  invoiceId: number | null
  twinId: number | null
  problem: Outcome['problem']
}

/** In the order of the files. */
export async function outcomesOf(db: Queries, id: number): Promise<Outcome[]> {
  const rows = await db.rows<OutcomeIds>(
    `select position, file_name as "fileName", invoice_id as "invoiceId", twin_id as "twinId", problem
     from invoice_batch_outcome where batch_id = $1 order by position`,
    [id],
  )
  const invoices = await db.rows<InvoiceRow>(
    `select ${INVOICE_ROW} from invoice
     where id in (select unnest(array[invoice_id, twin_id]) from invoice_batch_outcome where batch_id = $1)`,
    [id],
  )
  const known = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  const named = (one: number | null) => (one === null ? null : (known.get(one) ?? null))
  return rows.map(({ fileName, invoiceId, twinId, problem }) => ({
    fileName,
    invoice: named(invoiceId),
    twin: named(twinId),
    problem,
  }))
}

/** Batches that still have files to read, with the canteen’s own given, of this canteen only. */
export const batchesUnderWay = (db: Queries, canteenId: number | null = null) =>
  db.rows<Batch>(
    `select ${BATCH} from invoice_batch where read_at is null and ($1::bigint is null or canteen_id = $1) order by id`,
    [canteenId],
  )

export type LostMail = { readonly batchId: number; readonly receivedAt: Date; readonly lost: number }

/** The mails whose invoices were not all kept, the latest first; a picture in the signature of a mail that brought its invoice is no loss. */
export const lostMails = (db: Queries, canteenId: number, most: number) =>
  db.rows<LostMail>(
    `select id as "batchId", received_at as "receivedAt", count(*) as lost from invoice_batch join invoice_batch_outcome lost on batch_id = id
     where canteen_id = $1 and came_by = 'mail' and problem is not null
       and (problem <> 'not_an_invoice' or not exists
         (select from invoice_batch_outcome kept where kept.batch_id = id and coalesce(kept.invoice_id, kept.twin_id) is not null))
     group by id order by id desc limit $2`,
    [canteenId, most],
  )

/** What each file became is told for a while; the invoices stay. Gives how many batches are forgotten. */
export const forgetBatches = (db: Queries, before: Date) => db.run('delete from invoice_batch where read_at < $1', [before])
