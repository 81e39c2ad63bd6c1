// Cells put right on the page, one by one or wherever the same value stands, as if the file had held them.
import { type Cell, cellText, isBlank, type RawRow } from './cell.ts'
import { columnsOf, type TableFormat } from './columns.ts'
import type { Header } from './header.ts'
import type { Correction, Replacement } from './row-errors.ts'
import { fold } from './wording.client.ts'

/** What an error shows of a cell. */
const SHOWN = 200

/** What the cell holds, as an error shows it; null for a blank cell. */
export const shownCell = (cell: Cell | undefined): string | null => (isBlank(cell) ? null : cellText(cell).slice(0, SHOWN))

export type Corrector = {
  /** The key of each column: those of the file, then those that only corrections fill. */
  readonly keys: Header['keys']
  correct(row: RawRow): readonly Cell[]
}

/** A cell of its own wins over what replaces its value everywhere. */
export function corrector<Row>(
  format: TableFormat<Row>,
  { keys }: Pick<Header, 'keys'>,
  corrections: readonly Correction[],
  replacements: readonly Replacement[],
): Corrector {
  const keyOf = new Map(columnsOf(format).map(([key, { header }]) => [fold(header), key as string]))
  const named = [...corrections, ...replacements].flatMap(({ column }) => keyOf.get(fold(column)) ?? [])
  const all = [...keys, ...new Set(named.filter((key) => !keys.includes(key)))]
  const at = (column: string) => all.indexOf(keyOf.get(fold(column)) ?? '')
  const onRow = new Map<number, { position: number; value: string }[]>()
  for (const { row, column, value } of corrections)
    if (at(column) >= 0) onRow.set(row, [...(onRow.get(row) ?? []), { position: at(column), value }])
  const everywhere = replacements.flatMap(({ column, held, value }) =>
    at(column) < 0 ? [] : [{ position: at(column), held, value }],
  )
  return {
    keys: all,
    correct({ row, cells }) {
      const here = onRow.get(row) ?? []
      if (here.length === 0 && everywhere.length === 0 && all.length === keys.length) return cells
      // A cell beyond the titles must not be taken for one of a column that corrections added.
      const changed: Cell[] = Array.from({ length: all.length }, (_, position) =>
        position < keys.length ? (cells[position] ?? null) : null,
      )
      for (const { position, held, value } of everywhere) if (shownCell(changed[position]) === held) changed[position] = value
      for (const { position, value } of here) changed[position] = value
      return changed
    },
  }
}
