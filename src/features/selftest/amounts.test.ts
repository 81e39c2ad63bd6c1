import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../law/verdict.ts'
import { meatFishCases, NOMINAL_TOTAL, sharesCases } from './amounts.ts'
import type { Answers, Quantity } from './answers.ts'
import { contradictionsOf } from './contradictions.ts'
import { canteenOf, practicesOf } from './to-law.ts'

const share = (hundredths: number): Quantity => ({ kind: 'share', hundredths })
const amount = (cents: number): Quantity => ({ kind: 'amount', cents })
const UNKNOWN: Quantity = { kind: 'unknown' }
const total = (cents: number) => ({ kind: 'amount', cents }) as const

test('a share of a known total becomes cents, rounded up so that a target typed as a share is reached by it', () => {
  const [only] = sharesCases({
    total: total(1_234_57),
    organic: share(20_00),
    labelled: share(30_00),
    criteria: { kind: 'none' },
  })
  expect(only).toMatchObject({ inEuros: true, procurement: { amounts: { valeur_bio: 246_92, valeur_totale: 1_234_57 } } })
  const verdict = (answers: Answers) =>
    evaluate({
      canteen: canteenOf({ sectors: ['education_primaire'], economicModel: 'public', commune: '35238' }, null),
      dataYear: 2026,
      procurement: sharesCases(answers)[0]!.procurement,
      practices: practicesOf(answers),
    }).shares
  const target = verdict({ total: total(99_999_99) }).organic.target!.percent
  expect(verdict({ total: total(99_999_99), organic: share(target * 100) }).organic.met).toBe(true)
  expect(verdict({ total: total(99_999_99), organic: share(target * 100 - 1) }).organic.met).toBe(false)
})

test('parts typed as shares never exceed their whole by rounding, and never contradict themselves', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000_00 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      (cents, first, second) => {
        const [a, b] = [Math.min(first, second), Math.max(first, second)]
        const answers: Answers = { total: total(cents), organic: share(a), labelled: share(b - a), criteria: share(10_000 - b) }
        const { valeur_bio, valeur_siqo, valeur_egalim_autres, valeur_externalites_performance } =
          sharesCases(answers)[0]!.procurement.amounts
        expect(valeur_bio! + valeur_siqo! + valeur_egalim_autres! + valeur_externalites_performance!).toBe(cents)
        expect(contradictionsOf(answers, 2026)).toEqual([])
      },
    ),
  )
})

test('without a total, shares are judged as they are, and typed euros stay out of it', () => {
  const [only] = sharesCases({ total: UNKNOWN, organic: share(12_34), labelled: amount(5_000_00) })
  expect(only?.inEuros).toBe(false)
  expect(only?.procurement.amounts).toMatchObject({
    valeur_totale: NOMINAL_TOTAL,
    valeur_bio: (NOMINAL_TOTAL / 10_000) * 1234,
    valeur_siqo: null,
    valeur_egalim_autres: null,
  })
})

test('a range is judged at both ends, and never below what was spent', () => {
  const ends = (answers: Answers) => sharesCases(answers).map(({ procurement }) => procurement.amounts.valeur_totale)
  expect(ends({ total: { kind: 'range', range: '20-50' }, organic: share(10_00) })).toEqual([20_000_00, 50_000_00])
  expect(ends({ total: { kind: 'range', range: '20-50' }, organic: amount(30_000_00) })).toEqual([30_000_00, 50_000_00])
})

test('other labels stand where they were ticked; none ticked is a zero; unknown stays unknown', () => {
  const amounts = (answers: Answers) => sharesCases({ total: total(100_00), ...answers })[0]!.procurement.amounts
  expect(amounts({ labels: ['label_rouge'], labelled: amount(10_00) })).toMatchObject({
    valeur_siqo: 10_00,
    valeur_egalim_autres: 0,
  })
  expect(amounts({ labels: ['label_rouge', 'hve'], labelled: amount(10_00) })).toMatchObject({
    valeur_siqo: 0,
    valeur_egalim_autres: 10_00,
  })
  expect(amounts({ labels: [], labelled: UNKNOWN })).toMatchObject({ valeur_siqo: 0, valeur_egalim_autres: 0 })
  expect(amounts({ labels: 'unknown', labelled: UNKNOWN })).toMatchObject({ valeur_siqo: null, valeur_egalim_autres: null })
})

test('the share of meat and fish may be known when nothing else is', () => {
  const meat = (answers: Answers) => {
    const [first] = meatFishCases(answers)
    const { valeur_viandes_volailles, valeur_viandes_volailles_egalim } = first!.procurement.amounts
    return [first!.inEuros, valeur_viandes_volailles, valeur_viandes_volailles_egalim]
  }
  expect(meat({ meatFish: amount(1_000_00), meatFishLabelled: amount(400_00) })).toEqual([true, 1_000_00, 400_00])
  expect(meat({ meatFish: UNKNOWN, meatFishLabelled: share(40_00) })).toEqual([false, NOMINAL_TOTAL, (NOMINAL_TOTAL / 100) * 40])
  expect(meat({ total: total(10_000_00), meatFish: share(30_00), meatFishLabelled: share(50_00) })).toEqual([
    true,
    3_000_00,
    1_500_00,
  ])
  expect(meat({ meatFish: UNKNOWN, meatFishLabelled: amount(400_00) })).toEqual([true, null, 400_00])
  expect(meat({ meatFish: { kind: 'none' } })).toEqual([true, 0, 0])
})

test('what cannot all be true is found, whichever way it was typed', () => {
  const found = (answers: Answers) => contradictionsOf(answers, 2026).map(({ questions }) => questions.join('+'))
  expect(found({ total: total(100_00), organic: amount(100_01) })).toContain('total+organic')
  expect(found({ total: UNKNOWN, organic: share(60_00), labelled: share(40_01) })).toEqual(['total+organic+labelled'])
  expect(found({ meatFish: amount(10_00), meatFishLabelled: amount(10_01) })).toEqual(['meatFish+meatFishLabelled'])
  expect(found({ total: { kind: 'range', range: '20-50' }, organic: amount(50_000_01) })).toContain('total+organic')
  expect(found({ total: { kind: 'range', range: '20-50' }, organic: amount(49_000_00) })).toEqual([])
  expect(found({ organic: amount(10_00), labels: [], meatFish: amount(50_00), meatFishLabelled: amount(20_00) })).toEqual([
    'organic+labelled+criteria+meatFishLabelled',
  ])
  expect(found({})).toEqual([])
})
