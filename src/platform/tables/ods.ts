// The rows of the first filled sheet of an .ods, as a stream. What repeats is counted, not copied.
import { type Cell, isBlank, type RawRow } from './cell.ts'
import { problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import { readPart, readWhole } from './part-text.ts'
import type { SheetRows } from './xlsx.ts'
import { attribute } from './xml.ts'
import type { Parts } from './zip.ts'

const MOST_REPEATS = 2 ** 31

export async function* odsRows(parts: Parts, limits: Limits): AsyncGenerator<SheetRows> {
  await refuseEncrypted(parts)
  let ready: RawRow[] = []
  let sheet = ''
  let tables = 0
  let row = 0
  let rowRepeat = 1
  let cells: Cell[] = []
  let column = 0
  let columnRepeat = 1
  let cell: Cell = null
  let typed = ''
  let paragraphs: string[] = []
  let inCell = false
  let aside = 0
  let filled = false
  let finished = false

  function endCell() {
    inCell = false
    const value = typed === 'text' ? paragraphs.join('\n').slice(0, limits.cellCharacters + 1) : cell
    if (!isBlank(value)) {
      if (column + columnRepeat > limits.columns) throw problems.tooManyColumns(row + 1, limits.columns)
      while (cells.length < column) cells.push(null)
      for (let time = 0; time < columnRepeat; time++) cells.push(value)
    }
    column += columnRepeat
  }

  function endRow() {
    if (cells.length > 0) {
      filled = true
      if (row + rowRepeat > limits.rows || rowRepeat > MAX_SAME_ROWS)
        throw problems.tooManyRows(Math.min(limits.rows, MAX_SAME_ROWS))
      for (let time = 1; time <= rowRepeat; time++) ready.push({ row: row + time, cells })
    }
    row += rowRepeat
  }

  for await (const _ of readPart(parts, 'content.xml', {
    open(name, attributes) {
      if (finished) return
      if (aside > 0 || name === 'annotation' || name === 'tracked-changes') aside++
      else if (name === 'table') {
        if (tables++ === 0) {
          sheet = attribute(attributes, 'table:name') ?? ''
          row = 0
        }
      } else if (tables !== 1) return
      else if (name === 'table-row') {
        rowRepeat = repeats(attributes, 'table:number-rows-repeated')
        cells = []
        column = 0
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        inCell = true
        columnRepeat = repeats(attributes, 'table:number-columns-repeated')
        paragraphs = []
        ;({ typed, cell } = statedValue(attributes))
      } else if (inCell && name === 'p') paragraphs.push('')
      else if (inCell && name === 's') append(' '.repeat(Math.min(repeats(attributes, 'text:c'), limits.cellCharacters)))
      else if (inCell && name === 'tab') append('\t')
      else if (inCell && name === 'line-break') append('\n')
    },
    text: (text) => {
      if (inCell && aside === 0) append(text)
    },
    close(name) {
      if (finished) return
      if (aside > 0) aside--
      else if (name === 'table') {
        if (--tables === 0 && filled) finished = true
      } else if (tables !== 1) return
      else if (name === 'table-cell' || name === 'covered-table-cell') endCell()
      else if (name === 'table-row') endRow()
    },
  })) {
    if (ready.length > 0) yield { sheet, rows: ready }
    ready = []
    if (finished) return
  }
  if (!filled) throw problems.noSheet()

  function append(text: string) {
    if (paragraphs.length > 0 && paragraphs.length < limits.cellCharacters && paragraphs.at(-1)!.length <= limits.cellCharacters)
      paragraphs[paragraphs.length - 1] += text
  }
}

/** The same filled row more than this many times is a trap, not a list. */
const MAX_SAME_ROWS = 10_000

function repeats(attributes: string, name: string): number {
  const times = Number(attribute(attributes, name) ?? 1)
  return Number.isInteger(times) && times >= 1 && times < MOST_REPEATS ? times : 1
}

/** What the cell says of itself; « text » when only its paragraphs do. Formulas are there through the value they last gave. */
function statedValue(attributes: string): { typed: string; cell: Cell } {
  const type = attribute(attributes, 'office:value-type') ?? attribute(attributes, 'calcext:value-type')
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    const number = attribute(attributes, 'office:value')
    return number === null ? { typed: 'text', cell: null } : { typed: 'value', cell: Number(number) }
  }
  if (type === 'boolean') return { typed: 'value', cell: attribute(attributes, 'office:boolean-value') === 'true' }
  if (type !== 'date') return { typed: 'text', cell: null }
  const moment = attribute(attributes, 'office:date-value') ?? ''
  const date = new Date(moment.includes('T') && !moment.endsWith('Z') ? `${moment.slice(0, 19)}Z` : moment)
  return Number.isNaN(date.getTime()) ? { typed: 'text', cell: null } : { typed: 'value', cell: date }
}

async function refuseEncrypted(parts: Parts) {
  if (!parts.names.has('META-INF/manifest.xml')) return
  await readWhole(parts, 'META-INF/manifest.xml', {
    open(name) {
      if (name === 'encryption-data') throw problems.password()
    },
    text() {},
    close() {},
  })
}
