// Links that wait for an answer, and links made while nobody ran the satellite.
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'

/** Days within which a request is answered; then it lapses. */
export const REQUEST_DAYS = 60

export type Side = 'group' | 'satellite'
export type RequestState = 'pending' | 'unclaimed' | 'accepted' | 'declined' | 'withdrawn' | 'expired'

export type LinkRequest = {
  readonly id: number
  readonly groupId: number
  readonly groupName: string
  readonly satelliteId: number
  readonly satelliteName: string
  readonly from: IsoDate
  readonly to: IsoDate | null
  /** Whose administrators answer. */
  readonly askedOf: Side
  readonly state: RequestState
  readonly askedBy: string | null
  readonly askedAt: Date
}

const REQUEST = `r.id, r.group_id as "groupId", g.name as "groupName", r.satellite_id as "satelliteId", s.name as "satelliteName",
  r.starts_on as "from", r.ends_on as "to", r.asked_of as "askedOf", r.state, r.asked_by as "askedBy", r.asked_at as "askedAt"`
const FROM = `from group_request r join canteen g on g.id = r.group_id join canteen s on s.id = r.satellite_id`

/**
 * What is open on this side of a canteen, latest first: requests, and links to confirm that still hold. Archived canteens and requests that have
 * lapsed are left out.
 */
export const openRequests = (db: Queries, side: Side, canteenId: number, now: Date) =>
  db.rows<LinkRequest>(
    `select ${REQUEST} ${FROM}
     where r.${side === 'group' ? 'group_id' : 'satellite_id'} = $1 and g.archived_at is null and s.archived_at is null
       and (r.state = 'pending' and r.asked_at > $2
         or r.state = 'unclaimed' and exists (
           select from canteen_group_period p
           where p.satellite_id = r.satellite_id and p.group_id = r.group_id and p.starts_on <= r.starts_on
             and (p.ends_on is null or p.ends_on >= r.starts_on)))
     order by r.asked_at desc, r.id desc limit 500`,
    [canteenId, lapsesAt(now)],
  )

/** What was asked before this has lapsed. */
const lapsesAt = (now: Date) => new Date(now.getTime() - REQUEST_DAYS * 86_400_000)

/** An open request; null once answered or lapsed. `locked` keeps it from other answers until the end of the transaction. */
export const findRequest = (db: Queries, id: number, now: Date, { locked = false } = {}) =>
  db.first<LinkRequest>(
    `select ${REQUEST} ${FROM} where r.id = $1 and (r.state = 'pending' and r.asked_at > $2 or r.state = 'unclaimed')
     ${locked ? 'for update of r' : ''}`,
    [id, lapsesAt(now)],
  )

export type Asked = {
  satelliteId: number
  groupId: number
  from: IsoDate
  to: IsoDate | null
  askedOf: Side
  state: 'pending' | 'unclaimed'
}

/** Keeps requests; one that is open already for the same two takes the new dates. */
export const keepRequests = (db: Queries, asked: readonly Asked[], by: string | null, now: Date) =>
  db.run(
    `insert into group_request (satellite_id, group_id, starts_on, ends_on, asked_of, state, asked_by, asked_at)
     select r."satelliteId", r."groupId", r."from", r."to", r."askedOf", r.state, $2, $3
     from jsonb_to_recordset($1) as r ("satelliteId" bigint, "groupId" bigint, "from" date, "to" date, "askedOf" text, state text)
     on conflict (satellite_id, group_id) where state in ('pending', 'unclaimed')
     do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, asked_of = excluded.asked_of, state = excluded.state,
                   asked_by = excluded.asked_by, asked_at = excluded.asked_at`,
    [JSON.stringify(asked), by, now],
  )

export const answerRequest = (db: Queries, id: number, state: RequestState, by: string | null, now: Date) =>
  db.run('update group_request set state = $2, decided_by = $3, decided_at = $4 where id = $1', [id, state, by, now])

/** Closes requests that nobody answered in time; gives those. */
export async function expireRequests(db: Queries, now: Date): Promise<LinkRequest[]> {
  const rows = await db.rows<{ id: number }>(
    `update group_request set state = 'expired', decided_at = $2 where state = 'pending' and asked_at <= $1 returning id`,
    [lapsesAt(now), now],
  )
  return db.rows<LinkRequest>(`select ${REQUEST} ${FROM} where r.id = any($1) order by r.id`, [rows.map(({ id }) => id)])
}

/** What a person asked or answered, for the file of their data. */
export const requestsOfPerson = (db: Queries, personId: string) =>
  db.rows<LinkRequest>(
    `select ${REQUEST} ${FROM} where r.asked_by = $1 or r.decided_by = $1 order by r.asked_at desc limit 10000`,
    [personId],
  )
