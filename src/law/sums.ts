// Sums of amounts that may be unknown. Unknown is never zero: a sum that misses an amount says so and keeps what is certain.
import type { AmountName } from './amount-names.ts'
import type { Cents } from './money.ts'

export type Amounts = { readonly [name in AmountName]?: Cents | null }

/** A sum of amounts, in cents. */
export type Sum = {
  /** The exact sum; null while an amount that it needs is missing. */
  readonly cents: Cents | null
  /** What is certain: the known amounts. Equal to `cents` when the sum is known. */
  readonly atLeast: Cents
  /** The amounts that are missing, by official name. */
  readonly missing: readonly AmountName[]
  /** False when every amount was left blank and none is needed: « non renseigné », counted as zero and said so. */
  readonly claimed: boolean
}

/** An amount in a sum: when it is blank, a needed one makes the sum unknown, an optional one counts for nothing. */
export type Term = { readonly name: AmountName; readonly needed: boolean }

export const need = (name: AmountName): Term => ({ name, needed: true })
export const claim = (name: AmountName): Term => ({ name, needed: false })

const NOTHING: readonly AmountName[] = []

/** Adds amounts. */
export function add(amounts: Amounts, terms: readonly Term[]): Sum {
  let atLeast = 0
  let claimed = false
  let missing: AmountName[] | null = null
  for (const { name, needed } of terms) {
    const cents = amounts[name]
    if (cents !== null && cents !== undefined) {
      atLeast += cents
      claimed = true
    } else if (needed) {
      claimed = true
      if (missing === null) missing = [name]
      else missing.push(name)
    }
  }
  return { cents: missing === null ? atLeast : null, atLeast, missing: missing ?? NOTHING, claimed }
}

/** Adds sums. */
export function addSums(...sums: readonly Sum[]): Sum {
  let atLeast = 0
  let known = true
  let missing = NOTHING
  let claimed = false
  for (const sum of sums) {
    atLeast += sum.atLeast
    if (sum.cents === null) known = false
    if (sum.missing.length > 0) missing = missing.length > 0 ? [...missing, ...sum.missing] : sum.missing
    if (sum.claimed) claimed = true
  }
  return { cents: known ? atLeast : null, atLeast, missing, claimed }
}
