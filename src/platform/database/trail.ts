// What happened, told in order: entries are added, never changed, each chained to the one before by its hash.
import type { Queries } from './database.ts'

/** `stream` names what it is about (« canteen:12 »). Nothing in `detail` may name a person or hold an address: entries outlive people. */
export type TrailEntry = {
  readonly stream: string
  readonly at: Date
  /** Identifier of the person who acted; null for the site itself. */
  readonly actor: string | null
  readonly kind: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export type TrailRow = { number: number; at: Date; actor: string | null; kind: string; detail: Record<string, unknown> }

/** Adds entries, in their order. Call it in the transaction of what they tell. */
export async function addToTrail(db: Queries, entries: readonly TrailEntry[]): Promise<void> {
  if (entries.length === 0) return
  await db.run(
    `insert into trail_entry (stream, at, actor, kind, detail)
     select stream, at, actor, kind, coalesce(detail, '{}')
     from jsonb_to_recordset($1) as entry (stream text, at timestamptz, actor text, kind text, detail jsonb)`,
    [JSON.stringify(entries)],
  )
}

/** The latest entries of a stream, latest first; `before` is the number of an entry, to go further back. */
export const readTrail = (db: Queries, stream: string, { most, before }: { most: number; before?: number | null }) =>
  db.rows<TrailRow>(
    `select number, at, actor, kind, detail from trail_entry
     where stream = $1 and number < coalesce($2::bigint, 9223372036854775807) order by number desc limit $3`,
    [stream, before ?? null, most],
  )

/** Works the chain of a stream out again: how many entries hold, and the number of the first one that does not, null when all do. */
export async function verifyTrail(db: Queries, stream: string): Promise<{ sound: number; brokenAt: number | null }> {
  const found = await db.first<{ entries: number; broken: number | null; head: number }>(
    `with checked as (
       select entry.number,
              entry.hash = trail_hash(coalesce(lag(entry.hash) over (order by entry.number), ''), entry.*)
                and entry.number = row_number() over (order by entry.number) as sound,
              entry.hash
       from trail_entry entry where stream = $1)
     select count(*) as entries, min(number) filter (where not sound) as broken,
            coalesce((select h.number + (h.hash is distinct from (select hash from checked order by number desc limit 1))::int
                      from trail_head h where stream = $1), 0) as head
     from checked`,
    [stream],
  )
  if (!found) return { sound: 0, brokenAt: null }
  const { entries, broken, head } = found
  const brokenAt = broken ?? (head === entries ? null : entries + 1)
  return { sound: brokenAt === null ? entries : brokenAt - 1, brokenAt }
}
