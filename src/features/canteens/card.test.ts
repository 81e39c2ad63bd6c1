// One canteen, through its pages: reading it, changing it, archiving it, bringing it back, and what the trail tells.
import { expect, test } from 'vitest'
import { addCanteens, canteenWith, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { type SignedInClient, testSite } from '../../../tools/testing/platform.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { addMember, findCanteen } from './canteens.ts'
import { refusesArchive, refusesChanges } from './refusals.ts'

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

async function opened(record: CanteenRecord = school) {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.exemple.fr', { prenom: 'Élodie', nom: 'Martin' })
  const canteen = await canteenWith(site.platform, [[elodie.person, 'administrator']], record)
  const { id } = canteen
  const read = async (path = '', who = elodie) => textOf(await (await who.get(`/cantines/${id}${path}`)).text())
  const now = () => findCanteen(site.platform.database, id)
  const fields = (changed: Record<string, string> = {}) => ({ ...FIELDS, version: '1', ...changed })
  const change = (changed: Record<string, string> = {}, who: SignedInClient = elodie) =>
    who.post(`/cantines/${id}/modifier`, fields(changed))
  return { ...site, site, elodie, id, read, now, change }
}

const FIELDS = {
  nom: 'École Jean-Moulin',
  numero: 'siret',
  siret: '213 500 515 00019',
  type: 'site',
  gestion: 'direct',
  modele: 'public',
  secteur: 'education_primaire',
  commune: 'Cesson-Sévigné (35510)',
  'repas-jour': '120',
  'repas-an': '16 800',
}

test('the card tells everything known, in words', async () => {
  const { read } = await opened()
  const card = await read()
  for (const words of [
    'École Jean-Moulin',
    'Restaurant avec cuisine sur place',
    '213 500 515 00019',
    'Ecole primaire (maternelle et élémentaire)',
    'Public',
    'Directe',
    'Cesson-Sévigné (35510)',
    'Rennes Métropole',
    'Ille-et-Vilaine (35)',
    'Bretagne',
    '16 800',
    'La fiche est complète',
    'Votre rôle : Administration',
  ])
    expect(card).toContain(words)
})

test('the form opens with the record, and sending it back changes nothing', async () => {
  const { elodie, id, now } = await opened({ ...satellite, kitchenSiret: someSiret(9) })
  const html = await (await elodie.get(`/cantines/${id}/modifier`)).text()
  const pairs = [...html.matchAll(/<input[^>]*>|<option[^>]*selected[^>]*>/g)].map(([tag]) => tag)
  expect(pairs.join('\n')).toContain(`value="${someSiret(9)}"`)
  const answer = await elodie.post(`/cantines/${id}/modifier`, {
    ...FIELDS,
    type: 'site_cooked_elsewhere',
    cuisine: someSiret(9),
    version: '1',
  })
  expect(answer.headers.get('location')).toBe(`/cantines/${id}?modifiee`)
  expect((await now())?.version).toBe(1)
})

test('a change is written once, told in the trail, and seen on the card', async () => {
  const { change, now, read, id } = await opened()
  const answer = await change({ 'repas-jour': '130', nom: 'École  Jean-Moulin  ' })
  expect(answer.headers.get('location')).toBe(`/cantines/${id}?modifiee`)
  expect(await now()).toMatchObject({ dailyMealCount: 130, version: 2, name: 'École Jean-Moulin' })
  expect(await read('/journal')).toContain('Élodie Martin Repas par jour : 120 devient 130')
  expect(await read('/journal')).toContain('Chaîne vérifiée')
})

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', { nom: '', type: '', gestion: '', modele: '', secteur: '', 'repas-jour': '', 'repas-an': '' }, ['7 points']],
  ['a commune that does not exist', { commune: 'Zzzz' }, ['Aucune commune ne s’appelle « Zzzz »', 'Un point']],
  ['a commune among namesakes', { commune: 'Saint-Denis' }, ['choisissez la vôtre', 'Laquelle est la vôtre ?', 'Un point']],
  ['meals in letters', { 'repas-jour': 'cent' }, ['est un nombre entier', 'Un point']],
  ['as many meals in a day as in a year', { 'repas-jour': '16800' }, ['Sur un an, on sert plus de repas']],
  ['a State sector', { secteur: 'administration_prison' }, ['Indiquez l’administration de tutelle', 'Ministère', 'Un point']],
  ['a number badly copied', { siret: '21350051500018' }, ['n’existe pas']],
])('with %s, the page says what to do and keeps what was typed', async (_what, changed, expected) => {
  const { change, now } = await opened()
  const answer = await change(changed)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const words of expected) expect(textOf(html).toLowerCase()).toContain(words.toLowerCase())
  expect(html).toContain('value="16 800"'.replace('16 800', changed['repas-an'] ?? '16 800'))
  expect((await now())?.version).toBe(1)
})

