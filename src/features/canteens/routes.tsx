// Canteens: my list, creating one, its card, its trail, and finding those of others.
import { type Platform, router } from '../../platform/http/context.ts'
import { listRoutes } from './list.routes.tsx'

export function canteensRoutes(platform: Platform) {
  const app = router()
  app.route('/', listRoutes(platform))
  return app
}
