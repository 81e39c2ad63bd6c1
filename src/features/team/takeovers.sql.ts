// People who ask to run a canteen that nobody runs.
import type { Queries } from '../../platform/database/database.ts'
import { streamOf } from '../canteens/canteens.ts'

export type TakeoverState = 'open' | 'granted' | 'opposed' | 'withdrawn' | 'overtaken' | 'undone'

/** What the person declares. */
export type Proof = { job: string; tie: string; workEmail: string | null }

export type Takeover = Proof & {
  id: number
  canteenId: number
  personId: string
  askedAt: Date
  dueAt: Date
  state: TakeoverState
  closedAt: Date | null
  reason: string | null
}

const TAKEOVER = `takeover.id, takeover.canteen_id as "canteenId", takeover.person_id as "personId", takeover.job, tie,
  work_email as "workEmail", asked_at as "askedAt", due_at as "dueAt", state, closed_at as "closedAt", reason`

/** Locks a living canteen, so that what is decided about who runs it is decided once; true when nobody administers it. */
export async function lockUnrun(db: Queries, canteenId: number): Promise<boolean> {
  const living = await db.first('select 1 from canteen where id = $1 and archived_at is null for no key update', [canteenId])
  if (!living) return false
  // Asked apart from the lock: what was written while it was waited for is seen.
  return (
    (await db.first(`select 1 from canteen_member where canteen_id = $1 and role = 'administrator' limit 1`, [canteenId])) ===
    null
  )
}

/** The last one of this person, whatever became of it. */
export const lastTakeover = (db: Queries, canteenId: number, personId: string) =>
  db.first<Takeover>(
    `select ${TAKEOVER} from canteen_takeover takeover where canteen_id = $1 and person_id = $2 order by asked_at desc, id desc limit 1`,
    [canteenId, personId],
  )

/** Those that wait on a canteen, first come first. */
export const openTakeovers = (db: Queries, canteenId: number) =>
  db.rows<Takeover>(
    `select ${TAKEOVER} from canteen_takeover takeover where canteen_id = $1 and state = 'open' order by asked_at, id`,
    [canteenId],
  )

export const countOpenOf = async (db: Queries, personId: string): Promise<number> =>
  (
    await db.first<{ n: number }>(`select count(*) as n from canteen_takeover where person_id = $1 and state = 'open'`, [
      personId,
    ])
  )?.n ?? 0

/** The identifier; null when one of this person waits already. */
export const addTakeover = async (
  db: Queries,
  { canteenId, personId, job, tie, workEmail }: Proof & { canteenId: number; personId: string },
  { now, dueAt }: { now: Date; dueAt: Date },
): Promise<number | null> =>
  (
    await db.first<{ id: number }>(
      `insert into canteen_takeover (canteen_id, person_id, job, tie, work_email, asked_at, due_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning id`,
      [canteenId, personId, job, tie, workEmail, now, dueAt],
    )
  )?.id ?? null

type Closing = { from: TakeoverState; to: TakeoverState; by: string | null; now: Date; reason?: string }

/** Passes from one state to another, once: false when it was no longer in the first. */
export const closeTakeover = async (db: Queries, id: number, { from, to, by, now, reason }: Closing): Promise<boolean> =>
  (await db.run(
    'update canteen_takeover set state = $3, closed_by = $4, closed_at = $5, reason = $6 where id = $1 and state = $2',
    [id, from, to, by, now, reason ?? null],
  )) > 0

/** Makes an administrator of someone, member of the team or not yet. */
export const putAdministrator = (db: Queries, canteenId: number, personId: string, now: Date) =>
  db.run(
    `insert into canteen_member (canteen_id, person_id, role, since) values ($1, $2, 'administrator', $3)
     on conflict (canteen_id, person_id) do update set role = 'administrator', since = $3`,
    [canteenId, personId, now],
  )

/** Open ones whose time has come or whose canteen is no longer to be taken, the earliest first. */
export const ripeTakeovers = (db: Queries, now: Date) =>
  db.rows<Takeover>(
    `select ${TAKEOVER} from canteen_takeover takeover join canteen on canteen.id = takeover.canteen_id
     where state = 'open' and (due_at <= $1 or archived_at is not null
       or exists (select from canteen_member member where member.canteen_id = canteen.id and role = 'administrator'))
     order by asked_at, takeover.id`,
    [now],
  )

/** People who were linked to a canteen, as its trail tells, and who still have an account. Having asked to be is no link. */
export const formerPeople = (db: Queries, canteenId: number, but: string, most: number) =>
  db.rows<{ id: string; email: string; firstName: string }>(
    `with linked as (
       select unnest(array[actor, detail ->> 'person']) as id from trail_entry where stream = $1 and kind !~ '^(takeover|join)-')
     select distinct person.id, email, first_name as "firstName" from person join linked using (id)
     where email_confirmed and person.id <> $2 order by email limit $3`,
    [streamOf(canteenId), but, most],
  )

/** A takeover as the staff reads it. */
export type Watched = Takeover & {
  name: string
  commune: string | null
  postcode: string | null
  siret: string | null
  siren: string | null
  firstName: string
  lastName: string
  email: string
  /** How many wait on the same canteen, this one included. */
  rivals: number
}

const WATCHED = `select ${TAKEOVER}, canteen.name, commune, postcode, siret, siren, first_name as "firstName", last_name as "lastName", email,
    (select count(*) from canteen_takeover other where other.canteen_id = takeover.canteen_id and other.state = 'open') as rivals
  from canteen_takeover takeover join canteen on canteen.id = canteen_id join person on person.id = person_id`

/** Those that wait, the most pressing first; those of one canteen together. */
export const watchedOpen = (db: Queries, most: number) =>
  db.rows<Watched>(
    `${WATCHED} where state = 'open' order by min(due_at) over (partition by canteen_id), canteen_id, asked_at, takeover.id limit $1`,
    [most],
  )

export const watchedOne = (db: Queries, id: number) =>
  db.first<Watched>(`${WATCHED} where takeover.id = $1 and state = 'open'`, [id])

/** Those that were settled since then, the latest first. */
export const watchedSettled = (db: Queries, since: Date, most: number) =>
  db.rows<Watched>(`${WATCHED} where state <> 'open' and closed_at >= $1 order by closed_at desc limit $2`, [since, most])

export const takeoversOf = (db: Queries, personId: string) =>
  db.rows<Takeover>(`select ${TAKEOVER} from canteen_takeover takeover where person_id = $1 order by id`, [personId])

/** What was declared is not kept for ever. */
export const forgetTakeovers = (db: Queries, before: Date) =>
  db.run('delete from canteen_takeover where closed_at < $1', [before])

const MOST_UNDER_WAY = 20

/** Canteens that this person asks to run. */
export const takeoversUnderWay = (db: Queries, personId: string) =>
  db.rows<{ canteenId: number; name: string }>(
    `select canteen_id as "canteenId", name from canteen_takeover join canteen on canteen.id = canteen_id
     where person_id = $1 and state = 'open' order by asked_at desc limit ${MOST_UNDER_WAY}`,
    [personId],
  )

export const countOpen = async (db: Queries): Promise<number> =>
  (await db.first<{ n: number }>(`select count(*) as n from canteen_takeover where state = 'open'`))?.n ?? 0
