// The link of a statement: what it opens, for whom, how often; and what whoever tries others gets.
import { expect, test } from 'vitest'
import { addCanteens, school, someSiret } from '../../../tools/testing/canteens.ts'
import { SECRET, TODAY, testSite } from '../../../tools/testing/platform.ts'
import { ATTESTED, askFor, filled, plain, sendThrough } from '../../../tools/testing/statements.ts'
import { archiveCanteens, findByIds } from '../canteens/canteens.ts'
import { forgetUnanswered } from './jobs.ts'
import { listTokenOf, readListToken, readToken, tokenOf } from './link.ts'

const LINES = filled([['boulangerie', 'BIO', '1200,40', 'Pain bio']])

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const [id = 0] = await addCanteens(site.platform, [school], elodie.person.id)
  return { site, elodie, id, ...(await askFor(elodie, id)) }
}

test('a token says its statement and its version, and nothing else opens', () => {
  const platform = { secret: SECRET }
  const token = tokenOf(platform, { id: 12, linkVersion: 3 })
  expect(readToken(platform, token)).toEqual({ id: 12, linkVersion: 3, list: null })
  const [, , signature = ''] = /^(\d+-\d+-)(.*)$/.exec(token)!
  for (const wrong of [
    '',
    `13-3-${signature}`,
    `12-4-${signature}`,
    `12-3-${signature.slice(1)}A`,
    `12-3-${signature.slice(0, -1)}`,
    `012-3-${signature}x`,
    `${token}'--`,
    tokenOf({ secret: 'another secret, just as long as the first one' }, { id: 12, linkVersion: 3 }),
  ])
    expect(readToken(platform, wrong), wrong).toBeNull()
})

test('the link of a list, that of a statement in it and that of the statement alone never stand for each other', () => {
  const platform = { secret: SECRET }
  const [one, list] = [
    { id: 12, linkVersion: 1 },
    { id: 7, linkVersion: 2 },
  ]
  const within = tokenOf(platform, one, list)
  expect(readToken(platform, within)).toEqual({ ...one, list })
  expect(readListToken(platform, listTokenOf(platform, list))).toEqual(list)
  for (const wrong of [listTokenOf(platform, one), within.replace('-7-2-', '-7-3-'), within.replace('-7-2-', '-')])
    expect(readToken(platform, wrong), wrong).toBeNull()
  for (const wrong of [within, tokenOf(platform, list)]) expect(readListToken(platform, wrong), wrong).toBeNull()
})

test('tampered links open nothing; whoever tries many is asked to wait, their holder is not', async () => {
  const { site, link } = await opened()
  const wrong = `${link.slice(0, -2)}${link.endsWith('AA') ? 'BB' : 'AA'}`
  for (const path of [wrong, `${wrong}/relecture`, '/releve/1', '/releve/..%2f']) expect((await site.get(path)).status).toBe(404)
  expect((await site.post(`${wrong}/envoyer`, ATTESTED)).status).toBe(404)
  const statuses: number[] = []
  for (let times = 0; times < 60; times++) statuses.push((await site.get(wrong)).status)
  expect(statuses.at(-1)).toBe(429)
  expect((await site.get(link)).status).toBe(200)
})

test('a link writes to its own statement, and so many times an hour', async () => {
  const { site, elodie, id, link } = await opened()
  const [other = 0] = await addCanteens(site.platform, [{ ...school, siret: someSiret(1) }], elodie.person.id)
  const another = await askFor(elodie, other)
  await sendThrough(site, link, LINES)
  expect(await site.platform.database.rows('select canteen_id as id, state from statement order by id')).toEqual([
    { id, state: 'sent' },
    { id: other, state: 'asked' },
  ])
  expect(plain(await (await site.get(another.link)).text())).not.toContain('Pain bio')
  const statuses: number[] = []
  for (let times = 0; times < 121; times++) statuses.push((await site.post(another.link, { lignes: '1' })).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([422, 429])
})

test('pages of a link are neither kept nor found, and lead nowhere else with their address', async () => {
  const { site, link } = await opened()
  const { headers } = await site.get(link)
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('set-cookie')).toBeNull()
  const html = await (await site.get(link)).text()
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect(html).not.toMatch(/(?:href|src|action)="(?:https?:)?\/\//)
  expect(await (await site.get('/robots.txt')).text()).toContain('Disallow: /releve/')
})

test('a page of another site cannot send in the name of a supplier', async () => {
  const { site, link } = await opened()
  const answer = await site.request(link, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'cross-site' },
    body: new URLSearchParams(LINES),
  })
  expect(answer.status).toBe(403)
})

test('what was typed against us is shown as it was typed', async () => {
  const { site, elodie, id, link, page } = await opened()
  const nasty = '<script>alert(1)</script>'
  const lines = filled([['boulangerie', 'BIO BIO NULL', '12', nasty]], { certificats: nasty })
  expect((await site.post(link, { ...lines, lignes: '999999999' })).headers.get('location')).toBe(`${link}/relecture`)
  await site.post(`${link}/envoyer`, { ...ATTESTED, nom: nasty })
  for (const html of [await (await site.get(link)).text(), await (await elodie.get(page)).text()]) {
    expect(html).not.toContain(nasty)
    expect(html).toContain('&lt;script&gt;')
  }
  const many = new URLSearchParams(Array.from({ length: 1100 }, (_, at) => [`ligne-${at}-montant`, '1']))
  expect((await site.request(link, { method: 'POST', body: many })).status).toBe(422)
  expect((await elodie.get(`/cantines/${id}/releves`)).status).toBe(200)
})

test('an archived canteen takes nothing more; a statement of another canteen is not found from mine', async () => {
  const { site, elodie, id, link } = await opened()
  const stranger = await site.as('inconnu@ailleurs.example')
  const [theirs = 0] = await addCanteens(site.platform, [{ ...school, siret: someSiret(2) }], stranger.person.id)
  expect((await stranger.get(`/cantines/${theirs}/releves/1`)).status).toBe(404)
  expect((await stranger.post(`/cantines/${theirs}/releves/1/couper`)).status).toBe(404)
  const canteens = await findByIds(site.platform.database, [id])
  await site.platform.database.transaction((db) => archiveCanteens(db, canteens, { by: elodie.person.id, now: TODAY }))
  expect((await site.get(link)).status).toBe(410)
  expect((await site.post(link, LINES)).status).toBe(410)
})

test('a request that nobody answers is forgotten two months after its link; what was sent stays', async () => {
  const { site, elodie, id, link } = await opened()
  await sendThrough(site, link, LINES)
  await askFor(elodie, id, { fournisseur: 'Sans réponse' })
  const after = async (days: number) => {
    site.platform.setNow(new Date(TODAY.getTime() + days * 86_400_000))
    await forgetUnanswered(site.platform)
    return (await site.platform.database.rows<{ state: string }>('select state from statement order by id')).map(
      ({ state }) => state,
    )
  }
  expect(await after(119)).toEqual(['sent', 'asked'])
  expect(await after(121)).toEqual(['sent'])
})
