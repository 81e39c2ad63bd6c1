// People who ask to join a team.
import type { Queries } from '../../platform/database/database.ts'

/** A request that waits, and who asks. */
export type JoinRequest = {
  id: number
  personId: string
  firstName: string
  lastName: string
  email: string
  message: string
  askedAt: Date
}

const REQUEST = `select request.id, person_id as "personId", first_name as "firstName", last_name as "lastName", email, message,
  asked_at as "askedAt" from canteen_join_request request join person on person.id = person_id`

export const listRequests = (db: Queries, canteenId: number) =>
  db.rows<JoinRequest>(`${REQUEST} where canteen_id = $1 and answer is null order by asked_at, request.id`, [canteenId])

export const findRequest = (db: Queries, canteenId: number, id: number) =>
  db.first<JoinRequest>(`${REQUEST} where canteen_id = $1 and request.id = $2 and answer is null`, [canteenId, id])

export type Answer = 'accepted' | 'declined' | 'withdrawn'
export type MyRequest = { id: number; askedAt: Date; answer: Answer | null; answeredAt: Date | null }

/** The last request of this person, answered or not. */
export const lastRequest = (db: Queries, canteenId: number, personId: string) =>
  db.first<MyRequest>(
    `select id, asked_at as "askedAt", answer, answered_at as "answeredAt" from canteen_join_request
     where canteen_id = $1 and person_id = $2 order by asked_at desc, id desc limit 1`,
    [canteenId, personId],
  )

/** The identifier of the request; null when one waits already. */
export const addRequest = async (
  db: Queries,
  { canteenId, personId, message }: { canteenId: number; personId: string; message: string },
  now: Date,
): Promise<number | null> =>
  (
    await db.first<{ id: number }>(
      `insert into canteen_join_request (canteen_id, person_id, message, asked_at) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [canteenId, personId, message, now],
    )
  )?.id ?? null

/** Answers once: false when it was answered before. What the person wrote is not kept. */
export const answerRequest = async (db: Queries, id: number, answer: Answer, now: Date): Promise<boolean> =>
  (await db.run(`update canteen_join_request set answer = $2, answered_at = $3, message = '' where id = $1 and answer is null`, [
    id,
    answer,
    now,
  ])) > 0

/** Whoever came in another way asks no longer. */
export const closeRequests = (db: Queries, canteenIds: readonly number[], personId: string, now: Date) =>
  db.run(
    `update canteen_join_request set answer = 'accepted', answered_at = $3, message = ''
     where canteen_id = any($1) and person_id = $2 and answer is null`,
    [canteenIds, personId, now],
  )

export const forgetRequests = (db: Queries, before: Date) =>
  db.run('delete from canteen_join_request where coalesce(answered_at, asked_at) < $1', [before])

export const requestsOf = (db: Queries, personId: string) =>
  db.rows<MyRequest & { canteenId: number; message: string }>(
    `select id, canteen_id as "canteenId", message, asked_at as "askedAt", answer, answered_at as "answeredAt"
     from canteen_join_request where person_id = $1 order by id`,
    [personId],
  )

const MOST_UNDER_WAY = 20

/** Teams that this person has asked to join and that have not answered yet. */
export const requestsUnderWay = (db: Queries, personId: string) =>
  db.rows<{ canteenId: number; name: string }>(
    `select canteen_id as "canteenId", name from canteen_join_request join canteen on canteen.id = canteen_id
     where person_id = $1 and answer is null and archived_at is null order by asked_at desc limit ${MOST_UNDER_WAY}`,
    [personId],
  )

/** People who ask to join the teams that this person administers: the first ones, and how many in all. */
export const requestsToMe = (db: Queries, personId: string, most: number) =>
  db.rows<{ id: number; canteenId: number; name: string; by: string; total: number }>(
    `select request.id, request.canteen_id as "canteenId", canteen.name, count(*) over () as total,
            coalesce(nullif(trim(first_name || ' ' || last_name), ''), email) as by
     from canteen_join_request request
     join canteen_member mine on mine.canteen_id = request.canteen_id and mine.person_id = $1 and mine.role = 'administrator'
     join canteen on canteen.id = request.canteen_id and archived_at is null
     join person on person.id = request.person_id
     where answer is null order by asked_at, request.id limit $2`,
    [personId, most],
  )
