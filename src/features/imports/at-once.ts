// A whole import in one go, for the command line: the same check, the same writing, the same trace as through the pages.
import type { Platform } from '../../platform/http/context.ts'
import { type ImportReport, importTable } from '../../platform/tables/import-table.ts'
import type { TableSource } from '../../platform/tables/source.ts'
import { addImport, findSame, loadImport, type Outcome, removeImport } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { runImport } from './run.ts'
import { scopeOf } from './work.ts'

/** Mistakes told one by one: more than any file that is worth repairing has. */
const MOST_ERRORS = 100_000
const WAIT_MS = 250

/** `same`: when the file was written before, and by which import. */
export type AtOnce = {
  readonly report: ImportReport
  readonly outcome: Outcome | null
  readonly same: { readonly id: number; readonly at: Date } | null
}

/** What an import would find. Writes nothing, not even a trace. */
export async function tryImport(
  platform: Platform,
  kind: AnyImportKind,
  source: TableSource,
  personId: string | null,
): Promise<AtOnce> {
  return platform.database.transaction(async (db) => {
    await db.run('set transaction read only')
    const run = kind.open(await scopeOf(platform, db, kind, personId, null))
    const report = await importTable<unknown>(source, kind.format, {
      checkBatch: (rows) => run.check(rows),
      maxErrors: MOST_ERRORS,
    })
    const same = await findSame(db, { id: 0, kind: kind.format.kind, personId }, report.digest)
    return { report, outcome: null, same }
  })
}

type Order = { name: string; content: AsyncIterable<Uint8Array>; personId: string | null; keepGood: boolean }

/** Writes the file, or leaves nothing of it. Killed half-way, it is taken up again by whatever process runs jobs. */
export async function importAtOnce(platform: Platform, kind: AnyImportKind, order: Order): Promise<AtOnce | null> {
  const { database, now } = platform
  const { name: fileName, ...rest } = order
  const { id } = await addImport(database, { ...rest, fileName, kind: kind.format.kind, at: now(), state: 'applying' })
  for (;;) {
    const ran = await runImport(platform, [kind], id, { maxErrors: MOST_ERRORS })
    const file = await loadImport(database, id)
    if (file === null) return null
    if (file.state === 'applying') {
      // Another process took it up at this very moment, or it failed and is tried again.
      await new Promise((wake) => setTimeout(wake, WAIT_MS))
      continue
    }
    if (file.state !== 'applied') await removeImport(database, id)
    const report = ran?.report ?? file.report
    if (file.failed || report === null) return null
    const { sameAs = null } = file.report ?? {}
    return { report, outcome: file.outcome, same: sameAs && { id: sameAs.id, at: new Date(sameAs.at) } }
  }
}
