// The five measures: reached, not yet, not known yet, or nothing to reach, each with its reasons.
import { any } from './audiences.ts'
import type { TargetFigure } from './figures.ts'
import { formatEuros, formatPercent } from './money.ts'
import type { MeasureId } from './obligation.ts'
import { measures, type ObligationId, type ObligationVerdict, obligationOf, obligations } from './obligations.ts'
import { hasWasteActions, hasWeeklyVegetarianMenu } from './practice-answers.ts'
import type { Practices } from './practices.ts'
import type { TextId } from './texts.ts'

export type { ObligationVerdict } from './obligations.ts'

export type MeasureStatus = 'reached' | 'not_reached' | 'unknown' | 'not_applicable'
export type ReasonState = 'met' | 'not_met' | 'unknown' | 'not_applicable'
/** A French sentence, and the text that it rests on. */
export type Reason = {
  readonly text: string
  readonly source: TextId
  readonly state: ReasonState
  /** The obligation that it speaks of, when it is one: several may rest on the same text, each with its date. */
  readonly obligation?: ObligationId
}
export type MeasureVerdict = {
  readonly id: MeasureId
  readonly label: string
  readonly status: MeasureStatus
  readonly reasons: readonly Reason[]
}

/** One for each of `obligations`, in the same order. */
export type ObligationVerdicts = readonly ObligationVerdict[]

/** One condition of a measure: what is owed, and whether it is done. */
type Part = { readonly applies: boolean | null; readonly met: boolean | null }

/** All the parts that apply must be met; a part that may apply and is not met leaves the measure open. */
function statusOf(parts: readonly Part[]): MeasureStatus {
  let owed = 0
  let open = 0
  for (const { applies, met } of parts) {
    if (applies === true && met === false) return 'not_reached'
    if (applies === false) continue
    owed++
    if (met !== true) open++
  }
  if (open > 0) return 'unknown'
  return owed > 0 ? 'reached' : 'not_applicable'
}

/** For each measure, the places in `obligations` of those that it waits for. */
const gates = measures.map(({ id }) =>
  obligations.flatMap(({ gates, measure }, index) => (gates && measure === id ? [index] : [])),
)

const stateOf = ({ applies, met }: Part): ReasonState =>
  applies === false ? 'not_applicable' : met === true ? 'met' : met === false && applies ? 'not_met' : 'unknown'

/** Verdicts on obligations are shared objects: so are the reasons that they give. */
const reasons = new WeakMap<ObligationVerdict, Reason>()

function reasonOf(verdict: ObligationVerdict): Reason {
  let reason = reasons.get(verdict)
  if (!reason) {
    const state = stateOf(verdict)
    const undecided = state === 'not_applicable' || (state === 'unknown' && verdict.applies === null)
    const text = undecided ? verdict.reason : obligationOf(verdict.id).says![SAYS[state]]
    reason = { text, source: verdict.source, state, obligation: verdict.id }
    reasons.set(verdict, reason)
  }
  return reason
}
const SAYS = { not_applicable: 'unknown', met: 'met', not_met: 'notMet', unknown: 'unknown' } as const

/** The verdict on the five measures, always in the same order. */
export function measuresOf(
  shares: { readonly organic: TargetFigure; readonly quality: TargetFigure; readonly meatFish: TargetFigure },
  verdicts: ObligationVerdicts,
  practices: Practices,
): MeasureVerdict[] {
  return measures.map(({ id, label }, index) => {
    const parts = gates[index]!.map((gate) => verdicts[gate]!)
    if (id === 'appro') {
      const reasons = [shares.organic, shares.quality, shares.meatFish].map(shareReason)
      return { id, label, status: statusOf(parts), reasons }
    }
    const reasons = parts.map(reasonOf)
    if (id === 'waste') return { id, label, ...withActions(parts, reasons, practices) }
    if (id === 'diversification') return { id, label, ...withGoodwill(parts, reasons, practices) }
    return { id, label, status: statusOf(parts), reasons }
  })
}

/** Waste also wants one action: the law asks for an approach, not for a diagnosis alone. */
function withActions(parts: readonly Part[], reasons: readonly Reason[], practices: Practices) {
  const actions: Part = { applies: parts[0]!.applies, met: hasWasteActions(practices) }
  const state = stateOf(actions)
  const reason: Reason = { text: WASTE_ACTIONS[state], source: 'ce-l541-15-3', state, obligation: 'waste-diagnosis' }
  return { status: statusOf([...parts, actions]), reasons: [reasons[0]!, reason, ...reasons.slice(1)] }
}
const WASTE_ACTIONS: Readonly<Record<ReasonState, string>> = {
  met: 'Vous menez au moins une action contre le gaspillage',
  not_met: 'Choisissez une première action contre le gaspillage',
  unknown: 'Dites-nous quelles actions contre le gaspillage sont en place',
  not_applicable: 'Pas encore en vigueur cette année-là',
}

/** Without any duty, a canteen that offers a weekly menu or has a plan earns the measure all the same. */
function withGoodwill(parts: readonly ObligationVerdict[], reasons: readonly Reason[], practices: Practices) {
  const status = statusOf(parts)
  if (status !== 'not_applicable') return { status, reasons }
  const goes = any(hasWeeklyVegetarianMenu(practices), practices.hasDiversificationPlan)
  if (goes !== true) return { status, reasons }
  const reason: Reason = { text: GOODWILL, source: 'crpm-l230-5-6-i', state: 'met' }
  return { status: 'reached' as const, reasons: [reason, ...reasons] }
}
const GOODWILL = 'Sans y être tenu, vous proposez un menu végétarien chaque semaine ou suivez un plan de diversification'

function shareReason({ label, percent, target, met, gapCents, source, whole }: TargetFigure): Reason {
  if (target === null) return { text: `${label} : pas d’objectif pour cette année`, source, state: 'not_applicable' }
  const state = stateOf({ applies: target.applies, met })
  const goal = `objectif de ${formatPercent(target.percent)}`
  if (target.applies === false || (target.applies === null && met !== true)) {
    return { text: `${label} : ${target.reason}`, source, state }
  }
  if (met === true) {
    if (whole.cents === 0) return { text: `${label} : rien à atteindre, aucun achat de viande ni de poisson`, source, state }
    const at = percent === null ? '' : ` avec ${formatPercent(percent)}`
    return { text: `${label} : ${goal} atteint${at}`, source, state }
  }
  if (met === false) {
    const missing = gapCents === null ? '' : ` : il reste ${formatEuros(gapCents)} d’achats à y consacrer`
    const at = percent === null ? '' : ` (${formatPercent(percent)})`
    return { text: `${label} : ${goal} pas encore atteint${at}${missing}`, source, state }
  }
  if (percent !== null) return { text: `${label} : ${formatPercent(percent)}. ${target.reason}`, source, state }
  return { text: `${label} : ${goal}, montants à compléter`, source, state }
}
