// Inviting to a canteen, and answering the invitations that one gets.
import type { Context } from 'hono'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm } from '../../platform/http/forms.ts'
import { addJob } from '../../platform/jobs.ts'
import { currentPerson, isWithin, readEmail, signedIn } from '../accounts/accounts.ts'
import { currentCanteen, findRole, idOf, listMembers, MY_CANTEENS, mayOnCanteen, tellTrail } from '../canteens/canteens.ts'
import { dropInvitation, findInvitation, invitationsTo, renewInvitation } from './invitations.sql.ts'
import {
  acceptInvitations,
  declineInvitation,
  invitationEnd,
  inviteMany,
  SEND_INVITATIONS,
  type SendInvitations,
} from './invitations.ts'
import { InvitePage } from './invite.page.tsx'
import { MyInvitationsPage } from './my-invitations.page.tsx'
import { readRole } from './roles.ts'

type Ctx = Context<Env>
const TEAM = '/cantines/:id/equipe'
const DAY = 86_400_000
/** What one person may send from pages in a day, and how often one invitation. */
const BY_ONE_PERSON = { name: 'invitations by a person', most: 100, minutes: 24 * 60 }
const MOST_TIMES = 5

export function invitationRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const runs = mayOnCanteen(platform, 'administrator')
  const urlOf = (c: Ctx) => publicUrl(config, c.req.url)
  const backToTeam = (c: Ctx, said: string) => c.redirect(`/cantines/${currentCanteen(c).canteen.id}/equipe?${said}`, 303)

  const invitePage = (c: Ctx, values: FormValues, errors: FieldError[] = []) =>
    c.render(<InvitePage canteen={currentCanteen(c).canteen} values={values} errors={errors} />, {
      title: errors.length > 0 ? 'À corriger : inviter quelqu’un' : 'Inviter quelqu’un',
      robots: 'noindex',
    })
  app.get(`${TEAM}/inviter`, runs, (c) => invitePage(c, formValues([['role', 'entry']])))
  app.post(`${TEAM}/inviter`, runs, async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c)
    const { email, errors } = readEmail(form.get('courriel'), 'courriel')
    const role = readRole(form.get('role'))
    if (role === null) errors.push({ field: 'role', message: 'Choisissez un rôle.' })
    if ((await listMembers(database, canteen.id)).some((member) => member.email === email))
      errors.push({ field: 'courriel', message: 'Cette personne fait déjà partie de l’équipe.' })
    const refuse = (status: 422 | 429, wrong: FieldError[]) => {
      c.status(status)
      return invitePage(c, form, wrong)
    }
    if (errors.length > 0 || role === null) return refuse(422, errors)
    const by = currentPerson(c)
    if (!(await isWithin(platform, BY_ONE_PERSON, by.id)))
      return refuse(429, [
        { field: 'courriel', message: 'Vous avez envoyé beaucoup d’invitations aujourd’hui : réessayez demain.' },
      ])
    await database.transaction((db) =>
      inviteMany(db, [{ canteenId: canteen.id, email, role }], { by, now: now(), url: urlOf(c) }),
    )
    return backToTeam(c, 'invitation')
  })

  const invitationOf = (c: Ctx) => findInvitation(database, currentCanteen(c).canteen.id, idOf(c.req.param('invitation')) ?? 0)
  app.post(`${TEAM}/invitations/:invitation/renvoyer`, runs, async (c) => {
    const invitation = await invitationOf(c)
    if (!invitation) return backToTeam(c, '')
    const { id, sentAt, sentCount } = invitation
    const tooSoon = sentAt !== null && now().getTime() - sentAt.getTime() < DAY
    const by = currentPerson(c)
    if (tooSoon || sentCount >= MOST_TIMES || !(await isWithin(platform, BY_ONE_PERSON, by.id))) return backToTeam(c, 'trop')
    await database.transaction(async (db) => {
      await renewInvitation(db, id, invitationEnd(now()))
      await addJob(db, SEND_INVITATIONS, { ids: [id], url: urlOf(c), asked: now().toISOString() } satisfies SendInvitations)
      const told = [{ canteenId: currentCanteen(c).canteen.id, detail: { invitation: id } }]
      await tellTrail(db, told, { kind: 'invitation-sent-again', by: by.id, now: now() })
    })
    return backToTeam(c, 'invitation')
  })
  app.post(`${TEAM}/invitations/:invitation/retirer`, runs, async (c) => {
    const id = idOf(c.req.param('invitation')) ?? 0
    const canteenId = currentCanteen(c).canteen.id
    await database.transaction(async (db) => {
      if ((await dropInvitation(db, canteenId, id)) === 0) return
      const told = [{ canteenId, detail: { invitation: id } }]
      await tellTrail(db, told, { kind: 'invitation-withdrawn', by: currentPerson(c).id, now: now() })
    })
    return backToTeam(c, 'retiree')
  })

  app.use('/invitations', signedIn(platform))
  app.use('/invitations/*', signedIn(platform))
  app.get('/invitations', async (c) => {
    const { id, email } = currentPerson(c)
    const asked = idOf(c.req.query('cantine'))
    // Whoever has just signed up is a member already: straight to the team.
    if (asked !== null && (await findRole(database, asked, id))) return c.redirect(`/cantines/${asked}/equipe?bienvenue`, 303)
    const invitations = await invitationsTo(database, email, now())
    return c.render(
      <MyInvitationsPage
        email={email}
        invitations={invitations}
        declined={c.req.query('declinee') !== undefined}
        asked={asked}
      />,
      { title: 'Mes invitations', robots: 'noindex' },
    )
  })
  app.post('/invitations/accepter', async (c) => {
    const form = await readForm(c)
    const canteenId = idOf(form.get('cantine'))
    if (form.has('cantine') && canteenId === null) return c.redirect('/invitations', 303)
    const joined = await acceptInvitations(platform, currentPerson(c), canteenId, urlOf(c))
    if (canteenId !== null) return c.redirect(`/invitations?cantine=${canteenId}`, 303)
    return c.redirect(joined.length > 0 ? MY_CANTEENS.href : '/invitations', 303)
  })
  app.post('/invitations/decliner', async (c) => {
    const canteenId = idOf((await readForm(c)).get('cantine'))
    if (canteenId !== null) await declineInvitation(platform, currentPerson(c), canteenId)
    return c.redirect('/invitations?declinee', 303)
  })
  return app
}
