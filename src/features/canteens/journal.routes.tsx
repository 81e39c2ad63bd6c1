// The trail of a canteen, page after page.
import { type Platform, router } from '../../platform/http/context.ts'
import { currentCanteen, idOf, mayOnCanteen } from './access.ts'
import { JournalPage } from './journal.page.tsx'
import { journalOf } from './journal.ts'
import { streamOf, trailWords } from './trail.ts'

export function journalRoutes(platform: Platform) {
  const app = router()
  const { database } = platform
  app.get('/cantines/:id{[0-9]+}/journal', mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen } = currentCanteen(c)
    const journal = await journalOf(database, streamOf(canteen.id), idOf(c.req.query('avant')), trailWords)
    return c.render(<JournalPage canteen={canteen} journal={journal} />, {
      title: `Journal de ${canteen.name}`,
      robots: 'noindex',
    })
  })
  return app
}
