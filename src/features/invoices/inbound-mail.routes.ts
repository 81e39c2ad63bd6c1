// What the service that takes our mail hands over: a signed call for each mail, its attached files inside.
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { type Platform, router } from '../../platform/http/context.ts'
import { findCanteen } from '../canteens/canteens.ts'
import { findBatch, outcomesOf } from './batch.sql.ts'
import { LARGEST_BATCH } from './list.page.tsx'
import { canteenOfMailbox, isSigned } from './mailbox.ts'
import { dropFiles } from './read-batch.ts'

const mail = z.object({
  to: z.array(z.string().max(320)).min(1).max(50),
  attachments: z.array(z.object({ name: z.string().max(300), contentBase64: z.base64() })).max(50),
})

/** `POST /api/v1/inbound-mail`: `X-Timestamp` (seconds), `X-Signature` (HMAC-SHA256 of « timestamp.body »); safe to repeat. */
export function inboundMailRoutes(platform: Platform) {
  const app = router()
  const { database, config, now } = platform
  const refuse = (code: string, message: string) => ({ errors: [{ pointer: '', code, message }] })

  app.post(
    '/api/v1/inbound-mail',
    bodyLimit({ maxSize: LARGEST_BATCH * 2, onError: (c) => c.json(refuse('body_too_large', 'Cet envoi est trop lourd.'), 413) }),
    async (c) => {
      const body = await c.req.text()
      const [timestamp = '', signature = ''] = [c.req.header('x-timestamp'), c.req.header('x-signature')]
      if (!isSigned(config, { timestamp, signature, body, now: now() }))
        return c.json(refuse('not_signed', 'Cet appel n’est pas signé, ou il est trop ancien.'), 401)
      const parsed = mail.safeParse(readJson(body))
      if (!parsed.success) return c.json(refuse('unusable', 'Ce courriel n’a pas la forme attendue.'), 422)
      const canteenIds = new Set(parsed.data.to.map((address) => canteenOfMailbox(platform, address)).filter((id) => id !== null))
      const files = parsed.data.attachments.map(({ name, contentBase64 }) => ({
        name,
        bytes: async () => Buffer.from(contentBase64, 'base64'),
      }))
      let received = 0
      let queued = 0
      let noRoom = 0
      for (const canteenId of canteenIds) {
        const canteen = await findCanteen(database, canteenId)
        if (!canteen || canteen.archivedAt !== null || files.length === 0) continue
        const id = await dropFiles(platform, files, { canteenId, cameBy: 'mail', by: null, now: now() })
        const batch = await findBatch(database, canteenId, id)
        if (batch?.readAt) {
          const outcomes = await outcomesOf(database, id)
          received += outcomes.filter(({ invoice }) => invoice !== null).length
          noRoom += outcomes.filter(({ problem }) => problem === 'no_room').length
        } else queued += batch?.fileCount ?? 0
      }
      // To be tried again once the team, which is told, has made room; or the sender is told.
      if (noRoom > 0) return c.json({ received, queued, noRoom }, 507)
      // Many are read a little later: what they become shows on the site.
      return c.json(queued === 0 ? { received } : { received, queued }, queued === 0 ? 200 : 202)
    },
  )
  return app
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
