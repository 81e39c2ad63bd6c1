// Changing or archiving many canteens at once. What is chosen and what is wanted stand in the address; only the last step writes.
import type { Context } from 'hono'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { type FormValues, formValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { idOf } from './access.ts'
import { archiveCanteens } from './archive.ts'
import { ARCHIVE, BULK, ChooseFieldPage, ChooseValuePage, PreviewArchivePage, PreviewChangePage, SHOW } from './bulk.page.tsx'
import { keepBatch } from './bulk.sql.ts'
import { BULK_FIELDS, type BulkField, fingerprint, planArchive, planChange, readBulkField, readPatch } from './bulk.ts'
import { changeCanteens } from './canteens.ts'
import { readSearch, searchOf } from './criteria.ts'
import { SEARCH } from './list.page.tsx'
import { allOfMine, type MyCanteen, someOfMine } from './list.sql.ts'
import { FIELD, SECTOR_FIELDS } from './record-form.ts'
import { recordOf } from './trail.ts'
import { undoBatch } from './undo.ts'

type Ctx = Context<Env>
/** More than anyone runs; a page shows far fewer to tick. */
const MOST_AT_ONCE = 20_000
const MOST_TICKED = 500
const SEEN = 'vu'

type Selection = { canteens: readonly MyCanteen[]; fields: [string, string][] }

export function bulkRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  app.use(BULK, signedIn(platform))

  /** The canteens that were ticked, or all those of the search. */
  const selected = async (c: Ctx, form: FormValues): Promise<Selection> => {
    const personId = currentPerson(c).id
    if (form.get('tout') === 'oui') {
      const criteria = readSearch(form.get(SEARCH))
      const canteens = (await allOfMine(database, personId, criteria, MOST_AT_ONCE)).filter(
        ({ archivedAt }) => archivedAt === null,
      )
      return {
        canteens,
        fields: [
          [SEARCH, searchOf(criteria)],
          ['tout', 'oui'],
        ],
      }
    }
    const ids = form
      .all('cantine')
      .slice(0, MOST_TICKED)
      .flatMap((id) => idOf(id) ?? [])
    const canteens = await someOfMine(database, personId, ids)
    return { canteens, fields: canteens.map(({ id }) => ['cantine', String(id)]) }
  }
  const page = (c: Ctx, content: unknown, title: string) => c.render(content, { title, robots: 'noindex' })

  const showChange = async (c: Ctx, { canteens, fields }: Selection, field: BulkField, form: FormValues, isAnew = false) => {
    const { patch, errors } = readPatch(field, form)
    if (errors.length > 0) {
      c.status(422)
      const state = { values: form, errors }
      return page(
        c,
        <ChooseValuePage selection={fields} count={canteens.length} field={field} form={state} />,
        'À corriger : changer des cantines',
      )
    }
    const plan = await planChange(database, canteens, field, patch, now())
    const seen = fingerprint(
      plan.changes.map(({ canteen }) => canteen),
      field,
      patch,
    )
    const write: [string, string][] = [['champ', field], [SEEN, seen], ...valueFields(form)]
    return page(
      c,
      <PreviewChangePage
        selection={fields}
        count={canteens.length}
        write={write}
        refused={plan.refused}
        plan={plan}
        patch={patch}
        isAnew={isAnew}
      />,
      'Ce qui changera',
    )
  }
  const showArchive = async (c: Ctx, { canteens, fields }: Selection, isAnew = false) => {
    const { archivable, refused } = await planArchive(database, canteens, now())
    const write: [string, string][] = [
      ['champ', ARCHIVE],
      [SEEN, fingerprint(archivable, ARCHIVE)],
    ]
    return page(
      c,
      <PreviewArchivePage
        selection={fields}
        count={canteens.length}
        write={write}
        refused={refused}
        archivable={archivable}
        isAnew={isAnew}
      />,
      'Ce qui sera archivé',
    )
  }

  app.get(BULK, async (c) => {
    const query = readQuery(c)
    const selection = await selected(c, query)
    const { canteens, fields } = selection
    if (canteens.length === 0) return c.redirect('/mes-cantines?aucune', 303)
    if (query.get('champ') === ARCHIVE) return showArchive(c, selection)
    const field = readBulkField(query)
    if (field === null) return page(c, <ChooseFieldPage selection={fields} count={canteens.length} />, 'Changer des cantines')
    if (query.has(SHOW)) return showChange(c, selection, field, query)
    const state = { values: formValues([]), errors: [] }
    return page(
      c,
      <ChooseValuePage selection={fields} count={canteens.length} field={field} form={state} />,
      'Changer des cantines',
    )
  })

  app.post(BULK, async (c) => {
    const form = await readForm(c)
    const selection = await selected(c, form)
    const by = currentPerson(c).id
    const deed = { by, now: now() }
    if (form.get('champ') === ARCHIVE) {
      const { archivable } = await planArchive(database, selection.canteens, now())
      if (fingerprint(archivable, ARCHIVE) !== form.get(SEEN)) {
        c.status(409)
        return showArchive(c, selection, true)
      }
      const records = new Map(archivable.map((canteen) => [canteen.id, recordOf(canteen)]))
      const batch = await database.transaction(async (db) => {
        const { archived } = await archiveCanteens(db, archivable, deed)
        return keepBatch(
          db,
          by,
          'archive',
          archived.map(({ id, version }) => ({ id, version, record: records.get(id)! })),
          now(),
        )
      })
      return c.redirect(`/mes-cantines?lot=${batch}`, 303)
    }
    const field = readBulkField(form)
    if (field === null) return c.redirect('/mes-cantines?aucune', 303)
    const { patch, errors } = readPatch(field, form)
    const plan = errors.length > 0 ? null : await planChange(database, selection.canteens, field, patch, now())
    if (
      plan === null ||
      fingerprint(
        plan.changes.map(({ canteen }) => canteen),
        field,
        patch,
      ) !== form.get(SEEN)
    ) {
      if (plan !== null) c.status(409)
      return showChange(c, selection, field, form, plan !== null)
    }
    const batch = await database.transaction(async (db) => {
      const changes = plan.changes.map(({ canteen: { id, version }, before, record }) => ({ id, version, before, record }))
      const changed = new Set(await changeCanteens(db, changes, deed))
      const lines = changes
        .filter(({ id }) => changed.has(id))
        .map(({ id, version, before }) => ({ id, version: version + 1, record: before }))
      return keepBatch(db, by, 'change', lines, now())
    })
    return c.redirect(`/mes-cantines?lot=${batch}`, 303)
  })

  app.post('/mes-cantines/annuler', signedIn(platform), async (c) => {
    const id = idOf((await readForm(c)).get('lot'))
    const undone = id === null ? null : await database.transaction((db) => undoBatch(db, currentPerson(c).id, id, now()))
    return c.redirect(undone ? `/mes-cantines?remises=${undone.back}&gardees=${undone.kept}` : '/mes-cantines?trop-tard', 303)
  })
  return app
}

/** The fields that hold the wanted value, to be sent again with the last step. */
function valueFields(form: FormValues): [string, string][] {
  const names = BULK_FIELDS.flatMap(({ fields }) =>
    fields.flatMap((name) => (name === 'sectorList' ? [...SECTOR_FIELDS] : [FIELD[name]])),
  )
  return [...new Set(names)].filter((name) => form.get(name) !== '').map((name) => [name, form.get(name)])
}
