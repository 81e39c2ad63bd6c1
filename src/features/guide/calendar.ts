// The dates of a canteen, sorted for a reader: behind us, coming, further away.
import { campaignOf, statutoryDeadline } from '../../law/campaigns.ts'
import type { CanteenFacts } from '../../law/canteen.ts'
import { type Deadline, deadlinesFor } from '../../law/deadlines.ts'
import { applies, obligationOf } from '../../law/obligations.ts'
import { type DataYear, type IsoDate, LAST_DATA_YEAR } from '../../law/timeline.ts'

export type Calendar = { past: Deadline[]; coming: Deadline[]; later: Deadline[] }

const yearOf = (day: IsoDate) => Number(day.slice(0, 4))
const inYear = (day: IsoDate, year: number): IsoDate => `${year}${day.slice(4)}`
const lastDay = ({ date, until = date }: Deadline): IsoDate => until

/** The dates of a canteen around a day: one year back, all that comes until the end of next year, then only what changes the law. */
export function calendarFor(canteen: CanteenFacts, today: IsoDate): Calendar {
  const thisYear = yearOf(today)
  const all = deadlinesFor(canteen, inYear(today, thisYear - 1), `${LAST_DATA_YEAR}-12-31`)
  const known = new Set(all.map(({ id, date }) => sameDuty(id, date)))
  const comesEveryYear = ({ id, date }: Deadline) => known.has(sameDuty(id, inYear(date, yearOf(date) - 1)))
  const horizon = `${thisYear + 1}-12-31`
  const future = all.filter((one) => lastDay(one) >= today)
  return {
    past: all.filter((one) => lastDay(one) < today).reverse(),
    coming: future.filter(({ date }) => date <= horizon),
    later: future.filter((one) => one.date > horizon && !comesEveryYear(one)),
  }
}

/** `declaration-2026` and `declaration-2027` are one duty, due on the same day of each year. */
const sameDuty = (id: string, date: IsoDate) => `${id.replace(/-\d{4}$/, '')} ${date}`

/** The year of purchases whose declaration is awaited on that day. */
export function nextDeclaredYear(today: IsoDate): DataYear {
  const lastYear = yearOf(today) - 1
  return statutoryDeadline(lastYear) >= today ? lastYear : lastYear + 1
}

/** Are the opening and closing days of the next campaign published? */
export const isNextCampaignKnown = (today: IsoDate): boolean => campaignOf(nextDeclaredYear(today)) !== null

/** Simple or detailed entry: what the law's table says of a declaration of these purchases; null before the rule. */
export function entryOfDeclaration(canteen: CanteenFacts, dataYear: DataYear) {
  const rule = obligationOf('detailed-declaration')
  return `${dataYear}-12-31` < rule.rules[0].from ? null : applies(rule, canteen, dataYear)
}
