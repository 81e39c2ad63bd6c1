import { expect, test } from 'vitest'
import { communesMeant } from './territory.ts'

const names = (typed: string) => communesMeant(typed).choices.map(({ name }) => name)

test.each(['La Réunion', 'réunion', '974'])('« %s » is the island before it is a village: nothing is decided', (typed) => {
  expect(communesMeant(typed).commune).toBeNull()
  expect(names(typed)[0]).toBe('Saint-Denis')
})

test('a department or region leads to its communes, unless a commune bears its name under the same rules', () => {
  expect(names('Mayotte')).toContain('Mamoudzou')
  expect(names('Guadeloupe')).toContain('Les Abymes')
  expect(names('Finistère')).toContain('Brest')
  expect(communesMeant('Paris').commune?.code).toBe('75056')
})

test('« Saint Denis de la Réunion » is looked for in the island, « Saint-Dens » by its first letters', () => {
  expect(names('Saint Denis de la Réunion')).toContain('Saint-Denis')
  expect(names('Saint-Dens')).toContain('Saint-Denis')
  expect(communesMeant('zzzzzz')).toEqual({ commune: null, choices: [], areNamesakes: false })
})

test('a choice among the proposals is kept', () => {
  expect(communesMeant('La Réunion', '97411').commune?.code).toBe('97411')
})
