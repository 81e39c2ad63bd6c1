// From an invoice to the purchases that it proposes: every line read, the discounts shared out, the whole equal to the invoice's total.
import { apportion } from '../../law/apportion.ts'
import { keysOf } from '../../law/claim-words.ts'
import type { FamilyId } from '../../law/families.ts'
import type { Cents } from '../../law/money.ts'
import type { Characteristic, Origin } from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { type Evidence, recognise } from '../recognition/recognition.ts'
import { asideWords } from './aside.data.ts'
import { familyOfCodes } from './classification.ts'
import type { Invoice, InvoiceLine } from './invoice.ts'
import { EUROPEAN, FRENCH } from './origin.data.ts'

export type Proposal = {
  readonly lineId: string
  /** What the invoice calls it: name, then description when it says more. */
  readonly wording: string
  /** As invoiced, its part of the discounts and charges included; below zero when given back. */
  readonly cents: Cents
  /** Of which discounts and charges of the whole invoice. */
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
}

export type Proposals = {
  readonly proposals: readonly Proposal[]
  /** Total of the invoice less the sum of the proposals: zero, or the invoice is held. */
  readonly differenceCents: Cents
}

/** Reads every line of an invoice. The proposals, lines set aside included, sum to its total without tax, or the difference is said. */
export function proposePurchases(invoice: Invoice): Proposals {
  const { lines, adjustments, netCents, date } = invoice
  const dataYear = Number(date.slice(0, 4))
  const shared = shareAdjustments(
    lines,
    adjustments.reduce((sum, { cents }) => sum + cents, 0),
  )
  const proposals = lines.map((line, index): Proposal => {
    const sharedCents = shared[index] ?? 0
    return { ...readLine(line, dataYear), lineId: line.id, cents: line.netCents + sharedCents, sharedCents }
  })
  return { proposals, differenceCents: netCents - proposals.reduce((sum, { cents }) => sum + cents, 0) }
}

/** In proportion to what each line amounts to; an invoice whose lines come to nothing keeps its discounts, which then make a difference. */
function shareAdjustments(lines: readonly InvoiceLine[], cents: Cents): readonly Cents[] {
  const weights = lines.map(({ netCents }) => BigInt(Math.abs(netCents)))
  return cents === 0 || weights.every((weight) => weight === 0n) ? [] : apportion(cents, weights)
}

function readLine(line: InvoiceLine, dataYear: number): Omit<Proposal, 'lineId' | 'cents' | 'sharedCents'> {
  const wording = wordingOf(line)
  const aside = reasonAside(line.name)
  if (aside !== null) return { wording, family: null, labels: [], origin: null, confidence: 1, evidence: [], aside }
  const code = familyOfCodes(line.classifications)
  const said = recognise([wording, ...line.attributes.map(attributeWords)].join(' · '), { dataYear })
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

const asideNames = asideWords.flatMap(({ why, words }) => words.map((name) => ({ why, keys: keysOf(name) })))

/** A line of fees or of packaging starts with its name: « Port », « Consigne bac »; « Porto » and « pâte à port-salut » do not. */
function reasonAside(name: string): string | null {
  const keys = keysOf(name)
  const found = asideNames.filter((one) => one.keys.every((key, at) => keys[at] === key))
  return found.sort((a, b) => b.keys.length - a.keys.length)[0]?.why ?? null
}
