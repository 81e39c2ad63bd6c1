// From a posted screen to answers. What is wrong or missing is said at its field; the rest is kept.
import { isPossibleMealCount, mealBounds, mealCountsAgree } from '../../law/canteen.ts'
import { type AmountError, group, parseAmount } from '../../law/money.ts'
import { isDataYear } from '../../law/timeline.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type AnswerId, type Answers, answersSchema, type Quantity, type Total, totalRanges } from './answers.ts'
import { readCommune } from './commune.ts'
import { fieldOf } from './field-names.ts'
import type { Question } from './question.ts'

/** `missing`: not answered yet; `wrong`: typed, but it cannot be used, and what was typed is kept as it is. */
export type Problem = FieldError & { kind: 'missing' | 'wrong' }
type Read = { value?: unknown; problems: Problem[] }

const missing = (field: string, message: string): Read => ({ problems: [{ field, message, kind: 'missing' }] })
const wrong = (field: string, message: string, value?: unknown): Read => ({
  value,
  problems: [{ field, message, kind: 'wrong' }],
})
const read = (value: unknown): Read => ({ value, problems: [] })

/** Reads the questions of a screen. An answer left blank, or that cannot be used, is removed from the answers. */
export function readStep(questions: readonly Question[], form: FormValues, before: Answers) {
  let answers = before
  const problems: Problem[] = []
  for (const question of questions) {
    const { [question.id]: _, ...others } = answers
    const { value, problems: found } = readOne(question, form)
    answers = value === undefined ? others : { ...others, [question.id]: answersSchema.shape[question.id].parse(value) }
    const isPointless = question.pointlessWhen?.(answers) ?? false
    if (isPointless) answers = others
    else problems.push(...found.filter(({ kind }) => kind === 'wrong' || !question.optional))
  }
  const count = (meals: Answers['dailyMeals']) => (typeof meals === 'number' ? meals : null)
  if (!mealCountsAgree(count(answers.dailyMeals), count(answers.yearlyMeals))) {
    const asked = questions.some(({ id }) => id === 'yearlyMeals')
    const message = 'Les repas de l’année doivent dépasser ceux d’une journée : vérifiez l’un des deux nombres.'
    if (asked) problems.push({ field: 'yearlyMeals', message, kind: 'wrong' })
  }
  return { answers, problems }
}

function readOne(question: Question, form: FormValues): Read {
  const { id } = question
  switch (question.kind) {
    case 'choice':
      return question.choices.some(({ value }) => value === form.get(id))
        ? read(form.get(id))
        : missing(
            id,
            `« ${question.label} » : choisissez une réponse${question.optional ? '.' : ', « Je ne sais pas » en est une.'}`,
          )
    case 'several':
      return readSeveral(question, form)
    case 'quantity':
      return readQuantity(question, form)
    case 'total':
      return readTotal(id, form)
    case 'sectors':
      return readSectors(id, form)
    case 'meals':
      return readMeals(question, form)
    case 'commune':
      return readPlace(id, form)
    case 'ministry':
      return answersSchema.shape.lineMinistry.safeParse(form.get(id)).success && form.get(id) !== ''
        ? read(form.get(id))
        : missing(id, 'Indiquez le ministère, « Aucun » ou « Je ne sais pas ».')
    case 'year': {
      const year = /^\d{4}$/.test(form.get(id)) ? Number(form.get(id)) : 0
      return isDataYear(year) ? read(year) : missing(id, 'Choisissez l’année de vos achats.')
    }
  }
}

function readSeveral({ id, label, choices }: Question & { kind: 'several' }, form: FormValues): Read {
  const ticked = form.all(id)
  const values = choices.map(({ value }) => value).filter((value) => ticked.includes(value))
  const others = ['none', 'unknown'].filter((value) => ticked.includes(value))
  if (values.length + others.length === 0) return missing(id, `« ${label} » : cochez au moins une réponse.`)
  if (others.length > 1 || (others.length === 1 && values.length > 0))
    return wrong(id, `« ${label} » : ces réponses se contredisent, décochez l’une d’elles.`)
  return read(others[0] === 'unknown' ? 'unknown' : values)
}

