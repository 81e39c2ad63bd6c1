// One address for other software: JSON in, JSON out, from any site, without account nor effect.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import type { router } from './context.ts'
import type { JsonError } from './json-errors.ts'

const ONE_DAY = 86_400
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

const refusal = <Code extends string>(code: Code, message: string) => ({ pointer: '', code, message })

/** Requests that are refused before they are read. */
export const MALFORMED = refusal(
  'malformed_json',
  'Le contenu n’est pas du JSON valide : vérifiez les guillemets, les virgules et les accolades.',
)
export const WRONG_MEDIA_TYPE = refusal(
  'unsupported_media_type',
  'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
)
export const WRONG_METHOD = refusal(
  'method_not_allowed',
  'Cette adresse n’accepte que la méthode POST. Son mode d’emploi : /api.',
)
export const tooLarge = (kb: number) => refusal('body_too_large', `Le contenu est trop lourd : ${kb} ko au plus.`)

type Answered = { answer: object; errors?: never } | { errors: readonly JsonError[]; answer?: never }

/** Answers POST requests at `path`; whatever is wrong comes back as `{ errors }`, with the status that says which kind. */
export function answerJson(
  app: ReturnType<typeof router>,
  path: string,
  { largestKb, answer }: { largestKb: number; answer: (body: unknown) => Answered },
) {
  // Anonymous and without effect: any site may call it from a browser.
  app.use(path, cors({ origin: '*', allowMethods: ['POST'], allowHeaders: ['Content-Type'], maxAge: ONE_DAY }))
  const limit = bodyLimit({ maxSize: largestKb * 1024, onError: (c) => refuse(c, 413, [tooLarge(largestKb)]) })
  app.post(path, limit, async (c) => {
    c.header('Cache-Control', 'no-store')
    if (!JSON_TYPE.test(c.req.header('Content-Type') ?? '')) return refuse(c, 415, [WRONG_MEDIA_TYPE])
    const body = parse(await c.req.text())
    if (body === null) return refuse(c, 400, [MALFORMED])
    const { answer: found, errors } = answer(body.value)
    return errors ? refuse(c, 422, errors) : c.json(found)
  })
  app.all(path, (c) => {
    c.header('Allow', 'POST, OPTIONS')
    return refuse(c, 405, [WRONG_METHOD])
  })
}

const refuse = (c: Context, status: 400 | 405 | 413 | 415 | 422, errors: readonly JsonError[]) => c.json({ errors }, status)

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
