// What the figures of a year cannot say by themselves, and what in them is worth a second look.
import type { FC } from 'hono/jsx'
import { labels } from '../../law/labels.ts'
import { formatEuros } from '../../law/money.ts'
import { questionsOnYear, type YearQuestion } from '../../law/year-questions.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import type { Canteen } from '../canteens/canteens.ts'
import { bookAddress } from './criteria.ts'
import type { Summary } from './months.ts'
import type { EnteredTwice } from './twice.sql.ts'
import { countWords, familyWords } from './words.ts'

type Props = Pick<Summary, 'rollUp' | 'before'> & {
  canteen: Canteen
  year: number
  isCurrent: boolean
  twice: readonly EnteredTwice[]
}

export const ToCheck: FC<Props> = ({ canteen, year, isCurrent, twice, rollUp, before }) => {
  const { withoutFamily, setAside, retired } = rollUp
  const { yearlyMealCount } = canteen
  const questions = questionsOnYear({ rollUp, before, yearlyMealCount, isOver: !isCurrent })
  return withoutFamily.count + setAside.length + retired.count + twice.length + questions.length === 0 ? null : (
    <Notice title="À regarder">
      <ul>
        {withoutFamily.count > 0 ? (
          <li>
            <a href={bookAddress(canteen.id, { year, family: 'none' })}>{`${countWords(withoutFamily.count)} sans famille`}</a>
            {`, pour ${formatEuros(withoutFamily.cents)} : ils comptent dans le total, dans aucune ligne de la saisie détaillée.`}
          </li>
        ) : null}
        {setAside.map(({ family, label, count, cents }) => (
          <li>
            <a href={bookAddress(canteen.id, { year, family, counted: 'none' })}>
              {`${countWords(count)} « ${labels.find(({ id }) => id === label)!.label} »`}
            </a>
            {` en ${familyWords(family)}, pour ${formatEuros(cents)} : ce label n’existe pas pour cette famille, il ne compte pas.`}
          </li>
        ))}
        {retired.count > 0 ? (
          <li>{`${countWords(retired.count)} avec une mention d’anciens fichiers (en conversion, équivalent), pour ${formatEuros(retired.cents)} : vérifiez le label.`}</li>
        ) : null}
        {twice.length > 0 ? (
          <li>
            <a href={bookAddress(canteen.id, { year, twice: true })}>{`${countWords(twice.length)} peut-être en double`}</a>
            {`, pour ${formatEuros(twice.reduce((sum, { cents }) => sum + cents, 0))} : même jour, même produit, même fournisseur et même montant qu’un achat saisi avant. Retirez ceux qui le sont.`}
          </li>
        ) : null}
        {questions.map((question) => (
          <li>
            {`${question.message} `}
            <a href={purchasesOf(canteen.id, year, question)}>{`À vérifier : ${aboutWords(year, question)}`}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The largest amounts first when it is about the whole year: a slip stands at the top. */
const purchasesOf = (canteenId: number, year: number, { family, label }: YearQuestion) =>
  bookAddress(canteenId, { year, family, counted: label, sort: family === null ? 'montant' : 'date' })

/** « les achats de 2026, Boulangerie, sans label ». */
function aboutWords(year: number, { family, label }: YearQuestion): string {
  const name = labels.find(({ id }) => id === label)?.label
  return [
    `les achats de ${year}`,
    ...(family === null ? [] : [familyWords(family)]),
    ...(label === 'none' ? ['sans label'] : name === undefined ? [] : [name.replaceAll("'", '’')]),
  ].join(', ')
}
