// The members of a team: seeing them, changing a role, taking someone out, leaving. Addresses under `/cantines/:id/equipe`.
import type { Context } from 'hono'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { readForm } from '../../platform/http/forms.ts'
import { currentPerson, findPerson, signedIn } from '../accounts/accounts.ts'
import { currentCanteen, findCanteen, idOf, listMembers, mayOnCanteen } from '../canteens/canteens.ts'
import { listInvitations } from './invitations.sql.ts'
import { listRequests } from './joining.sql.ts'
import { LeftPage, MemberPage } from './member.page.tsx'
import { bringBack, changeRole, type Deed, freshDeparture, takeOut } from './members.ts'
import type { TeamNoticeProps } from './notice.tsx'
import { fullName } from './people.ts'
import { ROLE_WORDS, readRole } from './roles.ts'
import { TeamPage } from './team.page.tsx'

type Ctx = Context<Env>
const TEAM = '/cantines/:id/equipe'
const LAST = 'Il faut au moins une personne à l’administration : donnez d’abord ce rôle à quelqu’un d’autre.'

export function memberRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const reads = mayOnCanteen(platform, 'reader')
  const runs = mayOnCanteen(platform, 'administrator')

  const teamPage = async (c: Ctx, notice: TeamNoticeProps | null) => {
    const { canteen, role } = currentCanteen(c)
    return c.render(
      <TeamPage
        canteen={canteen}
        role={role}
        readerId={currentPerson(c).id}
        members={await listMembers(database, canteen.id)}
        invitations={role === 'administrator' ? await listInvitations(database, canteen.id) : []}
        requests={role === 'administrator' ? await listRequests(database, canteen.id) : []}
        notice={notice}
        now={now()}
      />,
      { title: `Équipe de ${canteen.name}`, robots: 'noindex' },
    )
  }
  app.get(TEAM, reads, async (c) => teamPage(c, await noticeOf(platform, c)))

  const deed = (c: Ctx): Deed => ({
    canteen: currentCanteen(c).canteen,
    personId: c.req.param('personne') ?? '',
    by: currentPerson(c),
    url: publicUrl(config, c.req.url),
  })
  const backToTeam = (c: Ctx, said: Record<string, string>) =>
    c.redirect(`/cantines/${c.req.param('id')}/equipe?${new URLSearchParams(said)}`, 303)

  const memberOf = async (c: Ctx) =>
    (await listMembers(database, currentCanteen(c).canteen.id)).find(
      ({ personId }) => personId === c.req.param('personne') && personId !== currentPerson(c).id,
    )
  app.get(`${TEAM}/membres/:personne`, runs, async (c) => {
    const member = await memberOf(c)
    if (!member) return backToTeam(c, {})
    const { canteen } = currentCanteen(c)
    return c.render(<MemberPage canteen={canteen} member={member} role={member.role} errors={[]} />, {
      title: `Le rôle de ${fullName(member)}`,
      robots: 'noindex',
    })
  })
  app.post(`${TEAM}/membres/:personne`, runs, async (c) => {
    const member = await memberOf(c)
    if (!member) return backToTeam(c, {})
    const role = readRole((await readForm(c)).get('role'))
    if (role !== null && (await changeRole(platform, deed(c), role))) return backToTeam(c, { role: member.personId })
    const errors = [{ field: 'role', message: role === null ? 'Choisissez un rôle.' : LAST }]
    c.status(422)
    return c.render(
      <MemberPage canteen={currentCanteen(c).canteen} member={member} role={role ?? member.role} errors={errors} />,
      { title: `À corriger : le rôle de ${fullName(member)}`, robots: 'noindex' },
    )
  })
  app.post(`${TEAM}/membres/:personne/retirer`, runs, async (c) => {
    const one = deed(c)
    if (one.personId === one.by.id) return backToTeam(c, {})
    if (await takeOut(platform, one)) return backToTeam(c, { retire: one.personId })
    return refuse(c)
  })
  app.post(`${TEAM}/membres/:personne/remettre`, runs, async (c) => {
    const one = deed(c)
    return backToTeam(c, one.personId !== one.by.id && (await bringBack(platform, one)) ? { remis: one.personId } : { tard: '' })
  })

  const refuse = (c: Ctx) => {
    c.status(422)
    return teamPage(c, { kind: 'warning', title: 'L’équipe resterait sans administration', text: LAST })
  }
  app.post(`${TEAM}/quitter`, mayOnCanteen(platform, 'reader', { archived: true }), async (c) => {
    const left = await takeOut(platform, { ...deed(c), personId: currentPerson(c).id })
    return left ? c.redirect(`/cantines/${currentCanteen(c).canteen.id}/equipe/quittee`, 303) : refuse(c)
  })

  /** The canteen that this person left within the hour. */
  const leftCanteen = async (c: Ctx) => {
    const canteen = await findCanteen(database, idOf(c.req.param('id')) ?? 0)
    const left = canteen && (await freshDeparture(platform, canteen, currentPerson(c).id))
    return left && left.actor === currentPerson(c).id ? canteen : null
  }
  app.get(`${TEAM}/quittee`, signedIn(platform), async (c) => {
    const canteen = await leftCanteen(c)
    if (!canteen) return backToTeam(c, {})
    return c.render(<LeftPage canteen={canteen} />, { title: 'Vous avez quitté l’équipe', robots: 'noindex' })
  })
  app.post(`${TEAM}/revenir`, signedIn(platform), async (c) => {
    const canteen = await leftCanteen(c)
    const by = currentPerson(c)
    if (canteen) await bringBack(platform, { canteen, personId: by.id, by, url: publicUrl(config, c.req.url) })
    return backToTeam(c, canteen ? { revenu: '' } : {})
  })
  return app
}

