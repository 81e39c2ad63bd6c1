// One change for many canteens: shown before it is written, written at once, taken back.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { addMember, findCanteen, streamOf } from './canteens.ts'
import { refusesArchive } from './refusals.ts'

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

const MANY: readonly CanteenRecord[] = [
  school,
  { ...satellite, name: 'École des Vignes', siret: someSiret(1) },
  { ...school, name: 'Crèche', siret: someSiret(2), sectorList: ['social_creche'], managementType: 'conceded' },
  group,
]

async function opened(records: readonly CanteenRecord[] = MANY) {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.exemple.fr', { prenom: 'Élodie', nom: 'Martin' })
  const ids = await addCanteens(site.platform, records, elodie.person.id)
  const get = async (query: readonly (readonly [string, string])[]) => {
    const answer = await elodie.get(`/mes-cantines/modifier?${new URLSearchParams(query.map(([a, b]) => [a, b]))}`)
    const html = await answer.text()
    return { status: answer.status, text: textOf(html), html, hidden: hiddenIn(html) }
  }
  const write = async (hidden: Record<string, string[]>) => elodie.post('/mes-cantines/modifier', hidden)
  const all = async () => Promise.all(ids.map((id) => findCanteen(site.platform.database, id)))
  const undo = async (answer: Response) => {
    const lot = /lot=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    const back = await elodie.post('/mes-cantines/annuler', { lot })
    return textOf(await (await elodie.get(back.headers.get('location') ?? '')).text())
  }
  return { ...site, site, elodie, ids, get, write, all, undo }
}

