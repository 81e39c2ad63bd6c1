// May this person do this to this canteen? Asked before each page and each write on `/cantines/:id`.
import type { Context, MiddlewareHandler } from 'hono'
import type { Env, Platform } from '../../platform/http/context.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { AccessPage } from './access.page.tsx'
import { type Canteen, findCanteen } from './canteen.sql.ts'
import { findRole, type Role, roleAllows } from './members.sql.ts'

type Opened = { canteen: Canteen; role: Role }
const opened = new WeakMap<Context<Env>, Opened>()

/** Canteen of this request and the person's role on it. Throws on a page that is not behind `mayOnCanteen`. */
export function currentCanteen(c: Context<Env>): Opened {
  const found = opened.get(c)
  if (!found) throw new Error('this page is not behind mayOnCanteen')
  return found
}

/** The identifier in an address, or null when it cannot be one. */
export const idOf = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null

/**
 * Lets pass whoever holds this role, or a higher one, on the canteen of the address (`:id`). Visitors sign in first; others learn how to
 * join the team. An archived canteen can only be looked at and restored: writes need `archived: true`.
 */
export function mayOnCanteen(platform: Platform, needed: Role, { archived = false } = {}): MiddlewareHandler<Env> {
  const asksToSignIn = signedIn(platform)
  return (c, next) =>
    asksToSignIn(c, async () => {
      const id = idOf(c.req.param('id'))
      const canteen = id === null ? null : await findCanteen(platform.database, id)
      if (!canteen) {
        c.res = await c.notFound()
        return
      }
      const role = await findRole(platform.database, canteen.id, currentPerson(c).id)
      const isClosed = canteen.archivedAt !== null && !archived && c.req.method !== 'GET'
      if (!roleAllows(role, needed) || isClosed) {
        c.status(403)
        c.res = await c.render(AccessPage({ canteen, role, needed, isClosed }), { title: 'Accès réservé', robots: 'noindex' })
        return
      }
      opened.set(c, { canteen, role: role! })
      await next()
    })
}
