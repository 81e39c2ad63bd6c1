// The periods of one satellite in its groups, and what can be done to them. Pure: what would overlap is an answer, never written.
import { dayAfter, dayBefore, type Stay } from '../../law/days.ts'
import type { IsoDate } from '../../law/timeline.ts'

/** `to` is the last day; null: still going on. */
export type GroupPeriod = Stay & { readonly groupId: number }

/** The periods that result, in order; or the period of another group that stands in the way. */
export type Outcome =
  | { readonly periods: readonly GroupPeriod[]; readonly overlap?: never }
  | { readonly overlap: GroupPeriod; readonly periods?: never }

const FOREVER = '9999-12-31'
const lastDay = ({ to }: Stay): IsoDate => to ?? FOREVER
export const overlaps = (one: Stay, other: Stay) => one.from <= lastDay(other) && other.from <= lastDay(one)
export const isOn = (period: Stay, day: IsoDate) => period.from <= day && day <= lastDay(period)
const inOrder = (periods: readonly GroupPeriod[]) => [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))
const same = (one: GroupPeriod, other: GroupPeriod) =>
  one.groupId === other.groupId && one.from === other.from && one.to === other.to

export const samePeriods = (one: readonly GroupPeriod[], other: readonly GroupPeriod[]) =>
  one.length === other.length && inOrder(one).every((period, index) => same(period, inOrder(other)[index]!))

/** Adds a period. Periods of the same group that touch it become one with it; one of another group stands in its way. */
export function joined(periods: readonly GroupPeriod[], added: GroupPeriod): Outcome {
  const overlap = periods.find((period) => period.groupId !== added.groupId && overlaps(period, added))
  if (overlap) return { overlap }
  const reach = { from: dayBefore(added.from), to: added.to === null ? null : dayAfter(added.to) }
  const touching = periods.filter((period) => period.groupId === added.groupId && overlaps(period, reach))
  const all = [added, ...touching]
  const from = all.map((period) => period.from).sort()[0]!
  const last = all.map(lastDay).sort().at(-1)!
  const merged = { groupId: added.groupId, from, to: last === FOREVER ? null : last }
  return { periods: inOrder([...periods.filter((period) => !touching.includes(period)), merged]) }
}

/** Changes kitchen: the period under way ends the day before, the new one starts. */
export function moved(periods: readonly GroupPeriod[], groupId: number, from: IsoDate): Outcome {
  const left = periods.map((period) =>
    period.groupId !== groupId && period.from < from && isOn(period, from) ? { ...period, to: dayBefore(from) } : period,
  )
  const next = left.filter((period) => period.groupId !== groupId && period.from > from).map((period) => period.from)
  return joined(left, { groupId, from, to: next.length === 0 ? null : dayBefore(next.sort()[0]!) })
}

/** Takes a period out: it never was. */
export const removed = (periods: readonly GroupPeriod[], period: GroupPeriod): readonly GroupPeriod[] =>
  periods.filter((one) => !same(one, period))

/** Gives a period other dates. */
export const corrected = (periods: readonly GroupPeriod[], period: GroupPeriod, { from, to }: Stay): Outcome =>
  joined(removed(periods, period), { groupId: period.groupId, from, to })

/** Ends a period on its last day; a period that would end before it starts never was. */
export const ended = (periods: readonly GroupPeriod[], period: GroupPeriod, on: IsoDate): Outcome =>
  on < period.from ? { periods: removed(periods, period) } : corrected(periods, period, { from: period.from, to: on })

/** Groups where a change adds days, and groups where it takes some away: whose word is needed. */
export function gainsAndLosses(before: readonly GroupPeriod[], after: readonly GroupPeriod[]) {
  const holds = (periods: readonly GroupPeriod[], inner: GroupPeriod) =>
    periods.some((outer) => outer.groupId === inner.groupId && outer.from <= inner.from && lastDay(inner) <= lastDay(outer))
  const groupsOf = (periods: readonly GroupPeriod[], others: readonly GroupPeriod[]) => [
    ...new Set(periods.filter((period) => !holds(others, period)).map(({ groupId }) => groupId)),
  ]
  return { gained: groupsOf(after, before), lost: groupsOf(before, after) }
}
