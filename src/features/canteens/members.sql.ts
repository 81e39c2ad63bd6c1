// Who works on which canteen, and as what.
import type { Queries } from '../../platform/database/database.ts'

/** What one may do, each role more than the one after it. */
export const ROLES = ['administrator', 'entry', 'reader'] as const
export type Role = (typeof ROLES)[number]

export const roleAllows = (role: Role | null, needed: Role): boolean =>
  role !== null && ROLES.indexOf(role) <= ROLES.indexOf(needed)

export const findRole = async (db: Queries, canteenId: number, personId: string): Promise<Role | null> =>
  (
    await db.first<{ role: Role }>('select role from canteen_member where canteen_id = $1 and person_id = $2', [
      canteenId,
      personId,
    ])
  )?.role ?? null

/** Roles of a person on these canteens; those where they have none are absent. */
export async function findRoles(db: Queries, canteenIds: readonly number[], personId: string): Promise<Map<number, Role>> {
  const rows = await db.rows<{ id: number; role: Role }>(
    'select canteen_id as id, role from canteen_member where canteen_id = any($1) and person_id = $2',
    [canteenIds, personId],
  )
  return new Map(rows.map(({ id, role }) => [id, role]))
}

/** Gives a role on canteens to someone who has none there yet; gives the canteens where that was so. */
export const addMember = async (db: Queries, canteenIds: readonly number[], personId: string, role: Role, now: Date) =>
  (
    await db.rows<{ id: number }>(
      `insert into canteen_member (canteen_id, person_id, role, since) select unnest($1::bigint[]), $2, $3, $4
       on conflict do nothing returning canteen_id as id`,
      [canteenIds, personId, role, now],
    )
  ).map(({ id }) => id)

export type Member = { personId: string; firstName: string; lastName: string; email: string; role: Role; since: Date }

export const listMembers = (db: Queries, canteenId: number) =>
  db.rows<Member>(
    `select person.id as "personId", first_name as "firstName", last_name as "lastName", email, role, since
     from canteen_member join person on person.id = person_id where canteen_id = $1 order by since, email`,
    [canteenId],
  )

/** Names of people by their identifiers; those without an account any more are absent. */
export async function listNames(db: Queries, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.rows<{ id: string; name: string }>(
    `select id, coalesce(nullif(trim(concat_ws(' ', first_name, last_name)), ''), email) as name from person where id = any($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
