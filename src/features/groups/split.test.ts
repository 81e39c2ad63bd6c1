// The simulation of a split: what each satellite shows, to the cent, and what is in doubt.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'

const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

/** A group that delivers two satellites: 30 000 meals since ever, 10 000 meals since 1 September 2026. */
async function opened() {
  const site = await testSite()
  const karim = await site.as('karim@cuisine.example')
  const records = [
    { ...satellite, name: 'École A', siret: someSiret(1), dailyMealCount: 200, yearlyMealCount: 30_000 },
    { ...satellite, name: 'École B', siret: someSiret(2), dailyMealCount: 70, yearlyMealCount: 10_000 },
  ]
  const [kitchen, first, second] = await addCanteens(
    site.platform,
    [{ ...group, yearlyMealCount: 40_000 }, ...records],
    karim.person.id,
  )
  const base = `/cantines/${kitchen}/groupe`
  await karim.post(`${base}/ajouter`, { satellite: String(first), date: '2024-01-01' })
  await karim.post(`${base}/ajouter`, { satellite: String(second), date: '2025-01-01' })
  const page = (query: string) => karim.get(`${base}/repartition?${query}`)
  return { site, karim, base, page, first: first!, second: second! }
}

/** Cells of the result, row by row. */
const cellsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row = '']) =>
      [...row.matchAll(/<(?:td|th)[^>]*>(.*?)<\/(?:td|th)>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, ' ').trim()),
    )
    .slice(1)

test('scenario 1: by meals for 2025, equal for 2024, the sum being the total', async () => {
  const { site, page, second } = await opened()
  expect(cellsOf(await textOf(await page('annee=2025&total=40+000,00&bio=8000')))).toEqual([
    ['École A', '365', '30 000', '30 000,00 €', '6 000,00 € (20,00 %)', '1,00 €'],
    ['École B', '365', '10 000', '10 000,00 €', '2 000,00 € (20,00 %)', '1,00 €'],
    ['Total des 2 restaurants', '–', '40 000', '40 000,00 €', '8 000,00 €', '–'],
  ])
  await site.platform.database.run('update canteen_group_period set starts_on = $2 where satellite_id = $1', [
    second,
    '2024-01-01',
  ])
  const html = await textOf(await page('annee=2024&total=40000&bio=8000'))
  expect(cellsOf(html).slice(0, 2)).toEqual([
    ['École A', '366', '20 000', '20 000,00 €', '4 000,00 € (20,00 %)', '1,00 €'],
    ['École B', '366', '20 000', '20 000,00 €', '4 000,00 € (20,00 %)', '1,00 €'],
  ])
  expect(html).toContain('Pour les achats de 2024 et d’avant, chaque restaurant reçoit une part égale')
})

test('a satellite that came on 1 September counts for its days', async () => {
  const { site, page, second } = await opened()
  await site.platform.database.run('update canteen_group_period set starts_on = $2 where satellite_id = $1', [
    second,
    '2026-09-01',
  ])
  const cells = cellsOf(await textOf(await page('annee=2026&total=10000')))
  expect(cells).toEqual([
    ['École A', '365', '30 000', '8 997,53 €', '0,30 €'],
    ['École B du 1er septembre 2026 au 31 décembre 2026', '122', '3 342', '1 002,47 €', '0,30 €'],
    ['Total des 2 restaurants', '–', '33 342', '10 000,00 €', '–'],
  ])
})

test('what is in doubt is said: no one that year, days without anyone, meals not known, amounts that cannot be', async () => {
  const { site, page, first, second } = await opened()
  const { database } = site.platform
  expect(await textOf(await page('annee=2019&total=1000'))).toContain('Aucun restaurant dans ce groupe en 2019')
  await database.run(`update canteen_group_period set ends_on = '2026-06-30'`)
  expect(await textOf(await page('annee=2026&total=1000'))).toContain(
    'Aucun restaurant dans le groupe du 1er juillet 2026 au 31 décembre 2026.',
  )
  await database.run('update canteen set yearly_meals = null where id = $1', [second])
  const unknown = await textOf(await page('annee=2026&total=1000'))
  expect(unknown).toContain('Des repas restent à préciser')
  expect(unknown).toContain(`href="/cantines/${second}/modifier"`)
  expect(unknown).not.toContain('1 000,00 €')
  for (const [query, why] of [
    ['total=beaucoup', 'n’est pas un montant'],
    ['total=100&bio=100,01', 'ne peuvent pas le dépasser'],
    ['bio=100', 'Indiquez aussi le total'],
    ['total=-5', 'ne peut pas être négatif'],
  ] as const) {
    const answer = await page(query)
    expect(answer.status, query).toBe(422)
    expect(await textOf(answer), query).toContain(why)
  }
  expect((await page('annee=abc&page=-3')).status).toBe(200)
  await database.run('update canteen_group_period set ends_on = null')
  await database.run(`update canteen set archived_at = '2026-03-31T10:00:00Z' where id = $1`, [first])
  await database.run('update canteen set yearly_meals = 10000 where id = $1', [second])
  expect(cellsOf(await textOf(await page('annee=2026')))[0]).toEqual([
    'École A du 1er janvier 2026 au 31 mars 2026',
    '90',
    '7 397',
  ])
})

test('the table leaves as a file, the same to the cent', async () => {
  const { karim, base } = await opened()
  const csv = await karim.get(`${base}/repartition.csv?annee=2025&total=100,01&bio=0,01`)
  expect(csv.headers.get('content-disposition')).toContain('repartition-2025-groupe-')
  const lines = (await csv.text()).replace('\ufeff', '').trim().split('\r\n')
  expect(lines[0]).toBe('id;nom;siret;siren;commune;jours;repas;achats;achats_bio;part_bio;achats_par_repas')
  expect(lines.slice(1).map((line) => line.split(';').slice(5))).toEqual([
    ['365', '30000', '75,01', '0,01', '0,01', '0'],
    ['365', '10000', '25', '0', '0', '0'],
  ])
  const xlsx = await karim.get(`${base}/repartition.xlsx?annee=2025&total=100`)
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
})
