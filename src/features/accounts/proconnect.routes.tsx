// Signing in with ProConnect: out to the provider, back with a proof, tied to an account only when the mailbox is certain.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, readForm } from '../../platform/http/forms.ts'
import { queueMail } from '../../platform/mail.ts'
import { findConfirmed } from './accounts.sql.ts'
import { putProof } from './address.sql.ts'
import { authOf, hashOf } from './auth.ts'
import { readEmail } from './email.ts'
import { note, onEmailConfirmed } from './events.ts'
import { arrival, LANDING } from './landing.ts'
import { slowDown } from './limits.ts'
import { asked, sendSignInLink, sendSignUpLink } from './links.ts'
import { noticeMail } from './mails.ts'
import type { Person } from './person.ts'
import { keepIdentityToken, linkSub, personOfSub, provedPerson, takeProof } from './proconnect.sql.ts'
import { type Identity, type Journey, proConnectOf, RETURN_PATH, Unreachable } from './proconnect.ts'
import { proofHeaders, safePath, signedIn, visitor } from './session.ts'
import { enter, signInPage } from './sign-in.routes.tsx'
import { MailSentPage } from './sign-up.page.tsx'

type Ctx = Context<Env>
const LINK_PATH = '/connexion/proconnect/relier'
const JOURNEY_MINUTES = 15

export function proConnectRoutes(platform: Platform) {
  const app = router()
  const proConnect = proConnectOf(platform)
  if (!proConnect) return app
  const { database, now, config, randomBytes } = platform
  const { api } = authOf(platform)
  const https = config.publicUrl?.startsWith('https:') ?? false
  const cookieName = `${https ? '__Host-' : ''}ma-cantine.proconnect`
  const draw = (bytes = 32) => Buffer.from(randomBytes(bytes)).toString('base64url')

  /** Keeps something for this browser alone, for the time of a journey. */
  const keep = async (c: Ctx, kind: string, value: unknown) => {
    const token = draw()
    const expiresAt = new Date(now().getTime() + JOURNEY_MINUTES * 60_000)
    await putProof(
      database,
      { id: draw(16), identifier: `${kind}:${hashOf(token)}`, value: JSON.stringify(value), expiresAt },
      now(),
    )
    setCookie(c, cookieName, token, { path: '/', httpOnly: true, secure: https, sameSite: 'Lax', maxAge: JOURNEY_MINUTES * 60 })
  }
  const take = async <T,>(c: Ctx, kind: string): Promise<T | null> => {
    const token = getCookie(c, cookieName)
    if (token === undefined) return null
    deleteCookie(c, cookieName, { path: '/', secure: https })
    const row = await takeProof(database, `${kind}:${hashOf(token)}`, now())
    return row ? (JSON.parse(row.value) as T) : null
  }
  const say = (c: Ctx, suite: string, error: unknown) => {
    const silent = error instanceof Unreachable
    c.status(silent ? 503 : 403)
    const refused: FieldError = {
      field: 'proconnect',
      message: 'ProConnect n’a pas confirmé votre identité. Réessayez, ou connectez-vous par un lien.',
    }
    return signInPage(platform, c, { suite, silent, errors: silent ? [] : [refused] })
  }

  app.get('/connexion/proconnect', (c) => c.redirect('/connexion', 303))
  app.post('/connexion/proconnect', async (c) => {
    const suite = safePath((await readForm(c)).get('suite'), LANDING)
    await slowDown(platform, c, 'links followed by a machine')
    const journey: Journey = { state: draw(), nonce: draw(), verifier: draw(), suite }
    try {
      const address = await proConnect.address(journey, c.req.url)
      await keep(c, 'proconnect', journey)
      return c.redirect(address.href, 303)
    } catch (error) {
      if (error instanceof Unreachable) return say(c, suite, error)
      throw error
    }
  })

  const open = async (c: Ctx, personId: string, { idToken }: Identity, suite: string) => {
    const answer = await api.signInProved({ body: { personId }, headers: proofHeaders(c), asResponse: true })
    const { token } = (await answer.clone().json()) as { token?: string }
    if (token) await keepIdentityToken(database, token, idToken)
    return enter(platform, c, answer, 'proconnect', suite)
  }

  app.get(RETURN_PATH, async (c) => {
    c.header('Cache-Control', 'no-store')
    const journey = await take<Journey>(c, 'proconnect')
    if (!journey) return say(c, LANDING, null)
    let identity: Identity
    try {
      identity = await proConnect.identity(journey, c.req.url)
    } catch (error) {
      return say(c, journey.suite, error)
    }
    const known = await personOfSub(database, identity.sub)
    if (known) return open(c, known.id, identity, journey.suite)
    const { email, errors } = readEmail(identity.email, 'proconnect')
    if (errors.length > 0) return say(c, journey.suite, null)
    if (!identity.emailVerified) {
      // Whoever declares an address at the provider does not thereby hold the account: the mailbox answers first.
      await keep(c, 'proconnect-link', { sub: identity.sub, email, suite: journey.suite } satisfies Tie)
      const from = asked(platform, c, email, LINK_PATH)
      await ((await findConfirmed(database, { email }))
        ? sendSignInLink(platform, from)
        : sendSignUpLink(platform, from, identity))
      return c.render(<MailSentPage email={email} mailbox={config.demo} />, {
        title: 'Regardez votre boîte aux lettres',
        robots: 'noindex',
      })
    }
    const { firstName, lastName } = identity
    const { id, fresh } = await provedPerson(database, { id: draw(16), email, firstName, lastName }, now())
    const person = await findConfirmed(database, { id })
    if (person) await tie(person, identity.sub, fresh)
    if (fresh && person) {
      await note(platform, id, 'email-confirmed')
      for (const hook of onEmailConfirmed) await hook(platform, person)
    }
    return open(c, id, identity, arrival(journey.suite, fresh))
  })

  type Tie = { sub: string; email: string; suite: string }
  const tie = async (person: Person, sub: string, fresh = false) => {
    await database.transaction(async (db) => {
      if ((await linkSub(db, draw(16), person.id, sub, now())) === 0) return
      await note({ database: db, now }, person.id, 'proconnect-linked')
      if (fresh) return
      const what = 'Une identité ProConnect vient d’être reliée à votre compte : elle suffit désormais pour y entrer.'
      await queueMail(db, noticeMail(person, 'ProConnect relié à votre compte', what, config.contactEmail))
    })
  }

  // Both proofs are there: this browser came from ProConnect, and its mailbox has just answered.
  app.get(LINK_PATH, signedIn(platform), async (c) => {
    const pending = await take<Tie>(c, 'proconnect-link')
    const person = visitor(c)
    if (pending && person?.email === pending.email) await tie(person, pending.sub)
    return c.redirect(safePath(pending?.suite, LANDING), 303)
  })
  return app
}
