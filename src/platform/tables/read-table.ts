// Any file a person may bring, as a stream of rows. The content decides what it is; memory stays bounded whatever it holds.
import type { RawRow } from './cell.ts'
import { openDelimited } from './delimited.ts'
import { problems } from './file-problem.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { recognise } from './recognise.ts'
import { type ByteReader, openBytes, type TableSource } from './source.ts'
import { workbookRows } from './workbook.ts'
import { workbookRowsElsewhere } from './workbook-thread.ts'

/** What the file turned out to be. `encoding` (sure at the end) and `separator` are of text files, `sheet` of workbooks. */
export type FileKind = {
  readonly type: 'csv' | 'xlsx' | 'ods'
  readonly encoding: string | null
  readonly separator: string | null
  readonly sheet: string | null
}

export type TableRows = { readonly file: FileKind; readonly rows: readonly RawRow[] }

/** A workbook smaller than this is read at once: starting a thread would take longer. */
const SMALL_WORKBOOK = 65_536

/**
 * The rows of the file, in batches. Throws a FileProblem, with what to do, for a file that cannot be read. `isKnown` tells the titles
 * that the caller expects, which helps to find the separator of a text file.
 */
export async function* readTable(
  source: TableSource,
  limits: Partial<Limits> = {},
  isKnown: (cell: string) => boolean = () => false,
): AsyncGenerator<TableRows> {
  const all = { ...DEFAULT_LIMITS, ...limits }
  const file = await openBytes(source, Math.max(all.fileBytes, all.textBytes))
  try {
    const found = await recognise(file)
    const most = found === 'zip' ? all.fileBytes : all.textBytes
    if (file.size > most) throw problems.tooBig(most)
    if (found === 'zip') {
      const read = file.size < SMALL_WORKBOOK ? workbookRows(file, all) : workbookRowsElsewhere(await carried(source, file), all)
      for await (const { type, sheet, rows } of read) yield { file: { type, encoding: null, separator: null, sheet }, rows }
    } else {
      const { encoding, separator, rows } = await openDelimited(file, all, isKnown)
      for await (const batch of rows) yield { file: { type: 'csv', encoding: encoding(), separator, sheet: null }, rows: batch }
    }
  } finally {
    await file.close()
  }
}

/** What another thread can read: it has no hand on our connections. */
const carried = async (source: TableSource, file: ByteReader): Promise<TableSource> =>
  'read' in source ? { name: source.name, bytes: await file.read(0, file.size) } : source
