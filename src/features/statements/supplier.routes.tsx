// What the link of a statement opens, for a supplier without account: filling, a file, reading back, sending.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { questionsOn } from '../../law/consistency.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Env, type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { type FieldError, type FormValues, formValues, readForm } from '../../platform/http/forms.ts'
import { writeTemplate } from '../../platform/tables/template.ts'
import { CONTENT_TYPES } from '../../platform/tables/write-table.ts'
import { isWithin } from '../accounts/accounts.ts'
import { type Canteen, findCanteen } from '../canteens/canteens.ts'
import { closedLink, wrongLink } from './closed-link.tsx'
import { statementFormat } from './columns.ts'
import { FILE_LIMITS, type FileRead, readFile } from './file.ts'
import { ADD_LINES, FILE_FIELD, FillPage, MORE_LINES } from './fill.page.tsx'
import { findLinkedJoint } from './joint.sql.ts'
import { contentFields, countOf, readContent } from './lines.ts'
import { listAddress, listTokenOf, readToken, statementAddress } from './link.ts'
import { linesWords } from './mails.ts'
import { AnsweredPage, SentPage } from './outcome.page.tsx'
import { ATTEST, LONGEST_NAME, ReadBackPage } from './read-back.page.tsx'
import { findLinked } from './statement.sql.ts'
import { isOpen, MOST_LINES, sealOf, statedOf } from './statement.ts'
import { keepStatementDraft, sendStatement } from './statements.ts'
import type { Opened } from './supplier-frame.tsx'

type Ctx = Context<Env>
type Found = Opened & { readonly canteen: Canteen }

const ROOT = '/releve/:jeton'
const FIRST_LINES = 10
const AROUND = 65_536
const TOO_HEAVY = 'Ce fichier dépasse 2 Mo : gardez-en les colonnes utiles, ou la somme de l’année par famille et par label.'

/** Writes to one statement. */
const WRITES = { name: 'writes to a statement', most: 120, minutes: 60 }

