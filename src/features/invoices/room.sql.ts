// Every query on the room that the originals of invoices take.
import type { Queries } from '../../platform/database/database.ts'

/** Bytes that the originals of a canteen take. */
export const bytesKept = async (db: Queries, canteenId: number) =>
  (await db.first<{ bytes: number }>(
    'select coalesce(sum(size), 0)::bigint as bytes from invoice where canteen_id = $1 and file is not null',
    [canteenId],
  ))!.bytes

/** Those that may be erased: someone decided of their invoice. */
const ERASABLE = `file is not null and state in ('confirmed', 'aside')`
const YEAR = `extract(year from coalesce(date, (received_at at time zone 'Europe/Paris')::date))::integer`

export type YearOfOriginals = { readonly year: number; readonly count: number; readonly bytes: number }

/** What may be erased, by year of the invoices, the oldest first. */
export const erasableYears = (db: Queries, canteenId: number) =>
  db.rows<YearOfOriginals>(
    `select ${YEAR} as year, count(*) as count, sum(size)::bigint as bytes from invoice where canteen_id = $1 and ${ERASABLE}
     group by 1 order by 1`,
    [canteenId],
  )

/** Erases the originals of a year; gives how many. */
export const eraseOriginals = (db: Queries, canteenId: number, year: number) =>
  db.run(`update invoice set file = null where canteen_id = $1 and ${ERASABLE} and ${YEAR} = $2`, [canteenId, year])

/** The files of a batch for which there was no room. */
export const withoutRoom = async (db: Queries, batchId: number): Promise<string[]> =>
  (
    await db.rows<{ name: string }>(
      `select file_name as name from invoice_batch_outcome where batch_id = $1 and problem = 'no_room' order by position`,
      [batchId],
    )
  ).map(({ name }) => name)

/** Did another mail find no room in this canteen since then? */
export const lackedRoomSince = async (
  db: Queries,
  { id, canteenId }: { readonly id: number; readonly canteenId: number },
  since: Date,
) =>
  (await db.first(
    `select 1 from invoice_batch join invoice_batch_outcome on batch_id = id
     where canteen_id = $1 and id <> $2 and came_by = 'mail' and read_at > $3 and problem = 'no_room' limit 1`,
    [canteenId, id, since],
  )) !== null
