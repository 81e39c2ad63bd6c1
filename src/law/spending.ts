// What the targets are about: what is spent, what of it is organic, and what is sustainable and of quality.
import type { Label } from './labels.ts'
import type { Cents } from './money.ts'
import { totals } from './procurement.ts'
import type { RollUp } from './roll-up.ts'

/** Cents; `quality` is sustainable and of quality, organic included. */
export type Spending = { readonly total: Cents; readonly organic: Cents; readonly quality: Cents }

/** What the law counts of these purchases. */
export function spendingIn({ total, simple }: RollUp): Spending {
  const { organic, quality } = totals({ depth: 'simple', amounts: simple })
  return { total: total.cents, organic: organic.atLeast, quality: quality.atLeast }
}

/**
 * The same, from purchases and the label that each counts under (see `countingOf`): for those who need neither the amounts of a declaration nor
 * their detail.
 */
export function spendingOf(rows: Iterable<{ readonly label: Label | null; readonly cents: Cents }>): Spending {
  const sums = { total: 0, organic: 0, quality: 0 }
  for (const { label, cents } of rows) {
    sums.total += cents
    if (label !== null) sums.quality += cents
    if (label?.group === 'bio') sums.organic += cents
  }
  return sums
}
