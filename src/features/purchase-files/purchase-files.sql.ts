// What taking back a file of purchases needs to know.
import type { Queries } from '../../platform/database/database.ts'

/** Of these purchases, those that are there and that nobody changed since they were made. */
export const findUntouched = (db: Queries, ids: readonly number[]) =>
  db.rows<{ id: number; canteenId: number }>(
    `select id, canteen_id as "canteenId" from purchase where id = any($1) and version = 1 and removal_id is null`,
    [ids],
  )
