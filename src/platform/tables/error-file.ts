// The file given back to repair: the rows as they came, with what is wrong beside each.
import type { Cell } from './cell.ts'
import { cellText } from './cell.ts'
import { type CheckOptions, openChecked } from './checked-rows.ts'
import { type Column, columnsOf, type TableFormat } from './columns.ts'
import { restore } from './formula.ts'
import { ERRORS_HEADER } from './header.ts'
import type { RowError } from './row-errors.ts'
import type { TableSource } from './source.ts'
import { fold } from './wording.client.ts'
import { type WrittenType, writeCells } from './write-table.ts'

type ErrorFileOptions<Row> = CheckOptions<Row> & {
  /** The rejected rows alone, where the good ones were kept; or all of them. */
  readonly only?: 'rejected'
}

/**
 * Reads the file again and writes it with a last column « erreurs », which an import leaves aside. Throws a FileProblem, before
 * writing anything, when the file cannot be read.
 */
export async function writeErrorFile<Row>(
  source: TableSource,
  format: TableFormat<Row>,
  type: WrittenType,
  options: ErrorFileOptions<Row> = {},
): Promise<ReadableStream<Uint8Array>> {
  const { titles, header, batches } = await openChecked(source, format, options)
  const kept = [...titles.keys()].filter((at) => fold(cellText(titles[at])) !== fold(ERRORS_HEADER))
  const columns = new Map<string, Column<unknown>>(columnsOf(format))
  const written = kept.map((at) => ({
    header: cellText(titles[at]),
    schema: columns.get(header.keys[at] ?? '')?.schema ?? ({ type: 'number' } as const),
  }))
  const rows = (async function* () {
    for await (const batch of batches)
      for (const { cells, errors } of batch)
        if (options.only !== 'rejected' || errors.length > 0)
          yield [...kept.map((at) => original(cells[at])), errors.map(inWords).join('\n')]
  })()
  return writeCells(format.title, [...written, { header: ERRORS_HEADER, schema: { type: 'string' } }], rows, type)
}

/** Neutralised text is restored first, so that writing it again does not neutralise it twice. */
const original = (cell: Cell | undefined): Cell => (typeof cell === 'string' ? restore(cell) : (cell ?? null))

const inWords = ({ column, message }: RowError) => (column === null ? message : `${column} : ${message}`)