test('choosing among namesakes is enough, and the ministry is kept only where the law asks for it', async () => {
  const { change, now } = await opened()
  expect((await change({ commune: 'Saint-Denis', 'commune-choix': '97411', tutelle: 'sante' })).status).toBe(303)
  expect(await now()).toMatchObject({ inseeCode: '97411', department: '974', lineMinistry: null })
  expect((await change({ version: '2', secteur: 'administration_prison', tutelle: 'justice' })).status).toBe(303)
  expect(await now()).toMatchObject({ lineMinistry: 'justice' })
})

test('the number belongs to administrators; a new SIRET is unknown to the register until asked', async () => {
  const { change, now, site, id, platform, read } = await opened()
  const lea = await site.as('lea@ecole.exemple.fr', { prenom: 'Léa', nom: 'Roux' })
  await addMember(platform.database, [id], lea.person.id, 'entry', platform.now())
  await platform.database.run(`update canteen set register_state = 'open'`)
  expect(await read('/modifier', lea)).toContain('Seule l’administration de la cantine peut le changer')
  expect((await change({ siret: someSiret(3), 'repas-jour': '99' }, lea)).status).toBe(303)
  expect(await now()).toMatchObject({ siret: school.siret, dailyMealCount: 99, registerState: 'open' })
  expect((await change({ siret: someSiret(3), version: '2' })).status).toBe(303)
  expect(await now()).toMatchObject({ siret: someSiret(3), registerState: null })
  const jean = await site.as('jean@ecole.exemple.fr')
  await addMember(platform.database, [id], jean.person.id, 'reader', platform.now())
  expect((await change({ version: '3' }, jean)).status).toBe(403)
})

test('a SIRET that another canteen has leads to it', async () => {
  const { change, platform, now } = await opened()
  const [other] = await addCanteens(platform, [{ ...satellite, name: 'Collège', siret: someSiret(5) }], null)
  const answer = await change({ siret: someSiret(5) })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(`href="/cantines/${other}/rejoindre"`)
  expect((await now())?.siret).toBe(school.siret)
})

test('what someone changed meanwhile is told, and what was typed is kept and can be sent again', async () => {
  const { change, site, id, platform, now } = await opened()
  const karim = await site.as('karim@ecole.exemple.fr', { prenom: 'Karim', nom: 'Benali' })
  await addMember(platform.database, [id], karim.person.id, 'entry', platform.now())
  await change({ 'repas-jour': '130' }, karim)
  const answer = await change({ nom: 'École du Bourg' })
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(textOf(html)).toContain('Karim Benali : Repas par jour : 120 devient 130')
  expect(html).toContain('value="École du Bourg"')
  expect((await now())?.name).toBe('École Jean-Moulin')
  expect(html).toContain('name="version" value="2"')
  expect((await change({ nom: 'École du Bourg', version: '2' })).status).toBe(303)
  expect((await now())?.name).toBe('École du Bourg')
})

