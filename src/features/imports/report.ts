// What is kept of the reading of a file: enough to show what was understood, and to put right what can be on one page.
import { columnsOf, type TableFormat } from '../../platform/tables/columns.ts'
import type { ImportReport } from '../../platform/tables/import-table.ts'
import type { RowError } from '../../platform/tables/row-errors.ts'

/** Mistakes that one page shows, to be put right there; beyond, a spreadsheet is the better tool. */
export const SHOWN_ERRORS = 250
/** Mistakes looked at to count the values that come back. */
export const COUNTED_ERRORS = 20_000

/** A wrong value standing in several cells of a column. */
export type Repeated = { readonly column: string; readonly value: string | null; readonly count: number }

export type KeptReport = ImportReport & {
  readonly repeated: readonly Repeated[]
  /** The import, still standing, that a file saying the same was written by. */
  readonly sameAs: { readonly id: number; readonly at: string } | null
}

export function keptReport<Row>(
  format: TableFormat<Row>,
  report: ImportReport,
  same: { id: number; at: Date } | null = null,
): KeptReport {
  const errors = report.errors.slice(0, SHOWN_ERRORS)
  return {
    ...report,
    errors,
    repeated: repeatedIn(format, report.errors, errors),
    sameAs: same && { id: same.id, at: same.at.toISOString() },
  }
}

function repeatedIn<Row>(format: TableFormat<Row>, all: readonly RowError[], shown: readonly RowError[]): Repeated[] {
  const unique = new Set(columnsOf(format).flatMap(([, column]) => (column.unique ? [column.header] : [])))
  const key = ({ column, value }: RowError) => JSON.stringify([column, value])
  const rows = new Map<string, Set<number>>()
  for (const error of all) rows.set(key(error), (rows.get(key(error)) ?? new Set()).add(error.row))
  const seen = new Map(shown.map((error) => [key(error), error]))
  return [...seen].flatMap(([known, { column, value }]) => {
    const count = rows.get(known)!.size
    return column !== null && !unique.has(column) && count > 1 ? [{ column, value, count }] : []
  })
}
