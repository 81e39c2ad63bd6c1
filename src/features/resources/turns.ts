// Courtesy to the sites that we visit: one request to a site at a time, with a pause before the next.

export type Turns = {
  /** Runs the work when its turn comes for this site. */
  take<T>(site: string, work: () => Promise<T>): Promise<T>
  pause(ms: number): Promise<void>
}

/** Turns with this pause between two requests to one site. Everyone waiting is let go when `signal` aborts. */
export function createTurns(pauseMs: number, signal?: AbortSignal): Turns {
  const last = new Map<string, Promise<void>>()
  const pause = (ms: number) =>
    new Promise<void>((wake) => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        wake()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done)
      if (signal?.aborted) done()
    })
  return {
    pause,
    take(site, work) {
      const mine = (last.get(site) ?? Promise.resolve()).then(work)
      const rest = () => pause(pauseMs)
      last.set(site, mine.then(rest, rest))
      return mine
    },
  }
}
