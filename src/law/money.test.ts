import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, formatEuros, formatEurosRounded, formatPercent, MAX_AMOUNT, parseAmount } from './money.ts'
import { compareShare, gapTo, roundHalfUp, shareText } from './ratio.ts'

const cents = fc.integer({ min: 0, max: MAX_AMOUNT })

describe('reading amounts', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['1234,5', 123450],
    ['1 234,56', 123456],
    ['1\u00a0234,56', 123456],
    ['1\u202f234\u202f567,89', 123456789],
    ["1'234.56", 123456],
    ['1’234’567', 123456700],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1.234.567', 123456700],
    ['1 234,56 €', 123456],
    ['1234 euros', 123400],
    ['1 234,56\u00a0€ HT', 123456],
    ['12€HT', 1200],
    ['12 HT', 1200],
    ['  12,30 ', 1230],
    ['-0', 0],
    ['0,07', 7],
    ['0012', 1200],
  ])('french %j', (text, expected) => expect(parseAmount(text, 'french')).toEqual({ cents: expected }))

  it.each([
    ['', 'not_a_number'],
    ['abc', 'not_a_number'],
    ['12 34', 'not_a_number'],
    ['1 23,45', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['12,', 'not_a_number'],
    [',5', 'not_a_number'],
    ['€', 'not_a_number'],
    ['1;2', 'not_a_number'],
    ['--1', 'not_a_number'],
    ['-1', 'negative'],
    ['−12,50 €', 'negative'],
    ['-1,234', 'negative'],
    ['1,234', 'too_many_decimals'],
    ['1.234', 'too_many_decimals'],
    ['100 000 000 000,01', 'too_large'],
    ['9'.repeat(40), 'too_large'],
  ])('french %j is refused: %s', (text, error) => expect(parseAmount(text, 'french')).toEqual({ error }))

  it.each([
    ['12345.67', 1234567],
    ['0', 0],
    ['0.1', 10],
    ['100000000000', MAX_AMOUNT],
  ])('api %j', (text, expected) => expect(parseAmount(text, 'api')).toEqual({ cents: expected }))

  it.each([
    ['12,5', 'not_a_number'],
    [' 12', 'not_a_number'],
    ['1 234', 'not_a_number'],
    ['012', 'not_a_number'],
    ['+1', 'not_a_number'],
    ['.5', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['12€', 'not_a_number'],
    ['-0.01', 'negative'],
    ['0.001', 'too_many_decimals'],
    ['100000000000.01', 'too_large'],
  ])('api %j is refused: %s', (text, error) => expect(parseAmount(text, 'api')).toEqual({ error }))

  it('comes back from what it writes', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        expect(parseAmount(decimal(amount), 'api')).toEqual({ cents: amount })
        expect(parseAmount(formatEuros(amount), 'french')).toEqual({ cents: amount })
      }),
    )
  })

  it('never throws and never gives a fraction of a cent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.constantFrom('french' as const, 'api' as const), (text, notation) => {
        const { cents: read } = parseAmount(text, notation)
        if (read !== undefined) expect(Number.isInteger(read) && read >= 0 && read <= MAX_AMOUNT).toBe(true)
      }),
    )
  })
})

describe('writing amounts', () => {
  it('follows French typography', () => {
    expect(formatEuros(123456)).toBe('1\u202f234,56\u00a0€')
    expect(formatEuros(7)).toBe('0,07\u00a0€')
    expect(formatEuros(-123)).toBe('−1,23\u00a0€')
    expect(formatEuros(100000000)).toBe('1\u202f000\u202f000,00\u00a0€')
    expect(formatEurosRounded(123450)).toBe('1\u202f235\u00a0€')
    expect(formatEurosRounded(123449)).toBe('1\u202f234\u00a0€')
    expect(formatPercent('18.42')).toBe('18,42\u00a0%')
    expect(formatPercent(20)).toBe('20\u00a0%')
    expect(decimal(-5)).toBe('-0.05')
  })
})

describe('exact ratios', () => {
  it('rounds half up, at the very end', () => {
    expect(roundHalfUp(1, 8, 2)).toBe('0.13')
    expect(roundHalfUp(5, 1000, 2)).toBe('0.01')
    expect(roundHalfUp(4999, 1_000_000, 2)).toBe('0.00')
    expect(roundHalfUp(7, 2, 0)).toBe('4')
    expect(shareText(1, 3)).toBe('33.33')
    expect(shareText(2, 3)).toBe('66.67')
    expect(shareText(0, 5)).toBe('0.00')
    expect(shareText(5, 5)).toBe('100.00')
    expect(shareText(19_999_999, 100_000_000)).toBe('20.00')
  })

  it('agrees with big integers, on both sides of what plain numbers hold', () => {
    const any = fc.oneof(cents, fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }))
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 100 }), (a, b, percent) => {
        const part = Math.min(a, b)
        const whole = Math.max(a, b, 1)
        const difference = BigInt(part) * 100n - BigInt(whole) * BigInt(percent)
        expect(compareShare(part, whole, percent)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
        expect(gapTo(part, whole, percent)).toBe(difference >= 0n ? 0 : Number((-difference + 99n) / 100n))
        const hundredths = (2n * BigInt(part) * 10_000n + BigInt(whole)) / (2n * BigInt(whole))
        expect(shareText(part, whole)).toBe(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`)
      }),
      { numRuns: 1000 },
    )
  })
})
