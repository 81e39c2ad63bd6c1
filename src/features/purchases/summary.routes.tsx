// Where the shares of a year stand.
import { isDataYear } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { currentCanteen, mayOnCanteen } from '../canteens/canteens.ts'
import { summarise } from './months.ts'
import { purchaseYears } from './purchase.sql.ts'
import { verdictOf } from './purchases.ts'
import { SummaryPage } from './summary.page.tsx'
import { kindsByMonth, kindsUntil, monthsAfter } from './summary.sql.ts'
import { enteredTwice } from './twice.sql.ts'

/** Beyond, comparing the purchases of a year with one another would make its page wait; the book still does it when asked. */
const MOST_COMPARED = 10_000

export function summaryRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get('/cantines/:id{[0-9]+}/achats/bilan', mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen } = currentCanteen(c)
    const today = dayInParis(now())
    const thisYear = Number(today.slice(0, 4))
    const bought = purchaseYears(database, canteen.id)
    const asked = Number(c.req.query('annee'))
    const year = isDataYear(asked) ? asked : ((await bought)[0] ?? thisYear)
    const isCurrent = year === thisYear
    // Years that are over are compared whole.
    const until = `${year - 1}${isCurrent ? sameDay(today.slice(4)) : '-12-31'}`
    const [kinds, untilSameDay, later, years] = await Promise.all([
      kindsByMonth(database, canteen.id, year),
      kindsUntil(database, canteen.id, until),
      isCurrent ? monthsAfter(database, canteen.id, until) : [],
      bought,
    ])
    const summary = summarise(year, { kinds, until: untilSameDay, later }, isCurrent ? today : null)
    const twice = summary.rollUp.total.count > MOST_COMPARED ? [] : await enteredTwice(database, canteen.id, year)
    return c.render(
      <SummaryPage
        {...summary}
        canteen={canteen}
        year={year}
        years={years}
        isCurrent={isCurrent}
        twice={twice}
        verdict={verdictOf(canteen, summary.rollUp)}
      />,
      { title: `Parts de ${year} – ${canteen.name}`, robots: 'noindex' },
    )
  })
  return app
}

/** The end of the day's name, for another year: 29 February becomes the 28th. */
const sameDay = (day: string) => day.replace('-02-29', '-02-28')
