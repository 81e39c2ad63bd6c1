// My canteens as a file. Importing them goes through the pages of imports.
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { readQuery } from '../../platform/http/forms.ts'
import { CONTENT_TYPES, type WrittenType } from '../../platform/tables/write-table.ts'
import { currentPerson, signedIn } from '../accounts/accounts.ts'
import { readCriteria } from '../canteens/canteens.ts'
import { exportMine } from './export.ts'

export function canteenFilesRoutes(platform: Platform) {
  const app = router()
  const types = Object.keys(CONTENT_TYPES) as WrittenType[]
  for (const type of types)
    app.get(`/mes-cantines/export.${type}`, signedIn(platform), (c) => {
      const today = dayInParis(platform.now())
      const file = exportMine(platform.database, currentPerson(c).id, readCriteria(readQuery(c)), today, type)
      return c.body(file, 200, {
        'Content-Type': CONTENT_TYPES[type],
        'Content-Disposition': `attachment; filename="mes-cantines-${today}.${type}"`,
      })
    })
  return app
}
