import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossChecks } from './checks.ts'
import { families } from './families.ts'
import { isApplicable, labels } from './labels.ts'
import { totals } from './procurement.ts'
import { characteristics, checkPurchase, countingOf, countingsOf, origins, type PurchaseRecord } from './purchase.ts'
import { type PurchaseSum, rollUp } from './roll-up.ts'
import { spendingIn, spendingOf } from './spending.ts'

const row = (cents: number, more: Partial<PurchaseSum> = {}): PurchaseSum => ({
  family: 'autres',
  characteristics: [],
  origin: null,
  shortChain: false,
  local: false,
  cents,
  count: 1,
  ...more,
})

const nonZero = (amounts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(amounts).filter(([, cents]) => cents !== 0))

test('the worked example of the specification', () => {
  const { total, simple, detailed } = rollUp(
    [
      row(100_00, { family: 'viandes_volailles', characteristics: ['BIO', 'LABEL_ROUGE'], origin: 'FRANCE' }),
      row(50_00, { family: 'produits_de_la_mer', characteristics: ['PECHE_DURABLE', 'COMMERCE_EQUITABLE'] }),
      row(30_00, { family: 'produits_laitiers', characteristics: ['AOCAOP', 'FERMIER'] }),
      row(20_00, { family: 'boulangerie' }),
    ],
    2026,
  )
  expect(total).toEqual({ cents: 200_00, count: 4 })
  expect(nonZero(simple)).toEqual({
    valeur_totale: 200_00,
    valeur_bio: 100_00,
    valeur_siqo: 30_00,
    valeur_egalim_autres: 50_00,
    valeur_egalim_autres_dont_commerce_equitable: 50_00,
    valeur_viandes_volailles: 100_00,
    valeur_viandes_volailles_egalim: 100_00,
    valeur_viandes_volailles_france: 100_00,
    valeur_produits_de_la_mer: 50_00,
    valeur_produits_de_la_mer_egalim: 50_00,
  })
  expect(nonZero(detailed)).toEqual({
    valeur_totale: 200_00,
    valeur_viandes_volailles: 100_00,
    valeur_viandes_volailles_bio: 100_00,
    valeur_viandes_volailles_france: 100_00,
    valeur_produits_de_la_mer: 50_00,
    valeur_produits_de_la_mer_peche_durable: 50_00,
    valeur_produits_laitiers_aocaop_igp_stg: 30_00,
    valeur_boulangerie_non_egalim: 20_00,
  })
})

test.each([
  [2024, 0, 0],
  [2025, 70_00, 0],
  [2026, 0, 40_00],
])('origin in %i: short chain and local are within France in 2025 only', (year, extra, europe) => {
  const { detailed, europe: outside } = rollUp(
    [
      row(10_00, { family: 'viandes_volailles', origin: 'FRANCE' }),
      row(30_00, { family: 'viandes_volailles', shortChain: true }),
      row(40_00, { family: 'viandes_volailles', local: true, origin: year === 2026 ? 'EUROPE' : null }),
    ],
    year,
  )
  expect(detailed.valeur_viandes_volailles_france).toBe(10_00 + extra)
  expect(detailed.valeur_viandes_volailles_circuit_court).toBe(30_00)
  expect(detailed.valeur_viandes_volailles_local).toBe(40_00)
  expect(outside.viandes_volailles).toBe(europe)
})

test('what has no family, a retired characteristic or a label that its family cannot carry is said', () => {
  const result = rollUp(
    [
      row(10_00, { family: null, characteristics: ['BIO'] }),
      row(20_00, { family: 'fruits_et_legumes', characteristics: ['CONVERSION_BIO'] }),
      row(30_00, { family: 'boulangerie', characteristics: ['FERMIER'], count: 2 }),
      row(40_00, { family: 'boissons', characteristics: ['LABEL_ROUGE', 'HVE'] }),
      row(50_00, { characteristics: ['EQUIVALENTS'] }),
    ],
    2026,
  )
  expect(result.withoutFamily).toEqual({ cents: 10_00, count: 1 })
  expect(result.retired).toEqual({ cents: 70_00, count: 2 })
  expect(result.setAside).toEqual([{ family: 'boulangerie', label: 'fermier', cents: 30_00, count: 2 }])
  expect(result.simple).toMatchObject({
    valeur_totale: 150_00,
    valeur_bio: 30_00,
    valeur_egalim_autres: 40_00,
    valeur_externalites_performance: 50_00,
  })
  expect(result.detailed).toMatchObject({
    valeur_fruits_et_legumes_bio: 20_00,
    valeur_boulangerie_non_egalim: 30_00,
    valeur_boissons_hve: 40_00,
    valeur_autres_externalites: 50_00,
  })
})

