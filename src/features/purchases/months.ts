// A year month by month: what was spent, and what of it is organic, or sustainable and of quality, as the law adds it up. Pure.
import { apportion } from '../../law/apportion.ts'
import { dayNumber } from '../../law/days.ts'
import type { Cents } from '../../law/money.ts'
import { countingOf, countingsOf } from '../../law/purchase.ts'
import { shareText } from '../../law/ratio.ts'
import { type RollUp, rollUp } from '../../law/roll-up.ts'
import { type Spending, spendingOf } from '../../law/spending.ts'
import type { DataYear, IsoDate } from '../../law/timeline.ts'
import { type Projection, project } from './projection.ts'
import type { KindByMonth, KindSum, MonthSum } from './summary.sql.ts'

export type Month = Spending & {
  /** 1 to 12. */
  readonly month: number
  /** What the projection adds to it. */
  readonly projected: Cents
}

export type Summary = {
  readonly rollUp: RollUp
  readonly months: readonly Month[]
  readonly projection: Projection | null
  /** The year before until the same day; null when nothing was bought then. */
  readonly before: Spending | null
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** What is read for a summary: the year; the year before until the same day, then month by month. */
export type YearSums = {
  readonly kinds: readonly KindByMonth[]
  readonly until: readonly KindSum[]
  readonly later: readonly MonthSum[]
}

/** The year added up, and its months beside those of the year before. `today` is given for the year under way, which is then projected to its end. */
export function summarise(year: DataYear, { kinds, until, later }: YearSums, today: IsoDate | null): Summary {
  const whole = rollUp(kinds, year)
  const before = spendingOf(until.map((row) => ({ label: countingOf(row, year - 1).label, cents: row.cents })))
  const all = later.reduce((sum, { cents }) => sum + cents, before.total)
  const projection = today === null ? null : project(whole.total.cents, today, { until: before.total, all })
  const past = MONTHS.map((month) => later.find((one) => one.month === month)?.cents ?? 0)
  const projected = projection && today ? toCome(projection, whole.total.cents, today, past) : MONTHS.map(() => 0)
  const counting = countingsOf(year)
  const own = kinds.map((row) => ({ label: counting(row).label, months: row.months }))
  return {
    rollUp: whole,
    months: MONTHS.map((month, index) => ({
      month,
      ...spendingOf(own.map(({ label, months }) => ({ label, cents: months[month] ?? 0 }))),
      projected: projected[index]!,
    })),
    projection,
    before: before.total > 0 ? before : null,
  }
}

/** What is still to be bought, shared out among the months to come: as last year, or day by day without a past. Adds up to the cent. */
function toCome({ cents, by }: Projection, soFar: Cents, today: IsoDate, later: readonly Cents[]): readonly Cents[] {
  const left = Math.max(0, cents - soFar)
  const weights = by === 'past' ? later.map((one) => Math.max(0, one)) : MONTHS.map((month) => daysLeft(month, today))
  return weights.every((weight) => weight === 0) ? weights : apportion(left, weights.map(BigInt))
}

/** Days of a month of this year that come after a day. */
function daysLeft(month: number, today: IsoDate): number {
  const year = Number(today.slice(0, 4))
  const first = (rank: number) => dayNumber(rank === 13 ? `${year + 1}-01-01` : `${year}-${String(rank).padStart(2, '0')}-01`)
  return Math.max(0, first(month + 1) - Math.max(first(month), dayNumber(today) + 1))
}

/** A part in percent, or null when there is nothing to divide. */
export const percentOf = (part: Cents, whole: Cents): number | null =>
  whole > 0 && part >= 0 ? Number(shareText(part, whole)) : null
