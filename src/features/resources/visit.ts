// Visits one link as a polite guest: says who we are, asks for the head only, waits when asked to, never reads the document.
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { ForbiddenAddress, isPublicAddress, publicLookup } from './public-address.ts'
import type { Turns } from './turns.ts'

export type Problem =
  /** The document is not there any more. */
  | 'missing'
  /** The site turns our program away (or asks it to come back later); people may well be welcome. */
  | 'refused'
  /** The site answers with an error of its own. */
  | 'failing'
  /** No answer, or none that makes sense. */
  | 'silent'
  /** Sent from address to address without end, or back to the home page of the site. */
  | 'lost'
  /** Leads to an address that we do not visit: private network, other protocol, unusual port. */
  | 'forbidden'

export type Visit = { reachable: boolean; status: number | null; problem: Problem | null; finalUrl: string }

export type Manners = {
  userAgent: string
  /** One request to a site at a time, with a pause in between. */
  turns: Turns
  /** For one request, name look-up and connection included. */
  timeoutMs: number
  /** The longest that « come back in … seconds » is obeyed on the spot; longer is for another day. */
  longestWaitMs: number
  mostRedirects: number
  /** Hosts (with their port) that may be visited although private: for tests, with a server of this machine. Empty in production. */
  privateHosts: ReadonlySet<string>
  now(): Date
  signal?: AbortSignal | undefined
}

type Answer = { status: number; location: string | undefined; retryAfter: string | undefined }

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const TURNED_AWAY = new Set([401, 403, 406, 407, 429, 451, 999])
const HOME = /^\/(fr\/?|index\.\w+)?$/

/** Is the document there? Asks for its head, then for itself when the site does not know how to answer that. */
export async function visitLink(address: string, manners: Manners): Promise<Visit> {
  const visit = await follow(address, 'HEAD', manners)
  const settled = visit.reachable || visit.status === 429 || visit.problem === 'forbidden' || visit.problem === 'lost'
  return settled ? visit : follow(address, 'GET', manners)
}

async function follow(address: string, method: 'HEAD' | 'GET', manners: Manners): Promise<Visit> {
  const start = new URL(address)
  let url = start
  const ended = (status: number | null, problem: Problem | null): Visit => ({
    reachable: problem === null,
    status,
    problem,
    finalUrl: url.href,
  })
  for (let redirects = 0; redirects <= manners.mostRedirects; redirects++) {
    if (!isAllowed(url, manners)) return ended(null, 'forbidden')
    let answer: Answer
    try {
      answer = await askPatiently(url, method, manners)
    } catch (error) {
      manners.signal?.throwIfAborted()
      return ended(null, error instanceof ForbiddenAddress ? 'forbidden' : 'silent')
    }
    const { status, location } = answer
    if (!REDIRECTS.has(status) || location === undefined) return ended(status, problemOf(status, start, url))
    const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null
    if (next === null) return ended(status, 'failing')
    url = next
  }
  return ended(null, 'lost')
}

function problemOf(status: number, start: URL, end: URL): Problem | null {
  // A document that went away often leads to the home page, as if all were well.
  if (Math.floor(status / 100) === 2) return HOME.test(end.pathname) && !HOME.test(start.pathname) ? 'lost' : null
  if (status === 404 || status === 410) return 'missing'
  return TURNED_AWAY.has(status) ? 'refused' : 'failing'
}

function isAllowed(url: URL, { privateHosts }: Manners): boolean {
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A name is judged once resolved; an address is never resolved.
  return privateHosts.has(url.host) || (url.port === '' && (isIP(host) === 0 || isPublicAddress(host)))
}

async function askPatiently(url: URL, method: 'HEAD' | 'GET', manners: Manners): Promise<Answer> {
  const answer = await ask(url, method, manners)
  if (answer.status !== 429 && answer.status !== 503) return answer
  const waitMs = retryAfterMs(answer.retryAfter, manners.now())
  if (waitMs === null || waitMs > manners.longestWaitMs) return answer
  await manners.turns.pause(waitMs)
  return ask(url, method, manners)
}

/** Seconds or a date, as HTTP has it; null when absent or unreadable. */
function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime())
}

const ask = (url: URL, method: 'HEAD' | 'GET', manners: Manners): Promise<Answer> =>
  manners.turns.take(
    url.host,
    () =>
      new Promise((resolve, reject) => {
        const signals = [AbortSignal.timeout(manners.timeoutMs), ...(manners.signal ? [manners.signal] : [])]
        const options = {
          method,
          agent: false,
          headers: { 'User-Agent': manners.userAgent, Accept: '*/*' },
          signal: AbortSignal.any(signals),
          ...(manners.privateHosts.has(url.host) ? {} : { lookup: publicLookup }),
        }
        const receive = (answer: IncomingMessage) => {
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location,
            retryAfter: answer.headers['retry-after'],
          })
          answer.destroy()
        }
        const request = url.protocol === 'https:' ? requestHttps(url, options, receive) : requestHttp(url, options, receive)
        request.on('error', reject)
        request.end()
      }),
  )
