// From what one asks to what SQL can look for: the law says which kinds of purchase count under a label.
import { countingOf } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { Criteria } from './criteria.ts'
import type { Search } from './list.sql.ts'
import { purchaseYears, yearSums } from './purchase.sql.ts'
import { enteredTwice } from './twice.sql.ts'

/** Reads the kinds of purchase of the canteen only when one asks where they count, and those entered twice when one asks for them. */
export async function searchOf(db: Queries, canteenId: number, { counted, twice, ...criteria }: Criteria): Promise<Search> {
  const ids = twice ? (await enteredTwice(db, canteenId, criteria.year)).map(({ id }) => id) : null
  if (counted === null) return { ...criteria, kinds: null, ids }
  const years = criteria.year === null ? await purchaseYears(db, canteenId) : [criteria.year]
  const kinds = []
  for (const year of years)
    for (const sum of await yearSums(db, canteenId, year))
      if ((countingOf(sum, year).label?.id ?? 'none') === counted) kinds.push(sum)
  return { ...criteria, kinds, ids }
}
