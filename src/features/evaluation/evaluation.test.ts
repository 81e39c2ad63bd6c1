import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { amountsOf, cellName, simpleAmounts } from '../../law/amount-names.ts'
import { families } from '../../law/families.ts'
import { isApplicable, labels } from '../../law/labels.ts'
import { type Answer, answerSchema } from './answer-schema.ts'

const CONTRACT = [
  'organic-share',
  'quality-share',
  'meat-fish-share',
  'diversification-plan',
  'vegetarian-weekly',
  'vegetarian-daily',
  'waste-diagnosis',
  'donation-agreement',
  'plastic-containers',
  'plastic-bottles',
  'plastic-tableware',
  'diner-display',
  'diner-electronic',
  'yearly-declaration',
  'detailed-declaration',
]

/** Asks over HTTP; every answer must have the documented shape, and nothing more. */
async function asker() {
  const site = await testSite()
  return async (request: object): Promise<Answer> => {
    const response = await site.postJson('/api/v1/evaluation', request)
    const answer = await response.json()
    expect([response.status, answer]).toEqual([200, answerSchema.parse(answer)])
    return answer
  }
}

const obligation = (answer: Answer, id: string) => answer.obligations.find((one) => one.id === id)!
const status = (answer: Answer, id: string) => answer.measures.find((one) => one.id === id)!.status

test('an answer has the parts of the contract, five measures in order, the obligations and their sources', async () => {
  const ask = await asker()
  const answer = await ask({ dataYear: 2026 })
  expect(answer.targets).toEqual({ organicPercent: 20, qualityPercent: 50, meatFishPercent: 60 })
  expect(Object.values(answer.shares).every((share) => share === null)).toBe(true)
  expect(answer.gaps).toEqual({ organicEuros: null, qualityEuros: null, meatFishEuros: null })
  expect(answer.measures.map(({ id }) => id)).toEqual(['appro', 'waste', 'diversification', 'plastic', 'info'])
  expect(answer.measures.every(({ reasons }) => reasons.every(({ text, source }) => text.length > 10 && source.length > 5))).toBe(
    true,
  )
  const ids = answer.obligations.map(({ id }) => String(id))
  expect(ids).toEqual(expect.arrayContaining(CONTRACT))
  expect(new Set(ids).size).toBe(ids.length)
  expect(answer.obligations.every(({ source, since }) => source.length > 5 && since >= '2002')).toBe(true)
  expect(answer.warnings.map(({ code }) => code)).toContain('unknown_territory')
})

test('a school of La Réunion has other targets for 2025 and 2026, and every reached amount leaves no gap', async () => {
  const ask = await asker()
  const canteen = {
    cityInseeCode: '97411',
    sectorList: ['education_primaire'],
    economicModel: 'public',
    dailyMealCount: 150,
    yearlyMealCount: 21_000,
  }
  const procurement = { valeurTotale: '63000.00', valeurBio: '5040.00', valeurSiqo: '6000.00', valeurEgalimAutres: '1560.00' }
  const [before, after] = [
    await ask({ dataYear: 2025, canteen, procurement }),
    await ask({ dataYear: 2026, canteen, procurement }),
  ]
  expect(before.territory).toMatchObject({ label: 'La Réunion', zone: 'outre_mer', known: true })
  expect([before.targets, after.targets]).toEqual([
    { organicPercent: 5, qualityPercent: 20, meatFishPercent: 60 },
    { organicPercent: 10, qualityPercent: 35, meatFishPercent: 60 },
  ])
  expect(before.shares).toMatchObject({ organicPercent: '8.00', qualityPercent: '20.00', meatFishPercent: null })
  expect(before.gaps).toEqual({ organicEuros: '0.00', qualityEuros: '0.00', meatFishEuros: null })
  expect(after.gaps).toEqual({ organicEuros: '1260.00', qualityEuros: '9450.00', meatFishEuros: null })
  expect(after.gapsPerMeal).toMatchObject({ organicEuros: '0.06', qualityEuros: '0.45' })
  expect([status(before, 'appro'), status(after, 'appro')]).toEqual(['reached', 'not_reached'])
  expect(after.costPerMealEuros).toBe('3.00')
})

