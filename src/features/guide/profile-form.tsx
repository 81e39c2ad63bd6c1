// The questions about a canteen that decide which rules are its own. Sent in the address, answered by the same page.
import type { FC } from 'hono/jsx'
import { economicModels } from '../../law/canteen.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { ErrorSummary, errorOf, SelectField, TextField } from '../../platform/html/fields.tsx'
import { type Profile, type ProfileValues, profileQuery, years } from './profile.ts'

const yearChoices = years.map((year) => ({ value: String(year), label: String(year) }))

type Props = {
  profile: Profile
  action: string
  /** What this page needs to know; what was said elsewhere is carried along. */
  fields: readonly (keyof ProfileValues)[]
  submit: string
}

export const ProfileForm: FC<Props> = ({ profile, action, fields, submit }) => {
  const { values, errors, choices } = profile
  const field: Record<keyof ProfileValues, () => unknown> = {
    territoire: () => (
      <TextField
        name="territoire"
        label="Territoire"
        hint="Commune, département ou région"
        value={values.territoire}
        error={errorOf(errors, 'territoire')}
        maxlength={100}
      />
    ),
    annee: () => (
      <SelectField
        name="annee"
        label="Année"
        hint="Celle des achats"
        value={String(profile.year)}
        error={errorOf(errors, 'annee')}
        choices={yearChoices}
      />
    ),
    secteur: () => (
      <SelectField
        name="secteur"
        label="Secteur"
        hint="Le type de restaurant"
        empty="Tous"
        value={values.secteur}
        error={errorOf(errors, 'secteur')}
        groups={sectorGroups}
      />
    ),
    statut: () => (
      <SelectField
        name="statut"
        label="Statut"
        hint="De qui gère le restaurant"
        empty="Je ne sais pas"
        value={values.statut}
        error={errorOf(errors, 'statut')}
        choices={economicModels.map(({ id, label }) => ({ value: id, label }))}
      />
    ),
    repas: () => (
      <TextField
        name="repas"
        label="Repas par jour"
        hint="En moyenne sur l’année"
        inputmode="numeric"
        value={values.repas}
        error={errorOf(errors, 'repas')}
        maxlength={12}
      />
    ),
  }
  const wrong = errors.map(({ field }) => field as keyof ProfileValues)
  const shown = [...new Set([...fields, ...wrong])]
  return (
    <form action={action} method="get" class="tone-soft profile no-print" aria-label="Votre cantine">
      <ErrorSummary errors={errors} />
      {choices.length > 0 ? (
        <>
          <p class="fr-mb-1w">Lieux possibles :</p>
          <ul>
            {choices.map((place) => (
              <li>
                <a href={`${action}${profileQuery(values, { territoire: place.code })}`}>{place.label}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div class="profile__fields">{shown.map((name) => field[name]())}</div>
      {Object.entries(values)
        .filter(([name, value]) => value !== '' && !shown.some((one) => one === name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <button class="fr-btn" type="submit">
        {submit}
      </button>
    </form>
  )
}
