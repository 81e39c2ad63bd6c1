// How long pages take to come, one after the other, as one person asks for them.

export type Latency = { requests: number; p50Ms: number; p95Ms: number; worstMs: number; worst: string }
export type Timing = { address: string; ms: number }

const round = (ms: number) => Math.round(ms * 10) / 10

export function latencyOf(timings: readonly Timing[]): Latency {
  const sorted = [...timings].sort((a, b) => a.ms - b.ms)
  const at = (part: number) => sorted[Math.min(sorted.length, Math.ceil(part * sorted.length)) - 1]!
  return {
    requests: sorted.length,
    p50Ms: round(at(0.5).ms),
    p95Ms: round(at(0.95).ms),
    worstMs: round(at(1).ms),
    worst: at(1).address,
  }
}

export type Reader = { read(address: string): Promise<{ html: string } & Timing> }

/** Reads pages of a site as whoever holds this cookie. Throws when one is not there. */
export const readerOf = (base: string, cookie: string): Reader => ({
  async read(address) {
    const begun = performance.now()
    const answer = await fetch(base + address, { headers: { Cookie: cookie } })
    const html = await answer.text()
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
    return { html, address, ms: performance.now() - begun }
  },
})
