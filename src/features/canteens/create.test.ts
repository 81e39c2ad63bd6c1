// From nothing to a canteen, through the pages: with the register up, down, closed, ignorant; from a test; without making two of one.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { sentAnswer, sentEstablishment, testRegister } from '../../../tools/testing/register.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { findCanteen, findRole, streamOf } from './canteens.ts'
import { findFirstAnswers } from './first-answers.sql.ts'

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
const SIRET = someSiret(1)
const SIREN = '000000018'

async function opened(existing: readonly CanteenRecord[] = []) {
  const register = await testRegister()
  register.answers(sentAnswer(SIREN, [sentEstablishment(SIRET)]))
  const site = await testSite({ REGISTER_URL: register.url })
  const elodie = await site.as('elodie@ecole.exemple.fr', { prenom: 'Élodie', nom: 'Martin' })
  const ids = await addCanteens(site.platform, existing, null)
  const open = async (query: Record<string, string>) => {
    const answer = await elodie.get(`/cantines/nouvelle/fiche?${new URLSearchParams(query)}`)
    const html = await answer.text()
    const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ])
    return { status: answer.status, html, text: textOf(html), hidden: Object.fromEntries(hidden) as Record<string, string> }
  }
  const send = (fields: Record<string, string>) => elodie.post('/cantines/nouvelle/fiche', fields)
  return { ...site, site, elodie, register, ids, open, send }
}

const TYPED = {
  nom: 'École du Bourg',
  type: 'site',
  gestion: 'direct',
  modele: 'public',
  secteur: 'education_primaire',
  commune: 'Bazouges-la-Pérouse',
  'repas-jour': '62',
  'repas-an': '8 680',
}
const idIn = (answer: Response) => Number(/^\/cantines\/(\d+)\?creee$/.exec(answer.headers.get('location') ?? '')?.[1])

test('with the register, a school is complete after its number and what nobody else can know', async () => {
  const { elodie, open, send, platform } = await opened()
  expect(textOf(await (await elodie.get('/cantines/nouvelle')).text())).toContain('Cette cantine a-t-elle son propre SIRET ?')
  const card = await open({ numero: 'siret', siret: SIRET.replace(/(\d{3})/g, '$1 ') })
  expect(card.text).toContain('Trouvée dans l’annuaire des entreprises')
  expect(card.html).toContain('value="RESTAURANT SCOLAIRE DU BOURG"')
  expect(card.html).toContain('value="Bazouges-la-Pérouse (35560)"')
  expect(card.text).toContain('D’après l’annuaire des entreprises.')
  const answer = await send({ ...card.hidden, ...TYPED })
  const id = idIn(answer)
  expect(await findCanteen(platform.database, id)).toMatchObject({
    name: 'École du Bourg',
    siret: SIRET,
    inseeCode: '35019',
    yearlyMealCount: 8680,
    complete: true,
    registerState: 'open',
  })
  expect(await findRole(platform.database, id, elodie.person.id)).toBe('administrator')
  expect(textOf(await (await elodie.get(`/cantines/${id}?creee`)).text())).toContain('La cantine est ajoutée')
  expect(idIn(await send({ ...card.hidden, ...TYPED })), 'sent twice').toBe(id)
})

test('the same form sent twice at once makes one canteen', async () => {
  const { open, send, platform } = await opened()
  const { hidden } = await open({ numero: 'siret', siret: SIRET })
  const answers = await Promise.all([1, 2, 3].map(() => send({ ...hidden, ...TYPED })))
  expect(new Set(answers.map(idIn)).size).toBe(1)
  expect(await platform.database.rows('select id from canteen')).toHaveLength(1)
})

test.each([
  ['silent', (response: import('node:http').ServerResponse) => response.writeHead(503).end()],
  ['talking nonsense', (response: import('node:http').ServerResponse) => response.writeHead(200).end('<html>')],
])('with the register %s, one goes on by hand', async (_how, answer) => {
  const { register, open, send, platform } = await opened()
  register.answers(answer)
  const card = await open({ numero: 'siret', siret: SIRET })
  expect(card.text).toContain('L’annuaire des entreprises ne répond pas : continuez à la main')
  const asked = register.requests.length
  const id = idIn(await send({ ...card.hidden, ...TYPED }))
  expect(await findCanteen(platform.database, id)).toMatchObject({ complete: true, registerState: null })
  expect(register.requests.length, 'nobody waits twice').toBe(asked)
})

