// A block copied from a spreadsheet, and the lines that it says. Pure: the server and the browser read it with this same code.
import { fold } from '../../platform/tables/wording.client.ts'

/** A column and the titles under which tables know it. */
export type Titled = { readonly key: string; readonly titles: readonly string[] }
export type BlockLine = { readonly [key: string]: string }

/**
 * The lines of one invoice often say its day and its supplier once: a line that says neither takes after the one above. Why it holds what it holds.
 */
export const AS_ABOVE = 'comme la ligne au-dessus'

/** More than any cell holds, its labels written out in full: beyond, something else was pasted. */
export const LONGEST_CELL = 1000
export const isTooLong = (cell: string): boolean => cell.length > LONGEST_CELL
export const tooLongWords = (cell: string): string =>
  `${cell.length.toLocaleString('fr-FR')} caractères dans une cellule, c’est plus que les ${LONGEST_CELL.toLocaleString('fr-FR')} qui y tiennent : raccourcissez-la.`

/** What is said of the first cell of a block that is too long; null when all fit. */
export function tooLongIn(lines: readonly BlockLine[]): string | null {
  for (const [at, line] of lines.entries())
    for (const cell of Object.values(line)) if (isTooLong(cell)) return `Ligne ${at + 1} du collage : ${tooLongWords(cell)}`
  return null
}

/** Cells of a copied block: lines, then columns. A cell that holds a line break or a tab comes between quotes. */
export function cellsOf(text: string): string[][] {
  const separator = text.includes('\t') || !text.includes(';') ? '\t' : ';'
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    lines.at(-1)!.push(cell.replace(/\s+/g, ' ').trim())
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (quoted && character === '"' && text[at + 1] === '"') cell += text[++at]
    else if (character === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && character === separator) endCell()
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (character === '\r' && text[at + 1] === '\n') at++
      endCell()
      lines.push([])
    } else cell += character
  }
  endCell()
  return lines.filter((cells) => cells.some((one) => one !== ''))
}

/**
 * The lines of a block. Where its first line holds titles, they say which column is which, and columns that we do not know are left out; else columns
 * follow each other as in `columns`, from `first`.
 */
export function linesOf(block: readonly (readonly string[])[], columns: readonly Titled[], first: string): BlockLine[] {
  const [head = []] = block
  const byTitle = new Map(columns.flatMap(({ key, titles }) => titles.map((title) => [fold(title), key] as const)))
  const named = head.map((title) => byTitle.get(fold(title)))
  const known = named.filter((key) => key !== undefined).length
  // One title alone may be a product: « Pain » is no title, « Produit » is.
  const hasTitles = known > 0 && known >= Math.min(2, head.length)
  const start = columns.findIndex(({ key }) => key === first)
  const keys = hasTitles ? named : head.map((_, across) => columns[start + across]?.key)
  const width = Math.max(0, ...block.map((cells) => cells.length))
  if (!hasTitles) for (let across = keys.length; across < width; across++) keys.push(columns[start + across]?.key)
  return block.slice(hasTitles ? 1 : 0).map((cells) => {
    const line: { [key: string]: string } = {}
    for (const [across, value] of cells.entries()) {
      const key = keys[across]
      if (key !== undefined && !line[key]) line[key] = value
    }
    return withLocal(line)
  })
}

/** Files say what local means beside it: here it is one cell, « Département », « 50 km ». */
function withLocal({ localDefinition = '', localKm = '', ...line }: BlockLine): BlockLine {
  const meaning = localKm === '' ? localDefinition : `${localKm} km`
  return meaning === '' || fold(line.local ?? '') === 'non' ? line : { ...line, local: meaning }
}
