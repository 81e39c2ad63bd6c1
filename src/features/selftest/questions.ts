// Which screens and questions concern this canteen.
import type { Answers } from './answers.ts'
import type { Question, Step } from './question.ts'
import { stepTable } from './questions.data.ts'
import type { Subject } from './subject.ts'

/** Every screen, in order. */
export const steps: readonly Step[] = stepTable

export const stepOf = (id: string): Step | null => steps.find((step) => step.id === id) ?? null

/** Is this question put to this canteen? What the law cannot tell yet is asked. */
export function concerns({ kind, duties, when }: Question, subject: Subject): boolean {
  if (when && !when(subject.canteen)) return false
  if (kind === 'ministry') return subject.mayBeState
  return duties === undefined || duties.some((id) => subject.duties.get(id)?.applies !== false)
}

/** The questions of a screen that concern this canteen. */
export const questionsFor = (step: Step, subject: Subject): Question[] =>
  step.questions.filter((question) => concerns(question, subject))

/** The screens that have something to ask this canteen. */
export const stepsFor = (subject: Subject): Step[] => steps.filter((step) => questionsFor(step, subject).length > 0)

const isAnswered = (question: Question, answers: Answers) =>
  question.optional || answers[question.id] !== undefined || question.pointlessWhen?.(answers)

/** The first screen with a question still open, or null when the test is finished. */
export function firstOpenStep(subject: Subject): Step | null {
  return (
    stepsFor(subject).find((step) => !questionsFor(step, subject).every((question) => isAnswered(question, subject.answers))) ??
    null
  )
}
