// Adding or changing one purchase: what was bought, how it is labelled, where it comes from.
import type { FC } from 'hono/jsx'
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
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import { AttachedFileField, FILE_FIELD } from './attached-file-form.tsx'
import type { Proposal } from './propose.ts'
import { FIELD } from './purchase-form.ts'
import { familyChoices, familyWords, labelChoices, labelWords, localChoices, originChoices, originWords } from './words.ts'

type Props = {
  canteen: Canteen
  title: string
  action: string
  values: FormValues
  errors: readonly FieldError[]
  /** What we know of the product, when the family was left blank. */
  proposal: Proposal | null
  /** Someone changed the purchase since the page was opened. */
  isStale: boolean
  /** What the form before this one has just done. */
  notice: unknown
  before: { descriptions: readonly string[]; suppliers: readonly string[] }
  hidden: readonly (readonly [string, string])[]
  /** The file that the purchase has, or that came with this form. */
  file: AttachedFile | null
  /** Where the purchase counts as it is kept, in a sentence; null for a new one. */
  counting: string | null
  /** New purchases are often added in a row. */
  isNew: boolean
  /** Where one asks that this purchase come back; null when it cannot. */
  repeat: string | null
}

const YES = [{ value: 'oui', label: 'Oui' }]

export const PurchaseFormPage: FC<Props> = ({
  canteen,
  title,
  action,
  values,
  errors,
  proposal,
  isStale,
  notice,
  before,
  hidden,
  counting,
  file,
  isNew,
  repeat,
}) => {
  const text = (field: keyof typeof FIELD) => ({
    name: FIELD[field],
    value: values.get(FIELD[field]),
    error: errorOf(errors, FIELD[field]),
  })
  return (
    <CanteenFrame canteen={canteen} tab="achats" title={title}>
      <div class="fr-grid-row">
        <div class="fr-col-12 fr-col-md-8">
          {notice}
          <ErrorSummary errors={errors} />
          {isStale ? (
            <Notice title="Cet achat a changé pendant que vous le modifiiez" kind="warning">
              <p>Rien n’est encore enregistré, et votre saisie est gardée. Relisez-la, puis enregistrez : elle l’emportera.</p>
            </Notice>
          ) : null}
          {proposal && proposal.family !== null ? (
            <div tabindex={-1} data-focus={errors.length === 0 ? '' : undefined}>
              <Proposed proposal={proposal} />
            </div>
          ) : null}
          {counting ? <p>{counting}</p> : null}
          <form method="post" action={action} enctype="multipart/form-data" novalidate>
            {hidden.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <TextField {...text('description')} label="Produit" hint="Comme sur la facture." maxlength={500} list="produits" />
            <AmountField {...text('priceExclTaxCents')} label="Prix hors taxe" hint="En euros, pour toute la ligne : 125,40." />
            <TextField {...text('date')} label="Date de l’achat" hint="Jour, mois, année : 30/09/2026." maxlength={30} />
            <TextField {...text('supplier')} label="Fournisseur" required={false} maxlength={200} list="fournisseurs" />
            <SelectField {...text('family')} label="Famille de produits" choices={[...familyChoices]} />
            <LabelField values={values} />
            <RadioField
              {...text('origin')}
              label="Origine"
              required={false}
              hint="À part de la loi : affichez-la, vos convives y tiennent."
              choices={[{ value: '', label: 'Autre, ou je ne sais pas' }, ...originChoices]}
            />
            <CheckboxField
              name={FIELD.shortChain}
              label="Circuit court"
              required={false}
              choices={YES}
              values={values.all(FIELD.shortChain)}
              inline
            />
            <CheckboxField
              name={FIELD.local}
              label="Produit local"
              required={false}
              values={values.all(FIELD.local)}
              choices={[
                {
                  value: 'oui',
                  label: 'Oui',
                  detail: (
                    <>
                      <SelectField
                        {...text('localDefinition')}
                        label="Local veut dire"
                        required={false}
                        choices={[...localChoices]}
                      />
                      <TextField
                        {...text('localKm')}
                        label="Distance, en kilomètres"
                        required={false}
                        inputmode="numeric"
                        maxlength={6}
                      />
                    </>
                  ),
                },
              ]}
            />
            <CheckboxField
              name={FIELD.credit}
              label="C’est un avoir"
              hint="Le fournisseur vous rend cette somme : elle sera soustraite."
              required={false}
              choices={YES}
              values={values.all(FIELD.credit)}
              inline
            />
            <AttachedFileField canteenId={canteen.id} file={file} error={errorOf(errors, FILE_FIELD)} />
            <Suggestions id="produits" options={before.descriptions} />
            <Suggestions id="fournisseurs" options={before.suppliers} />
            <div class="actions">
              <button class="fr-btn" type="submit">
                Enregistrer
              </button>
              {isNew ? (
                <button class="fr-btn fr-btn--secondary" type="submit" name="ensuite" value="autre">
                  Enregistrer et en ajouter un autre
                </button>
              ) : null}
              <a class="fr-link" href={`/cantines/${canteen.id}/achats`}>
                {isNew ? 'Ne rien enregistrer' : 'Ne rien changer'}
              </a>
              {repeat ? (
                <a class="fr-link" href={repeat}>
                  Répéter cet achat
                </a>
              ) : null}
            </div>
          </form>
        </div>
      </div>
    </CanteenFrame>
  )
}

/** Ten labels as boxes, and for each the page that says whether it counts. */
const LabelField: FC<{ values: FormValues }> = ({ values }) => (
  <>
    <CheckboxField
      name={FIELD.characteristics}
      label="Labels et critères"
      hint="Tous ceux que porte le produit : un achat ne compte qu’une fois, sous le premier qui vaut."
      required={false}
      choices={labelChoices.map(({ value, label }) => ({ value, label }))}
      values={values.all(FIELD.characteristics)}
    />
    <Disclosure summary="Est-ce que ça compte ?">
      <ul>
        {labelChoices.map(({ label, claim }) => (
          <li>
            <a href={`/est-ce-que-ca-compte/${claim}`}>{label}</a>
          </li>
        ))}
      </ul>
      <p>
        Un autre mot sur l’étiquette ? <a href="/est-ce-que-ca-compte">Demandez s’il compte</a>.
      </p>
    </Disclosure>
  </>
)

const Proposed: FC<{ proposal: Proposal }> = ({ proposal }) => {
  const { family, labels, origin, supplier, since, learnedOn, evidence } = proposal
  const after = learnedOn
    ? `corrigée par votre équipe le ${frenchDay(learnedOn)}`
    : since
      ? `comme le ${frenchDay(since)}`
      : 'd’après le libellé'
  return (
    <Notice title={`Notre proposition, ${after}`}>
      <p>
        {[familyWords(family), ...labels.map(labelWords), ...(origin ? [originWords(origin)] : []), supplier]
          .filter(Boolean)
          .join(' · ')}
        . Ce qui était vide est rempli ci-dessous, rien n’est encore enregistré : vérifiez, corrigez, puis enregistrez.
      </p>
      {evidence.length > 0 ? (
        <p class="fr-text--sm">{`Lu dans le libellé : ${[...new Set(evidence.map(({ words }) => `« ${words} »`))].join(', ')}.`}</p>
      ) : null}
    </Notice>
  )
}

const Suggestions: FC<{ id: string; options: readonly string[] }> = ({ id, options }) => (
  <datalist id={id}>
    {options.map((option) => (
      <option value={option}></option>
    ))}
  </datalist>
)
