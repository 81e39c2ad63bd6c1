import { describe, expect, it } from 'vitest'
import { type AmountName, cellName, detailedAmounts, simpleAmounts } from './amount-names.ts'
import { type CheckContext, crossChecks, missingAmounts } from './checks.ts'
import { familyTotals, simpleAmountsOf } from './family-totals.ts'
import { type Procurement, readProcurement, totals } from './procurement.ts'
import type { Amounts } from './sums.ts'

const simple = (amounts: Amounts): Procurement => ({ depth: 'simple', amounts })
const detailed = (amounts: Amounts): Procurement => ({ depth: 'detailed', amounts })
const every = (names: readonly { name: AmountName }[], cents: number): Amounts =>
  Object.fromEntries(names.map(({ name }) => [name, cents]))
const applicable = detailedAmounts.filter((row) => row.applicable)

describe('reading amounts by name', () => {
  it('finds the depth out', () => {
    expect(readProcurement({ valeurTotale: 100, valeurBio: null }).procurement).toEqual(
      simple({ valeur_totale: 100, valeur_bio: null }),
    )
    expect(readProcurement({ valeur_totale: 100, valeurBoissonsBio: 3 }).procurement?.depth).toBe('detailed')
    expect(readProcurement({ valeurTotale: 100, valeurBoissonsBio: null }).procurement?.depth).toBe('simple')
    expect(readProcurement({ valeurBoissonsFrance: 100 }).procurement?.depth).toBe('simple')
    expect(readProcurement({ valeurTotale: 100 }, 'detailed').procurement?.depth).toBe('detailed')
  })

  it('refuses names that do not exist or come twice', () => {
    expect(readProcurement({ valeurTotal: 1, valeurBio: 2 })).toEqual({ error: 'unknown_name', fields: ['valeurTotal'] })
    expect(readProcurement({ valeur_bio: 1, valeurBio: 1 })).toEqual({ error: 'unknown_name', fields: ['valeurBio'] })
  })
})

describe('sums', () => {
  it('of a full grid add up', () => {
    const sums = totals(
      detailed({ ...every(applicable, 1), valeur_totale: 1000, valeur_viandes_volailles: 50, valeur_produits_de_la_mer: 40 }),
    )
    expect(sums.organic.cents).toBe(8)
    expect(sums.siqo.cents).toBe(15)
    expect(sums.otherQuality.cents).toBe(8 + 1 + 8 + 8 + 3)
    expect(sums.purchaseCriteria.cents).toBe(16)
    expect(sums.quality.cents).toBe(67)
    expect(sums.meatQuality.cents).toBe(9)
    expect(sums.fishQuality.cents).toBe(9)
    expect(sums.meatFish.cents).toBe(90)
  })

  it('never count the cells that cannot exist', () => {
    const sums = totals(detailed(every(detailedAmounts, 1)))
    expect(sums.quality.cents).toBe(67)
  })

  it('are unknown as soon as a needed amount is blank, and keep what is certain', () => {
    const amounts = { ...every(applicable, 10), valeur_boissons_bio: null }
    const { organic, quality, siqo } = totals(detailed(amounts))
    expect(organic).toEqual({ cents: null, atLeast: 70, missing: ['valeur_boissons_bio'], claimed: true })
    expect(quality.cents).toBeNull()
    expect(quality.atLeast).toBe(660)
    expect(siqo.cents).toBe(150)
  })

  it('count blank optional amounts as not claimed', () => {
    const blank = applicable
      .filter(({ name }) => /externalites|performance|peche_durable/.test(name))
      .map(({ name }) => [name, null])
    const sums = totals(detailed({ ...every(applicable, 1), ...Object.fromEntries(blank) }))
    expect(sums.purchaseCriteria).toEqual({ cents: 0, atLeast: 0, missing: [], claimed: false })
    expect(sums.otherQuality.cents).toBe(27)
    expect(totals(simple({ valeur_bio: 0 })).organic).toMatchObject({ cents: 0, claimed: true })
    expect(totals(simple({})).organic).toMatchObject({ cents: null, missing: ['valeur_bio'] })
  })

  it('of a family come from its cells', () => {
    const full = detailed(every(applicable, 1))
    expect(familyTotals(full, 'charcuterie')).toMatchObject({
      organic: { cents: 1 },
      quality: { cents: 9 },
      spend: { cents: 10 },
      france: { cents: 1 },
    })
    expect(familyTotals(simple(every(simpleAmounts, 5)), 'charcuterie')).toMatchObject({
      spend: { cents: null },
      france: { cents: 5 },
    })
    expect(familyTotals(simple(every(simpleAmounts, 5)), 'viandes_volailles')).toMatchObject({
      spend: { cents: 5 },
      quality: { cents: 5 },
    })
  })

  it('give the simple amounts of a grid', () => {
    const found = simpleAmountsOf(detailed({ ...every(applicable, 1), valeur_totale: 500 }))
    expect(Object.keys(found).sort()).toEqual(simpleAmounts.map(({ name }) => name).sort())
    expect(found).toMatchObject({
      valeur_totale: 500,
      valeur_bio: 8,
      valeur_siqo: 15,
      valeur_bio_dont_commerce_equitable: 8,
      valeur_autres_france: 1,
    })
    expect(simpleAmountsOf(detailed({ valeur_totale: 500 }))).toMatchObject({
      valeur_bio: null,
      valeur_externalites_performance: null,
    })
  })
})

