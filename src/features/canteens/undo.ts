// Taking back what was done to several canteens at once.
import type { Queries } from '../../platform/database/database.ts'
import { restoreCanteens } from './archive.ts'
import { type Batch, takeBatch } from './bulk.sql.ts'
import { type Canteen, findAnyByIds, updateCanteens } from './canteen.sql.ts'
import { findRoles, type Role, roleAllows } from './members.sql.ts'
import { changeRefusals } from './refusals.ts'
import { changesBetween, recordOf, tellTrail } from './trail.ts'

export type Undone = { readonly back: number; readonly kept: number }

/**
 * Puts each canteen of the batch back as it was, those that changed since or that the person may no longer touch excepted: they are `kept`.
 * Call it in a transaction. Null when there is nothing to take back (any more).
 */
export async function undoBatch(db: Queries, personId: string, id: number, now: Date): Promise<Undone | null> {
  const batch = await takeBatch(db, personId, id, now)
  if (!batch) return null
  const untouched = await untouchedSince(db, batch, personId)
  const deed = { by: personId, now }
  const back =
    batch.kind === 'archive'
      ? (await restoreCanteens(db, untouched, deed)).restored.length
      : await putBack(db, batch, untouched, deed)
  return { back, kept: batch.lines.length - back }
}

async function untouchedSince(db: Queries, { kind, lines }: Batch, personId: string): Promise<Canteen[]> {
  const ids = lines.map(({ id }) => id)
  const needed: Role = kind === 'archive' ? 'administrator' : 'entry'
  const [canteens, roles] = [await findAnyByIds(db, ids), await findRoles(db, ids, personId)]
  const versions = new Map(lines.map(({ id, version }) => [id, version]))
  return canteens.filter(
    ({ id, version, archivedAt }) =>
      version === versions.get(id) && (archivedAt !== null) === (kind === 'archive') && roleAllows(roles.get(id) ?? null, needed),
  )
}

/** A record that was there before comes back as it was, right or not: nobody asked to correct it. */
async function putBack(db: Queries, { lines }: Batch, canteens: readonly Canteen[], { by, now }: { by: string; now: Date }) {
  const records = new Map(lines.map(({ id, record }) => [id, record]))
  const changes = canteens.map((canteen) => ({
    id: canteen.id,
    version: canteen.version,
    before: recordOf(canteen),
    record: records.get(canteen.id)!,
  }))
  const objections = await changeRefusals(db, changes, now)
  const changed = new Set(
    await updateCanteens(
      db,
      changes.filter(({ id }) => !objections.has(id)),
      now,
    ),
  )
  const told = changes
    .filter(({ id }) => changed.has(id))
    .map(({ id, before, record }) => ({ canteenId: id, detail: changesBetween(before, record) }))
  await tellTrail(db, told, { kind: 'put-back', by, now })
  return changed.size
}
