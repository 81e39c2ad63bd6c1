import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corrected, ended, type GroupPeriod, gainsAndLosses, joined, moved, overlaps, removed, samePeriods } from './period.ts'

const period = (groupId: number, from: string, to: string | null = null): GroupPeriod => ({ groupId, from, to })
const A = period(1, '2025-01-01')

test('a satellite joins, and periods of one group that touch are one', () => {
  expect(joined([], A)).toEqual({ periods: [A] })
  const first = period(1, '2025-01-01', '2025-06-30')
  expect(joined([first], period(1, '2025-07-01'))).toEqual({ periods: [A] })
  expect(joined([first], period(1, '2025-07-02'))).toEqual({ periods: [first, period(1, '2025-07-02')] })
  expect(joined([A], period(1, '2024-09-01', '2025-03-31'))).toEqual({ periods: [period(1, '2024-09-01')] })
})

test('another group stands in the way, to the day', () => {
  const other = period(2, '2025-01-01', '2025-06-30')
  expect(joined([other], period(1, '2025-06-30'))).toEqual({ overlap: other })
  expect(joined([other], period(1, '2025-07-01')).periods).toHaveLength(2)
  expect(joined([other], period(1, '2024-01-01', '2024-12-31')).periods?.[0]?.groupId).toBe(1)
  expect(joined([other], period(1, '2024-01-01', '2025-01-01'))).toEqual({ overlap: other })
})

test('a change of kitchen ends one period and starts the other the next day', () => {
  expect(moved([A], 2, '2025-09-01')).toEqual({ periods: [period(1, '2025-01-01', '2025-08-31'), period(2, '2025-09-01')] })
  expect(moved([A], 1, '2025-09-01'), 'the same kitchen').toEqual({ periods: [A] })
  expect(moved([], 2, '2025-09-01')).toEqual({ periods: [period(2, '2025-09-01')] })
  expect(moved([A], 2, '2025-01-01'), 'nothing would be left of the first: that is a correction').toEqual({ overlap: A })
  const planned = period(3, '2026-01-01')
  expect(moved([period(1, '2025-01-01', '2025-12-31'), planned], 2, '2025-09-01').periods).toEqual([
    period(1, '2025-01-01', '2025-08-31'),
    period(2, '2025-09-01', '2025-12-31'),
    planned,
  ])
})

test('a period ends, changes dates or never was', () => {
  expect(ended([A], A, '2025-08-31').periods).toEqual([period(1, '2025-01-01', '2025-08-31')])
  expect(ended([A], A, '2025-01-01').periods).toEqual([period(1, '2025-01-01', '2025-01-01')])
  expect(ended([A], A, '2024-12-31').periods).toEqual([])
  expect(removed([A], A)).toEqual([])
  const other = period(2, '2024-01-01', '2024-12-31')
  expect(corrected([other, A], A, { from: '2024-09-01', to: null })).toEqual({ overlap: other })
  expect(corrected([other, A], A, { from: '2025-02-01', to: null }).periods).toEqual([other, period(1, '2025-02-01')])
})

test('more days need more than fewer days do', () => {
  const shorter = period(1, '2025-02-01', '2025-08-31')
  expect(gainsAndLosses([A], [shorter])).toEqual({ gained: [], lost: [1] })
  expect(gainsAndLosses([shorter], [A])).toEqual({ gained: [1], lost: [] })
  expect(gainsAndLosses([A], [period(1, '2025-01-01', '2025-08-31'), period(2, '2025-09-01')])).toEqual({
    gained: [2],
    lost: [1],
  })
  expect(gainsAndLosses([A], [A])).toEqual({ gained: [], lost: [] })
})

const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom('join', 'move', 'end', 'correct'),
    groupId: fc.integer({ min: 1, max: 3 }),
    days: fc.tuple(day, day).map((pair) => pair.sort() as [string, string]),
    open: fc.boolean(),
  }),
  { maxLength: 12 },
)

test('whatever is done, a satellite is in one group at a time, and periods run forward', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      let periods: readonly GroupPeriod[] = []
      for (const { kind, groupId, days, open } of list) {
        const [from, to] = [days[0], open ? null : days[1]]
        const first = periods[0]
        if (kind === 'join') periods = joined(periods, { groupId, from, to }).periods ?? periods
        if (kind === 'move') periods = moved(periods, groupId, from).periods ?? periods
        if (kind === 'end' && first) periods = ended(periods, first, from).periods ?? periods
        if (kind === 'correct' && first) periods = corrected(periods, first, { from, to }).periods ?? periods
      }
      for (const one of periods) {
        expect(one.to === null || one.from <= one.to).toBe(true)
        expect(periods.filter((other) => overlaps(one, other))).toEqual([one])
      }
      expect(samePeriods(periods, [...periods].reverse())).toBe(true)
    }),
  )
})
