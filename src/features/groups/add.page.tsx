// Putting restaurants in a group: mine at first, all registered ones once something is looked for.
import type { FC } from 'hono/jsx'
import { frenchDay } from '../../platform/html/dates.ts'
import { ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame, figures, numberWords, placeWords } from '../canteens/canteens.ts'
import { type Candidate, MOST_COUNTED } from './candidates.sql.ts'
import { Narrow } from './narrow.tsx'
import { quoted } from './words.ts'

export type AddProps = {
  canteen: Canteen
  words: string
  candidates: readonly Candidate[]
  total: number
  page: number
  pages: number
  chosen: readonly string[]
  date: string
  errors: readonly FieldError[]
}

export const AddPage: FC<AddProps> = ({ canteen, words, candidates, total, page, pages, chosen, date, errors }) => {
  const base = `/cantines/${canteen.id}/groupe`
  const address = (one: number) =>
    `${base}/ajouter?${new URLSearchParams({ ...(words && { q: words }), page: String(one) })}#resultats`
  return (
    <CanteenFrame canteen={canteen} tab="groupe" title="Rattacher des restaurants">
      <Narrow>
        <ErrorSummary errors={errors} />
        <p>
          Un restaurant que vous administrez entre aussitôt dans le groupe. Pour un autre, son équipe reçoit une demande : rien ne
          change sans son accord.
        </p>
        <form method="get" action={`${base}/ajouter#resultats`} aria-label="Chercher un restaurant satellite">
          <TextField
            name="q"
            type="search"
            label="Chercher un restaurant satellite"
            hint="Nom, ville, SIRET ou SIREN"
            value={words}
            maxlength={100}
          />
          <div class="actions">
            <button class="fr-btn fr-btn--secondary" type="submit">
              Chercher
            </button>
            {words === '' ? null : <a href={`${base}/ajouter`}>Revenir à mes restaurants</a>}
          </div>
        </form>
        <h2 id="resultats" tabindex={-1}>
          {headline(words, total)}
        </h2>
        {total === 0 ? null : (
          <form method="post" action={`${base}/ajouter`} novalidate>
            <input type="hidden" name="q" value={words} />
            <input type="hidden" name="page" value={String(page)} />
            <Choices candidates={candidates} chosen={chosen} error={errorOf(errors, 'satellite')} />
            <TextField
              name="date"
              type="date"
              label="Livrés par cette cuisine à partir du"
              hint="Si vous n’avez pas la date exacte : le 1er janvier de l’année dont les achats sont à déclarer."
              value={date}
              error={errorOf(errors, 'date')}
            />
            <p class="actions">
              <button class="fr-btn" type="submit">
                Rattacher au groupe
              </button>
            </p>
          </form>
        )}
        <Pagination page={page} pages={pages} href={address} />
        <p>
          Un restaurant manque ? <a href={`${base}/creer`}>Créez-le ici</a>, seul ou avec d’autres.
        </p>
      </Narrow>
    </CanteenFrame>
  )
}

function headline(words: string, total: number): string {
  const many = total > MOST_COUNTED ? `Plus de ${figures.format(MOST_COUNTED)}` : figures.format(total)
  const count = total === 1 ? 'Un restaurant satellite' : `${many} restaurants satellites`
  if (words === '')
    return total === 0 ? 'Vous n’administrez aucun restaurant satellite hors de ce groupe' : `${count} que vous administrez`
  return total === 0 ? `Aucun restaurant satellite ne répond à « ${words} »` : `${count} pour « ${words} »`
}

const Choices: FC<{ candidates: readonly Candidate[]; chosen: readonly string[]; error: string | undefined }> = ({
  candidates,
  chosen,
  error,
}) => (
  <fieldset
    class={`fr-fieldset${error ? ' fr-fieldset--error' : ''}`}
    id="satellite"
    aria-labelledby={error ? 'satellite-question satellite-erreur' : 'satellite-question'}
  >
    <legend class="fr-fieldset__legend" id="satellite-question">
      Restaurants à rattacher
    </legend>
    {candidates.map((candidate) => (
      <div class="fr-fieldset__element">
        <div class="fr-checkbox-group">
          <input
            type="checkbox"
            id={`satellite-${candidate.id}`}
            name="satellite"
            value={String(candidate.id)}
            checked={chosen.includes(String(candidate.id))}
          />
          <label class="fr-label" for={`satellite-${candidate.id}`}>
            {candidate.name}
            <span class="fr-hint-text">
              {[placeWords(candidate), numberWords(candidate)].filter(Boolean).join(' · ')}
              <br />
              {outcomeWords(candidate)}
            </span>
          </label>
        </div>
      </div>
    ))}
    {error ? (
      <div class="fr-messages-group" id="satellite-erreur">
        <p class="fr-message fr-message--error">{error}</p>
      </div>
    ) : null}
  </fieldset>
)

/** What ticking it will do. */
function outcomeWords({ mine, managed, inGroup, until, asked }: Candidate): string {
  const first =
    inGroup === null
      ? ''
      : until === null
        ? `Aujourd’hui dans le groupe ${quoted(inGroup)}, sans date de fin : son équipe peut l’en faire changer. `
        : `Dans le groupe ${quoted(inGroup)} jusqu’au ${frenchDay(until)}. `
  if (mine) return `${first}Vous l’administrez : rattachement immédiat.`
  if (!managed) return `${first}Personne ne le gère encore : rattachement immédiat, l’équipe de ma cantine sera prévenue.`
  return asked ? `${first}Une demande lui est déjà envoyée.` : `${first}Géré par une autre équipe : une demande lui sera envoyée.`
}