test('a closed establishment is said kindly and stops nobody', async () => {
  const { register, open, send, platform } = await opened()
  register.answers(sentAnswer(SIREN, [sentEstablishment(SIRET, { etat_administratif: 'F', date_fermeture: '2024-08-31' })]))
  const card = await open({ numero: 'siret', siret: SIRET })
  expect(card.text).toContain('fermé le 31 août 2024')
  expect(card.text).toContain('Changer de numéro')
  const id = idIn(await send({ ...card.hidden, ...TYPED }))
  expect(await findCanteen(platform.database, id)).toMatchObject({ registerState: 'closed' })
})

test('a number that the register does not know is checked by who types it', async () => {
  const { register, open, send, platform } = await opened()
  register.answers({ results: [], total_results: 0, page: 1, per_page: 1, total_pages: 0 })
  const card = await open({ numero: 'siret', siret: SIRET })
  expect(card.text).toContain('ne connaît pas ce numéro')
  const refused = await send({ ...card.hidden, ...TYPED })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="École du Bourg"')
  const id = idIn(await send({ ...card.hidden, ...TYPED, verifie: 'oui' }))
  expect(await findCanteen(platform.database, id)).toMatchObject({ registerState: 'unknown' })
})

test.each<[string, Record<string, string>, string]>([
  ['nothing', {}, 'Dites si cette cantine a son propre SIRET.'],
  ['no SIRET', { numero: 'siret' }, 'Indiquez le SIRET (14 chiffres).'],
  ['nine digits', { numero: 'siret', siret: '213 500 515' }, 'Un SIRET a 14 chiffres, celui-ci en a 9.'],
  ['a slip', { numero: 'siret', siret: '21350051500018' }, 'est sans doute mal recopié'],
  ['a wrong SIREN', { numero: 'groupe', 'siren-groupe': '213500516' }, 'est sans doute mal recopié'],
])('with %s, the first screen says what to correct', async (_what, query, words) => {
  const { open } = await opened()
  const { status, text } = await open(query)
  expect(status).toBe(422)
  expect(text).toContain(words)
})

