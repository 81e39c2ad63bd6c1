// Canteens that the register has something to say about.
import type { Queries } from '../../platform/database/database.ts'

/** Living canteens with a SIRET that the register was never asked about, those without a commune first, then those not asked about for a year. */
export const toAskRegisterAbout = (db: Queries, now: Date, most: number) =>
  db.rows<{ id: number; siret: string }>(
    `(select id, siret from canteen
      where siret is not null and archived_at is null and insee_code is null and register_checked_at is null order by id limit $2)
     union
     (select id, siret from canteen
      where siret is not null and archived_at is null
        and (register_checked_at is null or register_checked_at < $1::timestamptz - interval '1 year')
      order by register_checked_at nulls first limit $2)
     limit $2`,
    [now, most],
  )
