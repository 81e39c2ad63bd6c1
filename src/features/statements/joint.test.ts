// One request for several canteens: one link, and each canteen keeps its own statement, its own trail and its own word.
import { expect, test } from 'vitest'
import { addCanteens, school, someSiret } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { askFor, filled, plain, sendThrough } from '../../../tools/testing/statements.ts'
import { archiveCanteens, findByIds } from '../canteens/canteens.ts'
import { forgetUnanswered } from './jobs.ts'

const DAY = 86_400_000
const LINES = filled([['boulangerie', 'BIO', '1200,40', 'Pain bio']])
const NAMES = ['École Ampère', 'École Braille', 'École Curie']

async function opened(names: readonly string[] = NAMES) {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const records = names.map((name, at) => ({ ...school, name, siret: someSiret(at + 1) }))
  const ids = await addCanteens(site.platform, records, elodie.person.id)
  const asked = (canteens: readonly number[], more: Record<string, string> = {}) => ({
    fournisseur: 'Tables d’Ille',
    role: 'prestataire',
    courriel: 'contact@tables.example',
    annee: '2025',
    mot: '',
    cantine: canteens.map(String),
    ...more,
  })
  const ask = async (canteens: readonly number[], more: Record<string, string> = {}) => {
    const answer = await elodie.post('/releves', asked(canteens, more))
    expect(answer.status, plain(await answer.clone().text())).toBe(303)
    const page = answer.headers.get('location')!.split('?')[0]!
    return { page, list: await listOf(page) }
  }
  const listOf = async (page: string) =>
    /href="[^"]*(\/releve\/cantines\/[\w-]+)"/.exec(await (await elodie.get(page)).text())?.[1] ?? ''
  /** The links of the list, by the name of their canteen. */
  const linksIn = async (list: string) =>
    Object.fromEntries(
      [...(await (await site.get(list)).text()).matchAll(/href="(\/releve\/[\w-]+)">([^<,]+)/g)].map(([, link, name]) => [
        name,
        link,
      ]),
    ) as Record<string, string>
  const text = async (path: string, who: { get(path: string): Response | Promise<Response> } = elodie) =>
    plain(await (await who.get(path)).text())
  return { site, elodie, ids, asked, ask, listOf, linksIn, text }
}

test('one mail, one list, one statement and one trail for each canteen, accepted one by one as ever', async () => {
  const { site, elodie, ids, ask, linksIn, text } = await opened()
  const { page, list } = await ask(ids, { mot: 'Merci !' })
  expect(await text(page)).toMatch(/0 relevé reçu sur 3 .*École Ampère Demandé/)
  await site.runJobs()
  const mails = await site.mailsTo('contact@tables.example')
  expect(mails.map(({ subject }) => subject)).toEqual(['Vos relevés de 2025 pour 3 cantines'])
  expect(mails[0]?.body).toMatch(/- École Ampère, à Cesson-Sévigné\n- École Braille.*« Merci ! »/s)
  expect(mails[0]?.body).toContain(list)
  for (const id of ids)
    expect(await text(`/cantines/${id}/achats/journal`)).toMatch(/Relevé nº \d demandé à un fournisseur, pour 2025/)

  const shown = await text(list, site)
  expect(shown).toMatch(/À remplir \(3\).*École Ampère, à Cesson-Sévigné À remplir/)
  for (const secret of ['elodie', school.siret!, someSiret(1), '120 repas']) expect(shown).not.toContain(secret)
  const links = await linksIn(list)
  expect(Object.keys(links)).toEqual(NAMES)
  const link = links['École Ampère']!
  expect(await (await site.get(link)).text()).toContain(`href="${list}"`)
  await site.post(link, LINES)
  expect(await text(list, site)).toMatch(/Commencé : à relire et envoyer 1 200,40 €/)
  await sendThrough(site, link, LINES)
  expect(await text(list, site)).toMatch(/Plus que 2 cantines sur 3.*Envoyés \(1\).*École Ampère.*Envoyé le \d/)
  await site.runJobs()
  const [receipt] = await site.mailsTo('contact@tables.example')
  expect(receipt?.body, 'leads where it came from').toContain(link)

  const [ampere = 0] = ids
  const own = /href="(\/cantines\/\d+\/releves\/\d+)">École Ampère/.exec(await (await elodie.get(page)).text())![1]!
  expect(await text(own)).toContain('Ce relevé fait partie d’une demande groupée')
  const fields = Object.fromEntries(Object.entries(LINES).filter(([name]) => !name.endsWith('-libelle')))
  await elodie.post(`${own}/decider`, { ...fields, version: '1', 'ligne-0-decision': 'accepter' })
  expect(await text(`/cantines/${ampere}/achats`)).toContain('1 achat, 1 200,40 €')
  expect(await text(list, site)).toContain('La cantine a répondu')
  expect(await text(page)).toMatch(/1 relevé reçu sur 3 .*Accepté/)
  await site.runJobs()
  expect((await site.mailsTo('contact@tables.example'))[0]?.body).toContain(link)
})

