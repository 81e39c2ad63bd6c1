// The purchases of all the canteens that one may read, and the way there from the list of one's canteens.
import { FIRST_DATA_YEAR } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { aboveMine, namesOfMine } from '../canteens/canteens.ts'
import { filesOf } from './attached-file.sql.ts'
import { EverywherePage, TITLE } from './everywhere.page.tsx'
import { pageEverywhere, totalsEverywhere, yearSumsEverywhere } from './everywhere.sql.ts'
import { EVERYWHERE, everywhereAddress, scopeOf } from './everywhere.ts'
import { comparedYear, sameSharesIn, totalsOf } from './same-shares.tsx'

const PER_PAGE = 25

aboveMine.push(async ({ database }, person) =>
  (await namesOfMine(database, person.id, 2)).length < 2 ? null : (
    <p class="no-print">
      <a href={EVERYWHERE}>{TITLE}</a>
    </p>
  ),
)

export function everywhereRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get(EVERYWHERE, signedIn(platform), async (c) => {
    const thisYear = Number(dayInParis(now()).slice(0, 4))
    const scope = await scopeOf(database, currentPerson(c).id, readQuery(c), thisYear)
    const { canteenIds, criteria } = scope
    const search = { ...criteria, kinds: null, ids: null }
    const compared = comparedYear(scope)
    const [purchases, sums, added] = await Promise.all([
      pageEverywhere(database, canteenIds, search, PER_PAGE),
      compared === null ? null : yearSumsEverywhere(database, canteenIds, compared),
      compared === null ? totalsEverywhere(database, canteenIds, search) : null,
    ])
    const totals = added ?? totalsOf(sums ?? [])
    const sum = (read: (one: (typeof totals)[number]) => number) => totals.reduce((all, one) => all + read(one), 0)
    const count = sum((one) => one.count)
    const pages = Math.max(1, Math.ceil(count / PER_PAGE))
    // A page beyond the last: the list has shrunk since, or someone wrote the address.
    if (criteria.page > pages) return c.redirect(everywhereAddress({ ...scope, criteria: { ...criteria, page: pages } }), 303)
    return c.render(
      <EverywherePage
        scope={scope}
        years={Array.from({ length: thisYear - FIRST_DATA_YEAR + 1 }, (_, index) => thisYear - index)}
        purchases={purchases}
        files={
          await filesOf(
            database,
            purchases.map(({ id }) => id),
          )
        }
        totals={totals}
        count={count}
        cents={sum((one) => one.cents)}
        pages={pages}
        same={sums === null || compared === null ? null : sameSharesIn(scope.canteens, sums, compared)}
      />,
      { title: TITLE, robots: 'noindex' },
    )
  })
  return app
}
