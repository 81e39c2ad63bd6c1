// The link of a statement, for the team: copying it, mailing it again, cutting it, making another.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { Statement } from './statement.ts'

export type LinkShown = { readonly url: string; readonly isOpen: boolean; readonly mayMail: boolean }

type Props = {
  link: LinkShown
  /** What was asked for. */
  of: Pick<Statement, 'email' | 'expiresAt' | 'cutAt' | 'mailedAt'>
  address: string
  /** « la page de ce relevé ». */
  opens: string
  /** Is there nothing left to fill? */
  isDone: boolean
}

export const LinkSection: FC<Props> = ({ link, of: { email, expiresAt, cutAt, mailedAt }, address, opens, isDone }) => {
  const button = (path: string, label: string) => (
    <form method="post" action={`${address}/${path}`}>
      <button class="fr-btn fr-btn--tertiary" type="submit">
        {label}
      </button>
    </form>
  )
  return (
    <section aria-labelledby="lien" class="fr-mt-4w">
      <h2 id="lien">Le lien</h2>
      {link.isOpen ? (
        <>
          <p>
            {`Il ouvre ${opens} jusqu’au ${frenchDay(dayInParis(expiresAt))}, à quiconque l’a : ne l’envoyez qu’à votre fournisseur.`}
            {mailedAt && email ? ` Envoyé à ${email} le ${frenchDay(dayInParis(mailedAt))}.` : ''}
          </p>
          <p class="statement-link">
            <a href={link.url}>{link.url}</a>
          </p>
        </>
      ) : (
        <p>{`${cutAt ? `Il est coupé depuis le ${frenchDay(dayInParis(cutAt))}` : `Il a servi jusqu’au ${frenchDay(dayInParis(expiresAt))}`} : il n’ouvre plus rien.`}</p>
      )}
      <div class="actions">
        {link.mayMail ? button('renvoyer', 'Envoyer le lien à nouveau') : null}
        {link.isOpen ? button('couper', 'Couper le lien') : null}
        {isDone
          ? null
          : button('nouveau-lien', link.isOpen ? 'Faire un nouveau lien, l’ancien sera coupé' : 'Faire un nouveau lien')}
      </div>
    </section>
  )
}
