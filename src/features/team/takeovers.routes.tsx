// Asking to run a canteen that nobody runs: addresses under `/cantines/:id/revendiquer`.
import type { Context } from 'hono'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm } from '../../platform/http/forms.ts'
import { currentPerson, isWithin, signedIn } from '../accounts/accounts.ts'
import { type Canteen, findCanteen, idOf } from '../canteens/canteens.ts'
import { administratorsOf } from './members.sql.ts'
import { GrantedPage, OpenTakeoverPage, TakeoverPage } from './takeover.page.tsx'
import { readProof } from './takeover-form.ts'
import { countOpenOf, lastTakeover, openTakeovers, type Takeover } from './takeovers.sql.ts'
import { askToRun, mayUndo, undoTakeover, withdrawTakeover } from './takeovers.ts'

type Ctx = Context<Env>
const PAGE = '/cantines/:id/revendiquer'
const DAY = 86_400_000
const BY_ONE_PERSON = { name: 'takeovers of a person', most: 20, minutes: 24 * 60 }
/** The people who may object get a mail each time. */
const ON_ONE_CANTEEN = { name: 'takeovers of a canteen by a person', most: 3, minutes: 24 * 60 }
const MOST_OPEN = 50
/** After a refusal, on the same canteen. */
const AGAIN_DAYS = 30

export function takeoverRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const robots = 'noindex' as const
  const asking = (c: Ctx, canteen: Canteen) => ({ canteen, by: currentPerson(c), url: publicUrl(config, c.req.url) })
  type Found = { canteen: Canteen; last: Takeover | null }

  /** The canteen and the last request of this person; or, where a team runs it, the way to that team. */
  const toRun = async (c: Ctx): Promise<Found | Response> => {
    const canteen = await findCanteen(database, idOf(c.req.param('id')) ?? 0)
    if (!canteen || canteen.archivedAt !== null) return c.notFound()
    const last = await lastTakeover(database, canteen.id, currentPerson(c).id)
    const isRun = (await administratorsOf(database, canteen.id)).length > 0
    if (isRun && !(await mayUndo(platform, last))) return c.redirect(`/cantines/${canteen.id}/rejoindre`, 303)
    return { canteen, last }
  }
  const page = async (c: Ctx, { canteen, last }: Found, values: FormValues, errors: FieldError[] = []) => {
    if (last?.state === 'granted' && (await mayUndo(platform, last)))
      return c.render(<GrantedPage canteen={canteen} takeover={last} />, { title: `Vous administrez ${canteen.name}`, robots })
    const open = await openTakeovers(database, canteen.id)
    if (last?.state === 'open')
      return c.render(<OpenTakeoverPage canteen={canteen} takeover={last} contested={open.length > 1} demo={config.demo} />, {
        title: 'Votre demande est en cours',
        robots,
      })
    return c.render(<TakeoverPage canteen={canteen} last={last} values={values} errors={errors} contested={open.length > 0} />, {
      title: `${errors.length > 0 ? 'À corriger : s’occuper' : 'S’occuper'} de ${canteen.name}`,
      robots,
    })
  }
  const back = (c: Ctx, { canteen }: Found) => c.redirect(`/cantines/${canteen.id}/revendiquer`, 303)

  app.use(PAGE, signedIn(platform))
  app.use(`${PAGE}/*`, signedIn(platform))
  app.get(PAGE, async (c) => {
    const found = await toRun(c)
    return found instanceof Response ? found : page(c, found, formValues([]))
  })
  app.post(PAGE, async (c) => {
    const found = await toRun(c)
    if (found instanceof Response) return found
    if (found.last?.state === 'open' || found.last?.state === 'granted') return back(c, found)
    const form = await readForm(c)
    const { proof, errors } = readProof(form)
    const refuse = (status: 422 | 429, wrong: FieldError[]) => {
      c.status(status)
      return page(c, found, form, wrong)
    }
    const { id } = currentPerson(c)
    const refusedAt = found.last?.state === 'opposed' ? (found.last.closedAt?.getTime() ?? 0) : 0
    if (now().getTime() - refusedAt < AGAIN_DAYS * DAY)
      errors.push({
        field: 'lien',
        message: `Votre demande vient d’être refusée. Du nouveau ? Écrivez-nous : ${config.contactEmail}`,
      })
    if (errors.length > 0) return refuse(422, errors)
    const isTooMuch =
      (await countOpenOf(database, id)) >= MOST_OPEN ||
      !(await isWithin(platform, BY_ONE_PERSON, id)) ||
      !(await isWithin(platform, ON_ONE_CANTEEN, `${id} ${found.canteen.id}`))
    if (isTooMuch)
      return refuse(429, [
        {
          field: 'lien',
          message: `Vous avez fait beaucoup de demandes. Pour un territoire entier, écrivez-nous : ${config.contactEmail}`,
        },
      ])
    await askToRun(platform, asking(c, found.canteen), proof)
    return back(c, found)
  })
  app.post(`${PAGE}/retirer`, async (c) => {
    const found = await toRun(c)
    if (found instanceof Response) return found
    if (found.last) await withdrawTakeover(platform, found.last)
    return back(c, found)
  })
  app.post(`${PAGE}/annuler`, async (c) => {
    const found = await toRun(c)
    if (found instanceof Response) return found
    if (found.last) await undoTakeover(platform, found.last, asking(c, found.canteen))
    return back(c, found)
  })
  return app
}
