// Asks the register politely: each call in its turn, one more try when that may help, and no call at all while it wants quiet.
import type { Platform } from '../../platform/http/context.ts'
import { call } from './call.ts'
import { closedGate, closeGate, countFailure, type Failure, forgetFailures, takeTurn } from './gate.sql.ts'

export type Patience = {
  /** For one call, connection included. */
  callMs: number
  /** For everything: turns, calls and pauses. */
  allMs: number
  /** Between two calls of all our processes: the register takes seven a second. */
  spacingMs: number
  /** Calls without an answer, in a row, after which nobody calls for `restMs`. */
  mostFailures: number
  restMs: number
}

/** Someone waits in front of the page. */
const PERSON: Patience = { callMs: 3_000, allMs: 5_000, spacingMs: 150, mostFailures: 3, restMs: 30_000 }
/** A job lets people go first: it takes a turn only when nobody took one for a while. */
const JOB = { allMs: 60_000, quietMs: 300 }
const MOST_CALLS = 2
/** A call with less time than this before it is not worth making. */
const SHORTEST_CALL_MS = 300

export type Asked =
  | { kind: 'answered'; body: unknown }
  /** `busy`: too many of us ask at once. `retryAt`: before then, nothing is asked; null: any time. */
  | { kind: 'unavailable'; reason: Failure | 'busy'; retryAt: Date | null }

export type Manners = { inBackground?: boolean; patience?: Partial<Patience> }

export async function askRegister(
  platform: Platform,
  number: string,
  { inBackground = false, patience }: Manners = {},
): Promise<Asked> {
  const { database, log } = platform
  const limits = { ...PERSON, ...(inBackground && { allMs: JOB.allMs }), ...patience }
  const begun = performance.now()
  const leftMs = () => limits.allMs - (performance.now() - begun)
  let last: Failure | 'busy' = 'busy'
  for (let calls = 0; calls < MOST_CALLS && leftMs() >= SHORTEST_CALL_MS; calls++) {
    if (!(await waitForTurn(platform, limits, inBackground, leftMs))) break
    const made = await call({ ...request(platform, number), timeoutMs: Math.min(limits.callMs, leftMs()) })
    if (made.kind === 'answered') {
      await forgetFailures(database)
      return made
    }
    last = made.kind === 'failed' ? made.because : made.kind
    if (made.kind === 'asked_to_wait') await closeGate(database, made.forMs)
    else await countFailure(database, made.because, { most: limits.mostFailures, restMs: limits.restMs })
    if (made.kind === 'failed' && !made.mayHelpToRetry) break
  }
  const closed = await closedGate(database)
  const reason = last === 'busy' && closed ? closed.because : last
  log.warn({ reason }, 'company register unavailable')
  return { kind: 'unavailable', reason, retryAt: closed && new Date(platform.now().getTime() + closed.forMs) }
}

/** True once our turn has come; false when it will not come in time. */
async function waitForTurn(
  { database }: Platform,
  { callMs, spacingMs }: Patience,
  inBackground: boolean,
  leftMs: () => number,
): Promise<boolean> {
  for (;;) {
    // The whole call must still fit behind the turn; a job asks for a turn that has been free for a while.
    const patienceMs = inBackground ? -JOB.quietMs : Math.max(0, leftMs() - callMs)
    const waitMs = await takeTurn(database, { spacingMs, patienceMs })
    if (waitMs === null) {
      const closed = await closedGate(database)
      if (!inBackground || leftMs() < Math.max(JOB.quietMs, closed?.forMs ?? 0)) return false
      await sleep(JOB.quietMs)
      continue
    }
    await sleep(waitMs)
    // While we waited, someone may have been asked for quiet.
    if (waitMs === 0 || (await closedGate(database)) === null) return true
  }
}

const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

function request({ config, now }: Platform, number: string) {
  const url = new URL(`${config.registerUrl}/search`)
  // The least that serves: no names of directors nor of elected people.
  url.search = new URLSearchParams({
    q: number,
    page: '1',
    per_page: '1',
    minimal: 'true',
    include: 'siege,matching_etablissements',
    limite_matching_etablissements: '2',
  }).toString()
  const userAgent = `ma-cantine/1 (${config.publicUrl ? `+${config.publicUrl}; ` : ''}${config.contactEmail})`
  return { url, userAgent, now }
}
