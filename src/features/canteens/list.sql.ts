// The canteens of one person: a page of them, or all those of a search.
import type { Queries } from '../../platform/database/database.ts'
import { CANTEEN, type Canteen } from './canteen.sql.ts'
import type { Criteria, Sort } from './criteria.ts'
import type { Role } from './members.sql.ts'
import { searchQuery } from './search-words.ts'

export type MyCanteen = Canteen & { readonly role: Role }

/**
 * The canteens of a person. Their identifiers come first, as an array: a join alone makes PostgreSQL read the whole country for whoever
 * runs a few thousand (twice the time, and it grows with the country).
 */
const MINE = `from canteen_member join canteen on canteen.id = canteen_id
  where person_id = $1 and canteen.id = any(array(select canteen_id from canteen_member where person_id = $1))`

/** Who asks and what for, in the order of `parameters`. */
const FROM = `${MINE}
    and (archived_at is not null) = ($2::text is not distinct from 'archived')
    and case $2 when 'incomplete' then not complete when 'complete' then complete
                when 'to_check' then register_state in ('closed', 'unknown') else true end
    and ($3::text is null or search @@ to_tsquery('simple', $3))
    and ($4::text is null or production_type = $4)
    and ($5::text is null or role = $5)
    and ($6::text is null or department = $6)
    and ($7::text is null or sectors @> array[$7])`
const parameters = (personId: string, { state, words, kind, role, department, sector }: Criteria) => [
  personId,
  state,
  searchQuery(words),
  kind,
  role,
  department,
  sector,
]

/** The folded name comes first in `search_words`, so that accents and case do not decide. */
const ORDERS: Readonly<Record<Sort, string>> = {
  to_do: `case when register_state = 'closed' then 0 when not complete then 1 when register_state = 'unknown' then 2 else 3 end,
    search_words`,
  name: 'search_words',
  postcode: 'postcode, search_words',
  recent: 'changed_at desc',
  meals: 'yearly_meals desc nulls last, search_words',
}

/** One page, and how many canteens answer in all; a page beyond the last shows nothing and counts nothing. */
export async function pageOfMine(db: Queries, personId: string, criteria: Criteria, perPage: number) {
  const rows = await db.rows<MyCanteen & { total: number }>(
    `select ${CANTEEN}, role, count(*) over () as total ${FROM} order by ${ORDERS[criteria.sort]}, id limit $8 offset $9`,
    [...parameters(personId, criteria), perPage, (criteria.page - 1) * perPage],
  )
  return { canteens: rows as readonly MyCanteen[], total: rows[0]?.total ?? 0 }
}

/** All those of a search, in no order; `most` at most. */
export const allOfMine = (db: Queries, personId: string, criteria: Criteria, most: number) =>
  db.rows<MyCanteen>(`select ${CANTEEN}, role ${FROM} limit $8`, [...parameters(personId, criteria), most])

/** Every canteen of a person, archived ones included, by identifier. */
export const everyOneOfMine = (db: Queries, personId: string) =>
  db.rows<MyCanteen>(`select ${CANTEEN}, role ${MINE} order by id`, [personId])

/** The living canteens of a person by name, whatever their role: all of them, or those that answer these words; `most` at most. */
export const namesOfMine = (db: Queries, personId: string, most: number, words = '') =>
  db.rows<{ id: number; name: string }>(
    `select canteen.id, name ${MINE} and archived_at is null and ($3::text is null or search @@ to_tsquery('simple', $3))
     order by search_words, canteen.id limit $2`,
    [personId, most, searchQuery(words)],
  )

/** The next ones of a search, by identifier: to read them all without holding them all. */
export const mineAfter = (db: Queries, personId: string, criteria: Criteria, after: number, most: number) =>
  db.rows<MyCanteen>(`select ${CANTEEN}, role ${FROM} and id > $8 order by id limit $9`, [
    ...parameters(personId, criteria),
    after,
    most,
  ])

/** Those of these that are the person's own and living. */
export const someOfMine = (db: Queries, personId: string, ids: readonly number[]) =>
  db.rows<MyCanteen>(
    `select ${CANTEEN}, role from canteen_member join canteen on canteen.id = canteen_id
     where person_id = $1 and canteen_id = any($2) and archived_at is null`,
    [personId, ids],
  )

export type Overview = {
  /** Living canteens, those among them with something missing, and archived ones. */
  readonly living: number
  readonly incomplete: number
  readonly archived: number
  /** Codes of the departments where the living ones are. */
  readonly departments: readonly string[]
}

export const overviewOfMine = async (db: Queries, personId: string): Promise<Overview> =>
  (await db.first<Overview>(
    `select count(*) filter (where archived_at is null) as living,
            count(*) filter (where archived_at is null and not complete) as incomplete,
            count(*) filter (where archived_at is not null) as archived,
            coalesce(array_agg(distinct department) filter (where archived_at is null and department is not null), '{}') as departments
     ${MINE}`,
    [personId],
  ))!
