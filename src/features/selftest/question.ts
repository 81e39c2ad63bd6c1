// What a question and a screen of the test are made of.
import type { CanteenFacts, MealSpan } from '../../law/canteen.ts'
import type { ObligationId } from '../../law/obligations.ts'
import type { DataYear } from '../../law/timeline.ts'
import type { Choice } from '../../platform/html/fields.tsx'
import type { AnswerId, Answers } from './answers.ts'

export type StepId =
  | 'profil'
  | 'lieu'
  | 'achats'
  | 'labels'
  | 'viandes-et-poissons'
  | 'gaspillage'
  | 'vegetal'
  | 'plastique'
  | 'information'
  | 'fiertes'

type Common = {
  id: AnswerId
  label: string
  hint?: string
  /** May be left blank without a word. */
  optional?: true
  /** Asked unless the law says that none of these obligations concerns the canteen. */
  duties?: readonly ObligationId[]
  /** Asked only of these canteens. */
  when?: (canteen: CanteenFacts) => boolean
  /** Answers that make the question pointless: it may then be left blank, and what is typed there is not kept. */
  pointlessWhen?: (answers: Answers) => boolean
}

export type Question =
  | (Common & { kind: 'choice'; choices: readonly Choice[] })
  /** Boxes to tick; `none` is the words of « nothing of all this ». */
  | (Common & {
      kind: 'several'
      choices: readonly Choice[]
      none: string
      /** The words of a choice, where they change with the year of the purchases. */
      named?: (value: string, dataYear: DataYear) => string | undefined
    })
  /** An amount or a share of `whole`; `none`, when there is such a choice, is the words of zero. */
  | (Common & { kind: 'quantity'; whole: string; none?: string })
  | (Common & { kind: 'total' })
  | (Common & { kind: 'sectors' })
  | (Common & { kind: 'meals'; span: MealSpan })
  | (Common & { kind: 'commune' })
  | (Common & { kind: 'ministry' })
  | (Common & { kind: 'year' })

export type Step = {
  id: StepId
  /** Screens of one theme count as one step. */
  theme: string
  title: string
  /** Why we ask, in one or two sentences. */
  why: string
  questions: readonly Question[]
}
