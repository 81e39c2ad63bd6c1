// Finding a canteen among all those that are registered, whoever they belong to.
import type { Queries } from '../../platform/database/database.ts'
import { CANDIDATE, type Candidate } from './duplicates.sql.ts'
import { searchQuery, wordsOf } from './search-words.ts'

/** Beyond, one adds a word: nobody reads on. */
export const MOST_FOUND = 10 * 20

export type Found = {
  readonly candidates: readonly Candidate[]
  readonly total: number
  /** More answer than were looked at. */
  readonly more: boolean
}

const NONE: Found = { candidates: [], total: 0, more: false }

/**
 * Living canteens that hold every word, whole or by its beginning; those whose name begins with the words come first.
 * No more rows are read than `MOST_FOUND`: when beginnings give too many, whole words alone are tried.
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
    return { candidates: rows, total: Math.min(total, MOST_FOUND), more: total > MOST_FOUND }
  }
  const begun = searchQuery(typed)
  if (begun === null) return NONE
  const found = await find(begun)
  if (!found.more) return found
  const whole = await find(searchQuery(typed, { whole: true })!)
  return whole.total > 0 ? whole : found
}
