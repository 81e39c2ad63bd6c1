// Dropping invoices on a canteen, what each file became, and those that were received.
import type { Context } from 'hono'
import { dayInParis } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { receiveFiles } from '../../platform/http/upload.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen, roleAllows } from '../canteens/canteens.ts'
import { BatchPage } from './batch.page.tsx'
import { batchesUnderWay, findBatch, lostMails, outcomesOf } from './batch.sql.ts'
import { listInvoices, nextToConfirm } from './invoice.sql.ts'
import { FIELD, InvoicesPage, LARGEST_BATCH, MOST_FILES } from './list.page.tsx'
import { mailboxOf } from './mailbox.ts'
import { dropFiles } from './read-batch.ts'
import { bytesKept } from './room.sql.ts'
import { sampleInvoices } from './samples.ts'
import { batchAddress, batchWords, invoicesAddress } from './words.ts'
import { type LateFile, late } from './zipped.ts'

type Ctx = Context<Env>
const ROOT = '/cantines/:id{[0-9]+}/factures'
const PER_PAGE = 100
const MOST_LOST = 50
/** What a form adds around its files. */
const AROUND = 262_144
const BOUNDS = { field: FIELD, formBytes: LARGEST_BATCH + AROUND, mostBytes: () => LARGEST_BATCH }
const TOO_MANY = `${MOST_FILES} fichiers au plus à la fois : mettez-les dans une archive .zip, ou déposez-les en plusieurs fois.`
const TOO_HEAVY = `Ces fichiers dépassent ${LARGEST_BATCH / 1_048_576} Mo ensemble : déposez-les en plusieurs fois.`

export function dropRoutes(platform: Platform) {
  const app = router()
  const { database, now, config } = platform

  const list = async (c: Ctx, message?: string) => {
    const { canteen, role } = currentCanteen(c)
    const errors = message === undefined ? [] : [{ field: FIELD, message }]
    const page = Math.max(1, Math.min(1000, idOf(c.req.query('page')) ?? 1))
    const { invoices, all, waiting } = await listInvoices(database, canteen.id, { skip: (page - 1) * PER_PAGE, most: PER_PAGE })
    return c.render(
      <InvoicesPage
        canteen={canteen}
        invoices={invoices}
        page={page}
        pages={Math.ceil(all / PER_PAGE)}
        waiting={waiting}
        underWay={await batchesUnderWay(database, canteen.id)}
        errors={errors}
        mayWrite={roleAllows(role, 'entry') && canteen.archivedAt === null}
        isDemo={config.demo}
        mailbox={mailboxOf(platform, canteen.id)}
        lostMails={await lostMails(database, canteen.id, MOST_LOST)}
        kept={await bytesKept(database, canteen.id)}
        notice={c.req.query('ecartee') === undefined ? null : <Notice title="La facture est mise de côté" kind="success" />}
      />,
      {
        title: `${errors.length > 0 ? 'À corriger : ' : ''}Factures de ${canteen.name}`,
        robots: 'noindex',
        scripts: ['drop-invoices'],
      },
    )
  }
  const drop = async (c: Ctx, files: readonly LateFile[], cameBy: 'upload' | 'demo') => {
    const { canteen } = currentCanteen(c)
    const id = await dropFiles(platform, files, { canteenId: canteen.id, cameBy, by: currentPerson(c).id, now: now() })
    const batch = await findBatch(database, canteen.id, id)
    const [only] = batch?.fileCount === 1 ? await outcomesOf(database, id) : []
    // One invoice, read: straight to its lines.
    const address = only?.invoice ? `${invoicesAddress(canteen.id)}/${only.invoice.id}` : batchAddress(canteen.id, id)
    return c.redirect(address, 303)
  }

  app.get(ROOT, mayOnCanteen(platform, 'reader'), (c) => list(c))

  app.post(ROOT, mayOnCanteen(platform, 'entry'), async (c) => {
    const refuse = (message: string, status: 413 | 422 = 422) => {
      c.status(status)
      return list(c, message)
    }
    const given = await receiveFiles(c.req.raw, BOUNDS, MOST_FILES + 1)
    if (given === 'too_large') return refuse(TOO_HEAVY, 413)
    if (given === null) return refuse('Choisissez au moins une facture.')
    try {
      if (given.files.length > MOST_FILES) return await refuse(TOO_MANY)
      return await drop(
        c,
        given.files.map(({ name, bytes, content }) => ({ name, bytes: () => gathered(content(), bytes) })),
        'upload',
      )
    } finally {
      await given.forget()
    }
  })

  if (config.demo)
    app.post(`${ROOT}/exemples`, mayOnCanteen(platform, 'entry'), (c) =>
      drop(c, sampleInvoices(dayInParis(now())).map(late), 'demo'),
    )

  const batchOf = (c: Ctx) => findBatch(database, currentCanteen(c).canteen.id, idOf(c.req.param('lot')) ?? 0)

  app.get(`${ROOT}/depots/:lot{[0-9]{1,15}}`, mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen } = currentCanteen(c)
    const batch = await batchOf(c)
    if (!batch) return c.notFound()
    const isRead = batch.readAt !== null
    return c.render(
      <BatchPage
        canteen={canteen}
        batch={batch}
        outcomes={isRead ? await outcomesOf(database, batch.id) : []}
        next={isRead ? await nextToConfirm(database, canteen.id) : null}
        bytes={await bytesKept(database, canteen.id)}
      />,
      {
        title: isRead ? 'Vos factures sont lues' : 'Lecture des factures',
        robots: 'noindex',
        ...(!isRead && { scripts: ['progress'] }),
      },
    )
  })
  app.get(`${ROOT}/depots/:lot{[0-9]{1,15}}/avancement`, mayOnCanteen(platform, 'reader'), async (c) => {
    const batch = await batchOf(c)
    if (!batch) return c.notFound()
    return c.json({ state: batch.readAt === null ? 'reading' : 'read', rows: batch.readCount, text: batchWords(batch) })
  })
  return app
}

/** A file of this many bytes, whole. */
async function gathered(content: AsyncIterable<Uint8Array>, bytes: number): Promise<Uint8Array> {
  const whole = Buffer.allocUnsafe(bytes)
  let at = 0
  for await (const piece of content) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
