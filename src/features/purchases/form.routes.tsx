// Adding, copying and changing one purchase.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { countingOf } from '../../law/purchase.ts'
import { dayInParis, shortDay } from '../../platform/html/dates.ts'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm, replacing } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { ADDED, addedNotice, GONE, GoneMeanwhile } from './added-notice.tsx'
import { type AttachedFile, filesOf } from './attached-file.sql.ts'
import { attachFile, LARGEST_FORM } from './attached-file.ts'
import { chosenFile, FILE_FIELD, KEPT_FIELD, knownFile } from './attached-file-form.tsx'
import { PurchaseFormPage } from './form.page.tsx'
import { writtenBefore } from './history.sql.ts'
import { learnFrom } from './learn.ts'
import { type Proposal, proposalsFor } from './propose.ts'
import { findByCreationKey, findPurchase } from './purchase.sql.ts'
import { FIELD, purchaseFields, readPurchase, type TypedPurchase } from './purchase-form.ts'
import { addPurchases, changePurchase } from './purchases.ts'

type Ctx = Context<Env>
const ROOT = '/cantines/:id{[0-9]+}/achats'
const KEY = 'cle'
/** The form was filled with what we proposed: what is left out of it was left out on purpose. */
const PROPOSED = 'propose'
const MOST_PROPOSED = 150
const TOO_HEAVY =
  'Ce fichier dépasse 10 Mo et n’a pas été lu. Revenez en arrière pour retrouver votre saisie, puis choisissez-en un plus léger.'

