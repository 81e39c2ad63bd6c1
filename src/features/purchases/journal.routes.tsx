// The trail of the purchases of a canteen: who added, changed or took out what.
import { type Platform, router } from '../../platform/http/context.ts'
import { CanteenFrame, currentCanteen, idOf, JournalTable, journalOf, mayOnCanteen } from '../canteens/canteens.ts'
import { purchasesStream } from './stream.ts'
import { purchaseTrailWords } from './trail.ts'

const TITLE = 'Journal des achats'

export function journalRoutes(platform: Platform) {
  const app = router()
  app.get('/cantines/:id{[0-9]+}/achats/journal', mayOnCanteen(platform, 'reader'), async (c) => {
    const { canteen } = currentCanteen(c)
    const stream = purchasesStream(canteen.id)
    const journal = await journalOf(platform.database, stream, idOf(c.req.query('avant')), purchaseTrailWords)
    return c.render(
      <CanteenFrame canteen={canteen} tab="achats" title={TITLE}>
        <JournalTable {...journal} caption={TITLE} address={`/cantines/${canteen.id}/achats/journal`} />
      </CanteenFrame>,
      { title: `${TITLE} de ${canteen.name}`, robots: 'noindex' },
    )
  })
  return app
}