function hiddenIn(html: string): Record<string, string[]> {
  const form = /<form method="post" action="\/mes-cantines\/modifier">[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const found: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    found[name] = [...(found[name] ?? []), value]
  return found
}

test('the list offers to tick; nothing ticked leads back', async () => {
  const { elodie, ids } = await opened()
  const html = await (await elodie.get('/mes-cantines')).text()
  expect(html).toContain(`name="cantine" value="${ids[0]}"`)
  const answer = await elodie.get('/mes-cantines/modifier')
  expect(answer.headers.get('location')).toBe('/mes-cantines?aucune')
  expect(textOf(await (await elodie.get('/mes-cantines?aucune')).text())).toContain('Aucune cantine cochée')
})

test('the management of those that were ticked changes at once, and comes back', async () => {
  const { get, write, ids, all, undo, platform, elodie } = await opened()
  const chosen = ids.slice(0, 3).map((id) => ['cantine', String(id)] as const)
  expect((await get(chosen)).text).toContain('Que voulez-vous changer ?')
  expect((await get([...chosen, ['champ', 'gestion']])).text).toContain('Qui fait tourner la cantine ?')
  const refused = await get([...chosen, ['champ', 'gestion'], ['voir', 'oui']])
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Choisissez le mode de gestion.')
  const shown = await get([...chosen, ['champ', 'gestion'], ['voir', 'oui'], ['gestion', 'conceded']])
  expect(shown.text).toContain('2 cantines : mode de gestion devient « Concédée ».')
  expect(shown.text).toContain('1 cantine : c’est déjà le cas.')
  expect(shown.text).toContain('École Jean-Moulin – Mode de gestion : Directe devient Concédée')
  expect((await all()).map((one) => one?.version)).toEqual([1, 1, 1, 1])
  const answer = await write(shown.hidden)
  const list = textOf(await (await elodie.get(answer.headers.get('location') ?? '')).text())
  expect(list).toContain('2 cantines changées')
  expect((await all()).map((one) => one?.managementType)).toEqual(['conceded', 'conceded', 'conceded', 'direct'])
  expect((await readTrail(platform.database, streamOf(ids[0]!), { most: 1 }))[0]).toMatchObject({
    kind: 'changed',
    detail: { managementType: ['direct', 'conceded'] },
  })
  expect(await undo(answer)).toContain('2 cantines remises comme avant')
  expect((await all()).map((one) => one?.managementType)).toEqual(['direct', 'direct', 'conceded', 'direct'])
  expect(await undo(answer), 'once').toContain('Rien à annuler')
  expect(await verifyTrail(platform.database, streamOf(ids[0]!))).toMatchObject({ brokenAt: null, sound: 3 })
  expect(textOf(await (await elodie.get(`/cantines/${ids[0]}/journal`)).text())).toContain('Retour en arrière. Mode de gestion')
})

test('what was changed since is not taken back, nor what someone else did', async () => {
  const { get, write, ids, undo, platform, all, site } = await opened()
  const shown = await get([
    ['tout', 'oui'],
    ['champ', 'repas'],
    ['voir', 'oui'],
    ['repas-jour', '99'],
  ])
  const answer = await write(shown.hidden)
  await platform.database.run('update canteen set version = version + 1 where id = $1', [ids[0]])
  const lot = /lot=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  const jean = await site.as('jean@exemple.fr')
  expect((await jean.post('/mes-cantines/annuler', { lot })).headers.get('location')).toBe('/mes-cantines?trop-tard')
  const said = await undo(answer)
  expect(said).toContain('3 cantines remises comme avant')
  expect(said).toContain('1 cantine changée depuis : nous n’y avons pas touché.')
  expect((await all()).map((one) => one?.dailyMealCount)).toEqual([99, 120, 120, 120])
})

test('what the law refuses is said by reason and left alone; a ministry comes or goes with what asks for it', async () => {
  const { get, write, all } = await opened()
  const everything = ['tout', 'oui'] as const
  const sectors = await get([everything, ['champ', 'secteurs'], ['voir', 'oui'], ['secteur', 'administration_prison']])
  expect(sectors.text).toContain('Rien ne changera')
  expect(sectors.text).toContain('Indiquez l’administration de tutelle')
  const query = [
    everything,
    ['champ', 'secteurs'],
    ['voir', 'oui'],
    ['secteur', 'administration_prison'],
    ['tutelle', 'justice'],
  ] as const
  const withMinistry = await get(query)
  expect(withMinistry.text).toContain('3 cantines : secteurs devient')
  expect(withMinistry.text).toContain('Un groupe n’a pas de secteur')
  await write(withMinistry.hidden)
  expect((await all()).map((one) => one?.lineMinistry)).toEqual(['justice', 'justice', 'justice', null])
  const privately = await get([everything, ['champ', 'modele'], ['voir', 'oui'], ['modele', 'private']])
  expect(privately.text).toContain('Administration de tutelle : Justice devient rien')
  await write(privately.hidden)
  expect((await all()).map((one) => one?.lineMinistry)).toEqual([null, null, null, null])
  expect((await get([everything, ['champ', 'cuisine'], ['voir', 'oui'], ['cuisine', '123']])).status).toBe(422)
  const kitchen = await get([everything, ['champ', 'cuisine'], ['voir', 'oui'], ['cuisine', someSiret(8)]])
  expect(kitchen.text).toContain('2 cantines : siret de la cuisine qui livre devient')
})

test('all those of the search are taken, others never; readers change nothing', async () => {
  const { get, write, all, site, platform, ids, elodie } = await opened()
  const shown = await get([
    ['recherche', 'q=vignes'],
    ['tout', 'oui'],
    ['champ', 'gestion'],
    ['voir', 'oui'],
    ['gestion', 'conceded'],
  ])
  expect(shown.text).toContain('1 cantine : mode de gestion devient')
  await write(shown.hidden)
  expect((await all()).map((one) => one?.managementType)).toEqual(['direct', 'conceded', 'conceded', 'direct'])
  const jean = await site.as('jean@exemple.fr')
  expect((await jean.get(`/mes-cantines/modifier?cantine=${ids[0]}`)).status, 'not mine').toBe(303)
  await addMember(platform.database, ids, jean.person.id, 'reader', platform.now())
  const page = await jean.get(`/mes-cantines/modifier?cantine=${ids[0]}&champ=gestion&voir=oui&gestion=conceded`)
  const html = await page.text()
  expect(textOf(html)).toContain('Votre rôle permet de la consulter')
  await jean.post('/mes-cantines/modifier', { ...hiddenIn(html), gestion: 'conceded' })
  expect((await findCanteen(platform.database, ids[0]!))?.managementType).toBe('direct')
  expect(elodie.person.id).not.toBe(jean.person.id)
})

test('canteens that changed since they were shown are shown again', async () => {
  const { get, write, platform, ids, all } = await opened()
  const shown = await get([
    ['tout', 'oui'],
    ['champ', 'gestion'],
    ['voir', 'oui'],
    ['gestion', 'conceded'],
  ])
  await platform.database.run('update canteen set version = 2 where id = $1', [ids[0]])
  const answer = await write(shown.hidden)
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(textOf(html)).toContain('Des cantines ont changé entre-temps')
  expect((await all())[1]?.managementType).toBe('direct')
  expect((await write(hiddenIn(html))).status).toBe(303)
  expect((await all())[1]?.managementType).toBe('conceded')
})

test('many are archived at once, except those that cannot be, and come back', async () => {
  const { get, write, all, undo, ids } = await opened()
  refusesArchive.push(async (_db, { productionType }) =>
    productionType === 'groupe' ? 'Ce groupe a encore des satellites.' : null,
  )
  try {
    const shown = await get([
      ['tout', 'oui'],
      ['champ', 'archiver'],
    ])
    expect(shown.text).toContain('3 cantines. Rien n’est effacé')
    expect(shown.text).toContain('Ce groupe a encore des satellites.')
    const answer = await write(shown.hidden)
    expect((await all()).map((one) => one?.archivedAt !== null)).toEqual([true, true, true, false])
    expect(await undo(answer)).toContain('3 cantines remises comme avant')
    expect((await all()).map((one) => one?.archivedAt)).toEqual([null, null, null, null])
  } finally {
    refusesArchive.pop()
  }
  expect(ids).toHaveLength(4)
})
