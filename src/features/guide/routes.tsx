// The pages that explain: home, measures, calendar, legal and help pages.

import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { Accessibility } from './accessibility.page.tsx'
import { Contact } from './contact.page.tsx'
import { Ecodesign } from './ecodesign.page.tsx'
import { Home } from './home.page.tsx'
import { icon } from './icon.ts'
import { LegalNotice } from './legal-notice.page.tsx'
import { Privacy } from './privacy.page.tsx'
import { SiteMap, type SiteMapGroup } from './site-map.page.tsx'

export const guideLinks: Link[] = [
  { href: '/', label: 'Accueil' },
  { href: '/contact', label: 'Contact' },
  { href: '/accessibilite', label: 'Accessibilité' },
  { href: '/donnees-personnelles', label: 'Données personnelles' },
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/eco-conception', label: 'Éco-conception' },
  { href: '/plan-du-site', label: 'Plan du site' },
]

const ONE_DAY = 86_400

/** `siteMap` gives every page of every feature: whoever mounts the features knows them all. */
export function guideRoutes(platform: Platform, siteMap: readonly SiteMapGroup[]) {
  const { config } = platform
  const app = router()
  app.get('/', (c) =>
    c.render(<Home dates={[]} measures={[]} />, {
      title: 'Où en est votre cantine ?',
      description:
        'Faites le point sur la loi EGalim en dix minutes, sans compte : ce qui est acquis, ce qui manque, par où continuer.',
    }),
  )
  app.get('/icone.svg', (c) => {
    c.header('Cache-Control', `public, max-age=${ONE_DAY}`)
    return c.body(icon, 200, { 'Content-Type': 'image/svg+xml' })
  })
  app.get('/mentions-legales', (c) => c.render(<LegalNotice config={config} />, { title: 'Mentions légales' }))
  app.get('/donnees-personnelles', (c) => c.render(<Privacy config={config} />, { title: 'Données personnelles' }))
  app.get('/accessibilite', (c) => c.render(<Accessibility config={config} />, { title: 'Accessibilité : non conforme' }))
  app.get('/eco-conception', (c) => c.render(<Ecodesign />, { title: 'Éco-conception' }))
  app.get('/contact', (c) => c.render(<Contact config={config} />, { title: 'Contact' }))
  app.get('/plan-du-site', (c) => c.render(<SiteMap groups={siteMap} />, { title: 'Plan du site' }))
  return app
}
