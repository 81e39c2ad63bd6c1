// What a person decides of each line of an invoice, read from the form, and the purchases that follow.
import { createHash } from 'node:crypto'
import { type FamilyId, families } from '../../law/families.ts'
import {
  type Characteristic,
  isCharacteristic,
  LONGEST_DESCRIPTION,
  LONGEST_SUPPLIER,
  type Origin,
  origins,
} from '../../law/purchase.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import type { NewPurchase } from '../purchases/purchases.ts'
import { isPurchaseDay } from './held.ts'
import type { KeptInvoice } from './invoice.sql.ts'
import type { Proposal } from './propose.ts'

export const lineField = (index: number, what: 'famille' | 'label' | 'origine' | 'ecarter') => `ligne-${index}-${what}`

/** A line whose fields a person asked for, by its place. */
export const OPEN = 'ouvrir'
/** What the page showed of the lines that it showed without fields. */
export const SEEN = 'vu'

export type DecidedLine = {
  readonly proposal: Proposal
  readonly aside: boolean
  readonly family: FamilyId | null
  readonly labels: readonly Characteristic[]
  readonly origin: Origin | null
  /** Shown with its fields: someone must look at it, or asked to. */
  readonly open: boolean
}

export const SURE = 0.9

/** A person must choose or make sure: no family, a doubtful reading, a label that needs a proof. */
const needsLook = ({ aside, family, confidence, evidence, learnedOn }: Proposal): boolean =>
  aside === null &&
  (family === null || (learnedOn === undefined && (confidence < SURE || evidence.some(({ needsProof }) => needsProof))))

/** What a person said before, of an invoice that is confirmed or taken back, else what we read. */
const proposed = (proposal: Proposal): DecidedLine => {
  const { family, labels, origin, aside } = proposal
  return proposal.decided
    ? { proposal, ...proposal.decided, open: false }
    : { proposal, family, labels, origin, aside: aside !== null, open: needsLook(proposal) }
}

/** The proposals with what was decided of each, to be kept. */
export const withDecisions = (proposals: readonly Proposal[], lines: readonly DecidedLine[]): Proposal[] =>
  proposals.map((proposal, index) => {
    const { family, labels, origin, aside } = lines[index]!
    return { ...proposal, decided: { family, labels, origin, aside } }
  })

/** The lines as proposed: what the page shows first. */
export const asProposed = (proposals: readonly Proposal[]): DecidedLine[] => proposals.map(proposed)

/** Says whether what is proposed is what the page showed: others may have taught us since. */
export const seenOf = (proposals: readonly Proposal[]): string =>
  createHash('sha256')
    .update(JSON.stringify(asProposed(proposals).map(({ family, labels, origin, aside }) => [family, labels, origin, aside])))
    .digest('hex')
    .slice(0, 16)

/** The lines as decided, those without fields as proposed; a line of food without a family is an error at its field. */
export function readDecisions(form: FormValues, proposals: readonly Proposal[]): { lines: DecidedLine[]; errors: FieldError[] } {
  const lines = proposals.map((proposal, index): DecidedLine => {
    const value = (what: Parameters<typeof lineField>[1]) => form.get(lineField(index, what))
    if (!form.has(lineField(index, 'famille')))
      return isAsked(form, index) ? { ...proposed(proposal), open: true } : proposed(proposal)
    return {
      proposal,
      aside: value('ecarter') === 'oui',
      family: families.find(({ id }) => id === value('famille'))?.id ?? null,
      labels: form.all(lineField(index, 'label')).filter(isCharacteristic),
      origin: origins.find(({ code }) => code === value('origine'))?.code ?? null,
      open: true,
    }
  })
  const errors = lines.flatMap(({ aside, family, proposal }, index) =>
    aside || family !== null
      ? []
      : [
          {
            field: lineField(index, 'famille'),
            message: `Choisissez la famille de « ${proposal.wording.slice(0, 60)} », ou écartez la ligne.`,
          },
        ],
  )
  return { lines, errors }
}

const isAsked = (form: FormValues, index: number) => form.get(OPEN) === String(index)

/** When it was delivered, if the invoice says so: a purchase counts in the year when it was made. */
export const dayOfLine = ({ date }: KeptInvoice, proposal: Proposal, today: string): string =>
  proposal.date && isPurchaseDay(proposal.date, today) ? proposal.date : date!

/** The purchases of the lines that were not set aside. What is given back is a credit. */
export const purchasesOf = (
  invoice: KeptInvoice,
  canteenId: number,
  lines: readonly DecidedLine[],
  today: string,
): NewPurchase[] =>
  lines
    .filter(({ aside }) => !aside)
    .map(({ proposal, family, labels, origin }) => ({
      canteenId,
      date: dayOfLine(invoice, proposal, today),
      description: proposal.wording.slice(0, LONGEST_DESCRIPTION) || 'Ligne sans libellé',
      supplier: invoice.supplier?.slice(0, LONGEST_SUPPLIER) ?? null,
      priceExclTaxCents: proposal.cents,
      family,
      characteristics: labels,
      origin,
      shortChain: false,
      local: false,
      localDefinition: null,
      localKm: null,
      credit: proposal.cents < 0,
    }))
