import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from './apportion.ts'

test('the cents that remain go to the largest remainders, the first at equal ones', () => {
  expect(apportion(100, [1n, 1n, 1n])).toEqual([34, 33, 33])
  expect(apportion(-100, [1n, 1n, 1n])).toEqual([-34, -33, -33])
  expect(apportion(10, [1n, 0n, 3n])).toEqual([3, 0, 7])
})

test('the parts add up, each within a cent of its exact share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 40 }),
      (amount, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0n)
        fc.pre(whole > 0n)
        const parts = apportion(amount, weights)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
        for (const [at, part] of parts.entries())
          expect(Math.abs(part - (amount * Number(weights[at])) / Number(whole))).toBeLessThan(1.001)
      },
    ),
  )
})