test('archiving frees the number, can be undone, and explains a number taken meanwhile', async () => {
  const { elodie, id, platform, now, read } = await opened()
  const answer = await elodie.post(`/cantines/${id}/archiver`)
  expect(answer.headers.get('location')).toBe(`/mes-cantines?archivee=${id}`)
  const list = textOf(await (await elodie.get(`/mes-cantines?archivee=${id}`)).text())
  expect(list).toContain('« École Jean-Moulin » est archivée')
  expect(list).toContain('Annuler l’archivage')
  expect(list).toContain('Voir les archivées (1)')
  expect(await read()).toContain('Archivée le 23 novembre 2026')
  expect((await elodie.post(`/cantines/${id}/modifier`, FIELDS)).status).toBe(403)
  const [other] = await addCanteens(platform, [{ ...school, name: 'La même' }], null)
  const refused = await elodie.post(`/cantines/${id}/restaurer`)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(`href="/cantines/${other}/rejoindre"`)
  await platform.database.run('update canteen set archived_at = now() where id = $1', [other])
  const restored = await elodie.post(`/cantines/${id}/restaurer`)
  expect(restored.headers.get('location')).toBe(`/cantines/${id}?restauree`)
  expect(await now()).toMatchObject({ archivedAt: null, version: 3 })
  expect(await read('/journal')).toContain('Cantine restaurée')
  expect((await elodie.post(`/cantines/${id}/restaurer`)).status, 'again: nothing more').toBe(303)
})

test('what other features object to is said, and nothing is written', async () => {
  const { elodie, id, now, change } = await opened(satellite)
  refusesArchive.push(async () => 'Elle a encore des satellites.')
  refusesChanges.push(
    async (_db, changes) =>
      new Map(
        changes.map(({ id }) => [id, { field: 'productionType', code: 'in_a_group', message: 'Elle est dans un groupe.' }]),
      ),
  )
  try {
    const archived = await elodie.post(`/cantines/${id}/archiver`)
    expect(archived.status).toBe(422)
    expect(textOf(await archived.text())).toContain('Elle a encore des satellites.')
    const changed = await change()
    expect(changed.status).toBe(422)
    expect(textOf(await changed.text())).toContain('Elle est dans un groupe.')
  } finally {
    refusesArchive.pop()
    refusesChanges.pop()
  }
  expect(await now()).toMatchObject({ archivedAt: null, version: 1, productionType: 'site_cooked_elsewhere' })
})

test('a group is asked what a group has', async () => {
  const { read, elodie, id, now } = await opened(group)
  const page = await read('/modifier')
  expect(page).toContain('SIREN de la structure')
  expect(page).not.toContain('Qui mange ici ?')
  const answer = await elodie.post(`/cantines/${id}/modifier`, {
    ...FIELDS,
    siren: '213500515',
    cuisine: someSiret(1),
    version: '1',
  })
  expect(answer.status).toBe(303)
  expect(await now()).toMatchObject({ kitchenSiret: someSiret(1), siret: null, economicModel: null, sectorList: [] })
})

test('a broken chain is said; the trail is read page after page, by the team only', async () => {
  const { read, platform, id, change, elodie, site } = await opened()
  for (let version = 1; version <= 45; version++) await change({ version: String(version), 'repas-jour': String(150 + version) })
  const first = await (await elodie.get(`/cantines/${id}/journal`)).text()
  const older = /journal\?avant=(\d+)/.exec(first)?.[1]
  expect(older).toBe('7')
  expect(await read(`/journal?avant=${older}`)).toContain('Cantine ajoutée')
  await platform.database.run('alter table trail_entry disable trigger trail_entry_append_only')
  await platform.database.run(`update trail_entry set detail = '{}' where number = 3`)
  expect(await read('/journal')).toContain('Ce journal a été altéré')
  expect((await (await site.as('autre@exemple.fr')).get(`/cantines/${id}/journal`)).status).toBe(403)
})
