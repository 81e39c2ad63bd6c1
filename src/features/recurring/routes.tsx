// Purchases that come back: repeating one, deciding of the days that wait, changing, pausing, ending.
import type { Context } from 'hono'
import { dayInParis, shortDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, readQuery, replacing } from '../../platform/http/forms.ts'
import './above-book.tsx'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen, roleAllows } from '../canteens/canteens.ts'
import { findPurchase, newRemovalId, type Purchase } from '../purchases/purchases.ts'
import { ChangePage, RepeatPage } from './form.page.tsx'
import { END_FIELD, modelFields, modelOf, readDecisions, readEnd, readModel, readRhythm } from './forms.ts'
import { RecurringPage, Turn, type TurnPath } from './recurring.page.tsx'
import { countUnderWay, findRecurring, type KeptRecurring, listRecurring } from './recurring.sql.ts'
import {
  changeRecurring,
  decide,
  MOST_RECURRING,
  proposedDays,
  repeatPurchase,
  type TurnTo,
  takeBack,
  turn,
} from './recurring.ts'
import { addressOf, countWords } from './words.ts'
import './trail.ts'

type Ctx = Context<Env>
const ROOT = '/cantines/:id{[0-9]+}/achats/recurrents'
const ONE = `${ROOT}/:recurrent{[0-9]+}`
/** Decided at once: more would be a long form. */
const MOST_SHOWN = 40
const MOST_LISTED = 300
const FULL = `${MOST_RECURRING} achats reviennent déjà : arrêtez-en un d’abord`
const TURNS: Readonly<Record<TurnPath, TurnTo>> = {
  pause: 'paused',
  arreter: 'ended',
  reprendre: 'resumed',
  'annuler-arret': 'restored',
}

