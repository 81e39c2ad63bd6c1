// Chance that can be told again: the same seed gives the same draws on any machine and in any order of the streams.
import { createHash } from 'node:crypto'

export type Draws = {
  /** A fraction of 1, 1 excluded. */
  fraction(): number
  /** A whole number from 0, `end` excluded. */
  below(end: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(all: readonly T[]): T
  /** Of mean 0 and standard deviation 1. */
  normal(): number
  /** Log-normal, of this mean; `sigma` is the standard deviation of its logarithm. */
  logNormal(mean: number, sigma: number): number
  /** Beta distribution, between 0 and 1. */
  beta(alpha: number, beta: number): number
}

/** A stream of draws of its own for each seed and subject: « 1, block, 12 » never depends on what was drawn for « 1, block, 11 ». */
export function drawsOf(seed: number, ...subject: (string | number)[]): Draws {
  const fraction = smallFastCounter([seed, ...subject].join('/'))
  const below = (end: number) => Math.floor(fraction() * end)
  const normal = () => {
    // Marsaglia's polar method.
    for (;;) {
      const [x, y] = [2 * fraction() - 1, 2 * fraction() - 1]
      const square = x * x + y * y
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }
  /** Gamma distribution of scale 1 (Marsaglia and Tsang; below 1, the shape is raised and the draw brought down again). */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * fraction() ** (1 / shape)
    const third = shape - 1 / 3
    for (;;) {
      const x = normal()
      const cube = (1 + x / Math.sqrt(9 * third)) ** 3
      if (cube > 0 && Math.log(fraction()) < (x * x) / 2 + third - third * cube + third * Math.log(cube)) return third * cube
    }
  }
  return {
    fraction,
    below,
    happens: (probability) => fraction() < probability,
    pick: (all) => all[below(all.length)]!,
    normal,
    logNormal: (mean, sigma) => mean * Math.exp(sigma * normal() - (sigma * sigma) / 2),
    beta: (alpha, beta) => {
      const [part, rest] = [gamma(alpha), gamma(beta)]
      return part / (part + rest)
    },
  }
}

/** « sfc32 » (Chris Doty-Humphrey), whose state starts from a hash of the subject. */
function smallFastCounter(subject: string): () => number {
  const hash = createHash('sha256').update(subject).digest()
  let [a, b, c, counter] = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), 1]
  return () => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + drawn
    return (drawn >>> 0) / 2 ** 32
  }
}

/** Picks in proportion to weights; an entry without weight is never picked. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (draws: Draws) => T {
  const ends: number[] = []
  let sum = 0
  for (const [, weight] of entries) {
    sum += weight
    ends.push(sum)
  }
  if (!(sum > 0)) throw new Error('nothing to pick from')
  return (draws) => {
    const at = draws.fraction() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (at < ends[middle]!) high = middle
      else low = middle + 1
    }
    return entries[low]![0]
  }
}

export type Balance<T> = {
  /** Picks the entry of the next `count` at once, among those that `may` allow. */
  pick(draws: Draws, count: number, may?: (entry: T, share: number) => boolean): T
}

/**
 * Picks in proportion to what each entry is still owed: shares come out right even when one draw counts for three hundred, as when a kitchen
 * settles in a region.
 */
export function balanced<T>(entries: readonly (readonly [T, number])[]): Balance<T> {
  const sum = entries.reduce((total, [, weight]) => total + weight, 0)
  const all = entries.map(([entry, weight]) => ({ entry, share: weight / sum, owed: 0 }))
  return {
    pick(draws, count, may = () => true) {
      for (const one of all) one.owed += count * one.share
      const allowed = all.filter(({ entry, share }) => may(entry, share))
      const among = allowed.length > 0 ? allowed : all
      const owed = among.filter((one) => one.owed > 0).map((one) => [one, one.owed] as const)
      const chosen = owed.length > 0 ? weighted(owed)(draws) : among.reduce((most, one) => (one.owed > most.owed ? one : most))
      chosen.owed -= count
      return chosen.entry
    },
  }
}
