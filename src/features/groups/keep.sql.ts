// Which canteens are bound to each other, read so that nothing changes meanwhile.
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'

/** How many living satellites a group delivers or will deliver; holds the group until the end of the transaction. */
export async function liveSatellites(db: Queries, groupId: number, today: IsoDate): Promise<number> {
  await db.run('select from canteen where id = $1 for no key update', [groupId])
  const found = await db.first<{ count: number }>(
    `select count(distinct satellite_id) as count from canteen_group_period p join canteen s on s.id = p.satellite_id
     where p.group_id = $1 and s.archived_at is null and coalesce(p.ends_on, 'infinity') >= $2`,
    [groupId, today],
  )
  return found?.count ?? 0
}

/** Of these canteens, satellites whose period is under way or to come, and groups that have had any; holds them all until the end of the transaction. */
export async function boundCanteens(db: Queries, ids: readonly number[], today: IsoDate): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const mode = await db.first<{ writes: boolean }>(`select current_setting('transaction_read_only') = 'off' as writes`)
  // A file that is only checked holds nothing: it is asked again when it is written.
  if (mode?.writes) await db.run('select from canteen where id = any($1) order by id for no key update', [ids])
  const rows = await db.rows<{ id: number }>(
    `select satellite_id as id from canteen_group_period where satellite_id = any($1) and coalesce(ends_on, 'infinity') >= $2
     union select group_id from canteen_group_period where group_id = any($1)`,
    [ids, today],
  )
  return new Set(rows.map(({ id }) => id))
}
