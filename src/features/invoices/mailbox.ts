// The address of a canteen for the invoices of its suppliers: nobody guesses it, nothing is kept to know it again.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../../platform/config.ts'
import type { Platform } from '../../platform/http/context.ts'

const sign = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest()
const keyOf = (secret: string, canteenId: number) => sign(secret, `invoices of canteen ${canteenId}`).toString('hex').slice(0, 20)

/** `factures-12-3f…@…`; null when the site takes no mail. */
export const mailboxOf = ({ config, secret }: Pick<Platform, 'config' | 'secret'>, canteenId: number): string | null =>
  config.inboundMail === null ? null : `factures-${canteenId}-${keyOf(secret, canteenId)}@${config.inboundMail.domain}`

/** The canteen that an address belongs to, or null. */
export function canteenOfMailbox({ config, secret }: Pick<Platform, 'config' | 'secret'>, address: string): number | null {
  const [, id, key, domain] = /^factures-(\d{1,15})-([0-9a-f]{20})@(.+)$/i.exec(address.trim()) ?? []
  if (!id || !key || domain?.toLowerCase() !== config.inboundMail?.domain.toLowerCase()) return null
  return timingSafeEqual(Buffer.from(key.toLowerCase()), Buffer.from(keyOf(secret, Number(id)))) ? Number(id) : null
}

const MINUTES = 5
const MINUTE = 60_000

/** Is this call signed by the service that takes our mail, and fresh? `signature` is HMAC-SHA256 of « timestamp.body », in hexadecimal. */
export function isSigned(
  config: Config,
  { timestamp, signature, body, now }: { timestamp: string; signature: string; body: string; now: Date },
) {
  if (config.inboundMail === null || !/^\d{9,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/i.test(signature)) return false
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > MINUTES * MINUTE) return false
  return timingSafeEqual(Buffer.from(signature, 'hex'), sign(config.inboundMail.secret, `${timestamp}.${body}`))
}
