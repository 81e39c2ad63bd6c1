// The result: what is won, where each measure stands, what to do next, and how to keep it. It is what the test is for.
import type { FC } from 'hono/jsx'
import type { DataYear } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import { catalogueFor } from '../resources/resources.ts'
import type { AnswerId, Answers } from './answers.ts'
import type { Story } from './demo.data.ts'
import { headline, list } from './headline.ts'
import { Keep } from './keep.tsx'
import { LEVEL_2_ENDS, level2Source } from './level-2.ts'
import { levelMeanings, levels, levelWords } from './levels.ts'
import { nextSteps } from './next-steps.ts'
import { OtherYears } from './other-years.tsx'
import type { Step } from './question.ts'
import { steps } from './questions.ts'
import { Rows } from './result-rows.tsx'
import { NextSteps } from './result-steps.tsx'
import { Source } from './side-note.tsx'
import { stateOfPlay } from './state-of-play.ts'
import type { Subject } from './subject.ts'
import { canteenInWords } from './words.ts'

type Props = {
  code: string
  subject: Subject
  /** The year whose rules are applied: the one of the answers, or another to compare with. */
  dataYear: DataYear
  today: string
  /** Full address of the test, to copy. */
  address: string
  /** The first screen with a question still open. */
  open: Step | null
  example: Story | null
}

export const ResultPage: FC<Props> = ({ code, subject, dataYear, today, address, open, example }) => {
  const state = stateOfPlay(subject, dataYear)
  const level = levels(state, subject.answers)
  const { title, lead } = headline(state, level)
  const ranked = nextSteps(state, subject)
  const priorities = [...new Set(ranked.filter(({ kind }) => kind !== 'further').map(({ measure }) => measure))]
  const here = `/faire-le-point/${code}`
  // One at a time: correcting the first often settles the others.
  const [contradiction] = state.contradictions
  return (
    <div class="fr-container result">
      {example ? (
        <Notice title="Un exemple imaginé">
          <p>
            {example.title}.{' '}
            <span class="no-print">
              <a href="/faire-le-point">Faites le point sur la vôtre</a>, ou <a href={`${here}/profil`}>partez de cet exemple</a>.
            </span>
          </p>
        </Notice>
      ) : null}
      <h1>{title}</h1>
      <p class="result__lead">{lead}</p>
      <p>
        {`Pour ${canteenInWords({ ...subject, dataYear })}. `}
        <span class="rule">{`État des lieux du ${frenchDay(today)}, d’après vos réponses.`}</span>{' '}
        <a class="no-print" href={`${here}/profil`}>
          Modifier mes réponses
        </a>
      </p>
      {dataYear === subject.dataYear ? null : (
        <Notice title={`Avec les règles de ${dataYear}`}>
          <p>
            {`Vos réponses portent sur ${subject.dataYear}, relues comme si les achats étaient de ${dataYear}. `}
            <a href={`${here}/resultat`}>{`Revenir à ${subject.dataYear}`}</a>
          </p>
        </Notice>
      )}
      {contradiction ? (
        <Notice kind="warning" title="Des réponses ne vont pas ensemble">
          <p>
            {contradiction.message} <a href={`${here}/${screenOf(contradiction.questions)}`}>Corriger</a>
          </p>
        </Notice>
      ) : null}
      {open && !example ? (
        <Notice title="Il reste des questions">
          <p>
            Ce résultat en tient compte. <a href={`${here}/${open.id}`}>Continuer le test</a>
          </p>
        </Notice>
      ) : null}
      <section aria-labelledby="mesures">
        <h2 id="mesures">Mesure par mesure</h2>
        <Rows state={state} levels={level} />
        {state.warnings.map(({ text, source }) => (
          <p class="rule">
            À savoir : {text} {source ? <Source text={source} /> : null}
          </p>
        ))}
        {state.level2 ? (
          <p class="rule">
            À savoir : {LEVEL_2_ENDS}
            {state.level2 === 'to_sort'
              ? '. Vos réponses ne disent pas quelle part l’était : ce qui en dépend reste à préciser. '
              : '. Demandez à vos fournisseurs de passer en HVE. '}
            <Source text={level2Source} />
          </p>
        ) : null}
        <Disclosure summary="Comment lire ces niveaux ?">
          <p>
            {levelMeanings.map((one) => `« ${levelWords[one.level]} » : ${one.meaning}`).join(' ; ')}. Ce n’est ni une note, ni un
            contrôle.
          </p>
        </Disclosure>
      </section>
      <NextSteps ranked={ranked} subject={subject} code={code} />
      <p class="no-print">
        <a href={catalogueFor(priorities)}>Toutes les ressources, dans l’ordre de vos besoins</a> ·{' '}
        <a href={calculatorFor(subject)}>Affiner mes parts</a> · <a href="/calendrier">Voir les échéances</a>
      </p>
      <Pride answers={subject.answers} />
      <OtherYears subject={subject} dataYear={dataYear} here={here} />
      <Keep code={code} here={here} address={address} isExample={example !== null} />
    </div>
  )
}

/** The calculator, with this canteen but without its amounts: they do not belong in an address. */
function calculatorFor({ answers, canteen, dataYear }: Subject): string {
  const known = {
    annee: dataYear,
    'commune-code': answers.commune === 'unknown' ? null : answers.commune,
    secteur: canteen.sectorList?.[0],
    statut: canteen.economicModel,
    repas: canteen.yearlyMealCount,
  }
  const pairs = Object.entries(known).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))
  return `/calculette?${new URLSearchParams(pairs)}`
}

/** The last screen concerned: it shows the message again, at its field. */
const screenOf = (questions: readonly AnswerId[]) =>
  steps.findLast((step) => step.questions.some(({ id }) => questions.includes(id)))?.id ?? 'achats'

const PRIDE: readonly { id: 'local' | 'shortChain' | 'homeMade' | 'garden'; words: string }[] = [
  { id: 'local', words: 'des produits locaux' },
  { id: 'shortChain', words: 'des circuits courts' },
  { id: 'homeMade', words: 'une cuisine faite maison' },
  { id: 'garden', words: 'un potager, un verger ou un compost' },
]

const Pride: FC<{ answers: Answers }> = ({ answers }) => {
  const prides = PRIDE.filter(({ id }) => answers[id] === 'yes' || answers[id] === 'partly')
  if (prides.length === 0) return null
  return (
    <section class="tone-soft keep-together" aria-labelledby="fiertes">
      <h2 id="fiertes">Vos fiertés</h2>
      <p>
        {capital(list(prides.map(({ id, words }) => (answers[id] === 'partly' ? `${words} (en partie)` : words))))}. La loi ne les
        compte pas dans ses parts : c’est à vous de les raconter à vos convives.
      </p>
    </section>
  )
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
