// Writing purchases, one or many at a time, and the sums of a year.
import type { FamilyId } from '../../law/families.ts'
import type { PurchaseRecord } from '../../law/purchase.ts'
import type { PurchaseSum } from '../../law/roll-up.ts'
import { copyCells } from '../../platform/database/copy.ts'
import type { Queries } from '../../platform/database/database.ts'
import { foldWords } from '../territory/territory.ts'

/** How a purchase came to us. */
export type PurchaseSource = 'page' | 'grid' | 'import' | 'invoice' | 'supplier' | 'recurring' | 'demo' | 'generator'

/** A purchase as kept. */
export type Purchase = PurchaseRecord & {
  readonly id: number
  readonly canteenId: number
  /** Given back by a credit note: its price may be below zero. */
  readonly credit: boolean
  readonly source: PurchaseSource
  /** The import, the invoice or the supplier link that it came by. */
  readonly sourceId: string | null
  readonly version: number
  readonly createdAt: Date
}

/** The columns of a `Purchase`, from the table `purchase`. */
export const PURCHASE = `id, canteen_id as "canteenId", date, description, supplier, price_cents as "priceExclTaxCents", family, characteristics,
  origin, short_chain as "shortChain", local, local_definition as "localDefinition", local_km as "localKm", credit, source,
  source_id as "sourceId", version, created_at as "createdAt"`

export type NewPurchase = PurchaseRecord & { readonly canteenId: number; readonly credit?: boolean }
export type MadePurchases = {
  readonly source: PurchaseSource
  readonly sourceId?: string
  readonly by: string | null
  readonly now: Date
  /** For one purchase made by a form. */
  readonly creationKey?: string
}

export const searchWords = (
  { description, supplier }: Pick<PurchaseRecord, 'description' | 'supplier'>,
  ofSupplier = foldWords,
) => `${foldWords(description)} ${supplier === null ? '' : ofSupplier(supplier)}`.trim()

/** Suppliers come back from row to row; those of a file of a million rows may all differ. */
const MOST_REMEMBERED = 2000

function remembered(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size < MOST_REMEMBERED) known.set(text, value)
    return value
  }
}

/** Identifiers for purchases about to be added. */
export const reserveIds = async (db: Queries, count: number): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(`select nextval(pg_get_serial_sequence('purchase', 'id')) as id from generate_series(1, $1)`, [
      count,
    ])
  ).map(({ id }) => id)

const COLUMNS =
  `canteen_id date description supplier price_cents family characteristics origin short_chain local local_definition local_km credit
  search_words source source_id creation_key created_by created_at changed_at`.split(/\s+/)

/** Makes the lines of purchases as COPY reads them, each under its identifier when there are any. Nothing priced at zero is a credit. */
export function purchaseLines({ source, sourceId, creationKey, by, now }: MadePurchases) {
  const words = remembered(foldWords)
  const made = copyCells([source, sourceId ?? null, creationKey ?? null, by, now, now])
  return (rows: readonly NewPurchase[], ids: readonly number[] | null): string => {
    let lines = ''
    rows.forEach((row, at) => {
      if (ids) lines += `${ids[at]}\t`
      lines += copyCells([
        row.canteenId,
        row.date,
        row.description,
        row.supplier,
        row.priceExclTaxCents,
        row.family,
        row.characteristics,
        row.origin,
        row.shortChain,
        row.local,
        row.localDefinition,
        row.localKm,
        row.priceExclTaxCents < 0 && (row.credit ?? false),
        searchWords(row, words),
      ])
      lines += `\t${made}\n`
    })
    return lines
  }
}

/** Adds purchases whose lines are made. */
export const insertPurchases = (db: Queries, lines: Buffer, withIds: boolean) =>
  db.copy('purchase', withIds ? ['id', ...COLUMNS] : COLUMNS, lines)

/** The canteens where purchases of a source still stand. */
export const canteensOfSource = async (db: Queries, sourceId: string): Promise<number[]> =>
  (
    await db.rows<{ id: number }>('select distinct canteen_id as id from purchase where source_id = $1 and removal_id is null', [
      sourceId,
    ])
  ).map(({ id }) => id)

/** The purchases that a source added to these canteens after this one, and that nobody changed or took out since, taken out; `last` is null when none is left. */
export async function removeOfSource(
  db: Queries,
  asked: { sourceId: string; canteenIds: readonly number[]; after: number; most: number; removalId: string; now: Date },
): Promise<{ last: number | null; removed: { canteenId: number; count: number }[] }> {
  const found = await db.rows<{ canteenId: number; count: number; last: number }>(
    `with untouched as (
       select id from purchase where source_id = $1 and canteen_id = any($6::bigint[]) and id > $2 and version = 1 and removal_id is null
       order by id limit $3),
     removed as (
       update purchase set removal_id = $4, changed_at = $5 from untouched where purchase.id = untouched.id returning purchase.id, canteen_id)
     select canteen_id as "canteenId", count(*) as count, max(id) as last from removed group by canteen_id`,
    [asked.sourceId, asked.after, asked.most, asked.removalId, asked.now, asked.canteenIds],
  )
  return { last: found.length === 0 ? null : Math.max(...found.map(({ last }) => last)), removed: found }
}

