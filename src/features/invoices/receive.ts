// A file that comes in, by upload or by mail: read, and kept with what it proposes.
import { createHash } from 'node:crypto'
import { LONGEST_SUPPLIER } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { lockRoom, purchasesStream } from '../purchases/purchases.ts'
import { isHeld } from './held.ts'
import { addInvoice, type CameBy, findTwin, type Read } from './invoice.sql.ts'
import { type Invoice, InvoiceProblem, type InvoiceProblemCode } from './invoice.ts'
import { proposePurchases } from './propose.ts'
import { readInvoice } from './read-invoice.ts'
import { bytesKept } from './room.sql.ts'
import { MOST_KEPT } from './room.ts'
import type { GivenFile } from './zipped.ts'

type Scope = { readonly canteenId: number; readonly cameBy: CameBy; readonly by: string | null; readonly now: Date }

const LONGEST_NAME = 150

/** The name of a file, as it is kept and shown: without signs that nobody sees, some of which PostgreSQL refuses. */
export const cleanName = (name: string) => name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-LONGEST_NAME) || 'facture'

/** Reads one file and keeps it, or says what it is: one that was received before, or why it cannot be read or kept. Call it in a transaction. */
export async function receive(
  db: Queries,
  { name, bytes }: GivenFile,
  { canteenId, cameBy, by, now }: Scope,
): Promise<{ fileName: string; invoiceId?: number; twinId?: number | null; problem?: InvoiceProblemCode | null }> {
  const fileName = cleanName(name)
  const read = readFile(bytes, dayInParis(now))
  // What cannot be read is told and not kept: the person still has the file.
  if (read.state === 'unreadable') return { fileName, problem: read.problem }
  const digest = createHash('sha256').update(bytes).digest()
  await lockRoom(db, canteenId)
  if ((await bytesKept(db, canteenId)) + bytes.length > MOST_KEPT) {
    const twin = await findTwin(db, canteenId, digest, read)
    return twin ? { fileName, twinId: twin.id } : { fileName, problem: 'no_room' }
  }
  const id = await addInvoice(db, { canteenId, file: bytes, digest, fileName, cameBy, by, now }, read)
  if (id === null) return { fileName, twinId: (await findTwin(db, canteenId, digest, read))?.id ?? null }
  await addToTrail(db, [
    { stream: purchasesStream(canteenId), at: now, actor: by, kind: 'invoice-received', detail: { id, cameBy } },
  ])
  return { fileName, invoiceId: id }
}

function readFile(bytes: Uint8Array, today: string): Read {
  try {
    return readOf(readInvoice(bytes), today)
  } catch (error) {
    if (!(error instanceof InvoiceProblem)) throw error
    return {
      state: 'unreadable',
      problem: error.code,
      number: null,
      date: null,
      kind: null,
      supplier: null,
      supplierNumber: null,
      supplierAddress: null,
      preceding: [],
      lineCount: 0,
      netCents: null,
      differenceCents: null,
      proposals: [],
    }
  }
}

const LONGEST_NUMBER = 150
const LONGEST_ADDRESS = 300
const MOST_PRECEDING = 50

function readOf(invoice: Invoice, today: string): Read {
  const { proposals, differenceCents } = proposePurchases(invoice)
  const { seller, number, date, kind, netCents, preceding } = invoice
  const lineCount = invoice.lines.length
  return {
    state: isHeld({ kind, date, lineCount, differenceCents }, today) ? 'held' : 'to_confirm',
    problem: null,
    // Longer than any real one: what is written in an index has a bound.
    number: number.slice(0, LONGEST_NUMBER),
    date,
    kind,
    supplier: seller.name?.slice(0, LONGEST_SUPPLIER) ?? null,
    supplierNumber: (seller.siret ?? seller.siren ?? seller.name ?? '?').slice(0, LONGEST_NUMBER),
    supplierAddress: seller.address?.slice(0, LONGEST_ADDRESS) ?? null,
    preceding: preceding.slice(0, MOST_PRECEDING).map((one) => one.slice(0, LONGEST_NUMBER)),
    lineCount,
    netCents,
    differenceCents,
    proposals,
  }
}
