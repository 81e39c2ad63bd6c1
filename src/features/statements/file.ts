// A file that a supplier drops, turned into the lines of the form: there it is read back, put right and checked like what is typed.
import type { StatedLine } from '../../law/consistency.ts'
import { type FamilyId, families, familyOf } from '../../law/families.ts'
import { type Cents, formatEuros } from '../../law/money.ts'
import type { Characteristic, Origin } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import { type FieldError, type FormValues, formValues } from '../../platform/http/forms.ts'
import { cellText } from '../../platform/tables/cell.ts'
import { type CheckedRow, isTotal } from '../../platform/tables/check-row.ts'
import { type CheckedTable, openChecked } from '../../platform/tables/checked-rows.ts'
import { FileProblem } from '../../platform/tables/file-problem.ts'
import type { Limits } from '../../platform/tables/limits.ts'
import { recognise } from '../recognition/recognition.ts'
import { PART_CODES, type StatementRow, statementFormat } from './columns.ts'
import { COUNT, type LinePart, labelSet, lineField, totalField, typedAmount } from './lines.ts'
import { MOST_LINES } from './statement.ts'
import { lineWords } from './words.ts'

const MIB = 1_048_576
/** A year of deliveries, line by line; and little enough to be read while the supplier waits. */
export const FILE_LIMITS: Partial<Limits> & Pick<Limits, 'fileBytes'> = {
  fileBytes: 2 * MIB,
  textBytes: 2 * MIB,
  unfoldedBytes: 40 * MIB,
  rows: 5000,
  columns: 100,
  characters: 5_000_000,
}
const MOST_TOLD = 10
const LONGEST_SHOWN = 500

/** What the form shows of a file: its lines, how many rows made them, and every error at its field. Or why there are none. */
export type FileRead =
  | {
      readonly values: FormValues
      readonly errors: readonly FieldError[]
      readonly rows: number
      readonly lines: number
      /** Rows whose family was told by their wording. */
      readonly proposed: number
    }
  | { readonly problems: readonly string[] }

/** Reads a file of one supplier's year. What cannot be read comes back as sentences. */
export async function readFile(source: { name: string; bytes: Uint8Array }, year: DataYear): Promise<FileRead> {
  try {
    const table = await openChecked(source, statementFormat, { limits: FILE_LIMITS })
    const rows: ReadRow[] = []
    // Wordings are read batch by batch: others are waiting for their pages.
    for await (const batch of table.batches)
      for (const row of batch)
        if (!row.total && !isSum(row)) rows.push({ ...row, lines: row.values ? linesOf(row.values, table, year) : [] })
    if (rows.length === 0) return { problems: ['Ce fichier n’a pas de ligne sous ses titres.'] }
    // What is given back is taken off its family and label.
    const hasCredits = rows.some(({ values }) => values !== null && values.cents < 0)
    return rows.length <= MOST_LINES && !hasCredits ? asTheyCome(table, rows) : addedUp(rows)
  } catch (error) {
    if (error instanceof FileProblem) return { problems: [error.message] }
    throw error
  }
}

/** A line of totals that carries its amount: it would count twice. */
const isSum = ({ cells, values }: CheckedRow<StatementRow>) => isTotal(cells) && (values?.family ?? null) === null

type Typed = Partial<Record<LinePart, string>>
/** A row with what it says; no line when it has mistakes. */
type ReadRow = CheckedRow<StatementRow> & { readonly lines: readonly ReadLine[] }
type Rows = readonly ReadRow[]
type Table = CheckedTable<StatementRow>

/** Every row of a short file is a line; one with mistakes keeps what its other cells hold. */
function asTheyCome(table: Table, rows: Rows): FileRead {
  const lines: Typed[] = []
  const errors: FieldError[] = []
  for (const row of rows) {
    if (row.values) {
      if (row.lines[0]?.family === null)
        errors.push({
          field: lineField(lines.length, 'famille'),
          message: `Choisissez la famille de la ligne ${lines.length + 1}.`,
        })
      lines.push(...row.lines.map(typed))
      continue
    }
    for (const { column, message } of row.errors) {
      const field = lineField(lines.length, PART_OF[column ?? ''] ?? 'montant')
      if (!errors.some((error) => error.field === field)) errors.push({ field, message })
    }
    lines.push(asHeld(table, row))
  }
  if (lines.length > MOST_LINES) return addedUp(rows)
  return { ...shown(lines, familyTotals(rows)), errors, ...counts(rows) }
}

/** A long file is added up by family, labels and origin: a person can read that through. */
function addedUp(rows: Rows): FileRead {
  const wrong = rows.flatMap(({ row, errors }) => errors.map(({ column, message }) => told(row, column, message)))
  const sums = new Map<string, { line: StatedLine; count: number }>()
  for (const { row, lines } of rows)
    for (const line of lines) {
      if (line.family === null) {
        wrong.push(told(row, 'famille', 'nous ne reconnaissons pas ce produit : remplissez sa famille.'))
        continue
      }
      const key = JSON.stringify([line.family, labelSet(line.characteristics), line.origin])
      const known = sums.get(key)
      const cents = line.cents + (known?.line.cents ?? 0)
      sums.set(key, { line: { ...line, family: line.family, cents }, count: (known?.count ?? 0) + 1 })
    }
  for (const { line } of sums.values())
    if (line.cents < 0) wrong.push(`« ${lineWords(line)} » : les avoirs (${formatEuros(-line.cents)}) dépassent les livraisons.`)
  if (wrong.length > 0) return { problems: fewOf(wrong) }
  if (sums.size > MOST_LINES)
    return {
      problems: [
        `Une fois regroupé, ce fichier fait encore plus de ${MOST_LINES} lignes : donnez la somme de l’année par famille et par label.`,
      ],
    }
  const lines = [...sums.values()]
    .filter(({ line }) => line.cents > 0)
    .map(({ line, count }) =>
      typed({
        ...line,
        wording: `${familyOf(line.family).label.replaceAll("'", '’')} (${count} ligne${count > 1 ? 's' : ''} de votre fichier)`,
      }),
    )
  return { ...shown(lines, familyTotals(rows)), errors: [], ...counts(rows) }
}

