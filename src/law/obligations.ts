// The obligations in force for a canteen and a year: who owes them, since when, by which text.
import type { CanteenFacts } from './canteen.ts'
import type { Facts } from './conditions.ts'
import type { MeasureId, MetFacts, ObligationRow, ObligationRule } from './obligation.ts'
import { plasticObligations } from './obligations-plastic.data.ts'
import { purchaseObligations } from './obligations-purchases.data.ts'
import { diversificationObligations, wasteObligations } from './obligations-waste.data.ts'
import { noPractices, type Practices } from './practices.ts'
import type { TextId } from './texts.ts'
import type { DataYear, IsoDate } from './timeline.ts'

export type { MeasureId } from './obligation.ts'

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

export type Applicability = {
  /** true, false, or null when the facts do not say. */
  readonly applies: boolean | null
  /** First day of the rule that decided (of the first rule when none is in force that year). */
  readonly since: IsoDate
  readonly source: TextId
  /** French, without final stop. */
  readonly reason: string
}

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

/** A rule with what to answer, ready to be served many times: answers that depend on no fact are made once. */
export type PreparedRule = {
  readonly rule: ObligationRule
  readonly yes: Applicability
  readonly no: readonly Applicability[]
  readonly unknown: readonly Applicability[]
}
export type PreparedObligation = { readonly rules: readonly PreparedRule[]; readonly none: Applicability }

const years = new Map<DataYear, readonly PreparedObligation[]>()

/** For each of `obligations`, in the same order, its rules that are in force at least one day of the year. */
export function inYear(dataYear: DataYear): readonly PreparedObligation[] {
  let found = years.get(dataYear)
  if (!found) {
    found = obligations.map((obligation) => prepareObligation(obligation, dataYear))
    years.set(dataYear, found)
  }
  return found
}

function prepareObligation({ rules }: Obligation, dataYear: DataYear): PreparedObligation {
  const first = rules[0]
  const none = (reason: string): Applicability => ({ applies: false, since: first.from, source: first.source, reason })
  const inForce = rules.filter(({ from, until = '9999' }) => from <= `${dataYear}-12-31` && until >= `${dataYear}-01-01`)
  const early = first.from > `${dataYear}-12-31`
  return {
    rules: inForce.map(prepare),
    none: none(
      early ? `Cette règle n’était pas encore en vigueur en ${dataYear}` : `Cette règle n’était plus en vigueur en ${dataYear}`,
    ),
  }
}

function prepare(rule: ObligationRule): PreparedRule {
  const answer = (applies: boolean | null, reason: string): Applicability => ({
    applies,
    since: rule.from,
    source: rule.source,
    reason,
  })
  return {
    rule,
    yes: answer(
      true,
      rule.when
        .map(({ yes }) => yes)
        .filter(Boolean)
        .join(' ; '),
    ),
    no: rule.when.map((condition) => answer(false, condition.no)),
    unknown: rule.when.map((condition) => answer(null, condition.unknown)),
  }
}

/** One rule that applies is enough; else one that may apply; else none does, and the first one says why. */
export function decide({ rules, none }: PreparedObligation, facts: Facts): Applicability {
  let answer: Applicability | null = null
  for (const prepared of rules) {
    const found = decideRule(prepared, facts)
    if (found.applies === true) return found
    if (answer === null || (answer.applies === false && found.applies === null)) answer = found
  }
  return answer ?? none
}

/** All conditions must hold: the first false one decides, else the first unknown one. */
function decideRule({ rule, yes, no, unknown }: PreparedRule, facts: Facts): Applicability {
  let pending = -1
  for (let index = 0; index < rule.when.length; index++) {
    const holds = rule.when[index]!.test(facts)
    if (holds === false) return no[index]!
    if (holds === null && pending < 0) pending = index
  }
  return pending < 0 ? yes : unknown[pending]!
}
