// What the calculator answers to an entry: the law's own figures, and what is still missing. Pure, for the server and the browser.
import { type AmountName, amountLabel, cellName, type Depth } from '../../law/amount-names.ts'
import { families, type MeatOrFish } from '../../law/families.ts'
import { familyTotals } from '../../law/family-totals.ts'
import { type Figure, type Shares, sharesOf } from '../../law/figures.ts'
import type { Cents } from '../../law/money.ts'
import { type Procurement, type Totals, totals } from '../../law/procurement.ts'
import { roundHalfUp } from '../../law/ratio.ts'
import { type Sector, sectorOf } from '../../law/sectors.ts'
import { addSums, type Sum } from '../../law/sums.ts'
import { targetsFor } from '../../law/targets.ts'
import type { Territory } from '../../law/territories.ts'
import type { DataYear } from '../../law/timeline.ts'
import { type Warning, warningsOf } from '../../law/warnings.ts'
import { canteenOf, depthOf, type Entry, type Problem, readAmounts } from './calculator-entry.client.ts'

export type TargetedShare = 'organic' | 'quality' | 'meatFish'
export const targetedShares: readonly TargetedShare[] = ['organic', 'quality', 'meatFish']

export type Fraction = Pick<Figure, 'label' | 'part' | 'whole'>

export type Answers = {
  readonly depth: Depth
  readonly dataYear: DataYear
  /** The year it is: a gap is still to be closed, or belongs to the past. */
  readonly currentYear: DataYear
  readonly territory: Territory
  readonly place: string
  readonly sector: Sector | null
  readonly meals: number | null
  /** Not empty: the amounts are impossible, and nothing is computed. */
  readonly problems: readonly Problem[]
  /** Nothing typed, or nothing possible: only the targets can be told. */
  readonly isSilent: boolean
  readonly shares: Shares
  /** Names of the amounts without which a share is not known, as the fields are called. */
  readonly missing: Readonly<Record<TargetedShare, readonly string[]>>
  readonly costPerMeal: { readonly totalCents: Cents; readonly meals: number; readonly euros: string } | null
  /** Shares that no target asks for, only those about amounts that were typed. */
  readonly groups: readonly Fraction[]
  readonly french: readonly Fraction[]
  readonly warnings: readonly Warning[]
}

/** Everything that the page says about an entry. */
export function answersTo(entry: Entry, currentYear: DataYear): Answers {
  const { procurement, meals, problems } = readAmounts(entry)
  const { dataYear } = entry
  const canteen = canteenOf(entry, meals)
  // Impossible amounts deserve errors, not a verdict: the targets alone are shown.
  const possible: Procurement = problems.length > 0 ? { ...procurement, amounts: {} } : procurement
  const targets = targetsFor(canteen, dataYear)
  const sums = totals(possible)
  const shares = sharesOf(sums, targets, meals)
  const total = sums.total.cents
  return {
    depth: depthOf(entry.mode),
    dataYear,
    currentYear,
    territory: canteen.territory,
    place: canteen.territory.known ? entry.place : '',
    sector: entry.sector && sectorOf(entry.sector),
    meals,
    problems,
    isSilent: problems.length > 0 || Object.keys(entry.amounts).length === 0,
    shares,
    missing: missingFor(sums, dataYear),
    costPerMeal:
      total !== null && meals !== null ? { totalCents: total, meals, euros: roundHalfUp(total, meals * 100, 2) } : null,
    groups: groupShares(shares),
    french: frenchShares(possible, sums),
    warnings: warningsOf(canteen, dataYear, possible, targets),
  }
}

function missingFor(sums: Totals, dataYear: DataYear): Answers['missing'] {
  const names = (...needed: Sum[]) => [...new Set(addSums(...needed).missing)].map((name) => amountLabel(name, dataYear))
  return {
    organic: names(sums.total, sums.organic),
    quality: names(sums.total, sums.quality),
    meatFish: names(sums.meatFish, sums.meatFishQuality),
  }
}

function groupShares({ siqo, otherQuality, purchaseCriteria }: Shares): Fraction[] {
  return [siqo, otherQuality, purchaseCriteria].filter(({ part }) => part.operands.some(({ state }) => state === 'known'))
}

/** French origin is outside the law's targets: shown when typed, never mixed into them. */
function frenchShares(procurement: Procurement, sums: Totals): Fraction[] {
  const french = families.map(({ id }) => familyTotals(procurement, id).france)
  if (french.every(({ atLeast }) => atLeast === 0)) return []
  const fraction = (label: string, part: Sum, whole: Sum): Fraction => ({
    label,
    part: { cents: part.cents, atLeast: part.atLeast, operands: [] },
    whole: { cents: whole.cents, atLeast: whole.atLeast, operands: [] },
  })
  const ofFamily = (id: MeatOrFish, label: string, whole: Sum) => {
    const typed: AmountName = cellName(id, 'france')
    const known = typeof procurement.amounts[typed] === 'number'
    return known ? [fraction(label, familyTotals(procurement, id).france, whole)] : []
  }
  return [
    fraction('Origine France, toutes familles', addSums(...french), sums.total),
    ...ofFamily('viandes_volailles', 'Viandes et volailles d’origine France', sums.meat),
    ...ofFamily('produits_de_la_mer', 'Poissons d’origine France', sums.fish),
  ]
}
