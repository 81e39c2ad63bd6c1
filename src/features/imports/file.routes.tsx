// One file that a person brought: what was found in it, putting it right, writing it, taking it back. It exists for its person only.
import type { Context } from 'hono'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { readForm } from '../../platform/http/forms.ts'
import { CONTENT_TYPES } from '../../platform/tables/write-table.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { readCorrections } from './corrections.ts'
import { errorFile } from './error-file.ts'
import { askForWork, type FileImport, findImport, removeImport, type State, type Working } from './import.sql.ts'
import { startWork } from './jobs.ts'
import { kindAt } from './kind.routes.tsx'
import type { AnyImportKind } from './kind.ts'
import { readMapping } from './mapping.tsx'
import { AppliedPage, ErasedPage, outcomeTitle, UndonePage } from './outcome.page.tsx'
import { ProgressPage } from './progress.page.tsx'
import { ReportPage, reportTitle, TitlesPage, UncheckedPage } from './report.page.tsx'
import { fileAddress, HOME, progressWords, STATES } from './words.ts'

type Ctx = Context<Env>
type Found = { kind: AnyImportKind; file: FileImport }

const ADDRESS = '/imports/:slug/:id{[0-9]{1,15}}'

export function fileRoutes(platform: Platform, kinds: readonly AnyImportKind[]) {
  const app = router()
  const { database } = platform
  app.use(ADDRESS, signedIn(platform))
  app.use(`${ADDRESS}/*`, signedIn(platform))

  /** Hands over the file of this address, or answers that it does not exist. */
  const withFile = (answer: (c: Ctx, found: Found) => Response | Promise<Response>) => async (c: Ctx) => {
    const kind = kindAt(platform, kinds, c)
    const file = kind && (await findImport(database, Number(c.req.param('id')), currentPerson(c).id))
    return kind && file?.kind === kind.format.kind ? answer(c, { kind, file }) : c.notFound()
  }
  const back = (c: Ctx, { kind, file }: Found) => c.redirect(fileAddress(kind, file.id), 303)
  /** Asks for work and, when it is quickly done, waits for it. Pressed twice, it is asked once. */
  const work = async (c: Ctx, found: Found, from: State, to: Working, said: Parameters<typeof askForWork>[4] = {}) => {
    if (await askForWork(database, found.file.id, from, to, said)) await startWork(platform, kinds, found.file)
    return back(c, found)
  }

  app.get(
    ADDRESS,
    withFile((c, { kind, file }) => {
      const { state, report, outcome, held } = file
      const robots = 'noindex' as const
      if (state === 'applied' && outcome)
        return c.render(<AppliedPage kind={kind} file={file} outcome={outcome} />, { title: outcomeTitle(outcome), robots })
      if (state === 'undone' && outcome)
        return c.render(<UndonePage kind={kind} file={file} outcome={outcome} />, { title: 'Import annulé', robots })
      if (state === 'checked' && !held)
        return c.render(<ErasedPage kind={kind} file={file} />, { title: 'Ce fichier a été effacé', robots })
      if (state === 'checked')
        return report
          ? c.render(<ReportPage kind={kind} file={file} report={report} />, { title: reportTitle(report), robots })
          : c.render(<UncheckedPage kind={kind} file={file} />, { title: 'Nous n’avons pas pu vérifier ce fichier', robots })
      return c.render(<ProgressPage kind={kind} file={file} />, { title: STATES[state].words, robots, scripts: ['progress'] })
    }),
  )
  app.get(
    `${ADDRESS}/avancement`,
    withFile((c, { file }) => c.json({ state: file.state, rows: file.rowsDone, text: progressWords(file) })),
  )
  app.get(
    `${ADDRESS}/titres`,
    withFile((c, found) => {
      const { kind, file } = found
      if (file.state !== 'checked' || !file.held || !file.report?.mapping.length) return back(c, found)
      return c.render(<TitlesPage kind={kind} file={file} report={file.report} />, {
        title: 'Quelle colonne est laquelle ?',
        robots: 'noindex',
      })
    }),
  )
  app.post(
    `${ADDRESS}/titres`,
    withFile(async (c, found) => {
      const { file } = found
      const mapping = readMapping(await readForm(c), file.report?.mapping ?? [], file.mapping)
      return work(c, found, 'checked', 'checking', { mapping, corrections: [], replacements: [] })
    }),
  )
  app.post(
    `${ADDRESS}/corriger`,
    withFile(async (c, found) => {
      const { kind, file } = found
      const form = await readForm(c)
      const corrected = file.report && readCorrections(form, kind.format, file.report, file)
      // What was typed is checked and shown before anything of it is written.
      if (form.has('garder') && !corrected) return work(c, found, 'checked', 'applying', { keepGood: true })
      return work(c, found, 'checked', 'checking', corrected ?? {})
    }),
  )
  app.post(
    `${ADDRESS}/enregistrer`,
    withFile((c, found) => work(c, found, 'checked', 'applying', { keepGood: false })),
  )
  app.post(
    `${ADDRESS}/annuler`,
    withFile((c, found) => work(c, found, 'applied', 'undoing')),
  )
  app.post(
    `${ADDRESS}/retirer`,
    withFile(async (c, found) =>
      (await removeImport(database, found.file.id)) > 0 ? c.redirect(`${HOME.href}?retire`, 303) : back(c, found),
    ),
  )
  app.get(
    `${ADDRESS}/:name{erreurs\\.(?:xlsx|csv)}`,
    withFile(async (c, found) => {
      const type = c.req.param('name')?.endsWith('csv') ? 'csv' : 'xlsx'
      const stream = await errorFile(platform, found, type)
      if (stream === null) return back(c, found)
      c.header('Content-Type', CONTENT_TYPES[type])
      c.header('Content-Disposition', `attachment; filename="erreurs-${found.file.id}.${type}"`)
      return c.body(stream)
    }),
  )
  return app
}
