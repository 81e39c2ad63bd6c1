import { expect, test } from 'vitest'
import { nowhere, readPlaces, typedBack } from './place.ts'

const labels = (typed: string) => readPlaces(typed).map(({ label }) => label)

test('a region, a department or a commune is read as people type it', () => {
  for (const typed of ['la reunion', 'Réunion', 'LA RÉUNION', '974']) expect(labels(typed)).toEqual(['La Réunion'])
  expect(labels('mayotte')).toEqual(['Mayotte'])
  expect(labels('ile de france')).toEqual(['Île-de-France'])
  expect(labels('97411')).toEqual(['Saint-Denis (97400)'])
  expect(labels('Saint-Denis (97400)')).toEqual(['Saint-Denis (97400)'])
  expect(labels('Quimper')).toEqual(['Quimper (29000)'])
  expect(readPlaces('')).toEqual([nowhere])
  expect(readPlaces('zzzz')).toEqual([])
})

test('namesakes under different rules are all proposed, and each proposal leads to one place', () => {
  for (const typed of ['Saint-Denis', 'Saint-Martin']) {
    const places = readPlaces(typed)
    expect(places.length).toBeGreaterThan(1)
    for (const place of places) {
      expect(labels(place.code)).toEqual([place.label])
      expect(labels(typedBack(place))).toEqual([place.label])
    }
  }
  expect(labels('Saint-Martin')[0]).toBe('Saint-Martin')
})
