// The file given back to its person, with what is wrong beside each row.
import type { Platform } from '../../platform/http/context.ts'
import { writeErrorFile } from '../../platform/tables/error-file.ts'
import { FileProblem } from '../../platform/tables/file-problem.ts'
import type { WrittenType } from '../../platform/tables/write-table.ts'
import { writtenRows } from './change.sql.ts'
import { contentOf } from './content.sql.ts'
import type { FileImport } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { scopeOf } from './work.ts'

/** Null when there is none to give: the content is erased, or could not be read. */
export async function errorFile(
  platform: Platform,
  { kind, file }: { kind: AnyImportKind; file: FileImport },
  type: WrittenType,
): Promise<ReadableStream<Uint8Array> | null> {
  const { database } = platform
  if (!file.held) return null
  const run = kind.open(await scopeOf(platform, database, kind, file.personId, file.id))
  const written = await writtenRows(database, file.id)
  const { mapping, corrections, replacements } = file
  try {
    return await writeErrorFile<unknown>(contentOf(database, file), kind.format, type, {
      mapping,
      corrections,
      replacements,
      // A row that was written would now be found wrong for being there.
      checkBatch: (rows) => run.check(rows.filter(({ row }) => !written.has(row))),
      ...(file.state === 'applied' && { only: 'rejected' }),
    })
  } catch (error) {
    if (error instanceof FileProblem) return null
    throw error
  }
}
