// Figures that explain themselves: a share, the sums behind it, its target, and what is missing to reach it.
import type { Cents } from './money.ts'
import type { Totals } from './procurement.ts'
import { compareShare, gapTo, roundHalfUp, shareText } from './ratio.ts'
import { addSums, type Sum } from './sums.ts'
import type { Target, Targets } from './targets.ts'
import type { TextId } from './texts.ts'

/** One term of a sum: « Bio : 12 000 € », or why there is no amount. */
export type Operand = {
  readonly label: string
  /** null when missing. A blank optional amount is 0, `not_claimed`. */
  readonly cents: Cents | null
  readonly state: 'known' | 'missing' | 'not_claimed'
}

export type Figure = {
  readonly label: string
  /** Percent, two decimals, half up (`"18.42"`); null when unknown or when there is nothing to divide. Never compared. */
  readonly percent: string | null
  /** The exact fraction; its terms add up exactly. `cents` is null while a term is missing, `atLeast` is what is certain. */
  readonly part: { readonly cents: Cents | null; readonly atLeast: Cents; readonly operands: readonly Operand[] }
  readonly whole: { readonly cents: Cents | null; readonly atLeast: Cents; readonly operands: readonly Operand[] }
  /** How it is computed, in French. */
  readonly rule: string
  readonly source: TextId
}

export type TargetFigure = Figure & {
  /** null where no rule is in force that year. */
  readonly target: Target | null
  /** On exact amounts; may be certain although the share is unknown (organic alone above the quality target). */
  readonly met: boolean | null
  /** What must move into the category, the total unchanged: cents rounded up; 0 when reached; null when unknown. */
  readonly gapCents: Cents | null
  /** The same per meal of the year, in euros, two decimals half up; null when unknown. */
  readonly gapPerMeal: string | null
}

export type Shares = {
  readonly organic: TargetFigure
  readonly quality: TargetFigure
  readonly meatFish: TargetFigure
  readonly siqo: Figure
  readonly otherQuality: Figure
  readonly purchaseCriteria: Figure
  readonly meat: Figure
  readonly fish: Figure
}

const operand = (label: string, sum: Sum): Operand => ({
  label,
  cents: sum.cents,
  state: sum.cents === null ? 'missing' : sum.claimed ? 'known' : 'not_claimed',
})
const side = (sum: Sum, operands: readonly Operand[]) => ({ cents: sum.cents, atLeast: sum.atLeast, operands })

const OF_TOTAL =
  'Valeur hors taxe des achats de l’année dans la catégorie, divisée par la valeur hors taxe de tous les achats alimentaires'
const OF_MEAT_FISH =
  'Viandes, volailles et poissons durables et de qualité, divisés par toutes les viandes, volailles et poissons, réunis, en valeur hors taxe (charcuterie non comprise)'

function figure(label: string, part: Figure['part'], whole: Figure['whole'], rule: string, source: TextId): Figure {
  // A category that nobody filled in counts for nothing in the sums; its own share is not « zero » for all that.
  const claimed = part.operands.some(({ state }) => state !== 'not_claimed')
  const known = claimed && part.cents !== null && whole.cents !== null && whole.cents > 0
  return { label, percent: known ? shareText(part.cents, whole.cents) : null, part, whole, rule, source }
}

/** Is the target reached? `most` is what the part can be at most, null when unbounded. */
function reached(part: Sum, whole: Sum, most: Cents | null, target: Target): boolean | null {
  if (whole.cents === null || whole.cents === 0) return null
  if (compareShare(part.atLeast, whole.cents, target.possiblePercent ?? target.percent) >= 0) return true
  return most !== null && compareShare(most, whole.cents, target.percent) < 0 ? false : null
}

