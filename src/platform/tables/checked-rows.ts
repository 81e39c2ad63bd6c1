// From a file to the rows of a format, batch by batch: every mistake of every row, as values.
import { createHash, type Hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Cell, isBlank, type RawRow } from './cell.ts'
import { type CheckedRow, errorAt, isSound, rowChecker } from './check-row.ts'
import type { TableFormat } from './columns.ts'
import { corrector } from './corrections.ts'
import { problems } from './file-problem.ts'
import { type ChosenMapping, findHeader, HEADER_ROWS, type Header, titlesOf } from './header.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { type FileKind, readTable } from './read-table.ts'
import type { BatchError, Correction, ParsedRow, Replacement } from './row-errors.ts'
import type { TableSource } from './source.ts'
import { fold } from './wording.client.ts'

export type CheckOptions<Row> = {
  readonly limits?: Partial<Limits>
  readonly mapping?: ChosenMapping
  readonly corrections?: readonly Correction[]
  readonly replacements?: readonly Replacement[]
  /** Rows handled together, and handed to `checkBatch` at a time; 500 unless said otherwise, fewer when they are long. */
  readonly batchSize?: number
  /** What only the database can tell: gets the rows whose cells all read well, batch by batch, and answers what is wrong. */
  readonly checkBatch?: (rows: readonly ParsedRow<Row>[]) => Promise<readonly BatchError<Row>[]>
}

export type CheckedTable<Row> = {
  /** As far as it is read. */
  readonly file: FileKind
  readonly header: Header
  /** Cells of the row of titles, as in the file, then the titles of columns that only corrections fill. */
  readonly titles: readonly Cell[]
  /** The filled rows under the titles, in order. Leaving the loop early closes the file. */
  readonly batches: AsyncGenerator<readonly CheckedRow<Row>[]>
  /** SHA-256 of what the rows read so far say, whatever the file format, the order of its columns or its spelling. */
  digest(): string
}

/** Opens a file in this format. Throws a FileProblem when it cannot be read or its titles do not fit. */
export async function openChecked<Row>(
  source: TableSource,
  format: TableFormat<Row>,
  options: CheckOptions<Row> = {},
): Promise<CheckedTable<Row>> {
  const known = titlesOf(format)
  const read = readTable(source, options.limits, (cell) => known.has(fold(cell)))
  try {
    const first: RawRow[] = []
    let file: FileKind | null = null
    while (first.length < HEADER_ROWS) {
      const { value, done } = await read.next()
      if (done) break
      file = value.file
      first.push(...value.rows.filter(isFilled))
    }
    if (file === null || first.length === 0) throw problems.empty()
    const found = findHeader(first, format, options.mapping)
    const { keys, correct } = corrector(format, found, options.corrections ?? [], options.replacements ?? [])
    const header = { ...found, keys }
    const rows = (async function* () {
      try {
        yield first.filter(({ row }) => row > header.row)
        for await (const batch of read) {
          file = batch.file
          yield batch.rows
        }
      } finally {
        await read.return(undefined)
      }
    })()
    const check = rowChecker({
      format,
      header,
      correct,
      cellCharacters: options.limits?.cellCharacters ?? DEFAULT_LIMITS.cellCharacters,
      strictWidth: file.type === 'csv',
    })
    const hash = createHash('sha256').update(`${format.kind} ${format.version}\n`)
    const batches = checkedBatches(
      rows,
      check,
      hash,
      (batch) => withLookUps(batch, format, header, options.checkBatch),
      options.batchSize,
    )
    const titleRow = first.find(({ row }) => row === header.row)!
    const added = keys.slice(titleRow.cells.length).map((key) => format.columns[key as keyof Row].header)
    return {
      get file() {
        return file!
      },
      header,
      titles: [...titleRow.cells, ...added],
      batches,
      digest: () => hash.copy().digest('hex'),
    }
  } catch (error) {
    await read.return(undefined)
    throw error
  }
}

const LONGEST_TURN_MS = 5
/** Characters held at a time. */
const HEAVIEST_BATCH = 4_000_000

const isFilled = ({ cells }: RawRow) => !cells.every(isBlank)

async function* checkedBatches<Row>(
  rows: AsyncGenerator<readonly RawRow[]>,
  check: (raw: RawRow) => CheckedRow<Row>,
  hash: Hash,
  finish: (batch: readonly CheckedRow<Row>[]) => Promise<readonly CheckedRow<Row>[]>,
  size = 500,
): AsyncGenerator<readonly CheckedRow<Row>[]> {
  let batch: CheckedRow<Row>[] = []
  let weight = 0
  let turn = performance.now()
  async function take() {
    const taken = batch
    batch = []
    weight = 0
    let said = ''
    for (const { canonical, total } of taken) if (!total) said += `${canonical}\n`
    hash.update(said)
    return finish(taken)
  }
  for await (const some of rows)
    for (const raw of some) {
      if (!isFilled(raw)) continue
      const checked = check(raw)
      batch.push(checked)
      weight += checked.canonical.length
      // Others are waiting for their pages: let them through every few milliseconds.
      if (performance.now() - turn > LONGEST_TURN_MS) {
        await nextTurn()
        turn = performance.now()
      }
      if (batch.length >= size || weight > HEAVIEST_BATCH) yield await take()
    }
  if (batch.length > 0) yield await take()
}

async function withLookUps<Row>(
  batch: readonly CheckedRow<Row>[],
  format: TableFormat<Row>,
  header: Header,
  look: CheckOptions<Row>['checkBatch'],
): Promise<readonly CheckedRow<Row>[]> {
  const sound = look ? batch.filter(isSound) : []
  if (!look || sound.length === 0) return batch
  const errors = await look(sound)
  if (errors.length === 0) return batch
  const byRow = new Map<number, BatchError<Row>[]>()
  for (const error of errors) byRow.set(error.row, [...(byRow.get(error.row) ?? []), error])
  return batch.map((checked) => {
    const found = byRow.get(checked.row)?.map((error) => errorAt(format, header, checked, error))
    return found ? { ...checked, values: null, errors: [...checked.errors, ...found] } : checked
  })
}
