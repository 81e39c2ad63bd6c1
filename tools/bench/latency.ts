// How long pages take to come, one after the other, as one person asks for them.

export type Latency = { requests: number; p50Ms: number; p95Ms: number; worstMs: number }

const round = (ms: number) => Math.round(ms * 10) / 10

export function latencyOf(times: readonly number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]!)
  return { requests: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), worstMs: at(1) }
}

/** Asks for a page; gives its text and how long it took to come whole. Throws when it is not there. */
export async function timed(url: string, cookie: string): Promise<{ html: string; ms: number }> {
  const begun = performance.now()
  const answer = await fetch(url, { headers: { Cookie: cookie } })
  const html = await answer.text()
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return { html, ms: performance.now() - begun }
}
