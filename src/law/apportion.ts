// Sharing an amount out so that the parts add up to it, to the cent.
import type { Cents } from './money.ts'

/**
 * Parts of an amount in proportion to the weights (whole, zero or more, not all zero), by the largest remainders: parts are rounded towards zero, then
 * the cents that remain go to the largest remainders, at equal remainders the first comes first. An amount below zero is shared out like its opposite.
 */
export function apportion(amount: Cents, weights: readonly bigint[]): readonly Cents[] {
  if (amount < 0) return apportion(-amount, weights).map((part) => (part === 0 ? 0 : -part))
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const exact = weights.map((weight) => BigInt(amount) * weight)
  const parts = exact.map((product) => Number(product / whole))
  const remain = amount - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder.slice(0, remain)) parts[index]! += 1
  return parts
}
