// The ProConnect identity that opens an account: seen, and detached when one changes employer.
import { type Platform, router } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { note } from './events.ts'
import { ACCOUNT } from './frame.tsx'
import { IdentityPage } from './identity.page.tsx'
import { noticeMail } from './mails.ts'
import { identityOf, untie } from './proconnect.sql.ts'
import { currentPerson, justProved } from './session.ts'

const HERE = '/mon-compte/proconnect'

/** Mounted after the profile, which lets only signed-in people under this address. */
export function identityRoutes(platform: Platform) {
  const app = router()
  const { database, now, config } = platform

  app.use(HERE, justProved(platform))
  app.get(HERE, async (c) => {
    const identity = await identityOf(database, currentPerson(c).id)
    if (!identity) return c.redirect(ACCOUNT.href, 303)
    return c.render(<IdentityPage since={identity.since} />, { title: 'Identité ProConnect', robots: 'noindex' })
  })
  app.post(HERE, async (c) => {
    const person = currentPerson(c)
    await database.transaction(async (db) => {
      if ((await untie(db, person.id)) === 0) return
      await note({ database: db, now }, person.id, 'proconnect-unlinked')
      const what = 'Votre identité ProConnect n’ouvre plus votre compte : un lien reçu par courriel vous connecte.'
      await queueMail(db, noticeMail(person, 'ProConnect détaché de votre compte', what, config.contactEmail))
    })
    return c.redirect(`${ACCOUNT.href}?garde`, 303)
  })
  return app
}