/** What the address says has just been done, when it has been. */
async function noticeOf(platform: Platform, c: Ctx): Promise<TeamNoticeProps | null> {
  const { canteen, role } = currentCanteen(c)
  const said = (key: string) => c.req.query(key)
  const person = async (key: string) => {
    const found = await findPerson(platform.database, { id: said(key) ?? '' })
    return found ? fullName(found) : 'Cette personne'
  }
  if (said('revenu') !== undefined) return { title: 'Vous êtes de nouveau dans l’équipe' }
  if (said('bienvenue') !== undefined)
    return {
      title: 'Bienvenue dans l’équipe',
      text: `Votre rôle : ${ROLE_WORDS[role].label.toLowerCase()}. ${ROLE_WORDS[role].means}`,
    }
  if (role !== 'administrator') return null
  if (said('invitation') !== undefined)
    return { title: 'L’invitation attend sa réponse', text: 'Vous serez prévenu·e par courriel quand la personne l’acceptera.' }
  if (said('trop') !== undefined)
    return {
      kind: 'warning',
      title: 'Ce courriel est déjà parti',
      text: 'Une invitation se renvoie une fois par jour, et cinq fois en tout. Vérifiez l’adresse, ou prévenez la personne autrement.',
    }
  if (said('retiree') !== undefined)
    return { title: 'L’invitation est retirée', text: 'Le lien du courriel ne mène plus à cette équipe.' }
  if (said('role') !== undefined) return { title: 'Le rôle est changé', text: 'Un courriel le lui dit.' }
  if (said('remis') !== undefined) return { title: `${await person('remis')} est de nouveau dans l’équipe` }
  if (said('tard') !== undefined)
    return { kind: 'warning', title: 'C’est trop tard pour annuler', text: 'Vous pouvez inviter de nouveau cette personne.' }
  if (said('repondue') !== undefined) return { title: 'Cette demande a déjà reçu sa réponse' }
  if (said('accueil') !== undefined) return { title: 'La personne est dans l’équipe', text: 'Un courriel le lui dit.' }
  if (said('declinee') !== undefined) return { title: 'La demande est déclinée', text: 'Un courriel le dit à la personne.' }
  const gone = said('retire')
  if (gone === undefined || !(await freshDeparture(platform, canteen, gone))) return null
  const action = `/cantines/${canteen.id}/equipe/membres/${encodeURIComponent(gone)}/remettre`
  return {
    title: `${await person('retire')} ne fait plus partie de l’équipe`,
    text: 'Un courriel le lui dit.',
    undo: { action, label: 'Annuler le retrait' },
  }
}
