// The fields of a record, the same to create a canteen and to change it.
import type { FC } from 'hono/jsx'
import { economicModels } from '../../law/canteen.ts'
import { asksMinistry, LONGEST_CANTEEN_NAME, MOST_SECTORS } from '../../law/canteen-record.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { errorOf, RadioField, SelectField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { CommuneField, chosenName, communesMeant } from '../territory/territory.ts'
import { FIELD, readRecord, SECTOR_FIELDS } from './record-form.ts'
import { ministryChoices } from './words.ts'

export type RecordFieldsProps = {
  values: FormValues
  errors: readonly FieldError[]
  isGroup: boolean
  /** Where the value of a field comes from when nobody typed it here, in words: said beside it. */
  origins?: ReadonlyMap<string, string>
  /** With a SIRET, the register may give the commune later. */
  communeMayWait?: boolean
}

export const RecordFields: FC<RecordFieldsProps> = ({ values, errors, isGroup, origins, communeMayWait = false }) => {
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint: [hint, origins?.get(name)].filter(Boolean).join('. ') || undefined,
    error: errorOf(errors, name),
  })
  const value = (name: string) => ({ value: values.get(name) })
  const numeric = { inputmode: 'numeric', maxlength: 30 } as const
  const kitchen = (
    <TextField
      {...field(FIELD.kitchenSiret, 'SIRET de la cuisine qui livre', '14 chiffres, si vous le connaissez')}
      {...value(FIELD.kitchenSiret)}
      {...numeric}
      required={false}
    />
  )
  return (
    <>
      <TextField
        {...field(FIELD.name, isGroup ? 'Nom du groupe' : 'Nom de la cantine', 'Celui que les convives et l’équipe connaissent')}
        {...value(FIELD.name)}
        maxlength={LONGEST_CANTEEN_NAME}
      />
      {isGroup ? (
        kitchen
      ) : (
        <RadioField
          {...field(FIELD.productionType, 'Où les repas sont-ils préparés ?')}
          {...value(FIELD.productionType)}
          choices={[
            { value: 'site', label: 'Sur place', hint: 'La cantine cuisine ce qu’elle sert' },
            {
              value: 'site_cooked_elsewhere',
              label: 'Ailleurs : c’est un restaurant satellite',
              hint: 'Une cuisine centrale livre l’essentiel des repas',
              detail: kitchen,
            },
          ]}
        />
      )}
      <RadioField
        {...field(FIELD.managementType, 'Qui fait tourner la cantine ?', 'C’est son mode de gestion')}
        {...value(FIELD.managementType)}
        choices={[
          { value: 'direct', label: 'La structure elle-même', hint: 'Gestion directe' },
          { value: 'conceded', label: 'Un prestataire, en tout ou partie', hint: 'Gestion concédée' },
        ]}
      />
      {isGroup ? null : <PlaceFields values={values} errors={errors} field={field} communeMayWait={communeMayWait} />}
      <TextField
        {...field(FIELD.dailyMealCount, 'Repas par jour', 'Un jour ordinaire d’ouverture ; une estimation suffit')}
        {...value(FIELD.dailyMealCount)}
        {...numeric}
      />
      <TextField
        {...field(
          FIELD.yearlyMealCount,
          'Repas par an',
          isGroup ? 'Ceux de tous les restaurants livrés, additionnés' : 'Repas par jour × jours d’ouverture',
        )}
        {...value(FIELD.yearlyMealCount)}
        {...numeric}
      />
    </>
  )
}

type PlaceProps = Pick<RecordFieldsProps, 'values' | 'errors'> & {
  communeMayWait: boolean
  field(
    name: string,
    label: string,
    hint?: string,
  ): { name: string; label: string; hint: string | undefined; error: string | undefined }
}

/** What a place has and a group has not. */
const PlaceFields: FC<PlaceProps> = ({ values, errors, field, communeMayWait }) => {
  const typed = values.get(FIELD.inseeCode)
  const message = errorOf(errors, chosenName(FIELD.inseeCode))
  const doubt = message
    ? { message, choices: communesMeant(typed).choices, chosen: values.get(chosenName(FIELD.inseeCode)) }
    : null
  return (
    <>
      <RadioField
        {...field(FIELD.economicModel, 'De qui relève-t-elle ?', 'Même confiée à un prestataire ou à une association')}
        value={values.get(FIELD.economicModel)}
        choices={[
          {
            value: economicModels[0]!.id,
            label: 'D’une structure publique',
            hint: 'Commune, département, région, État, hôpital public…',
          },
          { value: economicModels[1]!.id, label: 'D’une structure privée', hint: 'Entreprise, association, école privée…' },
        ]}
      />
      {SECTOR_FIELDS.map((name, index) => (
        <SelectField
          {...(index === 0
            ? field(
                name,
                'Qui mange ici ?',
                `Le secteur de la cantine ; ${MOST_SECTORS} au plus, ceux de la majorité des convives`,
              )
            : { name, label: index === 1 ? 'Et aussi' : 'Et encore', required: false })}
          empty={index === 0 ? 'Choisir' : 'Personne d’autre'}
          value={values.get(name)}
          groups={sectorGroups}
        />
      ))}
      {/* Asked only where the law asks: the page comes back with it. */}
      {asksMinistry(readRecord(values, false).record) ? (
        <SelectField
          {...field(FIELD.lineMinistry, 'Administration de tutelle', 'Le ministère, ou la préfecture, dont elle dépend')}
          value={values.get(FIELD.lineMinistry)}
          choices={ministryChoices}
        />
      ) : null}
      <CommuneField
        {...field(
          FIELD.inseeCode,
          'Commune où les repas sont servis',
          communeMayWait
            ? 'Nom ou code postal. Laissée vide, nous la demanderons à l’annuaire des entreprises.'
            : 'Nom ou code postal',
        )}
        value={typed}
        doubt={doubt}
      />
    </>
  )
}
