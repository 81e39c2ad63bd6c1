// Changing who works on a canteen. The database itself refuses to leave a canteen without administrator (migration 27).
import type { Queries } from '../../platform/database/database.ts'
import { type Role, streamOf } from '../canteens/canteens.ts'

/** Gives another role; the role that the member had, or null when there is nothing to change. */
export const setRole = async (db: Queries, canteenId: number, personId: string, role: Role): Promise<Role | null> =>
  (
    await db.first<{ before: Role }>(
      `update canteen_member set role = $3
       from (select role from canteen_member where canteen_id = $1 and person_id = $2 for update) known
       where canteen_id = $1 and person_id = $2 and canteen_member.role <> $3
       returning known.role as before`,
      [canteenId, personId, role],
    )
  )?.before ?? null

/** The role that the member had, or null when there was no such member. */
export const removeMember = async (db: Queries, canteenId: number, personId: string): Promise<Role | null> =>
  (
    await db.first<{ role: Role }>('delete from canteen_member where canteen_id = $1 and person_id = $2 returning role', [
      canteenId,
      personId,
    ])
  )?.role ?? null

export type Joined = { readonly canteenId: number; readonly personId: string; readonly role: Role }

/**
 * Takes members out who still have this role. Where nobody else would administer the canteen they stay, unless it is among `hadNone`; gives
 * those who left, and the canteens where someone stayed.
 */
export async function removeMembers(db: Queries, members: readonly Joined[], hadNone: readonly number[]) {
  if (members.length === 0) return { removed: [], stayed: [] }
  const giveBack = (ids: readonly number[]) => db.run(`select set_config('ma_cantine.given_back', $1, true)`, [`{${ids}}`])
  await giveBack(hadNone)
  const removed = await db.rows<Joined>(
    `with asked as (select * from jsonb_to_recordset($1) as r ("canteenId" bigint, "personId" text, role text))
     delete from canteen_member using asked
     where canteen_id = asked."canteenId" and person_id = asked."personId" and canteen_member.role = asked.role
       and (canteen_id = any($2) or canteen_member.role <> 'administrator' or exists (
         select from canteen_member other
         where other.canteen_id = canteen_member.canteen_id and other.role = 'administrator'
           and not exists (select from asked where "canteenId" = other.canteen_id and "personId" = other.person_id)))
     returning asked.*`,
    [JSON.stringify(members), hadNone],
  )
  await giveBack([])
  const left = new Set(removed.map(({ canteenId, personId }) => `${canteenId} ${personId}`))
  const stayed = members.filter(({ canteenId, personId }) => !left.has(`${canteenId} ${personId}`))
  return { removed, stayed: [...new Set(stayed.map(({ canteenId }) => canteenId))] }
}

/** How this person last left the team since then, as the trail tells it; null when they did not, or have come back. */
export const lastDeparture = (db: Queries, canteenId: number, personId: string, since: Date) =>
  db.first<{ actor: string; role: Role }>(
    `select actor, detail ->> 'role' as role from trail_entry
     where stream = $1 and kind in ('member-removed', 'member-left') and detail ->> 'person' = $2 and at > $3
       and not exists (select from canteen_member where canteen_id = $4 and person_id = $2)
     order by number desc limit 1`,
    [streamOf(canteenId), personId, since, canteenId],
  )

/** Living canteens that this person alone administers: the first ones by name, and how many in all. */
export const administeredAlone = (db: Queries, personId: string, most: number) =>
  db.rows<{ id: number; name: string; total: number }>(
    `select canteen.id, canteen.name, count(*) over () as total
     from canteen_member mine join canteen on canteen.id = mine.canteen_id
     where mine.person_id = $1 and mine.role = 'administrator' and canteen.archived_at is null
       and not exists (
         select from canteen_member other
         where other.canteen_id = mine.canteen_id and other.role = 'administrator' and other.person_id <> $1)
     order by canteen.name, canteen.id limit $2`,
    [personId, most],
  )

/** The administrators of a canteen, to write to them. */
export const administratorsOf = (db: Queries, canteenId: number) =>
  db.rows<{ id: string; email: string; firstName: string }>(
    `select person.id, email, first_name as "firstName" from canteen_member join person on person.id = person_id
     where canteen_id = $1 and role = 'administrator' order by since, email`,
    [canteenId],
  )

export const membershipsOf = (db: Queries, personId: string) =>
  db.rows<{ canteenId: number; name: string; role: Role; since: Date }>(
    `select canteen_id as "canteenId", name, role, since from canteen_member join canteen on canteen.id = canteen_id
     where person_id = $1 order by canteen_id`,
    [personId],
  )
