// Teams: who works on a canteen, and how one comes to it.
import { type Platform, router } from '../../platform/http/context.ts'
import { invitationRoutes } from './invitations.routes.tsx'
import { joiningRoutes } from './joining.routes.tsx'
import { memberRoutes } from './members.routes.tsx'
import { takeoverRoutes } from './takeovers.routes.tsx'
import { watchRoutes } from './watch.routes.tsx'
import './above-mine.tsx'
import './account.ts'
import './trail.ts'

export function teamRoutes(platform: Platform) {
  const app = router()
  app.route('/', invitationRoutes(platform))
  app.route('/', joiningRoutes(platform))
  app.route('/', memberRoutes(platform))
  app.route('/', takeoverRoutes(platform))
  app.route('/', watchRoutes(platform))
  return app
}
