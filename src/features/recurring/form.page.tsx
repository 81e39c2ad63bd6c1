// Repeating a purchase, and changing what comes back.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import {
  AmountField,
  CheckboxField,
  ErrorSummary,
  errorOf,
  RadioField,
  SelectField,
  TextField,
} from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { FIELD, familyChoices, labelChoices, type Purchase } from '../purchases/purchases.ts'
import { END_FIELD, RHYTHM_FIELD } from './forms.ts'
import type { KeptRecurring } from './recurring.sql.ts'
import { farthestEnd } from './schedule.ts'
import { addressOf, rhythmWords, weekdayOf } from './words.ts'

type Common = { canteen: Canteen; values: FormValues; errors: readonly FieldError[]; today: IsoDate }

export const RepeatPage: FC<Common & { purchase: Purchase; formKey: string; full: string | null }> = ({
  canteen,
  values,
  errors,
  today,
  purchase,
  formKey,
  full,
}) => (
  <CanteenFrame canteen={canteen} tab="achats" title="Répéter cet achat">
    <ErrorSummary errors={errors} />
    {full ? <Notice title={full} kind="warning" /> : null}
    <p class="fr-text--lead">
      {`${[purchase.description, purchase.supplier].filter(Boolean).join(', ')} : ${formatEuros(purchase.priceExclTaxCents)}, le ${frenchDay(purchase.date)}`}
    </p>
    <p>
      À chaque échéance, il vous sera proposé dans le cahier d’achats : vous corrigez le montant, vous confirmez. Rien ne compte
      avant.
    </p>
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-md-8">
        <form method="post" action={addressOf(canteen.id, '/ajouter')} novalidate>
          <input type="hidden" name="cle" value={formKey} />
          <input type="hidden" name="achat" value={String(purchase.id)} />
          <RadioField
            name={RHYTHM_FIELD}
            label="Il revient"
            value={values.get(RHYTHM_FIELD)}
            error={errorOf(errors, RHYTHM_FIELD)}
            choices={[
              { value: 'week', label: `Chaque semaine, le ${weekdayOf(purchase.date)}` },
              {
                value: 'month',
                label: `Chaque mois, ${rhythmWords({ every: 'month', startsOn: purchase.date }).replace(' de chaque mois', '')}`,
              },
            ]}
          />
          <End values={values} errors={errors} today={today} />
          <div class="actions">
            <button class="fr-btn" type="submit">
              Répéter cet achat
            </button>
            <a class="fr-link" href={`/cantines/${canteen.id}/achats`}>
              Ne rien changer
            </a>
          </div>
        </form>
      </div>
    </div>
  </CanteenFrame>
)

export const ChangePage: FC<Common & { recurring: KeptRecurring; version: number; isStale: boolean }> = (props) => {
  const { canteen, values, errors, today, recurring, version, isStale } = props
  const text = (field: keyof typeof FIELD) => ({
    name: FIELD[field],
    value: values.get(FIELD[field]),
    error: errorOf(errors, FIELD[field]),
  })
  return (
    <CanteenFrame canteen={canteen} tab="achats" title="Modifier l’achat récurrent">
      <ErrorSummary errors={errors} />
      {isStale ? (
        <Notice title="Cet achat récurrent a changé pendant que vous le modifiiez" kind="warning">
          <p>Rien n’est encore enregistré, et votre saisie est gardée. Relisez-la, puis enregistrez : elle l’emportera.</p>
        </Notice>
      ) : null}
      <p>{`Ce qui sera proposé ${rhythmWords(recurring)}. Les achats déjà confirmés ne changent pas.`}</p>
      <div class="fr-grid-row">
        <div class="fr-col-12 fr-col-md-8">
          {' '}
          <form method="post" action={addressOf(canteen.id, `/${recurring.id}/modifier`)} novalidate>
            <input type="hidden" name="version" value={String(version)} />
            <TextField {...text('description')} label="Produit" maxlength={500} />
            <AmountField {...text('priceExclTaxCents')} label="Prix hors taxe" hint="En euros : 125,40." />
            <TextField {...text('supplier')} label="Fournisseur" required={false} maxlength={200} />
            <SelectField {...text('family')} label="Famille de produits" choices={[...familyChoices]} />
            <CheckboxField
              name={FIELD.characteristics}
              label="Labels et critères"
              required={false}
              choices={labelChoices.map(({ value, label }) => ({ value, label }))}
              values={values.all(FIELD.characteristics)}
            />
            <End values={values} errors={errors} today={today} />
            <div class="actions">
              <button class="fr-btn" type="submit">
                Enregistrer
              </button>
              <a class="fr-link" href={addressOf(canteen.id)}>
                Ne rien changer
              </a>
            </div>
          </form>
        </div>
      </div>
    </CanteenFrame>
  )
}

const End: FC<Omit<Common, 'canteen'>> = ({ values, errors, today }) => (
  <TextField
    name={END_FIELD}
    label="Jusqu’au"
    hint={`Jour, mois, année. Laissez vide pour aller jusqu’au ${frenchDay(farthestEnd(today))}.`}
    required={false}
    value={values.get(END_FIELD)}
    error={errorOf(errors, END_FIELD)}
    maxlength={30}
  />
)
