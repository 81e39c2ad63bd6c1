// CSV and TSV files, as a stream of rows.
import type { RawRow } from './cell.ts'
import { decodedText, type Encoding } from './encoding.ts'
import { problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import { type Separator, separatorOf } from './separator.ts'
import type { ByteReader } from './source.ts'
import { type TextRecords, textRecords } from './text-records.ts'

const SAMPLE_CHARACTERS = 65_536
/** Longer than any honest row: a quote that is never closed stops here. */
const LONGEST_ROW = 4_194_304

/** What the text is written in is sure once all of it is read. */
export type Delimited = { encoding(): Encoding; separator: Separator; rows: AsyncGenerator<RawRow[]> }

/** Opens a text file; `isKnown` recognises titles, which settles the separator better than any count. */
export async function openDelimited(file: ByteReader, limits: Limits, isKnown: (cell: string) => boolean): Promise<Delimited> {
  const { encoding, pieces } = await decodedText(file)
  const held: string[] = []
  for (let length = 0; length < SAMPLE_CHARACTERS; length += held.at(-1)!.length) {
    const { value, done } = await pieces.next()
    if (done) break
    held.push(value)
  }
  const sample = held.join('').slice(0, SAMPLE_CHARACTERS)
  if (sample.trim() === '') throw problems.empty()
  const separator = separatorOf(sample, isKnown)
  // « sep=; » is a word to the spreadsheet, which does not show it: neither do we count it.
  held[0] = held[0]!.replace(/^sep=.\r?\n/i, '')
  const text = (async function* () {
    yield* held
    yield* pieces
  })()
  return { encoding, separator, rows: rowsOf(text, separator, limits) }
}

async function* rowsOf(text: AsyncGenerator<string>, separator: Separator, limits: Limits): AsyncGenerator<RawRow[]> {
  const records = textRecords(separator, LONGEST_ROW)
  let row = 0
  function rowsIn(piece: string, last = false): RawRow[] {
    const rows = records.read(piece, last).map((cells): RawRow => {
      row++
      if (cells.length > limits.columns && lastFilled(cells) > limits.columns) throw problems.tooManyColumns(row, limits.columns)
      return { row, cells: bounded(cells, limits) }
    })
    if (row > limits.rows) throw problems.tooManyRows(limits.rows)
    return rows
  }
  for await (const piece of text) {
    yield rowsIn(piece)
    if (records.held().length > LONGEST_ROW) throw tooLong(records, separator, row + 1, limits)
  }
  yield rowsIn('', true)
  if (records.quoted()) throw problems.unclosedQuote(records.line())
}

function tooLong(records: TextRecords, separator: Separator, row: number, limits: Limits): Error {
  const wide = records.held().split(separator, limits.columns + 1).length > limits.columns
  return wide && !records.quoted() ? problems.tooManyColumns(row, limits.columns) : problems.unclosedQuote(records.line())
}

function lastFilled(cells: readonly string[]): number {
  let last = cells.length
  while (last > 0 && cells[last - 1] === '') last--
  return last
}

/** Never more than the limits, whatever the row: one character over tells the checks that there was more. */
function bounded(cells: string[], limits: Limits): string[] {
  const kept = cells.length > limits.columns ? cells.slice(0, limits.columns) : cells
  return kept.some((cell) => cell.length > limits.cellCharacters + 1)
    ? kept.map((cell) => cell.slice(0, limits.cellCharacters + 1))
    : kept
}
