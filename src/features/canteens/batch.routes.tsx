// Changing several of my canteens at once.
import type { Context } from 'hono'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { idOf } from './access.ts'
import { BatchPage, BatchPlanPage } from './batch.page.tsx'
import { BATCH_FIELDS, doBatch, planBatch, readDeed, undoBatch } from './batch.ts'
import { criteriaFields, readCriteria } from './criteria.ts'
import { allOfMine, type MyCanteen, someOfMine } from './list.sql.ts'

type Ctx = Context<Env>
/** Far above what anyone runs. */
const MOST = 10_000

export function batchRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  const chosen = (c: Ctx, form: FormValues): Promise<readonly MyCanteen[]> => {
    const personId = currentPerson(c).id
    if (form.has('tout')) return allOfMine(database, personId, readCriteria(form), MOST).then((all) => all.filter(isLiving))
    return someOfMine(
      database,
      personId,
      form.all('cantine').flatMap((id) => idOf(id) ?? []),
    )
  }
  /** Which canteens, carried from screen to screen. */
  const whichOf = (form: FormValues): [string, string][] =>
    form.has('tout')
      ? [['tout', 'oui'], ...criteriaFields({ ...readCriteria(form), page: 1 })]
      : form.all('cantine').map((id): [string, string] => ['cantine', id])

  const ask = (c: Ctx, form: FormValues, count: number, errors: readonly FieldError[] = []) => {
    if (errors.length > 0) c.status(422)
    return c.render(<BatchPage count={count} carried={whichOf(form)} values={form} errors={errors} />, {
      title: `${errors.length > 0 ? 'À corriger : ' : ''}Changer plusieurs cantines`,
      robots: 'noindex',
    })
  }

  app.use('/mes-cantines/modifier', signedIn(platform))
  app.get('/mes-cantines/modifier', async (c) => {
    const form = readQuery(c)
    const canteens = await chosen(c, form)
    if (canteens.length === 0) return c.redirect('/mes-cantines?coche', 303)
    if (form.get('etape') !== 'voir') return ask(c, form, canteens.length)
    const { deed, error } = readDeed(form)
    if (error) return ask(c, form, canteens.length, [error])
    if (deed === null)
      return ask(c, form, canteens.length, [{ field: 'champ', message: 'Choisissez ce que vous voulez changer.' }])
    const what: [string, string][] = ['champ', ...BATCH_FIELDS.map(({ value }) => value)]
      .filter((name) => form.get(name) !== '')
      .map((name) => [name, form.get(name)])
    const carried = [...whichOf(form), ...what]
    const plan = await planBatch(database, canteens, deed, now())
    const back = `/mes-cantines/modifier?${new URLSearchParams(whichOf(form))}`
    return c.render(<BatchPlanPage plan={plan} carried={carried} back={back} isArchive={deed.kind === 'archive'} />, {
      title: 'Ce qui va changer',
      robots: 'noindex',
    })
  })

  app.post('/mes-cantines/modifier', async (c) => {
    const form = await readForm(c)
    const { deed } = readDeed(form)
    const canteens = await chosen(c, form)
    if (deed === null || canteens.length === 0) return c.redirect('/mes-cantines', 303)
    const who = { by: currentPerson(c).id, now: now() }
    const { batchId } = await database.transaction((db) => doBatch(db, canteens, deed, who))
    return c.redirect(batchId === null ? '/mes-cantines?rien' : `/mes-cantines?lot=${batchId}`, 303)
  })

  app.post('/mes-cantines/lots/:lot/annuler', signedIn(platform), async (c) => {
    const lot = idOf(c.req.param('lot'))
    const who = { by: currentPerson(c).id, now: now() }
    const done = lot === null ? null : await database.transaction((db) => undoBatch(db, lot, who))
    return c.redirect(done === null ? '/mes-cantines?rien' : `/mes-cantines?annules=${done.undone}&gardes=${done.kept}`, 303)
  })
  return app
}

const isLiving = ({ archivedAt }: MyCanteen) => archivedAt === null
