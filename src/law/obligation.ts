// The shape of an obligation: dated rules, who owes them, and how one knows that they are met.
import type { Condition, Facts } from './conditions.ts'
import type { Practices } from './practices.ts'
import type { TextId } from './texts.ts'
import type { IsoDate } from './timeline.ts'

export type MeasureId = 'appro' | 'waste' | 'diversification' | 'plastic' | 'info'

/** What the amounts say: is each target reached? */
export type Reached = { readonly organic: boolean | null; readonly quality: boolean | null; readonly meatFish: boolean | null }
export type MetFacts = Facts & { readonly reached: Reached }

export type ObligationRule = {
  readonly from: IsoDate
  /** Last day, for a rule that ended. */
  readonly until?: IsoDate
  /** All must hold. */
  readonly when: readonly [Condition, ...Condition[]]
  readonly source: TextId
  /** The date itself still has to be checked. */
  readonly toVerify?: true
}

export type ObligationKind =
  /** Owed by the canteen. */
  | 'duty'
  /** Asked of the canteen, without threshold. */
  | 'encouragement'
  /** Offered to volunteers. */
  | 'voluntary'
  /** Owed by the State or by others. */
  | 'state'
  /** A goal for the whole country. */
  | 'national_goal'

export type ObligationRow<Id extends string = string> = {
  readonly id: Id
  /** Rows of the table of obligations (1 to 37) that it comes from. */
  readonly rows: readonly number[]
  readonly title: string
  /** One or two plain French sentences. */
  readonly text: string
  readonly kind: ObligationKind
  /** The measure that the obligation belongs to, if any. */
  readonly measure: MeasureId | null
  /** Does the measure wait for it? Otherwise it only stands beside. */
  readonly gates?: true
  /** Oldest first; several may be in force together. */
  readonly rules: readonly [ObligationRule, ...ObligationRule[]]
  /** Other texts worth reading. */
  readonly alsoSee?: readonly TextId[]
  /** The answers that tell whether it is met. */
  readonly questions?: readonly (keyof Practices)[]
  /** Absent: nothing that is asked can tell. */
  readonly met?: (facts: MetFacts) => boolean | null
  /** French, without final stop: what to say when it is met, not yet, not known yet. */
  readonly says?: { readonly met: string; readonly notMet: string; readonly unknown: string }
}

export type Applicability = {
  /** true, false, or null when the facts do not say. */
  readonly applies: boolean | null
  /** First day of the rule that decided (of the first rule when none is in force that year). */
  readonly since: IsoDate
  readonly source: TextId
  /** French, without final stop. */
  readonly reason: string
}

/** What a canteen owes for one obligation, and whether it is met. */
export type ObligationVerdict<Id extends string = string> = Applicability & { readonly id: Id; readonly met: boolean | null }
