// Changing kitchen, correcting dates, taking a period back. Addresses under `/cantines/:id/groupe`, for administrators of either side.
import { type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { actOf, backWith, type Ctx, groupAddress, settled, todayOf } from './act.ts'
import { correctPeriod, moveSatellite, removePeriod } from './alter.ts'
import { groupCandidates } from './candidates.sql.ts'
import { findPeriod, groupOn } from './delivered.sql.ts'
import { MovePage } from './move.page.tsx'
import { PeriodPage } from './period.page.tsx'
import { whoAdministers } from './periods.sql.ts'
import { firstUsefulDay, readDay } from './start.ts'

const PAGE = '/cantines/:id{[0-9]+}/groupe'
const PERIOD = `${PAGE}/periodes/:periode`
const MOST_GROUPS = 30

export function periodRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  const runs = mayOnCanteen(platform, 'administrator')
  const isSatellite = (c: Ctx) => currentCanteen(c).canteen.productionType === 'site_cooked_elsewhere'
  const toCorrect = (title: string, errors: readonly FieldError[]) => ({
    title: errors.length > 0 ? `À corriger : ${title}` : title,
    robots: 'noindex' as const,
  })

  const movePage = async (c: Ctx, form: FormValues, errors: readonly FieldError[]) => {
    const { canteen } = currentCanteen(c)
    const today = todayOf(platform)
    const words = form.get('q').slice(0, 100)
    const current = await groupOn(database, canteen.id, today)
    const found = await groupCandidates(database, currentPerson(c).id, words, today, MOST_GROUPS)
    return c.render(
      <MovePage
        {...{ canteen, today, current, words, errors }}
        candidates={found.filter(({ id }) => id !== current?.groupId)}
        chosen={form.get('groupe')}
        date={form.get('date') || (current ? '' : firstUsefulDay(now()))}
      />,
      toCorrect(current ? 'Changer de cuisine' : 'Rejoindre un groupe', errors),
    )
  }
  app.get(`${PAGE}/changer`, runs, (c) => (isSatellite(c) ? movePage(c, readQuery(c), []) : c.notFound()))
  app.post(`${PAGE}/changer`, runs, async (c) => {
    if (!isSatellite(c)) return c.notFound()
    const form = await readForm(c)
    const refuse = (errors: readonly FieldError[]) => {
      c.status(422)
      return movePage(c, form, errors)
    }
    const groupId = idOf(form.get('groupe'))
    const { day, error } = readDay(form.get('date'))
    const errors: FieldError[] = []
    if (groupId === null) errors.push({ field: 'groupe', message: 'Choisissez un groupe.' })
    if (error !== undefined) errors.push({ field: 'date', message: error })
    if (groupId === null || day === undefined) return refuse(errors)
    const act = actOf(platform, c)
    const { canteen } = currentCanteen(c)
    const { refused, end } = await settled(platform, (db) => moveSatellite(db, canteen.id, groupId, day, act))
    if (refused !== undefined) return refuse([{ field: 'date', message: refused }])
    return backWith(c, { fait: end === 'asked' ? 'demande' : end === 'done' ? 'change' : 'inchange', geste: act.deed })
  })

  /** The period of the address, when this canteen is one of its two sides. */
  const periodOf = async (c: Ctx) => {
    const id = idOf(c.req.param('periode'))
    const period = id === null ? null : await findPeriod(database, id)
    const here = currentCanteen(c).canteen.id
    return period && (period.groupId === here || period.satelliteId === here) ? period : null
  }
  type Period = NonNullable<Awaited<ReturnType<typeof periodOf>>>

  const periodPage = async (c: Ctx, period: Period, form: FormValues, errors: readonly FieldError[]) => {
    const { canteen } = currentCanteen(c)
    const { mine } = await whoAdministers(database, [period.groupId, period.satelliteId], currentPerson(c).id)
    return c.render(
      <PeriodPage
        {...{ canteen, period, errors }}
        action={`${groupAddress(c)}/periodes/${c.req.param('periode')}`}
        today={todayOf(platform)}
        both={mine.size === 2}
        from={form.get('du')}
        to={form.get('au')}
      />,
      toCorrect('Dates dans le groupe', errors),
    )
  }
  app.get(PERIOD, runs, async (c) => {
    const period = await periodOf(c)
    if (!period) return backWith(c, {})
    return periodPage(
      c,
      period,
      formValues([
        ['du', period.from],
        ['au', period.to ?? ''],
      ]),
      [],
    )
  })
  app.post(PERIOD, runs, async (c) => {
    const period = await periodOf(c)
    if (!period) return backWith(c, { fait: 'perime' })
    const form = await readForm(c)
    const refuse = (errors: readonly FieldError[]) => {
      c.status(422)
      return periodPage(c, period, form, errors)
    }
    const from = readDay(form.get('du'))
    const to = form.get('au') === '' ? { day: null } : readDay(form.get('au'))
    const errors: FieldError[] = []
    if (from.error !== undefined) errors.push({ field: 'du', message: from.error })
    if ('error' in to && to.error !== undefined) errors.push({ field: 'au', message: to.error })
    if (from.day && to.day && to.day < from.day)
      errors.push({
        field: 'au',
        message: 'Le dernier jour ne peut pas précéder le premier. Pour une erreur, retirez plutôt la période.',
      })
    if (errors.length > 0 || from.day === undefined || to.day === undefined) return refuse(errors)
    const act = actOf(platform, c)
    const dates = { from: from.day, to: to.day }
    const { refused, end } = await settled(platform, (db) => correctPeriod(db, period.satelliteId, period, dates, act))
    if (refused !== undefined) return refuse([{ field: 'du', message: refused }])
    return backWith(c, { fait: end === 'asked' ? 'demande' : end === 'done' ? 'dates' : 'inchange', geste: act.deed })
  })
  app.post(`${PERIOD}/retirer`, runs, async (c) => {
    const period = await periodOf(c)
    if (!period) return backWith(c, { fait: 'inchange' })
    const act = actOf(platform, c)
    const { refused } = await settled(platform, (db) => removePeriod(db, period.satelliteId, period, act))
    if (refused === undefined) return backWith(c, { fait: 'retire', geste: act.deed })
    c.status(422)
    return periodPage(
      c,
      period,
      formValues([
        ['du', period.from],
        ['au', period.to ?? ''],
      ]),
      [{ field: 'du', message: refused }],
    )
  })
  return app
}
