// CSV and TSV files, as a stream of rows.
import { parse } from 'csv-parse'
import type { RawRow } from './cell.ts'
import { decodedText, type Encoding, encodingOf } from './encoding.ts'
import { problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import { type Separator, separatorOf } from './separator.ts'
import type { ByteReader } from './source.ts'

const SAMPLE_CHARACTERS = 65_536
/** Longer than any honest row: a quote that is never closed stops here. */
const LONGEST_ROW = 4_194_304

export type Delimited = { encoding: Encoding; separator: Separator; rows: AsyncGenerator<RawRow[]> }

/** Opens a text file; `isKnown` recognises titles, which settles the separator better than any count. */
export async function openDelimited(file: ByteReader, limits: Limits, isKnown: (cell: string) => boolean): Promise<Delimited> {
  const encoding = await encodingOf(file)
  const pieces = decodedText(file, encoding)
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
  let ready: RawRow[] = []
  let row = 0
  let line = 1
  let tooWide = 0
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      row++
      line = lines + 1
      if (cells.length > limits.columns) tooWide ||= lastFilled(cells) > limits.columns ? row : 0
      ready.push({ row, cells: bounded(cells, limits) })
      return null
    },
  })
  let broken: Error | null = null
  parser.on('error', (error) => {
    broken = error
  })
  parser.resume()
  const check = () => {
    if (tooWide > 0) throw problems.tooManyColumns(tooWide, limits.columns)
    if (row > limits.rows) throw problems.tooManyRows(limits.rows)
    if (broken !== null) throw explained(broken, row + 1, line, limits)
  }
  try {
    for await (const piece of text) {
      await new Promise<void>((done) =>
        parser.write(piece, (error) => {
          broken ??= error ?? null
          done()
        }),
      )
      check()
      if (ready.length > 0) yield ready
      ready = []
    }
    await new Promise<void>((done) => {
      parser.once('close', done)
      parser.end()
    })
    check()
    if (ready.length > 0) yield ready
  } finally {
    parser.destroy()
  }
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

function explained(error: Error, row: number, line: number, limits: Limits): Error {
  const { code = '', column = 0 } = error as { code?: string; column?: number }
  if (code === 'CSV_MAX_RECORD_SIZE' && column > limits.columns) return problems.tooManyColumns(row, limits.columns)
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') return problems.unclosedQuote(line)
  return code.startsWith('CSV_') ? problems.damaged(`ligne ${line}`) : error
}
