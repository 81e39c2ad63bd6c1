// What each satellite of a group would show for a year, from the totals of the group.
import { type Cents, parseAmount } from '../../law/money.ts'
import { shareText } from '../../law/ratio.ts'
import { type Split, splitAmounts } from '../../law/split.ts'
import type { DataYear } from '../../law/timeline.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import type { Satellite } from './delivered.sql.ts'

export type Totals = { readonly total: Cents | null; readonly organic: Cents | null }

export type SimulatedRow = {
  readonly satellite: Satellite
  readonly days: number
  readonly meals: number | null
  readonly total: Cents | null
  readonly organic: Cents | null
  /** Percentage of organic in its own total, and euros per meal, two decimals; null when unknown. */
  readonly organicShare: string | null
  readonly perMeal: string | null
}

export type Simulation = {
  readonly split: Split
  readonly totals: Totals
  readonly rows: readonly SimulatedRow[]
  readonly missingMeals: readonly Satellite[]
}

const AMOUNT_WORDS: Readonly<Record<string, string>> = {
  negative: 'Un montant ne peut pas être négatif.',
  too_many_decimals: 'Écrivez ce montant avec deux décimales au plus, par exemple 12 345,60.',
  too_large: 'Ce montant est trop grand : vérifiez l’unité, il s’agit d’euros.',
}

/** The amounts of the address; a blank one is not known. */
export function readTotals(query: FormValues): { totals: Totals; errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const read = (field: string): Cents | null => {
    const typed = query.get(field)
    if (typed === '') return null
    const { cents, error } = parseAmount(typed, 'french')
    if (cents !== undefined) return cents
    errors.push({
      field,
      message: AMOUNT_WORDS[error] ?? `« ${typed} » n’est pas un montant. Écrivez-le en chiffres, par exemple 12 345,60.`,
    })
    return null
  }
  const totals = { total: read('total'), organic: read('bio') }
  if (totals.total !== null && totals.organic !== null && totals.organic > totals.total)
    errors.push({ field: 'bio', message: 'Les achats bio font partie du total : ils ne peuvent pas le dépasser.' })
  if (totals.total === null && totals.organic !== null && errors.length === 0)
    errors.push({ field: 'total', message: 'Indiquez aussi le total des achats : les achats bio en font partie.' })
  return { totals: errors.length > 0 ? { total: null, organic: null } : totals, errors }
}

/** Organic purchases and the others are shared out apart: no satellite shows more organic than purchases. */
export function simulate(
  dataYear: DataYear,
  satellites: readonly Satellite[],
  groupYearlyMeals: number | null,
  totals: Totals,
): Simulation {
  const { total, organic } = totals
  const amounts = total === null ? [] : organic === null ? [total] : [organic, total - organic]
  const split = splitAmounts({ dataYear, satellites, amounts, groupYearlyMeals })
  const shares = new Map(split.shares.map((share) => [share.id, share]))
  const rows = satellites.flatMap((satellite): SimulatedRow[] => {
    const share = shares.get(satellite.id)
    if (!share) return []
    const parts = share.amounts.filter((part) => part !== null)
    const own = parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0)
    const bio = organic === null || own === null ? null : parts[0]!
    return [
      {
        satellite,
        days: share.days,
        meals: share.meals,
        total: own,
        organic: bio,
        organicShare: bio === null || !own ? null : shareText(bio, own),
        perMeal: share.costPerMeal,
      },
    ]
  })
  const missing = new Set(split.missingMeals)
  return { split, totals, rows, missingMeals: satellites.filter(({ id }) => missing.has(id)) }
}
