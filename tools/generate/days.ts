// Moments of the years that a data set covers.
import type { Draws } from './random.ts'

/** First and last year, both included. */
export type Years = { readonly first: number; readonly last: number }

const DAY = 86_400_000

export const startOf = (years: Years) => Date.UTC(years.first, 0, 1)
export const endOf = (years: Years) => Date.UTC(years.last + 1, 0, 1) - DAY

/** A moment of a working day's hours between two days, more often late than early: the tool spreads with the years. */
export function momentBetween(draws: Draws, from: number, until: number): Date {
  const days = Math.max(0, Math.floor((until - from) / DAY))
  const day = Math.floor(Math.max(draws.fraction(), draws.fraction()) * (days + 1))
  return new Date(from - (from % DAY) + day * DAY + 7 * 3_600_000 + draws.below(12 * 3600) * 1000)
}

/** « 2024-09-01 » */
export const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
export const dayBefore = (day: string) => isoDay(Date.parse(day) - DAY)

const yearOf = (draws: Draws, { first, last }: Years) => first + draws.below(last - first + 1)

/** The first of January or of September: when kitchens are handed over. */
export const turningDay = (draws: Draws, years: Years) => `${yearOf(draws, years)}-${draws.happens(0.5) ? '01' : '09'}-01`
export const autumnOf = (draws: Draws, years: Years) => `${yearOf(draws, years)}-09-01`
