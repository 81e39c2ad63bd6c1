// The calculator: one page, what it needs to look a commune up, and what it needs to work without a network.
import type { Context } from 'hono'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { type FormValues, readForm, readQuery } from '../../platform/http/forms.ts'
import { communeLabel, communesMeant } from '../territory/territory.ts'
import { Calculator } from './calculator.page.tsx'
import { answersTo } from './calculator-answers.client.ts'
import { inMode, modes, readEntry, withZeros } from './calculator-entry.client.ts'
import { placed, placeProblem } from './commune.ts'
import { manifest, workerScript } from './offline.ts'

export const calculatorLinks: Link[] = [
  { href: '/calculette', label: 'Calculette', description: 'Vos parts et les euros qui manquent, à partir de vos achats' },
  {
    href: '/calculette?saisie=detaillee',
    label: 'Calculette, saisie détaillée',
    description: 'Par label et par famille de produits',
  },
]

export function calculatorRoutes(platform: Platform) {
  const app = router()

  const show = (c: Context, form: FormValues, isPosted: boolean) => {
    const currentYear = Number(dayInParis(platform.now()).slice(0, 4))
    const typed = readEntry(form.get, currentYear)
    const to = form.get('vers')
    const mode = modes.find((one) => one === to)
    const place = placed(to === 'zeros' ? withZeros(typed) : mode ? inMode(typed, mode) : typed)
    // What was typed must be understood before anything is judged by the rules of somewhere else.
    const doubt = isPosted && to === '' ? placeProblem(place) : null
    const judged = answersTo(doubt ? { ...place.entry, amounts: {} } : place.entry, currentYear)
    const answers = doubt ? { ...judged, problems: [doubt, ...judged.problems] } : judged
    c.status(answers.problems.length > 0 ? 422 : 200)
    return c.render(<Calculator place={place} answers={answers} isPosted={isPosted} />, {
      title: 'Calculette',
      description: 'Vos achats de l’année d’un côté ; de l’autre, vos parts et les euros qui séparent des objectifs de la loi.',
      scripts: ['calculator'],
    })
  }
  app.get('/calculette', (c) => show(c, readQuery(c), false))
  app.post('/calculette', async (c) => {
    c.header('Cache-Control', 'no-store')
    return show(c, await readForm(c), true)
  })

  app.get('/calculette/communes', (c) => {
    c.header('Cache-Control', 'public, max-age=86400')
    const { commune, choices } = communesMeant(readQuery(c).get('nom').slice(0, 100))
    return c.json((commune ? [commune] : choices).map((one) => ({ code: one.code, label: communeLabel(one) })))
  })
  app.get('/calculette/manifest.webmanifest', (c) => {
    c.header('Content-Type', 'application/manifest+json')
    return c.body(JSON.stringify(manifest))
  })
  app.get('/calculette/hors-ligne.js', (c) => {
    c.header('Content-Type', 'text/javascript')
    c.header('Cache-Control', 'no-cache')
    // The script stands below the page that it serves: the browser wants to be told that this is meant.
    c.header('Service-Worker-Allowed', '/calculette')
    return c.body(workerScript(platform))
  })
  return app
}
