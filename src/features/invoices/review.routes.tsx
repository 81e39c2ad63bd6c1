// Looking at an invoice, confirming it, setting it aside, taking it back.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Env, type Platform, router } from '../../platform/http/context.ts'
import { readForm } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen, roleAllows } from '../canteens/canteens.ts'
import {
  addPurchases,
  idsOfSource,
  Moved,
  newRemovalId,
  purchasesStream,
  sourceLinks,
  takeOutForGood,
  verdictOf,
  yearFigures,
} from '../purchases/purchases.ts'
import { isHeld, mayBePurchases } from './held.ts'
import { decide, findFile, findInvoice, findReplaced, type KeptInvoice, keepProposals, nextToConfirm } from './invoice.sql.ts'
import { MOST_LINES } from './invoice.ts'
import { learnFrom, withLessons } from './lessons.ts'
import { ReviewPage } from './review.page.tsx'
import {
  asProposed,
  type DecidedLine,
  dayOfLine,
  OPEN,
  purchasesOf,
  readDecisions,
  SEEN,
  seenOf,
  withDecisions,
} from './review.ts'
import { invoiceName } from './words.ts'

type Ctx = Context<Env>
const ROOT = '/cantines/:id{[0-9]+}/factures'

/** The source of the purchases that an invoice gave. */
export const sourceOf = (invoiceId: number) => `facture-${invoiceId}`
sourceLinks.invoice = (canteenId, sourceId) => ({
  href: `/cantines/${canteenId}/factures/${sourceId.replace('facture-', '')}`,
  label: 'Facture électronique',
})

const LARGEST_FORM = 1_048_576
/** A code, a place. */
const LONGEST_VALUE = 100
/** A family, an origin and a few labels for each line. */
const MOST_FIELDS = 8 * MOST_LINES
const CHANGED =
  'Votre équipe a corrigé des lignes de ce fournisseur depuis que vous avez ouvert cette page : relisez ce que nous proposons, puis confirmez.'

