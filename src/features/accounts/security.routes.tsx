// What protects an account: password, second factor, sessions.
import type { Context } from 'hono'
import type { Queries } from '../../platform/database/database.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, readForm } from '../../platform/http/forms.ts'
import { queueMail } from '../../platform/mail.ts'
import { closeOtherSessions, closeSession, dropPassword, listSessions } from './accounts.sql.ts'
import { dropAddressChanges } from './address.sql.ts'
import { authOf } from './auth.ts'
import { accountTrail, note } from './events.ts'
import { mayTry, slowDown } from './limits.ts'
import { noticeMail } from './mails.ts'
import { passwordFault } from './password.ts'
import { signedInOf } from './person.ts'
import { hasPassword, putPassword } from './put-password.ts'
import { enrolmentOf } from './second-factor.ts'
import { EnrolPage, PasswordPage, SecondFactorPage, SessionsPage } from './security.page.tsx'
import { copyCookies, currentPerson, justProved, oldestSession, proofHeaders } from './session.ts'

type Ctx = Context<Env>
const HOME = '/mon-compte'
const MOST_EVENTS = 30

/** Mounted after the profile, which lets only signed-in people under this address. */
export function securityRoutes(platform: Platform) {
  const app = router()
  const { api } = authOf(platform)
  const { database, now, config } = platform
  const sessionOf = (c: Ctx) => signedInOf(c)?.session.id ?? ''
  const notice = (db: Queries, c: Ctx, subject: string, what: string) =>
    queueMail(db, noticeMail(currentPerson(c), subject, what, config.contactEmail))
  const openSessions = (id: string) => listSessions(database, id, oldestSession(now()), now())
  const titled = (title: string, errors: FieldError[] = []) => ({
    title: errors.length > 0 ? `À corriger : ${title}` : title,
    robots: 'noindex' as const,
  })

  for (const part of ['mot-de-passe', 'second-facteur']) {
    app.use(`${HOME}/${part}`, justProved(platform))
    app.use(`${HOME}/${part}/*`, justProved(platform))
  }

  const passwordPage = async (c: Ctx, errors: FieldError[] = []) =>
    c.render(
      <PasswordPage already={await hasPassword(platform, currentPerson(c))} errors={errors} />,
      titled('Mot de passe', errors),
    )
  app.get(`${HOME}/mot-de-passe`, (c) => passwordPage(c))
  app.post(`${HOME}/mot-de-passe`, async (c) => {
    const person = currentPerson(c)
    const password = (await readForm(c)).get('motdepasse')
    const fault = passwordFault(password, person.email)
    if (fault) {
      c.status(422)
      return passwordPage(c, [{ field: 'motdepasse', message: fault }])
    }
    await putPassword(platform, person, password)
    await database.transaction(async (db) => {
      await closeOtherSessions(db, person.id, sessionOf(c))
      await notice(db, c, 'Votre mot de passe a changé', 'Un mot de passe vient d’être choisi pour votre compte.')
    })
    return c.redirect(`${HOME}?mot-de-passe`, 303)
  })
  app.get(`${HOME}/mot-de-passe/retirer`, (c) => c.redirect(`${HOME}/mot-de-passe`, 303))
  app.post(`${HOME}/mot-de-passe/retirer`, async (c) => {
    const person = currentPerson(c)
    await database.transaction(async (db) => {
      if ((await dropPassword(db, person.id)) === 0) return
      await note({ database: db, now }, person.id, 'password-removed')
      await notice(db, c, 'Votre mot de passe est retiré', 'Votre compte n’a plus de mot de passe : un lien vous connecte.')
    })
    return c.redirect(`${HOME}?garde`, 303)
  })

  const secondFactorPage = async (c: Ctx, errors: FieldError[] = []) =>
    c.render(
      <SecondFactorPage
        on={signedInOf(c)?.secondFactor ?? false}
        withPassword={await hasPassword(platform, currentPerson(c))}
        said={c.req.query('fait') !== undefined}
        errors={errors}
      />,
      titled('Double authentification', errors),
    )
  const WRONG_PASSWORD = { field: 'motdepasse', message: 'Ce n’est pas votre mot de passe : vérifiez-le.' }
  app.get(`${HOME}/second-facteur`, (c) => secondFactorPage(c))
  app.post(`${HOME}/second-facteur`, async (c) => {
    await slowDown(platform, c, 'passwords tried by a machine')
    const password = (await readForm(c)).get('motdepasse') || undefined
    const answer = await api.enableTwoFactor({ body: { password, method: 'totp' }, headers: proofHeaders(c), asResponse: true })
    const { code } = (await answer.json()) as { code?: string }
    if (answer.ok) return c.redirect(`${HOME}/second-facteur/activer`, 303)
    if (code === 'TOTP_ALREADY_ENABLED') return c.redirect(`${HOME}/second-facteur`, 303)
    c.status(422)
    return secondFactorPage(c, [WRONG_PASSWORD])
  })

  const enrolPage = async (c: Ctx, errors: FieldError[] = []) => {
    c.header('Cache-Control', 'no-store')
    const enrolment = await enrolmentOf(platform, currentPerson(c))
    if (!enrolment) return c.redirect(`${HOME}/second-facteur`, 303)
    return c.render(<EnrolPage enrolment={enrolment} errors={errors} />, titled('Activer la double authentification', errors))
  }
  app.get(`${HOME}/second-facteur/activer`, (c) => enrolPage(c))
  app.post(`${HOME}/second-facteur/activer`, async (c) => {
    await slowDown(platform, c, 'codes tried by a machine')
    const code = (await readForm(c)).get('code').replace(/\s/g, '')
    if (!(await enrolmentOf(platform, currentPerson(c)))) return c.redirect(`${HOME}/second-facteur`, 303)
    const { id } = currentPerson(c)
    const before = await openSessions(id)
    const answer = await api.verifyTOTP({ body: { code }, headers: proofHeaders(c), asResponse: true })
    if (!answer.ok) {
      c.status(422)
      const message =
        'Ce code n’est pas le bon. Il change toutes les trente secondes ; vérifiez aussi l’heure de votre téléphone.'
      return enrolPage(c, [{ field: 'code', message }])
    }
    copyCookies(c, answer.headers)
    await mayTry(platform, 'same code of a person', `${id} ${code}`)
    await database.transaction(async (db) => {
      // Sessions opened without a code do not outlive the wish for one; this one goes on under the new cookie.
      for (const session of before) await closeSession(db, id, session.id)
      await dropAddressChanges(db, id)
      await note({ database: db, now }, id, 'second-factor-on')
      await notice(db, c, 'Double authentification activée', 'Un code de votre application sera demandé à chaque connexion.')
    })
    return c.redirect(`${HOME}/second-facteur?fait`, 303)
  })
  app.get(`${HOME}/second-facteur/retirer`, (c) => c.redirect(`${HOME}/second-facteur`, 303))
  app.post(`${HOME}/second-facteur/retirer`, async (c) => {
    await slowDown(platform, c, 'passwords tried by a machine')
    const password = (await readForm(c)).get('motdepasse') || undefined
    const answer = await api.disableTwoFactor({ body: { password }, headers: proofHeaders(c), asResponse: true })
    if (!answer.ok) {
      c.status(422)
      return secondFactorPage(c, [WRONG_PASSWORD])
    }
    copyCookies(c, answer.headers)
    await note(platform, currentPerson(c).id, 'second-factor-off')
    await notice(database, c, 'Double authentification retirée', 'Aucun code ne sera plus demandé pour entrer dans votre compte.')
    return c.redirect(`${HOME}/second-facteur?fait`, 303)
  })

  app.get(`${HOME}/sessions`, async (c) => {
    const { id } = currentPerson(c)
    const sessions = await openSessions(id)
    const events = await readTrail(database, accountTrail(id), { most: MOST_EVENTS })
    return c.render(<SessionsPage sessions={sessions} current={sessionOf(c)} events={events} />, titled('Appareils connectés'))
  })
  app.post(`${HOME}/sessions/fermer`, async (c) => {
    const { id } = currentPerson(c)
    const session = (await readForm(c)).get('session')
    await database.transaction(async (db) => {
      if ((await closeSession(db, id, session)) > 0) await note({ database: db, now }, id, 'session-closed')
    })
    return c.redirect(`${HOME}/sessions`, 303)
  })
  app.post(`${HOME}/sessions/fermer-les-autres`, async (c) => {
    const { id } = currentPerson(c)
    await database.transaction(async (db) => {
      if ((await closeOtherSessions(db, id, sessionOf(c))) > 0) await note({ database: db, now }, id, 'other-sessions-closed')
    })
    return c.redirect(`${HOME}/sessions`, 303)
  })
  return app
}
