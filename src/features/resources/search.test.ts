import { expect, test } from 'vitest'
import { sectorCategories } from '../../law/sectors.ts'
import { topics } from './resource.ts'
import { findResource, resourcesFor, searchResources, type Wanted } from './resources.ts'

const TODAY = '2026-11-23'
const find = (wanted: Partial<Wanted>, today = TODAY) => searchResources(wanted, today).map(({ id }) => id)

test('words are found as people type them: case, accents, plurals, unfinished words, slips', () => {
  const expected = find({ words: 'légumineuses' })
  expect(expected).toContain('legumineuses-dix-recettes')
  for (const words of ['LEGUMINEUSE', 'legumineuses', 'légumin', 'legumnieuses', 'les légumineuses'])
    expect(find({ words })).toEqual(expect.arrayContaining(expected))
  expect(find({ words: 'conventoin de don' })[0]).toBe('modele-convention-dons')
  expect(find({ words: "l'affiche" })).toContain('mc-creation-affiche')
  expect(find({ words: 'œufs' })).toEqual(find({ words: 'oeufs' }))
  expect(find({ words: 'crèche' }).length).toBeGreaterThan(0)
  expect(find({ words: 'zzzzzz' })).toEqual([])
})

test('words that say nothing ask for nothing', () => {
  expect(find({ words: 'de la' })).toEqual(find({}))
  expect(find({}).length).toBeGreaterThan(200)
})

test('every condition holds for every answer, and what is made for all answers any sector', () => {
  const found = searchResources({ topic: 'waste', sector: 'social', audience: 'chef', effort: 'petit' }, TODAY)
  expect(found.length).toBeGreaterThan(3)
  for (const { topics, sectors, audiences, effort } of found) {
    expect(topics).toContain('waste')
    expect(sectors === 'all' || sectors.includes('social')).toBe(true)
    expect(audiences === 'all' || audiences.includes('chef')).toBe(true)
    expect(effort).toBe('petit')
  }
  expect(found.some(({ sectors }) => sectors === 'all')).toBe(true)
  expect(new Set(searchResources({ publisher: 'ADEME', kind: 'rapport' }, TODAY).map(({ publisher }) => publisher))).toEqual(
    new Set(['ADEME']),
  )
})

test('priorities order the answers and hide none', () => {
  const ranked = searchResources({ priorities: ['plastic', 'info'] }, TODAY)
  const places = ranked.map(({ topics }) => (topics.includes('plastic') ? 0 : topics.includes('info') ? 1 : 2))
  expect(places).toEqual([...places].sort())
  expect([...new Set(places)]).toEqual([0, 1, 2])
  expect(ranked.length).toBe(find({}).length)
})

test('what no longer holds comes last', () => {
  const words = 'niveau 2 démarches reconnues'
  expect(find({ words })[0]).toBe('niveau-2-demarches-reconnues')
  expect(find({ words }, '2027-01-01').at(-1)).toBe('niveau-2-demarches-reconnues')
})

test('each measure has a resource to propose to every sector, made neither for others nor for elsewhere', () => {
  for (const { id: measure } of topics)
    for (const { id: sectorCategory } of sectorCategories) {
      const [first, ...rest] = resourcesFor({ measure, sectorCategory, region: '11' }, 3)
      for (const resource of [first!, ...rest]) {
        expect(resource.topics).toContain(measure)
        expect(resource.sectors === 'all' || resource.sectors.includes(sectorCategory)).toBe(true)
        expect(resource.regions ?? ['11']).toContain('11')
        expect(resource.staleFrom).toBeUndefined()
      }
    }
})

test('a canteen overseas is shown what its own territory offers, others are not', () => {
  const ids = (region: string | null) => resourcesFor({ measure: 'diversification', sectorCategory: 'education', region }, 4)
  expect(ids('04').map(({ id }) => id)).toContain('recettes-reunionnaises-ireps')
  expect(ids(null).map(({ id }) => id)).not.toContain('recettes-reunionnaises-ireps')
})

test('the subject of an action leads to its own resource', () => {
  const first = (words: string) => resourcesFor({ measure: 'waste', words }, 1)[0]?.id
  expect(first('convention de dons')).toBe('modele-convention-dons')
  expect(first('diagnostic')).toBe('ademe-realiser-diagnostic')
  expect(resourcesFor({ measure: 'waste', words: 'zzzzzz' }, 1)).toEqual(resourcesFor({ measure: 'waste' }, 1))
})

test('an old edition is never proposed when a newer one exists', () => {
  const reports = resourcesFor({ measure: 'declaration', words: 'rapport parlement bilan statistique' }, 100).map(({ id }) => id)
  expect(reports).toContain('rapport-parlement-2025')
  expect(reports).not.toContain('rapport-parlement-2022')
  expect(findResource('rapport-parlement-2022')).not.toBeNull()
  expect(findResource('nulle-part')).toBeNull()
})
