// The kinds of files: what each is, its template, its columns, and bringing one.
import type { Context } from 'hono'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import type { FieldError } from '../../platform/http/forms.ts'
import { receiveFile } from '../../platform/http/upload.ts'
import { DEFAULT_LIMITS } from '../../platform/tables/limits.ts'
import { isWorkbook } from '../../platform/tables/recognise.ts'
import { writeTemplate } from '../../platform/tables/template.ts'
import { CONTENT_TYPES } from '../../platform/tables/write-table.ts'
import { isStaff, signedIn, visitor } from '../accounts/accounts.ts'
import { ColumnsPage } from './columns.page.tsx'
import { ImportsPage } from './home.page.tsx'
import { addImport, heldOf, importsOf } from './import.sql.ts'
import { startWork } from './jobs.ts'
import { FIELD, KindPage, TOO_HEAVY, TOO_MUCH_HELD } from './kind.page.tsx'
import type { AnyImportKind } from './kind.ts'
import { fileAddress } from './words.ts'

type Ctx = Context<Env>

const { fileBytes, textBytes } = DEFAULT_LIMITS
/** What a form adds around its file. */
const AROUND = 65_536
const BOUNDS = {
  field: FIELD,
  formBytes: textBytes + AROUND,
  mostBytes: (start: Uint8Array) => (isWorkbook(start) ? fileBytes : textBytes),
}
/** Files of one person that wait: beyond, something goes wrong at the other end. */
const MOST_WAITING = 30
/** All the files of one person that we hold, written ones included. */
const MOST_HELD_BYTES = 5 * textBytes
const MOST_LISTED = 50
const LONGEST_NAME = 150

/** The kind at this address, or null when there is none for this person. */
export function kindAt(platform: Platform, kinds: readonly AnyImportKind[], c: Ctx): AnyImportKind | null {
  const person = visitor(c)
  const kind = kinds.find(({ slug }) => slug === c.req.param('slug'))
  return kind && (!kind.staffOnly || (person && isStaff(platform, person))) ? kind : null
}

export function kindRoutes(platform: Platform, kinds: readonly AnyImportKind[]) {
  const app = router()
  const { database, now } = platform

  app.get('/imports', async (c) => {
    const person = visitor(c)
    const files = person && (await importsOf(database, person.id, MOST_LISTED))
    const shown = kinds.filter(({ staffOnly }) => !staffOnly || (person && isStaff(platform, person)))
    return c.render(<ImportsPage kinds={shown} files={files} removed={c.req.query('retire') !== undefined} />, {
      title: 'Importer un fichier',
      description: 'Déposez votre tableur tel qu’il est : vous corrigez sur la page, et rien n’est écrit avant votre accord.',
    })
  })

  const page = (c: Ctx, kind: AnyImportKind, errors: FieldError[] = [], status: 200 | 413 | 422 = 200) => {
    c.status(status)
    return c.render(<KindPage kind={kind} signedIn={visitor(c) !== null} errors={errors} />, {
      title: errors.length > 0 ? `À corriger : ${kind.format.title}` : kind.format.title,
      description: kind.lead,
      scripts: ['upload'],
    })
  }
  app.get('/imports/:slug', (c) => {
    const kind = kindAt(platform, kinds, c)
    return kind ? page(c, kind) : c.notFound()
  })
  app.get('/imports/:slug/colonnes', (c) => {
    const kind = kindAt(platform, kinds, c)
    if (!kind) return c.notFound()
    return c.render(<ColumnsPage kind={kind} />, { title: `${kind.format.title} : les colonnes`, description: kind.lead })
  })
  app.get('/imports/:slug/modele.xlsx', async (c) => {
    const kind = kindAt(platform, kinds, c)
    if (!kind) return c.notFound()
    c.header('Content-Type', CONTENT_TYPES.xlsx)
    c.header('Content-Disposition', `attachment; filename="modele-${kind.slug}.xlsx"`)
    return c.body(new Uint8Array(await writeTemplate(kind.format)))
  })

  const wrong = (c: Ctx, message: string, status: 413 | 422) => {
    const kind = kindAt(platform, kinds, c)
    return kind ? page(c, kind, [{ field: FIELD, message }], status) : c.notFound()
  }
  // Who may bring a file, then how large: nothing is read of what is refused.
  app.post('/imports/:slug', signedIn(platform), async (c) => {
    const kind = kindAt(platform, kinds, c)
    const person = visitor(c)
    if (!kind || !person) return c.notFound()
    const given = await receiveFile(c.req.raw, BOUNDS)
    if (given === null) return wrong(c, 'Choisissez un fichier.', 422)
    if (given === 'too_large') return wrong(c, TOO_HEAVY, 413)
    try {
      const held = await heldOf(database, person.id)
      if (held.waiting >= MOST_WAITING)
        return wrong(c, `Vous avez déjà ${MOST_WAITING} fichiers en attente : retirez-en avant d’en déposer un autre.`, 422)
      if (held.bytes + given.bytes > MOST_HELD_BYTES) return wrong(c, TOO_MUCH_HELD, 422)
      const fileName = given.name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-LONGEST_NAME) || 'fichier'
      const received = { kind: kind.format.kind, personId: person.id, fileName, at: now(), state: 'checking' as const }
      const { id, bytes } = await addImport(database, { ...received, content: given.content() })
      await startWork(platform, kinds, { id, bytes })
      return c.redirect(fileAddress(kind, id), 303)
    } finally {
      await given.forget()
    }
  })
  return app
}