test('shares are rounded half up for reading, and never decide: one cent does', async () => {
  const ask = await asker()
  const judged = async (valeurBio: string) => {
    const procurement = { valeurTotale: '100000.00', valeurBio, valeurSiqo: '80000.00', valeurEgalimAutres: '0' }
    const { shares, gaps, ...answer } = await ask({ dataYear: 2026, canteen: { economicModel: 'public' }, procurement })
    return [shares.organicPercent, gaps.organicEuros, obligation(answer as Answer, 'organic-share').met]
  }
  expect(await judged('19999.99')).toEqual(['20.00', '0.01', false])
  expect(await judged('20000.00')).toEqual(['20.00', '0.00', true])
  expect(await judged('12345.00')).toEqual(['12.35', '7655.00', false])
})

test('gaps round up to the cent', async () => {
  const ask = await asker()
  const { gaps } = await ask({
    dataYear: 2026,
    procurement: { valeurTotale: '0.03', valeurBio: 0, valeurSiqo: 0, valeurEgalimAutres: 0 },
  })
  expect(gaps).toMatchObject({ organicEuros: '0.01', qualityEuros: '0.02' })
})

test('the State, its establishments and public hospitals owe all of their meat and fish; a town hall does not', async () => {
  const ask = await asker()
  const target = async (canteen: object) => (await ask({ dataYear: 2026, canteen })).targets.meatFishPercent
  expect(await target({ economicModel: 'public', sectorList: ['administration_armee'], lineMinistry: 'armee' })).toBe(100)
  expect(await target({ economicModel: 'public', sectorList: ['sante_hopital'] })).toBe(100)
  expect(await target({ economicModel: 'public', sectorList: ['education_superieur_universitaire'] })).toBe(100)
  expect(await target({ economicModel: 'public', sectorList: ['administration_administratif_des_collectivites'] })).toBe(60)
  expect(await target({ economicModel: 'private', sectorList: ['sante_clinique'] })).toBe(60)
  expect((await ask({ dataYear: 2023, canteen: { lineMinistry: 'justice' } })).targets.meatFishPercent).toBeNull()
})

test('a private company owes the shares from the purchases of 2024', async () => {
  const ask = await asker()
  const canteen = { department: '69', economicModel: 'private', sectorList: ['entreprise_entreprise'] }
  const procurement = { valeurTotale: 1000, valeurBio: 100, valeurSiqo: 100, valeurEgalimAutres: 0 }
  const [before, after] = [
    await ask({ dataYear: 2023, canteen, procurement }),
    await ask({ dataYear: 2024, canteen, procurement }),
  ]
  expect(before.targets).toEqual({ organicPercent: null, qualityPercent: null, meatFishPercent: null })
  expect(before.gaps).toEqual({ organicEuros: null, qualityEuros: null, meatFishEuros: null })
  expect(before.shares).toMatchObject({ organicPercent: '10.00', qualityPercent: '20.00' })
  expect([obligation(before, 'organic-share').applies, status(before, 'appro')]).toEqual([false, 'not_applicable'])
  expect(after.targets).toEqual({ organicPercent: 20, qualityPercent: 50, meatFishPercent: 60 })
  expect(after.gaps).toMatchObject({ organicEuros: '100.00', qualityEuros: '300.00' })
  expect(obligation(after, 'organic-share')).toMatchObject({ applies: true, met: false, since: '2024-01-01' })
})

test('before 2022 there is no rule, and the page of the law says so', async () => {
  const ask = await asker()
  const answer = await ask({ dataYear: 2021, canteen: { economicModel: 'public' } })
  expect(answer.targets).toEqual({ organicPercent: null, qualityPercent: null, meatFishPercent: null })
  expect(status(answer, 'appro')).toBe('not_applicable')
})

test('Mayotte: 5 and 2 are reached in 2025, 14 and 5 are not in 2026', async () => {
  const ask = await asker()
  const canteen = { department: '976', economicModel: 'public' }
  const before = await ask({
    dataYear: 2025,
    canteen,
    procurement: { valeurTotale: 1000, valeurBio: 20, valeurSiqo: 30, valeurEgalimAutres: 0 },
  })
  const after = await ask({
    dataYear: 2026,
    canteen,
    procurement: { valeurTotale: 1000, valeurBio: 50, valeurSiqo: 90, valeurEgalimAutres: 0 },
  })
  expect([status(before, 'appro'), status(after, 'appro')]).toEqual(['reached', 'not_reached'])
  expect(after.gaps).toMatchObject({ organicEuros: '0.00', qualityEuros: '10.00' })
})

