import { expect, test } from 'vitest'
import { scoresOf } from '../../../tools/bench/recognition.ts'

test('wordings that nobody looked at while improving the reading are read well enough to be proposed', () => {
  const { wordings, familyAccuracy, labels } = scoresOf('held-out')
  expect(wordings).toBeGreaterThan(1000)
  expect(labels.precision).toBeGreaterThanOrEqual(0.98)
  expect(labels.recall).toBeGreaterThanOrEqual(0.85)
  expect(familyAccuracy).toBeGreaterThanOrEqual(0.92)
})
