// Visits the links of the catalogue and keeps what was found. A site that asks for quiet is left alone until the next time.
import type { Platform } from '../../platform/http/context.ts'
import { catalogue } from './catalogue.ts'
import { latestChecks, recordCheck } from './checks.sql.ts'
import { createTurns } from './turns.ts'
import { type Manners, type Visit, visitLink } from './visit.ts'

const SITES_AT_ONCE = 2
const PAUSE_MS = 2_000

export type Link = { readonly id: string; readonly url: string }

export type CheckOptions = {
  /** The catalogue unless told otherwise. */
  links?: readonly Link[]
  /** Links visited since then are left out: a check that was cut short goes on where it stopped. */
  visitedSince?: Date
  manners?: Partial<Manners> & { pauseMs?: number }
  onVisit?(link: Link, visit: Visit): void
  signal?: AbortSignal
}

export type CheckSummary = { visited: number; reached: number; leftForLater: number }

/** Visits the links, two sites at once at most. Stops with an error as soon as `signal` aborts. */
export async function checkLinks(
  { config, database, now }: Pick<Platform, 'config' | 'database' | 'now'>,
  { links = catalogue, visitedSince, manners = {}, onVisit, signal }: CheckOptions = {},
): Promise<CheckSummary> {
  const { pauseMs = PAUSE_MS, ...chosen } = manners
  const polite: Manners = {
    userAgent: `ma-cantine-link-check/1 (+${config.publicUrl ?? 'https://ma-cantine.example'}; ${config.contactEmail})`,
    turns: createTurns(pauseMs, signal),
    timeoutMs: 20_000,
    longestWaitMs: 60_000,
    mostRedirects: 5,
    privateHosts: new Set(),
    now,
    signal,
    ...chosen,
  }
  const known = await latestChecks(database)
  const isFresh = ({ id, url }: Link) => {
    const check = known.get(id)
    return visitedSince !== undefined && check?.url === url && check.checkedAt >= visitedSince
  }
  const sites = bySite(links.filter((link) => !isFresh(link)))
  const summary: CheckSummary = { visited: 0, reached: 0, leftForLater: 0 }

  async function visitSite(waiting: readonly Link[]) {
    for (const [index, link] of waiting.entries()) {
      signal?.throwIfAborted()
      const visit = await visitLink(link.url, polite)
      if (visit.status === 429) {
        summary.leftForLater += waiting.length - index
        return
      }
      const { reachable, status, problem } = visit
      await recordCheck(database, { ...link, checkedAt: now(), reachable, status, problem })
      summary.visited++
      if (reachable) summary.reached++
      onVisit?.(link, visit)
    }
  }
  async function visitSites() {
    for (let site = sites.shift(); site; site = sites.shift()) await visitSite(site)
  }
  await Promise.all(Array.from({ length: SITES_AT_ONCE }, visitSites))
  return summary
}

function bySite(links: readonly Link[]): Link[][] {
  const sites = new Map<string, Link[]>()
  for (const link of links) {
    const { host } = new URL(link.url)
    const known = sites.get(host)
    if (known) known.push(link)
    else sites.set(host, [link])
  }
  return [...sites.values()]
}
