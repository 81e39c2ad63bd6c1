// What the team taught of its suppliers' wordings, in the lines of an invoice that waits; and what confirming it teaches.
import type { Queries } from '../../platform/database/database.ts'
import { learn, type Reading, type Supplier, taughtBy } from '../recognition/recognition.ts'
import type { KeptInvoice } from './invoice.sql.ts'
import type { Proposal } from './propose.ts'
import type { DecidedLine } from './review.ts'

/** The seller's number is a SIRET, a SIREN, or its name when it gave none. */
const supplierOf = ({ supplier, supplierNumber }: KeptInvoice): Supplier => ({
  siren: /^\d{9}(\d{5})?$/.test(supplierNumber ?? '') ? supplierNumber!.slice(0, 9) : null,
  name: supplier,
})

const readingOf = ({ family, labels, origin, aside }: Proposal): Reading => ({ family, labels, origin, noFood: aside !== null })

/** The invoice as it is shown: while it waits, its proposals are corrected as the team did before. One query. */
export async function withLessons(db: Queries, canteenId: number, invoice: KeptInvoice): Promise<KeptInvoice> {
  if (invoice.state !== 'to_confirm' && invoice.state !== 'held') return invoice
  const supplier = supplierOf(invoice)
  const read = invoice.proposals.map((proposal) => ({ supplier, wording: proposal.wording, reading: proposal }))
  const taught = await taughtBy(db, canteenId, read)
  const proposals = invoice.proposals.map((proposal, at): Proposal => {
    const { learnedOn, noFood, ...reading } = taught[at]!
    if (learnedOn === undefined) return proposal
    // What a line set aside would be stays, for whoever takes it back.
    return noFood ? { ...proposal, learnedOn, aside: noFood } : { ...proposal, ...reading, learnedOn, aside: null }
  })
  return { ...invoice, proposals }
}

/** Learns from the lines that a person changed, or let stand as taught before. `read`: the proposals without any lesson. Call it in a transaction. */
export async function learnFrom(
  db: Queries,
  canteenId: number,
  read: KeptInvoice,
  lines: readonly DecidedLine[],
  deed: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  const corrections = lines.flatMap(({ proposal, aside, family, labels, origin }, at) => {
    const decided: Reading = { family, labels, origin, noFood: aside }
    return proposal.learnedOn === undefined && isSame(readingOf(proposal), decided)
      ? []
      : [{ wording: proposal.wording, read: readingOf(read.proposals[at]!), decided }]
  })
  await learn(db, canteenId, supplierOf(read), corrections, deed)
}

/** What a line that is set aside would be does not matter. */
const isSame = (one: Reading, other: Reading): boolean =>
  one.noFood === other.noFood &&
  (one.noFood ||
    (one.family === other.family &&
      one.origin === other.origin &&
      [...one.labels].sort().join() === [...other.labels].sort().join()))
