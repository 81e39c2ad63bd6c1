// Every query on the invoices of a canteen.
import type { Queries } from '../../platform/database/database.ts'
import type { InvoiceKind, InvoiceProblemCode } from './invoice.ts'
import type { Proposal } from './propose.ts'

export type InvoiceState = 'to_confirm' | 'held' | 'unreadable' | 'confirmed' | 'aside'
export type CameBy = 'upload' | 'mail' | 'demo'

/** What is listed of an invoice; the file and the proposals are read apart. */
export type InvoiceRow = {
  readonly id: number
  readonly fileName: string
  readonly state: InvoiceState
  readonly problem: InvoiceProblemCode | null
  readonly number: string | null
  readonly date: string | null
  readonly kind: InvoiceKind | null
  readonly supplier: string | null
  readonly netCents: number | null
  readonly lineCount: number
  readonly supplierNumber: string | null
  readonly supplierAddress: string | null
  /** Numbers of the invoices that it corrects or gives back. */
  readonly preceding: readonly string[]
  /** Total of the invoice less the sum of its lines: held when it is not zero. */
  readonly differenceCents: number | null
  readonly cameBy: CameBy
  readonly receivedAt: Date
  readonly decidedAt: Date | null
  readonly removalId: string | null
  /** False once it was erased to make room. */
  readonly hasOriginal: boolean
}
export type KeptInvoice = InvoiceRow & { readonly proposals: readonly Proposal[] }

/** The columns of an `InvoiceRow`, from the table `invoice`. */
export const INVOICE_ROW = `id, file_name as "fileName", state, problem, number, date, kind, supplier, net_cents as "netCents",
  line_count as "lineCount", supplier_number as "supplierNumber", supplier_address as "supplierAddress", preceding,
  difference_cents as "differenceCents", came_by as "cameBy", received_at as "receivedAt", decided_at as "decidedAt", removal_id as "removalId",
  file is not null as "hasOriginal"`

export type Received = {
  readonly canteenId: number
  readonly file: Uint8Array
  readonly digest: Uint8Array
  readonly fileName: string
  readonly cameBy: CameBy
  readonly by: string | null
  readonly now: Date
}
export type Read = Pick<
  InvoiceRow,
  | 'number'
  | 'date'
  | 'kind'
  | 'supplier'
  | 'supplierNumber'
  | 'supplierAddress'
  | 'preceding'
  | 'netCents'
  | 'lineCount'
  | 'differenceCents'
  | 'problem'
  | 'state'
> & {
  readonly proposals: readonly Proposal[]
}

/** Keeps an invoice; null when this very file, or this number of this supplier, was received before. */
export const addInvoice = async (db: Queries, received: Received, read: Read) =>
  (
    await db.first<{ id: number }>(
      `insert into invoice (canteen_id, file, file_name, file_digest, came_by, received_by, received_at, state, problem, number, date, kind,
                            supplier, supplier_number, net_cents, difference_cents, proposals, line_count, supplier_address, preceding, size)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       on conflict do nothing returning id`,
      [
        received.canteenId,
        received.file,
        received.fileName,
        received.digest,
        received.cameBy,
        received.by,
        received.now,
        read.state,
        read.problem,
        read.number,
        read.date,
        read.kind,
        read.supplier,
        read.supplierNumber,
        read.netCents,
        read.differenceCents,
        JSON.stringify(read.proposals),
        read.lineCount,
        read.supplierAddress,
        read.preceding,
        received.file.length,
      ],
    )
  )?.id ?? null

/** The invoice that was received before: the same file, or the same number of the same supplier. */
export const findTwin = (
  db: Queries,
  canteenId: number,
  digest: Uint8Array,
  { number, supplierNumber }: Pick<Read, 'number' | 'supplierNumber'>,
) =>
  db.first<InvoiceRow>(
    `select ${INVOICE_ROW} from invoice where canteen_id = $1 and (file_digest = $2 or (number = $3 and supplier_number = $4)) limit 1`,
    [canteenId, digest, number, supplierNumber],
  )

/** Those that wait for someone first, then the latest; and how many there are. */
export async function listInvoices(db: Queries, canteenId: number, { skip, most }: { skip: number; most: number }) {
  const invoices = await db.rows<InvoiceRow>(
    `select ${INVOICE_ROW} from invoice where canteen_id = $1
     order by case when state in ('to_confirm', 'held') then 0 else 1 end, received_at desc, id desc limit $2 offset $3`,
    [canteenId, most, skip],
  )
  const counts = await db.first<{ all: number; waiting: number }>(
    `select count(*) as all, count(*) filter (where state in ('to_confirm', 'held')) as waiting from invoice where canteen_id = $1`,
    [canteenId],
  )
  return { invoices, ...counts! }
}

/** The next one that someone may confirm: the one that has waited longest. */
export const nextToConfirm = (db: Queries, canteenId: number) =>
  db.first<InvoiceRow>(
    `select ${INVOICE_ROW} from invoice where canteen_id = $1 and state = 'to_confirm' order by received_at, id limit 1`,
    [canteenId],
  )

export const findInvoice = (db: Queries, canteenId: number, id: number) =>
  db.first<KeptInvoice>(`select ${INVOICE_ROW}, proposals from invoice where canteen_id = $1 and id = $2`, [canteenId, id])

/** The invoice of the same supplier that this one takes the place of, if we have it. */
export const findReplaced = (db: Queries, canteenId: number, { id, supplierNumber, preceding }: InvoiceRow) =>
  db.first<InvoiceRow>(
    `select ${INVOICE_ROW} from invoice where canteen_id = $1 and supplier_number = $2 and number = any($3) and id <> $4 order by id desc limit 1`,
    [canteenId, supplierNumber, preceding, id],
  )

export const findFile = (db: Queries, canteenId: number, id: number) =>
  db.first<{ file: Buffer; fileName: string }>(
    'select file, file_name as "fileName" from invoice where canteen_id = $1 and id = $2 and file is not null',
    [canteenId, id],
  )

export type Decision = {
  readonly from: readonly InvoiceState[]
  readonly to: InvoiceState
  readonly by: string | null
  readonly now: Date
  readonly removalId?: string | null
}

/** Moves an invoice from one of these states to another; false when it is in none of them any more. */
export const decide = async (db: Queries, canteenId: number, id: number, { from, to, by, now, removalId = null }: Decision) =>
  (await db.run(
    `update invoice set state = $4, decided_by = $5, decided_at = $6, removal_id = $7 where canteen_id = $1 and id = $2 and state = any($3)`,
    [canteenId, id, from, to, by, now, removalId],
  )) === 1

export const keepProposals = (db: Queries, canteenId: number, id: number, proposals: readonly Proposal[]) =>
  db.run('update invoice set proposals = $3 where canteen_id = $1 and id = $2', [canteenId, id, JSON.stringify(proposals)])