test('only canteens that one may write on are asked for; the others are neither shown nor taken', async () => {
  const { site, elodie, ids, asked, text } = await opened()
  const other = await site.as('autre@ecole.example')
  const [theirs = 0] = await addCanteens(
    site.platform,
    [{ ...school, name: 'Lycée lointain', siret: someSiret(9) }],
    other.person.id,
  )
  const [read = 0] = await addCanteens(site.platform, [{ ...school, name: 'Lycée lu', siret: someSiret(8) }], other.person.id)
  await site.platform.database.run(`insert into canteen_member values ($1, $2, 'reader', now())`, [read, elodie.person.id])
  expect(await text('/releves')).not.toMatch(/Lycée/)
  for (const foreign of [theirs, read]) {
    const answer = await elodie.post('/releves', asked([...ids, foreign]))
    expect([answer.status, plain(await answer.text())]).toEqual([422, expect.stringContaining('n’est plus parmi les vôtres')])
  }
  const none = await elodie.post('/releves', asked([], { courriel: 'x', fournisseur: '' }))
  const words = plain(await none.text())
  for (const said of ['Indiquez le nom', 'adresse', 'Cochez les cantines']) expect(words).toContain(said)
  expect(await site.platform.database.first('select count(*) as n from statement')).toEqual({ n: 0 })
  expect((await site.post('/releves', asked(ids))).headers.get('location')).toContain('/connexion')
})

test('asked twice is asked once, and what a canteen had asked by itself stays as it is', async () => {
  const { site, elodie, ids, asked, ask, text } = await opened()
  const alone = await askFor(elodie, ids[0]!, { fournisseur: 'Tables d’Ille' })
  const answer = await elodie.post('/releves', asked(ids))
  expect(await text(answer.headers.get('location')!)).toMatch(/1 des cantines cochées avait déjà demandé.*0 relevé reçu sur 2/)
  expect((await site.get(alone.link)).status).toBe(200)
  const again = await elodie.post('/releves', asked(ids))
  expect([again.status, plain(await again.text())]).toEqual([
    422,
    expect.stringContaining('ont déjà demandé à « Tables d’Ille »'),
  ])
  const both = await Promise.all([elodie, elodie].map((who) => who.post('/releves', asked(ids, { annee: '2024' }))))
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await site.platform.database.first('select count(*) as n from joint_request')).toEqual({ n: 2 })
  await ask(ids, { annee: '2023', courriel: '' })
})

test('the list is cut, renewed, ends: nothing opened from it outlives it', async () => {
  const { site, elodie, ids, ask, listOf, linksIn } = await opened()
  const { page, list } = await ask(ids)
  const link = (await linksIn(list))['École Ampère']!
  const statuses = async (...paths: string[]) => Promise.all(paths.map(async (path) => (await site.get(path)).status))
  expect((await elodie.post(`${page}/renvoyer`)).headers.get('location'), 'too soon').toBe(`${page}?`)
  site.platform.setNow(new Date(TODAY.getTime() + DAY))
  const twice = await Promise.all([1, 2].map(() => elodie.post(`${page}/renvoyer`)))
  expect(twice.map(({ headers }) => headers.get('location'))).toContain(`${page}?renvoye`)
  await site.runJobs()
  expect(await site.mailsTo('contact@tables.example'), 'a button pressed twice writes once').toHaveLength(2)
  await elodie.post(`${page}/couper`)
  expect(await statuses(list, link)).toEqual([410, 410])
  expect((await site.post(link, LINES)).status).toBe(410)
  expect(plain(await (await site.get(list)).text())).not.toContain('Ampère')
  await elodie.post(`${page}/nouveau-lien`)
  const fresh = await listOf(page)
  expect(await statuses(list, link, fresh)).toEqual([410, 410, 200])
  const [first = ''] = Object.values(await linksIn(fresh))
  expect(await statuses(first)).toEqual([200])
  site.platform.setNow(new Date(TODAY.getTime() + 62 * DAY))
  expect(await statuses(fresh, first)).toEqual([410, 410])
  await forgetUnanswered(site.platform)
  expect(await site.platform.database.first('select count(*) as n from joint_request')).toEqual({ n: 1 })
  site.platform.setNow(new Date(TODAY.getTime() + 122 * DAY))
  await forgetUnanswered(site.platform)
  expect(
    await site.platform.database.first('select (select count(*) from joint_request) as a, (select count(*) from statement) as b'),
  ).toEqual({ a: 0, b: 0 })
})

test('each canteen leaves the list as it likes: cut, renewed by itself, archived', async () => {
  const { site, elodie, ids, ask, linksIn } = await opened()
  const { page, list } = await ask(ids)
  const links = await linksIn(list)
  const html = await (await elodie.get(page)).text()
  const own = (name: string) => new RegExp(`href="(/cantines/\\d+/releves/\\d+)">${name}`).exec(html)![1]!
  await elodie.post(`${own('École Ampère')}/couper`)
  await elodie.post(`${own('École Braille')}/nouveau-lien`)
  expect(Object.keys(await linksIn(list))).toEqual(['École Curie'])
  expect((await site.get(links['École Ampère']!)).status).toBe(410)
  expect((await site.get(links['École Braille']!)).status).toBe(410)
  const canteens = await findByIds(site.platform.database, [ids[2]!])
  await site.platform.database.transaction((db) => archiveCanteens(db, canteens, { by: elodie.person.id, now: TODAY }))
  expect((await site.get(list)).status, 'nothing is left').toBe(410)
})

