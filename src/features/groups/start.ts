// From which day one usually links.
import { campaignOf, statutoryDeadline } from '../../law/campaigns.ts'
import { calendarYear } from '../../law/days.ts'
import { type DataYear, FIRST_DATA_YEAR, type IsoDate, isDataYear, LAST_DATA_YEAR } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import { date } from '../../platform/tables/date.kind.ts'

/** The year whose purchases are to be declared next: last year's until its campaign is over. */
export function yearToDeclare(now: Date): DataYear {
  const today = dayInParis(now)
  const last = Number(today.slice(0, 4)) - 1
  const campaign = campaignOf(last)
  const end = campaign?.correction?.to ?? campaign?.declaration.to ?? statutoryDeadline(last)
  return today <= end ? last : last + 1
}

/** A link made without a date covers the whole of the year to declare next. */
export const firstUsefulDay = (now: Date): IsoDate => calendarYear(yearToDeclare(now)).from

/** A day as people type it, within the years that the law knows; or what is wrong with it, in French. */
export function readDay(typed: string): { day: IsoDate; error?: never } | { day?: never; error: string } {
  if (typed === '') return { error: 'Indiquez une date.' }
  const { value, error } = date({ min: calendarYear(FIRST_DATA_YEAR).from, max: calendarYear(LAST_DATA_YEAR).to }).read(typed)
  return error ? { error: error.message } : { day: value }
}

/** The data year of an address, or the one to declare next. */
export function readYear(typed: string, now: Date): DataYear {
  const year = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN
  return isDataYear(year) ? year : yearToDeclare(now)
}
