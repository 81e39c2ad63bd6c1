// Every night: requests that nobody answered, with the address that they were sent to.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { forgetJoints } from './joint.sql.ts'
import { forgetStatements } from './statement.sql.ts'

const TASK = 'forget-statements'
/** 2:33 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '33 2 * * *'
const DAY = 86_400_000
/** A link that has ended can still be renewed for a while. */
const DAYS_AFTER_END = 60

export async function forgetUnanswered({ database, now }: Platform): Promise<void> {
  const endedBefore = new Date(now().getTime() - DAYS_AFTER_END * DAY)
  await forgetStatements(database, endedBefore)
  await forgetJoints(database, endedBefore)
}

export function statementsJobs(platform: Platform): Jobs {
  return {
    tasks: { [TASK]: () => forgetUnanswered(platform) },
    calendar: [{ task: TASK, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
