// One screen of the test: what it shows, and what becomes of what is sent. Nothing typed is ever lost.
import type { DataYear } from '../../law/timeline.ts'
import { type FieldError, type FormValues, formValues } from '../../platform/http/forms.ts'
import type { Answers } from './answers.ts'
import { contradictionsOf } from './contradictions.ts'
import type { Draft } from './draft.sql.ts'
import { fieldNames } from './field-names.ts'
import { fieldsOf } from './form-values.ts'
import type { Step } from './question.ts'
import { questionsFor, steps } from './questions.ts'
import { readStep } from './reading.ts'
import { type Subject, subjectOf } from './subject.ts'

export type Screen = { values: FormValues; errors: FieldError[] }

/** What the screen shows when it is opened: what was typed and could not be used, otherwise the answers. */
export function openScreen(step: Step, draft: Draft, subject: Subject): Screen {
  const questions = questionsFor(step, subject)
  const typed = draft.typed[step.id]
  if (typed === undefined)
    return { values: formValues(fieldsOf(questions, draft.answers)), errors: contradictionsAt(step, subject) }
  const values = formValues(typed)
  return { values, errors: readStep(questions, values, draft.answers).problems.filter(({ kind }) => kind === 'wrong') }
}

/** What is kept of a posted screen, and what must be corrected before going on. */
export function postScreen(step: Step, form: FormValues, draft: Draft, currentYear: DataYear) {
  const questions = questionsFor(step, subjectOf(draft.answers, currentYear))
  const { answers, problems } = readStep(questions, form, draft.answers)
  const { [step.id]: _, ...typed } = draft.typed
  const isWrong = problems.some(({ kind }) => kind === 'wrong')
  const pairs = questions.flatMap((question) => fieldNames(question).flatMap((name) => typedIn(form, name)))
  const kept: Draft = { answers, typed: isWrong ? { ...typed, [step.id]: pairs } : typed }
  const subject = subjectOf(answers, currentYear)
  const errors = problems.length > 0 ? problems : contradictionsAt(step, subject)
  return { draft: kept, subject, errors }
}

/** Within bounds: no field of the test needs more. */
const typedIn = (form: FormValues, name: string) =>
  form
    .all(name)
    .slice(0, 30)
    .map((value): [string, string] => [name, value.slice(0, 200)])

const positionOf = (id: keyof Answers) => steps.findIndex(({ questions }) => questions.some((question) => question.id === id))

/** Contradictions that this screen completes: with itself or with an earlier one. Later ones are met on the way. */
function contradictionsAt(step: Step, { answers, dataYear }: Subject): FieldError[] {
  const here = steps.indexOf(step)
  const errors: FieldError[] = []
  for (const { questions, message } of contradictionsOf(answers, dataYear)) {
    const own = questions.findLast((id) => positionOf(id) === here)
    if (own === undefined || questions.some((id) => positionOf(id) > here)) continue
    if (errors.every(({ field }) => field !== own)) errors.push({ field: own, message })
  }
  return errors
}
