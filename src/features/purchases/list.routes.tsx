// The purchase book: the list, taking lines out and bringing them back.
import type { FC } from 'hono/jsx'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Platform, router } from '../../platform/http/context.ts'
import { type FormValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen, roleAllows } from '../canteens/canteens.ts'
import { tellAboveBook } from './above-book.ts'
import { ADDED, addedNotice, GONE, Gone } from './added-notice.tsx'
import { filesOf } from './attached-file.sql.ts'
import { KEPT_FIELD } from './attached-file-form.tsx'
import { attachedNotice } from './attached-notice.tsx'
import { bookAddress, type Criteria, criteriaFields, readCriteria } from './criteria.ts'
import { savedNotice } from './grid-notice.tsx'
import { BookPage } from './list.page.tsx'
import { idsOfSearch, pageOfPurchases } from './list.sql.ts'
import { purchaseYears } from './purchase.sql.ts'
import { bringBack, newRemovalId, takeOut } from './purchases.ts'
import { searchOf } from './search.ts'
import { countWords } from './words.ts'

const ROOT = '/cantines/:id{[0-9]+}/achats'
const PER_PAGE = 25
/** Taken out at once: more than a year of the largest kitchen. */
const MOST_REMOVED = 100_000

export function listRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get(ROOT, mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen, role } = currentCanteen(c)
    const query = readQuery(c)
    const asked = readCriteria(query)
    const [years, found] = await Promise.all([
      purchaseYears(database, canteen.id),
      searchOf(database, canteen.id, asked).then((search) => pageOfPurchases(database, canteen.id, search, PER_PAGE)),
    ])
    const pages = Math.max(1, Math.ceil(found.count / PER_PAGE))
    // A page beyond the last: the list has shrunk since, or someone wrote the address.
    if (asked.page > pages) return c.redirect(bookAddress(canteen.id, { ...asked, page: pages }), 303)
    const ids = found.purchases.map(({ id }) => id)
    const mayWrite = roleAllows(role, 'entry') && canteen.archivedAt === null
    return c.render(
      <BookPage
        canteen={canteen}
        criteria={asked}
        {...found}
        files={await filesOf(database, ids)}
        pages={pages}
        years={years}
        mayWrite={mayWrite}
        notice={
          <>
            {savedNotice(canteen.id, currentPerson(c).id, query) ??
              attachedNotice(canteen.id, query) ??
              (await addedNotice(database, canteen.id, query.get(ADDED))) ??
              noticeFor(canteen.id, query, asked)}
            {mayWrite ? await tellAboveBook(platform, canteen.id) : null}
          </>
        }
      />,
      { title: `Achats de ${canteen.name}`, robots: 'noindex', scripts: query.has('saisie') ? ['grid-saved'] : [] },
    )
  })

  app.post(`${ROOT}/retirer`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c)
    const criteria = readCriteria(form)
    const ticked = form
      .all('achat')
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0)
    const removalId = newRemovalId(platform)
    const count = await database.transaction(async (db) => {
      const ids = form.has('tout')
        ? await idsOfSearch(db, canteen.id, await searchOf(db, canteen.id, criteria), MOST_REMOVED)
        : ticked
      return takeOut(db, canteen.id, ids, removalId, { by: currentPerson(c).id, now: now() })
    })
    const back = new URL(bookAddress(canteen.id, criteria), c.req.url)
    back.searchParams.set('retires', String(count))
    if (count > 0) back.searchParams.set('retrait', removalId)
    return c.redirect(back.pathname + back.search, 303)
  })

  app.post(`${ROOT}/remettre`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const form = await readForm(c)
    const removalId = form.get('retrait')
    const count = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(removalId)
      ? await database.transaction((db) => bringBack(db, canteen.id, removalId, { by: currentPerson(c).id, now: now() }))
      : 0
    const lost = Number(form.get('retires')) - count
    const back = new URL(bookAddress(canteen.id, readCriteria(form)), c.req.url)
    back.searchParams.set('remis', String(count))
    if (lost > 0) back.searchParams.set('perdus', String(lost))
    return c.redirect(back.pathname + back.search, 303)
  })
  return app
}

/** What has just been done, with the way to take it back. */
function noticeFor(canteenId: number, query: FormValues, asked: Criteria) {
  if (query.has(GONE)) return <Gone canteenId={canteenId} />
  if (query.has('modifie')) return <Changed canteenId={canteenId} id={query.get('modifie')} detached={query.get('detache')} />
  if (query.has('remis')) return <Restored count={Number(query.get('remis'))} lost={Number(query.get('perdus'))} />
  if (!query.has('retires')) return null
  const removed = Number(query.get('retires'))
  if (!(removed > 0)) return <Notice title="Rien n’est retiré : cochez d’abord des achats" />
  return (
    <Notice title={`${countWords(removed)} ${removed > 1 ? 'retirés' : 'retiré'}`} kind="success">
      <form method="post" action={`/cantines/${canteenId}/achats/remettre`}>
        <input type="hidden" name="retrait" value={query.get('retrait')} />
        <input type="hidden" name="retires" value={String(removed)} />
        {criteriaFields(asked).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          Annuler le retrait
        </button>
      </form>
    </Notice>
  )
}

/** `lost`: those that could not be brought back. */
const Restored: FC<{ count: number; lost: number }> = ({ count, lost }) =>
  count > 0 && !(lost > 0) ? (
    <Notice title={`${countWords(count)} remis dans le cahier`} kind="success" />
  ) : (
    <Notice
      title={count > 0 ? `${countWords(count)} remis dans le cahier, mais pas ${lost} de plus` : 'Rien n’est remis'}
      kind="warning"
    >
      <p>
        Ce qui n’est pas remis est déjà dans le cahier, ou vient d’une facture ou d’une échéance que votre équipe a reprise depuis
        : c’est elle qui le redonne, pour que rien ne compte deux fois.
      </p>
    </Notice>
  )

const Changed: FC<{ canteenId: number; id: string; detached: string }> = ({ canteenId, id, detached }) =>
  idOf(id) === null || idOf(detached) === null ? (
    <Notice title="L’achat est modifié" kind="success" />
  ) : (
    <Notice title="L’achat est modifié, son justificatif est retiré" kind="success">
      <form method="post" action={`/cantines/${canteenId}/achats/${id}/justificatif`}>
        <input type="hidden" name={KEPT_FIELD} value={detached} />
        <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
          Remettre le justificatif
        </button>
      </form>
    </Notice>
  )
