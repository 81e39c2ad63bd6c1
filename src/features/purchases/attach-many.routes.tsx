// Attaching one file to several purchases of the book, and taking it off all of them.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { AttachManyPage } from './attach-many.page.tsx'
import { type AttachedFile, filesOf } from './attached-file.sql.ts'
import { attachToMany, LARGEST_FORM, MOST_AT_ONCE, takeOffAll } from './attached-file.ts'
import { chosenFile, FILE_FIELD, knownFile } from './attached-file-form.tsx'
import { bookAddress, readCriteria } from './criteria.ts'
import { idsOfSearch } from './list.sql.ts'
import { findPurchases } from './purchase.sql.ts'
import { searchOf } from './search.ts'

type Ctx = Context<Env>
const ROOT = '/cantines/:id{[0-9]+}/achats'

export function attachManyRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  const tickedIn = (form: FormValues) => form.all('achat').flatMap((id) => idOf(id) ?? [])
  const backTo = (c: Ctx, form: FormValues, said: Record<string, string>) => {
    const { pathname, searchParams } = new URL(bookAddress(currentCanteen(c).canteen.id, readCriteria(form)), c.req.url)
    for (const [name, value] of Object.entries(said)) searchParams.set(name, value)
    return c.redirect(`${pathname}?${searchParams}`, 303)
  }
  const page = async (
    c: Ctx,
    form: FormValues,
    ids: readonly number[],
    { file = null, errors = [] }: { file?: AttachedFile | null; errors?: readonly FieldError[] } = {},
  ) => {
    const { canteen } = currentCanteen(c)
    const [chosen, files] = await Promise.all([findPurchases(database, canteen.id, ids), filesOf(database, ids)])
    const purchases = chosen.filter(({ id }) => !files.has(id))
    if (purchases.length === 0) return backTo(c, form, { joints: '0', ...(chosen.length > 0 && { servis: '' }) })
    return c.render(
      <AttachManyPage
        canteen={canteen}
        purchases={purchases}
        served={chosen.length - purchases.length}
        criteria={readCriteria(form)}
        file={file}
        errors={errors}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}Joindre un justificatif`, robots: 'noindex' },
    )
  }

  app.get(`${ROOT}/joindre`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const query = readQuery(c)
    const ids = query.has('tout')
      ? await idsOfSearch(database, canteen.id, await searchOf(database, canteen.id, readCriteria(query)), MOST_AT_ONCE + 1)
      : tickedIn(query)
    return ids.length > MOST_AT_ONCE ? backTo(c, query, { joints: 'trop' }) : page(c, query, ids)
  })

  const bounded = bodyLimit({
    maxSize: LARGEST_FORM,
    onError: () => {
      throw new HTTPException(413)
    },
  })
  app.post(`${ROOT}/joindre`, mayOnCanteen(platform, 'entry'), bounded, async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c)
    const ids = tickedIn(form).slice(0, MOST_AT_ONCE)
    const { file, errors } = await chosenFile(platform, c, form)
    if (!file) {
      c.status(422)
      const missing = { field: FILE_FIELD, message: 'Choisissez le fichier à joindre.' }
      return page(c, form, ids, { errors: errors.length > 0 ? errors : [missing] })
    }
    const deed = { by: currentPerson(c).id, now: now() }
    const count = await database.transaction((db) => attachToMany(db, canteen.id, ids, file, deed))
    return backTo(c, form, { joints: String(count), fichier: String(file.id) })
  })

  app.post(`${ROOT}/justificatifs/:fichier{[0-9]+}/retirer`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const file = await knownFile(platform, canteen.id, c.req.param('fichier'))
    const deed = { by: currentPerson(c).id, now: now() }
    const count = file ? await database.transaction((db) => takeOffAll(db, canteen.id, file, deed)) : 0
    return c.redirect(`${bookAddress(canteen.id)}?detaches=${count}`, 303)
  })
  return app
}
