// The purchases of a group, shared out among the satellites that it delivers, so that each restaurant has its own figures.

import { apportion } from './apportion.ts'
import type { Period } from './campaigns.ts'
import { calendarYear, coveredWithin, lengthInDays, type Stay, uncoveredWithin } from './days.ts'
import { type Cents, decimal } from './money.ts'
import type { TextId } from './texts.ts'
import { type DataYear, FIRST_DATA_YEAR, inForce, type Timeline } from './timeline.ts'

/** By what the purchases are shared out: each satellite alike, or by the meals that each serves in a year. */
export type AllocationKey = 'equal' | 'by_yearly_meals'

/**
 * The law counts by restaurant and by calendar year (R230-30-1), so purchases made for several have to be shared out. It does not say how: the
 * key is the one that the administration applies when it counts the declarations, equal parts until the purchases of 2024, yearly meals since.
 */
export const allocationKeys: Timeline<AllocationKey> = [
  { from: FIRST_DATA_YEAR, value: 'equal', source: 'crpm-r230-30-1' },
  { from: 2025, value: 'by_yearly_meals', source: 'crpm-r230-30-1' },
]

/** A satellite and when it was delivered by the group. */
export type DeliveredSatellite = {
  readonly id: number
  readonly stays: readonly Stay[]
  /** Meals that it serves in a whole year, whoever delivers them; null when not known. */
  readonly yearlyMealCount: number | null
}

export type SatelliteShare = {
  readonly id: number
  /** Days of the year when the group delivered it. */
  readonly days: number
  /** Meals that the group delivered to it that year, to the nearest one; null when not known. */
  readonly meals: number | null
  /** Euros per meal of all its parts together, two decimals, half up, from the meals before rounding; null when not known. */
  readonly costPerMeal: string | null
  /** Its part of each amount; null when the parts cannot be worked out. */
  readonly amounts: readonly (Cents | null)[]
}

/** `nobody`: no satellite that year; `unknown_meals`: one at least has no number of meals; `no_meals`: all serve none. */
export type SplitOutcome = 'shared' | 'nobody' | 'unknown_meals' | 'no_meals'

export type Split = {
  readonly dataYear: DataYear
  readonly daysInYear: number
  readonly key: AllocationKey
  readonly source: TextId
  readonly outcome: SplitOutcome
  /** Satellites that the group delivered that year, a day at least, by identifier. */
  readonly shares: readonly SatelliteShare[]
  /** Satellites whose meals are needed and not known. */
  readonly missingMeals: readonly number[]
  /** Days of the year when the group delivered no one. They carry no amount: purchases follow the meals. */
  readonly uncovered: readonly Period[]
  /** Of each amount, what went to no satellite: all of it, or nothing. */
  readonly leftOver: readonly Cents[]
}

export type SplitRequest = {
  readonly dataYear: DataYear
  readonly satellites: readonly DeliveredSatellite[]
  /**
   * Amounts in cents that have nothing in common: each product counts in one. A total is the sum of its parts, worked out after the split,
   * so that a satellite's organic purchases never exceed its total by a rounded cent.
   */
  readonly amounts: readonly Cents[]
  /** Meals of the group in the year, for the key that does not look at the satellites' own. */
  readonly groupYearlyMeals: number | null
}

/**
 * Shares amounts out for a data year. A satellite weighs its yearly meals (or one, under the equal key) times the days when the group
 * delivered it, over the days of the year. The parts of each amount and what is left over sum to it, to the cent: parts are rounded down, then
 * the cents that remain go to the largest remainders, the smaller identifier first. The order of the satellites changes nothing.
 * Source: R230-30-1 CRPM for the restaurant and the calendar year; the key is administrative practice.
 */
export function splitAmounts({ dataYear, satellites, amounts, groupYearlyMeals }: SplitRequest): Split {
  const line = inForce(allocationKeys, dataYear)
  if (line === null) throw new Error(`no key before ${allocationKeys[0].from}: ${dataYear}`)
  const { value: key, source } = line
  const year = calendarYear(dataYear)
  const daysInYear = lengthInDays(year)
  const present = satellites
    .map(({ id, stays, yearlyMealCount }) => {
      const days = coveredWithin(year, stays).reduce((sum, period) => sum + lengthInDays(period), 0)
      const units = key === 'equal' ? 1 : yearlyMealCount
      return { id, days, weight: units === null ? null : BigInt(units) * BigInt(days) }
    })
    .filter(({ days }) => days > 0)
    .sort((a, b) => a.id - b.id)
  const missingMeals = present.filter(({ weight }) => weight === null).map(({ id }) => id)
  const weights = present.map(({ weight }) => weight ?? 0n)
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const outcome: SplitOutcome =
    present.length === 0 ? 'nobody' : missingMeals.length > 0 ? 'unknown_meals' : whole === 0n ? 'no_meals' : 'shared'
  const parts = amounts.map((amount) => (outcome === 'shared' ? apportion(amount, weights) : null))
  /** Meals delivered, as an exact quotient. The equal key gives every satellite whole meals of the group, as the administration does. */
  const mealsOf = (weight: bigint | null): readonly [bigint, bigint] | null => {
    if (key === 'by_yearly_meals') return weight === null ? null : [weight, BigInt(daysInYear)]
    return groupYearlyMeals === null ? null : [(BigInt(groupYearlyMeals) * weight!) / whole, 1n]
  }
  return {
    dataYear,
    daysInYear,
    key,
    source,
    outcome,
    shares: present.map(({ id, days, weight }, index) => {
      const meals = mealsOf(weight)
      const own = parts.map((part) => part?.[index] ?? null)
      return { id, days, meals: meals && nearest(...meals), costPerMeal: costOf(own, meals), amounts: own }
    }),
    missingMeals,
    uncovered: uncoveredWithin(
      year,
      satellites.flatMap(({ stays }) => stays),
    ),
    leftOver: amounts.map((amount) => (outcome === 'shared' ? 0 : amount)),
  }
}

function costOf(parts: readonly (Cents | null)[], meals: readonly [bigint, bigint] | null): string | null {
  const known = parts.filter((part) => part !== null)
  if (meals === null || meals[0] === 0n || known.length === 0 || known.length < parts.length) return null
  const cents = known.reduce((sum, part) => sum + part, 0)
  return decimal(nearest(BigInt(cents) * meals[1], meals[0]))
}

/** To the nearest integer, half up. */
const nearest = (numerator: bigint, denominator: bigint) => Number((2n * numerator + denominator) / (2n * denominator))
