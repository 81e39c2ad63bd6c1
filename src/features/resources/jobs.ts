// The weekly visit of every link of the catalogue.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { type CheckOptions, checkLinks } from './check-links.ts'

const TASK = 'check-links'
/** Nights are quiet: Tuesday, 2:17 UTC. A check missed while the site was down is not made up for at start. */
const WEEKLY = '17 2 * * 2'
const ONE_DAY_MS = 86_400_000

/** `options`: other links and manners than the catalogue's own. */
export function resourcesJobs(platform: Platform, options: CheckOptions = {}): Jobs {
  return {
    tasks: {
      [TASK]: async (_payload, { abortSignal }) => {
        const visitedSince = new Date(platform.now().getTime() - ONE_DAY_MS)
        const summary = await checkLinks(platform, { ...options, visitedSince, signal: abortSignal })
        platform.log.info(summary, 'links of the catalogue visited')
      },
    },
    calendar: [{ task: TASK, match: WEEKLY, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
