// One row of a file against the columns of a format: its values, or everything that is wrong with it.
import { type Cell, cellText, isBlank, type RawRow } from './cell.ts'
import { type Column, columnsOf, type Reading, type TableFormat } from './columns.ts'
import { type Corrector, shownCell } from './corrections.ts'
import { restore } from './formula.ts'
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

/** What a spreadsheet shows where a formula failed, in French and in English. */
const FAILED_FORMULA = /^#(?:(?:REF|VALUE|VALEUR|DIV\/0|NULL|NUL|NUM|NOMBRE)!|(?:NAME|NOM)\?|N\/[AD])$/i
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
    seen: column.unique ? new Map<string, number>() : null,
  }))

  return function check(raw: RawRow): CheckedRow<Row> {
    const { row } = raw
    const cells = correct(raw)
    if (isTotal(cells) && columns.some(({ column, position }) => column.required && isBlank(cells[position])))
      return { row, cells, values: null, errors: [], total: true, canonical: '' }
    const errors: RowError[] = []
    const values: Record<string, unknown> = {}
    const unread = new Set<string>()
    const canonical: string[] = []
    for (const { key, column, position, seen } of columns) {
      const cell = position < 0 ? null : cells[position]
      const wrong = (code: string, message: string) =>
        errors.push(errorAt(format, header, { row, cells }, { row, column: key, code, message }))
      if (cell === null || cell === undefined || isBlank(cell)) {
        canonical.push('')
        if (column.required) {
          wrong('required', `La colonne « ${column.header} » est obligatoire : remplissez cette cellule.`)
          unread.add(key)
        } else values[key] = column.whenBlank
        continue
      }
      const given = typeof cell === 'string' ? restore(cell) : cell
      const { value, error } = readCell(given, column, cellCharacters)
      if (error) {
        canonical.push(cellText(given))
        wrong(error.code, error.message)
        unread.add(key)
        continue
      }
      // A value that is already a text says itself: writing it could only cost time.
      const written = typeof value === 'string' ? value : cellText(column.write(value))
      canonical.push(written)
      values[key] = value
      const before = seen?.get(written)
      if (before === undefined) seen?.set(written, row)
      else wrong('duplicate', `Cette valeur est déjà à la ligne ${before} : elle ne peut apparaître qu’une fois dans le fichier.`)
    }
    const beyond = strictWidth ? beyondTitles(raw, header) : []
    errors.push(...beyond)
    // Cells that slid aside say nothing of each other.
    for (const rule of beyond.length > 0 ? [] : (format.rules ?? []))
      if (!rule.of.some((key) => unread.has(key)))
        for (const { column, code, message } of rule.mistakes(values as Row))
          errors.push(errorAt(format, header, { row, cells }, { row, column: column ?? null, code, message }))
    return {
      row,
      cells,
      values: errors.length === 0 ? (values as Row) : null,
      errors,
      total: false,
      canonical: JSON.stringify(canonical),
    }
  }
}

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

function readCell(cell: NonNullable<Cell>, column: Column<unknown>, most: number): Reading<unknown> {
  if (typeof cell === 'string') {
    if (cell.length > most)
      return { error: { code: 'cell_too_long', message: `Cette cellule a plus de ${most} caractères. Raccourcissez-la.` } }
    if (cell.charCodeAt(0) === 0x23 && FAILED_FORMULA.test(cell))
      return {
        error: { code: 'failed_formula', message: `La formule de cette cellule a échoué (${cell}). Remplacez-la par sa valeur.` },
      }
  }
  return column.read(cell)
}

/** The first filled cell says that this line sums up the others: « Total », « TOTAL GÉNÉRAL », « Sous-total 2026 ». */
function isTotal(cells: readonly Cell[]): boolean {
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
