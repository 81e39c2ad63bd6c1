// My account: who I am, and my address.
import type { Context } from 'hono'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, readForm } from '../../platform/http/forms.ts'
import { loadProfile, saveProfile } from './accounts.sql.ts'
import { askNewAddress, confirmNewAddress, newAddressOf } from './address.ts'
import { readEmail } from './email.ts'
import { slowDown } from './limits.ts'
import { asked } from './links.ts'
import { identityOf } from './proconnect.sql.ts'
import { AddressPage, ConfirmAddressPage, ProfilePage, type Said } from './profile.page.tsx'
import { readProfile } from './profile.ts'
import { currentPerson, justProved, signedIn } from './session.ts'
import { DeadLinkPage } from './sign-in.page.tsx'
import { MailSentPage } from './sign-up.page.tsx'

type Ctx = Context<Env>
const HOME = '/mon-compte'

export function profileRoutes(platform: Platform) {
  const app = router()
  const { database, now, config } = platform

  app.use(HOME, signedIn(platform))
  app.use(`${HOME}/*`, signedIn(platform))

  const page = async (c: Ctx, values: FormValues | null = null, errors: FieldError[] = []) => {
    const { id } = currentPerson(c)
    const profile = await loadProfile(database, id)
    if (!profile) return c.notFound()
    const said = (['garde', 'adresse', 'mot-de-passe'] as const).find((one) => c.req.query(one) !== undefined)
    return c.render(
      <ProfilePage
        profile={profile}
        proConnect={(await identityOf(database, id)) !== null}
        values={values}
        errors={errors}
        said={(said ?? null) as Said}
      />,
      {
        title: errors.length > 0 ? 'À corriger : mon compte' : 'Mon compte',
        robots: 'noindex',
      },
    )
  }
  app.get(HOME, (c) => page(c))
  app.post(HOME, async (c) => {
    const form = await readForm(c)
    const { profile, errors } = readProfile(form, currentPerson(c).id)
    if (errors.length > 0) {
      c.status(422)
      return page(c, form, errors)
    }
    await saveProfile(database, profile, now())
    return c.redirect(`${HOME}?garde`, 303)
  })

  const addressPage = (c: Ctx, typed: string, errors: FieldError[]) =>
    c.render(<AddressPage current={currentPerson(c).email} typed={typed} errors={errors} />, {
      title: errors.length > 0 ? 'À corriger : changer d’adresse' : 'Changer d’adresse',
      robots: 'noindex',
    })
  app.use(`${HOME}/adresse`, justProved(platform))
  app.get(`${HOME}/adresse`, (c) => addressPage(c, '', []))
  app.post(`${HOME}/adresse`, async (c) => {
    const typed = (await readForm(c)).get('courriel')
    const { email, errors } = readEmail(typed, 'courriel')
    if (email === currentPerson(c).email) errors.push({ field: 'courriel', message: 'C’est déjà l’adresse de votre compte.' })
    if (errors.length > 0) {
      c.status(422)
      return addressPage(c, typed, errors)
    }
    await slowDown(platform, c, 'mails asked by a machine')
    await askNewAddress(platform, currentPerson(c), asked(platform, c, email, HOME))
    return c.render(<MailSentPage email={email} mailbox={config.demo} />, {
      title: 'Regardez votre boîte aux lettres',
      robots: 'noindex',
    })
  })

  const dead = (c: Ctx) => {
    c.status(410)
    return c.render(<DeadLinkPage />, { title: 'Ce lien ne sert plus', robots: 'noindex' })
  }
  app.get('/connexion/nouvelle-adresse', async (c) => {
    c.header('Cache-Control', 'no-store')
    const token = c.req.query('jeton') ?? ''
    const asked = await newAddressOf(platform, token)
    if (!asked) return dead(c)
    return c.render(<ConfirmAddressPage token={token} email={asked.email} />, { title: 'Confirmez', robots: 'noindex' })
  })
  app.post('/connexion/nouvelle-adresse', async (c) => {
    const token = (await readForm(c)).get('jeton')
    await slowDown(platform, c, 'links followed by a machine')
    return (await confirmNewAddress(platform, token)) ? c.redirect(`/connexion?suite=${HOME}%3Fadresse`, 303) : dead(c)
  })
  return app
}
