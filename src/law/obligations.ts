// The obligations in force for a canteen and a year: who owes them, since when, by which text.
import type { CanteenFacts } from './canteen.ts'
import type { Applicability, MeasureId, MetFacts, ObligationRow, ObligationVerdict as OneVerdict } from './obligation.ts'
import { decide, judge, type PreparedObligation, prepare } from './obligation-answers.ts'
import { plasticObligations } from './obligations-plastic.data.ts'
import { purchaseObligations } from './obligations-purchases.data.ts'
import { diversificationObligations, wasteObligations } from './obligations-waste.data.ts'
import { noPractices, type Practices } from './practices.ts'
import type { DataYear } from './timeline.ts'

export type { Applicability, MeasureId } from './obligation.ts'

const rows = [...purchaseObligations, ...wasteObligations, ...diversificationObligations, ...plasticObligations] as const
export type ObligationId = (typeof rows)[number]['id']
export type Obligation = ObligationRow<ObligationId>

/** Every obligation, in the order of the measures. */
export const obligations: readonly Obligation[] = rows

const byId = new Map<ObligationId, Obligation>(obligations.map((obligation) => [obligation.id, obligation]))
export const obligationOf = (id: ObligationId): Obligation => byId.get(id)!

export const measures: readonly { readonly id: MeasureId; readonly label: string }[] = [
  { id: 'appro', label: 'Qualité des produits' },
  { id: 'waste', label: 'Lutte contre le gaspillage' },
  { id: 'diversification', label: 'Menus végétariens' },
  { id: 'plastic', label: 'Interdiction du plastique' },
  { id: 'info', label: 'Information des convives' },
]

/** What a canteen owes for one obligation, and whether it is met. */
export type ObligationVerdict = OneVerdict<ObligationId>

/** Does the obligation apply to this canteen for the purchases and practices of this data year? */
export function applies(
  obligation: Obligation,
  canteen: CanteenFacts,
  dataYear: DataYear,
  practices: Practices = noPractices,
): Applicability {
  return decide(inYear(dataYear)[obligations.indexOf(obligation)]!, { canteen, practices })
}

/** Is it met? true, false (certain as soon as one part is), or null: not known yet, or nothing that is asked can tell. */
export const isMet = (obligation: Obligation, facts: MetFacts): boolean | null => obligation.met?.(facts) ?? null

/** Every obligation for a canteen and a year, in the order of `obligations`. */
export const judgeObligations = (facts: MetFacts, dataYear: DataYear): ObligationVerdict[] =>
  inYear(dataYear).map((prepared) => judge(prepared, facts))

const years = new Map<DataYear, readonly PreparedObligation<ObligationId>[]>()

/** The rules of a year are made ready once. */
function inYear(dataYear: DataYear): readonly PreparedObligation<ObligationId>[] {
  let found = years.get(dataYear)
  if (!found) {
    found = obligations.map((obligation) => prepare(obligation, dataYear))
    years.set(dataYear, found)
  }
  return found
}
