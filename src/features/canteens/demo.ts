// Writes the told canteens, with their administrator and their trail.
import type { Platform } from '../../platform/http/context.ts'
import { findByCreationKey, insertCanteens } from './canteen.sql.ts'
import { toldCanteens } from './demo.data.ts'
import { addMember } from './members.sql.ts'
import { tellTrail } from './trail.ts'

/** Loads them; loading again changes nothing. One of them lacks something: it is not checked as a page would. */
export async function loadDemo({ database, now }: Platform): Promise<void> {
  for (const { key, personId, record } of toldCanteens)
    await database.transaction(async (db) => {
      if (await findByCreationKey(db, key)) return
      const [id] = await insertCanteens(db, [record], { source: 'demo', by: personId, now: now(), creationKey: key })
      await addMember(db, [id!], personId, 'administrator', now())
      await tellTrail(db, [{ canteenId: id!, detail: { source: 'demo' } }], { kind: 'created', by: personId, now: now() })
    })
}
