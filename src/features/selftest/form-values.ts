// From answers back to what the fields of a screen show: the reverse of reading.ts.
import { type Cents, group } from '../../law/money.ts'
import { typedCommune } from '../territory/territory.ts'
import type { Answers, Quantity, Total } from './answers.ts'
import { fieldOf } from './field-names.ts'
import type { Question } from './question.ts'

type Pair = [string, string]

/** The fields of these questions, filled with the answers. */
export const fieldsOf = (questions: readonly Question[], answers: Answers): Pair[] =>
  questions.flatMap((question) => {
    const answer = answers[question.id]
    return answer === undefined ? [] : pairsOf(question, answer)
  })

function pairsOf({ id, kind }: Question, answer: NonNullable<Answers[keyof Answers]>): Pair[] {
  if (kind === 'commune' && answer !== 'unknown') return [[id, typedCommune(String(answer)) ?? String(answer)]]
  if ((kind === 'meals' || kind === 'commune') && answer === 'unknown') return [[fieldOf.unknown(id), 'oui']]
  if (kind === 'sectors' && Array.isArray(answer))
    return answer.map((sector, index): Pair => [index === 0 ? id : fieldOf.second(id), sector])
  if (Array.isArray(answer)) return answer.length === 0 ? [[id, 'none']] : answer.map((one): Pair => [id, one])
  if (typeof answer !== 'object') return [[id, String(answer)]]
  return [[id, answer.kind], ...figureOf(id, answer)]
}

function figureOf(id: string, answer: Quantity | Total): Pair[] {
  switch (answer.kind) {
    case 'amount':
      return [[fieldOf.amount(id), asTyped(answer.cents)]]
    case 'share':
      // « 8,8 » rather than « 8,80 »: a share is seldom typed to the hundredth.
      return [[fieldOf.share(id), asTyped(answer.hundredths).replace(/(,\d)0$/, '$1')]]
    case 'range':
      return [[fieldOf.range(id), answer.range]]
    default:
      return []
  }
}

/** 1234567 → « 12 345,67 »; 1200 → « 12 ». */
export function asTyped(hundredths: Cents): string {
  const rest = hundredths % 100
  return group((hundredths - rest) / 100) + (rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`)
}
