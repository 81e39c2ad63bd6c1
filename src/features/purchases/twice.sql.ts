// Purchases that look entered twice: a file that holds what an invoice had already brought, a receipt typed by two people.
import type { Cents } from '../../law/money.ts'
import type { Queries } from '../../platform/database/database.ts'

export type EnteredTwice = { readonly id: number; readonly cents: Cents }

/**
 * Those of a year (or of all years: null) that another one came before: the same day, product, supplier and amount, and not by the same invoice, file
 * or form, which may well hold two lines alike. Amounts and days that meet are found along the index `purchase_canteen`; only those are read.
 */
export const enteredTwice = (db: Queries, canteenId: number, year: number | null) =>
  db.rows<EnteredTwice>(
    `with alike as (
       select unnest(array_agg(id)) as id from purchase
       where canteen_id = $1 and removal_id is null
         and ($2::integer is null or date between make_date($2, 1, 1) and make_date($2, 12, 31))
       group by date, price_cents having count(*) > 1),
     ranked as (
       select id, price_cents as cents, row_number() over same as rank, coalesce(source_id, id::text) as deed,
              first_value(coalesce(source_id, id::text)) over same as first_deed
       from purchase where id in (select id from alike)
       window same as (partition by date, price_cents, search_words order by id))
     select id, cents::bigint as cents from ranked where rank > 1 and deed <> first_deed order by id`,
    [canteenId, year],
  )
