// Putting restaurants in a group: registered ones, or new ones. Addresses under `/cantines/:id/groupe`, for administrators of the group.
import { type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { createCanteens, currentCanteen, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { actOf, backWith, type Ctx, drawn, todayOf } from './act.ts'
import { AddPage } from './add.page.tsx'
import { MOST_COUNTED, pageOfSatelliteCandidates } from './candidates.sql.ts'
import { CreatePage } from './create.page.tsx'
import { carryOut, type LinkPlan, planLinks, type Wish } from './link.ts'
import { FIRST_LINES, lineCount, MORE_LINES, MOST_LINES, readNewSatellites } from './new-satellites.ts'
import { deedIsDone, waitForDeed } from './periods.sql.ts'
import { firstUsefulDay, readDay } from './start.ts'

const PAGE = '/cantines/:id{[0-9]+}/groupe'
const PER_PAGE = 30
const LONGEST_WORDS = 100

export function addRoutes(platform: Platform) {
  const app = router()
  const { database, now, config } = platform
  const runs = mayOnCanteen(platform, 'administrator')
  const isGroup = (c: Ctx) => currentCanteen(c).canteen.productionType === 'groupe'
  const titled = (title: string, errors: readonly FieldError[]) => ({
    title: errors.length > 0 ? `À corriger : ${title.toLowerCase()}` : title,
    robots: 'noindex' as const,
  })

  const addPage = async (c: Ctx, form: FormValues, errors: readonly FieldError[]) => {
    const { canteen } = currentCanteen(c)
    const page = Math.min(1000, Math.max(1, Math.floor(Number(form.get('page'))) || 1))
    const words = form.get('q').slice(0, LONGEST_WORDS)
    const wish = { groupId: canteen.id, personId: currentPerson(c).id, today: todayOf(platform), words, page }
    const { candidates, total } = await pageOfSatelliteCandidates(database, wish, PER_PAGE)
    return c.render(
      <AddPage
        {...{ canteen, words, candidates, total, page, errors }}
        pages={Math.max(1, Math.ceil(Math.min(total, MOST_COUNTED) / PER_PAGE))}
        chosen={form.all('satellite')}
        date={form.get('date') || firstUsefulDay(now())}
      />,
      titled('Rattacher des restaurants', errors),
    )
  }
  app.get(`${PAGE}/ajouter`, runs, (c) => (isGroup(c) ? addPage(c, readQuery(c), []) : c.notFound()))
  app.post(`${PAGE}/ajouter`, runs, async (c) => {
    if (!isGroup(c)) return c.notFound()
    const form = await readForm(c)
    const refuse = (errors: readonly FieldError[]) => {
      c.status(422)
      return addPage(c, form, errors)
    }
    const ids = [...new Set(form.all('satellite').map(idOf))].filter((id) => id !== null).slice(0, PER_PAGE)
    const { day, error } = readDay(form.get('date'))
    const errors: FieldError[] = []
    if (ids.length === 0) errors.push({ field: 'satellite', message: 'Cochez au moins un restaurant.' })
    if (error !== undefined) errors.push({ field: 'date', message: error })
    if (errors.length > 0 || day === undefined) return refuse(errors)
    const wishes = ids.map((satelliteId): Wish => ({ satelliteId, groupId: currentCanteen(c).canteen.id, from: day, to: null }))
    const act = actOf(platform, c)
    const plan = await database.transaction(async (db) => {
      const found = await planLinks(db, wishes, act)
      if (found.refused.size === 0) await carryOut(db, found, wishes, { ...act, staff: config.staffEmails })
      return found
    })
    if (plan.refused.size > 0) return refuse([...plan.refused.values()].map((message) => ({ field: 'satellite', message })))
    return backWith(c, { ...countsOf(plan), geste: act.deed })
  })

  const createPage = (c: Ctx, form: FormValues | null, lines: number, errors: readonly FieldError[]) =>
    c.render(
      <CreatePage
        canteen={currentCanteen(c).canteen}
        form={form}
        lines={lines}
        formKey={form?.get('cle') || drawn(platform)}
        date={form?.get('date') || firstUsefulDay(now())}
        errors={errors}
      />,
      titled('Créer des restaurants', errors),
    )
  app.get(`${PAGE}/creer`, runs, (c) => (isGroup(c) ? createPage(c, null, FIRST_LINES, []) : c.notFound()))
  app.post(`${PAGE}/creer`, runs, async (c) => {
    if (!isGroup(c)) return c.notFound()
    const form = await readForm(c)
    const lines = lineCount(form)
    if (form.get('geste') === 'lignes') return createPage(c, form, Math.min(MOST_LINES, lines + MORE_LINES), [])
    const { canteen } = currentCanteen(c)
    const deed = /^[\w-]{20,40}$/.test(form.get('cle')) ? form.get('cle') : drawn(platform)
    const act = actOf(platform, c, deed)
    const { day, error } = readDay(form.get('date'))
    const answer = await database.transaction(async (db) => {
      // Sent twice, at the same time or not: the second one finds the work of the first.
      await waitForDeed(db, deed)
      if (await deedIsDone(db, deed)) return []
      const { records, errors } = await readNewSatellites(db, form, canteen)
      if (error !== undefined) errors.unshift({ field: 'date', message: error })
      if (errors.length > 0 || day === undefined) return errors
      const ids = await createCanteens(db, records, { source: 'page', by: act.by, now: act.now })
      const wishes = ids.map((satelliteId): Wish => ({ satelliteId, groupId: canteen.id, from: day, to: null }))
      const plan = await planLinks(db, wishes, act)
      await carryOut(db, plan, wishes, { ...act, staff: [] })
      return []
    })
    if (answer.length === 0) return backWith(c, { fait: 'crees' })
    c.status(422)
    return createPage(c, form, lines, answer)
  })
  return app
}

const countsOf = ({ linked, unclaimed, requested }: LinkPlan) => ({
  fait: 'rattaches',
  rattaches: String(linked.length + unclaimed.length),
  demandes: String(requested.length),
  libres: String(unclaimed.length),
})
