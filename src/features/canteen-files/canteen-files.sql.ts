// What files need to know of many canteens at once: one query a batch. `lateral … limit 1` looks each one up by its index: in the middle of a
// large import the statistics know nothing of the rows just written, and other plans would read them all.
import type { Queries } from '../../platform/database/database.ts'
import { CANTEEN, type Canteen, type Role } from '../canteens/canteens.ts'

export type Taken = { id: number; siret: string; name: string; role: Role | null; hasTeam: boolean }

/** The living canteens that hold these numbers, and what this person may do about it. */
export const findTaken = (db: Queries, sirets: readonly string[], personId: string | null) =>
  db.rows<Taken>(
    `select found.*, (select role from canteen_member where canteen_id = found.id and person_id = $2) as role,
            exists (select from canteen_member where canteen_id = found.id) as "hasTeam"
     from unnest($1::text[]) as wanted (number)
     cross join lateral (select id, siret, name from canteen where siret = wanted.number and archived_at is null limit 1) found`,
    [sirets, personId],
  )

export type Known = Canteen & { readonly role: Role | null; readonly groupId: number | null }

/** These canteens, archived ones included, with the role of this person and the group of satellites on that day. */
export const findKnown = (db: Queries, ids: readonly number[], personId: string | null, day: string) =>
  db.rows<Known>(
    `select found.*, (select role from canteen_member where canteen_id = found.id and person_id = $2) as role,
            (select group_id from canteen_group_period
             where satellite_id = found.id and starts_on <= $3 and coalesce(ends_on, 'infinity') >= $3) as "groupId"
     from unnest($1::bigint[]) as wanted (number)
     cross join lateral (select ${CANTEEN} from canteen where id = wanted.number limit 1) found`,
    [ids, personId, day],
  )

/** How far the trails of these streams go. */
export const trailEnds = (db: Queries, streams: readonly string[]) =>
  db.rows<{ stream: string; number: number }>(
    `select found.* from unnest($1::text[]) as wanted (stream)
     cross join lateral (select stream, number from trail_head where stream = wanted.stream limit 1) found`,
    [streams],
  )

/** Those of these streams where a person did something after the entry of that number. */
export const touchedSince = (db: Queries, ends: readonly { readonly stream: string; readonly number: number }[]) =>
  db.rows<{ stream: string }>(
    `select after.stream from jsonb_to_recordset($1) as after (stream text, number bigint)
     cross join lateral (
       select from trail_entry
       where stream = after.stream and trail_entry.number > after.number and actor is not null limit 1) later`,
    [JSON.stringify(ends)],
  )

/** The group of each of these satellites on that day; those without a group are absent. */
export async function groupsOn(db: Queries, ids: readonly number[], day: string): Promise<Map<number, number>> {
  const rows = await db.rows<{ id: number; groupId: number }>(
    `select satellite_id as id, group_id as "groupId" from canteen_group_period
     where satellite_id = any($1) and starts_on <= $2 and coalesce(ends_on, 'infinity') >= $2`,
    [ids, day],
  )
  return new Map(rows.map(({ id, groupId }) => [id, groupId]))
}

/** Of these canteens, those that no one administers. */
export const withoutAdministrator = async (db: Queries, ids: readonly number[]): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(
      `select id from canteen where id = any($1)
         and not exists (select from canteen_member where canteen_id = canteen.id and role = 'administrator')`,
      [ids],
    )
  ).map(({ id }) => id)
