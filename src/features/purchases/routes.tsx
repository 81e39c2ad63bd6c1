// Purchases: the book of a canteen, one purchase, and the shares of a year.
import { type Platform, router } from '../../platform/http/context.ts'
import './account.ts'
import { attachedFileRoutes } from './attached-file.routes.tsx'
import { formRoutes } from './form.routes.tsx'
import { gridRoutes } from './grid.routes.tsx'
import { habitsRoutes } from './habits.routes.tsx'
import { listRoutes } from './list.routes.tsx'
import { summaryRoutes } from './summary.routes.tsx'

export function purchasesRoutes(platform: Platform) {
  const app = router()
  app.route('/', summaryRoutes(platform))
  app.route('/', attachedFileRoutes(platform))
  app.route('/', formRoutes(platform))
  app.route('/', gridRoutes(platform))
  app.route('/', habitsRoutes(platform))
  app.route('/', listRoutes(platform))
  return app
}
