// Every territory × every year × every audience, and one cent on each side of every target.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CanteenFacts } from './canteen.ts'
import { noPractices } from './practices.ts'
import type { Amounts } from './sums.ts'
import { shareTargets } from './targets.data.ts'
import { targetsFor } from './targets.ts'
import { departments, regions } from './territories.ts'
import { canteenFor } from './testing.ts'
import { FIRST_DATA_YEAR, LAST_DATA_YEAR } from './timeline.ts'
import { evaluate } from './verdict.ts'

type Table = {
  territories: { names: string; regions: string[]; communes: string[]; periods: [number, number, number, number][] }[]
  audiences: { name: string; canteen: Partial<CanteenFacts>; sharesFrom: number; meatFish: number }[]
  meatFishFrom: number
}
const table = JSON.parse(readFileSync(new URL('./cases/targets.json', import.meta.url), 'utf8')) as Table
const years = Array.from({ length: LAST_DATA_YEAR - FIRST_DATA_YEAR + 1 }, (_, index) => FIRST_DATA_YEAR + index)

/** Every code that leads to the territory: regions, their departments, communes. */
const places = table.territories.flatMap(({ regions: codes, communes, periods }) => [
  ...codes.map((region) => ({ place: { region }, periods })),
  ...departments.filter(({ region }) => codes.includes(region)).map(({ code }) => ({ place: { department: code }, periods })),
  ...communes.map((cityInseeCode) => ({ place: { cityInseeCode }, periods })),
])

describe('targets by territory, year and audience', () => {
  it('decides every region', () => {
    expect(table.territories.flatMap((territory) => territory.regions).sort()).toEqual(regions.map(({ code }) => code).sort())
  })

  it.each(table.audiences.map((audience) => [audience.name, audience] as const))('%s', (_, audience) => {
    let decided = 0
    for (const { place, periods } of places) {
      const canteen = canteenFor({ ...place, ...audience.canteen })
      for (const year of years) {
        const period = periods.find(([from, to]) => from <= year && year <= to)
        const found = targetsFor(canteen, year)
        const expected = period ? [period[3], period[2], year >= audience.sharesFrom] : [undefined, undefined, undefined]
        expect(
          [found.organic?.percent, found.quality?.percent, found.organic?.applies],
          `${JSON.stringify(place)} ${year}`,
        ).toEqual(expected)
        expect(found.quality?.applies).toBe(found.organic?.applies)
        expect(found.meatFish?.percent).toBe(year >= table.meatFishFrom ? audience.meatFish : undefined)
        decided++
      }
    }
    expect(decided).toBe(places.length * years.length)
  })

  it('gives the obligations the same audience and the same beginning as the targets', () => {
    for (const { canteen } of [...table.audiences, { canteen: {} }, { canteen: { economicModel: 'private' as const } }]) {
      for (const dataYear of years) {
        const { targets, obligations } = evaluate({
          canteen: canteenFor(canteen),
          dataYear,
          procurement: null,
          practices: noPractices,
        })
        const applies = (id: string) => obligations.find((one) => one.id === id)?.applies
        expect(applies('organic-share')).toBe(targets.organic ? targets.organic.applies : false)
        expect(applies('quality-share')).toBe(targets.quality ? targets.quality.applies : false)
        expect(applies('meat-fish-share')).toBe(targets.meatFish ? targets.meatFish.applies : false)
      }
    }
  })
})

describe('one cent on each side of each target', () => {
  const edges = Object.entries(shareTargets).flatMap(([zone, timeline]) =>
    timeline.map((line) => [zone, line.from, line.value] as const),
  )
  const regionOf = (zone: string) => regions.find((region) => region.zone === zone)!.code

  // A total of 1 234 567.00 € makes every target a whole number of cents.
  const total = 123_456_700
  const judge = (zone: string, dataYear: number, amounts: Amounts) =>
    evaluate({
      canteen: canteenFor({ region: regionOf(zone), economicModel: 'public', sectorList: ['education_primaire'] }),
      dataYear,
      procurement: { depth: 'simple', amounts: { valeur_totale: total, ...amounts } },
      practices: noPractices,
    })

  it.each(edges)('%s from %i: %o', (zone, dataYear, { organic, quality }) => {
    const bio = (total / 100) * organic
    const rest = (total / 100) * quality - bio
    const at = judge(zone, dataYear, { valeur_bio: bio, valeur_siqo: rest, valeur_egalim_autres: 0 })
    expect([at.shares.organic.met, at.shares.quality.met, at.measures[0]?.status]).toEqual([true, true, 'reached'])
    expect(at.gaps).toMatchObject({ organic: 0, quality: 0 })

    const under = judge(zone, dataYear, { valeur_bio: bio - 1, valeur_siqo: rest + 1, valeur_egalim_autres: 0 })
    expect([under.shares.organic.met, under.shares.quality.met, under.measures[0]?.status]).toEqual([false, true, 'not_reached'])
    expect(under.gaps).toMatchObject({ organic: 1, quality: 0 })

    const short = judge(zone, dataYear, { valeur_bio: bio, valeur_siqo: rest - 1, valeur_egalim_autres: 0 })
    expect([short.shares.organic.met, short.shares.quality.met, short.measures[0]?.status]).toEqual([true, false, 'not_reached'])
    expect(short.gaps).toMatchObject({ organic: 0, quality: 1 })
    // Rounded to two decimals the share shows the target itself: only the exact amounts decide.
    expect(short.shares.quality.percent).toBe(`${quality}.00`)
  })

  it.each([
    ['public', 'education_primaire', 60],
    ['public', 'administration_prison', 100],
    ['private', 'sante_hopital', 60],
  ] as const)('meat and fish, %s %s: %i %%', (economicModel, sector, percent) => {
    const judgeMeat = (quality: number, dataYear = 2024) =>
      evaluate({
        canteen: canteenFor({ economicModel, sectorList: [sector] }),
        dataYear,
        procurement: {
          depth: 'simple',
          amounts: {
            valeur_viandes_volailles: total - 100,
            valeur_viandes_volailles_egalim: quality - 100,
            valeur_produits_de_la_mer: 100,
            valeur_produits_de_la_mer_egalim: 100,
          },
        },
        practices: noPractices,
      }).shares.meatFish
    expect(judgeMeat((total / 100) * percent)).toMatchObject({ met: true, gapCents: 0 })
    expect(judgeMeat((total / 100) * percent - 1)).toMatchObject({ met: false, gapCents: 1 })
    expect(judgeMeat((total / 100) * percent, 2023)).toMatchObject({ target: null, met: null, gapCents: null })
  })
})
