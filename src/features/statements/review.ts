// What the canteen decides of each line, read from the form; and everything that is worth a question before it does.
import { partsOf, type Question, questionsAround, questionsOn, sameShares } from '../../law/consistency.ts'
import { type FamilyId, families } from '../../law/families.ts'
import { familyTotals } from '../../law/family-totals.ts'
import { type Cents, formatEuros } from '../../law/money.ts'
import type { RollUp } from '../../law/roll-up.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, findByIds, findRoles } from '../canteens/canteens.ts'
import { suppliersOfYear, yearFigures } from '../purchases/purchases.ts'
import { COUNT, lineField, lineFields, readLine } from './lines.ts'
import { sentElsewhere } from './statement.sql.ts'
import { type Given, type LineDecision, LONGEST_WHY, type Statement, sourceOf, statedOf, supplierKey } from './statement.ts'

export const ACCEPT = 'accepter'
export const REFUSE = 'refuser'
/** The buttons that accept many lines at once: all those that nothing was decided of, or those of them without a question. */
export const ALL = 'tout'
export const COHERENT = 'coherent'

/** What the page shows first: the lines as sent, or as they were decided before being taken back. */
export const reviewFields = (given: Given, decisions: readonly LineDecision[] | null): [string, string][] => [
  [COUNT, String(given.lines.length)],
  ...lineFields(decisions?.map(({ line }) => line) ?? given.lines),
  ...(decisions ?? []).flatMap((one, index): [string, string][] => [
    [lineField(index, 'decision'), one.accepted ? ACCEPT : REFUSE],
    [lineField(index, 'mot'), one.accepted ? '' : one.why],
  ]),
]

/** Ticks « accept » for every line that nothing was decided of, those with one of these questions left out. */
export const acceptingAll = (form: FormValues, given: Given, questions: readonly Question[]): [string, string][] => {
  const doubtful = new Set(questions.flatMap(({ lines }) => lines))
  return given.lines.flatMap((_, index): [string, string][] => {
    const field = lineField(index, 'decision')
    return doubtful.has(index) || form.get(field) !== '' ? [] : [[field, ACCEPT]]
  })
}

/** Every line decided, or an error at its field. A refused line keeps what was sent. */
export function readDecisions(form: FormValues, given: Given): { decisions: LineDecision[]; errors: FieldError[] } {
  const decisions: LineDecision[] = []
  const errors: FieldError[] = []
  given.lines.forEach((sent, index) => {
    const [decision, why] = [form.get(lineField(index, 'decision')), form.get(lineField(index, 'mot'))]
    const wrong = (part: 'decision' | 'mot', message: string) => errors.push({ field: lineField(index, part), message })
    if (decision === ACCEPT) {
      const { line, errors: mistakes } = readLine(form, index)
      errors.push(...mistakes)
      if (line) decisions.push({ accepted: true, line: { ...line, wording: sent.wording } })
    } else if (decision !== REFUSE) wrong('decision', `Acceptez ou refusez la ligne ${index + 1}.`)
    else if (why === '') wrong('mot', `Dites en un mot pourquoi vous refusez la ligne ${index + 1} : votre fournisseur le lira.`)
    else if (why.length > LONGEST_WHY) wrong('mot', `Ce mot est trop long : ${LONGEST_WHY} caractères au plus.`)
    else decisions.push({ accepted: false, line: sent, why })
  })
  return { decisions, errors }
}

/** Everything that the canteen may want to ask, what only it knows included. */
export async function questionsOfReview(
  db: Queries,
  { canteen, personId, statement, given }: { canteen: Canteen; personId: string; statement: Statement; given: Given },
): Promise<Question[]> {
  const stated = statedOf(statement, given)
  const source = sourceOf(statement.id)
  const all = given.lines.map((_, at) => at)
  const [figures, doubles, same] = await Promise.all([
    yearFigures(db, canteen.id, statement.year, source),
    boughtAlready(db, statement),
    sameElsewhere(db, canteen, personId, statement, given),
  ])
  return [
    ...(doubles === null ? [] : [{ ...doubles, lines: all }]),
    ...questionsOn(stated),
    ...questionsAround(stated, {
      suppliesAll: statement.contractor,
      yearlyMealCount: canteen.yearlyMealCount,
      bought: boughtByFamily(figures),
    }),
    ...(same === null ? [] : [{ ...same, lines: all }]),
  ]
}

const boughtByFamily = ({ detailed }: RollUp): Partial<Record<FamilyId, Cents>> =>
  Object.fromEntries(families.map(({ id }) => [id, familyTotals({ depth: 'detailed', amounts: detailed }, id).spend.atLeast]))

/** Purchases of the same supplier that are in the book already, by invoices or by hand: accepted as well, they would count twice. */
async function boughtAlready(
  db: Queries,
  { canteenId, id, year, supplier, supplierKey: key }: Statement,
): Promise<Question | null> {
  const found = (await suppliersOfYear(db, canteenId, year, sourceOf(id))).filter((one) => supplierKey(one.supplier) === key)
  const [count, cents] = [found.reduce((sum, one) => sum + one.count, 0), found.reduce((sum, one) => sum + one.cents, 0)]
  if (count === 0) return null
  const message = `Vous avez déjà ${count} achat${count > 1 ? 's' : ''} de « ${supplier} » en ${year}, pour ${formatEuros(cents)} : ce relevé les contient-il aussi ?`
  return { code: 'bought_already', lines: [], message }
}

/** The same shares on several of the canteens that this person sees; the others are nobody's business here. */
async function sameElsewhere(db: Queries, canteen: Canteen, personId: string, statement: Statement, given: Given) {
  const siblings = await sentElsewhere(db, statement)
  const ids = siblings.map(({ canteenId }) => canteenId)
  const roles = await findRoles(db, ids, personId)
  const names = new Map((await findByIds(db, ids)).map(({ id, name }) => [id, name]))
  const visible = siblings.filter(({ canteenId }) => roles.has(canteenId) && names.has(canteenId))
  return sameShares([
    { name: canteen.name, ...partsOf(statedOf(statement, given)) },
    ...visible.map(({ canteenId, given: other }) => ({ name: names.get(canteenId)!, ...partsOf(statedOf(statement, other)) })),
  ])
}
