// `POST /api/v1/classification`: what wordings from invoices say of family, labels and origin, for other software.
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { z } from 'zod'
import { families } from '../../law/families.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { type Recognition, recognise } from './recognition.ts'

export const MOST_DESCRIPTIONS = 1000
export const LONGEST_DESCRIPTION = 300
const LARGEST_BODY = 2 * 1_048_576

const request = z.strictObject({
  descriptions: z.array(z.string().max(LONGEST_DESCRIPTION)).min(1).max(MOST_DESCRIPTIONS),
})

const codeOf = (family: Recognition['family']) => families.find(({ id }) => id === family)?.purchaseCode ?? null

export function recognitionRoutes(platform: Platform) {
  const app = router()
  const refusal = (pointer: string, code: string, message: string) => ({ errors: [{ pointer, code, message }] })

  app.use('/api/v1/classification', cors())
  app.post(
    '/api/v1/classification',
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.json(refusal('', 'body_too_large', 'Cet envoi est trop lourd.'), 413) }),
    async (c) => {
      const body: unknown = await c.req.json().catch(() => null)
      const parsed = request.safeParse(body)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        const message = `Envoyez « descriptions » : de 1 à ${MOST_DESCRIPTIONS} libellés de ${LONGEST_DESCRIPTION} caractères au plus.`
        return c.json(refusal(`/${issue?.path.join('/') ?? ''}`, 'unusable', message), 422)
      }
      const dataYear = Number(dayInParis(platform.now()).slice(0, 4))
      return c.json(
        parsed.data.descriptions.map((wording) => {
          const { family, labels, origin, confidence, evidence } = recognise(wording, { dataYear })
          const told = evidence.map((one) =>
            one.of === 'family' ? { ...one, code: codeOf(one.code as Recognition['family']) } : one,
          )
          return { family: codeOf(family), labels, origin, confidence, evidence: told }
        }),
      )
    },
  )
  return app
}
