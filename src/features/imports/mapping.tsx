// Which column of the file is which, as it was understood, and the form to say it otherwise.
import type { FC } from 'hono/jsx'
import { SelectField } from '../../platform/html/fields.tsx'
import type { FormValues } from '../../platform/http/forms.ts'
import { columnsOf } from '../../platform/tables/columns.ts'
import type { ChosenMapping, MappedColumn } from '../../platform/tables/header.ts'
import type { AnyImportKind } from './kind.ts'

/** Beyond, only the columns that are not sure are asked about: nobody reads a hundred lists. */
const ALL_SHOWN = 40

const field = ({ letters }: MappedColumn) => `colonne-${letters}`

type Props = { kind: AnyImportKind; mapping: readonly MappedColumn[]; action: string; hasCorrections: boolean }

export const MappingForm: FC<Props> = ({ kind, mapping, action, hasCorrections }) => {
  const columns = columnsOf(kind.format)
  const choices = columns.map(([key, { header, required }]) => ({
    value: key as string,
    label: required ? `${header} (obligatoire)` : header,
  }))
  return (
    <form method="post" action={action} novalidate>
      {askedAbout(kind, mapping).map((one) => (
        <SelectField
          name={field(one)}
          label={`Colonne ${one.letters} : « ${one.header} »`}
          hint={one.how === 'typo' ? 'Titre proche, reconnu malgré une faute de frappe.' : undefined}
          value={one.column ?? ''}
          empty="La laisser de côté"
          choices={choices}
        />
      ))}
      {hasCorrections ? <p>Les corrections déjà faites dans les cellules seront à refaire.</p> : null}
      <p class="actions">
        <button class="fr-btn" type="submit">
          Vérifier avec ces colonnes
        </button>
      </p>
    </form>
  )
}

function askedAbout(kind: AnyImportKind, mapping: readonly MappedColumn[]): readonly MappedColumn[] {
  const titled = mapping.filter(({ header }) => header !== '')
  if (titled.length <= ALL_SHOWN && columnsOf(kind.format).length <= ALL_SHOWN) return titled
  const taken = (key: string | null) => titled.filter(({ column }) => column === key).length
  return titled.filter(({ how, column }) => how !== 'title' || taken(column) > 1).slice(0, ALL_SHOWN)
}

/** What the person said of the columns they were asked about; what they said before of the others stays. */
export function readMapping(form: FormValues, mapping: readonly MappedColumn[], before: ChosenMapping): ChosenMapping {
  const said = mapping.filter((one) => form.has(field(one)) && form.get(field(one)) !== (one.column ?? ''))
  return { ...before, ...Object.fromEntries(said.map((one) => [one.letters, form.get(field(one)) || null])) }
}

/** The sentence that sums up what was recognised. */
export const Recognised: FC<{ mapping: readonly MappedColumn[]; aside: readonly string[] }> = ({ mapping, aside }) => {
  const known = mapping.filter(({ column }) => column !== null)
  return (
    <ul>
      {known.map(({ letters, header, how }) => (
        <li>
          Colonne {letters} : {header}
          {how === 'typo' ? ' (titre proche)' : how === 'chosen' ? ' (votre choix)' : ''}
        </li>
      ))}
      {aside.map((header) => (
        <li>Laissée de côté : {header}</li>
      ))}
    </ul>
  )
}
