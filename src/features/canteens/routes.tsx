// Canteens: my list, creating one, its card, its trail, and finding those of others.
import { type Platform, router } from '../../platform/http/context.ts'
import './account.ts'
import { bulkRoutes } from './bulk.routes.tsx'
import { cardRoutes } from './card.routes.tsx'
import { createRoutes } from './create.routes.tsx'
import { journalRoutes } from './journal.routes.tsx'
import { listRoutes } from './list.routes.tsx'
import { searchRoutes } from './search.routes.tsx'

export function canteensRoutes(platform: Platform) {
  const app = router()
  app.route('/', listRoutes(platform))
  app.route('/', bulkRoutes(platform))
  app.route('/', searchRoutes(platform))
  app.route('/', createRoutes(platform))
  app.route('/', cardRoutes(platform))
  app.route('/', journalRoutes(platform))
  return app
}
