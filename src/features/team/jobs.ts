// Work of teams that nobody waits for.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { forgetInvitations } from './invitations.sql.ts'
import { SEND_INVITATIONS, type SendInvitations } from './invitations.ts'
import { sendInvitations } from './send-invitations.ts'

const SWEEP = 'sweep-teams'
/** 2:21 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '21 2 * * *'
const DAY = 86_400_000
/** An expired invitation can still be sent again for a while. */
const DAYS_AFTER_EXPIRY = 30

export async function sweepTeams({ database, now }: Platform): Promise<void> {
  await forgetInvitations(database, new Date(now().getTime() - DAYS_AFTER_EXPIRY * DAY))
}

export function teamJobs(platform: Platform): Jobs {
  return {
    tasks: {
      [SEND_INVITATIONS]: (asked) => sendInvitations(platform, asked as SendInvitations),
      [SWEEP]: () => sweepTeams(platform),
    },
    calendar: [{ task: SWEEP, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: SWEEP, maxAttempts: 3 } }],
  }
}
