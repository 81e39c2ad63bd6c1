// What stands in one cell of a file, before anyone knows what it means.

/** As the file holds it: text files give text only, workbooks also numbers, booleans and dates (midnight UTC). */
export type Cell = string | number | boolean | Date | null

/** One line of a file. `row` is the number a spreadsheet shows in its margin; blank lines may be absent. */
export type RawRow = { readonly row: number; readonly cells: readonly Cell[] }

/** Spaces of every width, the invisible ones included. */
const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g
const DAY = 86_400_000
/** Day 0 of a spreadsheet. Serial 60 is a 29 February 1900 that never was: everything after it counts from here. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)

export function trimmed(text: string): string {
  return isLetter(text.charCodeAt(0)) && isLetter(text.charCodeAt(text.length - 1)) ? text : text.replace(EDGES, '')
}

/** Surely no space; most cells of most files need no closer look. */
const isLetter = (code: number) => code > 0x20 && code < 0x7f

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && !isLetter(cell.charCodeAt(0)) && trimmed(cell) === '')

/** The cell as a person would type it, without spaces around. A whole day is written `2026-01-31`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return trimmed(cell)
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX'
  if (typeof cell === 'number') return String(cell)
  if (Number.isNaN(cell.getTime())) return ''
  const iso = cell.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ')
}

/** The moment that a spreadsheet's serial number stands for, read as UTC. */
export function dateOfSerial(serial: number): Date {
  return new Date(SERIAL_ZERO + Math.round((serial < 60 ? serial + 1 : serial) * DAY))
}

/** « A », « Z », « AA »: the letters a spreadsheet shows above the column, from its position (first = 0). */
export function columnLetters(position: number): string {
  let letters = ''
  for (let rest = position + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
