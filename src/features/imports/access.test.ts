// Every address of imports × who asks × whose file it is.
import { expect, test } from 'vitest'
import { countLoans, createLoans, loanImport, staffLoanImport } from '../../../tools/testing/loan-imports.ts'
import { HEADERS, loanCells } from '../../../tools/testing/loans.ts'
import { type SignedInClient, testSite } from '../../../tools/testing/platform.ts'

const STAFF = 'equipe@ma-cantine.example'
const KINDS = [loanImport(), staffLoanImport]

async function setUp() {
  const site = await testSite({ STAFF_EMAILS: STAFF }, undefined, KINDS)
  await createLoans(site.platform.database)
  const [owner, other, staff] = await Promise.all(
    ['camille@cantine.example', 'karim@cantine.example', STAFF].map((email) => site.as(email)),
  )
  return { ...site, owner: owner!, other: other!, staff: staff! }
}

const content = [HEADERS, loanCells(1), loanCells(2).with(4, 'cher')].map((cells) => cells.join(';')).join('\n')
const form = () => {
  const body = new FormData()
  body.set('fichier', new File([content], 'x.csv'))
  return body
}
const bring = async (client: SignedInClient, slug = 'emprunts') =>
  (await client.request(`/imports/${slug}`, { method: 'POST', body: form() })).headers.get('location')!

const OF_A_FILE: readonly (readonly ['GET' | 'POST', string])[] = [
  ['GET', ''],
  ['GET', '/avancement'],
  ['GET', '/titres'],
  ['GET', '/erreurs.xlsx'],
  ['GET', '/erreurs.csv'],
  ['POST', '/titres'],
  ['POST', '/corriger'],
  ['POST', '/enregistrer'],
  ['POST', '/annuler'],
  ['POST', '/retirer'],
]

test.each(OF_A_FILE)('%s %s of a file: its person only, not even the staff', async (method, path) => {
  const { owner, other, staff, request, platform } = await setUp()
  const address = (await bring(owner)) + path
  const init = method === 'POST' ? { method, body: new URLSearchParams({ garder: 'oui' }) } : { method }
  const before = await platform.database.rows('select state, corrections, mapping from import')
  for (const client of [other, staff]) expect((await client.request(address, init)).status).toBe(404)
  // Under another kind, it is not there either, even for its person.
  expect((await owner.request(address.replace('emprunts', 'emprunts-equipe'), init)).status).toBe(404)
  const visitor = await request(address, init)
  expect([visitor.status, visitor.headers.get('location')?.startsWith('/connexion')]).toEqual([303, true])
  expect(await platform.database.rows('select state, corrections, mapping from import')).toEqual(before)
  expect(await countLoans(platform.database)).toBe(0)
  expect([200, 303]).toContain((await owner.request(address, init)).status)
})

test('a kind for the staff is neither shown nor taken from others; its schema is public', async () => {
  const { owner, staff, get, request } = await setUp()
  for (const path of ['', '/colonnes', '/modele.xlsx']) {
    expect((await get(`/imports/emprunts-equipe${path}`)).status).toBe(404)
    expect((await owner.get(`/imports/emprunts-equipe${path}`)).status).toBe(404)
    expect((await staff.get(`/imports/emprunts-equipe${path}`)).status).toBe(200)
    expect((await get(`/imports/emprunts${path}`)).status).toBe(200)
  }
  expect(await (await owner.get('/imports')).text()).not.toContain('emprunts-equipe')
  expect(await (await staff.get('/imports')).text()).toContain('emprunts-equipe')
  expect((await owner.request('/imports/emprunts-equipe', { method: 'POST', body: form() })).status).toBe(404)
  expect((await request('/imports/emprunts', { method: 'POST', body: form() })).headers.get('location')).toContain('/connexion')
  expect(await bring(staff, 'emprunts-equipe')).toMatch(/^\/imports\/emprunts-equipe\/\d+$/)
  const schema = await request('/schemas/emprunts_equipe.json', { headers: { Origin: 'https://ailleurs.example' } })
  expect(schema.headers.get('access-control-allow-origin')).toBe('*')
  expect(await schema.json()).toMatchObject({
    name: 'staff-loans',
    fields: expect.arrayContaining([expect.objectContaining({ name: 'titre' })]),
  })
  expect((await get('/schemas/lune.json')).status).toBe(404)
})

test('who is no longer of the staff writes nothing more', async () => {
  const { staff, platform } = await setUp()
  const address = await bring(staff, 'emprunts-equipe')
  Object.assign(platform.config, { staffEmails: [] })
  expect((await staff.post(`${address}/enregistrer`)).status).toBe(404)
  expect(await countLoans(platform.database)).toBe(0)
})

test('a form of another site brings no file', async () => {
  const { owner, platform } = await setUp()
  const refused = await owner.request('/imports/emprunts', {
    method: 'POST',
    body: form(),
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(refused.status).toBe(403)
  expect(await platform.database.rows('select 1 from import')).toEqual([])
})