describe('cross-checks', () => {
  const in2025: CheckContext = { dataYear: 2025 }
  const found = (procurement: Procurement, context: CheckContext = in2025) =>
    crossChecks(procurement, context).map(({ rule, code, fields }) => `${rule} ${code} ${fields[0]}`)

  it.each<[string, Amounts, string[]]>([
    ['an empty entry', {}, []],
    ['a total of zero', { valeur_totale: 0 }, ['4 total_not_positive valeur_totale']],
    ['organic = total', { valeur_totale: 100, valeur_bio: 100 }, []],
    [
      'organic a cent above the total',
      { valeur_totale: 100, valeur_bio: 101 },
      ['4 part_above_total valeur_bio', '4 groups_above_total valeur_bio'],
    ],
    ['groups = total', { valeur_totale: 110, valeur_bio: 60, valeur_siqo: 50 }, []],
    ['groups above the total', { valeur_totale: 100, valeur_bio: 60, valeur_siqo: 50 }, ['4 groups_above_total valeur_bio']],
    [
      'organic fair trade above organic',
      { valeur_totale: 100, valeur_bio: 10, valeur_bio_dont_commerce_equitable: 11 },
      ['5 part_above_whole valeur_bio_dont_commerce_equitable'],
    ],
    [
      'fair trade above the other labels',
      { valeur_totale: 100, valeur_egalim_autres: 10, valeur_egalim_autres_dont_commerce_equitable: 11 },
      ['6 part_above_whole valeur_egalim_autres_dont_commerce_equitable'],
    ],
    [
      'meat quality above meat',
      { valeur_viandes_volailles: 10, valeur_viandes_volailles_egalim: 11 },
      ['7 part_above_whole valeur_viandes_volailles_egalim'],
    ],
    [
      'French meat above meat',
      { valeur_viandes_volailles: 10, valeur_viandes_volailles_france: 11 },
      ['7 part_above_whole valeur_viandes_volailles_france'],
    ],
    [
      'fish quality above fish',
      { valeur_produits_de_la_mer: 10, valeur_produits_de_la_mer_egalim: 11 },
      ['8 part_above_whole valeur_produits_de_la_mer_egalim'],
    ],
    [
      'French fish above fish',
      { valeur_produits_de_la_mer: 10, valeur_produits_de_la_mer_france: 11 },
      ['8 part_above_whole valeur_produits_de_la_mer_france'],
    ],
    [
      'meat and fish quality above all quality',
      {
        valeur_bio: 5,
        valeur_siqo: 5,
        valeur_egalim_autres: 0,
        valeur_viandes_volailles_egalim: 6,
        valeur_produits_de_la_mer_egalim: 5,
      },
      ['9 meat_fish_quality_above_quality valeur_siqo'],
    ],
    [
      'meat and fish quality, all quality unknown',
      { valeur_bio: 5, valeur_egalim_autres: 0, valeur_viandes_volailles_egalim: 6 },
      [],
    ],
    [
      'meat and fish above the total',
      { valeur_totale: 100, valeur_viandes_volailles: 60, valeur_produits_de_la_mer: 41 },
      ['10 meat_fish_above_total valeur_viandes_volailles'],
    ],
    ['a part without its whole', { valeur_viandes_volailles_egalim: 11 }, []],
    ['a negative amount', { valeur_bio: -1 }, ['15 not_an_amount valeur_bio']],
    ['half a cent', { valeur_bio: 1.5 }, ['15 not_an_amount valeur_bio']],
    [
      'French families above the total',
      { valeur_totale: 100, valeur_boissons_france: 60, valeur_autres_france: 60 },
      ['13 label_above_total valeur_boissons_france'],
    ],
  ])('simple: %s', (_, amounts, expected) => expect(found(simple(amounts)).sort()).toEqual(expected.sort()))

  it.each<[string, Amounts, string[]]>([
    [
      'a label above the total',
      { valeur_totale: 10, valeur_boissons_local: 6, valeur_autres_local: 5, valeur_boissons_france: 6, valeur_autres_france: 5 },
      ['4 label_above_total valeur_boissons_france', '4 label_above_total valeur_boissons_local'],
    ],
    [
      'family cells above the family',
      {
        valeur_totale: 100,
        valeur_viandes_volailles: 10,
        valeur_viandes_volailles_bio: 6,
        valeur_viandes_volailles_non_egalim: 5,
      },
      ['11 family_above_its_total valeur_viandes_volailles_bio'],
    ],
    [
      'family cells = the family',
      {
        valeur_totale: 100,
        valeur_viandes_volailles: 11,
        valeur_viandes_volailles_bio: 6,
        valeur_viandes_volailles_non_egalim: 5,
      },
      [],
    ],
    [
      'French fish above fish',
      { valeur_totale: 100, valeur_produits_de_la_mer: 10, valeur_produits_de_la_mer_france: 11 },
      ['11 origin_above_family valeur_produits_de_la_mer_france'],
    ],
    [
      'all cells above the total',
      { valeur_totale: 10, valeur_boissons_bio: 6, valeur_autres_non_egalim: 5 },
      ['13 groups_above_total valeur_boissons_bio'],
    ],
    [
      'organic fair trade above organic',
      { valeur_totale: 100, valeur_boissons_bio: 20, valeur_boissons_bio_dont_commerce_equitable: 30 },
      ['14 fair_trade_above_organic valeur_boissons_bio_dont_commerce_equitable'],
    ],
    [
      'a cell that cannot exist',
      { valeur_totale: 100, valeur_boissons_label_rouge: 1 },
      ['17 not_applicable valeur_boissons_label_rouge'],
    ],
    ['a zero in a cell that cannot exist', { valeur_totale: 100, valeur_boissons_label_rouge: 0 }, []],
    [
      'local above French in 2025',
      { valeur_totale: 100, valeur_boissons_local: 6, valeur_boissons_france: 5 },
      ['12 origin_above_france valeur_boissons_local'],
    ],
  ])('detailed: %s', (_, amounts, expected) => expect(found(detailed(amounts)).sort()).toEqual(expected.sort()))

  it('lets local and short supply chain be free of France, except for 2025', () => {
    const entry = detailed({
      valeur_totale: 100,
      valeur_boissons_local: 6,
      valeur_boissons_circuit_court: 6,
      valeur_boissons_france: 5,
    })
    expect(found(entry, { dataYear: 2024 })).toEqual([])
    expect(found(entry, { dataYear: 2025 })).toHaveLength(2)
    expect(found(entry, { dataYear: 2026 })).toEqual([])
  })

  it('wants simple amounts sent with a grid to agree with it', () => {
    const grid = { ...every(applicable, 1), valeur_totale: 1000, valeur_viandes_volailles: 50, valeur_produits_de_la_mer: 50 }
    expect(found(detailed({ ...grid, valeur_bio: 8, valeur_siqo: 15 }))).toEqual([])
    expect(found(detailed({ ...grid, valeur_bio: 9 }))).toEqual(['18 differs_from_cells valeur_bio'])
    // A grid that is not complete may come to more, never to less.
    const few = { valeur_totale: 1000, valeur_fruits_et_legumes_bio: 200 }
    expect(found(detailed({ ...few, valeur_bio: 199 }))).toEqual(['18 differs_from_cells valeur_bio'])
    expect(found(detailed({ ...few, valeur_bio: 200 }))).toEqual([])
  })

  it.each([
    [49, 1],
    [50, 0],
    [2000, 0],
    [2001, 1],
  ])('a meal at %i cents gives %i warning', (cents, warnings) => {
    const checks = crossChecks(simple({ valeur_totale: cents * 1000 }), { dataYear: 2025, yearlyMealCount: 1000 })
    expect(checks.filter(({ severity, rule }) => severity === 'warning' && rule === 16)).toHaveLength(warnings)
    expect(checks.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('says in French what to do, with the amounts', () => {
    const [check] = crossChecks(simple({ valeur_totale: 10000, valeur_bio: 6000, valeur_siqo: 5000 }), in2025)
    expect(check?.message).toBe(
      'L’addition de vos catégories (110,00\u00a0€) dépasse le total de vos achats (100,00\u00a0€). Un produit ne compte que dans une catégorie, le bio d’abord : corrigez ces montants ou le total.',
    )
    expect(check?.fields).toEqual(['valeur_bio', 'valeur_siqo', 'valeur_totale'])
  })
})

describe('what is missing to declare', () => {
  it('depends on the depth and the year; zero is an answer', () => {
    expect(missingAmounts(simple({ valeur_totale: 1 }), 2024)).toEqual([])
    expect(missingAmounts(simple({ valeur_totale: 1, valeur_bio: 0, valeur_siqo: null }), 2025)).toEqual([
      'valeur_siqo',
      'valeur_egalim_autres',
      'valeur_viandes_volailles',
      'valeur_viandes_volailles_egalim',
    ])
    expect(missingAmounts(detailed({}), 2026)).toHaveLength(53)
    expect(missingAmounts(detailed({}), 2026)).toContain(cellName('produits_de_la_mer', 'rup'))
  })
})
