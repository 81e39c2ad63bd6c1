// The one door through which every process calls the register. It runs on the database's clock, which all of them share.
import type { Queries } from '../../platform/database/database.ts'

/** No answer in time; an answer that is none; « come back later ». */
export type Failure = 'silent' | 'failing' | 'asked_to_wait'

/** Takes the next turn when it comes within `patienceMs`, and says how long to wait for it; null when it does not. */
export async function takeTurn(
  db: Queries,
  { spacingMs, patienceMs }: { spacingMs: number; patienceMs: number },
): Promise<number | null> {
  const turn = await db.first<{ waitMs: number }>(
    `update register_gate set next_turn_at = greatest(next_turn_at, closed_until, clock_timestamp()) + $1 * interval '1 ms'
     where greatest(next_turn_at, closed_until) <= clock_timestamp() + $2 * interval '1 ms'
     returning (extract(epoch from next_turn_at - clock_timestamp()) * 1000 - $1)::float as "waitMs"`,
    [spacingMs, patienceMs],
  )
  return turn && Math.max(0, Math.ceil(turn.waitMs))
}

/** For how long nobody calls, and why; null while the door is open. */
export const closedGate = (db: Queries) =>
  db.first<{ forMs: number; because: Failure }>(
    `select (extract(epoch from closed_until - clock_timestamp()) * 1000)::float as "forMs", closed_because as because
     from register_gate where closed_until > clock_timestamp()`,
  )

/** Nobody calls for a while: the register asked for it. */
export const closeGate = (db: Queries, forMs: number) =>
  db.run(
    `update register_gate set closed_until = greatest(closed_until, clock_timestamp() + $1 * interval '1 ms'),
       closed_because = 'asked_to_wait'`,
    [forMs],
  )

/** One more call without an answer; after `most` of them in a row nobody calls for a while. */
export const countFailure = (db: Queries, because: Failure, { most, restMs }: { most: number; restMs: number }) =>
  db.run(
    `update register_gate set failures = failures + 1,
       closed_until = case when failures + 1 >= $2 then greatest(closed_until, clock_timestamp() + $3 * interval '1 ms') else closed_until end,
       closed_because = case when failures + 1 >= $2 then $1 else closed_because end`,
    [because, most, restMs],
  )

export const forgetFailures = (db: Queries) => db.run('update register_gate set failures = 0 where failures > 0')