export function reviewRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  const invoiceOf = (c: Ctx) => findInvoice(database, currentCanteen(c).canteen.id, idOf(c.req.param('facture')) ?? 0)

  const review = async (
    c: Ctx,
    invoice: KeptInvoice,
    lines: readonly DecidedLine[],
    { errors = [], opened = null }: Partial<Pick<Parameters<typeof ReviewPage>[0], 'errors' | 'opened'>> = {},
  ) => {
    const { canteen, role } = currentCanteen(c)
    const mayWrite = roleAllows(role, 'entry') && canteen.archivedAt === null
    return c.render(
      <ReviewPage
        canteen={canteen}
        invoice={invoice}
        lines={lines}
        errors={errors}
        mayWrite={mayWrite}
        today={dayInParis(now())}
        seen={seenOf(lines.map(({ proposal }) => proposal))}
        opened={opened}
        replaced={invoice.kind === 'correction' ? await findReplaced(database, canteen.id, invoice) : null}
        notice={await noticeFor(c, invoice)}
      />,
      { title: `${errors.length > 0 ? 'À corriger : ' : ''}${invoiceName(invoice)}`, robots: 'noindex' },
    )
  }

  app.get(`${ROOT}/:facture{[0-9]+}`, mayOnCanteen(platform, 'reader'), async (c) => {
    const invoice = await invoiceOf(c)
    if (!invoice) return c.notFound()
    const shown = await withLessons(database, currentCanteen(c).canteen.id, invoice)
    return review(c, shown, asProposed(shown.proposals))
  })

  app.get(`${ROOT}/:facture{[0-9]+}/fichier`, mayOnCanteen(platform, 'reader'), async (c) => {
    const kept = await findFile(database, currentCanteen(c).canteen.id, idOf(c.req.param('facture')) ?? 0)
    if (!kept) return c.notFound()
    // Never shown in the page: a file that came from outside is only ever saved.
    c.header('Content-Type', 'application/octet-stream')
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(kept.fileName)}`)
    c.header('X-Content-Type-Options', 'nosniff')
    return c.body(new Uint8Array(kept.file))
  })

  const bounded = bodyLimit({ maxSize: LARGEST_FORM })
  app.post(`${ROOT}/:facture{[0-9]+}/confirmer`, mayOnCanteen(platform, 'entry'), bounded, async (c) => {
    const { canteen } = currentCanteen(c)
    const invoice = await invoiceOf(c)
    if (!invoice) return c.notFound()
    const address = `/cantines/${canteen.id}/factures/${invoice.id}`
    // Decided already, by a form sent twice or by a colleague: nothing is counted again.
    if (invoice.state !== 'to_confirm' && invoice.state !== 'held') return c.redirect(address, 303)
    const form = await readForm(c, { mostFields: MOST_FIELDS, longestValue: LONGEST_VALUE })
    const shown = await withLessons(database, canteen.id, invoice)
    const { lines, errors } = readDecisions(form, shown.proposals)
    // Asked for the fields of a line: the page again, with all that was chosen so far.
    if (form.has(OPEN)) return review(c, shown, lines, { opened: Number(form.get(OPEN)) })
    if (form.has(SEEN) && form.get(SEEN) !== seenOf(shown.proposals)) errors.unshift({ field: 'lignes', message: CHANGED })
    if (errors.length > 0) {
      c.status(422)
      return review(c, shown, lines, { errors })
    }
    const today = dayInParis(now())
    const replaced = invoice.kind === 'correction' ? await findReplaced(database, canteen.id, invoice) : null
    if (!mayBePurchases(invoice, today) || replaced?.state === 'confirmed') return c.redirect(address, 303)
    const deed = { by: currentPerson(c).id, now: now() }
    await database.transaction(async (db) => {
      const from = ['to_confirm', 'held'] as const
      // Confirmed already, by a form sent twice or by a colleague: nothing is counted again.
      if (!(await decide(db, canteen.id, invoice.id, { from, to: 'confirmed', ...deed }))) return
      await addPurchases(db, purchasesOf(invoice, canteen.id, lines, today), {
        source: 'invoice',
        sourceId: sourceOf(invoice.id),
        ...deed,
      })
      await keepProposals(db, canteen.id, invoice.id, withDecisions(invoice.proposals, lines))
      await learnFrom(db, canteen.id, invoice, lines, deed)
    })
    return c.redirect(`${address}?confirmee`, 303)
  })

  app.post(`${ROOT}/:facture{[0-9]+}/ecarter`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    await settle(c, ['to_confirm', 'held'], 'aside')
    return c.redirect(`/cantines/${canteen.id}/factures?ecartee`, 303)
  })

  app.post(`${ROOT}/:facture{[0-9]+}/reprendre`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const id = await settle(c, ['confirmed', 'aside'], 'to_confirm')
    return c.redirect(`/cantines/${canteen.id}/factures/${id ?? ''}`, 303)
  })

  /** Moves the invoice of the address, with the purchases that it gave when it was confirmed. */
  async function settle(c: Ctx, from: readonly ('to_confirm' | 'held' | 'confirmed' | 'aside')[], to: 'aside' | 'to_confirm') {
    const { canteen } = currentCanteen(c)
    const invoice = await invoiceOf(c)
    if (!invoice) return null
    const deed = { by: currentPerson(c).id, now: now() }
    const target = to === 'to_confirm' && isHeld(invoice, dayInParis(deed.now)) ? 'held' : to
    await database.transaction(async (db) => {
      if (!(await decide(db, canteen.id, invoice.id, { from, to: target, ...deed }))) return
      const ids = await idsOfSource(db, canteen.id, sourceOf(invoice.id))
      if (ids.length > 0) await takeOutForGood(db, canteen.id, ids, newRemovalId(platform), deed)
      const detail = { id: invoice.id, to: target }
      await addToTrail(db, [
        { stream: purchasesStream(canteen.id), at: deed.now, actor: deed.by, kind: 'invoice-settled', detail },
      ])
    })
    return invoice.id
  }

  /** What the purchases changed, for each year that they fall in. */
  async function noticeFor(c: Ctx, invoice: KeptInvoice) {
    if (c.req.query('confirmee') === undefined || invoice.state !== 'confirmed' || invoice.date === null) return null
    const { canteen } = currentCanteen(c)
    const today = dayInParis(now())
    const years = new Set(invoice.proposals.map((proposal) => Number(dayOfLine(invoice, proposal, today).slice(0, 4))))
    const moves = await Promise.all(
      [...years].sort().map(async (year) => {
        const before = await yearFigures(database, canteen.id, year, sourceOf(invoice.id))
        const after = await yearFigures(database, canteen.id, year)
        const count = after.total.count - before.total.count
        return { year, count, before: verdictOf(canteen, before), after: verdictOf(canteen, after) }
      }),
    )
    const next = await nextToConfirm(database, canteen.id)
    return (
      <>
        {moves
          .filter(({ count }) => count > 0)
          .map((move) => (
            <Moved canteenId={canteen.id} {...move} />
          ))}
        {next ? (
          <p>
            <a class="fr-btn" href={`/cantines/${canteen.id}/factures/${next.id}`}>
              Vérifier la facture suivante
            </a>
          </p>
        ) : null}
      </>
    )
  }

  return app
}
