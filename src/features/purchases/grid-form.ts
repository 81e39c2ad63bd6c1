// The rows of the grid as its form sends them, a pasted block spread over them, and each of them checked and completed with what we propose.
import { createHash } from 'node:crypto'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { foldWords } from '../territory/territory.ts'
import { AS_ABOVE, cellsOf, isTooLong, linesOf } from './grid-block.client.ts'
import { BLANK_ROW, GRID, type GridKey, idOf, isBlankRow, nameOf, type TypedRow, titledColumns } from './grid-columns.ts'
import { type CellMistake, familyText, labelsText, originText, type RowReading, readRow } from './grid-row.ts'
import { type Proposal, proposalsFor, whyProposed } from './propose.ts'

/** At once. Beyond, a file is easier for everyone. */
export const MOST_ROWS = 500
export const ROWS_AT_FIRST = 10
export const BLOCK = 'bloc'
/** For each row, the product that we have already made a proposal for. */
export const SEEN = 'vu[]'
/** Bytes: five hundred rows as browsers send them, names of fields and accents spelt out. */
export const LARGEST_BODY = 1024 * 1024
/** Ten fields a row; what is too long for a cell is told in the page, and kept. */
export const GRID_BOUNDS = { mostFields: (MOST_ROWS + ROWS_AT_FIRST) * (GRID.length + 1) + 10, longestValue: LARGEST_BODY }

export type SentRow = { readonly typed: TypedRow; readonly seen: string }
export type GridRow = SentRow & {
  /** Null for a blank row. */
  readonly reading: RowReading | null
  readonly mistakes: readonly CellMistake[]
  /** Cells that we filled, and why: « comme le 12 mars 2026 ». */
  readonly proposed: Partial<Readonly<Record<GridKey, string>>>
}

export const blankRows = (count: number): GridRow[] =>
  Array.from({ length: count }, () => ({ typed: BLANK_ROW, seen: '', reading: null, mistakes: [], proposed: {} }))

/** The rows of a posted form, blank ones included. */
export function sentRows(form: FormValues): SentRow[] {
  const columns = GRID.map(({ key }) => [key, form.all(nameOf(key))] as const)
  const seen = form.all(SEEN)
  const count = Math.max(...columns.map(([, values]) => values.length))
  return Array.from({ length: count }, (_, at) => ({
    typed: Object.fromEntries(columns.map(([key, values]) => [key, values[at] ?? ''])) as TypedRow,
    seen: seen[at] ?? '',
  }))
}

/** The lines of the block that was pasted beside the table. */
export const pastedRows = (block: string): SentRow[] =>
  linesOf(cellsOf(block), titledColumns, GRID[0].key).map((line) => ({ typed: { ...BLANK_ROW, ...line }, seen: '' }))

/**
 * Reads every row, and fills what was left blank in those of a product that we have made no proposal for yet. Typed cells stay as they are. `isWhole`:
 * these are all the rows of a form, in their order; otherwise nothing is taken from the row above.
 */
export async function completeRows(
  db: Queries,
  canteenId: number,
  rows: readonly SentRow[],
  today: IsoDate,
  isWhole: boolean,
): Promise<GridRow[]> {
  const read = (isWhole ? takingAfterAbove(rows) : rows.map((row) => ({ ...row, above: {} }))).map((row) => ({
    ...row,
    reading: isBlankRow(row.typed) ? null : readRow(row.typed, today),
  }))
  const asking = read.filter(({ typed, seen, reading }) => reading && seen !== seenKey(typed) && mayPropose(typed))
  const proposals = await proposalsFor(
    db,
    canteenId,
    asking.map(({ reading }) => reading!.purchase),
  )
  const byRow = new Map(asking.map((row, at) => [row as SentRow, proposals[at]!]))
  return read.map((row): GridRow => {
    const proposal = byRow.get(row)
    const { filled, proposed } = proposal ? fill(row.typed, proposal) : { filled: row.typed, proposed: {} }
    const reading = row.reading && Object.keys(proposed).length > 0 ? readRow(filled, today) : row.reading
    return {
      typed: reading ? reading.tidy : filled,
      seen: proposal ? seenKey(row.typed) : row.seen,
      reading,
      mistakes: reading?.mistakes ?? [],
      proposed: { ...row.above, ...proposed },
    }
  })
}

function takingAfterAbove(rows: readonly SentRow[]): (SentRow & { above: GridRow['proposed'] })[] {
  let [date, supplier] = ['', '']
  return rows.map((row) => {
    const { typed, seen } = row
    if (isBlankRow(typed)) return { ...row, above: {} }
    const says = typed.date !== '' || typed.supplier !== '' || seen === seenKey(typed)
    if (says) [date, supplier] = [typed.date, typed.supplier].map((cell) => (isTooLong(cell) ? '' : cell)) as [string, string]
    return says
      ? { ...row, above: {} }
      : {
          typed: { ...typed, date, supplier },
          seen,
          above: { ...(date !== '' && { date: AS_ABOVE }), ...(supplier !== '' && { supplier: AS_ABOVE }) },
        }
  })
}

const mayPropose = (row: TypedRow) =>
  row.description !== '' &&
  !isTooLong(row.description) &&
  [row.family, row.characteristics, row.origin, row.supplier].includes('')

/** Short: there may be five hundred. */
const seenKey = ({ description }: TypedRow) => createHash('sha256').update(foldWords(description)).digest('base64url').slice(0, 8)

function fill(typed: TypedRow, proposal: Proposal) {
  const { family, labels, origin, supplier } = proposal
  const found: [GridKey, string | null, string][] = [
    ['supplier', supplier, whyProposed(proposal, 'family')],
    ['family', family && familyText(family), whyProposed(proposal, 'family')],
    ['characteristics', labelsText(labels) || null, whyProposed(proposal, 'label')],
    ['origin', origin && originText(origin), whyProposed(proposal, 'origin')],
  ]
  const taken = found.filter(([key, text]) => text !== null && typed[key] === '')
  return {
    filled: { ...typed, ...(Object.fromEntries(taken.map(([key, text]) => [key, text])) as Partial<TypedRow>) },
    proposed: Object.fromEntries(taken.map(([key, , why]) => [key, why])) as GridRow['proposed'],
  }
}

/** Every mistake of every row, for the summary above them; lines count from 1. */
export const errorsIn = (rows: readonly GridRow[]): FieldError[] =>
  rows.flatMap(({ mistakes }, at) =>
    mistakes.map(({ key, message }) => ({ field: idOf(key, at + 1), message: `Ligne ${at + 1} : ${message}` })),
  )
