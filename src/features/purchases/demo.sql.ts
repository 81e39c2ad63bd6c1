// The told school, for its purchases.
import type { Queries } from '../../platform/database/database.ts'

/** As long as it has no purchase of the story; null after. */
export const emptyToldCanteen = async (db: Queries, key: string) =>
  (
    await db.first<{ id: number }>(
      `select id from canteen where creation_key = $1 and not exists (select from purchase where canteen_id = canteen.id and source = 'demo')`,
      [key],
    )
  )?.id ?? null
