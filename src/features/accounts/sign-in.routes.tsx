// Signing in: by a link, by a password, then by a code when the account asks for one. And signing out.
import type { Context } from 'hono'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, readForm } from '../../platform/http/forms.ts'
import { findConfirmed, linkHolder } from './accounts.sql.ts'
import { authOf, hashOf } from './auth.ts'
import { demoPeople } from './demo.data.ts'
import { readEmail } from './email.ts'
import { note, onEmailConfirmed } from './events.ts'
import { arrival, LANDING } from './landing.ts'
import { mayTry, slowDown } from './limits.ts'
import { asked, NEW_PASSWORD, sendSignInLink } from './links.ts'
import { passwordFault } from './password.ts'
import { signedInOf } from './person.ts'
import { identityTokenOf } from './proconnect.sql.ts'
import { proConnectOf } from './proconnect.ts'
import { putPassword } from './put-password.ts'
import { afterProof, copyCookies, proofHeaders, safePath, type Way } from './session.ts'
import { CodePage, DeadLinkPage, ForgottenPage, LinkPage, SignInPage } from './sign-in.page.tsx'
import { MailSentPage } from './sign-up.page.tsx'

type Ctx = Context<Env>

/** Goes on where one was going, by way of the code when it is due. */
export async function enter(platform: Platform, c: Ctx, answer: Response, way: Way, suite: string) {
  const person = await afterProof(platform, c, answer, way)
  return c.redirect(person ? suite : `/connexion/code?suite=${encodeURIComponent(suite)}`, 303)
}

export function signInPage(
  platform: Platform,
  c: Ctx,
  given: { email?: string; suite: string; errors?: FieldError[]; silent?: boolean },
) {
  const { config } = platform
  const who = signedInOf(c)
  const proConnect = proConnectOf(platform)
  return c.render(
    <SignInPage
      email={given.email ?? who?.person.email ?? ''}
      suite={given.suite}
      errors={given.errors ?? []}
      again={who !== null}
      proconnect={proConnect === null ? 'absent' : given.silent || proConnect.silent() ? 'silent' : 'ready'}
      demoPeople={config.demo ? demoPeople : []}
    />,
    { title: given.errors?.length ? 'À corriger : se connecter' : 'Se connecter' },
  )
}

