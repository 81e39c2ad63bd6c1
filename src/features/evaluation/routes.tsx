// The machine access: one address that answers, its description, and the page that explains both.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, publicUrl, router } from '../../platform/http/context.ts'
import { ApiPage } from './api.page.tsx'
import type { RequestError } from './errors.ts'
import { evaluateRequest } from './evaluation.ts'
import { openApi } from './openapi.ts'
import { LARGEST_BODY_KB, MALFORMED, TOO_LARGE, WRONG_MEDIA_TYPE, WRONG_METHOD } from './refusals.ts'

const EVALUATION = '/api/v1/evaluation'
const DESCRIPTION = '/api/openapi.json'
const ONE_DAY = 86_400
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

export const evaluationLinks: Link[] = [
  { href: '/api', label: 'API', description: 'Le verdict d’une cantine, pour les logiciels, sans compte.' },
]

export function evaluationRoutes({ config }: Platform) {
  const app = router()
  // Anonymous and without effect: any site may call it from a browser.
  app.use(EVALUATION, cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: ONE_DAY }))
  app.use(DESCRIPTION, cors({ origin: '*', allowMethods: ['GET'] }))

  app.get('/api', (c) =>
    c.render(<ApiPage url={publicUrl(config, c.req.url)} />, {
      title: 'API : l’évaluation d’une cantine pour les logiciels',
      description:
        'Une adresse, sans compte : envoyez ce que vous savez d’une cantine, recevez ce que la loi EGalim lui demande.',
    }),
  )
  app.get(DESCRIPTION, (c) => {
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(openApi)
  })

  const limit = bodyLimit({ maxSize: LARGEST_BODY_KB * 1024, onError: (c) => refuse(c, 413, [TOO_LARGE]) })
  app.post(EVALUATION, limit, async (c) => {
    c.header('Cache-Control', 'no-store')
    if (!JSON_TYPE.test(c.req.header('Content-Type') ?? '')) return refuse(c, 415, [WRONG_MEDIA_TYPE])
    const body = parse(await c.req.text())
    if (body === null) return refuse(c, 400, [MALFORMED])
    const { answer, errors } = evaluateRequest(body.value)
    return errors ? refuse(c, 422, errors) : c.json(answer)
  })
  app.all(EVALUATION, (c) => {
    c.header('Allow', 'POST, OPTIONS')
    return refuse(c, 405, [WRONG_METHOD])
  })
  return app
}

const refuse = (c: Context, status: 400 | 405 | 413 | 415 | 422, errors: RequestError[]) => c.json({ errors }, status)

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
