// Family, label, origin and amount of a line: the same fields for the supplier who fills them and the canteen that puts them right.
import type { FC } from 'hono/jsx'
import { errorOf, SelectField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { familyChoices, originChoices } from '../purchases/purchases.ts'
import { type LinePart, lineField } from './lines.ts'
import { labelSetChoices } from './words.ts'

type Props = {
  index: number
  values: FormValues
  errors: readonly FieldError[]
  /** Whether the products can be named: by the supplier alone. */
  named?: boolean
}

export const LineFields: FC<Props> = ({ index, values, errors, named = false }) => {
  const of = (part: LinePart) => {
    const name = lineField(index, part)
    return { name, value: values.get(name), error: errorOf(errors, name) }
  }
  return (
    <div class="fr-grid-row fr-grid-row--gutters">
      {named ? (
        <div class="fr-col-12 fr-col-lg-3">
          <TextField {...of('libelle')} label="Produits" required={false} maxlength={500} />
        </div>
      ) : null}
      <div class="fr-col-12 fr-col-sm-6 fr-col-lg-3">
        <SelectField {...of('famille')} label="Famille" choices={[...familyChoices]} />
      </div>
      <div class="fr-col-12 fr-col-sm-6 fr-col-lg-2">
        <SelectField
          {...of('label')}
          label="Label"
          empty="Sans label"
          choices={labelSetChoices(values.get(lineField(index, 'label')))}
        />
      </div>
      <div class="fr-col-12 fr-col-sm-6 fr-col-lg-2">
        <SelectField {...of('origine')} label="Origine" empty="Non précisée" choices={[...originChoices]} />
      </div>
      <div class="fr-col-12 fr-col-sm-6 fr-col-lg-2">
        <TextField {...of('montant')} label="Montant hors taxe" inputmode="decimal" maxlength={40} />
      </div>
    </div>
  )
}
