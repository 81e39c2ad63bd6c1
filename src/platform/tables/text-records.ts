// The records of a text file whose cells are parted by a character: quotes as spreadsheets write them, and as people forget them.

/** Quotes open at the start of a cell only; one that closes too early, or stands inside, is a character like another. */
export type TextRecords = {
  /** Records that have ended, those of this piece perhaps with the next ones. `last`: no other comes. */
  read(piece: string, last?: boolean): string[][]
  /** What is read of no record yet. */
  held(): string
  /** Whether that record waits for the end of a quoted cell. */
  quoted(): boolean
  /** The line, as a text editor counts them, on which the next record begins. */
  line(): number
}

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/**
 * A piece of a text holds the whole text in memory. Copied, what is kept of a record (a supplier remembered, a wrong value to be shown) keeps
 * nothing but itself: adding a character makes a text of its own.
 */
const ownText = (text: string) => (text.length < 13 ? text : `${text}\n`.slice(0, -1))

/** `longest`: characters beyond which it is known at once whether a record has ended. */
export function textRecords(separator: string, longest: number): TextRecords {
  const parting = separator.charCodeAt(0)
  let held = ''
  /** Looked at again from there: a long record that comes by small pieces would be read from its start as many times. */
  let due = 0
  let quoted = false
  let line = 1

  function read(piece: string, last = false): string[][] {
    const text = held === '' ? piece : held + piece
    const records: string[][] = []
    if (text.length < due && !last) {
      held = text
      return records
    }
    let at = 0
    // Where the next of each stands: looked for once, not once a record.
    let [feed, back, quote] = [next(text, '\n', 0), next(text, '\r', 0), next(text, '"', 0)]
    quoted = false
    while (at < text.length) {
      if (feed < at) feed = next(text, '\n', at)
      if (back < at) back = next(text, '\r', at)
      if (quote < at) quote = next(text, '"', at)
      const end = Math.min(feed, back)
      // The end of a line may be cut between its two characters.
      const whole = end === Number.POSITIVE_INFINITY ? last : end !== back || end + 1 < text.length || last
      const stop = Math.min(end, text.length)
      // Most quotes close on their line: it is then a text by itself.
      const alone = whole ? cellsOf(ownText(text.slice(at, stop)), quote < end) : null
      if (alone !== null) {
        records.push(alone)
        line++
        at = stop + (end === back && feed === back + 1 ? 2 : 1)
        continue
      }
      if (quote >= end) break
      const record = quotedRecord(text, at, last)
      quoted = record === null
      if (record === null) break
      records.push(record.cells.map(ownText))
      line += record.lines
      at = record.next
    }
    held = text.slice(at)
    due = Math.min(2 * held.length, longest + 1)
    return records
  }

  /** The cells of a line that is a record; null when it ends inside a quoted cell. */
  const cellsOf = (line: string, hasQuotes: boolean) =>
    hasQuotes ? (quotedRecord(line, 0, true)?.cells ?? null) : line.split(separator)

  /** A record in which a quote stands; null when its end has not come. */
  function quotedRecord(text: string, start: number, last: boolean): { cells: string[]; next: number; lines: number } | null {
    const cells: string[] = []
    let lines = 1
    for (let at = start; ; at++) {
      let cell = ''
      if (text.charCodeAt(at) === QUOTE) {
        const closed = closingQuote(text, at + 1, last)
        if (closed === null) return null
        cell = text.slice(at + 1, closed.at)
        if (closed.doubled) cell = cell.replaceAll('""', '"')
        lines += lineBreaks(cell)
        // What follows a quote that closed too early belongs to the cell, quotes included.
        if (!closed.clean) cell = `"${cell}"`
        at = closed.at + 1
      }
      const from = at
      let code = text.charCodeAt(at)
      while (at < text.length && code !== parting && code !== LF && code !== CR) code = text.charCodeAt(++at)
      cells.push(cell + text.slice(from, at))
      if (at >= text.length) return last ? { cells, next: at, lines } : null
      if (code === parting) continue
      if (code === CR && at + 1 === text.length && !last) return null
      return { cells, next: at + (code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1), lines }
    }
  }

  /** The quote that ends a cell: followed by a separator, by the end of a line or of the text; `clean` is false for one followed by anything else. */
  function closingQuote(text: string, from: number, last: boolean) {
    for (let at = from, doubled = false; ; at += 2, doubled = true) {
      at = text.indexOf('"', at)
      if (at < 0 || (at + 1 === text.length && !last)) return null
      const code = text.charCodeAt(at + 1)
      if (code === QUOTE) continue
      return { at, doubled, clean: at + 1 === text.length || code === parting || code === LF || code === CR }
    }
  }

  return { read, held: () => held, quoted: () => quoted, line: () => line }
}

function next(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from)
  return found < 0 ? Number.POSITIVE_INFINITY : found
}

const lineBreaks = (text: string) => (/[\r\n]/.test(text) ? text.split(/\r\n|\n|\r/).length - 1 : 0)
