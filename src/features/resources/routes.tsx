// The catalogue of resources and the texts of law.

import { dayInParis } from '../../platform/html/dates.ts'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { Catalogue, countOf } from './catalogue.page.tsx'
import { latestChecks } from './checks.sql.ts'
import { conditionsOf, readCriteria } from './criteria.ts'
import { searchResources } from './search.ts'
import { Texts } from './texts.page.tsx'

export const resourcesLinks: Link[] = [
  { href: '/ressources', label: 'Ressources', description: 'guides, outils, recettes et contacts, par mesure' },
  { href: '/ressources/textes', label: 'Textes de loi', description: 'ce qu’ils disent en une phrase, et leur lien' },
]

const PER_PAGE = 20

export function resourcesRoutes(platform: Platform) {
  const app = router()
  app.get('/ressources', async (c) => {
    const today = dayInParis(platform.now())
    const asked = readCriteria(readQuery(c))
    const found = searchResources(asked, today)
    const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
    const criteria = { ...asked, page: Math.min(asked.page, pages) }
    const conditions = conditionsOf(criteria)
    const loosening =
      found.length > 0 || conditions.length < 2
        ? []
        : conditions
            .map((condition) => ({ ...condition, count: searchResources(condition.without, today).length }))
            .filter(({ count }) => count > 0)
    const from = (criteria.page - 1) * PER_PAGE
    const where = [...conditions.map(({ label }) => label), ...(criteria.page > 1 ? [`page ${criteria.page}`] : [])]
    return c.render(
      <Catalogue
        criteria={criteria}
        conditions={conditions}
        shown={found.slice(from, from + PER_PAGE)}
        total={found.length}
        pages={pages}
        loosening={loosening}
        checks={await latestChecks(platform.database)}
        today={today}
      />,
      {
        title: where.length === 0 ? 'Ressources' : `${countOf(found.length)} : ${where.join(', ')}`,
        description: 'Guides, outils, recettes, modèles et contacts pour avancer sur chaque mesure de la loi EGalim.',
      },
    )
  })
  app.get('/ressources/textes', (c) =>
    c.render(<Texts today={dayInParis(platform.now())} />, {
      title: 'Textes de loi',
      description: 'Lois, codes, décrets et arrêtés qui concernent la restauration collective, expliqués en une phrase chacun.',
    }),
  )
  return app
}
