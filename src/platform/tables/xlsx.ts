// The rows of the first filled sheet of an .xlsx, as a stream.
import { type Cell, dateOfSerial, isBlank, type RawRow } from './cell.ts'
import { problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import { readPart } from './part-text.ts'
import { plain, readDateStyles, readTexts, readWorkbook } from './xlsx-parts.ts'
import { attribute } from './xml.ts'
import type { Parts } from './zip.ts'

export type SheetRows = { readonly sheet: string; readonly rows: RawRow[] }
type Beside = { texts: readonly string[]; dateStyles: ReadonlySet<number>; from1904: boolean; limits: Limits }

/** Days between the two calendars of spreadsheets, 1900 and 1904. */
const CALENDARS = 1462

export async function* xlsxRows(parts: Parts, limits: Limits): AsyncGenerator<SheetRows> {
  const workbook = await readWorkbook(parts)
  const beside: Beside = {
    texts: workbook.texts === null ? [] : await readTexts(parts, workbook.texts, limits),
    dateStyles: workbook.styles === null ? new Set() : await readDateStyles(parts, workbook.styles),
    from1904: workbook.from1904,
    limits,
  }
  for (const { name, part } of workbook.sheets) {
    let filled = false
    for await (const rows of sheetRows(parts, part, beside)) {
      filled = true
      yield { sheet: name, rows }
    }
    if (filled) return
  }
  throw problems.noSheet()
}

async function* sheetRows(parts: Parts, part: string, { texts, dateStyles, from1904, limits }: Beside): AsyncGenerator<RawRow[]> {
  let ready: RawRow[] = []
  let row = 0
  let cells: Cell[] = []
  let column = 0
  let type = ''
  let style = 0
  let held: string[] = []
  let heard = false
  let spelling = 0

  function value(): Cell {
    const text = held.length === 1 ? held[0]! : held.join('')
    if (type === 's') return texts[Number(text)] ?? null
    if (type === 'str' || type === 'inlineStr' || type === 'e') return plain(text.slice(0, limits.cellCharacters + 1))
    if (type === 'b') return text === '1' || text === 'true'
    if (type === 'd') return isoMoment(text)
    if (text === '') return null
    const number = Number(text)
    if (Number.isNaN(number)) return text.slice(0, limits.cellCharacters + 1)
    if (!dateStyles.has(style)) return number
    const moment = dateOfSerial(from1904 ? number + CALENDARS : number)
    return Number.isNaN(moment.getTime()) ? number : moment
  }

  for await (const _ of readPart(parts, part, {
    open(name, attributes) {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r'), column)
        type = attribute(attributes, 't') ?? ''
        style = Number(attribute(attributes, 's') ?? 0)
        held = []
      } else if (name === 'v' || (name === 't' && spelling === 0)) heard = true
      else if (name === 'rPh') spelling++
      else if (name === 'row') {
        row = Math.max(row + 1, Number(attribute(attributes, 'r')) || 0)
        if (row > limits.rows) throw problems.tooManyRows(limits.rows)
        cells = []
        column = 0
      }
    },
    text(text) {
      if (heard) held.push(text)
    },
    close(name) {
      if (name === 'v' || name === 't') heard = false
      else if (name === 'rPh') spelling--
      else if (name === 'c') {
        column++
        if (held.length === 0) return
        const cell = value()
        if (isBlank(cell)) return
        if (column > limits.columns) throw problems.tooManyColumns(row, limits.columns)
        while (cells.length < column - 1) cells.push(null)
        cells[column - 1] = cell
      } else if (name === 'row' && cells.length > 0) ready.push({ row, cells })
    },
  })) {
    if (ready.length > 0) yield ready
    ready = []
  }
}

/** An ISO date or moment; without a time zone it is taken as UTC, like the serial numbers. */
function isoMoment(text: string): Cell {
  const moment = new Date(!text.includes('T') || /z$|[+-]\d\d:?\d\d$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(moment.getTime()) ? text.slice(0, 100) : moment
}

/** « AB12 » is column 27 (first = 0); without a reference, the next one. */
function columnOf(reference: string | null, next: number): number {
  if (reference === null) return next
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column > 0 ? column - 1 : next
}
