// Finding a canteen among all those that are registered, whoever they belong to.
import type { Queries } from '../../platform/database/database.ts'
import { CANDIDATE, type Candidate } from './duplicates.sql.ts'
import { nearnessTo, queryButOne, searchQuery, wordsOf } from './search-words.ts'

/** Beyond, one adds a word: nobody reads on. */
export const MOST_FOUND = 10 * 20

export type Found = {
  readonly candidates: readonly Candidate[]
  readonly total: number
  /** More answer than were looked at. */
  readonly more: boolean
  /** None holds every word: these hold all but one, and one that is nearly that one. */
  readonly nearly: boolean
}

const NONE: Found = { candidates: [], total: 0, more: false, nearly: false }
/** Below, two words are not the same one misspelt: « jaen » for « jean » is just that near. */
const NEAR_ENOUGH = 0.4
const MOST_COMPARED = 2000

/**
 * Living canteens that hold every word, whole or by its beginning; those whose name begins with the words come first.
 * No more rows are read than `MOST_FOUND`: when beginnings give too many, whole words alone are tried. When nothing answers, one word may be misspelt.
 */
export async function searchAll(
  db: Queries,
  personId: string,
  typed: string,
  { page, perPage }: { page: number; perPage: number },
) {
  const find = async (query: string): Promise<Found> => {
    const rows = await db.rows<Candidate & { total: number }>(
      `with found as materialized (
         select id from canteen where search @@ to_tsquery('simple', $2) and archived_at is null limit $3)
       select ${CANDIDATE}, (select count(*) from found) as total
       from canteen where id in (select id from found)
       order by starts_with(search_words, $4) desc, search_words, id limit $5 offset $6`,
      [personId, query, MOST_FOUND + 1, wordsOf(typed).join(' '), perPage, (page - 1) * perPage],
    )
    const total = rows[0]?.total ?? 0
    return { candidates: rows, total: Math.min(total, MOST_FOUND), more: total > MOST_FOUND, nearly: false }
  }
  const begun = searchQuery(typed)
  if (begun === null) return NONE
  const found = await find(begun)
  if (found.total === 0 && page === 1) return searchNearly(db, personId, typed, perPage)
  if (!found.more) return found
  const whole = await find(searchQuery(typed, { whole: true })!)
  return whole.total > 0 ? whole : found
}

/** The nearest to a search in which one word is misspelt: a page of them at most. */
async function searchNearly(db: Queries, personId: string, typed: string, most: number): Promise<Found> {
  const query = queryButOne(typed)
  if (query === null) return NONE
  const rows = await db.rows<{ id: number; words: string }>(
    `select id, search_words as words from canteen where search @@ to_tsquery('simple', $1) and archived_at is null limit $2`,
    [query, MOST_COMPARED],
  )
  const nearness = nearnessTo(typed)
  const nearest = rows
    .map(({ id, words }) => ({ id, nearness: nearness(words) }))
    .filter((one) => one.nearness >= NEAR_ENOUGH)
    .sort((a, b) => b.nearness - a.nearness || a.id - b.id)
    .slice(0, most)
  const candidates = await db.rows<Candidate>(
    `select ${CANDIDATE} from canteen where id = any($2) order by array_position($2::bigint[], id)`,
    [personId, nearest.map(({ id }) => id)],
  )
  return { candidates, total: candidates.length, more: false, nearly: candidates.length > 0 }
}
