// The made-up country: is it the one that was described, and always the same one?
import { expect, test } from 'vitest'
import { findCommune } from '../../src/features/territory/territory.ts'
import { checkCanteenRecord, isCompleteRecord } from '../../src/law/canteen-record.ts'
import { isSiren, isSiret } from '../../src/law/identifiers.ts'
import { blockOf, type MadeCanteen, type Settings } from './block.ts'
import { readGeography } from './geography.ts'
import national from './national.json'
import { nationalSectors } from './national.ts'
import { sirenOf, siretOf } from './numbers.ts'
import { HEAD_OFFICE_ID } from './people.ts'
import { drawsOf } from './random.ts'
import * as shares from './shares.data.ts'

const COUNTRY: Settings = { seed: 1, canteens: 5000, years: { first: 2019, last: 2025 }, purchases: 20_000 }
const geography = readGeography()
const blocks = [0, 1, 2, 3, 4].map((number) => blockOf(COUNTRY, geography, number))
const canteens = blocks.flatMap((block) => block.canteens)
const places = canteens.filter(({ record }) => record.productionType !== 'groupe')
const groups = canteens.filter(({ record }) => record.productionType === 'groupe')

const share = (is: (canteen: MadeCanteen) => boolean, among = places) => among.filter(is).length / among.length
const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0)
/** The same to half a point and a tenth of it: a kitchen may bring three hundred places of one kind at once. */
const expectShare = (got: number, wanted: number, what: string) =>
  expect(Math.abs(got - wanted), `${what}: ${got}, wanted ${wanted}`).toBeLessThan(0.005 + wanted / 10)

test('chance is the same on every machine', () => {
  const draws = drawsOf(1, 'block', 0)
  expect([draws.below(1000), draws.below(1000), draws.fraction()]).toMatchInlineSnapshot(`
    [
      254,
      436,
      0.3632820879574865,
    ]
  `)
  expect(Math.round(draws.logNormal(100, 0.8) * 1e6)).toMatchInlineSnapshot(`98084011`)
})

test('numbers hold their check digit, and no legal unit has that of another', () => {
  const sirens = Array.from({ length: 20_000 }, (_, rank) => sirenOf(rank * 499, rank % 3 === 0))
  expect(new Set(sirens).size).toBe(20_000)
  expect(sirens.filter((siren) => !isSiren(siren) || !isSiret(siretOf(siren, Number(siren.slice(-3)) + 1)))).toEqual([])
})

test('the places of the country are of its sectors, and serve as many meals', () => {
  expect(places).toHaveLength(COUNTRY.canteens)
  const all = total(nationalSectors.map((sector) => sector.places))
  expect(all).toBeCloseTo(total(Object.values(national.national_100k_counts)))
  for (const { id, places: wanted, mealsPerDay } of nationalSectors) {
    const there = places.filter(({ record }) => record.sectorList[0] === id)
    expectShare(there.length / places.length, wanted / all, id)
    const meals = total(there.map(({ record }) => record.dailyMealCount!)) / there.length
    if (there.length > 100) expect(Math.abs(meals / mealsPerDay - 1), `meals of ${id}`).toBeLessThan(0.25)
  }
  // 4 000 million meals in 84 500 places (report of 2025).
  const mealsPerPlace = total(places.map(({ record }) => record.yearlyMealCount!)) / places.length
  expect(Math.abs(mealsPerPlace / (4e9 / 84_500) - 1)).toBeLessThan(0.2)
  const manySectors = share(({ record }) => record.sectorList.length > 1)
  expectShare(manySectors, 1 - shares.sectorCounts[0]![1] / 100, 'several sectors')
})

test('they stand in its regions, and are run as it runs them', () => {
  const all = total(Object.values(shares.placesByRegion))
  const regionOf = ({ record }: MadeCanteen) => findCommune(record.inseeCode ?? '')?.regionCode
  for (const [region, wanted] of Object.entries(shares.placesByRegion))
    expectShare(
      share((one) => regionOf(one) === region),
      wanted / all,
      `region ${region}`,
    )
  expectShare(
    share(({ record }) => record.productionType === 'site_cooked_elsewhere'),
    shares.SATELLITES,
    'satellites',
  )
  expectShare(
    share(({ record }) => record.managementType === 'conceded'),
    0.32,
    'conceded',
  )
  expectShare(
    share(({ record }) => record.economicModel === 'private'),
    0.34,
    'private',
  )
  expectShare(
    share(({ record }) => record.siret === null),
    shares.SIREN_ONLY,
    'without a SIRET',
  )
  expectShare(
    share(({ archivedAt }) => archivedAt !== null),
    shares.ARCHIVED,
    'archived',
  )
  const satellites = places.filter(({ record }) => record.productionType === 'site_cooked_elsewhere')
  expectShare(
    share(({ record }) => record.kitchenSiret === null, satellites),
    shares.WITHOUT_KITCHEN,
    'without a kitchen',
  )
})

test('groups are as large as those of the declarations', () => {
  const sizes = new Map<number, number>()
  for (const { groupId } of blocks.flatMap(({ periods }) => periods)) sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1)
  const sorted = [...sizes.values()].sort((a, b) => a - b)
  const quantile = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!
  expect(sorted).toHaveLength(groups.length)
  expect(quantile(0.1)).toBe(1)
  expect(quantile(0.5)).toBeGreaterThanOrEqual(2)
  expect(quantile(0.5)).toBeLessThanOrEqual(4)
  expect(quantile(0.9)).toBeGreaterThan(11)
  expect(quantile(0.9)).toBeLessThan(22)
  expect(Math.abs(total(sorted) / sorted.length - 8)).toBeLessThan(1.5)
})

