// Above the list of my canteens: who asks to join them, the teams that invite me, what I have asked for, and what waits for the staff.
import type { FC } from 'hono/jsx'
import { Notice } from '../../platform/html/pieces.tsx'
import { isStaff } from '../accounts/accounts.ts'
import { aboveMine } from '../canteens/canteens.ts'
import { invitationsTo } from './invitations.sql.ts'
import { requestsToMe, requestsUnderWay } from './joining.sql.ts'
import { countOpen, takeoversUnderWay } from './takeovers.sql.ts'
import { WATCH } from './watch.page.tsx'

const MOST_ASKERS = 5
type Asked = { canteenId: number; name: string }

aboveMine.push(async (platform, person) => {
  const { database, now } = platform
  const [askers, invited, joining, taking, watched] = await Promise.all([
    requestsToMe(database, person.id, MOST_ASKERS),
    invitationsTo(database, person.email, now()),
    requestsUnderWay(database, person.id),
    takeoversUnderWay(database, person.id),
    isStaff(platform, person) ? countOpen(database) : 0,
  ])
  return (
    <>
      {watched > 0 ? (
        <Notice
          title={
            watched === 1
              ? 'Une revendication attend l’équipe de ma cantine'
              : `${watched} revendications attendent l’équipe de ma cantine`
          }
        >
          <p>
            <a href={WATCH.href}>Les lire et décider</a>
          </p>
        </Notice>
      ) : null}
      {askers[0] ? (
        <Notice
          title={
            askers[0].total === 1
              ? 'Une personne demande à rejoindre votre équipe'
              : `${askers[0].total} demandes pour rejoindre vos équipes`
          }
        >
          <ul>
            {askers.map(({ id, canteenId, name, by }) => (
              <li>
                <a href={`/cantines/${canteenId}/equipe/demandes/${id}`}>
                  {by}, pour « {name} »
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {invited.length > 0 ? (
        <Notice title={invited.length === 1 ? `« ${invited[0]!.name} » vous invite` : `${invited.length} équipes vous invitent`}>
          <p>
            <a href="/invitations">Accepter ou décliner</a>
          </p>
        </Notice>
      ) : null}
      {joining.length + taking.length > 0 ? (
        <Notice title="Vos demandes en cours">
          <ul>
            <Links asked={joining} page="rejoindre" what="rejoindre l’équipe de" />
            <Links asked={taking} page="revendiquer" what="s’occuper de" />
          </ul>
        </Notice>
      ) : null}
    </>
  )
})

const Links: FC<{ asked: readonly Asked[]; page: string; what: string }> = ({ asked, page, what }) => (
  <>
    {asked.map(({ canteenId, name }) => (
      <li>
        <a href={`/cantines/${canteenId}/${page}`}>
          {what} « {name} »
        </a>
      </li>
    ))}
  </>
)
