// Money as integers: euros are read, added and compared in cents, and rounded once, when they are shown.

/** An amount in euro cents, always an integer. */
export type Cents = number

/** 100 billion euros: more than all French collective catering; beyond it, an amount is a typing slip. */
export const MAX_AMOUNT: Cents = 10_000_000_000_000

export type AmountError = 'not_a_number' | 'negative' | 'too_many_decimals' | 'too_large'
export type ParsedAmount =
  | { readonly cents: Cents; readonly error?: never }
  | { readonly error: AmountError; readonly cents?: never }

/** « 1234,56 », « 1234.56 », « 1234 »: what most cells hold, read at once. */
const PLAIN = /^(\d{1,10})(?:[.,](\d{1,2}))?$/
const SPACES = /[\s\u00a0\u202f\u2009]/g
const UNITS = /(?:€|euros?|eur)?(?:ht)?$/i
const GROUPED = /^\d{1,3}(?:[ '.,]\d{3})+$/

/**
 * Reads an amount in euros.
 *
 * `french` accepts what people type or paste: « 1 234,56 », « 1'234.56 € HT », « 1.234,56 euros » (ordinary, no-break and
 * narrow spaces). An ambiguous « 1.234 » is refused as `too_many_decimals` rather than guessed.
 * `api` accepts a plain decimal string only: `"1234.56"`.
 * Never throws. An empty text is `not_a_number`: the caller decides what a blank cell means (never zero).
 */
export function parseAmount(text: string, notation: 'french' | 'api'): ParsedAmount {
  const usual = notation === 'french' ? PLAIN.exec(text) : null
  if (usual) return { cents: Number(usual[1]) * 100 + Number((usual[2] ?? '').padEnd(2, '0')) }
  const plain = notation === 'french' ? unformat(text) : text
  const match = plain.length > 60 ? null : /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(plain)
  if (!match) return { error: 'not_a_number' }
  const [, sign, units = '', decimals = ''] = match
  if (notation === 'api' && (sign === '−' || (units.length > 1 && units.startsWith('0')))) return { error: 'not_a_number' }
  const positive = /[1-9]/.test(units + decimals)
  if (sign && positive) return { error: 'negative' }
  if (decimals.length > 2) return { error: 'too_many_decimals' }
  const cents = Number(units) * 100 + Number(decimals.padEnd(2, '0'))
  return cents > MAX_AMOUNT ? { error: 'too_large' } : { cents }
}

/** « 1 234,56 € HT » → `1234.56`; what cannot be read without guessing comes back as it is and fails later. */
function unformat(text: string): string {
  const spaced = text.replace(SPACES, ' ').replace(/[’ʼ‘]/g, "'").trim()
  const bare = spaced
    .replace(/ (?=(?:€|euros?|eur|ht)(?: ?ht)?$)/i, '')
    .replace(/ (?=ht$)/i, '')
    .replace(UNITS, '')
    .trim()
  const sign = /^[-−] ?/.exec(bare)?.[0] ?? ''
  const digits = bare.slice(sign.length)
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const mark = digits[last]
  // The last mark is the decimal one, unless it is repeated, as in « 1.234.567 ».
  const repeated = mark !== undefined && digits.indexOf(mark) !== last
  const units = last < 0 || repeated ? digits : digits.slice(0, last)
  const decimals = last < 0 || repeated ? '' : digits.slice(last)
  const separators = new Set(units.replace(/\d/g, ''))
  if (separators.size > 0 && !(separators.size === 1 && GROUPED.test(units))) return text.trim() || text
  return sign.trim() + units.replace(/\D/g, '') + decimals.replace(',', '.')
}

/** The sign that voices read: a hyphen before a figure is passed over. */
const MINUS = '−'

/** « 1 234,56 € »: narrow no-break space between thousands, no-break space before the sign. */
export function formatEuros(cents: Cents): string {
  const whole = Math.abs(cents)
  const rest = whole % 100
  return `${cents < 0 ? MINUS : ''}${group((whole - rest) / 100)},${rest < 10 ? '0' : ''}${rest}\u00a0€`
}

/** « 1 235 € »: to the nearest euro, half up. For sentences, never for sums. */
export function formatEurosRounded(cents: Cents): string {
  const whole = Math.abs(cents) + 50
  return `${cents < 0 ? MINUS : ''}${group((whole - (whole % 100)) / 100)}\u00a0€`
}

/** « 12,5 % » from a number or from a decimal string such as the one `shareText` gives. */
export function formatPercent(percent: string | number): string {
  return `${String(percent).replace('.', ',')}\u00a0%`
}

/** `"1234.56"`: the notation of the API and of exported files. */
export function decimal(cents: Cents): string {
  const whole = Math.abs(cents)
  const rest = whole % 100
  return `${cents < 0 ? '-' : ''}${(whole - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}

/** A positive integer with narrow no-break spaces between thousands: « 12 345 ». */
export function group(integer: number): string {
  if (integer < 1000) return `${integer}`
  const rest = integer % 1000
  return `${group((integer - rest) / 1000)}\u202f${rest < 10 ? '00' : rest < 100 ? '0' : ''}${rest}`
}
