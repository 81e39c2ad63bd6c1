// A column or a block copied from a spreadsheet, spread over the fields that follow.
import { cellName, detailedAmounts } from '../../law/amount-names.ts'
import { families } from '../../law/families.ts'
import { labels } from '../../law/labels.ts'

const cellOf = (name: string) => detailedAmounts.find((row) => row.name === name)?.cell ?? null

/** The values to write, by field, when `text` is pasted in `first`; null when it is a single value. `names`: the fields, in order. */
export function spread(text: string, first: string, names: readonly string[]): { [field: string]: string } | null {
  const rows = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((value) => value.trim()))
  if (rows.length === 1 && rows[0]!.length === 1) return null
  const cell = cellOf(first)
  const written: { [field: string]: string } = {}
  // In the grid, lines go down the labels and columns across the families; in a list everything goes down.
  const line = cell ? labels.findIndex(({ id }) => id === cell.label) : -1
  const column = families.findIndex(({ id }) => id === cell?.family)
  const start = names.indexOf(first)
  for (const [down, values] of (line < 0 ? rows.flat().map((value) => [value]) : rows).entries()) {
    for (const [across, value] of values.entries()) {
      const label = labels[line + down]
      const family = families[column + across]
      const name = line < 0 ? names[start + down] : label && family && cellName(family.id, label.id)
      if (name !== undefined && names.includes(name)) written[name] = value
    }
  }
  return written
}
