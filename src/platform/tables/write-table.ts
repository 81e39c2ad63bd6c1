// Rows out of the product: CSV and .xlsx files that import again as they went out, and that no spreadsheet can be fooled with.
import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import { type Cell, cellText, isBlank } from './cell.ts'
import { type Column, columnsOf, type TableFormat } from './columns.ts'
import { neutralise } from './formula.ts'

export const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type WrittenType = keyof typeof CONTENT_TYPES

type Rows<T> = Iterable<T> | AsyncIterable<T>

/** A spreadsheet's own limit on the name of a sheet. */
const SHEET_NAME = 31
const PIECE = 65_536

/** A row to write; null: not known, even where a file to import must say it. */
export type RowToWrite<Row> = { readonly [Key in keyof Row]: Row[Key] | null }

/** The rows as a file, written as they come: memory does not grow with their number. */
export function writeTable<Row>(
  format: TableFormat<Row>,
  rows: Rows<RowToWrite<Row>>,
  type: WrittenType,
): ReadableStream<Uint8Array> {
  const columns = columnsOf(format)
  const cells = (async function* () {
    for await (const row of rows) yield columns.map(([key, column]) => (row[key] === null ? null : column.write(row[key])))
  })()
  return writeCells(
    format.title,
    columns.map(([, column]) => column),
    cells,
    type,
  )
}

/** What is known of a column to write: its title, and whether it holds words or numbers. */
export type WrittenColumn = Pick<Column<unknown>, 'header' | 'schema'>

export function writeCells(title: string, columns: readonly WrittenColumn[], rows: Rows<readonly Cell[]>, type: WrittenType) {
  return type === 'csv' ? writeCsv(columns, rows) : writeXlsx(title, columns, rows)
}

/** Semicolons and a byte order mark: what a French spreadsheet opens at a double click. */
function writeCsv(columns: readonly WrittenColumn[], rows: Rows<readonly Cell[]>): ReadableStream<Uint8Array> {
  const line = (cells: readonly Cell[]) => `${cells.map(csvCell).join(';')}\r\n`
  return streamOf(
    (async function* () {
      const encoder = new TextEncoder()
      let text = `\ufeff${line(columns.map(({ header }) => header))}`
      for await (const row of rows) {
        text += line(row)
        if (text.length < PIECE) continue
        yield encoder.encode(text)
        text = ''
      }
      yield encoder.encode(text)
    })(),
  )
}

const streamOf = (pieces: AsyncGenerator<Uint8Array>) =>
  Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream<Uint8Array>

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? neutralise(cell) : cellText(cell)
  return /[";\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

function writeXlsx(title: string, columns: readonly WrittenColumn[], rows: Rows<readonly Cell[]>): ReadableStream<Uint8Array> {
  const cells = (async function* () {
    for await (const row of rows) yield row.map(sheetCell)
  })()
  return writeXlsxStream(cells, { name: sheetName(title), columns: columns.map(sheetColumn), freezePane: { rows: 1 } })
}

export const sheetCell = (cell: Cell): Cell =>
  isBlank(cell) ? null : typeof cell === 'string' ? undisguised(neutralise(cell)) : cell

/** « _x000A_ » would be read as the character of that number: its first sign says itself by its number. */
const undisguised = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** Words are given the « Texte » format, so that whoever fills the sheet keeps the zeros and the long numbers. */
export const sheetColumn = ({ header, schema }: WrittenColumn) => ({
  header,
  width: Math.min(45, Math.max(12, header.length + 2)),
  ...(schema.type === 'string' && { numFmt: '@' }),
  ...(schema.type === 'date' && { numFmt: 'yyyy-mm-dd' }),
})

export const sheetName = (title: string) =>
  title
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, SHEET_NAME) || 'Feuille 1'
