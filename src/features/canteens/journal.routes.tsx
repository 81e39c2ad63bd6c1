// The trail of a canteen, page after page.
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { currentCanteen, idOf, mayOnCanteen } from './access.ts'
import { JournalPage } from './journal.page.tsx'
import { linesOf } from './journal.ts'
import { streamOf } from './trail.ts'

const PER_PAGE = 40

export function journalRoutes(platform: Platform) {
  const app = router()
  const { database } = platform
  app.get('/cantines/:id{[0-9]+}/journal', mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen } = currentCanteen(c)
    const before = idOf(c.req.query('avant'))
    const stream = streamOf(canteen.id)
    const [entries, chain] = await Promise.all([
      readTrail(database, stream, { most: PER_PAGE + 1, before }),
      verifyTrail(database, stream),
    ])
    const lines = await linesOf(database, entries.slice(0, PER_PAGE))
    return c.render(
      <JournalPage
        canteen={canteen}
        lines={lines}
        chain={chain}
        older={entries.length > PER_PAGE ? lines.at(-1)!.number : null}
        isFirst={before === null}
      />,
      { title: `Journal de ${canteen.name}`, robots: 'noindex' },
    )
  })
  return app
}
