// Changing the record of a canteen. What someone else changed meanwhile is told, and what was typed stays.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, RadioField, TextField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import type { Canteen } from './canteen.sql.ts'
import { CanteenFrame } from './frame.tsx'
import { type Role, roleAllows } from './members.sql.ts'
import { RecordFields } from './record-fields.tsx'
import { FIELD, NUMBER_KIND } from './record-form.ts'
import { numberWords } from './words.ts'

type Props = {
  canteen: Canteen
  role: Role
  values: FormValues
  errors: readonly FieldError[]
  /** What was changed since the page was opened, one line each; empty when nothing was. */
  meanwhile: readonly string[]
  /** A living canteen that has the SIRET that was typed. */
  twin: Canteen | null
}

export const EditPage: FC<Props> = ({ canteen, role, values, errors, meanwhile, twin }) => {
  const isGroup = canteen.productionType === 'groupe'
  return (
    <CanteenFrame canteen={canteen} tab="fiche" title="Modifier la fiche">
      <div class="fr-grid-row">
        <div class="fr-col-12 fr-col-md-8">
          <ErrorSummary errors={errors} />
          {meanwhile.length > 0 ? (
            <Notice title="La fiche a changé pendant que vous la remplissiez" kind="warning">
              <ul>
                {meanwhile.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
              <p>
                Rien n’est encore enregistré, et votre saisie est gardée ci-dessous. Relisez-la, puis enregistrez : elle
                l’emportera.
              </p>
            </Notice>
          ) : null}
          {twin ? (
            <Notice title="Ce SIRET est déjà celui d’une autre cantine" kind="warning">
              <p>
                C’est celui de <a href={`/cantines/${twin.id}`}>{twin.name}</a>. Si c’est la même,{' '}
                <a href={`/cantines/${twin.id}/rejoindre`}>rejoignez son équipe</a> ; si le sien est faux,{' '}
                <a href="/contact">écrivez-nous</a>.
              </p>
            </Notice>
          ) : null}
          <form method="post" action={`/cantines/${canteen.id}/modifier`} novalidate>
            <input type="hidden" name="version" value={String(canteen.version)} />
            {roleAllows(role, 'administrator') ? (
              <NumberFields isGroup={isGroup} values={values} errors={errors} />
            ) : (
              <p id={NUMBER_KIND}>{`${numberWords(canteen)}. Seule l’administration de la cantine peut le changer.`}</p>
            )}
            <RecordFields
              values={values}
              errors={errors}
              isGroup={isGroup}
              communeMayWait={values.get(NUMBER_KIND) === 'siret'}
            />
            <div class="actions">
              <button class="fr-btn" type="submit">
                Enregistrer
              </button>
              <a class="fr-link" href={`/cantines/${canteen.id}`}>
                Ne rien changer
              </a>
            </div>
          </form>
        </div>
      </div>
    </CanteenFrame>
  )
}

const NumberFields: FC<{ isGroup: boolean; values: FormValues; errors: readonly FieldError[] }> = ({
  isGroup,
  values,
  errors,
}) => {
  const number = (name: string, label: string, hint: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      error={errorOf(errors, name)}
      value={values.get(name)}
      inputmode="numeric"
      maxlength={30}
    />
  )
  const siren = number(FIELD.siren, 'SIREN de la structure', '9 chiffres')
  if (isGroup) return siren
  return (
    <RadioField
      name={NUMBER_KIND}
      label="La cantine a-t-elle son propre SIRET ?"
      value={values.get(NUMBER_KIND)}
      choices={[
        { value: 'siret', label: 'Oui', detail: number(FIELD.siret, 'SIRET de la cantine', '14 chiffres') },
        { value: 'siren', label: 'Non, elle dépend d’une structure', detail: siren },
      ]}
    />
  )
}