export function supplierRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform

  app.use('/releve/*', async (c, next) => {
    await next()
    // Nobody keeps these pages: neither search engines nor the caches on the way.
    c.header('X-Robots-Tag', 'noindex, nofollow')
    c.header('Cache-Control', 'private, no-store')
  })

  app.get('/releve/modele.xlsx', async (c) => {
    c.header('Content-Type', CONTENT_TYPES.xlsx)
    c.header('Content-Disposition', 'attachment; filename="modele-releve-annuel.xlsx"')
    return c.body(new Uint8Array(await writeTemplate(statementFormat)))
  })

  /** Hands over the statement that this link opens, or says that it opens nothing. */
  const withLink = (answer: (c: Ctx, found: Found) => Response | Promise<Response>) => async (c: Ctx) => {
    const token = c.req.param('jeton') ?? ''
    const linked = readToken(platform, token)
    const known = linked === null ? null : await findLinked(database, linked.id, linked.linkVersion)
    const canteen = known && (await findCanteen(database, known.canteenId))
    const list = linked?.list ? await findLinkedJoint(database, linked.list.id, linked.list.linkVersion) : null
    if (!known || !canteen || (linked?.list && list?.id !== known.jointId)) return wrongLink(platform, c, linked !== null)
    if (!isOpen(known, now()) || (list && !isOpen(list, now())) || canteen.archivedAt !== null) return closedLink(c)
    if (c.req.method !== 'GET' && !(await isWithin(platform, WRITES, String(known.id))))
      throw new HTTPException(429, { message: 'Ce relevé a été envoyé bien des fois en une heure : réessayez un peu plus tard.' })
    return answer(c, {
      canteen,
      asker: canteen,
      statement: known,
      address: statementAddress(token),
      listAddress: list && listAddress(listTokenOf(platform, list)),
    })
  }
  const titleOf = ({ statement: { year } }: Found, isWrong: boolean) => `${isWrong ? 'À corriger : ' : ''}Relevé de ${year}`

  type Shown = { values: FormValues; count: number; errors?: readonly FieldError[]; notice?: unknown }
  const fill = (c: Ctx, found: Found, { values, count, errors = [], notice = null }: Shown) =>
    c.render(<FillPage opened={found} values={values} count={count} errors={errors} notice={notice} />, {
      title: titleOf(found, errors.length > 0),
      robots: 'noindex',
    })
  const asKept = ({ statement: { draft, given } }: Found): Shown => {
    const kept = draft ?? given
    const values = formValues(kept ? contentFields(kept) : [])
    return { values, count: kept ? Math.min(MOST_LINES, kept.lines.length + 2) : FIRST_LINES }
  }
  const answered = (c: Ctx, found: Found) => {
    const { given, decisions } = found.statement
    return c.render(<AnsweredPage opened={found} given={given!} decisions={decisions!} />, {
      title: 'La cantine a répondu',
      robots: 'noindex',
    })
  }

  app.get(
    ROOT,
    withLink((c, found) => {
      const { state, given, draft } = found.statement
      if (state === 'decided') return answered(c, found)
      if (state === 'sent' && given && draft === null && c.req.query('corriger') === undefined)
        return c.render(<SentPage opened={found} given={given} />, { title: 'Relevé envoyé', robots: 'noindex' })
      return fill(c, found, asKept(found))
    }),
  )

  app.post(
    ROOT,
    withLink(async (c, found) => {
      const { statement, address } = found
      if (statement.state === 'decided') return c.redirect(address, 303)
      const form = await readForm(c)
      const count = countOf(form)
      if (form.has(ADD_LINES)) return fill(c, found, { values: form, count: Math.min(MOST_LINES, count + MORE_LINES) })
      const { content, values, errors } = readContent(form, statement.year)
      if (content === null) {
        c.status(422)
        return fill(c, found, { values, count, errors })
      }
      await keepStatementDraft(platform, statement, content)
      return c.redirect(`${address}/relecture`, 303)
    }),
  )

  const wrongFile = (c: Ctx, found: Found, messages: readonly string[], status: 413 | 422) => {
    c.status(status)
    return fill(c, found, { ...asKept(found), errors: messages.map((message) => ({ field: FILE_FIELD, message })) })
  }
  app.post(`${ROOT}/fichier`, (c, next) =>
    bodyLimit({
      maxSize: FILE_LIMITS.fileBytes + AROUND,
      onError: withLink((refused, found) => wrongFile(refused, found, [TOO_HEAVY], 413)) as (c: Context) => Promise<Response>,
    })(c, next),
  )
  app.post(
    `${ROOT}/fichier`,
    withLink(async (c, found) => {
      const { statement, address } = found
      if (statement.state === 'decided') return c.redirect(address, 303)
      const given = (await c.req.formData().catch(() => null))?.get(FILE_FIELD)
      if (!(given instanceof File) || given.name === '') return wrongFile(c, found, ['Choisissez un fichier.'], 422)
      const read = await readFile({ name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) }, statement.year)
      if ('problems' in read) return wrongFile(c, found, read.problems, 422)
      if (read.errors.length > 0) c.status(422)
      return fill(c, found, { values: read.values, count: read.lines, errors: read.errors, notice: fileNotice(read) })
    }),
  )

  const readBack = (c: Ctx, found: Found, values: FormValues, errors: readonly FieldError[] = []) => {
    const { draft } = found.statement
    if (draft === null) return c.redirect(found.address, 303)
    const questions = questionsOn(statedOf(found.statement, draft))
    return c.render(<ReadBackPage opened={found} content={draft} questions={questions} values={values} errors={errors} />, {
      title: `${errors.length > 0 ? 'À corriger : ' : ''}Relire et envoyer`,
      robots: 'noindex',
    })
  }
  app.get(
    `${ROOT}/relecture`,
    withLink((c, found) => {
      const { given, state } = found.statement
      if (state === 'decided') return c.redirect(found.address, 303)
      return readBack(
        c,
        found,
        formValues(
          given
            ? [
                [ATTEST.name, given.name],
                [ATTEST.job, given.job],
              ]
            : [],
        ),
      )
    }),
  )

  app.post(
    `${ROOT}/envoyer`,
    withLink(async (c, found) => {
      const { statement, canteen, address } = found
      // Sent already, by a form sent twice.
      if (statement.draft === null || statement.state === 'decided') return c.redirect(address, 303)
      const form = await readForm(c)
      const { attested, errors } = readAttested(form)
      // Someone else with the link has changed the lines since: what is attested must be what was read.
      if (form.has(ATTEST.seen) && form.get(ATTEST.seen) !== sealOf(statement.draft))
        errors.unshift({ field: ATTEST.seen, message: CHANGED })
      if (errors.length > 0) {
        c.status(422)
        return readBack(c, found, form, errors)
      }
      const url = publicUrl(config, c.req.url)
      await sendStatement(platform, canteen, { statement, url, link: url + address, attested })
      return c.redirect(address, 303)
    }),
  )
  return app
}

function fileNotice(read: Exclude<FileRead, { problems: unknown }>) {
  const { rows, lines, proposed } = read
  return (
    <Notice title={`Votre fichier est lu : ${linesWords(rows)}`} kind="success">
      {lines < rows ? (
        <p>{`Nous les avons regroupées en ${lines}, par famille, label et origine.`}</p>
      ) : (
        <p>Relisez les lignes ci-dessous, puis vérifiez votre relevé.</p>
      )}
      {proposed > 0 ? (
        <p>{`Pour ${linesWords(proposed)}, nous avons choisi la famille d’après le libellé : regardez-les bien.`}</p>
      ) : null}
    </Notice>
  )
}

const CHANGED = 'Les lignes ont changé depuis que vous les avez relues : les voici. Relisez-les, puis envoyez.'

function readAttested(form: FormValues) {
  const errors: FieldError[] = []
  const said = (field: string, message: string): string => {
    const value = form.get(field).replace(/\s+/g, ' ')
    if (value === '') errors.push({ field, message })
    else if (value.length > LONGEST_NAME) errors.push({ field, message: `C’est trop long : ${LONGEST_NAME} caractères au plus.` })
    return value
  }
  const name = said(ATTEST.name, 'Indiquez votre nom.')
  const job = said(ATTEST.job, 'Indiquez votre fonction.')
  if (form.get(ATTEST.agreed) !== 'oui')
    errors.push({ field: ATTEST.agreed, message: 'Cochez la case pour certifier ce relevé.' })
  return { attested: { name, job }, errors }
}
