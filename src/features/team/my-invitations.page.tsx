// The invitations that wait for the person who reads.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { MY_CANTEENS } from '../canteens/canteens.ts'
import type { MyInvitation } from './invitations.sql.ts'
import { INVITATION_DAYS } from './invitations.ts'
import { ROLE_WORDS } from './roles.ts'

type Props = { email: string; invitations: readonly MyInvitation[]; declined: boolean; asked: number | null }

export const MyInvitationsPage: FC<Props> = ({ email, invitations, declined, asked }) => (
  <Article title="Mes invitations" trail={[MY_CANTEENS]}>
    {declined ? <Notice title="Vous avez décliné l’invitation" kind="success" /> : null}
    {invitations.length === 0 ? (
      <Nothing email={email} asked={asked} />
    ) : (
      <>
        <p class="fr-text--lead">
          {invitations.length === 1
            ? 'Une équipe vous propose de la rejoindre.'
            : `${invitations.length} équipes vous proposent de les rejoindre.`}
        </p>
        {invitations.length > 1 ? (
          <form method="post" action="/invitations/accepter">
            <button class="fr-btn" type="submit">
              Accepter les {invitations.length} invitations
            </button>
          </form>
        ) : null}
        <ul class="plain-list">
          {invitations.map((one) => (
            <Item invitation={one} />
          ))}
        </ul>
      </>
    )}
  </Article>
)

const Item: FC<{ invitation: MyInvitation }> = ({ invitation: { canteenId, name, role, by, expiresAt } }) => (
  <li class="team__item">
    <h2 class="fr-h5">{name}</h2>
    <p>
      {by === '' ? 'L’équipe de ma cantine' : by} vous propose ce rôle : <strong>{ROLE_WORDS[role].label}</strong>.{' '}
      {ROLE_WORDS[role].means}
    </p>
    <p class="fr-hint-text">Valable jusqu’au {frenchDay(dayInParis(expiresAt))}.</p>
    <div class="actions">
      <Press action="/invitations/accepter" canteenId={canteenId} button="fr-btn" label="Rejoindre l’équipe" name={name} />
      <Press action="/invitations/decliner" canteenId={canteenId} button="fr-btn fr-btn--tertiary" label="Décliner" name={name} />
    </div>
  </li>
)

const Press: FC<{ action: string; canteenId: number; button: string; label: string; name: string }> = (props) => (
  <form method="post" action={props.action}>
    <input type="hidden" name="cantine" value={props.canteenId} />
    <button class={props.button} type="submit">
      {props.label}
      <span class="fr-sr-only"> ({props.name})</span>
    </button>
  </form>
)

const Nothing: FC<{ email: string; asked: number | null }> = ({ email, asked }) => (
  <>
    <p class="fr-text--lead">Aucune invitation n’attend {email}.</p>
    <p>Vous en cherchez une ?</p>
    <ul>
      <li>Elle est peut-être partie vers une autre de vos adresses : connectez-vous avec celle qui a reçu le courriel.</li>
      <li>Une invitation vaut {INVITATION_DAYS} jours, et qui l’a envoyée peut la retirer : demandez-en une autre.</li>
      {asked === null ? null : (
        <li>
          <a href={`/cantines/${asked}/rejoindre`}>Demandez vous-même à rejoindre l’équipe</a>.
        </li>
      )}
    </ul>
  </>
)
