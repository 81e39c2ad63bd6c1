// What whoever brings a link that opens nothing is answered.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { Env, Platform } from '../../platform/http/context.ts'
import { isWithin } from '../accounts/accounts.ts'
import { ClosedPage } from './outcome.page.tsx'

/** Links that open nothing, tried from one place: enough for slips, too few to look for one. */
const WRONG_LINKS = { name: 'statement links that open nothing', most: 60, minutes: 15 }

/** A link that has ended, or was cut. */
export function closedLink(c: Context<Env>) {
  c.status(410)
  return c.render(<ClosedPage />, { title: 'Lien fermé', robots: 'noindex' })
}

/** A link that nothing goes with (any more); `isOurs`: we signed it once. */
export async function wrongLink(platform: Platform, c: Context<Env>, isOurs: boolean) {
  if (await isWithin(platform, WRONG_LINKS, clientAddress(platform.config, c))) return isOurs ? closedLink(c) : c.notFound()
  throw new HTTPException(429, { message: 'Trop de liens essayés depuis cet endroit : réessayez dans un quart d’heure.' })
}
