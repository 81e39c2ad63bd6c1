// A group: whom it delivers, since when, what their records lack; and what is asked on both sides.
import type { FC } from 'hono/jsx'
import type { IsoDate } from '../../law/timeline.ts'
import { TextField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { type Canteen, CanteenFrame, figures, numberWords, placeWords } from '../canteens/canteens.ts'
import { Concept } from './concept.tsx'
import type { DeliveredLine, GroupSummary, When } from './delivered.sql.ts'
import { type Said, SaidNotice } from './notice.tsx'
import { RequestsToAnswer, SentRequests } from './request-list.tsx'
import type { LinkRequest } from './requests.sql.ts'
import { stayWords } from './words.ts'

export type GroupProps = {
  canteen: Canteen
  mayRun: boolean
  today: IsoDate
  said: Said | null
  summary: GroupSummary
  requests: readonly LinkRequest[]
  words: string
  when: When
  lines: readonly DeliveredLine[]
  total: number
  page: number
  pages: number
  /** Satellites of this page that the reader has a role on: their names lead to their records. */
  known: ReadonlySet<number>
}

export const WHENS: readonly { readonly value: string; readonly id: When; readonly label: string }[] = [
  { value: '', id: 'now', label: 'Aujourd’hui' },
  { value: 'a-venir', id: 'later', label: 'À venir' },
  { value: 'passes', id: 'before', label: 'Passés' },
]
/** Below, one sees them all at once. */
const FEW = 10

export const GroupPage: FC<GroupProps> = (props) => {
  const { canteen, mayRun, today, said, summary, requests } = props
  const base = `/cantines/${canteen.id}/groupe`
  const none = summary.now + summary.later + summary.before === 0
  return (
    <CanteenFrame canteen={canteen} tab="groupe">
      {said ? <SaidNotice said={said} base={base} /> : null}
      <p class="fr-text--lead">{leadWords(summary)}</p>
      {mayRun ? (
        <div class="actions">
          <a class="fr-btn" href={`${base}/ajouter`}>
            Rattacher des restaurants
          </a>
          <a class="fr-btn fr-btn--secondary" href={`${base}/creer`}>
            En créer de nouveaux
          </a>
          {none ? null : <SplitLink base={base} />}
        </div>
      ) : none ? null : (
        <p>
          <SplitLink base={base} />
        </p>
      )}
      <RequestsToAnswer requests={requests} side="group" base={base} mayRun={mayRun} today={today} />
      <Concept open={none} />
      <SentRequests requests={requests} side="group" base={base} mayRun={mayRun} />
      {none ? null : <Satellites {...props} base={base} />}
    </CanteenFrame>
  )
}

const SplitLink: FC<{ base: string }> = ({ base }) => (
  <a class="fr-link" href={`${base}/repartition`}>
    Simuler la répartition des achats
  </a>
)

function leadWords({ now, later, before, incomplete, withoutMeals, yearlyMeals }: GroupSummary): string {
  if (now === 0)
    return later + before === 0 ? 'Ce groupe n’a pas encore de restaurant.' : 'Ce groupe ne livre aucun restaurant aujourd’hui.'
  const meals = yearlyMeals === 0 ? '' : `, ${figures.format(yearlyMeals)} repas par an${withoutMeals > 0 ? ' au moins' : ''}`
  const toComplete =
    incomplete === 0
      ? ''
      : ` ${incomplete === 1 ? 'Une fiche est' : `${incomplete} fiches sont`} à compléter avant la déclaration.`
  return `${now === 1 ? 'Un restaurant' : `${figures.format(now)} restaurants`} aujourd’hui${meals}.${toComplete}`
}

const Satellites: FC<GroupProps & { base: string }> = ({ summary, words, when, lines, total, page, pages, base, ...props }) => {
  const count = { now: summary.now, later: summary.later, before: summary.before }
  const shown = WHENS.filter(({ id }) => id === when || count[id] > 0)
  const address = (change: { when?: When; words?: string; page?: number }) => {
    const next = { when, words, page: 1, ...change }
    const query = new URLSearchParams({
      ...(next.words && { q: next.words }),
      ...(next.when !== 'now' && { quand: WHENS.find(({ id }) => id === next.when)!.value }),
      ...(next.page > 1 && { page: String(next.page) }),
    })
    return `${base}${query.size > 0 ? `?${query}` : ''}#restaurants`
  }
  return (
    <section aria-labelledby="restaurants" class="fr-mt-4w">
      <h2 id="restaurants" tabindex={-1}>
        Restaurants du groupe
      </h2>
      {shown.length > 1 ? (
        <ul class="when-links no-print">
          {shown.map(({ id, label }) => (
            <li>
              <a href={address({ when: id })} aria-current={id === when ? 'true' : undefined}>
                {`${label} (${count[id]})`}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {count[when] > FEW || words !== '' ? <SearchForm base={base} when={when} words={words} /> : null}
      {total === 0 ? (
        <p>{words === '' ? 'Aucun.' : `Aucun restaurant ne répond à « ${words} ».`}</p>
      ) : (
        <Table {...props} lines={lines} base={base} />
      )}
      <Pagination page={page} pages={pages} href={(one) => address({ page: one })} />
    </section>
  )
}

const SearchForm: FC<{ base: string; when: When; words: string }> = ({ base, when, words }) => (
  <form method="get" action={`${base}#restaurants`} class="no-print" aria-label="Chercher parmi les restaurants du groupe">
    {when === 'now' ? null : <input type="hidden" name="quand" value={WHENS.find(({ id }) => id === when)!.value} />}
    <TextField name="q" type="search" label="Nom, ville ou numéro" value={words} maxlength={100} />
    <div class="actions">
      <button class="fr-btn fr-btn--secondary" type="submit">
        Chercher
      </button>
    </div>
  </form>
)

type TableProps = Pick<GroupProps, 'lines' | 'mayRun' | 'today' | 'known'> & { base: string }

const Table: FC<TableProps> = ({ lines, mayRun, today, known, base }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked work-list">
      <caption>Restaurants du groupe, avec leurs dates, leurs repas et ce qui manque à leur fiche</caption>
      <thead>
        <tr>
          <th scope="col">Restaurant</th>
          <th scope="col">Dans le groupe</th>
          <th scope="col">Repas par an</th>
          <th scope="col">Fiche</th>
          {mayRun ? <th scope="col">Dates</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row">
              {known.has(line.id) ? <a href={`/cantines/${line.id}`}>{line.name}</a> : line.name}
              <span class="work-list__about">{[placeWords(line), numberWords(line)].filter(Boolean).join(' · ')}</span>
            </th>
            <td data-label="Dans le groupe">{stayWords(line, today)}</td>
            <td data-label="Repas par an">
              {line.yearlyMealCount === null ? 'à préciser' : figures.format(line.yearlyMealCount)}
            </td>
            <td data-label="Fiche">{line.archived ? 'archivée' : line.complete ? 'complète' : 'à compléter'}</td>
            {mayRun ? (
              <td>
                <a href={`${base}/periodes/${line.periodId}`}>
                  Modifier<span class="fr-sr-only">{` les dates de ${line.name}`}</span>
                </a>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
