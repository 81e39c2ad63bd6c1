// Who may see and do what on the addresses of groups, and what a group keeps from happening elsewhere.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { loadDemo } from '../../site.ts'
import { addMember, changeCanteens, findCanteen, recordOf } from '../canteens/canteens.ts'
import { periodsOfYear, refusesGroupChange } from './groups.ts'

const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

async function opened() {
  const site = await testSite()
  const { platform } = site
  const karim = await site.as('karim@cuisine.example')
  const entry = await site.as('saisie@cuisine.example')
  const reader = await site.as('lecture@cuisine.example')
  const stranger = await site.as('autre@ailleurs.example')
  const [kitchen, first] = await addCanteens(platform, [group, { ...satellite, siret: someSiret(1) }], karim.person.id)
  for (const [client, role] of [
    [entry, 'entry'],
    [reader, 'reader'],
  ] as const)
    await addMember(platform.database, [kitchen!, first!], client.person.id, role, platform.now())
  await karim.post(`/cantines/${kitchen}/groupe/ajouter`, { satellite: String(first), date: '2026-01-01' })
  const [period] = await platform.database.rows<{ id: number }>('select id from canteen_group_period')
  return { site, platform, karim, entry, reader, stranger, kitchen: kitchen!, first: first!, period: period!.id }
}