test('names are written as people write them', () => {
  const names = places.map(({ record }) => record.name)
  expectShare(
    share(({ record }) => record.name === record.name.toUpperCase()),
    shares.CAPITALS,
    'capitals',
  )
  expect(names.every((name) => name.length > 1 && name.length <= shares.LONGEST_NAME && !/[{}]/.test(name))).toBe(true)
  expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(100)
  expect(names.filter((name) => /['’]/.test(name)).length).toBeGreaterThan(200)
  expect(new Set(names).size / names.length).toBeGreaterThan(0.6)
  for (const usual of [/^EHPAD Les /, /^RESTAURANT SCOLAIRE$/, /^Ecole primaire /, / \(.+\)$/])
    expect(
      names.some((name) => usual.test(name)),
      `${usual}`,
    ).toBe(true)
})

test('every record is right, but for those that are wrong on purpose', () => {
  const mistakeOf = {
    wrong_siret: ['siret wrong_check_digit'],
    malformed_commune: ['inseeCode unknown_commune'],
    missing_commune: [],
    missing_management: ['managementType missing'],
  }
  for (const { record, wrong } of canteens) {
    const found = checkCanteenRecord(record).map(({ field, code }) => `${field} ${code}`)
    expect(found, JSON.stringify(record)).toEqual(wrong === null ? [] : mistakeOf[wrong])
    const isComplete = wrong !== 'missing_commune' && wrong !== 'missing_management'
    expect(isCompleteRecord(record), JSON.stringify(record)).toBe(isComplete)
  }
  for (const [wrong, wanted] of Object.entries(shares.wrongShares))
    expectShare(
      share((one) => one.wrong === wrong),
      wanted,
      wrong,
    )
  const alive = canteens.flatMap(({ record, archivedAt }) => (archivedAt === null && record.siret ? [record.siret] : []))
  expect(new Set(alive).size, 'a number is alive once').toBe(alive.length)
})

test('managers run a few places each, one of them thousands', () => {
  const run = new Map<string, number>()
  for (const { personId } of blocks.flatMap(({ members }) => members)) run.set(personId, (run.get(personId) ?? 0) + 1)
  expect(run.get(HEAD_OFFICE_ID)).toBe(canteens.length)
  const counts = [...run.values()].sort((a, b) => a - b)
  expect(counts.length / places.length).toBeGreaterThan(0.3)
  expect(counts[Math.floor(counts.length * 0.9)]).toBeLessThanOrEqual(10)
})

test('the same settings make the same block, in any order; another seed makes another', () => {
  expect(blockOf(COUNTRY, geography, 3)).toEqual(blocks[3])
  expect(blockOf({ ...COUNTRY, canteens: 90_000, purchases: 18 * COUNTRY.purchases }, geography, 3)).toEqual(blocks[3])
  expect(blockOf({ ...COUNTRY, seed: 2 }, geography, 3)).not.toEqual(blocks[3])
})

test('kitchens keep the books that are asked for: as many lines, of sectors’ amounts and shares', () => {
  const purchases = blocks.flatMap((block) => block.purchases)
  expect(purchases).toHaveLength(COUNTRY.purchases)
  const byId = new Map(canteens.map((canteen) => [canteen.id, canteen]))
  const keepers = [...new Set(purchases.map(({ canteenId }) => byId.get(canteenId)!))]
  expect(
    keepers.filter(({ record, archivedAt }) => archivedAt !== null || record.productionType === 'site_cooked_elsewhere'),
  ).toEqual([])
  expect(keepers.length).toBeGreaterThan(blocks.length)
  const cents = total(purchases.map((purchase) => purchase.cents))
  expect(Math.abs(cents / purchases.length / 100 / shares.purchaseLine.mean - 1), 'a line').toBeLessThan(0.1)
  for (const [family, wanted] of shares.boughtByFamily)
    expect(
      Math.abs(purchases.filter((one) => one.family === family).length / purchases.length - wanted / 100),
      family,
    ).toBeLessThan(0.02)
  const organic = purchases.filter(({ characteristics }) => characteristics.includes('BIO')).length / purchases.length
  expect(organic).toBeGreaterThan(0.02)
  expect(organic).toBeLessThan(0.5)
  expect(purchases.every(({ date }) => date >= '2019-01-01' && date <= '2025-12-31')).toBe(true)
  // Lines come in by day, those of all canteens together.
  for (const block of blocks)
    expect(block.purchases.map(({ date }) => date)).toEqual(block.purchases.map(({ date }) => date).sort())
})

test('a Beta distribution has its mean and its spread', () => {
  const draws = drawsOf(2, 'beta')
  for (const [alpha, beta] of [
    [0.26, 2.389],
    [9.65, 34.994],
  ] as const) {
    const drawn = Array.from({ length: 20_000 }, () => draws.beta(alpha, beta))
    const mean = total(drawn) / drawn.length
    const variance = total(drawn.map((one) => (one - mean) ** 2)) / drawn.length
    expect(mean).toBeCloseTo(alpha / (alpha + beta), 2)
    expect(variance).toBeCloseTo((alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1)), 2)
  }
})
