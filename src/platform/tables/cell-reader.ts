// One cell of a column: its value or what is wrong with it, and what it says for the digest. A column repeats itself: what was read is remembered.
import { type Cell, cellText } from './cell.ts'
import type { CellError, Column, Reading } from './columns.ts'
import { restore } from './formula.ts'

export type ReadCell = {
  readonly value?: unknown
  readonly error?: CellError
  /** The value as text, however it was spelt; what the cell holds when it cannot be read. */
  readonly written: string
  /** The same between quotes: a piece of the row as JSON. */
  readonly said: string
}

/** Cells remembered in each column. */
const MOST_KNOWN = 4096
/** Cells after which a column that hardly repeats itself is no longer remembered. */
const TRIAL = 2000
/** A long text seldom comes back. */
const LONGEST_KNOWN = 60

/** What a spreadsheet shows where a formula failed, in French and in English. */
const FAILED_FORMULA = /^#(?:(?:REF|VALUE|VALEUR|DIV\/0|NULL|NUL|NUM|NOMBRE)!|(?:NAME|NOM)\?|N\/[AD])$/i

/** A reader for the cells of one column of one file. */
export function cellReader(column: Column<unknown>, mostCharacters: number): (cell: NonNullable<Cell>) => ReadCell {
  const known = new Map<string, ReadCell>()
  let [asked, found] = [0, 0]
  return (cell) => {
    if (typeof cell !== 'string' || cell.length > LONGEST_KNOWN) return readAfresh(cell, column, mostCharacters)
    const repeats = asked < TRIAL || found * 2 > asked
    const before = repeats ? known.get(cell) : undefined
    if (repeats) asked++
    if (before !== undefined) {
      found++
      return before
    }
    const read = readAfresh(cell, column, mostCharacters)
    if (repeats && known.size < MOST_KNOWN) known.set(cell, read)
    return read
  }
}

function readAfresh(cell: NonNullable<Cell>, column: Column<unknown>, most: number): ReadCell {
  const given = typeof cell === 'string' ? restore(cell) : cell
  const { value, error } = readGiven(given, column, most)
  // A value that is already a text says itself: writing it could only cost time.
  const written = error ? cellText(given) : typeof value === 'string' ? value : cellText(column.write(value))
  const said = JSON.stringify(written)
  return error ? { error, written, said } : { value, written, said }
}

function readGiven(cell: NonNullable<Cell>, column: Column<unknown>, most: number): Reading<unknown> {
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
