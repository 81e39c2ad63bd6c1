import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendFile } from '../../../tools/testing/canteen-files.ts'
import { addCanteens, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { lineMinistries } from '../../law/canteen.ts'
import { asksMinistry, type CanteenRecord } from '../../law/canteen-record.ts'
import { sectors } from '../../law/sectors.ts'
import { restore } from '../../platform/tables/formula.ts'
import { readTable } from '../../platform/tables/read-table.ts'
import { writeCells } from '../../platform/tables/write-table.ts'
import { updateKind } from './update.kind.ts'

const cellsOf = async (bytes: Uint8Array) => {
  const rows = []
  for await (const batch of readTable({ name: 'x', bytes }, {}, (title) => title in { siret: 0, nom: 0 }))
    rows.push(...batch.rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? restore(cell) : cell))))
  return rows
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

const name = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom(
      '=cmd|"/c calc"!A1',
      "L'école « du Bois »; 2",
      'Total',
      '1204',
      '2026-01-31',
      'E\u0301cole',
      'a\nb',
      '<b>&amp;',
      '_x000A_',
      '-12',
    ),
  )
  .map((text) =>
    text.replace(/(?!\n)[\p{Cc}\p{Cs}\p{Cn}]/gu, '').replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, ''),
  )
  .filter((text) => text !== '' && !text.startsWith('#'))
const record: fc.Arbitrary<CanteenRecord> = fc
  .record({
    ...Object.fromEntries(Object.entries(school).map(([field, value]) => [field, fc.constant(value)])),
    name,
    productionType: fc.constantFrom('site', 'site_cooked_elsewhere'),
    place: fc.boolean(),
    managementType: fc.constantFrom('direct', 'conceded'),
    economicModel: fc.constantFrom('public', 'private'),
    sectorList: fc.uniqueArray(fc.constantFrom(...sectors.map(({ id }) => id)), { minLength: 1, maxLength: 3 }),
    lineMinistry: fc.constantFrom(...lineMinistries.map(({ id }) => id)),
    dailyMealCount: fc.integer({ min: 3, max: 419 }),
    yearlyMealCount: fc.integer({ min: 420, max: 366_000_000 }),
    kitchenSiret: fc.constantFrom(null, '21330063500017'),
  })
  .map(({ place, ...any }) => {
    const one = { ...any, ...(place && { siret: null, siren: '213500515', inseeCode: '2A004' }) } as CanteenRecord
    return {
      ...one,
      lineMinistry: asksMinistry(one) ? one.lineMinistry : null,
      kitchenSiret: one.productionType === 'site' ? null : one.kitchenSiret,
    }
  })

test('what goes out comes back without changing anything, whatever the order of the columns', async () => {
  const { platform, as } = await testSite()
  const { person, get } = await as('elodie@ecole.example')
  let next = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('csv', 'xlsx'),
      fc.shuffledSubarray([...Array(15).keys()], { minLength: 15 }),
      async (records, type, order) => {
        const numbered = records.map((one) => (one.siret === null ? one : { ...one, siret: someSiret(next++) }))
        await platform.database.run('delete from canteen')
        const ids = await addCanteens(platform, numbered, person.id)
        const sent = await bytesOf(await get(`/mes-cantines/export.${type}`))
        const [titles = [], ...rows] = await cellsOf(sent)
        expect(rows).toHaveLength(ids.length)
        const shuffled = [titles, ...rows].map((cells) => order.map((at) => cells[at] ?? null))
        const columns = shuffled[0]!.map((title) => ({ header: String(title), schema: { type: 'string' } as const }))
        const again = new Uint8Array(await new Response(writeCells('x', columns, shuffled.slice(1), 'csv')).arrayBuffer())
        for (const bytes of [sent, again]) {
          const { errors, changes } = await sendFile(platform, updateKind, { name: 'x', bytes }, { person, isStaff: false })
          expect(errors).toEqual([])
          expect(changes.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'unchanged'))
        }
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

test('the file has the published columns, places only, and formulas made harmless', async () => {
  const { platform, as } = await testSite()
  const { person, get } = await as('elodie@ecole.example')
  const [place, , formula] = await addCanteens(
    platform,
    [
      { ...satellite, sectorList: ['education_primaire', 'social_creche'] },
      group,
      { ...school, siret: someSiret(1), name: '=1+1' },
    ],
    person.id,
  )
  const answer = await get('/mes-cantines/export.csv')
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="mes-cantines-2026-11-23.csv"')
  expect((await answer.text()).split('\r\n')).toEqual([
    'cantine_id;siret;siren_unite_legale;nom;code_insee;siret_cuisine_centrale;nombre_repas_jour;nombre_repas_an;secteurs;type_production;type_gestion;modèle_économique;groupe_id;administration_tutelle;gestionnaires_additionnels',
    `${place};21350051500019;;École Jean-Moulin;35051;;120;16800;Ecole primaire (maternelle et élémentaire), Crèche;Restaurant satellite;Directe;Public;;;`,
    `${formula};${someSiret(1)};;'=1+1;35051;;120;16800;Ecole primaire (maternelle et élémentaire);Restaurant avec cuisine sur place;Directe;Public;;;`,
    '',
  ])
})

test('the search of the list applies; visitors sign in; others see nothing of mine', async () => {
  const { platform, as, get } = await testSite()
  const { person, get: mine } = await as('elodie@ecole.example')
  await addCanteens(platform, [school, { ...satellite, siret: someSiret(1), name: 'Cantine des Lilas' }], person.id)
  const names = async (answer: Response) =>
    (await answer.text())
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.split(';')[3])
  expect(await names(await mine('/mes-cantines/export.csv?type=satellite'))).toEqual(['Cantine des Lilas'])
  expect(await names(await mine('/mes-cantines/export.csv?q=moulin'))).toEqual(['École Jean-Moulin'])
  expect(await names(await (await as('paul@ailleurs.example')).get('/mes-cantines/export.csv'))).toEqual([])
  const visitor = await get('/mes-cantines/export.xlsx')
  expect([visitor.status, visitor.headers.get('Location')]).toEqual([303, expect.stringContaining('/connexion')])
})

test('more canteens than are read at once are all there, with what is not known left empty', async () => {
  const { platform, as } = await testSite()
  const { person, get } = await as('elodie@ecole.example')
  await addCanteens(
    platform,
    Array.from({ length: 1201 }, (_, at) => ({ ...school, siret: someSiret(at) })),
    person.id,
  )
  await platform.database.run("update canteen set daily_meals = null, sectors = '{}' where siret = $1", [someSiret(0)])
  const rows = await cellsOf(await bytesOf(await get('/mes-cantines/export.xlsx')))
  expect(rows).toHaveLength(1202)
  expect([rows[1]?.[6], rows[1]?.[8], rows[2]?.[6]]).toEqual([null, null, 120])
  expect(new Set(rows.map(([id]) => id)).size).toBe(1202)
})
