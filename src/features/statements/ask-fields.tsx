// The fields that ask a supplier for a year, of one canteen or of several.
import type { FC } from 'hono/jsx'
import { errorOf, RadioField, SelectField, TextAreaField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { FIELD, roleChoices } from './ask.ts'
import { LONGEST_WORD } from './statement.ts'

type Props = {
  values: FormValues
  errors: readonly FieldError[]
  years: readonly number[]
  /** Names to choose from. */
  suppliers?: readonly string[]
}

export const AskFields: FC<Props> = ({ values, errors, years, suppliers = [] }) => {
  const of = (field: keyof typeof FIELD) => ({
    name: FIELD[field],
    value: values.get(FIELD[field]),
    error: errorOf(errors, FIELD[field]),
  })
  return (
    <>
      <TextField {...of('supplier')} label="Nom" hint="Comme sur ses factures." list="fournisseurs" />
      <datalist id="fournisseurs">
        {suppliers.map((one) => (
          <option value={one}></option>
        ))}
      </datalist>
      <RadioField {...of('role')} label="C’est" choices={[...roleChoices]} />
      <TextField
        {...of('email')}
        label="Adresse électronique"
        required={false}
        type="email"
        hint="Nous lui envoyons le lien. Sans adresse, vous le copiez et l’envoyez vous-même."
      />
      <SelectField
        {...of('year')}
        label="Année"
        empty={null}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <TextAreaField
        {...of('word')}
        label="Un mot pour lui"
        required={false}
        maxlength={LONGEST_WORD}
        hint="Il le lira dans le courriel et sur la page."
      />
    </>
  )
}
