// The invitations that wait, on the page of a team.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { Invitation } from './invitations.sql.ts'
import { ROLE_WORDS } from './roles.ts'

type Props = { invitations: readonly Invitation[]; base: string; now: Date }

export const InvitationList: FC<Props> = ({ invitations, base, now }) =>
  invitations.length === 0 ? null : (
    <section class="team" aria-labelledby="invitations">
      <h2 class="fr-h4" id="invitations">
        Invitations en attente
      </h2>
      <ul class="plain-list">
        {invitations.map((one) => (
          <li class="team__item">
            <p>
              <strong>{one.email}</strong>
            </p>
            <p>
              {ROLE_WORDS[one.role].label}. {stateOf(one, now)}
            </p>
            <div class="actions">
              <Press action={`${base}/invitations/${one.id}/renvoyer`} label="Renvoyer le courriel" to={one.email} />
              <Press action={`${base}/invitations/${one.id}/retirer`} label="Retirer l’invitation" to={one.email} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )

const Press: FC<{ action: string; label: string; to: string }> = ({ action, label, to }) => (
  <form method="post" action={action}>
    <button class="fr-btn fr-btn--sm fr-btn--tertiary" type="submit">
      {label}
      <span class="fr-sr-only"> ({to})</span>
    </button>
  </form>
)

const day = (at: Date) => frenchDay(dayInParis(at))

function stateOf({ invitedAt, sentAt, expiresAt }: Invitation, now: Date): string {
  const invited = `Invitation du ${day(invitedAt)}`
  if (expiresAt <= now) return `${invited}, expirée le ${day(expiresAt)}.`
  return sentAt === null
    ? `${invited}, aucun courriel encore parti.`
    : `${invited}, valable jusqu’au ${day(expiresAt)} ; dernier courriel le ${day(sentAt)}.`
}