export function formRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  const today = () => dayInParis(now())
  const newKey = () => Buffer.from(platform.randomBytes(12)).toString('base64url')

  type Tried = {
    file?: AttachedFile | null
    errors?: readonly FieldError[]
    proposal?: Proposal | null
    isStale?: boolean
    notice?: unknown
  }
  type Shown = { title: string; path: string; hidden: [string, string][]; isNew: boolean; counting?: string; repeat?: string }
  const page = async (
    c: Ctx,
    shown: Shown,
    values: FormValues,
    { file = null, errors = [], proposal = null, isStale = false, notice = null }: Tried = {},
  ) => {
    const { canteen } = currentCanteen(c)
    const before = await writtenBefore(database, canteen.id, MOST_PROPOSED)
    return c.render(
      <PurchaseFormPage
        canteen={canteen}
        title={shown.title}
        action={`/cantines/${canteen.id}/achats${shown.path}`}
        values={values}
        errors={errors}
        proposal={proposal}
        isStale={isStale}
        notice={notice}
        before={before}
        hidden={proposal ? [...shown.hidden, [PROPOSED, 'oui']] : shown.hidden}
        counting={shown.counting ?? null}
        file={file}
        isNew={shown.isNew}
        repeat={shown.repeat ?? null}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : proposal ? 'À vérifier : ' : ''}${shown.title}`, robots: 'noindex' },
    )
  }
  // What is typed survives a file that is too heavy, within reason: a body beyond that is not read.
  const bounded = (shown: (c: Ctx) => Shown) =>
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: (c) => {
        c.status(413)
        return page(c, shown(c), formValues([]), { errors: [{ field: FILE_FIELD, message: TOO_HEAVY }] }) as Promise<Response>
      },
    })
  const adding = (key: string): Shown => ({ title: 'Ajouter un achat', path: '/ajouter', hidden: [[KEY, key]], isNew: true })

  app.get(`${ROOT}/ajouter`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const copied = idOf(c.req.query('copie'))
    const model = copied === null ? null : await findPurchase(database, canteen.id, copied)
    const fields = model ? purchaseFields({ ...model, date: today() }) : ([[FIELD.date, shortDay(today())]] as [string, string][])
    // A copy, and the next line of one receipt, come with the same file.
    const file = model ? await fileOf(model.id) : await knownFile(platform, canteen.id, c.req.query(KEPT_FIELD))
    const notice = await addedNotice(database, canteen.id, c.req.query(ADDED))
    return page(c, adding(newKey()), formValues(fields), { file, notice })
  })

  app.post(
    `${ROOT}/ajouter`,
    mayOnCanteen(platform, 'entry'),
    bounded(() => adding(newKey())),
    async (c) => {
      const { canteen } = currentCanteen(c)
      const form = await readForm(c)
      const key = /^[\w-]{8,40}$/.test(form.get(KEY)) ? `${canteen.id}:${form.get(KEY)}` : null
      const { purchase, errors, file } = await readAll(c, form)
      if (errors.length > 0) {
        const { values, ...proposed } = await withProposal(canteen.id, form, purchase, errors)
        c.status(422)
        return page(c, adding(form.get(KEY) || newKey()), values, { file, ...proposed })
      }
      const id = await database.transaction(async (db) => {
        const already = key === null ? undefined : await findByCreationKey(db, key)
        if (already) return already.id
        const deed = { by: currentPerson(c).id, now: now() }
        const made = { source: 'page', ...deed, ...(key !== null && { creationKey: key }) } as const
        const [added] = await addPurchases(db, [{ ...purchase, canteenId: canteen.id }], made)
        if (file) await attachFile(db, { canteenId: canteen.id, id: added! }, file, deed)
        await learnFrom(db, canteen.id, purchase, { seen: form.get(PROPOSED) !== '' }, deed)
        return added!
      })
      const withSame = file ? `&${KEPT_FIELD}=${file.id}` : ''
      const next = form.get('ensuite') === 'autre' ? `/ajouter?${ADDED}=${id}${withSame}` : `?${ADDED}=${id}`
      return c.redirect(`/cantines/${canteen.id}/achats${next}`, 303)
    },
  )

  const changing = (id: number, version: number): Shown => ({
    title: 'Modifier l’achat',
    path: `/${id}/modifier`,
    hidden: [['version', String(version)]],
    isNew: false,
  })

  app.get(`${ROOT}/:achat{[0-9]+}/modifier`, mayOnCanteen(platform, 'entry'), async (c) => {
    const purchase = await purchaseOf(c)
    if (!purchase) return c.redirect(`/cantines/${currentCanteen(c).canteen.id}/achats?${GONE}`, 303)
    const counting = countingOf(purchase, Number(purchase.date.slice(0, 4))).why
    const repeat = purchase.credit
      ? {}
      : { repeat: `/cantines/${purchase.canteenId}/achats/recurrents/ajouter?achat=${purchase.id}` }
    const shown = { ...changing(purchase.id, purchase.version), counting, ...repeat }
    return page(c, shown, formValues(purchaseFields(purchase)), { file: await fileOf(purchase.id) })
  })

  const again = (c: Ctx) => changing(idOf(c.req.param('achat')) ?? 0, 0)
  app.post(`${ROOT}/:achat{[0-9]+}/modifier`, mayOnCanteen(platform, 'entry'), bounded(again), async (c) => {
    const known = await purchaseOf(c)
    const form = await readForm(c)
    const { purchase, errors, file } = await readAll(c, form)
    if (!known) {
      c.status(409)
      return page(c, adding(newKey()), form, { file, notice: <GoneMeanwhile /> })
    }
    if (errors.length > 0) {
      const { values, ...proposed } = await withProposal(known.canteenId, form, purchase, errors)
      c.status(422)
      return page(c, changing(known.id, Number(form.get('version')) || known.version), values, { file, ...proposed })
    }
    const read = { ...known, version: Number(form.get('version')) || 0 }
    const deed = { by: currentPerson(c).id, now: now() }
    const done = await database.transaction(async (db) =>
      (await changePurchase(db, read, purchase, deed))
        ? {
            before: await attachFile(db, known, file, deed),
            learned: await learnFrom(db, known.canteenId, purchase, { seen: true, before: known }, deed),
          }
        : null,
    )
    if (done === null) {
      c.status(409)
      return page(c, changing(known.id, known.version), form, { isStale: true, file })
    }
    const detached = done.before && !file ? `&detache=${done.before.id}` : ''
    return c.redirect(`/cantines/${known.canteenId}/achats?modifie=${known.id}${detached}`, 303)
  })

  const readAll = async (c: Ctx, form: FormValues) => {
    const [{ purchase, errors }, chosen] = [readPurchase(form, today()), await chosenFile(platform, c, form)]
    return { purchase, errors: [...errors, ...chosen.errors], file: chosen.file }
  }
  const fileOf = async (purchaseId: number) => (await filesOf(database, [purchaseId])).get(purchaseId) ?? null

  /** A family left blank is proposed, with what else is known of the product, and is no mistake any more; nothing that was chosen is touched. */
  async function withProposal(
    canteenId: number,
    form: FormValues,
    { date, description, supplier }: TypedPurchase,
    errors: readonly FieldError[],
  ) {
    const asTyped = { values: form, proposal: null, errors }
    if (form.get(FIELD.family) !== '' || description === '') return asTyped
    const [proposal] = await proposalsFor(database, canteenId, [{ description, supplier, family: null, date }])
    if (!proposal || proposal.family === null) return asTyped
    const pairs: [string, string][] = [[FIELD.family, proposal.family]]
    if (form.all(FIELD.characteristics).length === 0)
      pairs.push(...proposal.labels.map((code): [string, string] => [FIELD.characteristics, code]))
    if (form.get(FIELD.origin) === '' && proposal.origin) pairs.push([FIELD.origin, proposal.origin])
    if (supplier === null && proposal.supplier) pairs.push([FIELD.supplier, proposal.supplier])
    return { values: replacing(form, pairs), proposal, errors: errors.filter(({ field }) => field !== FIELD.family) }
  }

  const purchaseOf = (c: Ctx) => findPurchase(database, currentCanteen(c).canteen.id, idOf(c.req.param('achat')) ?? 0)
  return app
}
