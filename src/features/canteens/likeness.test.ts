import { expect, test } from 'vitest'
import { areAlike } from './likeness.ts'

test.each([
  ['École Jean-Moulin', 'ECOLE ELEMENTAIRE JEAN MOULIN'],
  ['École Jean-Moulin', 'Restaurant scolaire J. Moulin'],
  ['École Jean-Moulin', 'École Jean-Moullin'],
  ['École primaire', 'Ecole primaire'],
  ['EHPAD Saint-Michel', 'Résidence St Michel'],
  ['Cantine du Bourg', 'Restaurant scolaire du bourg'],
])('« %s » and « %s » may be one place', (one, other) => {
  expect(areAlike(one, other)).toBe(true)
  expect(areAlike(other, one)).toBe(true)
})

test.each([
  ['École Jean-Moulin', 'École Jean-Jaurès'],
  ['École primaire', 'École maternelle'],
  ['École du Bourg', 'Collège des Vignes'],
  ['École primaire', 'École Jean-Moulin'],
  ['', 'École Jean-Moulin'],
])('« %s » and « %s » are two', (one, other) => expect(areAlike(one, other)).toBe(false))
