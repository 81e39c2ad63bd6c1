// A satellite joins a group, or changes kitchen: which one, from which day.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, RadioField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame, numberWords } from '../canteens/canteens.ts'
import type { GroupCandidate } from './candidates.sql.ts'
import type { GroupOfDay } from './delivered.sql.ts'
import { Narrow } from './narrow.tsx'
import { quoted, stayWords } from './words.ts'

export type MoveProps = {
  canteen: Canteen
  today: string
  current: GroupOfDay | null
  words: string
  candidates: readonly GroupCandidate[]
  chosen: string
  date: string
  errors: readonly FieldError[]
}

export const MovePage: FC<MoveProps> = ({ canteen, today, current, words, candidates, chosen, date, errors }) => {
  const base = `/cantines/${canteen.id}/groupe`
  return (
    <CanteenFrame canteen={canteen} tab="groupe" title={current ? 'Cette cantine change de cuisine' : 'Rejoindre un groupe'}>
      <Narrow>
        <ErrorSummary errors={errors} />
        {current ? (
          <p>
            Aujourd’hui dans le groupe {quoted(current.groupName)} {stayWords(current, today)}. Cette période finira la veille du
            changement, et les achats de l’année seront répartis selon les jours passés dans chaque groupe.
          </p>
        ) : (
          <p>
            Choisissez le groupe de la cuisine qui vous livre. Ses achats s’y déclarent une seule fois, pour tous ses restaurants.
          </p>
        )}
        <form method="get" action={`${base}/changer#groupe`} aria-label="Chercher un groupe">
          <TextField
            name="q"
            type="search"
            label="Chercher un groupe"
            hint="Nom de la cuisine ou SIREN. Sans recherche, voici ceux que vous administrez."
            value={words}
            maxlength={100}
          />
          <div class="actions">
            <button class="fr-btn fr-btn--secondary" type="submit">
              Chercher
            </button>
          </div>
        </form>
        {candidates.length === 0 ? (
          <p id="groupe" tabindex={-1}>
            {words === ''
              ? 'Vous n’administrez aucun autre groupe : cherchez celui de la cuisine.'
              : `Aucun groupe ne répond à « ${words} ».`}
          </p>
        ) : (
          <form method="post" action={`${base}/changer`} novalidate>
            <input type="hidden" name="q" value={words} />
            <RadioField
              name="groupe"
              label={current ? 'Nouveau groupe' : 'Groupe'}
              value={chosen}
              error={errorOf(errors, 'groupe')}
              choices={candidates.map((group) => ({ value: String(group.id), label: group.name, hint: groupHint(group) }))}
            />
            <TextField
              name="date"
              type="date"
              label={current ? 'Cette cantine change de cuisine le' : 'Livrée par cette cuisine à partir du'}
              hint="Premier jour de livraison par la nouvelle cuisine, passé ou à venir."
              value={date}
              error={errorOf(errors, 'date')}
            />
            <p class="actions">
              <button class="fr-btn" type="submit">
                Enregistrer
              </button>
              <a href={base}>Ne rien changer</a>
            </p>
          </form>
        )}
      </Narrow>
    </CanteenFrame>
  )
}

function groupHint({ mine, managed, restaurants, ...group }: GroupCandidate): string {
  const size =
    restaurants === 0 ? 'aucun restaurant aujourd’hui' : restaurants === 1 ? 'un restaurant' : `${restaurants} restaurants`
  const end = mine
    ? 'vous l’administrez : changement immédiat'
    : managed
      ? 'son équipe recevra votre demande'
      : 'personne ne l’administre encore : il ne peut pas vous accueillir'
  return [numberWords({ siret: null, siren: group.siren }), size, end].filter(Boolean).join(' · ')
}
