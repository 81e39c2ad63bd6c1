// The machine access: one address that answers, its description, and the page that explains both.
import { cors } from 'hono/cors'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { answerJson } from '../../platform/http/json-endpoint.ts'
import { ApiPage } from './api.page.tsx'
import type { ApiPart } from './api-part.ts'
import { evaluateRequest } from './evaluation.ts'
import { LARGEST_BODY_KB, openApiOf } from './openapi.ts'

const EVALUATION = '/api/v1/evaluation'
const DESCRIPTION = '/api/openapi.json'

export const evaluationLinks: Link[] = [
  { href: '/api', label: 'API', description: 'Le verdict d’une cantine, pour les logiciels, sans compte.' },
]

/** `others`: what other features answer to software, told in the same description and on the same page. */
export function evaluationRoutes({ config }: Platform, others: readonly ApiPart[]) {
  const app = router()
  const openApi = openApiOf(others)
  app.use(DESCRIPTION, cors({ origin: '*', allowMethods: ['GET'] }))

  app.get('/api', (c) =>
    c.render(<ApiPage url={publicUrl(config, c.req.url)} others={others} schemas={openApi.components.schemas} />, {
      title: 'API : l’évaluation d’une cantine pour les logiciels',
      description:
        'Sans compte : envoyez ce que vous savez d’une cantine, recevez ce que la loi EGalim lui demande ; envoyez des libellés d’achats, recevez leur famille et leurs labels.',
    }),
  )
  app.get(DESCRIPTION, (c) => {
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(openApi)
  })
  answerJson(app, EVALUATION, { largestKb: LARGEST_BODY_KB, answer: evaluateRequest })
  return app
}
