import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../../law/days.ts'
import { daysBetween, daysMissed, dueDays, nextDay, type Recurring } from './schedule.ts'

const weekly = { every: 'week', startsOn: '2026-11-02', endsOn: '2027-12-31' } as const
const monthly = { every: 'month', startsOn: '2026-01-31', endsOn: '2027-12-31' } as const

test('each week on its day, each month on its day or the last that the month has', () => {
  expect(daysBetween(weekly, '2026-11-02', '2026-11-23')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(daysBetween(monthly, '2026-01-01', '2026-05-15')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
  expect(daysBetween({ ...monthly, startsOn: '2027-12-31', endsOn: '2028-02-29' }, '2027-01-01', '2030-01-01')).toEqual([
    '2028-01-31',
    '2028-02-29',
  ])
  expect(nextDay(weekly, '2026-11-23')).toBe('2026-11-30')
  expect(nextDay({ ...weekly, endsOn: '2026-11-29' }, '2026-11-23')).toBeNull()
})

test('cutting a stretch of time in two gives the same days, each once', () => {
  const day = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2027-12-31') }).map((n) => new Date(n * 86_400_000))
  fc.assert(
    fc.property(fc.constantFrom('week', 'month'), fc.tuple(day, day, day, day), (every, given) => {
      const [startsOn, from, cut, to] = given.map((one) => one.toISOString().slice(0, 10)).sort() as [
        string,
        string,
        string,
        string,
      ]
      const schedule = { every, startsOn, endsOn: '2027-12-31' } as const
      const whole = daysBetween(schedule, from, to)
      const parts = [...daysBetween(schedule, from, cut), ...daysBetween(schedule, cut, to)]
      expect([...new Set(parts)]).toEqual(whole)
      expect([...whole].sort()).toEqual(whole)
      expect(whole).not.toContain(startsOn)
    }),
  )
})

test('what is due starts the day it was asked for, stops with a pause, and a pause lets its days go by', () => {
  const asked: Recurring = { ...weekly, createdOn: '2026-11-10', pausedOn: null, endedOn: null }
  expect(dueDays(asked, '2026-11-23')).toEqual(['2026-11-16', '2026-11-23'])
  const paused = { ...asked, pausedOn: '2026-11-20' }
  expect([dueDays(paused, '2026-12-10'), daysMissed(paused, '2026-12-07')]).toEqual([
    ['2026-11-16'],
    ['2026-11-23', '2026-11-30'],
  ])
  expect(dueDays({ ...asked, endedOn: '2026-11-20' }, '2026-12-10')).toEqual([])
  const both = { ...paused, endedOn: '2026-12-01' }
  expect(daysMissed(both, '2026-12-15'), 'ended while paused').toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'])
})
