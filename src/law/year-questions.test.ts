import { expect, test } from 'vitest'
import { type PurchaseSum, rollUp } from './roll-up.ts'
import { questionsOnYear, type YearFacts, type YearQuestionCode } from './year-questions.ts'

const row = (cents: number, more: Partial<PurchaseSum> = {}): PurchaseSum => ({
  family: 'boulangerie',
  characteristics: [],
  origin: null,
  shortChain: false,
  local: false,
  cents,
  count: 10,
  ...more,
})
const organic = { characteristics: ['BIO'] } as const
const [milk, fruit] = [{ family: 'produits_laitiers' }, { family: 'fruits_et_legumes' }] as const

const ask = (rows: readonly PurchaseSum[], more: Partial<Omit<YearFacts, 'rollUp'>> = {}) =>
  questionsOnYear({ rollUp: rollUp(rows, 2026), before: null, yearlyMealCount: null, isOver: true, ...more })
const before = (total: number, quality: number) => ({ before: { total, organic: quality, quality } })

test.each<[string, ReturnType<typeof ask>, [YearQuestionCode, string | null, string | null][]]>([
  ['an ordinary year', ask([row(700_00), row(300_00, organic)], before(900_00, 200_00)), []],
  ['no purchase', ask([]), []],
  ['as much given back as bought', ask([row(10_00), row(-10_00, { count: 1 }), row(5_00, organic)]), []],
  [
    'a cent more given back than bought',
    ask([row(10_00), row(-10_01, { count: 1 }), row(50_00, organic)]),
    [['credits_above_purchases', 'boulangerie', 'none']],
  ],
  [
    'given back under a label that was not bought',
    ask([row(10_00), row(-1, { ...organic, ...milk })]),
    [['credits_above_purchases', 'produits_laitiers', 'bio']],
  ],
  ['all of a family from France', ask([row(10_00, { origin: 'FRANCE' })]), []],
  [
    'more from France than the family holds',
    ask([row(10_00, { origin: 'FRANCE' }), row(-1)]),
    [['side_above_family', 'boulangerie', null]],
  ],
  [
    'one question a family: its origins follow its credits',
    ask([row(10_00, { origin: 'FRANCE', local: true }), row(-11_00, { count: 1 })]),
    [['credits_above_purchases', 'boulangerie', 'none']],
  ],
  ['all organic in two families', ask([row(10_00, organic), row(10_00, { ...organic, ...milk })]), []],
  [
    'all organic in three families',
    ask([row(10_00, organic), row(10_00, { ...organic, ...milk }), row(10_00, { ...organic, ...fruit })]),
    [['all_organic', null, null]],
  ],
  [
    'as the year before',
    ask([row(10_00, organic), row(10_00, { ...organic, ...milk }), row(10_00, { ...organic, ...fruit })], before(25_00, 25_00)),
    [],
  ],
  ['29,99 points more', ask([row(501_00), row(499_00, organic)], before(10_000_00, 1_991_00)), []],
  [
    '30 points more: the label that weighs most',
    ask([row(500_00), row(400_00, organic), row(100_00, { characteristics: ['HVE'] })], before(1_000_00, 200_00)),
    [['share_moved', null, 'bio']],
  ],
  [
    '30 points less: what has no label',
    ask([row(900_00), row(100_00, organic)], before(1_000_00, 400_00)),
    [['share_moved', null, 'none']],
  ],
  ['nine purchases say nothing of a year', ask([row(900_00, { count: 9 })], before(1_000_00, 400_00)), []],
  ['a cent below ten times', ask([row(999_99)], before(100_00, 0)), []],
  ['ten times the year before', ask([row(1_000_00)], before(100_00, 90_00)), [['far_above_year_before', null, null]]],
  ['twenty euros a meal', ask([row(20_00)], { yearlyMealCount: 1 }), []],
  ['a cent more', ask([row(20_01)], { yearlyMealCount: 1 }), [['unusual_cost_per_meal', null, null]]],
  ['49 cents a meal, the year over', ask([row(49)], { yearlyMealCount: 1 }), [['unusual_cost_per_meal', null, null]]],
  ['49 cents a meal, so far', ask([row(49)], { yearlyMealCount: 1, isOver: false }), []],
])('%s', (_name, questions, expected) => {
  expect(questions.map(({ code, family, label }) => [code, family, label])).toEqual(expected)
})

test('every question encourages, and says its figures', () => {
  const rows = [row(1_000_00), row(-2_00, { ...organic, ...milk }), row(3_000_00, { ...organic, ...fruit })]
  const messages = ask(rows, { ...before(1_000_00, 100_00), yearlyMealCount: 100, isOver: false }).map(({ message }) => message)
  expect(messages.map((message) => message.replace(/\s/g, ' '))).toEqual([
    'BOF (Produits laitiers, beurre et œufs), « Bio » : les avoirs dépassent les achats de 2,00 €. L’achat de départ porte-t-il le même label ?',
    'La part durable et de qualité fait 74,99 %, contre 10 % à la même date en 2025 : bravo ! Les produits « Bio » pèsent le plus : ont-ils bien tous ce label ?',
    '3 998 € pour 100 repas par an : c’est plus que d’habitude (entre 0,50 € et 20,00 € par repas). Le nombre de repas de la fiche est-il à jour, et les plus gros montants bien en euros ?',
  ])
  for (const message of messages) expect(message).not.toMatch(/erreur|faux|anomal|incohéren/i)
})
