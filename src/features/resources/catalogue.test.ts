import { expect, test } from 'vitest'
import { regions } from '../../law/territories.ts'
import { catalogue, findResource, isStale, newerEdition } from './catalogue.ts'

test('each resource has an id and an address of its own, and a link that a browser can follow', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
  expect(new Set(catalogue.map(({ url }) => url)).size).toBe(catalogue.length)
  expect(catalogue.filter(({ url }) => !/^https?:\/\/[a-z0-9.-]+(\/|$)/.test(url))).toEqual([])
  expect(catalogue.map(({ id }) => findResource(id)?.id)).toEqual(catalogue.map(({ id }) => id))
})

test('no resource is written as law, carries a figure of the law, or says that it is not in force', () => {
  const figures = /\d\s*%|(?<!\d)(200|3[\s\u00a0]?000)\s*(repas|couverts)|non en vigueur/i
  const words = catalogue.map(({ title, summary, caution = '' }) => `${title} ${summary} ${caution}`)
  expect(words.filter((text) => figures.test(text))).toEqual([])
})

test('French is set with its own apostrophes and without stray spaces', () => {
  const words = catalogue.flatMap(({ title, summary, caution = '', publisher }) => [title, summary, caution, publisher])
  expect(words.filter((text) => /'|\s{2}|^\s|\s$|\.\./.test(text))).toEqual([])
  expect(catalogue.filter(({ summary }) => !summary.endsWith('.') && !summary.endsWith('!'))).toEqual([])
})

test('regions and former editions are ones that exist', () => {
  const known = new Set(regions.map(({ code }) => code))
  expect(catalogue.flatMap((resource) => resource.regions ?? []).filter((code) => !known.has(code))).toEqual([])
  expect(catalogue.filter(({ replaces }) => replaces !== undefined && findResource(replaces) === null)).toEqual([])
  const newest = (id: string) => newerEdition(findResource(id)!)?.id ?? null
  expect(newest('rapport-parlement-2022')).toBe('rapport-parlement-2025')
  expect(newest('rapport-parlement-2025')).toBeNull()
})

test('the list of level-2 schemes is worth something until the day the law gives, and nothing from then on', () => {
  const list = findResource('niveau-2-demarches-reconnues')!
  expect(isStale(list, '2026-12-31')).toBe(false)
  expect(isStale(list, '2027-01-01')).toBe(true)
})
