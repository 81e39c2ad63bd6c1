// An electronic invoice, whatever its syntax: what EN 16931 says of it and what we use. BT-… are the terms of the standard.
import { type Cents, MAX_AMOUNT } from '../../law/money.ts'

export type Party = {
  readonly name: string | null
  readonly siret: string | null
  readonly siren: string | null
  /** On one line: « 3 rue du Port, 35400 Saint-Malo ». */
  readonly address: string | null
}

export type InvoiceLine = {
  /** BT-126. */
  readonly id: string
  /** BT-153, BT-154. */
  readonly name: string
  readonly description: string | null
  /** BT-131, signed: below zero when it is given back. */
  readonly netCents: Cents
  /** BT-129 and BT-130, as written. */
  readonly quantity: string | null
  readonly unit: string | null
  /** BT-157. */
  readonly gtin: string | null
  /** BT-158. */
  readonly classifications: readonly { readonly code: string; readonly scheme: string | null }[]
  /** BT-159, two letters. */
  readonly origin: string | null
  /** BT-160 and BT-161. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  /** BT-127. */
  readonly note: string | null
  /** BT-151 and BT-152: « S 5.5 »; null when not said. */
  readonly vat: string | null
  /** Of this line only: when it was delivered, else the end of its period (BT-135). */
  readonly deliveredOn: string | null
}

/** A discount or a charge of the whole invoice: BG-20, BG-21. */
export type Adjustment = {
  readonly isCharge: boolean
  /** Signed: below zero for a discount, and the other way round in a credit note. */
  readonly cents: Cents
  readonly reason: string | null
  /** BT-98 (UNTDID 5189) or BT-105 (UNTDID 7161). */
  readonly code: string | null
  /** BT-95 and BT-96, as for a line. */
  readonly vat: string | null
}

/**
 * `credit`: gives money back; `prepayment`: asks for a deposit, the purchases come with the final invoice; `correction`: takes the place of an
 * invoice sent before.
 */
export type InvoiceKind = 'invoice' | 'credit' | 'prepayment' | 'correction'

export type Invoice = {
  readonly syntax: 'CII' | 'UBL'
  readonly kind: InvoiceKind
  /** BT-1. */
  readonly number: string
  /** BT-2, `YYYY-MM-DD`. */
  readonly date: string
  /** BT-72, else the end of the period invoiced (BT-74). */
  readonly deliveredOn: string | null
  /** BT-5. */
  readonly currency: string
  /** BT-25: numbers of the invoices that this one speaks of. */
  readonly preceding: readonly string[]
  readonly seller: Party
  readonly buyer: Party
  readonly lines: readonly InvoiceLine[]
  readonly adjustments: readonly Adjustment[]
  /** BT-109, signed: what the invoice amounts to without tax. */
  readonly netCents: Cents
}

/** An invoice that cannot be used, and why, in a word for programs. */
export class InvoiceProblem extends Error {
  readonly code: InvoiceProblemCode
  constructor(code: InvoiceProblemCode) {
    super(code)
    this.code = code
  }
}

export type InvoiceProblemCode =
  | 'not_an_invoice'
  | 'other_document'
  | 'old_format'
  | 'no_attachment'
  | 'encrypted'
  | 'too_large'
  | 'dangerous'
  | 'damaged'
  | 'no_number'
  | 'no_date'
  | 'no_total'
  | 'bad_amount'
  | 'other_currency'
  | 'too_many_lines'
  | 'too_many_files'
  | 'empty_archive'
  | 'encrypted_archive'
  | 'no_room'
  | 'unexpected'

/** More than anyone checks on one page. */
export const MOST_LINES = 2000

/** Types of document that give back (UNTDID 1001, as EN 16931 lists them), and those that ask for a deposit. */
const CREDITS = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532'])
/** 503 gives a deposit back: no purchase either. */
const PREPAYMENTS = new Set(['386', '500', '503'])
const CORRECTIONS = new Set(['384', '471', '472', '473'])
export function kindOf(code: string | null, isCreditNote = false): InvoiceKind {
  if (PREPAYMENTS.has(code ?? '')) return 'prepayment'
  if (isCreditNote || CREDITS.has(code ?? '')) return 'credit'
  return CORRECTIONS.has(code ?? '') ? 'correction' : 'invoice'
}

/**
 * What its amounts are multiplied by. A document that gives back writes them above zero, says the standard; software that writes them below zero
 * has said it already.
 */
export const signOf = (code: string | null, net: Cents, isCreditNote = false): 1 | -1 =>
  net >= 0 && (isCreditNote || CREDITS.has(code ?? '')) ? -1 : 1

/** Cents with their sign; zero has none. */
export const signed = (sign: 1 | -1, cents: Cents): Cents => (cents === 0 ? 0 : sign * cents)

/** Cents of an amount of the standard (« 1234.5 », « -3 », « .5 »), half up beyond two decimals. Throws when it is none. */
export function centsOf(text: string | null): Cents {
  const match = /^([-+]?)(\d{0,13})(?:\.(\d{0,30}))?$/.exec(text?.trim() ?? '')
  const [, sign, units = '', decimals = ''] = match ?? []
  if (!match || (units === '' && decimals === '')) throw new InvoiceProblem('bad_amount')
  const tenths = Number(units) * 1000 + Number(decimals.padEnd(3, '0').slice(0, 3))
  const cents = Math.floor((tenths + 5) / 10)
  if (cents > MAX_AMOUNT) throw new InvoiceProblem('bad_amount')
  return sign === '-' && cents > 0 ? -cents : cents
}

/** The day of `20260930`, `2026-09-30` or `2026-09-30T…`; null when it is none. */
export function dayOf(text: string | null): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? '')
  if (!match) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}

/** Of an XML boolean. */
export const isTrue = (text: string | null): boolean => text === 'true' || text === '1'

/** « S 5.5 » of a category and its rate, however it is written. */
export const vatOf = (category: string | null, percent: string | null): string | null =>
  category === null ? null : `${category} ${Number(percent ?? 0)}`

/** A postal address on one line. */
export const addressOf = (
  lines: readonly (string | null)[],
  town: readonly (string | null)[],
  country: string | null,
): string | null =>
  [...lines, town.filter(Boolean).join(' '), country === 'FR' ? null : country].filter(Boolean).join(', ') || null

/** SIRET and SIREN among the identifiers of a party, whatever their scheme says. */
export function numbersOf(identifiers: readonly (string | null)[]): Pick<Party, 'siret' | 'siren'> {
  const digits = identifiers.map((one) => (one ?? '').replace(/\s/g, ''))
  const siret = digits.find((one) => /^\d{14}$/.test(one)) ?? null
  const siren =
    digits.find((one) => /^\d{9}$/.test(one)) ??
    siret?.slice(0, 9) ??
    digits.map((one) => /^FR\w{2}(\d{9})$/.exec(one)?.[1]).find(Boolean) ??
    null
  return { siret, siren }
}