const purchases = fc.array(
  fc.record<PurchaseSum>({
    family: fc.constantFrom(...families.map(({ id }) => id)),
    characteristics: fc.uniqueArray(fc.constantFrom(...characteristics.map(({ code }) => code)), { maxLength: 4 }),
    origin: fc.constantFrom(null, ...origins.map(({ code }) => code)),
    shortChain: fc.boolean(),
    local: fc.boolean(),
    cents: fc.integer({ min: 0, max: 1_000_000 }),
    count: fc.constant(1),
  }),
  { minLength: 1, maxLength: 40 },
)

test('the roll-up is a direct sum, whatever the order and however it is grouped', () => {
  fc.assert(
    fc.property(purchases, fc.constantFrom(2024, 2025, 2026, 2027), (rows, year) => {
      const result = rollUp(rows, year)
      expect(rollUp([...rows].reverse(), year)).toEqual({ ...result, setAside: expect.arrayContaining([...result.setAside]) })
      const sum = (keep: (one: PurchaseSum) => boolean) => rows.filter(keep).reduce((cents, one) => cents + one.cents, 0)
      expect(result.simple.valeur_totale).toBe(sum(() => true))
      for (const { id: family } of families)
        for (const label of labels)
          expect(result.detailed[`valeur_${family}_${label.id}`]).toBe(
            sum((one) => one.family === family && countingOf(one, year).label?.id === label.id),
          )
      // Both depths tell the same story to the law.
      const fromSimple = totals({ depth: 'simple', amounts: result.simple })
      const fromDetailed = totals({ depth: 'detailed', amounts: result.detailed })
      for (const key of ['total', 'organic', 'siqo', 'otherQuality', 'purchaseCriteria', 'quality', 'meatFishQuality'] as const)
        expect(fromSimple[key].cents).toBe(fromDetailed[key].cents)
      for (const label of labels)
        for (const { id: family } of families)
          if (!isApplicable(label, family)) expect(result.detailed[`valeur_${family}_${label.id}`]).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('spending is the same from the amounts of the year and from the labels of its purchases', () => {
  fc.assert(
    fc.property(purchases, fc.constantFrom(2024, 2025, 2026, 2027), (rows, year) => {
      const countingOf = countingsOf(year)
      const labelled = rows.map((one) => ({ label: countingOf(one).label, cents: one.cents }))
      expect(spendingOf(labelled)).toEqual(spendingIn(rollUp(rows, year)))
    }),
  )
})

test('what purchases add up to passes the checks of a declaration', () => {
  fc.assert(
    fc.property(purchases, fc.constantFrom(2025, 2026), (rows, year) => {
      const { simple, detailed, total } = rollUp(rows, year)
      if (total.cents === 0) return
      for (const procurement of [
        { depth: 'simple', amounts: simple } as const,
        { depth: 'detailed', amounts: detailed } as const,
      ])
        expect(crossChecks(procurement, { dataYear: year }).filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const bread: PurchaseRecord = {
  family: 'boulangerie',
  characteristics: [],
  origin: null,
  shortChain: false,
  local: false,
  date: '2026-11-23',
  description: 'Pain',
  supplier: null,
  priceExclTaxCents: 0,
  localDefinition: null,
  localKm: null,
}

test.each<[string, Partial<PurchaseRecord>, string[]]>([
  ['right, today, at no price', {}, []],
  ['local within 50 km', { local: true, localDefinition: 'KM', localKm: 50 }, []],
  ['tomorrow', { date: '2026-11-24' }, ['date in_the_future']],
  ['last century', { date: '1999-01-01' }, ['date too_old']],
  ['nameless', { description: ' ' }, ['description missing']],
  ['negative', { priceExclTaxCents: -1 }, ['priceExclTaxCents negative']],
  ['a fraction of a cent', { priceExclTaxCents: 0.5 }, ['priceExclTaxCents not_an_amount']],
  ['without family', { family: null }, ['family missing']],
  ['a definition without being local', { localDefinition: 'PAT' }, ['localDefinition not_local']],
  ['50 km of a department', { local: true, localDefinition: 'DEPARTEMENT', localKm: 50 }, ['localKm not_a_distance']],
])('a purchase that is %s', (_what, changes, expected) => {
  const found = checkPurchase({ ...bread, ...changes }, { today: '2026-11-23' })
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
})

test('a credit note may be below zero, and says where a purchase counts and why', () => {
  expect(checkPurchase({ ...bread, priceExclTaxCents: -5_00 }, { today: '2026-11-23', credit: true })).toEqual([])
  const why = countingOf({ ...bread, family: 'produits_laitiers', characteristics: ['AOCAOP', 'FERMIER', 'BIO'] }, 2026)
  expect(why).toMatchObject({ label: { id: 'bio' }, setAside: [] })
  expect(why.why).toBe(
    'Compté en « Bio », qui passe avant « AOC / AOP / IGP / STG », « Fermier » : un achat ne compte qu’une fois.',
  )
})
