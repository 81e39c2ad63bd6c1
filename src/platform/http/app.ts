// The ordered middlewares that every request goes through, and the addresses that belong to no feature.
import { randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { renderer, type Site } from '../html/layout.tsx'
import { type Platform, router } from './context.ts'
import { notFound, onError } from './errors.tsx'
import { sameOriginWrites } from './origin.ts'

const LARGEST_BODY = 256 * 1024
const ONE_YEAR = 31_536_000

/** The site without its features: mount them on what it returns. */
export function createApp(platform: Platform, site: Site) {
  const { config, database, assets, log } = platform
  const app = router()
  app.notFound(notFound)
  app.onError(onError(log))
  const render = renderer({ site, assets, brand: config.brand, publicUrl: config.publicUrl })
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.setRenderer((content, page) => render(c, content, page))
    await next()
    if (c.req.method !== 'GET')
      log.info({ id: c.get('requestId'), method: c.req.method, route: c.req.routePath, status: c.res.status })
  })
  // Worked out once by the library, then set before the answer is made: reading an answer's headers back costs more than most pages.
  const headers = securityHeaders(config)
  app.use(async (c, next) => {
    for (const [name, value] of await headers) c.header(name, value)
    await next()
  })
  const compressed = compress()
  app.use((c, next) => {
    if (c.req.header('Accept-Encoding')) return compressed(c, next)
    c.header('Vary', 'Accept-Encoding')
    return next()
  })
  const bounded = bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw new HTTPException(413)
    },
  })
  const setsItsOwnLimit = (path: string) => site.uploads.some((uploads) => uploads.test(path))
  app.use((c, next) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' || setsItsOwnLimit(c.req.path) ? next() : bounded(c, next),
  )
  // PostgreSQL refuses the NUL character, and no address of ours holds it.
  app.use(async (c, next) => (c.req.path.includes('\0') ? c.notFound() : next()))
  app.use(sameOriginWrites(config))
  app.use('/assets/*', serveStatic({ root: 'dist', precompressed: true, onFound: (_path, c) => immutable(c) }))

  app.get('/healthz', async (c) => {
    c.header('Cache-Control', 'no-store')
    const ready = await database.run('select 1 from migration').then(
      () => true,
      () => false,
    )
    return ready ? c.json({ status: 'ready' }) : c.json({ status: 'unavailable' }, 503)
  })
  app.get('/robots.txt', (c) => c.text(['User-agent: *', ...site.unlisted.map((path) => `Disallow: ${path}`), ''].join('\n')))
  app.get('/.well-known/security.txt', (c) => {
    // RFC 9116 wants a date of expiry less than a year ahead: the first day of the month after next is always near enough.
    const now = platform.now()
    const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1)).toISOString()
    return c.text(`Contact: mailto:${config.contactEmail}\nExpires: ${expires}\nPreferred-Languages: fr, en\n`)
  })
  return app
}

function immutable(c: { header(name: string, value: string): void }) {
  c.header('Cache-Control', `public, max-age=${ONE_YEAR}, immutable`)
}

async function securityHeaders({ publicUrl, proconnect }: Platform['config']): Promise<[string, string][]> {
  const https = publicUrl?.startsWith('https:') ?? false
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // The design system draws its arrows and ticks with images written inside its style sheet.
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      // A form of ours may lead on to the identity provider: browsers check redirections too.
      formAction: ["'self'", ...(proconnect ? [new URL(proconnect.issuer).origin] : [])],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? `max-age=${ONE_YEAR}; includeSubDomains` : false,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  })
  const answer = await router()
    .use(secure)
    .get('/', (c) => c.body(null))
    .request('/')
  return [...answer.headers]
}
