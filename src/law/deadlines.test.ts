import { describe, expect, it } from 'vitest'
import { campaignOf, campaigns, isWithin, statutoryDeadline } from './campaigns.ts'
import { deadlinesFor } from './deadlines.ts'
import { applies, obligationOf } from './obligations.ts'
import type { SectorId } from './sectors.ts'
import { canteenFor } from './testing.ts'

const ids = (facts: Parameters<typeof canteenFor>[0], from: string, to: string) =>
  deadlinesFor(canteenFor(facts), from, to).map(({ date, id }) => `${date} ${id}`)

describe('campaigns', () => {
  it('are known for the purchases of 2021 to 2025, both ends included', () => {
    expect(campaigns.map(({ dataYear }) => dataYear)).toEqual([2021, 2022, 2023, 2024, 2025])
    const campaign = campaignOf(2025)!
    expect(isWithin(campaign.declaration, '2026-04-15')).toBe(true)
    expect(isWithin(campaign.declaration, '2026-04-16')).toBe(false)
    expect(isWithin(campaign.correction!, '2026-04-29')).toBe(true)
    expect(isWithin(campaign.correction!, '2026-04-30')).toBe(false)
    expect(campaignOf(2026)).toBeNull()
    expect(statutoryDeadline(2026)).toBe('2027-03-31')
  })
})

describe('plastic containers in health', () => {
  it('wait for what the sector alone cannot tell', () => {
    const owes = (sectorList: SectorId[], hasMaternityOrPaediatrics: boolean | null = null) =>
      applies(obligationOf('plastic-containers'), canteenFor({ sectorList, hasMaternityOrPaediatrics }), 2026).applies
    expect([owes(['sante_hopital']), owes(['sante_hopital'], null)]).toEqual([null, null])
    expect([owes(['sante_clinique'], true), owes(['sante_hopital'], false)]).toEqual([true, false])
    // What the sector tells is not asked: a school owes it, a company does not.
    expect([owes(['education_primaire'], false), owes(['entreprise_entreprise'], true), owes([], true)]).toEqual([
      true,
      false,
      null,
    ])
  })
})

describe('deadlines', () => {
  it('of a year, oldest first', () => {
    expect(ids({ region: '53', sectorList: ['entreprise_entreprise'] }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-01-12 campagne-2025',
      '2026-03-31 declaration-2025',
      '2026-04-16 correction-2025',
      '2026-12-31 achats-2026',
      '2026-12-31 affichage-2026',
      '2026-12-31 fin-niveau-2',
    ])
  })

  it('follow the territory', () => {
    const steps = (region: string) =>
      ids({ region, sectorList: ['sante_clinique'] }, '2022-01-01', '2036-12-31').filter((id) => id.includes('objectifs'))
    expect(steps('04')).toEqual(['2026-01-01 objectifs-2026', '2030-01-01 objectifs-2030'])
    expect(steps('06')).toEqual(['2026-01-01 objectifs-2026', '2030-01-01 objectifs-2030', '2035-01-01 objectifs-2035'])
    expect(steps('975')).toEqual(['2030-01-01 objectifs-2030'])
    expect(steps('11')).toEqual([])
  })

  it('give small communes their own date for plastic', () => {
    const has = (facts: Parameters<typeof canteenFor>[0]) =>
      ids(facts, '2028-01-01', '2028-01-01').includes('2028-01-01 contenants-plastique-2028')
    expect(has({ sectorList: ['education_primaire'], economicModel: 'public', communePopulation: 1999 })).toBe(true)
    expect(has({ sectorList: ['education_primaire'], economicModel: 'public' })).toBe(true)
    expect(has({ sectorList: ['education_primaire'], economicModel: 'public', communePopulation: 2000 })).toBe(false)
    expect(has({ sectorList: ['education_primaire'], economicModel: 'private', communePopulation: 500 })).toBe(false)
    expect(has({ sectorList: ['education_secondaire_lycee'], economicModel: 'public', communePopulation: 500 })).toBe(false)
  })

  it('keep both ends, and periods under way', () => {
    expect(ids({}, '2026-03-31', '2026-03-31')).toEqual(['2026-01-12 campagne-2025', '2026-03-31 declaration-2025'])
    expect(ids({}, '2026-05-01', '2026-06-01')).toEqual([])
  })
})
