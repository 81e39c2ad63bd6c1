// The one way a file enters the product: read, mapped, checked to the last row, reported.
import { type CheckedRow, isSound } from './check-row.ts'
import { type CheckedTable, type CheckOptions, openChecked } from './checked-rows.ts'
import type { TableFormat } from './columns.ts'
import { FileProblem, problems } from './file-problem.ts'
import { ERRORS_HEADER, HeaderProblem, type MappedColumn } from './header.ts'
import type { FileKind } from './read-table.ts'
import type { ParsedRow, RowError } from './row-errors.ts'
import type { TableSource } from './source.ts'
import { fold } from './wording.client.ts'

export type ImportOptions<Row> = CheckOptions<Row> & {
  /** Errors told one by one; all of them are counted. 1 000 unless said otherwise. */
  readonly maxErrors?: number
  /**
   * Gets the right rows, batch by batch, as they are read: write them in a transaction, and keep it or not on the report. A file may
   * turn out unreadable (`unreadable`) after some of its rows were given.
   */
  readonly onRows?: (rows: readonly ParsedRow<Row>[]) => Promise<void>
  /** Rows read so far, after each batch. */
  readonly onProgress?: (rows: number) => void
  /** Stops between two batches, by throwing its reason. */
  readonly signal?: AbortSignal
}

export type ImportReport = {
  readonly kind: string
  /** Null when the file could not even be recognised. */
  readonly file: FileKind | null
  /** True when nothing could be read: `errors` then holds one error, on row 0 or on the row of titles. */
  readonly unreadable: boolean
  readonly headerRow: number | null
  readonly mapping: readonly MappedColumn[]
  /** Titles of the columns kept aside. */
  readonly aside: readonly string[]
  readonly accepted: number
  readonly rejected: number
  /** Blank rows between the titles and the last filled row. */
  readonly blank: number
  /** Rows of totals left out (the first hundred). */
  readonly totals: readonly number[]
  readonly errors: readonly RowError[]
  readonly errorCount: number
  /** How many of each, the most frequent first: what to put right with one gesture. */
  readonly errorGroups: readonly {
    readonly column: string | null
    readonly code: string
    readonly count: number
    readonly firstRow: number
  }[]
  /** Null when nothing could be read. */
  readonly digest: string | null
}

const MAX_ERRORS = 1000
const MAX_TOTALS = 100

/** Reads and checks a whole file. Mistakes are in the report; only what nobody could foresee, a rejected hook included, is thrown. */
export async function importTable<Row>(
  source: TableSource,
  format: TableFormat<Row>,
  options: ImportOptions<Row> = {},
): Promise<ImportReport> {
  const tally = createTally(options.maxErrors ?? MAX_ERRORS)
  let table: CheckedTable<Row> | null = null
  try {
    table = await openChecked(source, format, options)
    for await (const batch of table.batches) {
      options.signal?.throwIfAborted()
      for (const row of batch) tally.add(row)
      const sound = batch.filter(isSound)
      if (sound.length > 0) await options.onRows?.(sound)
      options.onProgress?.(tally.read())
    }
    if (tally.read() === 0) throw problems.noRows()
    return tally.report(format.kind, table)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    return unreadable(format.kind, table?.file ?? null, error, table?.header.mapping ?? [])
  }
}

function unreadable(kind: string, file: FileKind | null, problem: FileProblem, known: readonly MappedColumn[]): ImportReport {
  const [row, mapping] = problem instanceof HeaderProblem ? [problem.row, problem.mapping] : [0, known]
  const { code, message } = problem
  return {
    kind,
    file,
    unreadable: true,
    headerRow: row || null,
    mapping,
    aside: asideOf(mapping),
    accepted: 0,
    rejected: 0,
    blank: 0,
    totals: [],
    errors: [{ row, column: null, code, message, value: null, about: null }],
    errorCount: 1,
    errorGroups: [{ column: null, code, count: 1, firstRow: row }],
    digest: null,
  }
}

function createTally(maxErrors: number) {
  const errors: RowError[] = []
  const groups = new Map<string, { column: string | null; code: string; count: number; firstRow: number }>()
  const totals: number[] = []
  let [accepted, rejected, summed, errorCount, last] = [0, 0, 0, 0, 0]
  return {
    read: () => accepted + rejected,
    add(checked: CheckedRow<unknown>) {
      last = checked.row
      if (checked.total) {
        summed++
        if (totals.length < MAX_TOTALS) totals.push(checked.row)
      } else if (checked.errors.length === 0) accepted++
      else rejected++
      for (const error of checked.errors) {
        errorCount++
        if (errors.length < maxErrors) errors.push(error)
        const key = `${error.column ?? ''} ${error.code}`
        const group = groups.get(key)
        if (group) group.count++
        else groups.set(key, { column: error.column, code: error.code, count: 1, firstRow: error.row })
      }
    },
    report: (kind: string, { file, header, digest }: CheckedTable<never> | CheckedTable<unknown>): ImportReport => ({
      kind,
      file,
      unreadable: false,
      headerRow: header.row,
      mapping: header.mapping,
      aside: asideOf(header.mapping),
      accepted,
      rejected,
      blank: Math.max(0, last - header.row - accepted - rejected - summed),
      totals,
      errors,
      errorCount,
      errorGroups: [...groups.values()].sort((a, b) => b.count - a.count),
      digest: digest(),
    }),
  }
}

const asideOf = (mapping: readonly MappedColumn[]) =>
  mapping
    .filter(({ column, header }) => column === null && header !== '' && fold(header) !== fold(ERRORS_HEADER))
    .map(({ header }) => header)
