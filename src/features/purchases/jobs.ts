// Every night, the attached files that no purchase holds any more are erased, once taking them off cannot be undone.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { eraseForgottenFiles } from './attached-file.ts'

const TASK = 'erase-forgotten-files'
/** 1:57 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '57 1 * * *'

export function purchasesJobs({ database, now, log }: Platform): Jobs {
  return {
    tasks: {
      [TASK]: async () => {
        const erased = await eraseForgottenFiles(database, now())
        if (erased > 0) log.info({ erased }, 'attached files erased')
      },
    },
    calendar: [{ task: TASK, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
