// From an invoice to the purchases that it proposes: every line read, the discounts shared out, the whole equal to the invoice's total.
import type { FamilyId } from '../../law/families.ts'
import type { Cents } from '../../law/money.ts'
import type { Characteristic, Origin } from '../../law/purchase.ts'
import { FIRST_DATA_YEAR, type IsoDate, LAST_DATA_YEAR } from '../../law/timeline.ts'
import { type Evidence, recognise } from '../recognition/recognition.ts'
import { adjustmentWords, shareOut } from './adjustments.ts'
import { familyOfCodes } from './classification.ts'
import type { Adjustment, Invoice, InvoiceLine } from './invoice.ts'
import { EUROPEAN, FRENCH } from './origin.data.ts'

export type Proposal = {
  readonly lineId: string
  /** What the invoice calls it: name, then description when it says more. */
  readonly wording: string
  /** Day of its delivery, when the invoice tells another one than its own. */
  readonly date: string | null
  /** As invoiced, its part of the discounts and charges included; below zero when given back. */
  readonly cents: Cents
  /** Of which discounts of the whole invoice. */
  readonly sharedCents: Cents
  readonly family: FamilyId | null
  readonly labels: readonly Characteristic[]
  readonly origin: Origin | null
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  /** Why this line is no food, in French; null: it is. */
  readonly aside: string | null
  /** The day when the team corrected this wording of this supplier; absent when it did not. */
  readonly learnedOn?: IsoDate
  /** What a person said of it, once the invoice is confirmed. */
  readonly decided?: {
    readonly family: FamilyId | null
    readonly labels: readonly Characteristic[]
    readonly origin: Origin | null
    readonly aside: boolean
  }
}

export type Proposals = {
  readonly proposals: readonly Proposal[]
  /** Total of the invoice less the sum of the proposals: zero, or the invoice is held. */
  readonly differenceCents: Cents
}

/** Reads every line of an invoice. The proposals, lines set aside included, sum to its total without tax, or the difference is said. */
export function proposePurchases(invoice: Invoice): Proposals {
  const { lines, adjustments, netCents } = invoice
  const { shares, beside } = shareOut(lines, adjustments, (reason) => GIVEN_BACK.has(reasonAside(reason) ?? ''))
  const proposals = [
    ...lines.map((line, index): Proposal => {
      const date = line.deliveredOn ?? invoice.deliveredOn ?? invoice.date
      const day = isNear(date, invoice.date) && date !== invoice.date ? date : null
      const read = readLine(line, dataYearOf(day ?? invoice.date))
      const sharedCents = shares[index] ?? 0
      return { ...read, lineId: line.id, date: day, cents: line.netCents + sharedCents, sharedCents }
    }),
    ...beside.map(proposeAdjustment),
  ]
  return { proposals, differenceCents: netCents - proposals.reduce((sum, { cents }) => sum + cents, 0) }
}

/** Why a discount may be no discount on food: packaging that comes back, freight that is offered. */
const GIVEN_BACK: ReadonlySet<string> = new Set(['emballage consigné', 'frais de livraison'])

function proposeAdjustment(adjustment: Adjustment): Proposal {
  const wording = adjustmentWords(adjustment)
  const aside = reasonAside(wording) ?? (adjustment.isCharge ? 'frais de la facture' : 'remise de la facture')
  return { ...nothing(wording, aside), lineId: '', date: null, cents: adjustment.cents, sharedCents: 0 }
}

/** A year that the law has rules for: an invoice of another one is held, and read all the same. */
const dataYearOf = (day: string) => Math.min(LAST_DATA_YEAR, Math.max(FIRST_DATA_YEAR, Number(day.slice(0, 4))))

const DAY_MS = 86_400_000
/** Delivered at most a year before its invoice, or a little after it: anything else is a mistake in the file. */
const isNear = (day: string, invoiceDay: string): boolean => {
  const days = (Date.parse(invoiceDay) - Date.parse(day)) / DAY_MS
  return days >= -31 && days <= 366
}

type ReadLine = Omit<Proposal, 'lineId' | 'date' | 'cents' | 'sharedCents'>

const nothing = (wording: string, aside: string): ReadLine => ({
  wording,
  family: null,
  labels: [],
  origin: null,
  confidence: 1,
  evidence: [],
  aside,
})

function readLine(line: InvoiceLine, dataYear: number): ReadLine {
  const wording = wordingOf(line)
  const aside = reasonAside(line.name) ?? (line.netCents === 0 ? 'ligne sans montant' : null)
  if (aside !== null) return nothing(wording, aside)
  const code = familyOfCodes(line.classifications)
  const said = recognise([wording, ...line.attributes.map(attributeWords), line.note ?? ''].filter(Boolean).join(' · '), {
    dataYear,
  })
  const family = said.family ?? code?.family ?? null
  const origin = originOf(line.origin) ?? said.origin
  const evidence: Evidence[] = [...said.evidence]
  if (said.family === null && code) evidence.push({ of: 'family', code: code.family, words: code.code, confidence: BY_CODE })
  if (line.origin !== null && originOf(line.origin) !== null)
    evidence.push({ of: 'origin', code: originOf(line.origin)!, words: line.origin, confidence: 1 })
  return {
    wording,
    family,
    labels: said.labels,
    origin,
    confidence: family === null ? 0 : said.family === null ? BY_CODE : said.confidence,
    evidence,
    aside: null,
  }
}

const BY_CODE = 0.9

const wordingOf = ({ name, description }: InvoiceLine): string =>
  description === null || name.includes(description)
    ? name
    : description.startsWith(name)
      ? description
      : `${name} – ${description}`

/** « Label : Bio » reads « Bio »; « Bio : oui » reads « Bio »; « Bio : non » reads « non Bio ». */
function attributeWords({ name, value }: { readonly name: string; readonly value: string }): string {
  if (/^(oui|true|vrai|x|1|yes)$/i.test(value)) return name
  if (/^(non|false|faux|0|no|aucun[e]?)$/i.test(value)) return `non ${name}`
  return /label|certif|signe|qualit|mention|origine|provenance|pays/i.test(name) ? value : ''
}

const originOf = (country: string | null): Origin | null => {
  const code = country?.trim().toUpperCase() ?? ''
  return FRENCH.has(code) ? 'FRANCE' : EUROPEAN.has(code) ? 'EUROPE' : null
}

/** Whatever the year: only labels depend on it. */
const reasonAside = (name: string): string | null => recognise(name, { dataYear: LAST_DATA_YEAR }).noFood ?? null
