// Who acts, on what, and from where: read from a request.
import type { Context } from 'hono'
import type { Queries } from '../../platform/database/database.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Env, type Platform, publicUrl } from '../../platform/http/context.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, roleAllows } from '../canteens/canteens.ts'
import { type Act, type Answer, settle } from './alter.ts'

export type Ctx = Context<Env>

/** The deed of this request, under a name of its own unless one is given. */
export const actOf = (platform: Platform, c: Ctx, deed?: string): Act & { by: string } => ({
  deed: deed ?? drawn(platform),
  by: currentPerson(c).id,
  now: platform.now(),
  site: publicUrl(platform.config, c.req.url),
})

/** A name that no one guesses and that never comes back. */
export const drawn = ({ randomBytes }: Platform): string => Buffer.from(randomBytes(18)).toString('base64url')

export const todayOf = ({ now }: Platform) => dayInParis(now())

/** May the person of this request change anything here? */
export const mayRunHere = (c: Ctx): boolean => {
  const { canteen, role } = currentCanteen(c)
  return roleAllows(role, 'administrator') && canteen.archivedAt === null
}

export const groupAddress = (c: Ctx) => `/cantines/${currentCanteen(c).canteen.id}/groupe`

/** Goes back to the page of the group or of the satellite, which says what was done. */
export const backWith = (c: Ctx, said: Record<string, string>) =>
  c.redirect(`${groupAddress(c)}?${new URLSearchParams(said)}`, 303)

/** Runs one deed in its transaction. */
export const settled = ({ database }: Platform, work: (db: Queries) => Promise<Answer>): Promise<Answer> =>
  settle((inside) => database.transaction(inside), work)
