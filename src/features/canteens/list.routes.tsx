// My canteens: the list, narrowed by its address.
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { tellAboveMine } from './above-mine.ts'
import { isNarrowed, readCriteria } from './criteria.ts'
import { ListPage } from './list.page.tsx'
import { overviewOfMine, pageOfMine } from './list.sql.ts'
import { noticeFor } from './list-notice.tsx'
import { countWords } from './words.ts'

const PER_PAGE = 25

export function listRoutes(platform: Platform) {
  const app = router()
  const { database } = platform

  app.get('/mes-cantines', signedIn(platform), async (c) => {
    const personId = currentPerson(c).id
    const query = readQuery(c)
    const asked = readCriteria(query)
    const [overview, found] = await Promise.all([
      overviewOfMine(database, personId),
      pageOfMine(database, personId, asked, PER_PAGE),
    ])
    // A page beyond the last: the list has shrunk since, or someone wrote the address.
    const beyond = found.canteens.length === 0 && asked.page > 1
    const criteria = beyond ? { ...asked, page: 1 } : asked
    const { canteens, total } = beyond ? await pageOfMine(database, personId, criteria, PER_PAGE) : found
    return c.render(
      <ListPage
        overview={overview}
        criteria={criteria}
        canteens={canteens}
        total={total}
        pages={Math.max(1, Math.ceil(total / PER_PAGE))}
        notice={await noticeFor(platform, personId, query)}
        above={await tellAboveMine(platform, currentPerson(c))}
      />,
      { title: isNarrowed(criteria) ? `${countWords(total)} : mes cantines` : 'Mes cantines', robots: 'noindex' },
    )
  })
  return app
}
