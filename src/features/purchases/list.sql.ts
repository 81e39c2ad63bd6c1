// The purchases of a canteen: a page of them, and what was written before, to propose it again.
import { characteristics, type PurchaseTraits } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import { foldWords } from '../territory/territory.ts'
import type { Criteria, Sort } from './criteria.ts'
import { PURCHASE, type Purchase } from './purchase.sql.ts'

/** In the order of `parameters`. Words are looked for anywhere, all of them. */
const WHERE = `where canteen_id = $1 and removal_id is null
    and ($2::integer is null or date >= make_date($2, 1, 1) and date < make_date($2 + 1, 1, 1))
    and ($3::text is null or case when $3 = 'none' then family is null else family = $3 end)
    and ($4::text is null or case when $4 = 'none' then not characteristics && $5::text[] else $4 = any(characteristics) end)
    and ($6::text is null or source_id = $6)
    and search_words like all ($7::text[])
    and ($8::text[] is null or coalesce(family, '') || ' ' || array_to_string(characteristics, ' ') = any($8))`

/** Criteria that SQL can follow: where a purchase counts is the law's to say, by kinds of purchase (see `kindsCounting`). */
export type Search = Omit<Criteria, 'counted'> & {
  readonly kinds: readonly Pick<PurchaseTraits, 'family' | 'characteristics'>[] | null
}

const CODES = characteristics.map(({ code }) => code)
const escaped = (word: string) => word.replace(/[\\%_]/g, '\\$&')
const parameters = (canteenId: number, { words, year, family, label, sourceId, kinds }: Search) => [
  canteenId,
  year,
  family,
  label,
  CODES,
  sourceId,
  foldWords(words)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${escaped(word)}%`),
  kinds?.map(({ family, characteristics: codes }) => `${family ?? ''} ${codes.join(' ')}`) ?? null,
]

const ORDERS: Readonly<Record<Sort, string>> = {
  date: 'date desc, id desc',
  montant: 'price_cents desc, id desc',
  libelle: 'search_words, id desc',
  fournisseur: 'supplier nulls last, date desc, id desc',
}

/** One page, and how many purchases answer in all, with their sum. */
export async function pageOfPurchases(db: Queries, canteenId: number, criteria: Search, perPage: number) {
  const asked = parameters(canteenId, criteria)
  const [purchases, sums] = await Promise.all([
    db.rows<Purchase>(`select ${PURCHASE} from purchase ${WHERE} order by ${ORDERS[criteria.sort]} limit $9 offset $10`, [
      ...asked,
      perPage,
      (criteria.page - 1) * perPage,
    ]),
    db.first<{ count: number; cents: number }>(
      `select count(*) as count, coalesce(sum(price_cents), 0)::bigint as cents from purchase ${WHERE}`,
      asked,
    ),
  ])
  return { purchases, count: sums?.count ?? 0, cents: sums?.cents ?? 0 }
}

/** The next ones of a search, by identifier: to read them all without holding them all. */
export const purchasesAfter = (db: Queries, canteenId: number, criteria: Search, after: number, most: number) =>
  db.rows<Purchase>(`select ${PURCHASE} from purchase ${WHERE} and id > $9 order by id limit $10`, [
    ...parameters(canteenId, criteria),
    after,
    most,
  ])

/** All those of a search, by identifier only; `most` at most. */
export const idsOfSearch = async (db: Queries, canteenId: number, criteria: Search, most: number): Promise<number[]> =>
  (await db.rows<{ id: number }>(`select id from purchase ${WHERE} limit $9`, [...parameters(canteenId, criteria), most])).map(
    ({ id }) => id,
  )

/** Products and suppliers that this canteen wrote lately, the latest first, among its last thousand purchases. */
export const writtenBefore = (db: Queries, canteenId: number, most: number) =>
  db.first<{ descriptions: string[]; suppliers: string[] }>(
    `with latest as (select description, supplier, date, id from purchase
                     where canteen_id = $1 and removal_id is null order by date desc, id desc limit 1000)
     select coalesce((select array_agg(description) from
              (select description from latest group by description order by max(date) desc limit $2) d), '{}') as descriptions,
            coalesce((select array_agg(supplier) from
              (select supplier from latest where supplier is not null group by supplier order by max(date) desc limit $2) s), '{}') as suppliers`,
    [canteenId, most],
  )
