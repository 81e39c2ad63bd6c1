// Finding a canteen that is already registered, to join its team or take it in charge.
import type { FC } from 'hono/jsx'
import { TextField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { CandidateList } from './candidate-list.tsx'
import { LONGEST_WORDS } from './criteria.ts'
import { MY_CANTEENS } from './frame.tsx'
import type { Found } from './search.sql.ts'
import { countWords } from './words.ts'

type Props = { words: string; found: Found; page: number; pages: number }

export const SearchPage: FC<Props> = ({ words, found, page, pages }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb trail={[MY_CANTEENS]} here="Chercher une cantine" />
    <h1>Chercher une cantine déjà inscrite</h1>
    <p class="fr-text--lead">Pour rejoindre l’équipe qui la gère, ou la prendre en charge si personne ne le fait encore.</p>
    <form method="get" action="/cantines/chercher#resultats">
      <TextField
        name="q"
        type="search"
        label="Nom, ville ou numéro"
        hint="Par exemple « jean moulin rennes », un code postal, ou un SIRET avec ou sans espaces"
        value={words}
        maxlength={LONGEST_WORDS}
      />
      <div class="actions">
        <button class="fr-btn" type="submit">
          Chercher
        </button>
      </div>
    </form>
    {words === '' ? null : <Results words={words} found={found} page={page} pages={pages} />}
  </div>
)

const Results: FC<Props> = ({ words, found, page, pages }) => (
  <section aria-labelledby="resultats">
    <h2 id="resultats" tabindex={-1}>
      {resultsTitle(found)}
    </h2>
    {found.nearly ? <p>Un mot est peut-être écrit autrement. Ce qui s’en approche le plus :</p> : null}
    {found.total === 0 ? (
      <p>
        Essayez un seul mot du nom, la ville ou le numéro. Si elle n’est pas inscrite,{' '}
        <a href="/cantines/nouvelle">ajoutez-la en trois minutes</a>.
      </p>
    ) : null}
    {found.more ? <p>Ajoutez un mot, la ville par exemple, pour la trouver plus vite.</p> : null}
    <CandidateList candidates={found.candidates} />
    <Pagination
      page={page}
      pages={pages}
      href={(to) => `/cantines/chercher?${new URLSearchParams({ q: words, page: String(to) })}#resultats`}
    />
    {found.total === 0 ? null : (
      <p>
        Ce n’est aucune d’elles ? <a href="/cantines/nouvelle">Ajoutez la vôtre</a>.
      </p>
    )}
  </section>
)

function resultsTitle({ total, more, nearly }: Found): string {
  if (nearly) return 'Aucune cantine inscrite n’a tous ces mots'
  if (total === 0) return 'Aucune cantine inscrite ne répond'
  return more ? `Plus de ${countWords(total)}` : countWords(total)
}
