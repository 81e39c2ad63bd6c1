// Work of teams that nobody waits for.
import { type Platform, publicUrl } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { forgetInvitations } from './invitations.sql.ts'
import { SEND_INVITATIONS, type SendInvitations } from './invitations.ts'
import { forgetRequests } from './joining.sql.ts'
import { sendInvitations } from './send-invitations.ts'
import { forgetTakeovers, ripeTakeovers } from './takeovers.sql.ts'
import { grantTakeover } from './takeovers.ts'

const SWEEP = 'sweep-teams'
/** 2:21 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '21 2 * * *'
const DAY = 86_400_000
/** An expired invitation can still be sent again for a while. */
const DAYS_AFTER_EXPIRY = 30
/** What has been settled, and what nobody answered, serves no one after a year. */
const DAYS_OF_REQUESTS = 365

/** Grants what has passed its delay and closes what is no longer to be taken; forgets what has had its time. */
export async function sweepTeams(platform: Platform): Promise<void> {
  const { database, now, config, log } = platform
  // What holds one back must not hold the next ones.
  for (const takeover of await ripeTakeovers(database, now()))
    await grantTakeover(platform, takeover, { by: null, url: publicUrl(config) }).catch((error: unknown) =>
      log.error({ err: error, takeover: takeover.id }, 'a takeover could not be settled'),
    )
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY)
  await forgetInvitations(database, daysAgo(DAYS_AFTER_EXPIRY))
  await forgetRequests(database, daysAgo(DAYS_OF_REQUESTS))
  await forgetTakeovers(database, daysAgo(DAYS_OF_REQUESTS))
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