function readQuantity({ id, label, none }: Question & { kind: 'quantity' }, form: FormValues): Read {
  const amount = form.get(fieldOf.amount(id))
  const share = form.get(fieldOf.share(id))
  // A figure typed without ticking its choice says enough, when it is alone.
  const kind = form.get(id) || (amount && !share ? 'amount' : share && !amount ? 'share' : '')
  if (kind === 'amount') return readNumber(fieldOf.amount(id), amount, label, (cents): Quantity => ({ kind: 'amount', cents }))
  if (kind === 'share') {
    const text = share.replace(/\s*(%|pour ?cent)$/i, '')
    const value = parseAmount(text, 'french').cents ?? 0
    if (value > 10_000) return wrong(fieldOf.share(id), `« ${label} » : une part ne peut pas dépasser le tout (cent pour cent).`)
    return readNumber(fieldOf.share(id), text, label, (hundredths): Quantity => ({ kind: 'share', hundredths }))
  }
  if (kind === 'unknown' || (kind === 'none' && none !== undefined)) return read({ kind })
  return missing(id, `« ${label} » : un montant, une part, ou « Je ne sais pas ».`)
}

function readTotal(id: AnswerId, form: FormValues): Read {
  const amount = form.get(fieldOf.amount(id))
  const range = form.get(fieldOf.range(id))
  const kind = form.get(id) || (amount && !range ? 'amount' : range && !amount ? 'range' : '')
  if (kind === 'unknown') return read({ kind })
  if (kind === 'amount') {
    if (parseAmount(amount, 'french').cents === 0)
      return wrong(fieldOf.amount(id), 'Le total des achats ne peut pas être nul : indiquez-le, ou choisissez « Pas encore ».')
    return readNumber(fieldOf.amount(id), amount, 'Total des achats', (cents): Total => ({ kind: 'amount', cents }))
  }
  if (kind === 'range')
    return totalRanges.some((one) => one.id === range)
      ? read({ kind, range })
      : missing(fieldOf.range(id), 'Choisissez l’ordre de grandeur de vos achats.')
  return missing(id, 'Total des achats : un montant, un ordre de grandeur, ou « Pas encore ».')
}

const AMOUNT_ERRORS: Record<AmountError, string> = {
  not_a_number: 'écrivez un nombre, par exemple 1 234,50.',
  negative: 'écrivez un nombre positif ou nul.',
  too_many_decimals: 'deux chiffres après la virgule au plus ; pour les milliers, une espace suffit (1 234).',
  too_large: 'ce nombre est trop grand pour une cantine : vérifiez-le.',
}

function readNumber(field: string, text: string, label: string, value: (cents: number) => Quantity | Total): Read {
  if (text === '') return missing(field, `« ${label} » : écrivez un nombre, ou choisissez une autre réponse.`)
  const { cents, error } = parseAmount(text, 'french')
  return error ? wrong(field, `« ${label} » : ${AMOUNT_ERRORS[error]}`) : read(value(cents))
}

function readSectors(id: AnswerId, form: FormValues): Read {
  const codes = [...new Set([form.get(id), form.get(fieldOf.second(id))].filter((code) => code !== ''))]
  if (codes.length === 0) return missing(id, 'Choisissez qui vous nourrissez : les objectifs en dépendent.')
  const parsed = answersSchema.shape.sectors.safeParse(codes)
  return parsed.success ? read(parsed.data) : wrong(id, 'Ce public n’est pas dans la liste : choisissez-en un.')
}

function readMeals({ id, label, span }: Question & { kind: 'meals' }, form: FormValues): Read {
  const text = form.get(id).replace(/[\s\u00a0\u202f]/g, '')
  if (text === '') {
    if (form.has(fieldOf.unknown(id))) return read('unknown')
    return missing(id, `« ${label} » : écrivez un nombre de repas, ou cochez « Je ne sais pas ».`)
  }
  const count = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  if (isPossibleMealCount(span, count)) return read(count)
  const { least, most } = mealBounds[span]
  if (count > most) return wrong(id, `« ${label} » : ce nombre paraît trop grand, vérifiez-le.`)
  return wrong(id, `« ${label} » : écrivez un nombre entier de repas, de ${group(least)} à ${group(most)}.`)
}

function readPlace(id: AnswerId, form: FormValues): Read {
  const { value, doubt } = readCommune(id, form)
  if (value !== undefined) return read(value)
  switch (doubt) {
    case 'blank':
      return missing(id, 'Dans quelle commune ? Écrivez un nom ou un code postal, ou cochez « Je ne sais pas ».')
    case 'none':
      return wrong(id, 'Aucune commune de ce nom : vérifiez l’orthographe, ou écrivez le code postal.')
    case 'several':
      return wrong(fieldOf.chosen(id), 'Plusieurs communes correspondent : choisissez la vôtre.')
  }
}
