// The days on which a purchase comes back. Pure.
import { dayAfter, dayBefore, dayNumber } from '../../law/days.ts'
import type { IsoDate } from '../../law/timeline.ts'

export type Rhythm = 'week' | 'month'

export type Schedule = {
  readonly every: Rhythm
  /** The day of the purchase that comes back: every week on its day of the week, every month on its day of the month. */
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** The days of a schedule between two days, both counted, in order. */
export function daysBetween(schedule: Schedule, from: IsoDate, to: IsoDate): IsoDate[] {
  const last = to < schedule.endsOn ? to : schedule.endsOn
  const days: IsoDate[] = []
  for (let rank = firstRank(schedule, from); ; rank++) {
    const day = dayAt(schedule, rank)
    if (day > last) return days
    if (day >= from) days.push(day)
  }
}

/** The first day of a schedule after this one, or null when it is over. */
export const nextDay = (schedule: Schedule, after: IsoDate): IsoDate | null => {
  for (let rank = firstRank(schedule, after); ; rank++) {
    const day = dayAt(schedule, rank)
    if (day > schedule.endsOn) return null
    if (day > after) return day
  }
}

/** The last day that one may choose: the end of next year. */
export const farthestEnd = (today: IsoDate): IsoDate => `${Number(today.slice(0, 4)) + 1}-12-31`

/** A rank that is not past this day; the purchase itself is rank 0, which never comes back. */
function firstRank({ every, startsOn }: Schedule, from: IsoDate): number {
  const rank = every === 'week' ? Math.floor((dayNumber(from) - dayNumber(startsOn)) / 7) : monthsOf(from) - monthsOf(startsOn)
  return Math.max(1, rank)
}

const monthsOf = (day: IsoDate) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1

function dayAt({ every, startsOn }: Schedule, rank: number): IsoDate {
  if (every === 'week') return new Date((dayNumber(startsOn) + 7 * rank) * MS).toISOString().slice(0, 10)
  const months = monthsOf(startsOn) + rank
  const month = (count: number) => `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  const day = `${month(months)}-${startsOn.slice(8)}`
  // The 31st of a month that has none is its last day.
  const last = dayBefore(`${month(months + 1)}-01`)
  return day < last ? day : last
}

const MS = 86_400_000

export type Recurring = Schedule & {
  readonly createdOn: IsoDate
  /** Since that day nothing is proposed; null: under way. */
  readonly pausedOn: IsoDate | null
  readonly endedOn: IsoDate | null
}

/** The days to decide by today: from the day when it was asked for, as long as it is neither paused nor over. */
export function dueDays(recurring: Recurring, today: IsoDate): IsoDate[] {
  if (recurring.endedOn !== null) return []
  return daysBetween(recurring, firstDay(recurring), recurring.pausedOn === null ? today : dayBefore(recurring.pausedOn))
}

/** The days that a pause, or an end that was taken back, lets go by: those before today. What was paused and then ended stopped with its pause. */
export function daysMissed(recurring: Recurring, today: IsoDate): IsoDate[] {
  const since = recurring.pausedOn ?? recurring.endedOn
  if (since === null) return []
  const first = firstDay(recurring)
  return daysBetween(recurring, since > first ? since : first, dayBefore(today))
}

const firstDay = ({ startsOn, createdOn }: Recurring) => (createdOn > startsOn ? createdOn : dayAfter(startsOn))
