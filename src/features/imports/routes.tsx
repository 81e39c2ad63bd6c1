// Addresses of imports: the kinds of files, and the files that people bring.
import { cors } from 'hono/cors'
import type { Link } from '../../platform/html/link.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { tableSchema } from '../../platform/tables/table-schema.ts'
import './account.ts'
import { fileRoutes } from './file.routes.tsx'
import { kindRoutes } from './kind.routes.tsx'
import type { AnyImportKind } from './kind.ts'
import { HOME, schemaName } from './words.ts'

export const importsLinks: Link[] = [
  { ...HOME, description: 'Déposer un tableur, corriger sur la page, tout enregistrer d’un coup.' },
]

export function importsRoutes(platform: Platform, kinds: readonly AnyImportKind[]) {
  const app = router()
  app.route('/', kindRoutes(platform, kinds))
  app.route('/', fileRoutes(platform, kinds))
  app.use('/schemas/*', cors())
  app.get('/schemas/:file', (c) => {
    const kind = kinds.find((one) => `${schemaName(one)}.json` === c.req.param('file'))
    if (!kind) return c.notFound()
    // Any page may read it, as any program may.
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return c.json(tableSchema(kind.format))
  })
  return app
}