test('every address for every role, on one’s own and on another’s', async () => {
  const { site, karim, entry, reader, stranger, kitchen, first, period } = await opened()
  const pages = [
    [`/cantines/${kitchen}/groupe`, 'reader'],
    [`/cantines/${kitchen}/groupe/repartition`, 'reader'],
    [`/cantines/${kitchen}/groupe/repartition.csv?total=10`, 'reader'],
    [`/cantines/${kitchen}/groupe/repartition.xlsx?total=10`, 'reader'],
    [`/cantines/${kitchen}/groupe/ajouter`, 'administrator'],
    [`/cantines/${kitchen}/groupe/creer`, 'administrator'],
    [`/cantines/${kitchen}/groupe/periodes/${period}`, 'administrator'],
    [`/cantines/${first}/groupe`, 'reader'],
    [`/cantines/${first}/groupe/changer`, 'administrator'],
    [`/cantines/${first}/groupe/periodes/${period}`, 'administrator'],
  ] as const
  for (const [path, needed] of pages) {
    const expected = [needed === 'reader' ? 200 : 403, needed === 'reader' ? 200 : 403, 200, 403]
    const found = await Promise.all([reader, entry, karim, stranger].map(async (client) => (await client.get(path)).status))
    expect(found, path).toEqual(expected)
    expect((await site.get(path)).headers.get('location'), path).toMatch(/^\/connexion\?suite=/)
  }
  const deeds = [
    `/cantines/${kitchen}/groupe/ajouter`,
    `/cantines/${kitchen}/groupe/creer`,
    `/cantines/${kitchen}/groupe/annuler`,
    `/cantines/${kitchen}/groupe/demandes/1`,
    `/cantines/${kitchen}/groupe/periodes/${period}`,
    `/cantines/${first}/groupe/periodes/${period}/retirer`,
    `/cantines/${first}/groupe/changer`,
  ]
  for (const path of deeds) {
    for (const client of [reader, entry, stranger]) expect((await client.post(path)).status, path).toBe(403)
    expect((await site.post(path, {})).headers.get('location')).toMatch(/^\/connexion/)
    const elsewhere = await karim.request(path, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect(elsewhere.status, path).toBe(403)
  }
  for (const path of [
    `/cantines/${first}/groupe/ajouter`,
    `/cantines/${first}/groupe/repartition`,
    `/cantines/${kitchen}/groupe/changer`,
  ])
    expect((await karim.get(path)).status, path).toBe(404)
})

test('a period is only reached from its two sides', async () => {
  const { platform, karim, period } = await opened()
  const [another] = await addCanteens(platform, [{ ...group, name: 'Une autre cuisine' }], karim.person.id)
  const answer = await karim.post(`/cantines/${another}/groupe/periodes/${period}`, { du: '2026-02-01', au: '' })
  expect(answer.headers.get('location')).toContain('fait=perime')
  expect(await platform.database.first('select starts_on as day from canteen_group_period')).toEqual({ day: '2026-01-01' })
})

test('a group that delivers is neither archived nor turned into something else; its satellites keep their type', async () => {
  const { platform, karim, kitchen, first, period } = await opened()
  const archived = await karim.post(`/cantines/${kitchen}/archiver`)
  expect(archived.status).toBe(422)
  expect(await textOf(archived)).toContain('Ce groupe livre encore un restaurant')
  const canteen = (await findCanteen(platform.database, first))!
  const toSite = () =>
    platform.database.transaction((db) =>
      changeCanteens(
        db,
        [
          {
            id: first,
            version: canteen.version,
            before: recordOf(canteen),
            record: { ...recordOf(canteen), productionType: 'site' },
          },
        ],
        { by: karim.person.id, now: platform.now() },
      ),
    )
  await expect(toSite()).rejects.toThrow('bound_to_group')
  await karim.post(`/cantines/${kitchen}/groupe/periodes/${period}`, { du: '2026-01-01', au: '2026-11-22' })
  expect(await toSite(), 'once its period is over, it may').toEqual([first])
  expect((await karim.post(`/cantines/${kitchen}/archiver`)).status).toBe(303)
  expect((await karim.post(`/cantines/${kitchen}/groupe/ajouter`, { satellite: String(first), date: '2027-01-01' })).status).toBe(
    403,
  )
})

test('what a later feature objects to is said and not done', async () => {
  const { platform, karim, kitchen, period } = await opened()
  refusesGroupChange.push(
    async (_db, changes) => new Map(changes.map(({ satelliteId }) => [satelliteId, 'Ce groupe a déclaré ses achats de 2026.'])),
  )
  try {
    const dates = await karim.post(`/cantines/${kitchen}/groupe/periodes/${period}`, { du: '2026-02-01', au: '' })
    expect(dates.status).toBe(422)
    expect(await textOf(dates)).toContain('Ce groupe a déclaré ses achats de 2026.')
    const [other] = await addCanteens(platform, [{ ...satellite, siret: someSiret(7) }], karim.person.id)
    const added = await karim.post(`/cantines/${kitchen}/groupe/ajouter`, { satellite: String(other), date: '2026-01-01' })
    expect(added.status).toBe(422)
  } finally {
    refusesGroupChange.pop()
  }
  expect(await platform.database.rows('select starts_on as day from canteen_group_period')).toEqual([{ day: '2026-01-01' }])
})

test('the periods of a year are those that have a day in it, uncut', async () => {
  const { platform, karim, kitchen, first, period } = await opened()
  await karim.post(`/cantines/${kitchen}/groupe/periodes/${period}`, { du: '2026-01-01', au: '2026-12-31' })
  const [alone] = await addCanteens(platform, [{ ...satellite, siret: someSiret(4) }], karim.person.id)
  const of = async (year: number) => [...(await periodsOfYear(platform.database, [first, alone!], year))]
  expect(await of(2026)).toMatchObject([[first, [{ groupId: kitchen, from: '2026-01-01', to: '2026-12-31' }]]])
  for (const year of [2025, 2027]) expect(await of(year)).toEqual([])
})

test('the demonstration tells a group of three, one of which changed kitchen; loading it again changes nothing', async () => {
  const site = await testSite({ DEMO: 'on' })
  const { platform } = site
  const count = () =>
    platform.database.first('select count(*) as canteens, (select count(*) from canteen_group_period) as periods from canteen')
  const before = await count()
  await loadDemo(platform)
  expect(await count()).toEqual(before)
  const karim = await site.as('karim.benali@cantine.example')
  const { id } = (await platform.database.first<{ id: number }>(
    `select id from canteen where creation_key = 'demo-satellite-3'`,
  ))!
  const page = await textOf(await karim.get(`/cantines/${id}/groupe`))
  expect(page).toContain('« Ancienne cuisine du bourg » du 1er janvier 2026 au 31 août 2026')
  expect(page).toContain('« Cuisine centrale des Deux Rives » du 1er septembre 2026')
  expect(await textOf(await karim.get(`/cantines/${id}/journal`))).toContain(
    'rejoint le groupe « Cuisine centrale des Deux Rives »',
  )
})