export function signInRoutes(platform: Platform) {
  const app = router()
  const { api } = authOf(platform)
  const { database, config, now } = platform
  const suiteOf = (form: FormValues) => safePath(form.get('suite'), LANDING)
  const mailSent = (c: Ctx, email: string) =>
    c.render(<MailSentPage email={email} mailbox={config.demo} />, {
      title: 'Regardez votre boîte aux lettres',
      robots: 'noindex',
    })

  app.get('/connexion', (c) => {
    const suite = safePath(c.req.query('suite'), LANDING)
    if (signedInOf(c) && c.req.query('confirmer') === undefined) return c.redirect(suite, 303)
    return signInPage(platform, c, { suite })
  })

  app.post('/connexion', async (c) => {
    const form = await readForm(c)
    const { email, errors } = readEmail(form.get('courriel'), 'courriel')
    if (errors.length > 0) {
      c.status(422)
      return signInPage(platform, c, { email: form.get('courriel'), suite: suiteOf(form), errors })
    }
    await slowDown(platform, c, 'mails asked by a machine')
    await sendSignInLink(platform, asked(platform, c, email, suiteOf(form)))
    return mailSent(c, email)
  })

  app.get('/mot-de-passe-oublie', (c) =>
    c.render(<ForgottenPage email="" errors={[]} />, { title: 'Mot de passe oublié', robots: 'noindex' }),
  )
  app.post('/mot-de-passe-oublie', async (c) => {
    const form = await readForm(c)
    const { email, errors } = readEmail(form.get('courriel'), 'courriel')
    if (errors.length > 0) {
      c.status(422)
      return c.render(<ForgottenPage email={form.get('courriel')} errors={errors} />, {
        title: 'À corriger : mot de passe oublié',
      })
    }
    await slowDown(platform, c, 'mails asked by a machine')
    await sendSignInLink(platform, asked(platform, c, email, NEW_PASSWORD))
    return mailSent(c, email)
  })

  app.get('/connexion/mot-de-passe', (c) => c.redirect('/connexion', 303))
  app.post('/connexion/mot-de-passe', async (c) => {
    const form = await readForm(c)
    const suite = suiteOf(form)
    const typed = form.get('courriel-mdp')
    const { email, errors } = readEmail(typed, 'courriel-mdp')
    const password = form.get('motdepasse')
    if (password === '') errors.push({ field: 'motdepasse', message: 'Indiquez votre mot de passe, ou demandez un lien.' })
    const refuse = (status: 422 | 429, wrong: FieldError[]) => {
      c.status(status)
      return signInPage(platform, c, { email: typed, suite, errors: wrong })
    }
    if (errors.length > 0) return refuse(422, errors)
    await slowDown(platform, c, 'passwords tried by a machine')
    if (!(await mayTry(platform, 'password of a mailbox', email)))
      return refuse(429, [
        {
          field: 'motdepasse',
          message: 'Trop d’essais pour cette adresse : demandez un lien, ou réessayez dans un quart d’heure.',
        },
      ])
    const answer = await api.signInEmail({ body: { email, password }, headers: proofHeaders(c), asResponse: true })
    if (answer.ok) return enter(platform, c, answer, 'password', suite)
    return refuse(422, [
      {
        field: 'motdepasse',
        message: 'Cette adresse et ce mot de passe ne vont pas ensemble. Un doute ? Demandez un lien de connexion.',
      },
    ])
  })

  const deadLink = (c: Ctx) => {
    c.status(410)
    return c.render(<DeadLinkPage />, { title: 'Ce lien ne sert plus', robots: 'noindex' })
  }
  const linkPage = (
    c: Ctx,
    token: string,
    suite: string,
    holder: NonNullable<Awaited<ReturnType<typeof linkHolder>>>,
    errors: FieldError[],
  ) => c.render(<LinkPage {...holder} token={token} suite={suite} errors={errors} />, { title: 'Votre lien', robots: 'noindex' })

  app.get('/connexion/lien', async (c) => {
    c.header('Cache-Control', 'no-store')
    const token = c.req.query('jeton') ?? ''
    const holder = await linkHolder(database, hashOf(token), now())
    return holder ? linkPage(c, token, safePath(c.req.query('suite'), LANDING), holder, []) : deadLink(c)
  })
  app.post('/connexion/lien', async (c) => {
    c.header('Cache-Control', 'no-store')
    const form = await readForm(c)
    await slowDown(platform, c, 'links followed by a machine')
    const token = form.get('jeton')
    const holder = await linkHolder(database, hashOf(token), now())
    if (!holder) return deadLink(c)
    const password = holder.confirmed ? '' : form.get('motdepasse')
    const fault = password === '' ? null : passwordFault(password, holder.email)
    if (fault) {
      c.status(422)
      return linkPage(c, token, suiteOf(form), holder, [{ field: 'motdepasse', message: fault }])
    }
    const answer = await api.magicLinkVerify({ query: { token }, headers: proofHeaders(c), asResponse: true })
    if (!answer.ok) return deadLink(c)
    const person = await findConfirmed(database, { id: holder.id })
    if (!holder.confirmed && person) {
      if (password !== '') await putPassword(platform, person, password)
      await note(platform, person.id, 'email-confirmed')
      for (const hook of onEmailConfirmed) await hook(platform, person)
    }
    return enter(platform, c, answer, 'link', arrival(suiteOf(form), !holder.confirmed))
  })

  const codePage = (c: Ctx, suite: string, errors: FieldError[]) =>
    c.render(<CodePage suite={suite} errors={errors} />, { title: 'Votre code de vérification', robots: 'noindex' })

  app.get('/connexion/code', (c) => {
    const suite = safePath(c.req.query('suite'), LANDING)
    return signedInOf(c) ? c.redirect(suite, 303) : codePage(c, suite, [])
  })
  app.post('/connexion/code', async (c) => {
    const form = await readForm(c)
    // better-auth would take the code for the open session, and not count the wrong ones.
    if (signedInOf(c)) return c.redirect(suiteOf(form), 303)
    await slowDown(platform, c, 'codes tried by a machine')
    const code = form.get('code').replace(/\s/g, '').toLowerCase()
    const call = { body: { code }, headers: proofHeaders(c), asResponse: true } as const
    const ofApplication = /^\d{6}$/.test(code)
    const answer = ofApplication ? await api.verifyTOTP(call) : await api.verifyBackupCode(call)
    const { user, token, code: why } = (await answer.clone().json()) as { user?: { id: string }; token?: string; code?: string }
    const seen = answer.ok && user && !(await mayTry(platform, 'same code of a person', `${user.id} ${code}`))
    if (seen) await database.run('delete from person_session where token = $1', [token])
    if (answer.ok && !seen) return enter(platform, c, answer, ofApplication ? 'code' : 'recovery-code', suiteOf(form))
    if (!answer.ok) copyCookies(c, answer.headers)
    c.status(answer.status === 429 ? 429 : 422)
    const message =
      seen || why === 'INVALID_TWO_FACTOR_COOKIE' || why === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'
        ? 'Cette connexion n’attend plus de code : recommencez-la depuis le début.'
        : why === 'ACCOUNT_TEMPORARILY_LOCKED'
          ? 'Trop de codes faux : réessayez dans un quart d’heure.'
          : 'Ce code n’est pas le bon. Il change toutes les trente secondes : recopiez celui qui s’affiche maintenant.'
    return codePage(c, suiteOf(form), [{ field: 'code', message }])
  })

  app.get('/deconnexion', (c) => c.redirect('/', 303))
  app.post('/deconnexion', async (c) => {
    const who = signedInOf(c)
    const idToken = who && (await identityTokenOf(database, who.session.id))
    const answer = await api.signOut({ headers: proofHeaders(c), asResponse: true })
    copyCookies(c, answer.headers)
    const state = Buffer.from(platform.randomBytes(32)).toString('base64url')
    const goodbye = idToken ? await proConnectOf(platform)?.goodbye(idToken, state, c.req.url) : null
    return c.redirect(goodbye?.href ?? '/', 303)
  })
  return app
}
