// Where the shares of a year stand.
import { isDataYear } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { currentCanteen, mayOnCanteen } from '../canteens/canteens.ts'
import { project } from './projection.ts'
import { boughtUntil, purchaseYears } from './purchase.sql.ts'
import { verdictOf, yearFigures } from './purchases.ts'
import { SummaryPage } from './summary.page.tsx'

export function summaryRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get('/cantines/:id{[0-9]+}/achats/bilan', mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen } = currentCanteen(c)
    const today = dayInParis(now())
    const thisYear = Number(today.slice(0, 4))
    const years = await purchaseYears(database, canteen.id)
    const asked = Number(c.req.query('annee'))
    const year = isDataYear(asked) ? asked : (years[0] ?? thisYear)
    const [rollUp, past] = await Promise.all([
      yearFigures(database, canteen.id, year),
      year === thisYear ? boughtUntil(database, canteen.id, year - 1, `${year - 1}${sameDay(today)}`) : null,
    ])
    const verdict = verdictOf(canteen, rollUp)
    return c.render(
      <SummaryPage
        canteen={canteen}
        year={year}
        years={years}
        rollUp={rollUp}
        verdict={verdict}
        projection={past && project(rollUp.total.cents, today, past)}
      />,
      { title: `Parts de ${year} – ${canteen.name}`, robots: 'noindex' },
    )
  })
  return app
}

/** The end of the day's name, for another year: 29 February becomes the 28th. */
const sameDay = (today: string) => today.slice(4).replace('-02-29', '-02-28')
