// Groups: the restaurants that one kitchen delivers, and how its purchases are shared out among them.
import { type Platform, router } from '../../platform/http/context.ts'
import { addRoutes } from './add.routes.tsx'
import { overviewRoutes } from './overview.routes.tsx'
import { periodRoutes } from './periods.routes.tsx'
import { splitRoutes } from './split.routes.tsx'
import './keep.ts'
import './trail-words.ts'

export function groupsRoutes(platform: Platform) {
  const app = router()
  app.route('/', overviewRoutes(platform))
  app.route('/', addRoutes(platform))
  app.route('/', periodRoutes(platform))
  app.route('/', splitRoutes(platform))
  return app
}
