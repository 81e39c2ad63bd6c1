// Putting canteens away without losing anything, and taking them back.
import type { Queries } from '../../platform/database/database.ts'
import { type Canteen, findBySirets, setArchived } from './canteen.sql.ts'
import { archiveRefusals } from './refusals.ts'
import { tellTrail } from './trail.ts'

type Deed = { by: string | null; now: Date }

/** Archives those that can be; call it in a transaction. Gives what was archived, with its version, and why the others were not. */
export async function archiveCanteens(db: Queries, canteens: readonly Canteen[], { by, now }: Deed) {
  const refused = new Map<number, string[]>()
  for (const canteen of canteens) {
    const reasons = await archiveRefusals(db, canteen, now)
    if (reasons.length > 0) refused.set(canteen.id, reasons)
  }
  const ids = canteens.map(({ id }) => id).filter((id) => !refused.has(id))
  const archived = await setArchived(db, ids, { archivedAt: now, now })
  await tellTrail(db, archived.map(told), { kind: 'archived', by, now })
  return { archived, refused }
}

/** Takes canteens back; those whose SIRET is another's meanwhile stay archived, and are given with that other one. In a transaction. */
export async function restoreCanteens(db: Queries, canteens: readonly Canteen[], { by, now }: Deed) {
  const living = await findBySirets(
    db,
    canteens.flatMap(({ siret }) => siret ?? []),
  )
  const taken = new Map<number, Canteen>()
  for (const { id, siret } of canteens) {
    const other = living.find((one) => one.siret === siret && one.id !== id)
    if (other) taken.set(id, other)
  }
  const ids = canteens.map(({ id }) => id).filter((id) => !taken.has(id))
  const restored = await setArchived(db, ids, { archivedAt: null, now })
  await tellTrail(db, restored.map(told), { kind: 'restored', by, now })
  return { restored, taken }
}

const told = ({ id }: { id: number }) => ({ canteenId: id })
