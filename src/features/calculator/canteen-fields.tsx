// What decides the targets: the commune, the year, who runs the canteen. All may stay blank.
import type { FC } from 'hono/jsx'
import { economicModels } from '../../law/canteen.ts'
import { sectorGroups } from '../../law/sectors.ts'
import { errorOf, RadioField, SelectField, TextField } from '../../platform/html/fields.tsx'
import { fields, type Problem, years } from './calculator-entry.client.ts'
import { communeInWords, type Place } from './commune.ts'

export const CanteenFields: FC<{ place: Place; problems: readonly Problem[] }> = ({ place, problems }) => {
  const { entry, choices, isUnknown } = place
  return (
    <>
      <div class="calculator__canteen">
        <TextField
          name={fields.place}
          label="Commune ou code postal"
          hint={
            isUnknown && !errorOf(problems, fields.place) ? 'Introuvable : vérifiez le nom, ou essayez le code postal' : undefined
          }
          error={errorOf(problems, fields.place)}
          value={entry.place}
          required={false}
          maxlength={100}
        />
        <SelectField
          name={fields.year}
          label="Année des achats"
          empty={null}
          value={String(entry.dataYear)}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <SelectField
          name={fields.model}
          label="Statut"
          empty="Non précisé"
          value={entry.economicModel ?? ''}
          choices={economicModels.map(({ id, label }) => ({ value: id, label }))}
          required={false}
        />
        <SelectField
          name={fields.sector}
          label="Secteur"
          empty="Non précisé"
          value={entry.sector ?? ''}
          groups={sectorGroups}
          required={false}
        />
        <TextField
          name={fields.meals}
          label="Repas par an"
          inputmode="numeric"
          value={entry.meals}
          error={errorOf(problems, fields.meals)}
          required={false}
          maxlength={20}
        />
      </div>
      {choices.length > 0 ? (
        <RadioField
          name={fields.placeCode}
          label="De quelle commune s’agit-il ?"
          hint="En attendant, nous appliquons la règle générale."
          choices={choices.map((commune) => ({ value: commune.code, label: communeInWords(commune) }))}
        />
      ) : (
        <input type="hidden" name={fields.placeCode} value={entry.placeCode} />
      )}
    </>
  )
}
