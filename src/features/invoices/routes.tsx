// Electronic invoices: dropping them, taking those that come by mail, looking at each.
import { type Platform, router } from '../../platform/http/context.ts'
import { dropRoutes } from './drop.routes.tsx'
import { inboundMailRoutes } from './inbound-mail.routes.ts'
import { reviewRoutes } from './review.routes.tsx'
import { roomRoutes } from './room.routes.tsx'
import './trail.ts'

export function invoicesRoutes(platform: Platform) {
  const app = router()
  app.route('/', dropRoutes(platform))
  app.route('/', reviewRoutes(platform))
  app.route('/', roomRoutes(platform))
  app.route('/', inboundMailRoutes(platform))
  return app
}
