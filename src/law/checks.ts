// What makes a set of amounts impossible, and what makes it worth a second look.
import { type AmountName, amountLabel, amountsOf, type Depth, mandatoryAmounts } from './amount-names.ts'
import { type CheckCode, type Comparison, comparisons } from './comparisons.ts'
import { type Cents, formatEuros, MAX_AMOUNT } from './money.ts'
import { type Procurement, type Totals, totals } from './procurement.ts'
import { compareShare } from './ratio.ts'
import type { Amounts, Sum } from './sums.ts'
import type { DataYear } from './timeline.ts'

export type Check = {
  /** Number of the rule (4 to 16 as in the specification; 17 and 18 are ours). */
  readonly rule: number
  /** An error makes the amounts impossible: no verdict. A warning asks to look again. */
  readonly severity: 'error' | 'warning'
  readonly code: CheckCode
  /** Official names of the amounts concerned, the one to show the message at first. */
  readonly fields: readonly AmountName[]
  /** French, says what to do. */
  readonly message: string
}

export type CheckContext = { readonly dataYear: DataYear; readonly yearlyMealCount?: number | null }

/** A meal outside these limits (cents per meal, both included) is worth a second look, no more. */
export const USUAL_COST_PER_MEAL: { readonly least: Cents; readonly most: Cents } = { least: 50, most: 2000 }

/** Every check of the amounts: errors first, in the order of the rules, then the warning about the cost of a meal. */
export function crossChecks(procurement: Procurement, context: CheckContext): Check[] {
  const { depth, amounts } = procurement
  return [
    ...positiveTotal(amounts),
    ...wellFormed(procurement),
    ...comparisons(depth, context.dataYear).flatMap((comparison) => compare(amounts, comparison, context.dataYear)),
    ...consistentDepths(procurement, context.dataYear),
    ...costPerMeal(amounts, context.yearlyMealCount ?? null),
  ].sort((a, b) => a.rule - b.rule)
}

const error = (rule: number, code: CheckCode, fields: readonly AmountName[], message: string): Check => ({
  rule,
  severity: 'error',
  code,
  fields,
  message,
})

function positiveTotal({ valeur_totale: total }: Amounts): Check[] {
  if (total === null || total === undefined || total > 0) return []
  return [
    error(
      4,
      'total_not_positive',
      ['valeur_totale'],
      'Le total des achats doit être supérieur à 0 €. Indiquez le total hors taxe de l’année.',
    ),
  ]
}

/** Rule 15: whole cents, not negative, not beyond reason. Rule 17: no amount in a cell that cannot exist. */
function wellFormed({ depth, amounts }: Procurement): Check[] {
  const found: Check[] = []
  for (const { name, applicable } of everyAmount[depth]) {
    const cents = amounts[name]
    if (cents === null || cents === undefined) continue
    if (!Number.isInteger(cents) || cents < 0 || cents > MAX_AMOUNT) {
      found.push(error(15, 'not_an_amount', [name], 'Indiquez un montant positif ou nul, en euros, avec deux décimales au plus.'))
    } else if (!applicable && cents > 0) {
      found.push(
        error(
          17,
          'not_applicable',
          [name],
          'Ce label n’existe pas pour cette famille de produits. Déplacez ce montant vers le bon label.',
        ),
      )
    }
  }
  return found
}
const everyAmount: Readonly<Record<Depth, readonly { readonly name: AmountName; readonly applicable: boolean }[]>> = {
  simple: amountsOf('simple'),
  detailed: [...amountsOf('detailed'), ...amountsOf('simple')],
}

function compare(amounts: Amounts, comparison: Comparison, dataYear: DataYear): Check[] {
  const { rule, code, parts, whole, field } = comparison
  let limit = 0
  for (const name of whole) {
    const cents = amounts[name]
    if (cents !== null && cents !== undefined) limit += cents
    else if (name !== 'valeur_externalites_performance') return []
  }
  let sum = 0
  for (const name of parts) sum += amounts[name] ?? 0
  if (sum <= limit || limit < 0) return []
  const filled = parts.filter((name) => (amounts[name] ?? 0) > 0 && name !== field)
  const first = amounts[field] || rule === 9 ? [field] : []
  return [
    error(
      rule,
      code,
      [...first, ...filled, ...whole.filter((name) => name !== field)],
      sentence(comparison, sum, limit, dataYear),
    ),
  ]
}

