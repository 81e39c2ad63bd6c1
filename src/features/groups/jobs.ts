// Every night: requests that nobody answered lapse, and what could be undone no longer can.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { tellRequestTrail } from './link.ts'
import { tellAnswer } from './mails.ts'
import { forgetChanges } from './periods.sql.ts'
import { expireRequests } from './requests.sql.ts'

const TASK = 'sweep-group-requests'
/** 2:23 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '23 2 * * *'
const KEPT_DAYS = 30
const DAY = 86_400_000

export async function sweepGroupRequests({ database, now, config }: Platform): Promise<{ expired: number }> {
  const at = now()
  const expired = await database.transaction(async (db) => {
    const requests = await expireRequests(db, at)
    for (const request of requests) {
      const names = (id: number) => (id === request.groupId ? request.groupName : request.satelliteName)
      await tellRequestTrail(db, [{ ...request, step: 'expired' }], names, { by: null, now: at })
      await tellAnswer(db, request, 'expired', { site: config.publicUrl ?? '', by: null })
    }
    return requests.length
  })
  await forgetChanges(database, new Date(at.getTime() - KEPT_DAYS * DAY))
  return { expired }
}

export function groupsJobs(platform: Platform): Jobs {
  return {
    tasks: {
      [TASK]: async () => {
        platform.log.info(await sweepGroupRequests(platform), 'group requests swept')
      },
    },
    calendar: [{ task: TASK, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
