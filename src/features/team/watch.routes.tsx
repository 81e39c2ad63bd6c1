// The staff watches over takeovers. For others these addresses do not exist; visitors may be of the staff and sign in first.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, readForm } from '../../platform/http/forms.ts'
import { currentPerson, isStaff, signedIn } from '../accounts/accounts.ts'
import { idOf } from '../canteens/canteens.ts'
import { type Watched, watchedOne, watchedOpen, watchedSettled } from './takeovers.sql.ts'
import { grantTakeover, opposeTakeover } from './takeovers.ts'
import { DecidePage, LONGEST_REASON, WATCH, WatchPage } from './watch.page.tsx'

type Ctx = Context<Env>
const ONE = `${WATCH.href}/:revendication`
const MOST = 100
const MONTH = 30 * 86_400_000

export function watchRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const robots = 'noindex' as const
  for (const path of [WATCH.href, `${WATCH.href}/*`])
    app.use(path, signedIn(platform), (c, next) => {
      if (!isStaff(platform, currentPerson(c))) throw new HTTPException(404)
      return next()
    })

  app.get(WATCH.href, async (c) => {
    const said = (['accordee', 'refusee'] as const).find((one) => c.req.query(one) !== undefined) ?? null
    const [open, settled] = [
      await watchedOpen(database, MOST),
      await watchedSettled(database, new Date(now().getTime() - MONTH), MOST),
    ]
    return c.render(<WatchPage open={open} settled={settled} said={said} />, { title: WATCH.label, robots })
  })

  const back = (c: Ctx, said = '') => c.redirect(WATCH.href + said, 303)
  const takeoverOf = (c: Ctx) => watchedOne(database, idOf(c.req.param('revendication')) ?? 0)
  const decide = (c: Ctx, takeover: Watched, reason = '', errors: FieldError[] = []) =>
    c.render(<DecidePage takeover={takeover} reason={reason} errors={errors} />, {
      title: `${errors.length > 0 ? 'À corriger : ' : ''}${takeover.name}`,
      robots,
    })
  const deciding = (c: Ctx) => ({ by: currentPerson(c), url: publicUrl(config, c.req.url) })

  app.get(ONE, async (c) => {
    const takeover = await takeoverOf(c)
    return takeover ? decide(c, takeover) : back(c)
  })
  app.post(`${ONE}/accorder`, async (c) => {
    const takeover = await takeoverOf(c)
    if (!takeover) return back(c)
    await grantTakeover(platform, takeover, deciding(c))
    return back(c, '?accordee')
  })
  app.post(`${ONE}/refuser`, async (c) => {
    const takeover = await takeoverOf(c)
    if (!takeover) return back(c)
    const reason = (await readForm(c)).get('raison')
    const wrong =
      reason === ''
        ? 'Dites pourquoi : la personne le lira.'
        : reason.length > LONGEST_REASON
          ? `${LONGEST_REASON} signes au plus.`
          : null
    if (wrong !== null) {
      c.status(422)
      return decide(c, takeover, reason, [{ field: 'raison', message: wrong }])
    }
    await opposeTakeover(platform, takeover, deciding(c), reason)
    return back(c, '?refusee')
  })
  return app
}
