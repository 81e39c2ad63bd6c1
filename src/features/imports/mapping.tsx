// Which column of the file is which, as it was understood, and the form to say it otherwise.
import type { FC } from 'hono/jsx'
import { SelectField } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { FormValues } from '../../platform/http/forms.ts'
import { columnsOf } from '../../platform/tables/columns.ts'
import type { ChosenMapping, MappedColumn } from '../../platform/tables/header.ts'
import type { AnyImportKind } from './kind.ts'
import { counted } from './words.ts'

/** Nobody reads a hundred lists. */
const MOST_ASKED = 40

const field = ({ letters }: MappedColumn) => `colonne-${letters}`

type Props = { kind: AnyImportKind; mapping: readonly MappedColumn[]; action: string; hasCorrections: boolean }

export const MappingForm: FC<Props> = ({ kind, mapping, action, hasCorrections }) => {
  const columns = columnsOf(kind.format)
  const choices = columns.map(([key, { header, required }]) => ({
    value: key as string,
    label: required ? `${header} (obligatoire)` : header,
  }))
  const titled = mapping.filter(({ header }) => header !== '')
  const sure = titled.filter((one) => isSure(one, mapping))
  const unsure = titled.filter((one) => !sure.includes(one)).slice(0, MOST_ASKED)
  const choose = (one: MappedColumn) => (
    <SelectField
      name={field(one)}
      label={`Colonne ${one.letters} : « ${one.header} »`}
      hint={one.how === 'typo' ? 'Titre proche, reconnu malgré une faute de frappe.' : undefined}
      value={one.column ?? ''}
      empty="La laisser de côté"
      choices={choices}
    />
  )
  return (
    <form method="post" action={action} novalidate>
      {unsure.map(choose)}
      {sure.length > 0 && sure.length <= MOST_ASKED ? (
        <Disclosure
          summary={`${counted(sure.length, 'colonne reconnue', 'colonnes reconnues')} à leur titre`}
          open={unsure.length === 0}
        >
          {sure.map(choose)}
        </Disclosure>
      ) : null}
      {hasCorrections ? <p>Les corrections déjà faites dans les cellules seront à refaire.</p> : null}
      <p class="actions">
        <button class="fr-btn" type="submit">
          Vérifier avec ces colonnes
        </button>
      </p>
    </form>
  )
}

/** Recognised by its title, and the only one to be. */
const isSure = ({ how, column }: MappedColumn, mapping: readonly MappedColumn[]) =>
  how === 'title' && mapping.filter((other) => other.column === column).length === 1

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
