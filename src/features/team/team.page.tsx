// The team of a canteen: who, with which role, since when; and what administrators do about it.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { type Canteen, CanteenFrame, type Member, ROLES, type Role } from '../canteens/canteens.ts'
import { InvitationList } from './invitation-list.tsx'
import type { Invitation } from './invitations.sql.ts'
import type { JoinRequest } from './joining.sql.ts'
import { TeamNotice, type TeamNoticeProps } from './notice.tsx'
import { fullName } from './people.ts'
import { RequestList } from './request.page.tsx'
import { ROLE_WORDS } from './roles.ts'

export type TeamProps = {
  canteen: Canteen
  /** Of whoever reads the page. */
  role: Role
  readerId: string
  members: readonly Member[]
  /** Only administrators see them. */
  invitations: readonly Invitation[]
  requests: readonly JoinRequest[]
  notice: TeamNoticeProps | null
  now: Date
}

export const TeamPage: FC<TeamProps> = ({ canteen, role, readerId, members, invitations, requests, notice, now }) => {
  const base = `/cantines/${canteen.id}/equipe`
  const mayRun = role === 'administrator' && canteen.archivedAt === null
  const isLast = role === 'administrator' && members.filter((one) => one.role === 'administrator').length === 1
  return (
    <CanteenFrame canteen={canteen} tab="equipe">
      {notice ? <TeamNotice {...notice} /> : null}
      {mayRun ? <RequestList requests={requests} base={base} /> : null}
      <section class="team" aria-labelledby="membres">
        <h2 class="fr-h4" id="membres">
          {members.length === 1 ? 'Vous êtes seul·e pour le moment' : `${members.length} membres`}
        </h2>
        <ul class="plain-list">
          {members.map((member) => (
            <MemberItem member={member} isReader={member.personId === readerId} base={base} mayRun={mayRun} />
          ))}
        </ul>
        {mayRun ? (
          <p class="actions">
            <a class="fr-btn" href={`${base}/inviter`}>
              Inviter quelqu’un
            </a>
          </p>
        ) : null}
      </section>
      {mayRun ? <InvitationList invitations={invitations} base={base} now={now} /> : null}
      <section class="team" aria-labelledby="roles">
        <h2 class="fr-h4" id="roles">
          Ce que permet chaque rôle
        </h2>
        <ul>
          {ROLES.map((one) => (
            <li>
              <strong>{ROLE_WORDS[one].label}</strong> : {ROLE_WORDS[one].means}
              {one === role ? ' C’est votre rôle.' : ''}
            </li>
          ))}
        </ul>
      </section>
      <section class="team" aria-labelledby="quitter">
        <h2 class="fr-h4" id="quitter">
          Quitter l’équipe
        </h2>
        {isLast && canteen.archivedAt === null ? (
          <p>
            Vous êtes la seule personne à l’administration : donnez d’abord ce rôle à quelqu’un d’autre. Si l’établissement a
            fermé, archivez plutôt sa fiche.
          </p>
        ) : (
          <form method="post" action={`${base}/quitter`}>
            <p>Vous n’aurez plus accès à cette cantine. Vous pourrez changer d’avis pendant une heure.</p>
            <button class="fr-btn fr-btn--secondary" type="submit">
              Quitter l’équipe
            </button>
          </form>
        )}
      </section>
    </CanteenFrame>
  )
}

type ItemProps = { member: Member; isReader: boolean; base: string; mayRun: boolean }

const MemberItem: FC<ItemProps> = ({ member, isReader, base, mayRun }) => (
  <li class="team__item">
    <p class="team__name">
      <strong>{fullName(member)}</strong>
      {isReader ? ' (vous)' : ''}
    </p>
    <p class="fr-hint-text">{member.email}</p>
    <p>
      {ROLE_WORDS[member.role].label}, depuis le {frenchDay(dayInParis(member.since))}
    </p>
    {mayRun && !isReader ? (
      <p>
        <a href={`${base}/membres/${encodeURIComponent(member.personId)}`}>
          Changer le rôle ou retirer<span class="fr-sr-only"> {fullName(member)}</span>
        </a>
      </p>
    ) : null}
  </li>
)
