// Accounts: signing up and in, my account, and the mailbox of the demonstration.
import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { demoRoutes } from './demo.routes.tsx'
import { identityRoutes } from './identity.routes.tsx'
import { leaveRoutes } from './leave.routes.tsx'
import { proConnectRoutes } from './proconnect.routes.tsx'
import { profileRoutes } from './profile.routes.tsx'
import { securityRoutes } from './security.routes.tsx'
import { signInRoutes } from './sign-in.routes.tsx'
import { signUpRoutes } from './sign-up.routes.tsx'

export { recognise } from './session.ts'

export const accountsLinks: Link[] = [
  { href: '/connexion', label: 'Se connecter', description: 'Retrouver son compte, par un lien ou un mot de passe.' },
  { href: '/creer-un-compte', label: 'Créer un compte', description: 'Garder ses cantines, son équipe et ses bilans.' },
]

export function accountsRoutes(platform: Platform) {
  const app = router()
  app.route('/', signUpRoutes(platform))
  app.route('/', signInRoutes(platform))
  app.route('/', proConnectRoutes(platform))
  app.route('/', profileRoutes(platform))
  app.route('/', securityRoutes(platform))
  app.route('/', identityRoutes(platform))
  app.route('/', leaveRoutes(platform))
  if (platform.config.demo && platform.config.smtpUrl === null) app.route('/', demoRoutes(platform))
  return app
}