const counts = (rows: Rows) => ({
  rows: rows.length,
  proposed: rows.filter(({ values, lines }) => values?.family === null && lines[0]?.family !== null).length,
})

const told = (row: number, column: string | null, message: string) =>
  `Ligne ${row}${column === null ? '' : `, « ${column} »`} : ${message}`

const fewOf = (wrong: readonly string[]): string[] =>
  wrong.length <= MOST_TOLD
    ? [...wrong]
    : [...wrong.slice(0, MOST_TOLD), `Et ${wrong.length - MOST_TOLD} autres lignes à corriger dans votre fichier.`]

type ReadLine = Omit<StatedLine, 'family'> & { readonly family: FamilyId | null }

/** What a row says, split by label where it gives parts. Words stand for the columns that the file does not have. */
function linesOf(row: StatementRow, { header }: Table, year: DataYear): ReadLine[] {
  const said = recognise(row.wording, { dataYear: year, family: row.family })
  const isThere = (key: keyof StatementRow) => header.keys.includes(key)
  const family = row.family ?? said.family
  const origin: Origin | null = row.origin ?? (isThere('origin') ? null : said.origin)
  const line = (cents: Cents, characteristics: readonly Characteristic[]): ReadLine => ({
    wording: row.wording,
    family,
    characteristics,
    origin,
    cents,
  })
  // The parts of what is given back are given back too.
  const sign = row.cents < 0 ? -1 : 1
  const parts = PART_CODES.flatMap((code) => ((row[code] ?? 0) > 0 ? [line(sign * row[code]!, [code])] : []))
  if (parts.length === 0) {
    const hasLabels = isThere('characteristics') || PART_CODES.some(isThere)
    return [line(row.cents, row.characteristics ?? (hasLabels ? [] : said.labels))]
  }
  const rest = row.cents - parts.reduce((sum, { cents }) => sum + cents, 0)
  return sign * rest > 0 ? [...parts, line(rest, [])] : parts
}

/** Totals of the families of which the file gives parts: their labels cannot come to more. */
function familyTotals(rows: Rows): Map<FamilyId, Cents> {
  const sound = rows.flatMap(({ values }) => (values ? [values] : []))
  const split = new Set(sound.filter((row) => PART_CODES.some((code) => (row[code] ?? 0) > 0)).map(({ family }) => family))
  const totals = new Map<FamilyId, Cents>()
  for (const { family, cents } of sound)
    if (family !== null && split.has(family)) totals.set(family, (totals.get(family) ?? 0) + cents)
  return totals
}

const typed = ({ wording, family, characteristics, origin, cents }: ReadLine): Typed => ({
  libelle: wording,
  famille: family ?? '',
  label: labelSet(characteristics),
  origine: origin ?? '',
  montant: typedAmount(cents),
})

const PART_OF: Readonly<Record<string, LinePart>> = Object.fromEntries(
  (
    [
      ['wording', 'libelle'],
      ['family', 'famille'],
      ['characteristics', 'label'],
      ['origin', 'origine'],
      ['cents', 'montant'],
    ] as const
  ).map(([key, part]) => [statementFormat.columns[key].header, part]),
)

/** The cells of a row with mistakes, those that read well as their fields want them. */
function asHeld({ header }: Table, { cells }: CheckedRow<StatementRow>): Typed {
  const { columns } = statementFormat
  const cell = (key: keyof StatementRow) => cells[header.keys.indexOf(key)] ?? null
  const read = <Key extends 'family' | 'characteristics' | 'origin' | 'cents'>(key: Key): StatementRow[Key] | null => {
    const held = cell(key)
    return held === null || cellText(held) === '' ? null : (columns[key].read(held).value ?? null)
  }
  const cents = read('cents')
  return {
    libelle: cellText(cell('wording')).slice(0, LONGEST_SHOWN),
    famille: read('family') ?? '',
    label: labelSet(read('characteristics') ?? []),
    origine: read('origin') ?? '',
    montant: cents === null ? cellText(cell('cents')).slice(0, 40) : typedAmount(cents),
  }
}

function shown(lines: readonly Typed[], totals: ReadonlyMap<FamilyId, Cents>) {
  const pairs: [string, string][] = [[COUNT, String(lines.length)]]
  lines.forEach((line, index) => {
    for (const [part, value] of Object.entries(line)) pairs.push([lineField(index, part as LinePart), value])
  })
  for (const { id } of families) if (totals.has(id)) pairs.push([totalField(id), typedAmount(totals.get(id)!)])
  return { values: formValues(pairs), lines: lines.length }
}
