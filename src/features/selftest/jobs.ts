// Every night, the answers whose time has come are erased.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { deleteExpired } from './draft.sql.ts'

const TASK = 'erase-expired-tests'
/** 1:43 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '43 1 * * *'

export function selftestJobs({ database, now, log }: Platform): Jobs {
  return {
    tasks: {
      [TASK]: async () => {
        const erased = await deleteExpired(database, now())
        log.info({ erased }, 'expired tests erased')
      },
    },
    calendar: [{ task: TASK, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
