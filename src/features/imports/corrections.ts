// What a person typed beside the wrong cells of a file, and what it changes to what they had typed before.

import type { FormValues } from '../../platform/http/forms.ts'
import { columnsOf, type TableFormat } from '../../platform/tables/columns.ts'
import type { Correction, Replacement, RowError } from '../../platform/tables/row-errors.ts'
import type { FileImport } from './import.sql.ts'
import type { KeptReport } from './report.ts'

/** Enough for any file that one repairs by hand. */
const MOST_KEPT = 5000

/** Name of the field of a wrong cell: its row, and the place of its column in the format. */
export function cellField<Row>(format: TableFormat<Row>, { row, column }: Pick<RowError, 'row' | 'column'>): string {
  return `cellule-${row}-${columnsOf(format).findIndex(([, { header }]) => header === column) + 1}`
}
export const everywhereField = (cell: string) => `partout-${cell}`

/** A field on one line cannot hold line breaks, and spaces around do not matter. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()

type Corrected = Pick<FileImport, 'corrections' | 'replacements'>

/** The corrections once this form is taken, or null when it changes nothing. */
export function readCorrections<Row>(
  form: FormValues,
  format: TableFormat<Row>,
  report: KeptReport,
  before: Corrected,
): Corrected | null {
  const corrections = new Map(before.corrections.map((one) => [JSON.stringify([one.row, one.column]), one]))
  const replacements: Replacement[] = [...before.replacements]
  let changed = false
  for (const { row, column, value } of report.errors) {
    if (column === null) continue
    const name = cellField(format, { row, column })
    const typed = plain(form.get(name))
    if (!form.has(name) || typed === plain(value)) continue
    changed = true
    if (form.has(everywhereField(name))) {
      replacements.push({ column, held: value, value: typed })
      // Cells that were given this value one by one follow.
      for (const [key, one] of corrections)
        if (one.column === column && plain(one.value) === plain(value)) corrections.set(key, { ...one, value: typed })
    } else corrections.set(JSON.stringify([row, column]), { row, column, value: typed } satisfies Correction)
  }
  if (!changed || corrections.size + replacements.length > MOST_KEPT) return null
  return { corrections: [...corrections.values()], replacements }
}
