// What the year will come to by 31 December, from what is bought so far and from the canteen's own past.
import type { Cents } from '../../law/money.ts'

export type Projection = {
  readonly cents: Cents
  /** `past`: the season of the year before; `days`: no past, so as if every day were alike. */
  readonly by: 'past' | 'days'
}

/** Below this part of the past year, one day more or less changes everything: nothing is projected. */
const LEAST_PART = 0.05

/**
 * Projects a sum to the end of the year. `soFar` is what was bought until `day` (a day of that year); `past`, what was bought the year before
 * until the same day and in all. Null when there is too little to tell.
 */
export function project(soFar: Cents, day: string, past: { readonly until: Cents; readonly all: Cents }): Projection | null {
  if (soFar <= 0) return null
  const part = past.all > 0 ? past.until / past.all : 0
  if (part >= LEAST_PART && part <= 1) return { cents: Math.round(soFar / part), by: 'past' }
  if (past.all > 0) return null
  const [start, now, end] = [`${day.slice(0, 4)}-01-01`, day, `${day.slice(0, 4)}-12-31`].map((one) => Date.parse(one!)) as [
    number,
    number,
    number,
  ]
  const elapsed = (now - start + DAY) / (end - start + DAY)
  return elapsed < LEAST_PART ? null : { cents: Math.round(soFar / elapsed), by: 'days' }
}

const DAY = 86_400_000
