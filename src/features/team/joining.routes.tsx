// Joining a team that exists: the page of whoever asks, and the answers of its administrators.
import type { Context } from 'hono'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, readForm } from '../../platform/http/forms.ts'
import { currentPerson, isWithin, signedIn } from '../accounts/accounts.ts'
import { type Canteen, currentCanteen, findCanteen, findRole, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { invitationsTo } from './invitations.sql.ts'
import { JoinPage, WaitingPage } from './join.page.tsx'
import { findRequest, type JoinRequest, lastRequest } from './joining.sql.ts'
import { acceptRequest, askToJoin, declineRequest, LONGEST_MESSAGE, withdrawRequest } from './joining.ts'
import { administratorsOf } from './members.sql.ts'
import { fullName } from './people.ts'
import { RequestPage } from './request.page.tsx'
import { readRole } from './roles.ts'

type Ctx = Context<Env>
const JOIN = '/cantines/:id/rejoindre'
const REQUEST = '/cantines/:id/equipe/demandes/:demande'
const BY_ONE_PERSON = { name: 'join requests of a person', most: 20, minutes: 24 * 60 }

export function joiningRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const robots = 'noindex' as const
  const act = (c: Ctx, canteen: Canteen) => ({ canteen, by: currentPerson(c), url: publicUrl(config, c.req.url) })

  /** The canteen that one may ask to join, or the way that suits better: its team, an invitation, running it. */
  const toJoin = async (c: Ctx): Promise<Canteen | Response> => {
    const canteen = await findCanteen(database, idOf(c.req.param('id')) ?? 0)
    if (!canteen || canteen.archivedAt !== null) return c.notFound()
    const { id, email } = currentPerson(c)
    if ((await administratorsOf(database, canteen.id)).length === 0) return c.redirect(`/cantines/${canteen.id}/revendiquer`, 303)
    if (await findRole(database, canteen.id, id)) return c.redirect(`/cantines/${canteen.id}/equipe`, 303)
    const invited = (await invitationsTo(database, email, now())).some(({ canteenId }) => canteenId === canteen.id)
    return invited ? c.redirect(`/invitations?cantine=${canteen.id}`, 303) : canteen
  }
  const joinPage = async (c: Ctx, canteen: Canteen, message = '', errors: FieldError[] = []) => {
    const last = await lastRequest(database, canteen.id, currentPerson(c).id)
    if (last && last.answer === null)
      return c.render(<WaitingPage canteen={canteen} request={last} contact={config.contactEmail} />, {
        title: 'Votre demande est en attente',
        robots,
      })
    return c.render(<JoinPage canteen={canteen} message={message} errors={errors} last={last} email={currentPerson(c).email} />, {
      title: errors.length > 0 ? 'À corriger : rejoindre l’équipe' : `Rejoindre l’équipe de ${canteen.name}`,
      robots,
    })
  }
  app.use(JOIN, signedIn(platform))
  app.use(`${JOIN}/*`, signedIn(platform))
  app.get(JOIN, async (c) => {
    const found = await toJoin(c)
    return found instanceof Response ? found : joinPage(c, found)
  })
  app.post(JOIN, async (c) => {
    const found = await toJoin(c)
    if (found instanceof Response) return found
    const message = (await readForm(c)).get('message')
    const refuse = (status: 422 | 429, why: string) => {
      c.status(status)
      return joinPage(c, found, message, [{ field: 'message', message: why }])
    }
    if (message === '') return refuse(422, 'Écrivez un mot : l’équipe doit pouvoir vous reconnaître.')
    if (message.length > LONGEST_MESSAGE) return refuse(422, `Votre message est trop long : ${LONGEST_MESSAGE} signes au plus.`)
    if (!(await isWithin(platform, BY_ONE_PERSON, currentPerson(c).id)))
      return refuse(429, 'Vous avez envoyé beaucoup de demandes aujourd’hui : réessayez demain.')
    await askToJoin(platform, act(c, found), message)
    return c.redirect(`/cantines/${found.id}/rejoindre`, 303)
  })
  app.post(`${JOIN}/retirer`, async (c) => {
    const found = await toJoin(c)
    if (found instanceof Response) return found
    const last = await lastRequest(database, found.id, currentPerson(c).id)
    if (last) await withdrawRequest(platform, act(c, found), last.id)
    return c.redirect(`/cantines/${found.id}/rejoindre`, 303)
  })

  const runs = mayOnCanteen(platform, 'administrator')
  const backToTeam = (c: Ctx, said: string) => c.redirect(`/cantines/${currentCanteen(c).canteen.id}/equipe?${said}`, 303)
  const requestOf = (c: Ctx) => findRequest(database, currentCanteen(c).canteen.id, idOf(c.req.param('demande')) ?? 0)
  const requestPage = (c: Ctx, request: JoinRequest, typed: { role: string; word: string }, errors: FieldError[] = []) =>
    c.render(<RequestPage canteen={currentCanteen(c).canteen} request={request} {...typed} errors={errors} />, {
      title: `${errors.length > 0 ? 'À corriger : la' : 'La'} demande de ${fullName(request)}`,
      robots,
    })
  app.get(REQUEST, runs, async (c) => {
    const request = await requestOf(c)
    return request ? requestPage(c, request, { role: 'entry', word: '' }) : backToTeam(c, 'repondue')
  })
  app.post(`${REQUEST}/accepter`, runs, async (c) => {
    const request = await requestOf(c)
    if (!request) return backToTeam(c, 'repondue')
    const typed = (await readForm(c)).get('role')
    const role = readRole(typed)
    if (role === null) {
      c.status(422)
      return requestPage(c, request, { role: typed, word: '' }, [{ field: 'role', message: 'Choisissez un rôle.' }])
    }
    await acceptRequest(platform, act(c, currentCanteen(c).canteen), request, role)
    return backToTeam(c, 'accueil')
  })
  app.post(`${REQUEST}/decliner`, runs, async (c) => {
    const request = await requestOf(c)
    if (!request) return backToTeam(c, 'repondue')
    const word = (await readForm(c)).get('mot')
    if (word.length > LONGEST_MESSAGE) {
      c.status(422)
      const errors = [{ field: 'mot', message: `Ce mot est trop long : ${LONGEST_MESSAGE} signes au plus.` }]
      return requestPage(c, request, { role: 'entry', word }, errors)
    }
    await declineRequest(platform, act(c, currentCanteen(c).canteen), request, word)
    return backToTeam(c, 'declinee')
  })
  return app
}