test('whoever lost a canteen holds the link no more, and a new one leaves that canteen out', async () => {
  const { site, elodie, ids, ask, listOf, linksIn, text } = await opened()
  const { page, list } = await ask(ids)
  const other = await site.as('autre@ecole.example')
  await site.platform.database.run(`insert into canteen_member values ($1, $2, 'administrator', now())`, [
    ids[0],
    other.person.id,
  ])
  await site.platform.database.run('delete from canteen_member where canteen_id = $1 and person_id = $2', [
    ids[0],
    elodie.person.id,
  ])
  const html = await (await elodie.get(page)).text()
  expect(html).not.toContain('/releve/cantines/')
  expect(plain(html)).not.toContain('Ampère')
  for (const act of ['renvoyer', 'couper'])
    expect((await elodie.post(`${page}/${act}`)).headers.get('location'), act).toBe(`${page}?`)
  expect((await site.get(list)).status, 'the others still count on it').toBe(200)
  await elodie.post(`${page}/nouveau-lien`)
  expect(await text(`/cantines/${ids[0]}/achats/journal`, other)).toMatch(/Relevé nº \d sorti d’une demande groupée/)
  expect((await site.get(list)).status).toBe(410)
  expect(Object.keys(await linksIn(await listOf(page)))).toEqual(['École Braille', 'École Curie'])
  expect((await other.get(page)).status).toBe(404)
  expect((await other.post(`${page}/couper`)).status).toBe(404)
  expect(await text('/releves')).toMatch(/Tables d’Ille, 2025 : 0 relevé reçu sur 2/)
  const fresh = await listOf(page)
  await site.platform.database.run(`insert into canteen_member select unnest($1::bigint[]), $2, 'administrator', now()`, [
    ids.slice(1),
    other.person.id,
  ])
  await site.platform.database.run('delete from canteen_member where person_id = $1', [elodie.person.id])
  expect(await text(page)).toMatch(/Vous ne pouvez plus saisir pour aucune cantine de cette demande/)
  await elodie.post(`${page}/nouveau-lien`)
  expect((await site.get(fresh)).status).toBe(200)
})

test('a link of a list opens its own statement only, and wrong ones make one wait', async () => {
  const { site, ids, ask, linksIn, text } = await opened()
  const { list } = await ask(ids)
  const { list: elsewhere } = await ask(ids, { annee: '2024' })
  const [one = '', other = ''] = [(await linksIn(list))['École Ampère'], (await linksIn(elsewhere))['École Ampère']]
  await sendThrough(site, one, LINES)
  expect(await text(other, site)).not.toContain('Pain bio')
  const swapped = one.replace(/^\/releve\/\d+-/, '/releve/2-')
  expect((await site.get(swapped)).status).toBe(404)
  const wrong = `${list.slice(0, -2)}${list.endsWith('AA') ? 'BB' : 'AA'}`
  const statuses: number[] = []
  for (let times = 0; times < 61; times++) statuses.push((await site.get(wrong)).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  expect((await site.get(list)).status).toBe(200)
  const { headers } = await site.get(list)
  expect([headers.get('x-robots-tag'), headers.get('cache-control'), headers.get('set-cookie')]).toEqual([
    'noindex, nofollow',
    'private, no-store',
    null,
  ])
})

test('among many canteens, one searches by name and what is ticked stays', async () => {
  const { elodie, ids, asked, text } = await opened(
    Array.from({ length: 70 }, (_, at) => `École ${String(at + 10)} ${at === 65 ? 'Zola' : 'Hugo'}`),
  )
  expect(await text('/releves')).toMatch(/0 cochée sur 70\. Voici les 60 premières/)
  const found = await (await elodie.post('/releves', { ...asked([ids[0]!]), 'nom-cantine': 'zola', chercher: 'oui' })).text()
  expect(
    [...found.matchAll(/name="cantine" value="(\d+)"( checked)?/g)].map(([, id, checked]) => [
      Number(id),
      checked === ' checked',
    ]),
  ).toEqual([
    [ids[0], true],
    [ids[65], false],
  ])
  expect(found).toContain('value="Tables d’Ille"')
  const all = await (await elodie.post('/releves', { ...asked([]), 'nom-cantine': 'zola', 'tout-cocher': 'oui' })).text()
  expect(plain(all)).toContain('1 cochée sur 70')
  const ticked = async (canteens: readonly number[]) =>
    plain(await (await elodie.post('/releves', { ...asked(canteens), 'tout-cocher': 'oui' })).text())
  expect(await ticked([])).toContain('60 cochées sur 70')
  expect(await ticked(ids.slice(0, 60)), 'those that the list shows next').toContain('70 cochées sur 70')
  expect(await ticked([ids[69]!])).toContain('61 cochées sur 70')
})
