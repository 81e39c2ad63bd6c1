import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CanteenRecord,
  checkCanteenRecord,
  isCompleteRecord,
  missingFields,
  type RecordField,
  recordRules,
} from './canteen-record.ts'
import { isSiren, isSiret } from './identifiers.ts'

const school: CanteenRecord = {
  productionType: 'site',
  name: 'École Jean-Moulin',
  siret: '21350051500019',
  siren: null,
  inseeCode: '35051',
  managementType: 'direct',
  economicModel: 'public',
  sectorList: ['education_primaire'],
  lineMinistry: null,
  dailyMealCount: 3,
  yearlyMealCount: 420,
  kitchenSiret: null,
}
const satellite: CanteenRecord = { ...school, productionType: 'site_cooked_elsewhere' }
const group: CanteenRecord = {
  ...school,
  productionType: 'groupe',
  siret: null,
  siren: '213500515',
  economicModel: null,
  sectorList: [],
}
const mistakes = (record: CanteenRecord) => checkCanteenRecord(record).map(({ field, code }) => `${field} ${code}`)

test.each<[string, CanteenRecord]>([
  ['a school at the least number of meals', school],
  ['a satellite with the number of its kitchen', { ...satellite, kitchenSiret: '21330063500017' }],
  ['a group', group],
  ['a place without a number of its own', { ...school, siret: null, siren: '213500515' }],
  ['a post office restaurant', { ...school, siret: '35600000049837' }],
  ['three sectors', { ...school, sectorList: ['education_primaire', 'social_creche', 'loisir_autre'] }],
  [
    'a public university with its ministry',
    { ...school, sectorList: ['education_superieur_universitaire'], lineMinistry: 'enseignement_superieur' },
  ],
])('%s is right and complete', (_what, record) => {
  expect(mistakes(record)).toEqual([])
  expect(isCompleteRecord(record)).toBe(true)
})

test.each<[string, CanteenRecord, string[]]>([
  ['no number', { ...school, siret: null }, ['siret missing', 'siren missing']],
  ['both numbers', { ...school, siren: '213500515' }, ['siret both_numbers', 'siren both_numbers']],
  ['a digit badly copied', { ...school, siret: '21350051500018' }, ['siret wrong_check_digit']],
  ['thirteen digits', { ...school, siret: '2135005150001' }, ['siret not_a_siret']],
  ['a wrong SIREN', { ...group, siren: '213500516' }, ['siren wrong_check_digit']],
  ['a group with a SIRET', { ...group, siret: '21350051500019' }, ['siret not_for_groups']],
  ['a group without SIREN', { ...group, siren: null }, ['siren missing']],
  [
    'a group with what restaurants have',
    { ...group, economicModel: 'public', sectorList: ['social_creche'], lineMinistry: 'sante' },
    ['economicModel not_for_groups', 'sectorList not_for_groups', 'lineMinistry not_asked'],
  ],
  ['a legal unit without a commune', { ...school, siret: null, siren: '213500515', inseeCode: null }, ['inseeCode missing']],
  ['a commune that does not exist', { ...school, inseeCode: '99999' }, ['inseeCode unknown_commune']],
  ['a former type', { ...school, productionType: 'central' }, ['productionType retired']],
  [
    'nothing chosen',
    { ...school, productionType: null, managementType: null, economicModel: null, sectorList: [] },
    ['productionType missing', 'managementType missing', 'economicModel missing', 'sectorList missing'],
  ],
  ['no name', { ...school, name: '  ' }, ['name missing']],
  ['a name too long', { ...school, name: 'a'.repeat(201) }, ['name too_long']],
  ['two meals a day', { ...school, dailyMealCount: 2 }, ['dailyMealCount too_small']],
  ['419 meals a year', { ...school, yearlyMealCount: 419 }, ['yearlyMealCount too_small']],
  ['as many in a year as in a day', { ...school, dailyMealCount: 420 }, ['yearlyMealCount not_above_daily']],
  ['half a meal', { ...school, dailyMealCount: 3.5 }, ['dailyMealCount not_whole']],
  ['no meals', { ...school, dailyMealCount: null, yearlyMealCount: null }, ['dailyMealCount missing', 'yearlyMealCount missing']],
  [
    'four sectors',
    { ...school, sectorList: ['education_primaire', 'social_creche', 'loisir_autre', 'sante_autre'] },
    ['sectorList too_many'],
  ],
  [
    'a public university without ministry',
    { ...school, sectorList: ['education_superieur_universitaire'] },
    ['lineMinistry missing'],
  ],
  [
    'a private one with a ministry',
    { ...school, economicModel: 'private', sectorList: ['education_superieur_universitaire'], lineMinistry: 'sante' },
    ['lineMinistry not_asked'],
  ],
  ['a school with a ministry', { ...school, lineMinistry: 'sante' }, ['lineMinistry not_asked']],
  ['an on-site kitchen that is delivered', { ...school, kitchenSiret: '21330063500017' }, ['kitchenSiret not_for_on_site']],
  ['a satellite delivered by itself', { ...satellite, kitchenSiret: satellite.siret }, ['kitchenSiret own_siret']],
  ['a kitchen number badly copied', { ...satellite, kitchenSiret: '21330063500016' }, ['kitchenSiret wrong_check_digit']],
])('%s is said', (_what, record, expected) => {
  expect(mistakes(record)).toEqual(expected)
})

test.each<[RecordField, Partial<CanteenRecord>]>([
  ['siret', { siret: null }],
  ['inseeCode', { inseeCode: null }],
  ['managementType', { managementType: null }],
  ['sectorList', { sectorList: [] }],
  ['lineMinistry', { sectorList: ['administration_prison'] }],
  ['dailyMealCount', { dailyMealCount: null }],
])('a record without its %s is incomplete, and says so', (field, missing) => {
  expect(isCompleteRecord({ ...school, ...missing })).toBe(false)
  expect(missingFields({ ...school, ...missing })).toEqual([field])
})

test('a rule reads the fields that it names and no other', () => {
  const some = <T>(...values: T[]) => fc.constantFrom(...values)
  const anyRecord = fc.record<CanteenRecord>({
    productionType: some(null, 'site', 'site_cooked_elsewhere', 'groupe', 'central'),
    name: some('', 'École', 'a'.repeat(201)),
    siret: some(null, '21350051500019', '1'),
    siren: some(null, '213500515', '1'),
    inseeCode: some(null, '35051', '99999'),
    managementType: some(null, 'direct'),
    economicModel: some(null, 'public', 'private'),
    sectorList: some([], ['education_primaire'], ['administration_prison'], Array(4).fill('sante_autre')),
    lineMinistry: some(null, 'sante'),
    dailyMealCount: some(null, 2, 100, 1000),
    yearlyMealCount: some(null, 2, 500, 1000),
    kitchenSiret: some(null, '21350051500019', '21330063500017'),
  })
  fc.assert(
    fc.property(anyRecord, anyRecord, fc.constantFrom(...recordRules), (record, other, { of, mistakes }) => {
      const named = Object.fromEntries(of.map((field) => [field, record[field]]))
      expect(mistakes({ ...other, ...named })).toEqual(mistakes(record))
    }),
    { numRuns: 1000 },
  )
})

test('every single digit changed makes a number wrong', () => {
  fc.assert(
    fc.property(fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const digits = [...'21350051500019']
      digits[at] = String((Number(digits[at]) + more) % 10)
      return !isSiret(digits.join(''))
    }),
  )
  expect([isSiren('356000000'), isSiret('35600000000048'), isSiret('35600000049838')]).toEqual([true, true, false])
})
