// Creating the satellites of a group together: every mistake of every line at once, then all of them or none.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'

const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

async function opened() {
  const site = await testSite()
  const karim = await site.as('karim@cuisine.example')
  const [kitchen] = await addCanteens(site.platform, [group], karim.person.id)
  const page = `/cantines/${kitchen}/groupe/creer`
  const cle = /name="cle" value="([\w-]+)"/.exec(await (await karim.get(page)).text())?.[1] ?? ''
  const common = { cle, gestion: 'direct', modele: 'public', secteur: 'education_primaire', date: '1/9/2026', lignes: '5' }
  const canteens = () =>
    site.platform.database.rows(
      `select name, siret, siren, insee_code, daily_meals, yearly_meals, complete from canteen
       where production_type = 'site_cooked_elsewhere' order by id`,
    )
  return { site, karim, kitchen: kitchen!, page, common, canteens }
}

test('three restaurants, with and without a SIRET, enter the group from the day typed; sent twice, they are created once', async () => {
  const { site, karim, kitchen, page, common, canteens } = await opened()
  const form = {
    ...common,
    'nom-1': 'École des Prés',
    'siret-1': someSiret(1).replace(/^(.{9})/, '$1 '),
    'commune-1': '35510',
    'jour-1': '90',
    'an-1': '12 600',
    'nom-2': 'École du Bois',
    'commune-2': 'Cesson-Sévigné',
    'jour-2': '60',
    'an-2': '8400',
    'nom-4': 'Crèche du Bois',
    'commune-4': '35051',
    'jour-4': '20',
    'an-4': '4 400',
  }
  const answers = await Promise.all([karim.post(page, form), karim.post(page, form)])
  for (const answer of answers) expect(answer.headers.get('location')).toBe(`/cantines/${kitchen}/groupe?fait=crees`)
  const made = { insee_code: '35051', complete: true }
  expect(await canteens()).toEqual([
    { ...made, name: 'École des Prés', siret: someSiret(1), siren: null, daily_meals: 90, yearly_meals: 12_600 },
    { ...made, name: 'École du Bois', siret: null, siren: '213500515', daily_meals: 60, yearly_meals: 8400 },
    { ...made, name: 'Crèche du Bois', siret: null, siren: '213500515', daily_meals: 20, yearly_meals: 4400 },
  ])
  expect(await site.platform.database.rows('select group_id as g, starts_on as day from canteen_group_period')).toEqual(
    Array.from({ length: 3 }, () => ({ g: kitchen, day: '2026-09-01' })),
  )
  expect(await textOf(await karim.get(`/cantines/${kitchen}/groupe`))).toContain(
    '3 restaurants aujourd’hui, 25 400 repas par an.',
  )
})

test('all mistakes of all lines come at once, beside their fields, with what was typed; nothing is created', async () => {
  const { site, karim, page, common, canteens } = await opened()
  await addCanteens(site.platform, [{ ...school, name: 'École connue', siret: someSiret(5) }], karim.person.id)
  const answer = await karim.post(page, {
    ...common,
    secteur: '',
    'nom-1': 'École des Prés',
    'siret-1': '12345',
    'jour-1': '2',
    'an-1': 'beaucoup',
    'nom-2': 'École du Bois',
    'commune-2': 'Saint-Denis',
    'jour-2': '60',
    'an-2': '8400',
    'nom-3': 'École connue',
    'siret-3': someSiret(5),
    'jour-3': '60',
    'an-3': '8400',
    'siret-4': someSiret(6),
    'nom-5': 'Deux fois',
    'siret-5': someSiret(6),
    'jour-5': '60',
    'an-5': '8400',
  })
  expect(answer.status).toBe(422)
  const html = await textOf(answer)
  const faulty = [...html.matchAll(/<a href="#([\w-]+)">/g)]
    .map(([, field]) => field)
    .filter((field) => field !== 'contenu' && field !== 'pied')
  expect(faulty).toEqual(['secteur', 'siret-1', 'jour-1', 'an-1', 'commune-2', 'siret-3', 'nom-4', 'jour-4', 'an-4', 'siret-5'])
  expect(html).toContain('« beaucoup » n’est pas un nombre de repas')
  expect(html).toContain('Plusieurs communes portent ce nom')
  expect(html).toContain('celui de « École connue », à Cesson-Sévigné (35510), qui est déjà inscrit')
  expect(html).toContain('le même restaurant que la ligne 4')
  expect(html).toContain('value="École du Bois"')
  expect(await canteens()).toEqual([])
  const empty = await karim.post(page, common)
  expect(empty.status).toBe(422)
  expect(await textOf(empty)).toContain('Remplissez au moins une ligne')
})

test('lines are added without losing what was typed, up to a bound', async () => {
  const { karim, page, common } = await opened()
  const more = await karim.post(page, { ...common, 'nom-5': 'Gardée', geste: 'lignes' })
  expect(more.status).toBe(200)
  const html = await more.text()
  expect(html).toContain('value="Gardée"')
  expect(html).toContain('name="nom-10"')
  expect(html).not.toContain('name="nom-11"')
  const many = await (await karim.post(page, { ...common, lignes: '999', geste: 'lignes' })).text()
  expect(many).toContain('name="nom-50"')
  expect(many).not.toContain('name="nom-51"')
})

test('the ministry is asked of the State’s restaurants, once for all lines', async () => {
  const { karim, page, common, canteens } = await opened()
  const line = { 'nom-1': 'Mess', 'siret-1': someSiret(1), 'commune-1': '35051', 'jour-1': '90', 'an-1': '12600' }
  const form = { ...common, ...line, secteur: 'administration_armee' }
  expect((await karim.post(page, form)).status).toBe(422)
  expect((await karim.post(page, { ...form, tutelle: 'armee' })).status).toBe(303)
  expect(await canteens()).toMatchObject([{ name: 'Mess', complete: true }])
  expect(satellite.lineMinistry).toBeNull()
})
