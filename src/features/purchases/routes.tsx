// Purchases: the book of a canteen, one purchase, and the shares of a year.
import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import './account.ts'
import { attachManyRoutes } from './attach-many.routes.tsx'
import { attachedFileRoutes } from './attached-file.routes.tsx'
import { everywhereRoutes } from './everywhere.routes.tsx'
import { formRoutes } from './form.routes.tsx'
import { gridRoutes } from './grid.routes.tsx'
import { habitsRoutes } from './habits.routes.tsx'
import { HELP, HelpPage } from './help.page.tsx'
import { journalRoutes } from './journal.routes.tsx'
import { listRoutes } from './list.routes.tsx'
import { summaryRoutes } from './summary.routes.tsx'

export const purchasesLinks: Link[] = [
  { href: HELP, label: 'Suivre ses achats', description: 'de la facture aux parts que demande la loi' },
]

export function purchasesRoutes(platform: Platform) {
  const app = router()
  app.get(HELP, (c) =>
    c.render(<HelpPage />, {
      title: 'Suivre ses achats',
      description:
        'Factures électroniques, tableur, saisie ou relevé de fournisseur : par où commencer, quoi saisir, ce qui compte.',
    }),
  )
  app.route('/', summaryRoutes(platform))
  app.route('/', attachedFileRoutes(platform))
  app.route('/', attachManyRoutes(platform))
  app.route('/', formRoutes(platform))
  app.route('/', gridRoutes(platform))
  app.route('/', habitsRoutes(platform))
  app.route('/', everywhereRoutes(platform))
  app.route('/', journalRoutes(platform))
  app.route('/', listRoutes(platform))
  return app
}
