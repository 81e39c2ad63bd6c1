// The gap that moves, as one reads it once an invoice is confirmed.
import { expect, test } from 'vitest'
import type { Verdict } from '../../law/verdict.ts'
import { Moved } from './moved.tsx'

/** What is left to move, all that is read besides shares and sums. */
const missing = (gapCents: number | null) => {
  const figure = { percent: '10.00', part: { atLeast: 100_00, atMost: 100_00 }, gapCents }
  return { shares: { organic: figure, quality: figure } } as unknown as Verdict
}
const told = async (before: number | null, after: number | null) => {
  const html = String(await Moved({ canteenId: 1, year: 2026, count: 2, before: missing(before), after: missing(after) }))
  return /<li>(.*?)<\/li>/.exec(html)![1]!.replaceAll(/\s/g, ' ').split('). ')[1]
}

test('what was missing and what still is stand side by side', async () => {
  expect(await told(219_00, 120_00)).toBe('Il restait 219 € à déplacer, il reste 120 €.')
  expect(await told(219_00, 219_20), 'the same to the euro').toBe('Il reste 219 € à déplacer.')
  expect(await told(null, 120_00)).toBe('Il reste 120 € à déplacer.')
  expect(await told(219_00, 0)).toBe('L’objectif est atteint, bravo !')
  expect(await told(0, 0)).toBe('Objectif atteint.')
  expect(await told(null, null)).toBeUndefined()
})
