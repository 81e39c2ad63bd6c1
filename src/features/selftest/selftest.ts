// The door of the positioning test: what later steps may ask it, to turn a finished test into the first draft of an account.
import type { CanteenFacts } from '../../law/canteen.ts'
import type { Practices } from '../../law/practices.ts'
import type { Procurement } from '../../law/procurement.ts'
import type { DataYear } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import type { Commune } from '../territory/territory.ts'
import { sharesCases } from './amounts.ts'
import type { Answers } from './answers.ts'
import { loadDraft } from './draft.ts'
import { subjectOf } from './subject.ts'
import { practicesOf } from './to-law.ts'

export type { Answers, Quantity, Total } from './answers.ts'

export type KeptTest = {
  /** As answered: what was typed as a share stays a share. */
  answers: Answers
  commune: Commune | null
  canteen: CanteenFacts
  dataYear: DataYear
  practices: Practices
  /**
   * Amounts in true euros, where the total was given exactly; null otherwise. The non-organic labels were asked together: their
   * sum stands under one of the two groups, and meat and fish, asked together too, are left out. Both are to be asked again.
   */
  procurement: Procurement | null
}

/** The test kept under this code, or null when there is none, or no longer. */
export async function readDraft(platform: Platform, code: string): Promise<KeptTest | null> {
  const draft = await loadDraft(platform, code)
  if (draft === null) return null
  const { answers } = draft
  const { commune, canteen, dataYear } = subjectOf(answers, Number(dayInParis(platform.now()).slice(0, 4)))
  const [first] = sharesCases(answers)
  return {
    answers,
    commune,
    canteen,
    dataYear,
    practices: practicesOf(answers),
    procurement: answers.total?.kind === 'amount' && first ? first.procurement : null,
  }
}