function sentence({ code, parts, whole }: Comparison, sum: Cents, limit: Cents, dataYear: DataYear): string {
  const part = parts.length === 1 ? `« ${amountLabel(parts[0]!, dataYear)} » (${formatEuros(sum)})` : `(${formatEuros(sum)})`
  const of = whole.length === 1 ? `« ${amountLabel(whole[0]!, dataYear)} » (${formatEuros(limit)})` : formatEuros(limit)
  switch (code) {
    case 'groups_above_total':
      return `L’addition de vos catégories ${part} dépasse le total de vos achats (${formatEuros(limit)}). Un produit ne compte que dans une catégorie, le bio d’abord : corrigez ces montants ou le total.`
    case 'label_above_total':
      return `L’addition de cette caractéristique sur toutes les familles ${part} dépasse le total de vos achats (${formatEuros(limit)}). Corrigez ces montants ou le total.`
    case 'meat_fish_quality_above_quality':
      return `Vos viandes et poissons EGalim ${part} dépassent l’ensemble de vos achats EGalim (${of}). Complétez le bio, les SIQO ou les autres achats EGalim.`
    case 'meat_fish_above_total':
      return `Vos viandes et poissons réunis ${part} dépassent le total de vos achats (${formatEuros(limit)}). Corrigez ces montants ou le total.`
    case 'family_above_its_total':
      return `L’addition des labels de cette famille ${part} dépasse son total ${of}. Corrigez ces montants ou le total de la famille.`
    default:
      return `${part} dépasse ${of}. Corrigez l’un des deux montants.`
  }
}

/** Rule 18: amounts of simple entry sent along with a detailed grid must not contradict it. */
function consistentDepths(procurement: Procurement, dataYear: DataYear): Check[] {
  if (procurement.depth === 'simple') return []
  const sums = totals(procurement)
  return derivedNames.flatMap((name) => {
    const given = procurement.amounts[name]
    const sum = derivedSum(name, sums)
    if (given === null || given === undefined || sum === null) return []
    // A grid that misses cells comes to more than what is filled in, never to less.
    const agrees = sum.cents === null || !sum.claimed ? given >= sum.atLeast : given === sum.cents
    if (agrees) return []
    const message = `« ${amountLabel(name, dataYear)} » (${formatEuros(given)}) ne correspond pas à l’addition du détail (${formatEuros(sum.atLeast)}). Corrigez le détail ou laissez ce montant vide.`
    return [error(18, 'differs_from_cells', [name], message)]
  })
}

/** The sum of the grid that an amount of simple entry repeats. */
function derivedSum(name: AmountName, sums: Totals): Sum | null {
  switch (name) {
    case 'valeur_bio':
      return sums.organic
    case 'valeur_siqo':
      return sums.siqo
    case 'valeur_egalim_autres':
      return sums.otherQuality
    case 'valeur_externalites_performance':
      return sums.purchaseCriteria
    case 'valeur_viandes_volailles_egalim':
      return sums.meatQuality
    case 'valeur_produits_de_la_mer_egalim':
      return sums.fishQuality
    default:
      return null
  }
}
const detailedNames = new Set(amountsOf('detailed').map(({ name }) => name))
const derivedNames = amountsOf('simple')
  .map(({ name }) => name)
  .filter((name) => !detailedNames.has(name) && !name.includes('dont_commerce'))

/** Rule 16, a warning: nothing is refused. */
export function costPerMeal({ valeur_totale: total }: Amounts, meals: number | null): Check[] {
  if (total === null || total === undefined || total <= 0 || meals === null || meals <= 0) return []
  const { least, most } = USUAL_COST_PER_MEAL
  const usual = compareShare(total, meals, least * 100) >= 0 && compareShare(total, meals, most * 100) <= 0
  if (usual) return []
  const message = `Le coût d’un repas paraît inhabituel (en général entre ${formatEuros(least)} et ${formatEuros(most)}). Vérifiez le total des achats et le nombre de repas par an.`
  return [{ rule: 16, severity: 'warning', code: 'unusual_cost_per_meal', fields: ['valeur_totale'], message }]
}

/** The amounts still to fill in before this data year can be declared; empty: ready. A zero is an answer, a blank is not. */
export function missingAmounts({ depth, amounts }: Procurement, dataYear: DataYear): AmountName[] {
  return mandatoryAmounts(depth, dataYear).filter((name) => amounts[name] === null || amounts[name] === undefined)
}
