// Decided cases, then what holds whatever the group: to the cent, in any order, never more than a cent away from the exact part.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayAfter, dayBefore, dayNumber } from './days.ts'
import { decimal, MAX_AMOUNT, parseAmount } from './money.ts'
import { allocationKeys, type DeliveredSatellite, type Split, splitAmounts } from './split.ts'
import { legalText } from './texts.ts'
import { FIRST_DATA_YEAR } from './timeline.ts'

type Decided = {
  name: string
  dataYear: number
  groupYearlyMeals: number | null
  satellites: [number, number | null, [string, string | null][]][]
  amounts: string[]
  expected: {
    key: string
    outcome?: string
    shares: [number, number, number | null, (string | null)[]][]
    leftOver?: string[]
    missingMeals?: number[]
    uncovered?: [string, string][]
    perMeal?: (string | null)[]
  }
}
const { cases } = JSON.parse(readFileSync(new URL('./cases/split.json', import.meta.url), 'utf8')) as { cases: Decided[] }
const cents = (text: string) => parseAmount(text, 'api').cents!

describe('split.json', () => {
  it.each(cases.map((decided) => [decided.name, decided] as const))('%s', (_, { satellites, amounts, expected, ...given }) => {
    const split = splitAmounts({
      ...given,
      satellites: satellites.map(([id, yearlyMealCount, stays]) => ({
        id,
        yearlyMealCount,
        stays: stays.map(([from, to]) => ({ from, to })),
      })),
      amounts: amounts.map(cents),
    })
    expect({
      key: split.key,
      outcome: split.outcome,
      shares: split.shares.map((share) => [
        share.id,
        share.days,
        share.meals,
        share.amounts.map((amount) => (amount === null ? null : decimal(amount))),
      ]),
      leftOver: split.leftOver.map(decimal),
      missingMeals: split.missingMeals,
      uncovered: split.uncovered.map(({ from, to }) => [from, to]),
      ...(expected.perMeal && { perMeal: split.shares.map(({ costPerMeal }) => costPerMeal) }),
    }).toEqual({
      outcome: 'shared',
      leftOver: amounts.map(() => '0.00'),
      missingMeals: [],
      uncovered: [],
      ...expected,
    })
  })
})

test('every data year has its key, with a source; there is none before', () => {
  for (const { source } of allocationKeys) expect(legalText(source)).toBeDefined()
  expect(() => splitAmounts({ dataYear: FIRST_DATA_YEAR - 1, satellites: [], amounts: [], groupYearlyMeals: null })).toThrow()
})

test('days follow each other, and a day that is not in the calendar is refused', () => {
  expect(dayAfter('2028-02-28')).toBe('2028-02-29')
  expect(dayAfter('2026-02-28')).toBe('2026-03-01')
  expect(dayBefore('2026-01-01')).toBe('2025-12-31')
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', 'demain', '']) expect(() => dayNumber(wrong)).toThrow()
})

const day = fc
  .date({ min: new Date('2025-06-01'), max: new Date('2029-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const stay = fc
  .tuple(day, fc.option(day))
  .map(([one, other]) =>
    other === null ? { from: one, to: null } : one < other ? { from: one, to: other } : { from: other, to: one },
  )
const satellites = fc.uniqueArray(
  fc.record({
    id: fc.nat(10_000),
    stays: fc.array(stay, { maxLength: 4 }),
    yearlyMealCount: fc.option(fc.nat(366_000_000), { freq: 12 }),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)
const amounts = fc.array(fc.nat(MAX_AMOUNT), { maxLength: 4 })
const dataYear = fc.integer({ min: 2024, max: 2030 })

const sumOf = (split: Split, index: number) =>
  split.shares.reduce((sum, share) => sum + (share.amounts[index] ?? 0), split.leftOver[index]!)

test('parts and what is left sum to the cent; the order of satellites and of stays changes nothing', () => {
  fc.assert(
    fc.property(dataYear, satellites, amounts, fc.option(fc.nat(366_000_000)), (year, group, wholes, meals) => {
      const ask = (list: readonly DeliveredSatellite[]) =>
        splitAmounts({ dataYear: year, satellites: list, amounts: wholes, groupYearlyMeals: meals })
      const split = ask(group)
      expect(wholes.map((_, index) => sumOf(split, index))).toEqual(wholes)
      expect(ask(group.map((one) => ({ ...one, stays: one.stays.toReversed() })).reverse())).toEqual(split)
      expect(split.outcome === 'shared' || split.shares.every((share) => share.amounts.every((part) => part === null))).toBe(true)
    }),
  )
})

test('a part is within a cent of what is exact, and no meal means no cent', () => {
  fc.assert(
    fc.property(satellites, fc.nat(MAX_AMOUNT), (group, whole) => {
      const split = splitAmounts({ dataYear: 2026, satellites: group, amounts: [whole], groupYearlyMeals: null })
      if (split.outcome !== 'shared') return
      const weight = ({ id, days }: { id: number; days: number }) =>
        BigInt(group.find((one) => one.id === id)!.yearlyMealCount!) * BigInt(days)
      const all = split.shares.reduce((sum, share) => sum + weight(share), 0n)
      for (const share of split.shares) {
        const off = BigInt(share.amounts[0]!) * all - BigInt(whole) * weight(share)
        expect(off > -all && off < all).toBe(true)
        if (weight(share) === 0n) expect(share.amounts[0]).toBe(0)
      }
    }),
  )
})

test('the days of a year are delivered to someone or said to be without satellite', () => {
  fc.assert(
    fc.property(dataYear, satellites, (year, group) => {
      const { daysInYear, uncovered, shares } = splitAmounts({
        dataYear: year,
        satellites: group,
        amounts: [],
        groupYearlyMeals: null,
      })
      expect(daysInYear).toBe(year % 4 === 0 ? 366 : 365)
      const empty = uncovered.reduce((sum, { from, to }) => sum + dayNumber(to) - dayNumber(from) + 1, 0)
      const most = Math.max(0, ...shares.map(({ days }) => days))
      const all = shares.reduce((sum, { days }) => sum + days, 0)
      expect(daysInYear - empty).toBeGreaterThanOrEqual(most)
      expect(daysInYear - empty).toBeLessThanOrEqual(all)
    }),
  )
})
