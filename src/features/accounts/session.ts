// From the cookie of a request to the person, and from a proof to the cookie.
import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env, Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { closeSession, findConfirmed, fullName, setEraseAfter } from './accounts.sql.ts'
import { authOf, LONGEST_DAYS } from './auth.ts'
import { note } from './events.ts'
import { noticeMail } from './mails.ts'
import { type Person, remember, signedInOf } from './person.ts'
import { keepTyped } from './send-again.tsx'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Sessions that began before this have had their time, visited or not. */
export const oldestSession = (now: Date) => new Date(now.getTime() - LONGEST_DAYS * DAY)
/** Changing what protects an account asks for a proof this recent. */
export const FRESH_MINUTES = 15

/** The headers that better-auth needs of a request, and no other. */
export function proofHeaders(c: Context<Env>): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value.slice(0, 8000))
  }
  return headers
}

export function copyCookies(c: Context<Env>, headers: Headers) {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}

/** Finds who is signed in before any page is written. Visitors carry no cookie and cost nothing. */
export function recognise(platform: Platform): MiddlewareHandler<Env> {
  const { api, cookieName } = authOf(platform)
  return async (c, next) => {
    if (c.req.path.startsWith('/assets/') || c.req.path === '/healthz' || !c.req.header('cookie')?.includes(cookieName))
      return next()
    const { headers, response } = await api.getSession({ headers: proofHeaders(c), returnHeaders: true })
    const tooOld = response && response.session.createdAt < oldestSession(platform.now())
    if (response && !tooOld && response.user.emailVerified) {
      const { user, session } = response
      const person = { id: user.id, email: user.email, firstName: user.firstName ?? '', lastName: user.lastName ?? '' }
      remember(c, {
        person,
        session: { id: session.id, token: session.token, provedAt: session.createdAt },
        secondFactor: user.twoFactorEnabled ?? false,
      })
      c.set('signedInName', fullName(person) || person.email)
      copyCookies(c, headers)
    }
    await next()
    // A page that names a person is for that person only.
    if (response) c.header('Cache-Control', 'no-store')
  }
}

/** Only an address of this site: what comes from a link must not lead elsewhere. */
export function safePath(path: string | undefined, otherwise: string): string {
  return path !== undefined && path.length < 500 && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : otherwise
}

export const signInAddress = (path: string) => `/connexion?suite=${encodeURIComponent(path)}`

/** Lets only signed-in people pass; others go and sign in, then come back. What they had typed in a form waits for them. */
export const signedIn =
  (_platform: Platform): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (signedInOf(c)) return next()
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method === 'GET') return c.redirect(signInAddress(pathname + search), 303)
    return (await keepTyped(c)) ?? c.redirect(signInAddress(pathname), 303)
  }

/** Lets pass those who have just proved who they are; others prove it again. Behind `signedIn`. */
export const justProved =
  (platform: Platform): MiddlewareHandler<Env> =>
  async (c, next) => {
    const who = signedInOf(c)
    if (who && platform.now().getTime() - who.session.provedAt.getTime() < FRESH_MINUTES * MINUTE) return next()
    return c.redirect(`${signInAddress(c.req.path)}&confirmer=oui`, 303)
  }

/** The person of this request. Throws when used on a page that is not behind `signedIn`. */
export function currentPerson(c: Context<Env>): Person {
  const who = signedInOf(c)
  if (!who) throw new HTTPException(500, { message: 'this page is not behind signedIn' })
  return who.person
}

export const visitor = (c: Context<Env>): Person | null => signedInOf(c)?.person ?? null

/** By what a person proved who they are. */
export type Way = 'link' | 'password' | 'proconnect' | 'code' | 'recovery-code'

/**
 * What follows a proof that better-auth accepted: the cookie, or the second factor that is still due.
 * Gives the person once they are in, null while a code is awaited.
 */
export async function afterProof(platform: Platform, c: Context<Env>, answer: Response, way: Way): Promise<Person | null> {
  const body = (await answer.json()) as { twoFactorRedirect?: boolean; user?: { id: string } }
  copyCookies(c, answer.headers)
  if (body.twoFactorRedirect || !body.user) return null
  const { database, now, config } = platform
  const person = await findConfirmed(database, { id: body.user.id })
  if (!person) throw new HTTPException(500, { message: 'a session without its person' })
  const before = signedInOf(c)
  await database.transaction(async (db) => {
    if (before) await closeSession(db, before.person.id, before.session.id)
    if ((await setEraseAfter(db, person.id, null)) > 0) await note({ database: db, now }, person.id, 'erasure-cancelled')
    await note({ database: db, now }, person.id, 'signed-in', { way })
    if (way === 'recovery-code')
      await queueMail(
        db,
        noticeMail(
          person,
          'Un code de secours a servi',
          'Un code de secours vient d’ouvrir votre compte ; il ne servira plus.',
          config.contactEmail,
        ),
      )
  })
  return person
}
