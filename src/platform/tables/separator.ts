// Which character parts the cells of a text file.

export const SEPARATORS = [';', ',', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

const LINES = 12

/**
 * The separator that shows the most known titles on one of the first lines; where none is known, the one that comes back most
 * evenly. `isKnown` says whether a cell is a title that the caller expects.
 */
export function separatorOf(sample: string, isKnown: (cell: string) => boolean): Separator {
  const announced = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  if (announced !== undefined && SEPARATORS.includes(announced as Separator)) return announced as Separator
  let best: Separator = ','
  let score = 0
  for (const separator of SEPARATORS) {
    const lines = firstLines(sample, separator)
    const known = Math.max(0, ...lines.map((cells) => cells.filter(isKnown).length))
    // A title more is worth more than any evenness.
    const points = known * 10 + evenness(lines)
    if (points > score) {
      best = separator
      score = points
    }
  }
  return best
}

/** From 0 (never there) to 9: the share of lines that have the usual number of cells, lines of one cell counting for nothing. */
function evenness(lines: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  let best = 0
  for (const [cells, times] of counts) best = Math.max(best, (times / lines.length) ** 2 * Math.min(9, Math.log2(cells) * 2))
  return best
}

/** The first lines cut into cells, quotes respected. */
function firstLines(sample: string, separator: Separator): string[][] {
  const lines: string[][] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  const endLine = () => {
    if (cells.length > 0 || cell.trim() !== '') lines.push([...cells, cell])
    cells = []
    cell = ''
  }
  for (const character of sample.replace(/^sep=.\r?\n/i, '')) {
    if (character === '"') quoted = !quoted
    else if (!quoted && character === separator) {
      cells.push(cell)
      cell = ''
    } else if (!quoted && (character === '\n' || character === '\r')) endLine()
    else cell += character
    if (lines.length >= LINES) return lines
  }
  endLine()
  return lines
}
