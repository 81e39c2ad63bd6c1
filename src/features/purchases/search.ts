// From what one asks to what SQL can look for: the law says which kinds of purchase count under a label.
import { countingOf } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { Criteria } from './criteria.ts'
import type { Search } from './list.sql.ts'
import { purchaseYears, yearSums } from './purchase.sql.ts'

/** Reads the kinds of purchase of the canteen only when one asks where they count. */
export async function searchOf(db: Queries, canteenId: number, { counted, ...criteria }: Criteria): Promise<Search> {
  if (counted === null) return { ...criteria, kinds: null }
  const years = criteria.year === null ? await purchaseYears(db, canteenId) : [criteria.year]
  const kinds = []
  for (const year of years)
    for (const sum of await yearSums(db, canteenId, year))
      if ((countingOf(sum, year).label?.id ?? 'none') === counted) kinds.push(sum)
  return { ...criteria, kinds }
}
