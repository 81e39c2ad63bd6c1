// Which machine asks: the one at the other end of the connection, or the one that our own proxies name.
import type { Context } from 'hono'
import type { Config } from '../config.ts'

/** An address, for counting only. What a visitor writes in X-Forwarded-For is never believed, only what our proxies add after it. */
export function clientAddress({ trustedProxies }: Pick<Config, 'trustedProxies'>, c: Context): string {
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  const direct = incoming?.socket?.remoteAddress ?? 'unknown'
  return (trustedProxies > 0 ? named.at(-trustedProxies) : undefined) || direct
}