function withTarget(base: Figure, target: Target | null, met: boolean | null, meals: number | null): TargetFigure {
  const { part, whole } = base
  let gapCents: Cents | null = null
  if (target !== null && met !== null) {
    if (met) gapCents = 0
    else if (part.cents !== null && whole.cents !== null) gapCents = gapTo(part.cents, whole.cents, target.percent)
  }
  const gapPerMeal = gapCents !== null && meals !== null && meals > 0 ? roundHalfUp(gapCents, meals * 100, 2) : null
  const { label, percent, rule, source } = base
  return { label, percent, part, whole, rule, source: target?.source ?? source, target, met, gapCents, gapPerMeal }
}

/**
 * Every share of a year of purchases.
 * @param yearlyMealCount meals of the year, for the gap per meal; null when not known.
 */
export function sharesOf(sums: Totals, targets: Targets, yearlyMealCount: number | null): Shares {
  const { total, organic, siqo, otherQuality, purchaseCriteria, quality, meat, fish, meatQuality, fishQuality } = sums
  const all = side(total, [operand('Total des achats alimentaires', total)])
  const ofTotal = (label: string, sum: Sum, operands: readonly Operand[]) =>
    figure(label, side(sum, operands), all, OF_TOTAL, 'crpm-r230-30-1')
  const bio = operand('Bio ou en conversion bio', organic)
  const signs = operand('SIQO (Label rouge, AOC / AOP, IGP, STG), hors bio', siqo)
  const others = operand('Autres achats EGalim', otherQuality)
  const criteria = operand('Critères d’achats environnementaux', purchaseCriteria)

  // Products count once: organic can be no more than what the other groups leave.
  const organicMost =
    total.cents === null ? null : (organic.cents ?? total.cents - addSums(siqo, otherQuality, purchaseCriteria).atLeast)
  const organicMet = targets.organic && reached(organic, total, organicMost, targets.organic)
  const qualityMet = targets.quality && reached(quality, total, quality.cents, targets.quality)

  const meatFishTotal = side(sums.meatFish, [
    operand('Viandes et volailles', meat),
    operand('Poissons et produits de la mer', fish),
  ])
  const meatOperand = operand('Viandes et volailles durables et de qualité', meatQuality)
  const fishOperand = operand('Poissons et produits de la mer durables et de qualité', fishQuality)
  const meatMost = meatQuality.cents ?? meat.cents
  const fishMost = fishQuality.cents ?? fish.cents
  const meatFishMost = meatMost === null || fishMost === null ? null : meatMost + fishMost
  // No meat and no fish at all: nothing to reach.
  const nothing = sums.meatFish.cents === 0
  const meatFishMet =
    targets.meatFish && (nothing || reached(sums.meatFishQuality, sums.meatFish, meatFishMost, targets.meatFish))
  const ofMeatFish = (label: string, part: Sum, operands: readonly Operand[], whole: Figure['whole']) =>
    figure(label, side(part, operands), whole, OF_MEAT_FISH, 'crpm-l230-5-1-i-viandes-poissons')

  return {
    organic: withTarget(ofTotal('Produits bio', organic, [bio]), targets.organic, organicMet, yearlyMealCount),
    quality: withTarget(
      ofTotal('Produits durables et de qualité', quality, [bio, signs, others, criteria]),
      targets.quality,
      qualityMet,
      yearlyMealCount,
    ),
    meatFish: withTarget(
      ofMeatFish('Viandes et poissons durables et de qualité', sums.meatFishQuality, [meatOperand, fishOperand], meatFishTotal),
      targets.meatFish,
      meatFishMet,
      yearlyMealCount,
    ),
    siqo: ofTotal('SIQO', siqo, [signs]),
    otherQuality: ofTotal('Autres achats EGalim', otherQuality, [others]),
    purchaseCriteria: ofTotal('Critères d’achats environnementaux', purchaseCriteria, [criteria]),
    meat: ofMeatFish(
      'Viandes et volailles durables et de qualité',
      meatQuality,
      [meatOperand],
      side(meat, [meatFishTotal.operands[0]!]),
    ),
    fish: ofMeatFish('Poissons durables et de qualité', fishQuality, [fishOperand], side(fish, [meatFishTotal.operands[1]!])),
  }
}
