// The purchases of a canteen, or of all of one’s canteens, as a file. Importing them goes through the pages of imports.
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { CONTENT_TYPES, type WrittenType } from '../../platform/tables/write-table.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { currentCanteen, mayOnCanteen } from '../canteens/canteens.ts'
import { EVERYWHERE, readCriteria, scopeOf } from '../purchases/purchases.ts'
import { exportPurchases } from './export.ts'

export function purchaseFilesRoutes(platform: Platform) {
  const app = router()
  for (const type of Object.keys(CONTENT_TYPES) as WrittenType[]) {
    app.get(`/cantines/:id{[0-9]+}/achats/export.${type}`, mayOnCanteen(platform, 'reader'), (c) => {
      const { canteen } = currentCanteen(c)
      const file = exportPurchases(platform.database, [canteen.id], readCriteria(readQuery(c)), type)
      return c.body(file, 200, {
        'Content-Type': CONTENT_TYPES[type],
        'Content-Disposition': `attachment; filename="achats-cantine-${canteen.id}-${dayInParis(platform.now())}.${type}"`,
      })
    })
    app.get(`${EVERYWHERE}/export.${type}`, signedIn(platform), async (c) => {
      const today = dayInParis(platform.now())
      const { canteenIds, criteria } = await scopeOf(
        platform.database,
        currentPerson(c).id,
        readQuery(c),
        Number(today.slice(0, 4)),
      )
      return c.body(exportPurchases(platform.database, canteenIds, criteria, type), 200, {
        'Content-Type': CONTENT_TYPES[type],
        'Content-Disposition': `attachment; filename="achats-${today}.${type}"`,
      })
    })
  }
  return app
}
