import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  partsOf,
  type QuestionCode,
  questionsAround,
  questionsOn,
  type SiteParts,
  type Stated,
  type StatedLine,
  sameShares,
} from './consistency.ts'
import { families } from './families.ts'
import { characteristics } from './purchase.ts'

const line = (cents: number, more: Partial<StatedLine> = {}): StatedLine => ({
  wording: '',
  family: 'fruits_et_legumes',
  characteristics: [],
  origin: null,
  cents,
  ...more,
})
const stated = (lines: readonly StatedLine[], more: Partial<Stated> = {}): Stated => ({
  dataYear: 2026,
  lines,
  total: null,
  familyTotals: {},
  ...more,
})

test.each<[string, Stated, [QuestionCode, number[]][]]>([
  ['an ordinary statement', stated([line(120_034, { characteristics: ['BIO'] }), line(480_012)], { total: 600_046 }), []],
  [
    'more organic than the family',
    stated([line(1_001, { characteristics: ['BIO'] })], { familyTotals: { fruits_et_legumes: 1_000 } }),
    [['labels_above_family', [0]]],
  ],
  [
    'as much organic as the family',
    stated([line(1_000, { characteristics: ['BIO'] })], { familyTotals: { fruits_et_legumes: 1_000 } }),
    [],
  ],
  ['two cents more than the total, in two lines: rounding', stated([line(601), line(401)], { total: 1_000 }), []],
  ['three cents more than the total', stated([line(602), line(401)], { total: 1_000 }), [['lines_above_total', [0, 1]]]],
  ['less than the total', stated([line(600), line(301)], { total: 1_000 }), [['lines_below_total', []]]],
  [
    'the total of a family among its parts',
    stated([
      line(700, { characteristics: ['BIO'] }),
      line(300, { characteristics: ['HVE'] }),
      line(1_000),
      line(50, { family: 'autres' }),
    ]),
    [['looks_like_a_total', [2]]],
  ],
  ['two equal lines are no total', stated([line(700, { characteristics: ['BIO'] }), line(700)]), []],
  ['the same line twice', stated([line(700), line(700), line(12)]), [['same_line_twice', [1]]]],
  [
    'sustainable fishing for vegetables',
    stated([line(999, { characteristics: ['PECHE_DURABLE'] })]),
    [['label_not_for_family', [0]]],
  ],
  [
    'organic and wild fish',
    stated([line(999, { family: 'produits_de_la_mer', characteristics: ['BIO', 'PECHE_DURABLE'] })]),
    [['organic_and_wild_fish', [0]]],
  ],
  [
    'thousands everywhere',
    stated([line(100_000), line(300_000, { characteristics: ['BIO'] }), line(700_000, { family: 'autres' })]),
    [['round_figures', []]],
  ],
  ['all but one', stated([line(100_000), line(300_000, { characteristics: ['BIO'] }), line(700_001, { family: 'autres' })]), []],
])('%s', (_name, given, expected) => {
  expect(questionsOn(given).map(({ code, lines }) => [code, lines])).toEqual(expected)
})

test.each([
  // A supplier of vegetables may well come to ten cents a meal; whoever supplies all may not.
  [false, 10_000_00, 1_000, {}, []],
  [true, 499_99, 1_000, {}, ['unusual_cost_per_meal']],
  [true, 500_00, 1_000, {}, []],
  [false, 20_000_01, 1_000, {}, ['unusual_cost_per_meal']],
  [false, 20_000_00, 1_000, {}, []],
  [true, 499_99, null, {}, []],
  [false, 1_000_00, null, { fruits_et_legumes: 100_00 }, ['far_above_the_book']],
  [false, 999_99, null, { fruits_et_legumes: 100_00 }, []],
  [false, 999_99, null, { autres: 1 }, []],
])('around it: supplies all %s, %i cents, %s meals', (suppliesAll, cents, yearlyMealCount, bought, codes) => {
  const found = questionsAround({ lines: [line(cents)] }, { suppliesAll, yearlyMealCount, bought })
  expect(found.map(({ code }) => code)).toEqual(codes)
})

const site = (name: string, total: number, share: number): SiteParts => ({
  name,
  ...partsOf(stated([line(Math.round(total * share), { characteristics: ['BIO'] }), line(total - Math.round(total * share))])),
})

test('an average copied on three sites is asked about; real figures are not', () => {
  const copied = [site('Lilas', 1_000_000, 0.22), site('Vignes', 2_500_000, 0.22), site('Prés', 730_000, 0.22)]
  expect(sameShares(copied)?.message).toMatch(
    /\(78,00\s%, 22,00\s%\) pour 3 lieux dont les totaux diffèrent : Lilas, Vignes, Prés/,
  )
  expect(sameShares(copied.slice(1)), 'two may be chance').toBeNull()
  expect(sameShares([...copied.slice(1), site('Prés', 730_000, 0.2201)]), 'a hundredth apart').toBeNull()
  expect(sameShares([1, 2, 3].map((n) => site(`Lieu ${n}`, 1_000_000, 0.22))), 'the same statement, sent thrice').toBeNull()
  expect(sameShares([1, 2, 3].map((n) => site(`Lieu ${n}`, n * 1_000_000, 1))), 'all organic everywhere').toBeNull()
})

const anyLine = fc.record({
  wording: fc.string({ maxLength: 5 }),
  family: fc.constantFrom(...families.map(({ id }) => id)),
  characteristics: fc.uniqueArray(fc.constantFrom(...characteristics.map(({ code }) => code)), { maxLength: 3 }),
  origin: fc.constantFrom(null, 'FRANCE' as const, 'EUROPE' as const),
  cents: fc.integer({ min: 1, max: 500_000_00 }),
})

test('whatever is stated: questions point at lines that exist and are asked as questions', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), fc.option(fc.nat(1_000_000_00)), (lines, total) => {
      const found = [
        ...questionsOn(stated(lines, { total })),
        ...questionsAround({ lines }, { suppliesAll: true, yearlyMealCount: 10_000, bought: { autres: 100 } }),
      ]
      for (const { lines: about, message } of found) {
        expect(about.every((at) => at >= 0 && at < lines.length)).toBe(true)
        expect(message).toMatch(/\s\?$/)
      }
    }),
  )
})

test('whatever is stated: the order of the lines does not change what is asked', () => {
  const codes = (lines: readonly StatedLine[]) =>
    questionsOn(stated(lines, { total: 1_000 }))
      .map(({ code }) => code)
      .sort()
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), (lines) => {
      expect(codes([...lines].reverse())).toEqual(codes(lines))
    }),
  )
})

test('whatever is stated: lines that sum to the total, none labelled beyond its family, raise no question about totals', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 12 }), (lines) => {
      const total = lines.reduce((sum, { cents }) => sum + cents, 0)
      const familyTotals = Object.fromEntries(
        lines.map(({ family }) => [
          family,
          lines.filter((one) => one.family === family).reduce((sum, { cents }) => sum + cents, 0),
        ]),
      )
      const found = questionsOn(stated(lines, { total, familyTotals })).map(({ code }) => code)
      for (const code of ['labels_above_family', 'lines_above_total', 'lines_below_total']) expect(found).not.toContain(code)
    }),
  )
})
