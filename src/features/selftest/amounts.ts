// From what was typed (euros, shares, a range, nothing yet) to the amounts that the law judges. Pure; no euro is invented.
import type { Cents } from '../../law/money.ts'
import type { Procurement } from '../../law/procurement.ts'
import type { Amounts } from '../../law/sums.ts'
import { type Answers, otherLabels, type Quantity, totalRanges } from './answers.ts'

/**
 * The whole on which shares are worked out when no total is known. Any share typed with two decimals, and any share of
 * such a share, is a whole number of its cents. Its euros are never shown.
 */
export const NOMINAL_TOTAL: Cents = 100_000_000

/** Amounts worked out on one total: in true euros, or on the nominal total, where only shares mean something. */
export type Case = { readonly procurement: Procurement; readonly inEuros: boolean }

/**
 * The cases to judge: one when the total is known, two (both ends) for a range, one on the nominal total otherwise.
 * A share of a known total becomes cents exactly: rounded up to the cent, so that a target typed as a share is reached by it.
 */
export function sharesCases(answers: Answers): Case[] {
  const { total } = answers
  if (total?.kind === 'amount') return [{ procurement: purchases(total.cents, answers), inEuros: true }]
  if (total?.kind === 'range') {
    const range = totalRanges.find(({ id }) => id === total.range)!
    const spent = [answers.organic, answers.labelled, answers.criteria].reduce(
      (sum, one) => sum + (one?.kind === 'amount' ? one.cents : 0),
      0,
    )
    const least = Math.min(range.to, Math.max(range.from, spent))
    return [least, range.to].map((cents) => ({ procurement: purchases(cents, answers), inEuros: true }))
  }
  return [{ procurement: purchases(NOMINAL_TOTAL, withoutAmounts(answers)), inEuros: false }]
}

/** The cases of the meat and fish target, whose whole is not the total: its share may be known when the others are not. */
export function meatFishCases(answers: Answers): Case[] {
  const bases = sharesCases(answers).filter(({ inEuros }) => inEuros)
  const totals: (Cents | null)[] = bases.map(({ procurement }) => procurement.amounts.valeur_totale ?? null)
  const inEuros = (totals.length > 0 ? totals : [null]).map((total) => meatFish(total, answers))
  const isKnown = inEuros.every((amounts) => typeof amounts.valeur_viandes_volailles === 'number')
  if (isKnown || answers.meatFishLabelled?.kind === 'amount')
    return inEuros.map((amounts) => ({ procurement: { depth: 'simple', amounts }, inEuros: true }))
  const amounts = meatFish(null, { ...answers, meatFish: { kind: 'amount', cents: NOMINAL_TOTAL } })
  return [{ procurement: { depth: 'simple', amounts }, inEuros: false }]
}

/**
 * Everything on one whole, for the cross-checks: a part never exceeds its whole. Without a total, the shares are checked among
 * themselves, and the typed euros among themselves.
 */
export function allPurchases(answers: Answers): Procurement[] {
  const onTotal = (total: Cents | null, from: Answers): Procurement => ({
    depth: 'simple',
    amounts: { ...meatFish(total, from), ...purchases(total, from).amounts },
  })
  const cases = sharesCases(answers)
  const last = cases[cases.length - 1]
  return last?.inEuros
    ? [onTotal(last.procurement.amounts.valeur_totale ?? null, answers)]
    : [onTotal(NOMINAL_TOTAL, withoutAmounts(answers)), onTotal(null, answers)]
}

function purchases(total: Cents | null, answers: Answers): Procurement {
  const labelled: Quantity | undefined = answers.labels?.length === 0 ? { kind: 'none' } : answers.labelled
  const [organic = null, other = null, criteria = null] = partsOf(total, [answers.organic, labelled, answers.criteria])
  return {
    depth: 'simple',
    amounts: {
      valeur_totale: total,
      valeur_bio: organic,
      valeur_externalites_performance: criteria,
      ...byGroup(other, answers),
    },
  }
}

/** One amount was asked for all the other labels. Only their sum is judged: it goes to the group of the labels ticked. */
function byGroup(labelled: Cents | null, { labels }: Answers): Amounts {
  if (labelled === null) return { valeur_siqo: null, valeur_egalim_autres: null }
  const groups = otherLabels
    .filter(({ id }) => Array.isArray(labels) && labels.some((one) => one === id))
    .map(({ group }) => group)
  return groups.length > 0 && groups.every((group) => group === 'siqo')
    ? { valeur_siqo: labelled, valeur_egalim_autres: 0 }
    : { valeur_siqo: 0, valeur_egalim_autres: labelled }
}

/** Meat and fish are asked together, and only their sum is judged: it stands under meat. */
function meatFish(total: Cents | null, answers: Answers): Amounts {
  const [spend = null] = partsOf(total, [answers.meatFish])
  const [quality = null] = spend === 0 ? [0] : partsOf(spend, [answers.meatFishLabelled])
  return {
    valeur_viandes_volailles: spend,
    valeur_viandes_volailles_egalim: quality,
    valeur_produits_de_la_mer: spend === null ? null : 0,
    valeur_produits_de_la_mer_egalim: quality === null ? null : 0,
  }
}

/**
 * Quantities in cents of a whole that they share; null where it cannot be known. Shares are cumulated before they are
 * rounded up: a target typed as a share is reached by it, and parts that add to the whole never exceed it by a cent.
 */
function partsOf(whole: Cents | null, quantities: readonly (Quantity | undefined)[]): (Cents | null)[] {
  let hundredths = 0
  let taken = 0
  return quantities.map((quantity) => {
    if (quantity === undefined || quantity.kind === 'unknown') return null
    if (quantity.kind === 'none') return 0
    let cents = quantity.kind === 'amount' ? quantity.cents : null
    if (quantity.kind === 'share' && whole !== null) {
      const before = shareUp(whole, hundredths)
      hundredths += quantity.hundredths
      cents = shareUp(whole, hundredths) - before
      if (taken + cents === whole + 1) cents -= 1
    }
    taken += cents ?? 0
    return cents
  })
}

function shareUp(whole: Cents, hundredths: number): Cents {
  return Number((BigInt(whole) * BigInt(hundredths) + 9_999n) / 10_000n)
}

function withoutAmounts(answers: Answers): Answers {
  const forget = (quantity: Quantity | undefined): Quantity | undefined =>
    quantity?.kind === 'amount' ? { kind: 'unknown' } : quantity
  const { organic, labelled, criteria, meatFish: spend, meatFishLabelled } = answers
  return {
    ...answers,
    organic: forget(organic),
    labelled: forget(labelled),
    criteria: forget(criteria),
    meatFish: forget(spend),
    meatFishLabelled: forget(meatFishLabelled),
  }
}
