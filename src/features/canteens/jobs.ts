// Every quarter of an hour, what the company register completes; every night, the batches that nobody takes back any more.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { forgetBatches } from './bulk.sql.ts'
import { completeFromRegister } from './from-register.ts'

const ASK = 'complete-canteens-from-register'
const FORGET = 'forget-batches'

export function canteensJobs(platform: Platform): Jobs {
  const { database, log, now } = platform
  return {
    tasks: {
      [ASK]: async () => {
        const settled = await completeFromRegister(platform)
        if (settled > 0) log.info({ settled }, 'canteens completed from the register')
      },
      [FORGET]: async () => {
        await forgetBatches(database, now())
      },
    },
    calendar: [
      { task: ASK, match: '7,22,37,52 * * * *', options: { backfillPeriod: 0, jobKey: ASK, maxAttempts: 1 } },
      { task: FORGET, match: '11 2 * * *', options: { backfillPeriod: 0, jobKey: FORGET, maxAttempts: 3 } },
    ],
  }
}
