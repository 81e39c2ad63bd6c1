// The purchases of all the canteens that a person may read: which ones, and what one looks for among them.
import type { Queries } from '../../platform/database/database.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { namesOfMine } from '../canteens/canteens.ts'
import { type Criteria, criteriaFields, LONGEST_WORDS, readCriteria } from './criteria.ts'

export const EVERYWHERE = '/achats'
export const CANTEEN_FIELD = 'cantine'
export const CANTEEN_WORDS = 'nom-cantine'
/** A network of canteens is larger: its purchases are read canteen by canteen. */
const MOST_CANTEENS = 5000

type Named = { readonly id: number; readonly name: string }

export type Scope = {
  /** The canteens of the person, by name. */
  readonly mine: readonly Named[]
  /** The one that was asked for, or null: several. */
  readonly only: number | null
  /** What its name, its place or its number was said to hold; empty: whichever. */
  readonly canteenWords: string
  /** Those whose purchases are read. */
  readonly canteens: readonly Named[]
  readonly canteenIds: readonly number[]
  readonly criteria: Criteria
}

/** Reads the address. Without a word about years, the year under way is shown; an empty one means all of them. */
export async function scopeOf(db: Queries, personId: string, query: FormValues, thisYear: number): Promise<Scope> {
  const mine = await namesOfMine(db, personId, MOST_CANTEENS)
  const canteenWords = query.get(CANTEEN_WORDS).slice(0, LONGEST_WORDS)
  // Words that are typed say more than the canteen that was looked at before.
  const one = canteenWords === '' ? mine.find(({ id }) => String(id) === query.get(CANTEEN_FIELD)) : undefined
  const canteens = one ? [one] : canteenWords === '' ? mine : await namesOfMine(db, personId, MOST_CANTEENS, canteenWords)
  const asked = readCriteria(query)
  const year = query.has('annee') || asked.from !== null || asked.until !== null ? asked.year : thisYear
  // Where a purchase counts, and what it came by, belong to one book.
  const criteria = { ...asked, year, counted: null, sourceId: null, twice: false }
  return { mine, only: one?.id ?? null, canteenWords, canteens, canteenIds: canteens.map(({ id }) => id), criteria }
}

export function everywhereAddress(
  { criteria, only, canteenWords }: Pick<Scope, 'criteria' | 'only' | 'canteenWords'>,
  path = '',
): string {
  const fields = [
    ...criteriaFields(criteria),
    ...(only === null ? [] : [[CANTEEN_FIELD, String(only)]]),
    ...(canteenWords === '' ? [] : [[CANTEEN_WORDS, canteenWords]]),
  ]
  if (criteria.year === null) fields.push(['annee', ''])
  return `${EVERYWHERE}${path}?${new URLSearchParams(fields)}`
}
