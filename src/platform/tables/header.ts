// Which column of the file is which: titles found in any order and spelling, and shown so that a person can put them right.
import { type Cell, cellText, columnLetters, type RawRow } from './cell.ts'
import { type Column, columnsOf, type TableFormat } from './columns.ts'
import { FileProblem } from './file-problem.ts'
import { closest, distance, fold, quoted } from './wording.client.ts'

/** A column of the file, and the key of the column it was taken for; null when it is kept aside. */
export type MappedColumn = {
  readonly header: string
  /** Position in the file (first = 0) and the letters a spreadsheet shows above it. */
  readonly position: number
  readonly letters: string
  readonly column: string | null
  /** How it was recognised: by its title, by a title one or two letters away, by the person; `aside` when it was not. */
  readonly how: 'title' | 'typo' | 'chosen' | 'aside'
}

/** Letters of the column in the file → key of the column, or null to keep it aside. Comes from the person who saw the mapping. */
export type ChosenMapping = Readonly<Record<string, string | null>>

export type Header = {
  /** Row of the titles, as in the file. */
  readonly row: number
  readonly mapping: readonly MappedColumn[]
  /** For each position of the file, the key of its column. */
  readonly keys: readonly (string | null)[]
}

/** Titles stand on one of the first rows: a title line, a date or a logo may come before. */
export const HEADER_ROWS = 10
/** The column that our own error files carry. */
export const ERRORS_HEADER = 'erreurs'

/** Recognises titles, for whoever looks for the header of a file in this format. */
export function titlesOf<Row>(format: TableFormat<Row>): Map<string, string> {
  const titles = new Map<string, string>()
  for (const [key, column] of columnsOf(format))
    for (const title of [column.header, ...column.otherHeaders, key]) if (!titles.has(fold(title))) titles.set(fold(title), key)
  return titles
}

/** Finds the header among the first rows of a file. Throws a FileProblem naming the columns that miss, or that come twice. */
export function findHeader<Row>(first: readonly RawRow[], format: TableFormat<Row>, chosen: ChosenMapping = {}): Header {
  const titles = titlesOf(format)
  const score = (row: RawRow) => row.cells.filter((cell) => titles.has(fold(cellText(cell)))).length
  const candidates = first.filter((row) => row.row <= HEADER_ROWS + (first[0]?.row ?? 1) - 1)
  const best = candidates.reduce<RawRow | null>((found, row) => (score(row) > (found ? score(found) : 0) ? row : found), null)
  const wide = Math.min(2, columnsOf(format).length)
  const row = best ?? candidates.find(({ cells }) => cells.filter((cell) => cellText(cell) !== '').length >= wide) ?? first[0]!
  const mapping = mapTitles(row.cells, format, titles, chosen)
  refuseTwice(mapping, row.row, format)
  refuseMissing(mapping, row.row, format)
  return { row: row.row, mapping, keys: mapping.map(({ column }) => column) }
}

function mapTitles<Row>(
  cells: readonly Cell[],
  format: TableFormat<Row>,
  titles: ReadonlyMap<string, string>,
  chosen: ChosenMapping,
): MappedColumn[] {
  const known = new Set(columnsOf(format).map(([key]) => key as string))
  const found = cells.map((cell, position): MappedColumn => {
    const header = cellText(cell).replace(/\s+/g, ' ')
    const place = { header, position, letters: columnLetters(position) }
    const title = fold(header)
    const choice = chosen[place.letters]
    if (title === '') return { ...place, column: null, how: 'aside' }
    if (choice !== undefined) return { ...place, column: choice !== null && known.has(choice) ? choice : null, how: 'chosen' }
    const key = titles.get(title)
    return key === undefined ? { ...place, column: null, how: 'aside' } : { ...place, column: key, how: 'title' }
  })
  const taken = new Set(found.map(({ column }) => column))
  return found.map((one) => {
    if (one.how !== 'aside' || fold(one.header) === fold(ERRORS_HEADER)) return one
    const near = nearTitle(fold(one.header), titles, taken)
    if (near === null) return one
    taken.add(near)
    return { ...one, column: near, how: 'typo' }
  })
}

/** A title one letter away from eight letters, two from twelve: shorter words are too easily other words. */
function nearTitle(title: string, titles: ReadonlyMap<string, string>, taken: ReadonlySet<string | null>): string | null {
  const most = title.length >= 12 ? 2 : title.length >= 8 ? 1 : 0
  if (most === 0 || title.length > 80) return null
  const near = new Set(
    [...titles].filter(([known, key]) => !taken.has(key) && distance(title, known, most) <= most).map(([, key]) => key),
  )
  return near.size === 1 ? [...near][0]! : null
}

function refuseTwice<Row>(mapping: readonly MappedColumn[], row: number, format: TableFormat<Row>) {
  const columns = new Map<string, Column<unknown>>(columnsOf(format))
  for (const [key, column] of columns) {
    const same = mapping.filter((one) => one.column === key)
    if (same.length < 2) continue
    const places = same.map(({ header, letters }) => `${header} (colonne ${letters})`)
    throw new HeaderProblem(
      'duplicate_header',
      `Plusieurs colonnes du fichier correspondent à « ${column.header} » : ${quoted(places)}. Gardez-en une seule, ou indiquez laquelle prendre.`,
      row,
      mapping,
    )
  }
}

function refuseMissing<Row>(mapping: readonly MappedColumn[], row: number, format: TableFormat<Row>) {
  const found = new Set(mapping.map(({ column }) => column))
  const missing = columnsOf(format).filter(([key, column]) => column.present && !found.has(key))
  if (missing.length === 0) return
  const aside = mapping.filter(({ how, header }) => how === 'aside' && header !== '').map(({ header }) => header)
  const words = missing.slice(0, 20).map(([, column]) => {
    const near = closest(column.header, aside)
    return `« ${column.header} »${near === null ? '' : ` (est-ce votre colonne « ${near.slice(0, 60)} » ?)`}`
  })
  const more = missing.length > 20 ? ` et ${missing.length - 20} autres` : ''
  throw new HeaderProblem(
    'missing_columns',
    missing.length === 1
      ? `Il manque la colonne ${words[0]}. Ajoutez-la, ou indiquez la colonne de votre fichier qui lui correspond.`
      : `Il manque ${missing.length} colonnes : ${words.join(', ')}${more}. Ajoutez-les, ou indiquez les colonnes de votre fichier qui leur correspondent.`,
    row,
    mapping,
  )
}

/** The file is a table, but its titles do not fit: carries what was understood, so that a page can ask for the rest. */
export class HeaderProblem extends FileProblem {
  readonly row: number
  readonly mapping: readonly MappedColumn[]
  constructor(code: string, message: string, row: number, mapping: readonly MappedColumn[]) {
    super(code, message)
    this.row = row
    this.mapping = mapping
  }
}
