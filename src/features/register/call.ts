// One call to the register: bounded in time and size, never sent elsewhere, and never an exception.
import type { Failure } from './gate.sql.ts'

/** An honest answer holds one legal unit: a few kilobytes. */
const MOST_BYTES = 262_144
/** What « come back later » means when it does not say when, and the longest that it is believed. */
const UNSAID_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 3_600_000

export type Called =
  | { kind: 'answered'; body: unknown }
  | { kind: 'failed'; because: Exclude<Failure, 'asked_to_wait'>; mayHelpToRetry: boolean }
  | { kind: 'asked_to_wait'; forMs: number }

export type Call = { url: URL; userAgent: string; timeoutMs: number; now(): Date }

export async function call({ url, userAgent, timeoutMs, now }: Call): Promise<Called> {
  const headers = { 'User-Agent': userAgent, Accept: 'application/json' }
  const signal = AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)))
  let response: Response
  let text: string | null
  try {
    response = await fetch(url, { headers, redirect: 'manual', signal })
    text = response.ok ? await readBounded(response) : null
  } catch {
    return { kind: 'failed', because: 'silent', mayHelpToRetry: true }
  }
  if (text !== null) return parse(text)
  // Nothing more is read of an answer that does not serve.
  await response.body?.cancel().catch(() => {})
  if (response.status === 429) return { kind: 'asked_to_wait', forMs: waitMs(response.headers.get('Retry-After'), now()) }
  return failing(response.status >= 500)
}

function parse(text: string): Called {
  try {
    return { kind: 'answered', body: JSON.parse(text) }
  } catch {
    return failing(false)
  }
}

const failing = (mayHelpToRetry: boolean): Called => ({ kind: 'failed', because: 'failing', mayHelpToRetry })

/** The text of the answer, or null as soon as it is too long. */
async function readBounded({ body }: Response): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return null
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

/** Seconds or a date, as HTTP has it. */
function waitMs(header: string | null, now: Date): number {
  const date = Date.parse(header ?? '')
  const asked = /^\d{1,9}$/.test(header ?? '')
    ? Number(header) * 1000
    : Number.isNaN(date)
      ? UNSAID_WAIT_MS
      : date - now.getTime()
  return Math.min(Math.max(asked, 0), LONGEST_WAIT_MS)
}
