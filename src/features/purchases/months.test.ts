import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../../law/days.ts'
import type { LabelledTraits } from '../../law/purchase.ts'
import { spendingIn } from '../../law/spending.ts'
import { type Month, summarise, type YearSums } from './months.ts'

/** What the queries give for purchases on given days, the two years being compared on `today`. */
function sumsOf(bought: readonly (readonly [day: string, cents: number, organic?: boolean])[], today: string): YearSums {
  const isOwn = ([day]: readonly [string, ...unknown[]]) => day.slice(0, 4) === today.slice(0, 4)
  const isUntil = ([day]: readonly [string, ...unknown[]]) => day.slice(4) <= today.slice(4)
  const monthOf = (day: string) => Number(day.slice(5, 7))
  const kindOf = (organic = false): LabelledTraits => ({ family: 'boulangerie', characteristics: organic ? ['BIO'] : [] })
  const past = bought.filter((one) => !isOwn(one))
  return {
    kinds: bought.filter(isOwn).map(([day, cents, organic]) => ({
      ...kindOf(organic),
      origin: null,
      shortChain: false,
      local: false,
      cents,
      count: 1,
      months: { [monthOf(day)]: cents },
    })),
    until: past.filter(isUntil).map(([, cents, organic]) => ({ ...kindOf(organic), cents })),
    later: Array.from({ length: 12 }, (_, index) => ({
      month: index + 1,
      cents: past.filter((one) => !isUntil(one) && monthOf(one[0]) === index + 1).reduce((sum, [, cents]) => sum + cents, 0),
    })),
  }
}
const projectedIn = (months: readonly Month[]) => Object.fromEntries(months.map(({ month, projected }) => [month, projected]))

test('a school that closes in summer is not projected as if every day were alike', () => {
  const months = ['01', '02', '03', '04', '05', '06', '09', '10', '11', '12']
  const past = months.map((month) => [`2025-${month}-10`, 100_00] as const)
  const own = months.slice(0, 6).map((month) => [`2026-${month}-10`, 110_00] as const)
  const seasonal = summarise(2026, sumsOf([...past, ...own], '2026-06-30'), '2026-06-30')
  expect(seasonal.projection).toEqual({ cents: 1100_00, by: 'past' })
  expect(projectedIn(seasonal.months)).toMatchObject({ 6: 0, 7: 0, 8: 0, 9: 110_00, 10: 110_00, 11: 110_00, 12: 110_00 })
  const first = summarise(2026, sumsOf(own, '2026-06-30'), '2026-06-30')
  expect(first.projection).toEqual({ cents: Math.round((660_00 * 365) / 181), by: 'days' })
  expect(projectedIn(first.months)[7]).toBeGreaterThan(100_00)
})

test('a year that goes as the last one ends as it did, and what is drawn as to come adds up to what is missing', () => {
  const day = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2025-12-31') }).map((n) => new Date(n * 86_400_000))
  const purchases = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 5_000_00 })), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(purchases, day, fc.integer({ min: 1, max: 4 }), (bought, asked, times) => {
      const iso = (date: Date) => date.toISOString().slice(0, 10)
      const today = `2026${iso(asked).slice(4)}`
      const past = bought.map(([date, cents]) => [iso(date), cents] as const)
      const own = past.map(([date, cents]) => [`2026${date.slice(4)}`, cents * times] as const).filter(([date]) => date <= today)
      const { projection, months, rollUp } = summarise(2026, sumsOf([...past, ...own], today), today)
      const coming = months.reduce((sum, { projected }) => sum + projected, 0)
      if (projection === null) expect(coming).toBe(0)
      else {
        if (projection.by === 'past') expect(projection.cents).toBe(past.reduce((sum, [, cents]) => sum + cents, 0) * times)
        expect(rollUp.total.cents + coming).toBe(projection.cents)
      }
      expect(months.reduce((sum, { total }) => sum + total, 0)).toBe(rollUp.total.cents)
    }),
  )
})

test('the share is compared with that of the same day a year before; what came later does not count', () => {
  const sums = sumsOf(
    [
      ['2025-03-01', 80_00],
      ['2025-03-02', 20_00, true],
      ['2025-12-01', 900_00, true],
      ['2026-03-01', 100_00, true],
    ],
    '2026-06-01',
  )
  const { before, rollUp, months } = summarise(2026, sums, '2026-06-01')
  expect(before).toEqual({ total: 100_00, organic: 20_00, quality: 20_00 })
  expect(spendingIn(rollUp)).toEqual({ total: 100_00, organic: 100_00, quality: 100_00 })
  expect(months[2]).toMatchObject({ month: 3, organic: 100_00 })
  expect(summarise(2026, sumsOf([['2026-03-01', 1]], '2026-06-01'), null)).toMatchObject({ before: null, projection: null })
})
