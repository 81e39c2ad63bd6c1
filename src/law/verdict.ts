// Everything that a canteen owes for a year, each answer with its source, its reason and the sums it comes from.
import type { CanteenFacts } from './canteen.ts'
import { type Shares, sharesOf } from './figures.ts'
import { type MeasureVerdict, measuresOf } from './measures.ts'
import type { Cents } from './money.ts'
import type { MetFacts } from './obligation.ts'
import { judgeObligations, type ObligationVerdict } from './obligations.ts'
import type { Practices } from './practices.ts'
import { type Procurement, totals } from './procurement.ts'
import { roundHalfUp } from './ratio.ts'
import { type Targets, targetsFor } from './targets.ts'
import type { Territory } from './territories.ts'
import type { DataYear } from './timeline.ts'
import { type Warning, warningsOf } from './warnings.ts'

export type Situation = {
  readonly canteen: CanteenFacts
  readonly dataYear: DataYear
  /** null: no amount is known yet. */
  readonly procurement: Procurement | null
  readonly practices: Practices
}

export type Verdict = {
  readonly dataYear: DataYear
  readonly territory: Territory
  readonly targets: Targets
  readonly shares: Shares
  /** Cents to move into each category; the same figures as in `shares`. */
  readonly gaps: { readonly organic: Cents | null; readonly quality: Cents | null; readonly meatFish: Cents | null }
  /** appro, waste, diversification, plastic, info: always the five, in this order. */
  readonly measures: readonly MeasureVerdict[]
  readonly obligations: readonly ObligationVerdict[]
  /** Total of the purchases by meal of the year. `euros`: two decimals, half up. */
  readonly costPerMeal: { readonly totalCents: Cents; readonly meals: number; readonly euros: string } | null
  readonly warnings: readonly Warning[]
}

const NO_PROCUREMENT: Procurement = { depth: 'simple', amounts: {} }

/**
 * Judges a canteen for a year. Pure and total: unknown facts give unknown answers, never an exception.
 * Run `crossChecks` first: impossible amounts (a part above its whole) deserve errors, not a verdict.
 * The result is plain data, fit to be stored with a declaration.
 */
export function evaluate({ canteen, dataYear, procurement, practices }: Situation): Verdict {
  const targets = targetsFor(canteen, dataYear)
  const entry = procurement ?? NO_PROCUREMENT
  const sums = totals(entry)
  const shares = sharesOf(sums, targets, canteen.yearlyMealCount)
  const { organic, quality, meatFish } = shares

  const facts: MetFacts = { canteen, practices, reached: { organic: organic.met, quality: quality.met, meatFish: meatFish.met } }
  const owed = judgeObligations(facts, dataYear)

  const total = sums.total.cents
  const meals = canteen.yearlyMealCount
  return {
    dataYear,
    territory: canteen.territory,
    targets,
    shares,
    gaps: { organic: organic.gapCents, quality: quality.gapCents, meatFish: meatFish.gapCents },
    measures: measuresOf(shares, owed, practices),
    obligations: owed,
    costPerMeal:
      total !== null && meals !== null && meals > 0
        ? { totalCents: total, meals, euros: roundHalfUp(total, meals * 100, 2) }
        : null,
    warnings: warningsOf(canteen, dataYear, entry, targets),
  }
}
