// A zip archive taken for a workbook: which one it is, and the rows of its first filled sheet.
import type { RawRow } from './cell.ts'
import { type FileProblem, problems } from './file-problem.ts'
import type { Limits } from './limits.ts'
import { odsRows } from './ods.ts'
import type { ByteReader } from './source.ts'
import { xlsxRows } from './xlsx.ts'
import { openParts, type Parts } from './zip.ts'

export type WorkbookRows = { readonly type: 'xlsx' | 'ods'; readonly sheet: string; readonly rows: readonly RawRow[] }

/** Rows handed over together weigh at most this many characters (one row always goes). */
const BATCH_CHARACTERS = 1_000_000

/** Throws a FileProblem when the archive is no workbook, or a dangerous one. */
export async function* workbookRows(file: ByteReader, limits: Limits): AsyncGenerator<WorkbookRows> {
  const parts = await openParts(file, limits)
  const type = await typeOf(parts)
  let spent = 0
  for await (const { sheet, rows } of type === 'xlsx' ? xlsxRows(parts, limits) : odsRows(parts, limits)) {
    let batch: RawRow[] = []
    let weight = 0
    for (const row of rows) {
      for (const cell of row.cells) if (typeof cell === 'string') weight += cell.length
      batch.push(row)
      if (weight < BATCH_CHARACTERS) continue
      spent += weight
      if (spent > limits.characters) throw problems.tooMuchText()
      yield { type, sheet, rows: batch }
      batch = []
      weight = 0
    }
    spent += weight
    if (batch.length > 0) yield { type, sheet, rows: batch }
  }
}

async function typeOf(parts: Parts): Promise<'xlsx' | 'ods'> {
  const { names } = parts
  if (names.has('content.xml')) {
    let announced = ''
    if (names.has('mimetype'))
      for await (const piece of parts.pieces('mimetype')) announced += Buffer.from(piece).toString('latin1')
    if (announced === '' || announced.includes('spreadsheet')) return 'ods'
    throw problems.otherFormat('un document OpenDocument')
  }
  if ([...names].some((name) => name === 'xl/workbook.xml' || /^xl\/worksheets\/.+\.xml$/.test(name))) return 'xlsx'
  throw whatElse(names)
}

function whatElse(names: ReadonlySet<string>): FileProblem {
  if (names.has('xl/workbook.bin')) return problems.binaryExcel()
  if (names.has('word/document.xml')) return problems.otherFormat('un document Word')
  if (names.has('ppt/presentation.xml')) return problems.otherFormat('une présentation')
  if ([...names].some((name) => name.endsWith('.iwa'))) return problems.resave('un classeur Numbers')
  return problems.otherFormat('une archive .zip')
}
