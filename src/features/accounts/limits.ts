// How often one may try: counted in the database, the same for every process, by typed address and by machine.
import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { Env, Platform } from '../../platform/http/context.ts'

const MINUTE = 60_000

/** Most attempts in a number of minutes. A machine may be a whole town hall behind one address: its bounds are wide. */
const LIMITS = {
  'mails to a mailbox from a machine': { most: 5, minutes: 60 },
  'mails to a mailbox': { most: 20, minutes: 60 },
  'mails asked by a machine': { most: 60, minutes: 60 },
  'password of a mailbox': { most: 10, minutes: 15 },
  'passwords tried by a machine': { most: 100, minutes: 15 },
  'links followed by a machine': { most: 100, minutes: 15 },
  'codes tried by a machine': { most: 60, minutes: 15 },
  'same code of a person': { most: 1, minutes: 3 },
} as const

type Name = keyof typeof LIMITS

/** Most attempts in a number of minutes, a day at most: what is counted is forgotten then. */
export type Limit = { readonly name: string; readonly most: number; readonly minutes: number }

/** Counts one more attempt; true while it is within the limit. Counted before it is judged: attempts made together all count. */
export async function isWithin({ database, secret, now }: Platform, limit: Limit, who: string): Promise<boolean> {
  const key = createHmac('sha256', secret).update(`${limit.name}\n${who}`).digest('base64url')
  const at = now()
  await database.run('insert into account_attempt (key, at) values ($1, $2)', [key, at])
  const found = await database.first<{ n: number }>('select count(*) as n from account_attempt where key = $1 and at > $2', [
    key,
    new Date(at.getTime() - limit.minutes * MINUTE),
  ])
  return (found?.n ?? 0) <= limit.most
}

/** The same for the limits of accounts. */
export const mayTry = (platform: Platform, name: Name, who: string) => isWithin(platform, { name, ...LIMITS[name] }, who)

/**
 * Whether one more mail may leave. Each machine has its own bound: a stranger who uses theirs up does not keep the owner of the mailbox
 * from asking for a link.
 */
export const mayWrite = async (platform: Platform, email: string, machine: string): Promise<boolean> =>
  (await mayTry(platform, 'mails to a mailbox from a machine', `${email} ${machine}`)) &&
  (await mayTry(platform, 'mails to a mailbox', email))

/** Stops the request with the 429 page when this machine tries too often. */
export async function slowDown(platform: Platform, c: Context<Env>, limit: Name): Promise<void> {
  if (!(await mayTry(platform, limit, clientAddress(platform.config, c)))) {
    const message = `Trop d’essais depuis cet endroit : réessayez dans ${LIMITS[limit].minutes} minutes.`
    throw new HTTPException(429, { message })
  }
}
