// The work on one file: checked, written, or taken back. Written in one transaction: all of it, or nothing, and once only.

import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import type { Platform } from '../../platform/http/context.ts'
import { type ImportReport, importTable } from '../../platform/tables/import-table.ts'
import { isStaff as belongsToStaff, findPerson } from '../accounts/accounts.ts'
import { addChanges, changesToUndo, forgetChanges } from './change.sql.ts'
import { contentOf } from './content.sql.ts'
import { type FileImport, findSame, markApplied, markUndone, type Outcome } from './import.sql.ts'
import type { AnyImportKind, ImportRun, ImportScope, Undone } from './kind.ts'
import { COUNTED_ERRORS, type KeptReport, keptReport } from './report.ts'

export type WorkOptions = {
  /** Mistakes told one by one. */
  readonly maxErrors?: number
  readonly onProgress?: (rows: number) => void
}

/** Thrown out of a transaction to leave nothing of it: what was found instead of being written. */
export class NothingWritten extends Error {
  readonly report: ImportReport
  readonly kept: KeptReport
  constructor(report: ImportReport, kept: KeptReport) {
    super('nothing was written')
    this.report = report
    this.kept = kept
  }
}

type Work = { platform: Platform; db: Queries; kind: AnyImportKind; file: FileImport; options: WorkOptions }

export async function scopeOf(
  platform: Platform,
  db: Queries,
  kind: AnyImportKind,
  personId: string | null,
  importId: number | null,
): Promise<ImportScope> {
  const person = personId === null ? null : await findPerson(db, { id: personId })
  if (personId !== null && person === null) throw new Error('the person of this import is gone')
  const isStaff = person === null || belongsToStaff(platform, person)
  if (kind.staffOnly && !isStaff) throw new Error('this kind of file is for the staff')
  return { platform, db, person, isStaff, now: platform.now(), importId }
}

/** Reads the file from its first row to its last, as the person who brought it said to. */
export function readWhole(
  { platform, kind, file, options }: Omit<Work, 'db'>,
  run: ImportRun<unknown>,
  write?: (rows: Parameters<ImportRun<unknown>['write']>[0]) => Promise<void>,
): Promise<ImportReport> {
  if (!file.held) throw new Error('the content of this file is erased')
  const { mapping, corrections, replacements } = file
  return importTable<unknown>(contentOf(platform.database, file), kind.format, {
    mapping,
    corrections,
    replacements,
    checkBatch: (rows) => run.check(rows),
    maxErrors: options.maxErrors ?? COUNTED_ERRORS,
    ...(kind.batchSize && { batchSize: kind.batchSize }),
    ...(write && { onRows: write }),
    ...(options.onProgress && { onProgress: options.onProgress }),
  })
}

/** What is wrong with the file, and whether it was written already. Writes nothing: PostgreSQL would refuse. */
export async function check(work: Work): Promise<{ report: ImportReport; kept: KeptReport }> {
  const { platform, db, kind, file } = work
  await db.run('set transaction read only')
  const report = await readWhole(work, kind.open(await scopeOf(platform, db, kind, file.personId, file.id)))
  return { report, kept: keptReport(kind.format, report, await findSame(db, file, report.digest)) }
}

/** Writes the right rows, or throws `NothingWritten`. */
export async function apply(work: Work): Promise<{ report: ImportReport; outcome: Outcome }> {
  const { platform, db, kind, file } = work
  const run = kind.open(await scopeOf(platform, db, kind, file.personId, file.id))
  const counts = { created: 0, changed: 0, unchanged: 0 }
  const report = await readWhole(work, run, async (rows) => {
    const written = await run.write(rows)
    if ('added' in written) {
      counts.created += written.added
      return
    }
    for (const { outcome } of written) counts[outcome]++
    await addChanges(db, file.id, written)
  })
  const next = (await run.finish?.()) ?? []
  const same = await findSame(db, file, report.digest)
  const kept = keptReport(kind.format, report, same)
  const fits = report.accepted > 0 && (report.rejected === 0 || file.keepGood)
  if (report.unreadable || same || !fits) throw new NothingWritten(report, kept)
  const told = { ...counts, rejected: report.rejected }
  const outcome = { ...told, ...(next.length > 0 && { next }) }
  if ((await markApplied(db, file.id, kept, outcome, platform.now())) === 0) throw new Error('another run has written this file')
  await tell(work, 'import-applied', { kind: kind.format.kind, ...told })
  return { report, outcome }
}

/** Brings back what the import did. */
export async function undo(work: Work): Promise<void> {
  const { platform, db, kind, file } = work
  const { undone, kept } = await broughtBack(work, await scopeOf(platform, db, kind, file.personId, file.id))
  await forgetChanges(db, file.id)
  if ((await markUndone(db, file.id, undone, kept, platform.now())) === 0) throw new Error('another run has undone this file')
  await tell(work, 'import-undone', { kind: kind.format.kind, undone, kept })
}

async function broughtBack({ db, kind, file, options }: Work, scope: ImportScope): Promise<Undone> {
  const told = (rows: number) => options.onProgress?.(rows)
  if (kind.undoAll) {
    const undone = await kind.undoAll(scope, told)
    return { undone, kept: (file.outcome?.created ?? undone) - undone }
  }
  let [undone, kept, rows] = [0, 0, 0]
  for await (const changes of changesToUndo(db, file.id)) {
    const done = await kind.undo(scope, changes)
    undone += done.undone
    kept += done.kept
    rows += changes.length
    told(rows)
  }
  return { undone, kept }
}

const tell = ({ platform, db, file }: Work, kind: string, detail: Record<string, unknown>) =>
  addToTrail(db, [{ stream: `import:${file.id}`, at: platform.now(), actor: file.personId, kind, detail }])
