import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { expect, onTestFinished, test } from 'vitest'
import { TODAY, testDatabase } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { loadFoodProjects } from './food-projects.ts'
import { foodProjectsOf } from './territory.ts'

async function opened() {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'ma-cantine-food-projects-'))
  onTestFinished(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  let written = 0
  /** Writes a file: JSON for an object, bytes or text for a table. */
  const file = (content: object | Buffer | string) => {
    const isTable = typeof content === 'string' || Buffer.isBuffer(content)
    const path = join(folder, `${++written}.${isTable ? 'csv' : 'json'}`)
    writeFileSync(path, isTable ? content : JSON.stringify(content))
    return path
  }
  return {
    database,
    load: (...contents: (object | Buffer | string)[]) => loadFoodProjects({ database, now: () => TODAY }, contents.map(file)),
    of: async (code: string) => (await foodProjectsOf(database, code)).map(({ name }) => name),
  }
}

const NAMES = 'id;nom_administratif;communes_code_insee\n10;PAT de la Lune;\n11;PAT du Soleil ;\n'

test('without a list, no commune has a food project', async () => {
  const { of } = await opened()
  expect(await of('97411')).toEqual([])
})

test('a list of codes is loaded, named by another file, and says what it leaves out', async () => {
  const { load, of } = await opened()
  const list = { '97411': ['10', '12'], '29134': ['11'], '99999': ['11'], '35019': [] }
  expect(await load(list, NAMES)).toEqual({
    projects: 3,
    communes: 2,
    added: 3,
    removed: 0,
    renamed: 0,
    addedLinks: 3,
    removedLinks: 0,
    nameless: 1,
    unknownCommunes: ['99999'],
  })
  expect(await of('97411')).toEqual(['PAT de la Lune', 'Projet alimentaire territorial n° 12'])
  expect(await of('29134')).toEqual(['PAT du Soleil'])
  expect(await of('35019')).toEqual([])
  expect(await of('99999')).toEqual([])
})

test('the same list changes nothing; another one replaces it and says what changed, in the trail too', async () => {
  const { database, load, of } = await opened()
  await load({ '97411': ['10'], '29134': ['10', '11'] }, NAMES)
  const unchanged = { added: 0, removed: 0, renamed: 0, addedLinks: 0, removedLinks: 0 }
  // Names that are known already are kept.
  expect(await load({ '97411': ['10'], '29134': ['10', '11'] })).toMatchObject({ ...unchanged, nameless: 0 })
  const replaced = await load({ '97411': ['10'], '35019': ['13'] }, NAMES.replace('Lune', 'Pleine Lune').replace('11;', '13;'))
  expect(replaced).toMatchObject({ projects: 2, added: 1, removed: 1, renamed: 1, addedLinks: 1, removedLinks: 2 })
  expect(await of('29134')).toEqual([])
  expect(await of('97411')).toEqual(['PAT de la Pleine Lune'])
  const trail = await readTrail(database, 'reference:food-projects', { most: 10 })
  expect(trail.map(({ detail }) => detail.removedLinks)).toEqual([2, 0])
  expect(await verifyTrail(database, 'reference:food-projects')).toMatchObject({ brokenAt: null })
})

test('a district has its own projects and those of its city; a former commune those of the one that replaced it, and back', async () => {
  const { load, of } = await opened()
  await load({ '75056': ['10'], '75112': ['11'], '59355': ['12'] }, NAMES)
  expect(await of('75101')).toEqual(['PAT de la Lune'])
  expect(await of('75112')).toEqual(['PAT de la Lune', 'PAT du Soleil'])
  expect(await of('75056')).toEqual(['PAT de la Lune'])
  expect(await of('59350')).toHaveLength(1)
  expect(await of('59355')).toHaveLength(1)
})

test('the published table is read as it comes: Windows-1252, semicolons, eaten zeros', async () => {
  const { load, of } = await opened()
  const table =
    'id;nom_administratif;lien;communes_code_insee\r\n7;"PAT de l’Ardèche  méridionale";https://x.example;"1001, 07017,2a004"\r\n'
  expect(await load(iconv.encode(table, 'win1252'))).toMatchObject({ projects: 1, communes: 3, unknownCommunes: [] })
  expect(await of('07017')).toEqual(['PAT de l’Ardèche méridionale'])
  expect(await of('2A004')).toHaveLength(1)
})

test('published declarations give names, where commas leave no doubt', async () => {
  const { load, of } = await opened()
  const table = `canteen_city_insee_code,canteen_pat_list,canteen_pat_lib_list
29134,"10,11","PAT de la Lune,PAT du Soleil"
29134,12,"PAT de la Mer, du Vent et du Sable"
97411,,
`
  await load({ '29134': ['10', '11', '12'] }, table)
  expect(await of('29134')).toEqual(['PAT de la Lune', 'PAT du Soleil', 'Projet alimentaire territorial n° 12'])
})

test.each([
  ['an empty object', {}],
  ['other values', { '29134': 'dix' }],
  ['hostile codes', { '29134': ["1'; drop table"] }],
  ['another table', 'nom;prenom\nDurand;Camille\n'],
  ['a table without projects', NAMES.split('\n')[0]!],
])('%s is refused, and the list that was there stays', async (_, content) => {
  const { load, of } = await opened()
  await load({ '97411': ['10'] }, NAMES)
  await expect(load(content)).rejects.toThrow()
  expect(await of('97411')).toEqual(['PAT de la Lune'])
})

const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))
const real = join(shared, 'commune_pat_from_csv.json')

test.skipIf(!existsSync(real))(
  'the real list loads, with the names of the published declarations (skipped without ../shared/data)',
  async () => {
    const { database, of } = await opened()
    const declarations = [2021, 2022, 2023].map((year) => join(shared, `opendata/campagne_td_${year}.csv`))
    const loaded = await loadFoodProjects({ database, now: () => TODAY }, [real, ...declarations.filter(existsSync)])
    expect(loaded).toMatchObject({ projects: 435, communes: 4264, unknownCommunes: [] })
    expect(loaded.nameless).toBeLessThan(20)
    expect(await of('29081')).toEqual(['PAT du Département du Finistère', "PAT du Parc naturel régional d'Armorique"])
  },
)
