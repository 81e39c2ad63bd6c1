// What the visits of links found: one row a resource, the last visit.
import type { Database } from '../../platform/database/database.ts'
import type { Problem } from './visit.ts'

export type LinkCheck = {
  /** The address that was visited: a check of another address says nothing of the present one. */
  url: string
  checkedAt: Date
  reachable: boolean
  problem: Problem | null
  lastReachedAt: Date | null
}

/** The last visit of each resource, by its id. */
export async function latestChecks(database: Database): Promise<ReadonlyMap<string, LinkCheck>> {
  const rows = await database.rows<LinkCheck & { id: string }>(
    `select resource_id as id, url, checked_at as "checkedAt", reachable, problem, last_reached_at as "lastReachedAt"
     from resource_check`,
  )
  return new Map(rows.map(({ id, ...check }) => [id, check]))
}

export type Finding = {
  id: string
  url: string
  checkedAt: Date
  reachable: boolean
  status: number | null
  problem: Problem | null
}

/** Keeps what a visit found, and when this address was last reached. */
export async function recordCheck(database: Database, finding: Finding): Promise<void> {
  const { id, url, checkedAt, reachable, status, problem } = finding
  await database.run(
    `insert into resource_check as known (resource_id, url, checked_at, reachable, status, problem, last_reached_at)
     values ($1, $2, $3, $4, $5, $6, case when $4 then $3::timestamptz end)
     on conflict (resource_id) do update set
       url = excluded.url, checked_at = excluded.checked_at, reachable = excluded.reachable,
       status = excluded.status, problem = excluded.problem,
       last_reached_at = coalesce(excluded.last_reached_at, case when known.url = excluded.url then known.last_reached_at end)`,
    [id, url, checkedAt, reachable, status, problem],
  )
}
