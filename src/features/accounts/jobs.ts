// Every night: accounts whose owner has left, sign-ups nobody confirmed, and what has had its time.
import type { Platform } from '../../platform/http/context.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { erasePerson, peopleToErase, sweep } from './accounts.sql.ts'
import { note, refusesErasure } from './events.ts'
import { oldestSession } from './session.ts'

const TASK = 'sweep-accounts'
/** 1:58 UTC. A night missed while the site was down is made up for by the next one. */
const EVERY_NIGHT = '58 1 * * *'

export async function sweepAccounts(platform: Platform): Promise<{ erased: number }> {
  const { database, now } = platform
  let erased = 0
  await sweep(database, now(), oldestSession(now()))
  for (const person of await peopleToErase(database, now())) {
    // Something may have changed since they asked: whoever became the last one in charge of a canteen stays a little.
    const refusals = await Promise.all(refusesErasure.map((ask) => ask(platform, person)))
    if (refusals.some((why) => why !== null)) continue
    // What holds one account back must not hold the next ones.
    erased += await database
      .transaction(async (db) => {
        const gone = await erasePerson(db, person.id, now())
        if (gone > 0) await note({ database: db, now }, person.id, 'erased')
        return gone
      })
      .catch((error: unknown) => {
        platform.log.error({ err: error }, 'an account could not be erased')
        return 0
      })
  }
  return { erased }
}

export function accountsJobs(platform: Platform): Jobs {
  return {
    tasks: {
      [TASK]: async () => {
        platform.log.info(await sweepAccounts(platform), 'accounts swept')
      },
    },
    calendar: [{ task: TASK, match: EVERY_NIGHT, options: { backfillPeriod: 0, jobKey: TASK, maxAttempts: 3 } }],
  }
}