test('what is missing is asked again with what was typed, the ministry where the law asks for it', async () => {
  const { open, send } = await opened()
  const { hidden } = await open({ numero: 'siret', siret: SIRET })
  const answer = await send({ ...hidden, ...TYPED, secteur: 'administration_prison', 'repas-an': '' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('id="tutelle"')
  expect(html).toContain('Indiquez le nombre de repas par an')
  expect(html).toContain('value="École du Bourg"')
  expect(html).toContain(`name="cle" value="${hidden.cle}"`)
})

test('without a SIRET, those of the same legal unit are shown, and the box is ticked', async () => {
  const { open, send, platform, ids } = await opened([{ ...satellite, siret: someSiret(7), name: 'École des Vignes' }])
  const card = await open({ numero: 'siren', siren: someSiret(9) })
  expect(card.text).toContain('Une cantine de cette structure est déjà inscrite : est-ce elle ?')
  expect(card.html).toContain(`href="/cantines/${ids[0]}/revendiquer"`)
  const refused = await send({ ...card.hidden, ...TYPED })
  expect(textOf(await refused.text())).toContain('Cochez la case si cette cantine n’a pas de SIRET à elle')
  const id = idIn(await send({ ...card.hidden, ...TYPED, 'sans-siret': 'oui' }))
  expect(await findCanteen(platform.database, id)).toMatchObject({ siret: null, siren: SIREN, complete: true })
})

test('a group is created with its SIREN and its totals', async () => {
  const { open, send, platform } = await opened()
  const card = await open({ numero: 'groupe', 'siren-groupe': SIREN })
  expect(card.text).not.toContain('Qui mange ici ?')
  const fields = { nom: 'Cuisine du Pays', gestion: 'conceded', 'repas-jour': '400', 'repas-an': '56000', cuisine: someSiret(3) }
  const id = idIn(await send({ ...card.hidden, ...fields }))
  expect(await findCanteen(platform.database, id)).toMatchObject({
    productionType: 'groupe',
    siren: SIREN,
    siret: null,
    kitchenSiret: someSiret(3),
    complete: true,
  })
})

test('the same SIRET leads to who has it: open, join or claim', async () => {
  const { open, ids, site, platform, elodie, send } = await opened([{ ...school, siret: SIRET }])
  const known = await open({ numero: 'siret', siret: SIRET })
  expect(known.text).toContain('Cette cantine est déjà inscrite')
  expect(known.html).toContain(`href="/cantines/${ids[0]}/revendiquer"`)
  const karim = await site.as('karim@ecole.exemple.fr')
  await platform.database.run(`insert into canteen_member values ($1, $2, 'administrator', now())`, [ids[0], karim.person.id])
  expect((await open({ numero: 'siret', siret: SIRET })).html).toContain(`href="/cantines/${ids[0]}/rejoindre"`)
  await platform.database.run(`insert into canteen_member values ($1, $2, 'reader', now())`, [ids[0], elodie.person.id])
  expect((await open({ numero: 'siret', siret: SIRET })).html).toContain(`href="/cantines/${ids[0]}"`)
  const late = await send({ numero: 'siret', siret: SIRET, cle: 'a'.repeat(32), annuaire: 'muet', ...TYPED })
  expect(late.status).toBe(409)
  expect(textOf(await late.text())).toContain('Cette cantine est déjà inscrite')
})

test('an alike name in the same commune is asked about, and the answer is kept in the trail', async () => {
  const { open, send, ids, platform } = await opened([
    { ...school, siret: someSiret(7), name: 'ECOLE DU BOURG', inseeCode: '35019' },
    { ...school, siret: someSiret(8), name: 'École du Bourg', inseeCode: '35051' },
  ])
  const { hidden } = await open({ numero: 'siret', siret: SIRET })
  const asked = await send({ ...hidden, ...TYPED })
  expect(asked.status).toBe(409)
  const html = await asked.text()
  expect(textOf(html)).toContain('Est-ce celle-ci ?')
  expect(html).toContain(`href="/cantines/${ids[0]}/revendiquer"`)
  expect(html).not.toContain(`/cantines/${ids[1]}/`)
  const carried = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>
  expect(carried).toMatchObject({ nom: 'École du Bourg', cle: hidden.cle })
  expect((await send({ ...carried, 'autre-lieu': '' })).status, 'a word is wanted').toBe(422)
  const back = await send({ ...carried, 'autre-lieu': 'L’autre', retour: 'oui' })
  expect(await back.text()).toContain('value="École du Bourg"')
  const id = idIn(await send({ ...carried, 'autre-lieu': 'L’école maternelle, route de Rennes' }))
  expect(await readTrail(platform.database, streamOf(id), { most: 5 })).toMatchObject([
    { kind: 'distinct', detail: { explanation: 'L’école maternelle, route de Rennes' } },
    { kind: 'created' },
  ])
})

test('two places without a number in one commune of one legal unit are asked about, two groups by their names', async () => {
  const { open, send } = await opened([
    { ...school, siret: null, siren: SIREN, name: 'Centre de loisirs', inseeCode: '35019' },
    { ...group, siren: SIREN, name: 'Cuisine du Pays' },
  ])
  const place = await open({ numero: 'siren', siren: SIREN })
  expect((await send({ ...place.hidden, ...TYPED, 'sans-siret': 'oui' })).status).toBe(409)
  const one = await open({ numero: 'groupe', 'siren-groupe': SIREN })
  const fields = { gestion: 'direct', 'repas-jour': '400', 'repas-an': '56000' }
  expect((await send({ ...one.hidden, ...fields, nom: 'Cuisine centrale du pays' })).status).toBe(409)
  expect((await send({ ...one.hidden, ...fields, nom: 'Cuisine des Marais' })).status).toBe(303)
})

test('answers of the positioning test fill the record, are said as such, and stay with the canteen', async () => {
  const { platform, post, get, elodie, open, send } = await opened()
  const begun = await post('/faire-le-point', {})
  const code = /faire-le-point\/([\w-]+)\//.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  await post(`/faire-le-point/${code}/profil`, {
    sectors: 'education_primaire',
    economicModel: 'public',
    managementType: 'conceded',
    kitchen: 'delivered',
  })
  const result = await (await get(`/faire-le-point/${code}/resultat`)).text()
  expect(result).toContain(`href="/cantines/nouvelle?test=${code}"`)
  expect((await get(`/cantines/nouvelle?test=${code}`)).headers.get('location')).toBe(
    `/connexion?suite=${encodeURIComponent(`/cantines/nouvelle?test=${code}`)}`,
  )
  expect(await (await elodie.get(`/cantines/nouvelle?test=${code}`)).text()).toContain(`name="test" value="${code}"`)
  const card = await open({ numero: 'siret', siret: SIRET, test: code })
  expect(card.text.match(/Repris de votre test : vérifiez\./g)?.length).toBe(4)
  expect(card.html).toMatch(/value="site_cooked_elsewhere" checked/)
  const id = idIn(await send({ ...card.hidden, ...TYPED }))
  expect(await findFirstAnswers(platform.database, id)).toMatchObject({
    answers: { kitchen: 'delivered', managementType: 'conceded' },
    dataYear: 2026,
  })
  expect(textOf(await (await elodie.get(`/cantines/${id}`)).text())).toContain('Vos réponses au test de positionnement')
  expect(textOf(await (await elodie.get('/cantines/nouvelle?test=nulle-part-du-tout-ici')).text())).toContain(
    'Ce test n’est plus là',
  )
})