export function recurringRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  const today = () => dayInParis(now())
  const deed = (c: Ctx) => ({ by: currentPerson(c).id, now: now() })

  const list = async (c: Ctx, tried: { values?: FormValues; errors?: readonly FieldError[] } = {}) => {
    const { canteen, role } = currentCanteen(c)
    const recurring = await listRecurring(database, canteen.id, MOST_LISTED)
    const waiting = await proposedDays(database, recurring, today())
    const { values = null, errors = [] } = tried
    return c.render(
      <RecurringPage
        canteen={canteen}
        recurring={recurring}
        waiting={waiting.slice(0, MOST_SHOWN)}
        waitingCount={waiting.length}
        today={today()}
        values={values}
        errors={errors}
        mayWrite={roleAllows(role, 'entry') && canteen.archivedAt === null}
        notice={await noticeFor(c)}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Achats récurrents de ${canteen.name}`, robots: 'noindex' },
    )
  }
  app.get(ROOT, mayOnCanteen(platform, 'reader'), (c) => list(c))

  app.post(`${ROOT}/confirmer`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c)
    const waiting = await proposedDays(database, await listRecurring(database, canteen.id, MOST_LISTED), today())
    const { decisions, errors } = readDecisions(form, waiting, today())
    if (errors.length > 0) {
      c.status(422)
      return list(c, { values: form, errors })
    }
    const batchId = newRemovalId(platform)
    const { added, skipped } = await database.transaction((db) => decide(db, canteen.id, decisions, batchId, deed(c)))
    return c.redirect(addressOf(canteen.id, `?enregistres=${added}&passes=${skipped}&lot=${batchId}`), 303)
  })

  app.post(`${ROOT}/annuler`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const batchId = (await readForm(c)).get('lot')
    const count = UUID.test(batchId)
      ? await database.transaction((db) => takeBack(db, canteen.id, batchId, newRemovalId(platform), deed(c)))
      : 0
    return c.redirect(addressOf(canteen.id, `?annules=${count}`), 303)
  })

  type Tried = { values: FormValues; errors?: readonly FieldError[]; formKey?: string; full?: string }
  const repeatPage = (c: Ctx, purchase: Purchase, { values, errors = [], formKey, full }: Tried) =>
    c.render(
      <RepeatPage
        canteen={currentCanteen(c).canteen}
        purchase={purchase}
        values={values}
        errors={errors}
        today={today()}
        formKey={formKey || Buffer.from(platform.randomBytes(12)).toString('base64url')}
        full={full ?? null}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Répéter cet achat`, robots: 'noindex' },
    )
  /** What a credit note gives back does not come back. */
  const purchaseOf = async (c: Ctx, id: string | undefined) => {
    const purchase = await findPurchase(database, currentCanteen(c).canteen.id, idOf(id) ?? 0)
    return purchase?.credit ? null : purchase
  }

  app.get(`${ROOT}/ajouter`, mayOnCanteen(platform, 'entry'), async (c) => {
    const purchase = await purchaseOf(c, c.req.query('achat'))
    return purchase ? repeatPage(c, purchase, { values: formValues([]) }) : c.notFound()
  })

  app.post(`${ROOT}/ajouter`, mayOnCanteen(platform, 'entry'), async (c) => {
    const form = await readForm(c)
    const purchase = await purchaseOf(c, form.get('achat'))
    if (!purchase) return c.notFound()
    const { every, errors: wrongRhythm } = readRhythm(form)
    const { endsOn, errors: wrongEnd } = readEnd(form, today())
    const errors = [...wrongRhythm, ...wrongEnd]
    const tooMany = (await countUnderWay(database, purchase.canteenId)) >= MOST_RECURRING
    if (errors.length > 0 || tooMany) {
      c.status(422)
      const full = tooMany ? { full: FULL } : {}
      return repeatPage(c, purchase, { values: form, errors, formKey: form.get('cle'), ...full })
    }
    const made = { canteenId: purchase.canteenId, key: `${purchase.canteenId}:${form.get('cle').slice(0, 40) || purchase.id}` }
    const schedule = { every, startsOn: purchase.date, endsOn, model: modelOf(purchase), purchaseId: purchase.id }
    await database.transaction((db) => repeatPurchase(db, { ...made, ...schedule }, deed(c)))
    return c.redirect(addressOf(purchase.canteenId, '?repete'), 303)
  })

  const recurringOf = (c: Ctx) => findRecurring(database, currentCanteen(c).canteen.id, idOf(c.req.param('recurrent')) ?? 0)
  const changePage = (
    c: Ctx,
    recurring: KeptRecurring,
    values: FormValues,
    {
      version = recurring.version,
      errors = [],
      isStale = false,
    }: { version?: number; errors?: FieldError[]; isStale?: boolean } = {},
  ) =>
    c.render(
      <ChangePage
        canteen={currentCanteen(c).canteen}
        recurring={recurring}
        version={version}
        values={values}
        errors={errors}
        isStale={isStale}
        today={today()}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Modifier l’achat récurrent`, robots: 'noindex' },
    )

  app.get(`${ONE}/modifier`, mayOnCanteen(platform, 'entry'), async (c) => {
    const recurring = await recurringOf(c)
    if (!recurring) return c.notFound()
    const end: [string, string] = [END_FIELD, shortDay(recurring.endsOn)]
    return changePage(c, recurring, replacing(modelFields(recurring.model, today()), [end]))
  })

  app.post(`${ONE}/modifier`, mayOnCanteen(platform, 'entry'), async (c) => {
    const recurring = await recurringOf(c)
    if (!recurring) return c.notFound()
    const form = await readForm(c)
    const version = Number(form.get('version')) || 0
    const { model, errors: wrongModel } = readModel(form, recurring.model, today())
    const { endsOn, errors: wrongEnd } = readEnd(form, today())
    const errors = [...wrongModel, ...wrongEnd]
    if (errors.length > 0) {
      c.status(422)
      return changePage(c, recurring, form, { version, errors })
    }
    const read = { ...recurring, version }
    if (!(await database.transaction((db) => changeRecurring(db, read, { model, endsOn }, deed(c))))) {
      c.status(409)
      return changePage(c, recurring, form, { isStale: true })
    }
    return c.redirect(addressOf(recurring.canteenId, '?modifie'), 303)
  })

  for (const [path, to] of Object.entries(TURNS))
    app.post(`${ONE}/${path}`, mayOnCanteen(platform, 'entry'), async (c) => {
      const recurring = await recurringOf(c)
      if (!recurring) return c.notFound()
      const turned = await database.transaction((db) => turn(db, recurring, to, deed(c)))
      const said = turned === 'full' ? '?plein' : `?fait=${path}&lequel=${recurring.id}`
      return c.redirect(addressOf(recurring.canteenId, said), 303)
    })

  /** What has just been done, with the way to take it back. */
  async function noticeFor(c: Ctx) {
    const query = readQuery(c)
    const { canteen } = currentCanteen(c)
    if (query.has('repete')) return <Notice title="Cet achat reviendra ici, à confirmer à chaque échéance" kind="success" />
    if (query.has('modifie')) return <Notice title="L’achat récurrent est modifié" kind="success" />
    if (query.has('annules')) return <Notice title={`${countWords(Number(query.get('annules')) || 0)} de nouveau à confirmer`} />
    if (query.has('plein')) return <Notice title={FULL} kind="warning" />
    if (query.get('fait') === 'annuler-arret') return <Notice title="L’arrêt est annulé : rien n’a changé" kind="success" />
    if (query.get('fait') === 'reprendre') return <Notice title="L’achat récurrent reprend" kind="success" />
    if (query.get('fait') === 'pause') return <Notice title="L’achat récurrent est en pause" kind="success" />
    if (query.get('fait') === 'arreter') {
      const one = await findRecurring(database, canteen.id, idOf(query.get('lequel')) ?? 0)
      return (
        <Notice title="L’achat récurrent est arrêté" kind="success">
          {one ? <Turn canteen={canteen} one={one} to="annuler-arret" label="Annuler l’arrêt" /> : null}
        </Notice>
      )
    }
    const [added, skipped] = [Number(query.get('enregistres')) || 0, Number(query.get('passes')) || 0]
    if (!query.has('enregistres')) return null
    if (added + skipped === 0) return <Notice title="Rien n’est changé : ces achats attendent toujours" />
    return (
      <Notice title={decidedWords(added, skipped)} kind="success">
        <form method="post" action={addressOf(canteen.id, '/annuler')}>
          <input type="hidden" name="lot" value={query.get('lot')} />
          <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
            Annuler
          </button>
        </form>
      </Notice>
    )
  }
  return app
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const plural = (count: number, word: string) => `${count} ${word}${count > 1 ? 's' : ''}`
const decidedWords = (added: number, skipped: number) =>
  [
    added > 0 ? `${plural(added, 'achat')} ${added > 1 ? 'enregistrés' : 'enregistré'} dans le cahier` : '',
    skipped > 0 ? `${plural(skipped, 'échéance')} ${skipped > 1 ? 'passées' : 'passée'}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')
