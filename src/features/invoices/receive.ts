// Files that come in, one by one or zipped, by upload or by mail: each is read, and kept with what it proposes or why it cannot be read.
import { createHash } from 'node:crypto'
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { purchasesStream } from '../purchases/purchases.ts'
import { isHeld } from './held.ts'
import { addInvoice, type CameBy, findTwin, type InvoiceRow, type Read } from './invoice.sql.ts'
import { type Invoice, InvoiceProblem } from './invoice.ts'
import { proposePurchases } from './propose.ts'
import { readInvoice } from './read-invoice.ts'
import { type GivenFile, isZip, zippedFiles } from './zipped.ts'

export type Outcome = {
  readonly fileName: string
  /** The invoice that was kept, or `twin`, the one that was received before. */
  readonly id: number | null
  readonly twin: InvoiceRow | null
  readonly problem: InvoiceProblem['code'] | null
}

type Scope = { readonly canteenId: number; readonly cameBy: CameBy; readonly by: string | null; readonly now: Date }

/** Bytes taken at once, archives as they come. */
export const LARGEST_BATCH = 10 * 1_048_576
const LONGEST_NAME = 150

/** Reads and keeps files, archives opened; one outcome for each file found. Call it in a transaction. */
export async function receiveFiles(db: Queries, files: readonly GivenFile[], scope: Scope): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const file of files) {
    if (!isZip(file.bytes)) outcomes.push(await receive(db, file, scope))
    else
      try {
        for (const one of await zippedFiles(file.bytes)) outcomes.push(await receive(db, one, scope))
      } catch (error) {
        if (!(error instanceof InvoiceProblem)) throw error
        outcomes.push({ fileName: file.name, id: null, twin: null, problem: error.code })
      }
  }
  return outcomes
}

async function receive(db: Queries, { name, bytes }: GivenFile, { canteenId, cameBy, by, now }: Scope): Promise<Outcome> {
  const fileName = name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-LONGEST_NAME) || 'facture'
  const read = readFile(bytes, dayInParis(now))
  // What cannot be read is told and not kept: the person still has the file.
  if (read.state === 'unreadable') return { fileName, id: null, twin: null, problem: read.problem }
  const digest = createHash('sha256').update(bytes).digest()
  const id = await addInvoice(db, { canteenId, file: bytes, digest, fileName, cameBy, by, now }, read)
  if (id === null) return { fileName, id: null, twin: await findTwin(db, canteenId, digest, read), problem: null }
  await addToTrail(db, [
    { stream: purchasesStream(canteenId), at: now, actor: by, kind: 'invoice-received', detail: { id, cameBy } },
  ])
  return { fileName, id, twin: null, problem: null }
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

function readOf(invoice: Invoice, today: string): Read {
  const { proposals, differenceCents } = proposePurchases(invoice)
  const { seller, number, date, kind, netCents, preceding } = invoice
  const lineCount = invoice.lines.length
  return {
    state: isHeld({ kind, date, lineCount, differenceCents }, today) ? 'held' : 'to_confirm',
    problem: null,
    number,
    date,
    kind,
    supplier: seller.name,
    supplierNumber: seller.siret ?? seller.siren ?? seller.name ?? '?',
    supplierAddress: seller.address,
    preceding,
    lineCount,
    netCents,
    differenceCents,
    proposals,
  }
}
