// The simulation of the split of a year, on the page and as a file. Everything is in the address: nothing is kept.
import { calendarYear } from '../../law/days.ts'
import { LAST_DATA_YEAR } from '../../law/timeline.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { type FormValues, readQuery } from '../../platform/http/forms.ts'
import { currentCanteen, mayOnCanteen } from '../canteens/canteens.ts'
import { type Ctx, mayRunHere, todayOf } from './act.ts'
import { deliveredWithin } from './delivered.sql.ts'
import { readTotals, simulate } from './simulation.ts'
import { SplitPage } from './split.page.tsx'
import { splitFile } from './split-file.ts'
import { readYear } from './start.ts'

const PAGE = '/cantines/:id{[0-9]+}/groupe/repartition'
const PER_PAGE = 50

export function splitRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  const reads = mayOnCanteen(platform, 'reader')

  const simulated = async (c: Ctx, query: FormValues) => {
    const { canteen } = currentCanteen(c)
    const year = readYear(query.get('annee'), now())
    const { totals, errors } = readTotals(query)
    const satellites = await deliveredWithin(database, canteen.id, calendarYear(year))
    return { simulation: simulate(year, satellites, canteen.yearlyMealCount, totals), errors }
  }
  const isGroup = (c: Ctx) => currentCanteen(c).canteen.productionType === 'groupe'

  app.get(PAGE, reads, async (c) => {
    if (!isGroup(c)) return c.notFound()
    const query = readQuery(c)
    const { simulation, errors } = await simulated(c, query)
    if (errors.length > 0) c.status(422)
    const pages = Math.max(1, Math.ceil(simulation.rows.length / PER_PAGE))
    return c.render(
      <SplitPage
        canteen={currentCanteen(c).canteen}
        mayRun={mayRunHere(c)}
        simulation={simulation}
        typed={{ total: query.get('total'), bio: query.get('bio') }}
        lastYear={Math.min(LAST_DATA_YEAR, Number(todayOf(platform).slice(0, 4)) + 1)}
        errors={errors}
        page={Math.min(pages, Math.max(1, Math.floor(Number(query.get('page'))) || 1))}
        perPage={PER_PAGE}
      />,
      { title: `${errors.length > 0 ? 'À corriger : r' : 'R'}épartition des achats`, robots: 'noindex' },
    )
  })

  for (const type of ['xlsx', 'csv'] as const)
    app.get(`${PAGE}.${type}`, reads, async (c) => {
      if (!isGroup(c)) return c.notFound()
      const { simulation } = await simulated(c, readQuery(c))
      const { body, contentType } = splitFile(simulation, type)
      c.header('Content-Type', contentType)
      c.header(
        'Content-Disposition',
        `attachment; filename="repartition-${simulation.split.dataYear}-groupe-${currentCanteen(c).canteen.id}.${type}"`,
      )
      return c.body(body)
    })
  return app
}