test('more than 200 meals a day, more than 3 000 meals prepared: strictly', async () => {
  const ask = await asker()
  const applies = async (id: string, canteen: object) => obligation(await ask({ dataYear: 2026, canteen }), id).applies
  expect(await applies('diversification-plan', { dailyMealCount: 200 })).toBe(false)
  expect(await applies('diversification-plan', { dailyMealCount: 201 })).toBe(true)
  expect(await applies('diversification-plan', {})).toBeNull()
  expect(await applies('donation-agreement', { dailyMealCount: 3000, productionType: 'groupe' })).toBe(false)
  expect(await applies('donation-agreement', { dailyMealCount: 3001, productionType: 'groupe' })).toBe(true)
  expect(await applies('donation-agreement', { dailyMealCount: 3001, productionType: 'central_serving' })).toBe(true)
  expect(await applies('donation-agreement', { dailyMealCount: 3001, productionType: 'site_cooked_elsewhere' })).toBe(false)
})

test('simple and detailed entry of the same purchases give the same shares, whether numbers or texts', async () => {
  const ask = await asker()
  const detailed: Record<string, number | string> = {
    valeurTotale: 100_000,
    valeurViandesVolailles: 30_000,
    valeurProduitsDeLaMer: '10000.00',
  }
  for (const { camel, cell, applicable } of amountsOf('detailed')) if (cell && applicable) detailed[camel] = 0
  for (const family of families)
    for (const label of labels)
      if (isApplicable(label, family.id)) detailed[camelOf(family.id, label.id)] = label.id === 'bio' ? '1250.50' : 500
  const meatLabels = labels.filter((label) => isApplicable(label, 'viandes_volailles')).length
  const fishLabels = labels.filter((label) => isApplicable(label, 'produits_de_la_mer')).length
  const simple = {
    valeurTotale: '100000.00',
    valeurBio: 10_004,
    valeurSiqo: '7500.00',
    valeurEgalimAutres: '14000.00',
    valeurExternalitesPerformance: 8000,
    valeurViandesVolailles: '30000',
    valeurViandesVolaillesEgalim: 1250.5 + 500 * (meatLabels - 1),
    valeurProduitsDeLaMer: 10_000,
    valeurProduitsDeLaMerEgalim: 1250.5 + 500 * (fishLabels - 1),
  }
  const [one, other] = [await ask({ dataYear: 2026, procurement: simple }), await ask({ dataYear: 2026, procurement: detailed })]
  expect([one.entry, other.entry]).toEqual(['simple', 'detailed'])
  expect(one.shares).toMatchObject({ organicPercent: '10.00', qualityPercent: '39.50' })
  expect([other.shares, other.gaps, other.measures]).toEqual([one.shares, one.gaps, one.measures])
  const both = await ask({ dataYear: 2026, procurement: { ...detailed, ...simple } })
  expect([both.entry, both.shares, both.warnings]).toEqual(['detailed', one.shares, other.warnings])
})

const camelOf = (...cell: Parameters<typeof cellName>) =>
  amountsOf('detailed').find(({ name }) => name === cellName(...cell))!.camel

test('unknown is null, never zero: no amount, a blank amount, a few cells beside simple totals', async () => {
  const ask = await asker()
  for (const procurement of [undefined, null, {}, { valeurTotale: null }]) {
    const answer = await ask({ dataYear: 2026, procurement })
    expect([answer.entry, answer.shares.organicPercent, status(answer, 'appro')]).toEqual([null, null, 'unknown'])
    expect(answer.missingAmounts).toContain('valeurTotale')
  }
  const blank = await ask({ dataYear: 2026, procurement: { valeurTotale: 100, valeurBio: 20, valeurSiqo: null } })
  expect([blank.shares.organicPercent, blank.shares.qualityPercent, blank.gaps.qualityEuros]).toEqual(['20.00', null, null])
  expect(blank.missingAmounts).toEqual(expect.arrayContaining(['valeurSiqo', 'valeurEgalimAutres']))
  const mixed = await ask({ dataYear: 2026, procurement: { valeurTotale: 100, valeurBio: 20, valeurBoissonsBio: 5 } })
  expect([mixed.entry, mixed.shares.organicPercent]).toEqual(['detailed', null])
  expect(mixed.warnings.map(({ code }) => code)).toContain('simple_amount_unused')
})

