// A small table to create the satellites of a group together.
import type { FC } from 'hono/jsx'
import { economicModels, managementTypes } from '../../law/canteen.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { ErrorSummary, errorOf, RadioField, SelectField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame, ministryChoices, numberWords } from '../canteens/canteens.ts'
import { Narrow } from './narrow.tsx'
import { type LineField, MOST_LINES, nameOf } from './new-satellites.ts'

export type CreateProps = {
  canteen: Canteen
  /** What was typed; null for a new form. */
  form: FormValues | null
  lines: number
  /** Drawn with the form: sent twice, it creates once. */
  formKey: string
  date: string
  errors: readonly FieldError[]
}

const labelled = (table: readonly { readonly id: string; readonly label: string }[]) =>
  table.map(({ id, label }) => ({ value: id, label }))

export const CreatePage: FC<CreateProps> = ({ canteen, form, lines, formKey, date, errors }) => {
  const base = `/cantines/${canteen.id}/groupe`
  const value = (field: string) => form?.get(field) ?? ''
  return (
    <CanteenFrame canteen={canteen} tab="groupe" title="Créer des restaurants dans ce groupe">
      <ErrorSummary errors={errors.map(withLine)} />
      <p>
        Une ligne par restaurant livré. Ceux qui sont déjà inscrits ne se créent pas deux fois :{' '}
        <a href={`${base}/ajouter`}>rattachez-les</a>. Vous administrerez ceux que vous créez, et pourrez inviter leurs équipes.
      </p>
      <form method="post" action={`${base}/creer`} novalidate>
        <input type="hidden" name="cle" value={formKey} />
        <input type="hidden" name="lignes" value={String(lines)} />
        <Narrow>
          <h2 class="fr-h4">Ce qu’ils ont en commun</h2>
          <RadioField
            name="gestion"
            label="Mode de gestion"
            inline
            choices={labelled(managementTypes)}
            value={value('gestion') || (canteen.managementType ?? '')}
            error={errorOf(errors, 'gestion')}
          />
          <RadioField
            name="modele"
            label="Modèle économique"
            inline
            choices={labelled(economicModels)}
            value={value('modele')}
            error={errorOf(errors, 'modele')}
          />
          <SelectField
            name="secteur"
            label="Secteur"
            hint="Vous pourrez en ajouter d’autres dans la fiche de chacun."
            groups={[...sectorGroups]}
            value={value('secteur')}
            error={errorOf(errors, 'secteur')}
          />
          <SelectField
            name="tutelle"
            label="Administration de tutelle"
            hint="Seulement pour les restaurants publics de l’État et de ses établissements."
            required={false}
            empty="Aucune"
            choices={ministryChoices}
            value={value('tutelle')}
            error={errorOf(errors, 'tutelle')}
          />
          <TextField
            name="date"
            type="date"
            label="Livrés par cette cuisine à partir du"
            value={date}
            error={errorOf(errors, 'date')}
          />
        </Narrow>
        <h2 class="fr-h4 fr-mt-4w">Restaurants</h2>
        <p>
          Avec son SIRET si le lieu en a un ; sinon laissez-le vide et indiquez la commune : il dépendra du{' '}
          {numberWords({ siret: null, siren: canteen.siren })} du groupe.
        </p>
        {Array.from({ length: lines }, (_, index) => (
          <Line line={index + 1} value={value} errors={errors} />
        ))}
        <p class="actions">
          <button class="fr-btn" type="submit">
            Créer et rattacher
          </button>
          {lines < MOST_LINES ? (
            <button class="fr-btn fr-btn--tertiary" type="submit" name="geste" value="lignes">
              Ajouter des lignes
            </button>
          ) : null}
        </p>
      </form>
    </CanteenFrame>
  )
}

/** In the summary, each message says which line it is about. */
const withLine = ({ field, message }: FieldError): FieldError => {
  const line = /-(\d+)$/.exec(field)?.[1]
  return { field, message: line === undefined ? message : `Restaurant ${line} : ${message}` }
}

const LABELS: Readonly<Record<LineField, string>> = {
  nom: 'Nom',
  siret: 'SIRET',
  commune: 'Commune',
  jour: 'Repas par jour',
  an: 'Repas par an',
}

const Line: FC<{ line: number; value: (field: string) => string; errors: readonly FieldError[] }> = ({ line, value, errors }) => {
  const field = (name: LineField, numeric = false) => (
    <TextField
      name={nameOf(name, line)}
      label={LABELS[name]}
      value={value(nameOf(name, line))}
      error={errorOf(errors, nameOf(name, line))}
      {...(numeric && { inputmode: 'numeric' as const })}
    />
  )
  return (
    <fieldset class="new-satellites">
      <legend>{`Restaurant ${line}`}</legend>
      <div class="new-satellites__fields">
        {field('nom')}
        {field('siret', true)}
        {field('commune')}
        {field('jour', true)}
        {field('an', true)}
      </div>
    </fieldset>
  )
}
