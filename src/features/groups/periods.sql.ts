// Reading and writing the periods of satellites. Whoever changes them holds the satellites first: one change at a time for each.

import type { Queries } from '../../platform/database/database.ts'
import type { Canteen } from '../canteens/canteens.ts'
import type { GroupPeriod } from './period.ts'

export type NamedPeriod = GroupPeriod & { readonly id: number; readonly groupName: string }

/** Periods of satellites, in order, by satellite; those without any are absent. */
export async function periodsOf(db: Queries, satelliteIds: readonly number[]): Promise<Map<number, NamedPeriod[]>> {
  const rows = await db.rows<NamedPeriod & { satelliteId: number }>(
    `select p.id, satellite_id as "satelliteId", group_id as "groupId", canteen.name as "groupName", starts_on as "from", ends_on as "to"
     from canteen_group_period p join canteen on canteen.id = group_id where satellite_id = any($1) order by satellite_id, starts_on`,
    [satelliteIds],
  )
  const found = new Map<number, NamedPeriod[]>()
  for (const { satelliteId, ...period } of rows) found.set(satelliteId, [...(found.get(satelliteId) ?? []), period])
  return found
}

export type Held = Pick<Canteen, 'id' | 'name' | 'productionType' | 'archivedAt' | 'siren'>

/**
 * Satellites for a change of their periods, and groups so that none is archived meanwhile, until the end of the transaction. Always asked in
 * this order and by identifier: two changes that meet wait for each other instead of blocking each other.
 */
export async function hold(
  db: Queries,
  groupIds: readonly number[],
  satelliteIds: readonly number[],
): Promise<Map<number, Held>> {
  const read = (ids: readonly number[], strength: string) =>
    db.rows<Held>(
      `select id, name, production_type as "productionType", archived_at as "archivedAt", siren from canteen
       where id = any($1) order by id for ${strength}`,
      [ids],
    )
  const groups = await read(groupIds, 'share')
  const satellites = await read(satelliteIds, 'no key update')
  return new Map([...groups, ...satellites].map((canteen) => [canteen.id, canteen]))
}

type Row = { satellite: number } & GroupPeriod
const COLUMNS = 'satellite bigint, "groupId" bigint, "from" date, "to" date'

/** Takes periods out, then puts others in. Throws where one would be in two groups at once (exclusion constraint). */
export async function replacePeriods(db: Queries, out: readonly Row[], into: readonly Row[]): Promise<void> {
  await db.run(
    `delete from canteen_group_period using jsonb_to_recordset($1) as r (${COLUMNS})
     where satellite_id = r.satellite and group_id = r."groupId" and starts_on = r."from"`,
    [JSON.stringify(out)],
  )
  await db.run(
    `insert into canteen_group_period (satellite_id, group_id, starts_on, ends_on)
     select r.satellite, r."groupId", r."from", r."to" from jsonb_to_recordset($1) as r (${COLUMNS})`,
    [JSON.stringify(into)],
  )
}

/** Of these satellites, those that this person administers (all of them for null), and those that no one administers. */
export async function whoAdministers(db: Queries, canteenIds: readonly number[], personId: string | null) {
  const rows = await db.rows<{ id: number; mine: boolean }>(
    `select canteen_id as id, bool_or(person_id = $2) as mine from canteen_member
     where canteen_id = any($1) and role = 'administrator' group by canteen_id`,
    [canteenIds, personId],
  )
  const managed = new Set(rows.map(({ id }) => id))
  return {
    mine: new Set(rows.filter(({ mine }) => mine).map(({ id }) => id)),
    unclaimed: new Set(canteenIds.filter((id) => !managed.has(id))),
  }
}

export type Administrator = { canteenId: number; personId: string; email: string; firstName: string }

export const administratorsOf = (db: Queries, canteenIds: readonly number[]) =>
  db.rows<Administrator>(
    `select canteen_id as "canteenId", person_id as "personId", email, first_name as "firstName"
     from canteen_member join person on person.id = person_id
     where canteen_id = any($1) and role = 'administrator' order by email, canteen_id`,
    [canteenIds],
  )

export type KeptChange = {
  readonly satelliteId: number
  readonly before: readonly GroupPeriod[]
  readonly after: readonly GroupPeriod[]
}

export const keepChanges = (db: Queries, changes: readonly KeptChange[], deed: { deed: string; by: string | null; now: Date }) =>
  db.run(
    `insert into group_change (deed, satellite_id, before, after, by_person, made_at)
     select $2, r."satelliteId", r.before, r.after, $3, $4
     from jsonb_to_recordset($1) as r ("satelliteId" bigint, before jsonb, after jsonb)`,
    [JSON.stringify(changes), deed.deed, deed.by, deed.now],
  )

/** Changes of a deed that this person did since then and has not undone. */
export const changesOf = (db: Queries, deed: string, personId: string, since: Date) =>
  db.rows<KeptChange>(
    `select satellite_id as "satelliteId", before, after from group_change
     where deed = $1 and by_person = $2 and made_at >= $3 and undone_at is null order by satellite_id`,
    [deed, personId, since],
  )

export const markUndone = (db: Queries, deed: string, now: Date) =>
  db.run('update group_change set undone_at = $2 where deed = $1', [deed, now])

/** One deed of this name at a time, until the end of the transaction. */
export const waitForDeed = (db: Queries, deed: string) => db.run('select pg_advisory_xact_lock(hashtextextended($1, 28))', [deed])

export const deedIsDone = async (db: Queries, deed: string): Promise<boolean> =>
  (await db.first('select from group_change where deed = $1 limit 1', [deed])) !== null

export const forgetChanges = (db: Queries, before: Date) => db.run('delete from group_change where made_at < $1', [before])

/** Told canteens that are there, by the key they were written with. */
export const findTold = async (db: Queries, keys: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db.rows<{ key: string; id: number }>(
    'select creation_key as key, id from canteen where creation_key = any($1)',
    [keys],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}
