import { expect, test } from 'vitest'
import { school, someSiret } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { createCanteens, findCanteen } from './canteens.ts'

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { database } = site.platform
  const records = [1, 2, 3].map((rank) => ({ ...school, name: `École ${rank}`, siret: someSiret(rank) }))
  const ids = await database.transaction((db) =>
    createCanteens(db, records, { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const plain = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const management = async () => Promise.all(ids.map(async (id) => (await findCanteen(database, id))?.managementType))
  return { site, elodie, database, ids, plain, management }
}

test('several canteens change at once, seen before, undone after; what someone changed since is kept', async () => {
  const { elodie, database, ids, plain, management } = await opened()
  const which = `cantine=${ids[0]}&cantine=${ids[1]}`
  expect(await plain(await elodie.get(`/mes-cantines/modifier?${which}`))).toContain('Changer 2 cantines')
  const seen = await plain(await elodie.get(`/mes-cantines/modifier?${which}&etape=voir&champ=gestion&gestion=conceded`))
  expect(seen).toContain('2 cantines changées : École 1 École 2')
  expect(await management(), 'nothing is written yet').toEqual(['direct', 'direct', 'direct'])
  const sent = { cantine: [String(ids[0]), String(ids[1])], champ: 'gestion', gestion: 'conceded' }
  const done = (await elodie.post('/mes-cantines/modifier', sent)).headers.get('location')!
  expect(await management()).toEqual(['conceded', 'conceded', 'direct'])
  expect(await plain(await elodie.get(done))).toContain('2 cantines changées')
  await database.run('update canteen set version = version + 1 where id = $1', [ids[1]])
  const lot = new URL(done, 'http://x').searchParams.get('lot')
  const undone = (await elodie.post(`/mes-cantines/lots/${lot}/annuler`)).headers.get('location')!
  expect(undone).toBe('/mes-cantines?annules=1&gardes=1')
  expect(await management()).toEqual(['direct', 'conceded', 'direct'])
  expect((await elodie.post(`/mes-cantines/lots/${lot}/annuler`)).headers.get('location'), 'once').toBe('/mes-cantines?rien')
})

test('all those of a search are archived and brought back; what cannot change says why', async () => {
  const { elodie, database, ids, plain } = await opened()
  const sector = await plain(
    await elodie.get('/mes-cantines/modifier?tout=oui&etape=voir&champ=secteurs&secteurs=education_superieur_universitaire'),
  )
  expect(sector).toContain('Rien ne changera')
  expect(sector).toContain('École 1 : Indiquez l’administration de tutelle')
  const refused = await elodie.get('/mes-cantines/modifier?tout=oui&etape=voir&champ=gestion')
  expect([refused.status, await plain(refused)]).toEqual([422, expect.stringContaining('Choisissez le mode de gestion')])
  const done = (await elodie.post('/mes-cantines/modifier', { tout: 'oui', q: 'ecole', champ: 'archiver' })).headers.get(
    'location',
  )!
  const archived = async () =>
    (await Promise.all(ids.map((id) => findCanteen(database, id)))).map((one) => one?.archivedAt !== null)
  expect(await archived()).toEqual([true, true, true])
  await elodie.post(`/mes-cantines/lots/${new URL(done, 'http://x').searchParams.get('lot')}/annuler`)
  expect(await archived()).toEqual([false, false, false])
})

test('readers change nothing, and nobody undoes what another did', async () => {
  const { site, elodie, database, ids, plain, management } = await opened()
  const reader = await site.as('lecture@ecole.example')
  await database.run(`insert into canteen_member values ($1, $2, 'reader', now())`, [ids[0], reader.person.id])
  const sent = { cantine: ids.map(String), champ: 'gestion', gestion: 'conceded' }
  expect((await reader.post('/mes-cantines/modifier', sent)).headers.get('location')).toBe('/mes-cantines?rien')
  expect(await management()).toEqual(['direct', 'direct', 'direct'])
  const done = (await elodie.post('/mes-cantines/modifier', sent)).headers.get('location')!
  const lot = new URL(done, 'http://x').searchParams.get('lot')
  expect((await reader.post(`/mes-cantines/lots/${lot}/annuler`)).headers.get('location')).toBe('/mes-cantines?rien')
  expect(await plain(await elodie.get(done))).toContain('3 cantines changées')
})
