// A year month by month: what was spent, and what of it is organic, or sustainable and of quality, as the law adds it up. Pure.
import { apportion } from '../../law/apportion.ts'
import { dayNumber } from '../../law/days.ts'
import type { Cents } from '../../law/money.ts'
import { totals } from '../../law/procurement.ts'
import { shareText } from '../../law/ratio.ts'
import { type RollUp, rollUp } from '../../law/roll-up.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { type Projection, project } from './projection.ts'
import type { MonthSum } from './summary.sql.ts'

/** Cents; `quality` is sustainable and of quality, organic included. */
export type Spending = { readonly total: Cents; readonly organic: Cents; readonly quality: Cents }

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

/** What the law counts of these purchases. */
export function spendingIn({ total, simple }: RollUp): Spending {
  const { organic, quality } = totals({ depth: 'simple', amounts: simple })
  return { total: total.cents, organic: organic.atLeast, quality: quality.atLeast }
}

/** The year added up, and its months beside those of the year before. `today` is given for the year under way, which is then projected to its end. */
export function summarise(whole: RollUp, sums: readonly MonthSum[], today: IsoDate | null): Summary {
  const { dataYear: year } = whole
  const own = sums.filter(({ isYearBefore }) => !isYearBefore)
  const past = sums.filter(({ isYearBefore }) => isYearBefore)
  const centsOf = (rows: readonly MonthSum[]) => rows.reduce((sum, { cents }) => sum + cents, 0)
  const until = past.filter(({ isLater }) => !isLater)
  const all = centsOf(past)
  const projection = today === null ? null : project(whole.total.cents, today, { until: centsOf(until), all })
  const later = MONTHS.map((month) => centsOf(past.filter((row) => row.isLater && row.month === month)))
  const projected = projection && today ? toCome(projection, whole.total.cents, today, later) : MONTHS.map(() => 0)
  const before = spendingIn(rollUp(until, year - 1))
  return {
    rollUp: whole,
    months: MONTHS.map((month, index) => ({
      month,
      ...spendingIn(
        rollUp(
          own.filter((row) => row.month === month),
          year,
        ),
      ),
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
