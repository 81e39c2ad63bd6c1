// The page of a group, of a satellite, or of a canteen that is neither.
import { calendarYear } from '../../law/days.ts'
import { isDataYear } from '../../law/timeline.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { readForm, readQuery } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, findRoles, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { actOf, backWith, type Ctx, mayRunHere, settled, todayOf } from './act.ts'
import { undoDeed } from './alter.ts'
import { REPLIES, replyTo } from './answer.ts'
import { pageOfDelivered, summaryOf } from './delivered.sql.ts'
import { GroupPage, WHENS } from './group.page.tsx'
import { type Said, saidOf } from './notice.tsx'
import { overlaps } from './period.ts'
import { changesOf, periodsOf } from './periods.sql.ts'
import { openRequests } from './requests.sql.ts'
import { OnSitePage, SatellitePage } from './satellite.page.tsx'

const PAGE = '/cantines/:id{[0-9]+}/groupe'
const PER_PAGE = 30
const LONGEST_WORDS = 100
const DAY = 86_400_000

export function overviewRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform
  const runs = mayOnCanteen(platform, 'administrator')

  app.get(PAGE, mayOnCanteen(platform, 'reader'), async (c) => page(c, await freshWord(c)))

  /** What the address says was done, with its undoing while that is possible. */
  const freshWord = async (c: Ctx): Promise<Said | null> => {
    const said = saidOf((name) => c.req.query(name))
    const deed = c.req.query('geste')
    if (!said || !deed || !mayRunHere(c)) return said
    const changes = await changesOf(database, deed, currentPerson(c).id, new Date(now().getTime() - DAY))
    return changes.length > 0 ? { ...said, deed } : said
  }

  const page = (c: Ctx, said: Said | null) => {
    const { productionType } = currentCanteen(c).canteen
    if (productionType === 'groupe') return groupPage(c, said)
    if (productionType === 'site_cooked_elsewhere') return satellitePage(c, said)
    return c.render(<OnSitePage canteen={currentCanteen(c).canteen} mayRun={mayRunHere(c)} />, titled(c, 'Groupe'))
  }
  const titled = (c: Ctx, what: string) => ({ title: `${what} : ${currentCanteen(c).canteen.name}`, robots: 'noindex' as const })

  const groupPage = async (c: Ctx, said: Said | null) => {
    const { canteen } = currentCanteen(c)
    const query = readQuery(c)
    const today = todayOf(platform)
    const wish = {
      groupId: canteen.id,
      today,
      words: query.get('q').slice(0, LONGEST_WORDS),
      when: WHENS.find(({ value }) => value === query.get('quand'))?.id ?? ('now' as const),
      page: Math.min(1000, Math.max(1, Math.floor(Number(query.get('page'))) || 1)),
    }
    const [summary, requests, { lines, total }] = await Promise.all([
      summaryOf(database, canteen.id, today),
      openRequests(database, 'group', canteen.id, now()),
      pageOfDelivered(database, wish, PER_PAGE),
    ])
    const roles = await findRoles(
      database,
      lines.map(({ id }) => id),
      currentPerson(c).id,
    )
    const pages = Math.max(1, Math.ceil(total / PER_PAGE))
    return c.render(
      <GroupPage
        {...wish}
        {...{ canteen, said, summary, requests, lines, total, pages }}
        mayRun={mayRunHere(c)}
        known={new Set(roles.keys())}
      />,
      titled(c, 'Satellites'),
    )
  }

  const satellitePage = async (c: Ctx, said: Said | null) => {
    const { canteen } = currentCanteen(c)
    const today = todayOf(platform)
    const [all, requests] = await Promise.all([
      periodsOf(database, [canteen.id]),
      openRequests(database, 'satellite', canteen.id, now()),
    ])
    const periods = all.get(canteen.id) ?? []
    const thisYear = Number(today.slice(0, 4))
    const asked = Number(c.req.query('annee'))
    const first = Math.min(thisYear, ...periods.map(({ from }) => Number(from.slice(0, 4))))
    const last = Math.max(thisYear, ...periods.map(({ from, to }) => Number((to ?? from).slice(0, 4))))
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (year) => year === thisYear || periods.some((period) => overlaps(period, calendarYear(year))),
    )
    const roles = await findRoles(
      database,
      periods.map(({ groupId }) => groupId),
      currentPerson(c).id,
    )
    return c.render(
      <SatellitePage
        {...{ canteen, today, said, periods, requests, years }}
        mayRun={mayRunHere(c)}
        year={isDataYear(asked) && years.includes(asked) ? asked : thisYear}
        known={new Set(roles.keys())}
      />,
      titled(c, 'Groupe'),
    )
  }

  const refuse = (c: Ctx, why: string) => {
    c.status(422)
    return page(c, { kind: 'warning', title: 'Rien n’a changé', text: why })
  }

  app.post(`${PAGE}/demandes/:demande`, runs, async (c) => {
    const sent = (await readForm(c)).get('reponse')
    const reply = REPLIES.find((one) => one === sent)
    const id = idOf(c.req.param('demande'))
    if (reply === undefined || id === null) return refuse(c, 'Choisissez une des réponses proposées.')
    const act = actOf(platform, c)
    const { refused, end } = await settled(platform, (db) => replyTo(db, id, reply, act))
    if (refused !== undefined) return refuse(c, refused)
    return backWith(c, { fait: end === 'unchanged' ? 'inchange' : reply, geste: act.deed })
  })

  app.post(`${PAGE}/annuler`, runs, async (c) => {
    const deed = (await readForm(c)).get('geste')
    const { refused, end } = await settled(platform, (db) =>
      undoDeed(db, deed, { ...actOf(platform, c), by: currentPerson(c).id }),
    )
    if (refused !== undefined) return refuse(c, refused)
    return backWith(c, { fait: end === 'done' ? 'annule' : 'inchange' })
  })
  return app
}
