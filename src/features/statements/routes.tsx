// Yearly statements of suppliers: the pages of the team, and those that a link opens.
import { type Platform, router } from '../../platform/http/context.ts'
import { jointRoutes } from './joint.routes.tsx'
import { supplierRoutes } from './supplier.routes.tsx'
import { supplierListRoutes } from './supplier-list.routes.tsx'
import { teamRoutes } from './team.routes.tsx'
import './trail.ts'

export function statementsRoutes(platform: Platform) {
  const app = router()
  app.route('/', teamRoutes(platform))
  app.route('/', jointRoutes(platform))
  app.route('/', supplierRoutes(platform))
  app.route('/', supplierListRoutes(platform))
  return app
}
