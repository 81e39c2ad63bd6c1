// The mailbox of the demonstration: what would have been sent, readable by whoever tries the site out.
import { raw } from 'hono/html'
import { type Platform, router } from '../../platform/http/context.ts'
import { type KeptMail, keptMails } from '../../platform/mail.ts'
import { Column } from './frame.tsx'

const when = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The links of a mail can be followed. */
const withLinks = (text: string) => raw(escaped(text).replace(/https?:\/\/[^\s]+/g, (url) => `<a href="${url}">${url}</a>`))

export function demoRoutes({ database }: Platform) {
  const app = router()
  app.get('/demo/courriels', async (c) => {
    c.header('Cache-Control', 'no-store')
    const mails = await keptMails(database)
    return c.render(<Mails mails={mails} />, { title: 'Courriels de la démonstration', robots: 'noindex' })
  })
  return app
}

const Mails = ({ mails }: { mails: readonly KeptMail[] }) => (
  <Column title="Courriels de la démonstration">
    <p class="fr-text--lead">
      Ce site est une démonstration : aucun courriel n’en part, tous arrivent ici, et tout le monde peut les lire.
    </p>
    {mails.length === 0 ? <p>Aucun courriel pour le moment.</p> : null}
    {mails.map((mail) => (
      <article class="mail">
        <h2>{mail.subject}</h2>
        <p class="fr-hint-text">
          À {mail.recipient}, {when.format(mail.sent_at)}
        </p>
        <div class="mail__text">{withLinks(mail.body)}</div>
      </article>
    ))}
  </Column>
)
