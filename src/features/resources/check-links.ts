// Visits the links of the catalogue and keeps what was found. A site that asks for quiet is left alone until the next time.
import type { Platform } from '../../platform/http/context.ts'
import { catalogue } from './catalogue.ts'
import { type Finding, latestChecks, recordCheck } from './checks.sql.ts'
import { createTurns } from './turns.ts'
import { type Manners, type Visit, visitLink } from './visit.ts'

const SITES_AT_ONCE = 2
const PAUSE_MS = 2_000
/** A site that stays silent more times in a row than this is left alone until the next check. */
const MOST_SILENCES = 3

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

/** Visits the links, two sites at once at most. Stops with an error as soon as `signal` aborts, or when no site at all answers. */
export async function checkLinks(
  { config, database, now }: Pick<Platform, 'config' | 'database' | 'now'>,
  { links = catalogue, visitedSince, manners = {}, onVisit, signal }: CheckOptions = {},
): Promise<CheckSummary> {
  const polite = mannersOf(config, now, signal, manners)
  const known = await latestChecks(database)
  const isFresh = ({ id, url }: Link) => {
    const check = known.get(id)
    return visitedSince !== undefined && check?.url === url && check.checkedAt >= visitedSince
  }
  const sites = bySite(links.filter((link) => !isFresh(link)))
  const summary: CheckSummary = { visited: 0, reached: 0, leftForLater: 0 }
  // Silence says something of a site only once another one has answered: otherwise our own line may be cut.
  const silent: Finding[] = []
  let answered = links.some(isFresh)

  async function visitSite(waiting: readonly Link[]) {
    let silences = 0
    for (const [index, link] of waiting.entries()) {
      signal?.throwIfAborted()
      const visit = await visitLink(link.url, polite)
      if (visit.status !== null) answered = true
      silences = visit.problem === 'silent' ? silences + 1 : 0
      if (visit.status === 429 || silences > MOST_SILENCES) {
        summary.leftForLater += waiting.length - index
        return
      }
      const { reachable, status, problem } = visit
      const finding = { ...link, checkedAt: now(), reachable, status, problem }
      if (problem === 'silent') silent.push(finding)
      else await recordCheck(database, finding)
      summary.visited++
      if (reachable) summary.reached++
      onVisit?.(link, visit)
    }
  }
  async function visitSites() {
    for (let site = sites.shift(); site; site = sites.shift()) await visitSite(site)
  }
  await Promise.all(Array.from({ length: SITES_AT_ONCE }, visitSites))
  if (!answered && silent.length > 0) throw new Error('no site answered: is this machine connected? nothing was kept')
  for (const finding of silent) await recordCheck(database, finding)
  return summary
}

function mannersOf(
  { publicUrl, contactEmail }: Platform['config'],
  now: () => Date,
  signal: AbortSignal | undefined,
  { pauseMs = PAUSE_MS, ...chosen }: NonNullable<CheckOptions['manners']>,
): Manners {
  return {
    userAgent: `ma-cantine-link-check/1 (${publicUrl ? `+${publicUrl}; ` : ''}${contactEmail})`,
    turns: createTurns(pauseMs, signal),
    timeoutMs: 20_000,
    longestWaitMs: 60_000,
    mostRedirects: 5,
    privateHosts: new Set(),
    now,
    signal,
    ...chosen,
  }
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
