// The purchases of a canteen: a page of them, and what was written before, to propose it again.
import { characteristics, type LabelledTraits } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import { foldWords } from '../territory/territory.ts'
import type { Criteria, Sort } from './criteria.ts'
import { PURCHASE, type Purchase } from './purchase.sql.ts'

/** Criteria that SQL can follow: where a purchase counts is the law's to say, by kinds of purchase (see `searchOf`). */
export type Search = Omit<Criteria, 'counted' | 'twice'> & {
  readonly kinds: readonly LabelledTraits[] | null
  /** Only these. */
  readonly ids: readonly number[] | null
}

const CODES = characteristics.map(({ code }) => code)
const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')

/**
 * The conditions of a search and their parameters. Only what is asked for is written: without words to look for, all is answered from the index
 * `purchase_canteen`, however large the book. Words are looked for anywhere, all of them. Without a canteen, the query around says which.
 */
export function matching(
  canteenId: number | readonly number[] | null,
  { words, year, from, until, family, label, sourceId, kinds, ids }: Search,
) {
  const parameters: unknown[] = []
  const given = (value: unknown) => `$${parameters.push(value)}`
  const conditions = ['removal_id is null']
  if (typeof canteenId === 'number') conditions.push(`canteen_id = ${given(canteenId)}`)
  else if (canteenId !== null) conditions.push(`canteen_id = any(${given(canteenId)}::bigint[])`)
  if (year !== null) conditions.push(`date between make_date(${given(year)}, 1, 1) and make_date(${given(year)}, 12, 31)`)
  if (from !== null) conditions.push(`date >= ${given(from)}`)
  if (until !== null) conditions.push(`date <= ${given(until)}`)
  if (family !== null) conditions.push(family === 'none' ? 'family is null' : `family = ${given(family)}`)
  if (label !== null)
    conditions.push(
      label === 'none' ? `not characteristics && ${given(CODES)}::text[]` : `${given(label)} = any(characteristics)`,
    )
  if (ids !== null) conditions.push(`id = any(${given(ids)}::bigint[])`)
  if (sourceId !== null) conditions.push(`source_id = ${given(sourceId)}`)
  for (const word of foldWords(words).split(' '))
    if (word !== '') conditions.push(`search_words like ${given(`%${escaped(word)}%`)}`)
  if (kinds !== null)
    conditions.push(
      `coalesce(family, '') || ' ' || array_to_string(characteristics, ' ') = any(${given(
        kinds.map(({ family, characteristics: codes }) => `${family ?? ''} ${codes.join(' ')}`),
      )}::text[])`,
    )
  return { where: `where ${conditions.join(' and ')}`, parameters, given }
}

export const ORDERS: Readonly<Record<Sort, string>> = {
  date: 'date desc, id desc',
  montant: 'price_cents desc, id desc',
  libelle: 'search_words, id desc',
  fournisseur: 'supplier nulls last, date desc, id desc',
}

/** One page, and how many purchases answer in all, with their sum. */
export async function pageOfPurchases(db: Queries, canteenId: number, criteria: Search, perPage: number) {
  const page = matching(canteenId, criteria)
  const all = matching(canteenId, criteria)
  const [purchases, sums] = await Promise.all([
    // Those of the page are found first, then read: a page far in a large book skips entries of the index, not purchases.
    db.rows<Purchase>(
      `select ${PURCHASE} from purchase
       where id in (select id from purchase ${page.where} order by ${ORDERS[criteria.sort]}
                    limit ${page.given(perPage)} offset ${page.given((criteria.page - 1) * perPage)})
       order by ${ORDERS[criteria.sort]}`,
      page.parameters,
    ),
    db.first<{ count: number; cents: number }>(
      `select count(*) as count, coalesce(sum(price_cents), 0)::bigint as cents from purchase ${all.where}`,
      all.parameters,
    ),
  ])
  return { purchases, count: sums?.count ?? 0, cents: sums?.cents ?? 0 }
}

/** The next ones of a search, by identifier: to read them all without holding them all. */
export function purchasesAfter(db: Queries, canteenId: number, criteria: Search, after: number, most: number) {
  const { where, parameters, given } = matching(canteenId, criteria)
  return db.rows<Purchase>(
    `select ${PURCHASE} from purchase ${where} and id > ${given(after)} order by id limit ${given(most)}`,
    parameters,
  )
}

/** All those of a search, by identifier only; `most` at most. */
export async function idsOfSearch(db: Queries, canteenId: number, criteria: Search, most: number): Promise<number[]> {
  const { where, parameters, given } = matching(canteenId, criteria)
  const found = await db.rows<{ id: number }>(`select id from purchase ${where} limit ${given(most)}`, parameters)
  return found.map(({ id }) => id)
}
