// The fields of a record, the same to create a canteen, to change it, and to change many at once.
import type { FC } from 'hono/jsx'
import { asksMinistry, LONGEST_CANTEEN_NAME, MOST_SECTORS } from '../../law/canteen-record.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { errorOf, RadioField, SelectField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { CommuneField, chosenName, communesMeant } from '../territory/territory.ts'
import { FIELD, readRecord, SECTOR_FIELDS } from './record-form.ts'
import { ministryChoices } from './words.ts'

/** What a form holds so far, what is wrong in it, and where values that nobody typed here come from, by field and in words. */
export type FormState = {
  values: FormValues
  errors: readonly FieldError[]
  origins?: ReadonlyMap<string, string>
}

const asked = ({ values, errors, origins }: FormState, name: string, label: string, hint?: string) => ({
  name,
  label,
  hint: [hint, origins?.get(name)].filter(Boolean).join('. ') || undefined,
  error: errorOf(errors, name),
  value: values.get(name),
})
const numeric = { inputmode: 'numeric', maxlength: 30 } as const

export const KitchenField: FC<FormState> = (form) => (
  <TextField
    {...asked(form, FIELD.kitchenSiret, 'SIRET de la cuisine qui livre', '14 chiffres, si vous le connaissez')}
    {...numeric}
    required={false}
  />
)

export const ManagementField: FC<FormState> = (form) => (
  <RadioField
    {...asked(form, FIELD.managementType, 'Qui fait tourner la cantine ?', 'C’est son mode de gestion')}
    choices={[
      { value: 'direct', label: 'La structure elle-même', hint: 'Gestion directe' },
      { value: 'conceded', label: 'Un prestataire, en tout ou partie', hint: 'Gestion concédée' },
    ]}
  />
)

export const ModelField: FC<FormState> = (form) => (
  <RadioField
    {...asked(form, FIELD.economicModel, 'De qui relève-t-elle ?', 'Même confiée à un prestataire ou à une association')}
    choices={[
      { value: 'public', label: 'D’une structure publique', hint: 'Commune, département, région, État, hôpital public…' },
      { value: 'private', label: 'D’une structure privée', hint: 'Entreprise, association, école privée…' },
    ]}
  />
)

export const SectorFields: FC<FormState> = (form) => (
  <>
    {SECTOR_FIELDS.map((name, index) => (
      <SelectField
        {...(index === 0
          ? asked(
              form,
              name,
              'Qui mange ici ?',
              `Le secteur de la cantine ; ${MOST_SECTORS} au plus, ceux de la majorité des convives`,
            )
          : { ...asked(form, name, index === 1 ? 'Et aussi' : 'Et encore'), required: false })}
        empty={index === 0 ? 'Choisir' : 'Personne d’autre'}
        groups={sectorGroups}
      />
    ))}
  </>
)

export const MinistryField: FC<FormState & { hint?: string; required?: boolean }> = ({ hint, required, ...form }) => (
  <SelectField
    {...asked(form, FIELD.lineMinistry, 'Administration de tutelle', hint ?? 'Le ministère, ou la préfecture, dont elle dépend')}
    {...(required === undefined ? {} : { required })}
    choices={ministryChoices}
  />
)

export const MealFields: FC<FormState & { isGroup: boolean }> = ({ isGroup, ...form }) => (
  <>
    <TextField
      {...asked(form, FIELD.dailyMealCount, 'Repas par jour', 'Un jour ordinaire d’ouverture ; une estimation suffit')}
      {...numeric}
    />
    <TextField
      {...asked(
        form,
        FIELD.yearlyMealCount,
        'Repas par an',
        isGroup ? 'Ceux de tous les restaurants livrés, additionnés' : 'Repas par jour × jours d’ouverture',
      )}
      {...numeric}
    />
  </>
)

type RecordFieldsProps = FormState & {
  isGroup: boolean
  /** With a SIRET, the register may give the commune later. */
  communeMayWait?: boolean
}

export const RecordFields: FC<RecordFieldsProps> = ({ isGroup, communeMayWait = false, ...form }) => (
  <>
    <TextField
      {...asked(
        form,
        FIELD.name,
        isGroup ? 'Nom du groupe' : 'Nom de la cantine',
        'Celui que les convives et l’équipe connaissent',
      )}
      maxlength={LONGEST_CANTEEN_NAME}
    />
    {isGroup ? <KitchenField {...form} /> : <ProductionField {...form} />}
    <ManagementField {...form} />
    {isGroup ? null : (
      <>
        <ModelField {...form} />
        <SectorFields {...form} />
        {/* Asked only where the law asks: the page comes back with it. */}
        {asksMinistry(readRecord(form.values, false).record) ? <MinistryField {...form} /> : null}
        <PlaceField {...form} mayWait={communeMayWait} />
      </>
    )}
    <MealFields {...form} isGroup={isGroup} />
  </>
)

const ProductionField: FC<FormState> = (form) => (
  <RadioField
    {...asked(form, FIELD.productionType, 'Où les repas sont-ils préparés ?')}
    choices={[
      { value: 'site', label: 'Sur place', hint: 'La cantine cuisine ce qu’elle sert' },
      {
        value: 'site_cooked_elsewhere',
        label: 'Ailleurs : c’est un restaurant satellite',
        hint: 'Une cuisine centrale livre l’essentiel des repas',
        detail: <KitchenField {...form} />,
      },
    ]}
  />
)

const PlaceField: FC<FormState & { mayWait: boolean }> = ({ mayWait, ...form }) => {
  const { values, errors } = form
  const message = errorOf(errors, chosenName(FIELD.inseeCode))
  const { choices } = communesMeant(values.get(FIELD.inseeCode))
  return (
    <CommuneField
      {...asked(
        form,
        FIELD.inseeCode,
        'Commune où les repas sont servis',
        mayWait ? 'Nom ou code postal. Laissée vide, nous la demanderons à l’annuaire des entreprises' : 'Nom ou code postal',
      )}
      doubt={message ? { message, choices, chosen: values.get(chosenName(FIELD.inseeCode)) } : null}
    />
  )
}
