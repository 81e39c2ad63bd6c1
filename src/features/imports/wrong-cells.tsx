// The mistakes of a file, grouped by cause, each with its cell to put right.
import type { FC } from 'hono/jsx'
import { columnsOf } from '../../platform/tables/columns.ts'
import type { RowError } from '../../platform/tables/row-errors.ts'
import { columnAnchor } from './columns.page.tsx'
import { cellField, everywhereField } from './corrections.ts'
import type { AnyImportKind } from './kind.ts'
import type { KeptReport, Repeated } from './report.ts'
import { columnsAddress, counted, figure } from './words.ts'

const LONGEST_CELL = 1000
const listId = (position: number) => `choix-${position + 1}`

type Props = { kind: AnyImportKind; report: KeptReport }

export const WrongCells: FC<Props> = ({ kind, report }) => {
  const columns = columnsOf(kind.format).map(([, column]) => column)
  const positionOf = (header: string | null) => columns.findIndex((column) => column.header === header)
  const causes = report.errorGroups
    .map((group) => report.errors.filter(({ column, code }) => column === group.column && code === group.code))
    .filter((errors) => errors.length > 0)
  // A cell with two mistakes has one field: under the first.
  const asked = new Set<string>()
  // Replacing everywhere is offered beside the first cell that holds the value.
  const offered = new Set<Repeated>()
  const listed = new Set(
    report.errors.map(({ column }) => positionOf(column)).filter((at) => at >= 0 && columns[at]!.choices.length > 0),
  )
  return (
    <>
      {causes.map((errors) => {
        const { column } = errors[0]!
        const position = positionOf(column)
        const same = new Set(errors.map(({ message }) => message)).size === 1 && errors.length > 1
        return (
          <section class="wrong-cells">
            <h3 class="fr-h5 fr-mb-1v">
              {column === null ? 'Lignes entières' : `« ${column} »`} :{' '}
              {counted(errors.length, column === null ? 'ligne' : 'cellule')}
            </h3>
            {same ? <p class="fr-mb-1v">{errors[0]!.message}</p> : null}
            {column === null ? null : (
              <p class="fr-text--sm fr-mb-1v">
                <a href={`${columnsAddress(kind)}#${columnAnchor(position)}`}>Ce que cette colonne attend</a>
              </p>
            )}
            {errors.map((error) => {
              const name = cellField(kind.format, error)
              const editable = column !== null && !asked.has(name)
              asked.add(name)
              const repeated = report.repeated.find((one) => one.column === column && one.value === error.value)
              const first = repeated && !offered.has(repeated) ? repeated : undefined
              if (first) offered.add(first)
              return editable ? (
                <WrongCell
                  error={error}
                  name={name}
                  list={listed.has(position) ? listId(position) : undefined}
                  repeated={first}
                  told={!same}
                />
              ) : (
                <p>
                  <strong>{rowWords(error)}</strong> : {same ? (error.value ?? '') : error.message}
                </p>
              )
            })}
          </section>
        )
      })}
      {[...listed].map((position) => (
        <datalist id={listId(position)}>
          {columns[position]!.choices.map((choice) => (
            <option value={choice}></option>
          ))}
        </datalist>
      ))}
    </>
  )
}

const rowWords = ({ row, about }: RowError) => `Ligne ${figure(row)}${about ? `, ${about.slice(0, 60)}` : ''}`

type CellProps = { error: RowError; name: string; list: string | undefined; repeated: Repeated | undefined; told: boolean }

const WrongCell: FC<CellProps> = ({ error, name, list, repeated, told }) => (
  <div class="wrong-cell">
    <div class="fr-input-group fr-input-group--error">
      <label class="fr-label" for={name}>
        {rowWords(error)}
      </label>
      <input
        class="fr-input fr-input--error"
        id={name}
        name={name}
        value={error.value ?? ''}
        maxlength={LONGEST_CELL}
        list={list}
        autocomplete="off"
        aria-invalid="true"
        aria-describedby={told ? `${name}-erreur` : undefined}
      />
      {told ? (
        <p id={`${name}-erreur`} class="fr-error-text">
          {error.message}
        </p>
      ) : null}
    </div>
    {repeated ? (
      <div class="fr-checkbox-group fr-checkbox-group--sm">
        <input type="checkbox" id={everywhereField(name)} name={everywhereField(name)} value="oui" />
        <label class="fr-label" for={everywhereField(name)}>
          {repeated.value === null
            ? `Remplir ainsi les ${figure(repeated.count)} cellules vides`
            : `Remplacer partout « ${repeated.value.slice(0, 40)} » (${counted(repeated.count, 'cellule')})`}
        </label>
      </div>
    ) : null}
  </div>
)
