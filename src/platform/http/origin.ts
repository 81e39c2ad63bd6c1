// A form is only taken from our own pages: a page of another site cannot make a visitor's browser write here.
import type { MiddlewareHandler } from 'hono'
import type { Config } from '../config.ts'
import type { Env } from './context.ts'
import { forbidden } from './errors.tsx'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses writes asked by another site, with a 403 page. The API takes no cookie: it is open to other sites. */
export function sameOriginWrites(config: Config): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (SAFE.has(c.req.method) || c.req.path.startsWith('/api/')) return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const own = config.publicUrl === null ? new URL(c.req.url).origin : new URL(config.publicUrl).origin
    // Browsers say where a write comes from; what says nothing and carries no cookie acts in no one's name.
    const welcome =
      site !== undefined ? site === 'same-origin' : origin !== undefined ? origin === own : c.req.header('cookie') === undefined
    return welcome ? next() : forbidden(c)
  }
}
