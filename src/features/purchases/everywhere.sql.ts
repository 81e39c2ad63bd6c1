// The purchases of several canteens: a page of them, and what each canteen bought.
import type { PurchaseTraits } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import { matching, ORDERS, type Search } from './list.sql.ts'
import { PURCHASE, type Purchase } from './purchase.sql.ts'

/** One page. Each canteen gives its first ones, read in the order of its index; the first of all of these make the page. */
export function pageEverywhere(db: Queries, canteenIds: readonly number[], criteria: Search, perPage: number) {
  const { where, parameters, given } = matching(null, criteria)
  const order = ORDERS[criteria.sort]
  const skipped = (criteria.page - 1) * perPage
  return db.rows<Purchase>(
    `select ${PURCHASE} from purchase
     where id in (select one.id from unnest(${given(canteenIds)}::bigint[]) as own (canteen)
                  cross join lateral (select id, date, price_cents, search_words, supplier from purchase ${where} and canteen_id = own.canteen
                                      order by ${order} limit ${given(skipped + perPage)}) as one
                  order by ${order} limit ${given(perPage)} offset ${given(skipped)})
     order by ${order}`,
    parameters,
  )
}

export type CanteenTotal = { readonly canteenId: number; readonly count: number; readonly cents: number }

/** What each canteen bought, the one that bought most first; those that bought nothing are absent. */
export function totalsEverywhere(db: Queries, canteenIds: readonly number[], criteria: Search) {
  const { where, parameters } = matching(canteenIds, criteria)
  return db.rows<CanteenTotal>(
    `select canteen_id as "canteenId", count(*) as count, sum(price_cents)::bigint as cents from purchase ${where}
     group by canteen_id order by cents desc, canteen_id`,
    parameters,
  )
}

export type CanteenSum = CanteenTotal & Pick<PurchaseTraits, 'family' | 'characteristics'>

/** What each canteen bought in a year, purchases that count alike added up. Answered from the index `purchase_canteen` alone. */
export const yearSumsEverywhere = (db: Queries, canteenIds: readonly number[], year: number) =>
  db.rows<CanteenSum>(
    `select canteen_id as "canteenId", family, characteristics, count(*) as count, sum(price_cents)::bigint as cents from purchase
     where canteen_id = any($1::bigint[]) and date >= make_date($2, 1, 1) and date < make_date($2 + 1, 1, 1) and removal_id is null
     group by canteen_id, family, characteristics`,
    [canteenIds, year],
  )
