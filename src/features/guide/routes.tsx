// The pages that explain: home, measures, calendar, legal and help pages.
import type { Context } from 'hono'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { Accessibility } from './accessibility.page.tsx'
import { CalendarPage } from './calendar.page.tsx'
import { calendarFor } from './calendar.ts'
import { calendarFile } from './calendar-file.ts'
import { Contact } from './contact.page.tsx'
import { Ecodesign } from './ecodesign.page.tsx'
import { measurePages } from './guide.ts'
import { Home } from './home.page.tsx'
import { icon } from './icon.ts'
import { LegalNotice } from './legal-notice.page.tsx'
import { Measure } from './measure.page.tsx'
import { Measures } from './measures.page.tsx'
import { Obligations } from './obligations.page.tsx'
import { Privacy } from './privacy.page.tsx'
import { anyCanteen, profileQuery, readProfile } from './profile.ts'
import { SiteMap, type SiteMapGroup } from './site-map.page.tsx'

export const guideLinks: Link[] = [
  { href: '/', label: 'Accueil' },
  { href: '/mesures', label: 'Les cinq mesures' },
  ...measurePages.map(({ path, label, promise }) => ({ href: path, label, description: promise })),
  { href: '/mesures/toutes-les-obligations', label: 'Toutes les obligations' },
  { href: '/calendrier', label: 'Calendrier', description: 'vos dates, à lire ou à mettre dans votre agenda' },
]

export const aboutLinks: Link[] = [
  { href: '/contact', label: 'Contact' },
  { href: '/accessibilite', label: 'Accessibilité' },
  { href: '/donnees-personnelles', label: 'Données personnelles' },
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/eco-conception', label: 'Éco-conception' },
]

const ONE_HOUR = 3600
const ONE_DAY = 24 * ONE_HOUR

/** `siteMap` gives every page of every feature: whoever mounts the features knows them all. */
export function guideRoutes(platform: Platform, siteMap: readonly SiteMapGroup[]) {
  const { config } = platform
  const app = router()
  const today = () => dayInParis(platform.now())
  const profileOf = (c: Context) => {
    const profile = readProfile(readQuery(c), today())
    if (profile.errors.length > 0) c.status(422)
    return profile
  }

  // The most visited page is the same for everyone and changes with the day only: it is written once a day.
  let home: { day: string; html: string } | null = null
  app.get('/', async (c) => {
    const day = today()
    const write = () =>
      c.render(<Home calendar={calendarFor(anyCanteen, day)} />, {
        title: 'Où en est votre cantine ?',
        description:
          'Faites le point sur la loi EGalim en dix minutes, sans compte : ce qui est acquis, ce qui manque, par où continuer.',
      })
    // The header names who is signed in: their page is theirs alone.
    if (c.get('signedInName') !== undefined) return write()
    if (home?.day !== day) {
      const written = await write()
      home = { day, html: await written.text() }
    }
    return c.html(home.html)
  })
  app.get('/icone.svg', (c) => {
    c.header('Cache-Control', `public, max-age=${ONE_DAY}`)
    return c.body(icon, 200, { 'Content-Type': 'image/svg+xml' })
  })

  app.get('/mesures', (c) =>
    c.render(<Measures />, {
      title: 'Les cinq mesures',
      description: 'Ce que la loi EGalim demande aux restaurants collectifs, en clair.',
    }),
  )
  for (const measure of measurePages)
    app.get(measure.path, (c) =>
      c.render(<Measure measure={measure} profile={profileOf(c)} />, {
        title: measure.label,
        description: measure.promise,
      }),
    )
  app.get('/mesures/toutes-les-obligations', (c) =>
    c.render(<Obligations profile={profileOf(c)} />, {
      title: 'Toutes les obligations',
      description: 'Les règles de la restauration collective, avec leurs dates et leurs textes, triées selon votre cantine.',
    }),
  )

  app.get('/calendrier', (c) => {
    const profile = profileOf(c)
    const file = `${publicUrl(config, c.req.url)}/calendrier.ics${profileQuery(profile.values)}`
    return c.render(
      <CalendarPage profile={profile} calendar={calendarFor(profile.facts, today())} today={today()} file={file} />,
      {
        title: 'Calendrier',
        description: 'Les dates de la loi EGalim pour votre cantine, à lire ou à mettre dans votre agenda.',
      },
    )
  })
  app.get('/calendrier.ics', (c) => {
    const { facts, values, errors } = readProfile(readQuery(c), today())
    if (errors.length > 0) return c.text(errors.map(({ message }) => message).join('\n'), 422)
    const { past, coming, later } = calendarFor(facts, today())
    const page = `${publicUrl(config, c.req.url)}/calendrier${profileQuery(values)}`
    c.header('Cache-Control', `public, max-age=${ONE_HOUR}`)
    return c.body(calendarFile([...past, ...coming, ...later], facts.territory.zone, page, platform.now()), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="echeances-ma-cantine.ics"',
    })
  })

  app.get('/mentions-legales', (c) => c.render(<LegalNotice config={config} />, { title: 'Mentions légales' }))
  app.get('/donnees-personnelles', (c) => c.render(<Privacy config={config} />, { title: 'Données personnelles' }))
  app.get('/accessibilite', (c) => c.render(<Accessibility config={config} />, { title: 'Accessibilité : non conforme' }))
  app.get('/eco-conception', (c) => c.render(<Ecodesign />, { title: 'Éco-conception' }))
  app.get('/contact', (c) => c.render(<Contact config={config} />, { title: 'Contact' }))
  app.get('/plan-du-site', (c) => c.render(<SiteMap groups={siteMap} />, { title: 'Plan du site' }))
  return app
}
