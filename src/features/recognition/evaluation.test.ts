import { expect, test } from 'vitest'
import { scoresOf } from '../../../tools/bench/recognition.ts'

test('wordings that nobody looked at while improving the reading are read well enough to be proposed', () => {
  const { wordings, familyAccuracy, labels } = scoresOf('held-out')
  expect(wordings).toBeGreaterThan(1000)
  expect(labels.precision).toBeGreaterThanOrEqual(0.98)
  expect(labels.recall).toBeGreaterThanOrEqual(0.85)
  expect(familyAccuracy).toBeGreaterThanOrEqual(0.92)
})

test('no family and no label is sacrificed to the others', () => {
  const { perFamily, perLabel } = scoresOf('held-out')
  for (const [name, { expected, precision, recall }] of Object.entries({ ...perFamily, ...perLabel })) {
    if (expected < ENOUGH) continue
    expect(precision, `${name}, precision`).toBeGreaterThanOrEqual(0.95)
    expect(recall, `${name}, recall`).toBeGreaterThanOrEqual(0.85)
  }
})
/** With fewer, one wording decides. */
const ENOUGH = 20
