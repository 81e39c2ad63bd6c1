// The lines that one go of the grid made.
import type { Queries } from '../../platform/database/database.ts'
import { PURCHASE, type Purchase } from './purchase.sql.ts'

/** A form sent twice at once waits for itself: held until the end of the transaction. */
export const waitForGo = (db: Queries, sourceId: string) =>
  db.run('select pg_advisory_xact_lock(hashtextextended($1, 30))', [sourceId])

/** Those that were not taken out since, in their order. */
export const linesOfGo = (db: Queries, canteenId: number, sourceId: string) =>
  db.rows<Purchase>(
    `select ${PURCHASE} from purchase where source_id = $2 and canteen_id = $1 and removal_id is null order by id`,
    [canteenId, sourceId],
  )
