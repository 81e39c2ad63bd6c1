// One row of a file against the columns of a format: its values, or everything that is wrong with it.
import { type Cell, isBlank, type RawRow } from './cell.ts'
import { cellReader } from './cell-reader.ts'
import { type CellError, columnsOf, type TableFormat } from './columns.ts'
import { type Corrector, shownCell } from './corrections.ts'
import type { Header } from './header.ts'
import type { RowError } from './row-errors.ts'
import { fold } from './wording.client.ts'

export type CheckedRow<Row> = {
  readonly row: number
  /** As in the file, corrections applied. */
  readonly cells: readonly Cell[]
  /** Null when the row has errors, or only sums up the others. */
  readonly values: Row | null
  readonly errors: readonly RowError[]
  /** A line of totals: neither right nor wrong. */
  readonly total: boolean
  /** What the row says, however it was spelt: for the digest. */
  readonly canonical: string
}

/** Neither wrong nor a line of totals. */
export const isSound = <Row>(row: CheckedRow<Row>): row is CheckedRow<Row> & { readonly values: Row } => row.values !== null

const TOTAL = /^(sous )?tota(l|ux)( (general|generaux|global|cumule|annuel|mensuel|ht|ttc|eur|euros))*( \d{4})?$/
type Checking<Row> = {
  readonly format: TableFormat<Row>
  readonly header: Header
  readonly correct: Corrector['correct']
  readonly cellCharacters: number
  /** Whether a cell beyond the titles is a sign of a broken row (text files) or a note in the margin (workbooks). */
  readonly strictWidth: boolean
}

/** A checker for the rows of one file, to be called in their order: it remembers the values that may come once only. */
export function rowChecker<Row>({ format, header, correct, cellCharacters, strictWidth }: Checking<Row>) {
  const columns = columnsOf(format).map(([key, column]) => ({
    key,
    column,
    position: header.keys.indexOf(key),
    read: cellReader(column, cellCharacters),
    seen: column.unique ? new Map<string, number>() : null,
  }))
  const rules = format.rules ?? []
  const width = header.mapping.length

  return function check(raw: RawRow): CheckedRow<Row> {
    const { row } = raw
    const cells = correct(raw)
    if (isTotal(cells) && columns.some(({ column, position }) => column.required && isBlank(cells[position])))
      return { row, cells, values: null, errors: [], total: true, canonical: '' }
    // Nearly every row is right, and there may be a million: what only a wrong one needs is made for it alone.
    let errors = NONE
    let unread = NO_KEYS
    const values: Record<string, unknown> = {}
    const wrong = (column: string | null, { code, message }: CellError) => {
      errors = [...errors, errorAt(format, header, { row, cells }, { row, column: column as keyof Row & string, code, message })]
    }
    let canonical = ''
    for (const { key, column, position, read, seen } of columns) {
      const cell = position < 0 ? null : cells[position]
      if (cell === null || cell === undefined || isBlank(cell)) {
        canonical += canonical === '' ? '[""' : ',""'
        if (column.required) {
          wrong(key, blankCell(column.header))
          unread = [...unread, key]
        } else values[key] = column.whenBlank
        continue
      }
      const { value, error, written, said } = read(cell)
      canonical += canonical === '' ? `[${said}` : `,${said}`
      if (error) {
        wrong(key, error)
        unread = [...unread, key]
        continue
      }
      values[key] = value
      if (seen === null) continue
      const before = seen.get(written)
      if (before === undefined) seen.set(written, row)
      else wrong(key, seenAt(before))
    }
    const beyond = strictWidth && cells.length > width ? beyondTitles(raw, header) : NONE
    if (beyond.length > 0) errors = [...errors, ...beyond]
    // Cells that slid aside say nothing of each other.
    for (const rule of beyond.length > 0 ? NO_RULES : rules)
      if (unread.length === 0 || !rule.of.some((key) => unread.includes(key)))
        for (const mistake of rule.mistakes(values as Row)) wrong(mistake.column ?? null, mistake)
    return {
      row,
      cells,
      values: errors.length === 0 ? (values as Row) : null,
      errors,
      total: false,
      canonical: `${canonical}]`,
    }
  }
}

const NONE: readonly RowError[] = []
const NO_KEYS: readonly string[] = []
const NO_RULES: readonly never[] = []

const blankCell = (header: string): CellError => ({
  code: 'required',
  message: `La colonne « ${header} » est obligatoire : remplissez cette cellule.`,
})

const seenAt = (row: number): CellError => ({
  code: 'duplicate',
  message: `Cette valeur est déjà à la ligne ${row} : elle ne peut apparaître qu’une fois dans le fichier.`,
})

/** The error that a check on a whole row or on a batch gave, with the title of its column and what the cell holds. */
export function errorAt<Row>(
  format: TableFormat<Row>,
  header: Header,
  { row, cells }: RawRow,
  { column, code, message }: { row: number; column?: (keyof Row & string) | null; code: string; message: string },
): RowError {
  const position = column ? header.keys.indexOf(column) : -1
  const value = position < 0 ? null : shownCell(cells[position])
  const about = wordsOf(format, header, cells, column ?? null)
  return { row, column: column ? format.columns[column].header : null, code, message, value, about }
}

/** The first words of the row that are no choice of a list: « École Jules-Ferry », rather than a number. */
function wordsOf<Row>(format: TableFormat<Row>, { keys }: Header, cells: readonly Cell[], except: string | null): string | null {
  for (const [key, { schema }] of columnsOf(format)) {
    if (key === except || schema.type !== 'string' || schema.constraints?.enum || schema.constraints?.pattern) continue
    const words = shownCell(cells[keys.indexOf(key)])
    if (words !== null && /\p{L}{2}/u.test(words)) return words
  }
  return null
}

/** The first filled cell says that this line sums up the others: « Total », « TOTAL GÉNÉRAL », « Sous-total 2026 ». */
export function isTotal(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => !isBlank(cell))
  return typeof first === 'string' && first.length < 40 && /tota/i.test(first) && TOTAL.test(fold(first))
}

function beyondTitles({ row, cells }: RawRow, { mapping }: Header): RowError[] {
  const beyond = cells.slice(mapping.length).find((cell) => !isBlank(cell))
  if (beyond === undefined) return []
  const message =
    'Cette ligne a plus de cellules que la ligne de titres. Un texte ou un nombre contient sans doute le séparateur : mettez-le entre guillemets.'
  return [{ row, column: null, code: 'extra_cells', message, value: shownCell(beyond), about: null }]
}
