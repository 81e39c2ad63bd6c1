// The work on invoices that come in number: reading them, and forgetting what each file became.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { batchesUnderWay, forgetBatches } from './batch.sql.ts'
import { askToRead, READ, readBatch } from './read-batch.ts'

const RESUME = 'resume-invoices'
const FORGET = 'forget-invoice-batches'
const EVERY_MINUTE = '* * * * *'
/** 2:47 UTC. */
const EVERY_NIGHT = '47 2 * * *'
const KEPT_DAYS = 30
const DAY_MS = 86_400_000

export function invoicesJobs(platform: Platform): Jobs {
  const { database, now, log } = platform
  return {
    tasks: {
      [READ]: async (payload) => readBatch(platform, (payload as { id: number }).id),
      /** A process that died left its own job locked for hours: whatever is under way is asked for anew, and living work takes its turns. */
      [RESUME]: async () => {
        for (const { id } of await batchesUnderWay(database)) await askToRead(database, id)
      },
      [FORGET]: async () => {
        const batches = await forgetBatches(database, new Date(now().getTime() - KEPT_DAYS * DAY_MS))
        log.info({ batches }, 'batches of invoices forgotten')
      },
    },
    calendar: [
      { task: RESUME, match: EVERY_MINUTE, options: { backfillPeriod: 0, jobKey: RESUME, maxAttempts: 3 } },
      { task: FORGET, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: FORGET, maxAttempts: 3 } },
    ],
    atStart: [RESUME],
  }
}
