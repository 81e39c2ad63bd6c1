// Reading the file attached to a purchase, and putting back the one that was just taken off.
import { type Platform, router } from '../../platform/http/context.ts'
import { readForm } from '../../platform/http/forms.ts'
import { currentPerson } from '../accounts/accounts.ts'
import { currentCanteen, idOf, mayOnCanteen } from '../canteens/canteens.ts'
import { readContent } from './attached-file.sql.ts'
import { attachFile } from './attached-file.ts'
import { KEPT_FIELD, knownFile } from './attached-file-form.tsx'
import { isShown, MEDIA_TYPE } from './attached-file-type.ts'
import { findPurchase } from './purchase.sql.ts'

const ROOT = '/cantines/:id{[0-9]+}/achats'

export function attachedFileRoutes(platform: Platform) {
  const app = router()
  const { database, now } = platform

  app.get(`${ROOT}/justificatifs/:fichier{[0-9]+}`, mayOnCanteen(platform, 'reader'), async (c) => {
    const kept = await readContent(database, currentCanteen(c).canteen.id, idOf(c.req.param('fichier')) ?? 0)
    if (!kept) return c.notFound()
    // What came from outside runs nothing, whatever it holds; pictures alone open in the browser.
    const shown = isShown(kept.type) ? 'inline' : 'attachment'
    return c.body(new Uint8Array(kept.content), 200, {
      'Content-Type': MEDIA_TYPE[kept.type],
      'Content-Disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(kept.name).replace(/['()*]/g, escape)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    })
  })

  app.post(`${ROOT}/:achat{[0-9]+}/justificatif`, mayOnCanteen(platform, 'entry'), async (c) => {
    const { canteen } = currentCanteen(c)
    const purchase = await findPurchase(database, canteen.id, idOf(c.req.param('achat')) ?? 0)
    if (!purchase) return c.notFound()
    const file = await knownFile(platform, canteen.id, (await readForm(c)).get(KEPT_FIELD))
    if (file) await database.transaction((db) => attachFile(db, purchase, file, { by: currentPerson(c).id, now: now() }))
    return c.redirect(`/cantines/${canteen.id}/achats?${file ? 'joint' : 'perdu'}`, 303)
  })
  return app
}
