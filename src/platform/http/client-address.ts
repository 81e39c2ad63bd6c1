// Which machine asks: the one at the other end of the connection, or the one that our own proxies name.
import { isIPv6 } from 'node:net'
import type { Context } from 'hono'
import type { Config } from '../config.ts'

/** What one subscriber is given: an IPv6 machine draws as many addresses as it likes in its network (/64), which counts as one. */
function subscriber(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1]
  if (mapped) return mapped
  const [start = '', end] = bare.split('::').map((part) => part.split(':').filter((group) => group !== ''))
  const hidden = end === undefined ? 0 : 8 - start.length - end.length
  const groups = [...start, ...Array<string>(hidden).fill('0'), ...(end ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** An address, for counting only. What a visitor writes in X-Forwarded-For is never believed, only what our proxies add after it. */
export function clientAddress({ trustedProxies }: Pick<Config, 'trustedProxies'>, c: Context): string {
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  const direct = incoming?.socket?.remoteAddress ?? 'unknown'
  return subscriber((trustedProxies > 0 ? named.at(-trustedProxies) : undefined) || direct)
}
