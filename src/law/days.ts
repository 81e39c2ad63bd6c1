// Days counted: how many there are in a year, which one comes next. A day is `YYYY-MM-DD`, without hour nor zone.
import type { Period } from './campaigns.ts'
import type { IsoDate } from './timeline.ts'

const MS = 86_400_000

/** Days since 1 January 1970. Throws on a day that is not in the calendar. */
export function dayNumber(day: IsoDate): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time) || dayOfNumber(time / MS) !== day) throw new Error(`not a day: ${day}`)
  return time / MS
}

const dayOfNumber = (number: number): IsoDate => new Date(number * MS).toISOString().slice(0, 10)

export const dayAfter = (day: IsoDate): IsoDate => dayOfNumber(dayNumber(day) + 1)
export const dayBefore = (day: IsoDate): IsoDate => dayOfNumber(dayNumber(day) - 1)

export const calendarYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** How many days from the first to the last, both counted. */
export const lengthInDays = ({ from, to }: Period): number => dayNumber(to) - dayNumber(from) + 1

/** A stretch of time that may be without end. `to` is its last day; null: still going on. */
export type Stay = { readonly from: IsoDate; readonly to: IsoDate | null }

/** The days of the stays that fall within the bounds, as periods in order that neither touch nor overlap. */
export function coveredWithin(bounds: Period, stays: readonly Stay[]): readonly Period[] {
  const clipped = stays
    .map(({ from, to }) => ({
      from: from > bounds.from ? from : bounds.from,
      to: to !== null && to < bounds.to ? to : bounds.to,
    }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const merged: Period[] = []
  for (const next of clipped) {
    const last = merged.at(-1)
    if (last === undefined || next.from > dayAfter(last.to)) merged.push(next)
    else if (next.to > last.to) merged[merged.length - 1] = { from: last.from, to: next.to }
  }
  return merged
}

/** The days within the bounds that no stay covers, as periods in order. */
export function uncoveredWithin(bounds: Period, stays: readonly Stay[]): readonly Period[] {
  const gaps: Period[] = []
  let next = bounds.from
  for (const { from, to } of coveredWithin(bounds, stays)) {
    if (next < from) gaps.push({ from: next, to: dayBefore(from) })
    next = dayAfter(to)
  }
  return next <= bounds.to ? [...gaps, { from: next, to: bounds.to }] : gaps
}
