// A column described once: its title, its help, how to read a cell and how to write it back. Import, template, export, help page
// and published schema all follow from it.
import type { Cell } from './cell.ts'

/** Why a cell cannot be read, in a word for programs and in a French sentence that says what to do. */
export type CellError = { readonly code: string; readonly message: string }

export type Reading<V> = { readonly value: V; readonly error?: never } | { readonly error: CellError; readonly value?: never }

/** What the published schema says of the cells of a column (Table Schema vocabulary). */
export type FieldSchema = {
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'boolean'
  readonly format?: string
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly constraints?: {
    readonly minLength?: number
    readonly maxLength?: number
    readonly minimum?: number | string
    readonly maximum?: number | string
    readonly pattern?: string
    readonly enum?: readonly string[]
  }
}

/** How the cells of a column are read and written. `read` never gets a blank cell; `read(write(value))` gives the value back. */
export type CellKind<V> = {
  read(cell: NonNullable<Cell>): Reading<V>
  write(value: V): Cell
  readonly schema: FieldSchema
  /** The words to choose among, as people read them. */
  readonly choices?: readonly string[]
}

type Description<V> = {
  /** The official title, in French, as published. */
  readonly header: string
  /** Other titles that files carry: former ones, those of other software. */
  readonly otherHeaders?: readonly string[]
  /** One or two French sentences for whoever fills the file. */
  readonly help: string
  /** A value as one would type it. */
  readonly example: string
  readonly as: CellKind<V>
  /** No value twice in a file. */
  readonly unique?: boolean
}

/** A column whose values are `V`, null included where an empty cell is allowed to mean nothing. */
export type Column<V> = {
  readonly header: string
  readonly otherHeaders: readonly string[]
  readonly help: string
  readonly example: string
  /** Filled on every row. */
  readonly required: boolean
  /** In the file, even if some of its cells are empty. */
  readonly present: boolean
  readonly unique: boolean
  readonly schema: FieldSchema
  /** The words to choose among; none for cells that hold something else. */
  readonly choices: readonly string[]
  /** What an empty cell means, where cells may be empty. */
  readonly whenBlank: V | undefined
  read(cell: NonNullable<Cell>): Reading<V>
  write(value: V): Cell
}

/** A mistake in a row that reads well cell by cell: two values that contradict each other. */
export type RowMistake<Row> = CellError & { readonly column?: (keyof Row & string) | null }

/**
 * What some values of a row may say against each other: asked once the cells of these columns read well, whatever the others hold. A rule of no
 * column is always asked, and looks by itself at which columns the row has.
 */
export type RowRule<Row> = {
  readonly of: readonly (keyof Row & string)[]
  /** The columns that could not be read are absent from the row. */
  readonly mistakes: (row: Row) => readonly RowMistake<Row>[]
}

/** A kind of file, described once. Columns are in their official order; their keys are the fields of `Row`. */
export type TableFormat<Row> = {
  /** Stable name for addresses and the command line. */
  readonly kind: string
  /** French name for pages and the template. */
  readonly title: string
  readonly version: string
  readonly columns: { readonly [Id in keyof Row]: Column<Row[Id]> }
  /** What one row alone can get wrong across its columns. */
  readonly rules?: readonly RowRule<Row>[]
}

export type RowOf<Format> = Format extends TableFormat<infer Row> ? Row : never

/** A column that must be in the file, and filled on every row. */
export function required<V>(description: Description<V>): Column<V> {
  return build(description, { required: true, present: true }, undefined)
}

/** A column that must be in the file, and whose cells may be empty: an empty one reads as null. Leaving the column out would be an oversight. */
export function expected<V>(description: Description<V>): Column<V | null> {
  return build<V | null>({ ...description, as: nullable(description.as) }, { required: false, present: true }, null)
}

/** A column that may be absent or empty: an empty cell reads as `whenBlank`, null unless said otherwise. */
export function optional<V>(description: Description<V>): Column<V | null>
export function optional<V>(description: Description<V>, whenBlank: V): Column<V>
export function optional<V>(description: Description<V>, whenBlank: V | null = null): Column<V | null> {
  return build<V | null>({ ...description, as: nullable(description.as) }, { required: false, present: false }, whenBlank)
}

const nullable = <V>(kind: CellKind<V>): CellKind<V | null> => ({
  read: (cell) => kind.read(cell),
  write: (value) => (value === null ? null : kind.write(value)),
  schema: kind.schema,
  ...(kind.choices && { choices: kind.choices }),
})

function build<V>(
  description: Description<V>,
  needs: Pick<Column<V>, 'required' | 'present'>,
  whenBlank: V | undefined,
): Column<V> {
  const { as, otherHeaders = [], unique = false, ...words } = description
  const { schema, choices = [], read, write } = as
  return { ...words, otherHeaders, unique, ...needs, whenBlank, schema, choices, read, write }
}

/** The columns in their official order, with their keys. */
export function columnsOf<Row>(format: TableFormat<Row>): [keyof Row & string, Column<unknown>][] {
  return Object.entries(format.columns) as unknown as [keyof Row & string, Column<unknown>][]
}
