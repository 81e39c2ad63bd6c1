// A field for a commune as people type it; when several may be meant, they are proposed to choose from.
import type { FC } from 'hono/jsx'
import { RadioField, TextField } from '../../platform/html/fields.tsx'
import { type Commune, communeLabel } from './list.ts'

type Props = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  required?: boolean
  autocomplete?: string
  /** As typed. */
  value: string
  /** What it may mean, when one must be chosen: the message that asks to, and the code that was chosen already. */
  doubt: { readonly choices: readonly Commune[]; readonly message: string; readonly chosen: string } | null
}

/** The name of the field that holds the code chosen among the proposals. */
export const chosenName = (name: string) => `${name}-choix`

export const CommuneField: FC<Props> = ({ doubt, ...field }) => (
  <>
    <TextField {...field} maxlength={100} />
    {doubt === null ? null : (
      <RadioField
        name={chosenName(field.name)}
        label="Laquelle est la vôtre ?"
        error={doubt.message}
        choices={doubt.choices.map((commune) => ({ value: commune.code, label: communeLabel(commune) }))}
        value={doubt.chosen}
      />
    )}
  </>
)
