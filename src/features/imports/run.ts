// Runs the work that a file waits for, whatever happens: taken up again when a process dies, given up when the error is ours.
import type { Platform } from '../../platform/http/context.ts'
import type { ImportReport } from '../../platform/tables/import-table.ts'
import {
  beginWork,
  type FileImport,
  lockImport,
  markChecked,
  markFailed,
  type Outcome,
  tellProgress,
  type Working,
} from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { apply, check, NothingWritten, undo, type WorkOptions } from './work.ts'

/** Processes that may die over one file: an import that kills its process must not do so for ever. */
const MOST_DEATHS = 15
const MOST_FAILURES = 3
const TELL_EVERY_MS = 1000

/** What a run found, when it read the file, and what it wrote; both are null when it failed. */
export type Ran = { readonly report: ImportReport | null; readonly outcome: Outcome | null }

/** Does what the file waits for. Null when it waits for nothing, or when another process is at it. */
export async function runImport(
  platform: Platform,
  kinds: readonly AnyImportKind[],
  id: number,
  options: Pick<WorkOptions, 'maxErrors'> = {},
): Promise<Ran | null> {
  const { database } = platform
  const run: { file: FileImport | null; rows: number } = { file: null, rows: 0 }
  const telling = setInterval(() => tellProgress(database, id, run.rows).catch(() => {}), TELL_EVERY_MS)
  try {
    return await database.transaction(async (db) => {
      // Long work: each statement is bounded, the whole is not. A machine that vanishes lets go of its lock within a minute.
      await db.run(`select set_config('idle_in_transaction_session_timeout', '0', true), set_config('tcp_keepalives_idle', '20', true),
        set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '3', true)`)
      if (!(await lockImport(db, id))) return null
      // On a connection of its own: that the work was begun stays counted when all the rest is lost.
      const file = await beginWork(database, id)
      if (file === null) return null
      run.file = file
      if (file.attempts > MOST_DEATHS) throw new Error('too many processes died over this file')
      const kind = kinds.find(({ format }) => format.kind === file.kind)
      if (!kind) throw new Error(`no kind of file is named ${file.kind}`)
      const onProgress = (rows: number) => {
        run.rows = rows
      }
      return await doWork({ platform, db, kind, file, options: { ...options, onProgress } })
    })
  } catch (error) {
    if (run.file === null) throw error
    return await afterError(platform, run.file, error)
  } finally {
    clearInterval(telling)
  }
}

async function doWork(work: Parameters<typeof apply>[0]): Promise<Ran> {
  const { file, platform } = work
  if (file.state === 'applying') return apply(work)
  if (file.state === 'undoing') {
    await undo(work)
    return { report: null, outcome: null }
  }
  const { report, kept } = await check(work)
  await markChecked(platform.database, file.id, 'checking', kept)
  return { report, outcome: null }
}

async function afterError({ database, log }: Platform, { id, state, attempts }: FileImport, error: unknown): Promise<Ran> {
  if (error instanceof NothingWritten) {
    await markChecked(database, id, state as Working, error.kept)
    return { report: error.report, outcome: null }
  }
  log.error({ import: id, attempts, err: error }, 'the work on an imported file failed')
  if (attempts >= MOST_FAILURES) await markFailed(database, id, state as Working)
  return { report: null, outcome: null }
}