/** A purchase that is not removed, of this canteen; null when there is none. */
export const findPurchase = (db: Queries, canteenId: number, id: number) =>
  db.first<Purchase>(`select ${PURCHASE} from purchase where canteen_id = $1 and id = $2 and removal_id is null`, [canteenId, id])

/** Those of these purchases that stand in the book of this canteen, the latest first. */
export const findPurchases = (db: Queries, canteenId: number, ids: readonly number[]) =>
  db.rows<Purchase>(
    `select ${PURCHASE} from purchase where canteen_id = $1 and id = any($2) and removal_id is null order by date desc, id desc`,
    [canteenId, ids],
  )

/** The purchase that a form sent before already made, or null. */
export const findByCreationKey = (db: Queries, key: string) =>
  db.first<{ id: number }>('select id from purchase where creation_key = $1', [key])

/** Overwrites a purchase that nobody changed since `version` was read; gives whether it was written. */
export const updatePurchase = async (db: Queries, purchase: Purchase, record: PurchaseRecord, credit: boolean, now: Date) =>
  (await db.run(
    `update purchase set date = $4, description = $5, supplier = $6, price_cents = $7, family = $8, characteristics = $9, origin = $10,
            short_chain = $11, local = $12, local_definition = $13, local_km = $14, credit = $15, search_words = $16, changed_at = $17,
            version = version + 1
     where canteen_id = $1 and id = $2 and version = $3 and removal_id is null`,
    [
      purchase.canteenId,
      purchase.id,
      purchase.version,
      record.date,
      record.description,
      record.supplier,
      record.priceExclTaxCents,
      record.family,
      record.characteristics,
      record.origin,
      record.shortChain,
      record.local,
      record.localDefinition,
      record.localKm,
      credit,
      searchWords(record),
      now,
    ],
  )) === 1

/** Takes purchases out, to be brought back by `restoreRemoval`; gives how many. */
export const removePurchases = (db: Queries, canteenId: number, ids: readonly number[], removalId: string, now: Date) =>
  db.run('update purchase set removal_id = $3, changed_at = $4 where canteen_id = $1 and id = any($2) and removal_id is null', [
    canteenId,
    ids,
    removalId,
    now,
  ])

/** Those of these purchases that are taken out go under this removal: the one that took them out brings them back no more. */
export const moveRemoved = (db: Queries, canteenId: number, ids: readonly number[], removalId: string) =>
  db.run('update purchase set removal_id = $3 where canteen_id = $1 and id = any($2) and removal_id is not null', [
    canteenId,
    ids,
    removalId,
  ])

/** The same, for all that a source added to these canteens. */
export const moveRemovedOfSource = (db: Queries, sourceId: string, canteenIds: readonly number[], removalId: string) =>
  db.run(
    `update purchase set removal_id = $3
     where source_id = $1 and canteen_id = any($2::bigint[]) and removal_id is not null and removal_id <> $3`,
    [sourceId, canteenIds, removalId],
  )

/** Brings back what one removal took out of this canteen; gives how many. */
export const restoreRemoval = (db: Queries, canteenId: number, removalId: string, now: Date) =>
  db.run('update purchase set removal_id = null, changed_at = $3 where canteen_id = $1 and removal_id = $2', [
    canteenId,
    removalId,
    now,
  ])

/** The purchases of a calendar year, those that are alike added up: what `rollUp` reads. `without`: those of this source left out. */
export const yearSums = (db: Queries, canteenId: number, year: number, without: string | null = null) =>
  db.rows<PurchaseSum & { family: FamilyId | null }>(
    `select family, characteristics, origin, short_chain as "shortChain", local, sum(price_cents)::bigint as cents, count(*) as count
     from purchase
     where canteen_id = $1 and date >= make_date($2, 1, 1) and date < make_date($2 + 1, 1, 1) and removal_id is null
       and ($3::text is null or source_id is distinct from $3)
     group by family, characteristics, origin, short_chain, local`,
    [canteenId, year, without],
  )

/** Identifiers of the purchases of a source, those taken out included. */
export const idsOfSource = async (db: Queries, canteenId: number, sourceId: string): Promise<number[]> =>
  (await db.rows<{ id: number }>('select id from purchase where source_id = $2 and canteen_id = $1', [canteenId, sourceId])).map(
    ({ id }) => id,
  )

/** Those whom a canteen bought from in a year, as written, the purchases of one source left out. Cents. */
export const suppliersOfYear = (db: Queries, canteenId: number, year: number, without: string | null = null) =>
  db.rows<{ supplier: string; count: number; cents: number }>(
    `select supplier, count(*) as count, sum(price_cents)::bigint as cents from purchase
     where canteen_id = $1 and date >= make_date($2, 1, 1) and date < make_date($2 + 1, 1, 1) and removal_id is null
       and supplier is not null and ($3::text is null or source_id is distinct from $3)
     group by supplier order by cents desc`,
    [canteenId, year, without],
  )

/** Years in which a canteen bought something, latest first. */
export const purchaseYears = async (db: Queries, canteenId: number) =>
  (
    await db.rows<{ year: number }>(
      `with recursive years as (
         select extract(year from max(date))::integer as year from purchase where canteen_id = $1 and removal_id is null
         union all
         select extract(year from (select max(date) from purchase
                                   where canteen_id = $1 and date < make_date(years.year, 1, 1) and removal_id is null))::integer
         from years where years.year is not null
       )
       select year from years where year is not null`,
      [canteenId],
    )
  ).map(({ year }) => year)
