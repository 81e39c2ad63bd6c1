// The purchases of all the canteens that a person may read: which ones, and what one looks for among them.
import type { Queries } from '../../platform/database/database.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { namesOfMine } from '../canteens/canteens.ts'
import { type Criteria, criteriaFields, readCriteria } from './criteria.ts'

export const EVERYWHERE = '/achats'
export const CANTEEN_FIELD = 'cantine'
/** A network of canteens is larger: its purchases are read canteen by canteen. */
const MOST_CANTEENS = 5000

export type Scope = {
  /** The canteens of the person, by name. */
  readonly mine: readonly { readonly id: number; readonly name: string }[]
  /** The one that was asked for, or null: all. */
  readonly only: number | null
  readonly canteenIds: readonly number[]
  readonly criteria: Criteria
}

/** Reads the address. Without a word about years, the year under way is shown; an empty one means all of them. */
export async function scopeOf(db: Queries, personId: string, query: FormValues, thisYear: number): Promise<Scope> {
  const mine = await namesOfMine(db, personId, MOST_CANTEENS)
  const only = mine.find(({ id }) => String(id) === query.get(CANTEEN_FIELD))?.id ?? null
  const asked = readCriteria(query)
  const year = query.has('annee') || asked.from !== null || asked.until !== null ? asked.year : thisYear
  // Where a purchase counts, and what it came by, belong to one book.
  const criteria = { ...asked, year, counted: null, sourceId: null }
  return { mine, only, canteenIds: only === null ? mine.map(({ id }) => id) : [only], criteria }
}

export function everywhereAddress({ criteria, only }: Pick<Scope, 'criteria' | 'only'>, path = ''): string {
  const fields = [...criteriaFields(criteria), ...(only === null ? [] : [[CANTEEN_FIELD, String(only)]])]
  if (criteria.year === null) fields.push(['annee', ''])
  return `${EVERYWHERE}${path}?${new URLSearchParams(fields)}`
}
