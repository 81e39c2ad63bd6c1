// Every night: answers of the register that are too old to be shown to anyone.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { forgetAnswers } from './register.sql.ts'

const TASK = 'forget-register-answers'
/** 2:07 UTC. */
const EVERY_NIGHT = '7 2 * * *'
/** States are asked for again within the year. */
const KEPT_DAYS = 400
const DAY = 86_400_000

export function registerJobs({ database, now, log }: Platform): Jobs {
  return {
    tasks: {
      [TASK]: async () => {
        const forgotten = await forgetAnswers(database, new Date(now().getTime() - KEPT_DAYS * DAY))
        log.info({ forgotten }, 'register answers forgotten')
      },
    },
    calendar: [{ task: TASK, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
