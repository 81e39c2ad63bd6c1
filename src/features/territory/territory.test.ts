import { expect, test } from 'vitest'
import { communeLabel, communesMeant, findCommune, searchCommunes } from './territory.ts'

test('a code finds its commune, overseas, districts and former communes included', () => {
  expect(findCommune('97411')).toMatchObject({
    name: 'Saint-Denis',
    regionCode: '04',
    population: expect.any(Number),
    current: true,
  })
  expect(findCommune('2a004')).toMatchObject({ name: 'Ajaccio', departmentCode: '2A' })
  expect(findCommune('75101')).toMatchObject({ departmentCode: '75', current: false })
  expect(findCommune('97801')).toMatchObject({ regionCode: '978' })
  expect(findCommune('99999')).toBeNull()
})

test('a name is found as people type it', () => {
  for (const typed of ['saint denis', 'St-Denis', 'SAINT-DENIS', 'Saint-Denis 97400', '97400'])
    expect(searchCommunes(typed).map((commune) => commune.code)).toContain('97411')
  expect(searchCommunes("l'abergement clemenciat")[0]?.code).toBe('01001')
  expect(searchCommunes('Œuilly').length).toBeGreaterThan(0)
  expect(searchCommunes('Lyon')[0]?.code).toBe('69123')
})

test('nothing is proposed for nothing, and what is shown can be typed back', () => {
  expect(searchCommunes('')).toEqual([])
  expect(searchCommunes('x')).toEqual([])
  expect(searchCommunes('zzzzzz')).toEqual([])
  const commune = findCommune('97411')!
  expect(searchCommunes(communeLabel(commune))[0]?.code).toBe('97411')
})

test('what is typed means one commune, several to choose from, or none', () => {
  for (const typed of ['97411', 'Saint-Denis (97400)', 'saint denis 97400', 'Quimper', '2a004'])
    expect(communesMeant(typed).commune?.name, typed).toMatch(/^(Saint-Denis|Quimper|Ajaccio)$/)
  const doubt = communesMeant('Saint-Denis')
  expect(doubt).toMatchObject({ commune: null, areNamesakes: true })
  expect(doubt.choices.map(({ code }) => code)).toContain('97411')
  expect(communesMeant('Saint-Denis', '97411').commune?.code).toBe('97411')
  expect(communesMeant('Saint-Denis', '29232')).toEqual(doubt)
  expect(communesMeant('saint-mart')).toMatchObject({ commune: null, areNamesakes: false })
  for (const typed of ['', 'x', 'zzzzzz'])
    expect(communesMeant(typed)).toEqual({ commune: null, choices: [], areNamesakes: false })
})
