// Work on files, one at a time in each process, so that mails and pages never wait behind them.
import type { Queries } from '../../platform/database/database.ts'
import type { Platform } from '../../platform/http/context.ts'
import { addJob, type Jobs } from '../../platform/jobs.ts'
import { eraseContents, underWay } from './import.sql.ts'
import type { AnyImportKind } from './kind.ts'
import { runImport } from './run.ts'

const RUN = 'run-import'
const RESUME = 'resume-imports'
const ERASE = 'erase-imported-files'
const EVERY_MINUTE = '* * * * *'
/** 2:41 UTC. */
const EVERY_NIGHT = '41 2 * * *'
/** How long a file, and the means of undoing it, are kept. */
export const KEPT_DAYS = 30
const DAY_MS = 86_400_000

const askToRun = (db: Queries, id: number) => addJob(db, RUN, { id }, { key: `import:${id}` })

/** A file this small is dealt with before its person's page is answered; others wait for a job. */
const AT_ONCE_BYTES = 65_536

/** So many in a process: each works on a connection and reads by another, and a pool that is all taken would let none of them end. */
const MOST_AT_ONCE = 3
let atOnce = 0

/** Does, or asks for, the work that the file waits for. Whatever happens here, the next minute takes it up again. */
export async function startWork(
  platform: Platform,
  kinds: readonly AnyImportKind[],
  { id, bytes }: { id: number; bytes: number },
) {
  if (bytes > AT_ONCE_BYTES || atOnce >= MOST_AT_ONCE) return askToRun(platform.database, id)
  atOnce++
  await runImport(platform, kinds, id).finally(() => {
    atOnce--
  })
}

export function importsJobs(platform: Platform, kinds: readonly AnyImportKind[]): Jobs {
  const { database, log, now } = platform
  let busy = false
  /** Whatever is under way is asked for anew: a process that died left its own job locked for hours. Living work keeps its lock, and is not done twice. */
  const resume = async () => {
    for (const { id } of await underWay(database)) await askToRun(database, id)
  }
  return {
    tasks: {
      [RUN]: async (payload) => {
        if (busy) return
        busy = true
        const ran = await runImport(platform, kinds, (payload as { id: number }).id).finally(() => {
          busy = false
        })
        // Files that came meanwhile were sent back; so is this one, when it must be tried again.
        if (ran !== null) await resume()
      },
      [RESUME]: resume,
      [ERASE]: async () => {
        const files = await eraseContents(database, new Date(now().getTime() - KEPT_DAYS * DAY_MS))
        log.info({ files }, 'imported files erased')
      },
    },
    calendar: [
      { task: RESUME, match: EVERY_MINUTE, options: { backfillPeriod: 0, jobKey: RESUME, maxAttempts: 3 } },
      { task: ERASE, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: ERASE, maxAttempts: 3 } },
    ],
    atStart: [RESUME],
  }
}