test('a grid lists what was bought: a cell left out is nothing bought, null is not known', async () => {
  const ask = await asker()
  const bought = {
    valeurTotale: '1000.00',
    valeurViandesVolailles: 300,
    valeurProduitsDeLaMer: 100,
    [camelOf('viandes_volailles', 'bio')]: 100,
    [camelOf('fruits_et_legumes', 'bio')]: 100,
    [camelOf('produits_laitiers', 'aocaop_igp_stg')]: 150,
    [camelOf('produits_de_la_mer', 'peche_durable')]: 60,
  }
  const { entry, shares, gaps, warnings } = await ask({ dataYear: 2026, procurement: bought })
  expect([entry, warnings.map(({ code }) => code)]).toEqual(['detailed', expect.arrayContaining(['cells_left_out'])])
  expect(shares).toMatchObject({ organicPercent: '20.00', qualityPercent: '41.00', meatFishPercent: '40.00' })
  expect(gaps).toMatchObject({ organicEuros: '0.00', qualityEuros: '90.00', meatFishEuros: '80.00' })
  const unsure = await ask({ dataYear: 2026, procurement: { ...bought, [camelOf('boulangerie', 'hve')]: null } })
  expect([unsure.shares.organicPercent, unsure.shares.qualityPercent]).toEqual(['20.00', null])
})

test('a whole yearly assessment can be sent as it is, names of former years included', async () => {
  const ask = await asker()
  const everyAmount = Object.fromEntries([...simpleAmounts, ...amountsOf('detailed')].map(({ camel }) => [camel, null]))
  const answer = await ask({
    dataYear: 2026,
    canteen: { cityInseeCode: '02285', productionType: 'central', sectorList: [], lineMinistry: null, economicModel: null },
    procurement: { ...everyAmount, valeurTotale: '10', valeurBio: '5.5', valeurBoissonsLabelRouge: 0 },
    practices: {
      communicationSupports: ['EMAIL', 'OTHER'],
      communicationSupportUrl: '',
      vegetarianMenuType: 'SEVERAL',
      totalLeftovers: 1.25,
      otherWasteComments: 'a',
    },
  })
  expect(answer.territory).toMatchObject({ department: '59', region: '32' })
})

test('practices earn the measures that the sector is concerned by', async () => {
  const ask = await asker()
  const practices = {
    hasWasteDiagnostic: true,
    wasteActions: ['PORTIONS'],
    vegetarianWeeklyRecurrence: 'MID',
    plasticTablewareSubstituted: true,
    communicatesOnFoodQuality: true,
    communicationFrequency: 'YEARLY',
    communicationSupports: ['DISPLAY', 'DIGITAL'],
  }
  const office = await ask({
    dataYear: 2026,
    canteen: { sectorList: ['entreprise_entreprise'], economicModel: 'private', dailyMealCount: 150 },
    practices,
  })
  expect(office.measures.slice(1).map(({ status }) => status)).toEqual(['reached', 'reached', 'reached', 'reached'])
  const school = await ask({
    dataYear: 2026,
    canteen: { sectorList: ['education_primaire'], economicModel: 'public', dailyMealCount: 150 },
    practices,
  })
  expect(status(school, 'plastic')).toBe('unknown')
  expect(obligation(school, 'vegetarian-weekly')).toMatchObject({ applies: true, met: true })
})

test('an unusual cost per meal is said beside the answer, and refuses nothing', async () => {
  const ask = await asker()
  const answer = await ask({ dataYear: 2026, canteen: { yearlyMealCount: 1000 }, procurement: { valeurTotale: 100 } })
  expect([answer.costPerMealEuros, answer.warnings.some(({ code }) => code === 'unusual_cost_per_meal')]).toEqual(['0.10', true])
})
