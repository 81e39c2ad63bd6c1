import { createHmac } from 'node:crypto'
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { mailboxOf } from './mailbox.ts'
import { sampleInvoices } from './samples.ts'
import type { GivenFile } from './zipped.ts'

const DAY = '2026-11-20'
const [produce, meat, credit] = sampleInvoices(DAY) as readonly GivenFile[] as [GivenFile, GivenFile, GivenFile]

/** A Factur-X as invoicing software writes it. */
async function facturX(xml: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage([300, 400]).drawText('Facture')
  await pdf.attach(xml, 'factur-x.xml', { mimeType: 'text/xml', afRelationship: AFRelationship.Alternative })
  return pdf.save()
}

async function opened(env: Record<string, string> = {}) {
  const site = await testSite(env)
  const elodie = await site.as('elodie@ecole.example')
  const [id] = await site.platform.database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const at = (path: string) => `/cantines/${id}${path}`
  const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const drop = (files: Record<string, Uint8Array>, who = elodie) => {
    const body = new FormData()
    for (const [name, bytes] of Object.entries(files)) body.append('factures', new File([new Uint8Array(bytes)], name))
    return who.request(at('/factures'), { method: 'POST', body })
  }
  return { site, elodie, id: id!, at, plain, drop, text: async (path: string) => plain(await (await elodie.get(path)).text()) }
}

/** What the page of an invoice would send, as it stands. */
function formOf(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [, name = '', body = ''] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    put(name, /<option value="([^"]*)" selected/.exec(body)?.[1] ?? '')
  for (const [input] of html.matchAll(/<input type="checkbox"[^>]*checked[^>]*>/g))
    put(/name="([^"]+)"/.exec(input)![1]!, /value="([^"]+)"/.exec(input)![1]!)
  return fields
}

test('a Factur-X is dropped, a label put right, confirmed, and the shares, their sum and the gap move', async () => {
  const { elodie, at, plain, drop, text } = await opened()
  const address = (await drop({ 'facture.pdf': produce.bytes })).headers.get('location')!
  expect(address).toBe(at('/factures/1'))
  const html = await (await elodie.get(address)).text()
  expect(plain(html)).toContain('Facture F-2026-1042 de Primeurs du Couesnon')
  const form = formOf(html)
  expect(form).toMatchObject({
    'ligne-0-famille': ['fruits_et_legumes'],
    'ligne-0-label': ['BIO'],
    'ligne-1-label': ['HVE'],
    'ligne-3-label': ['BIO', 'COMMERCE_EQUITABLE'],
    'ligne-4-ecarter': ['oui'],
  })
  // The apples were organic too: the wording did not say so.
  const confirmed = await elodie.post(`${address}/confirmer`, { ...form, 'ligne-2-label': ['BIO'] })
  const after = await text(confirmed.headers.get('location')!)
  expect(after).toContain('4 achats enregistrés : vos parts de 2026 ont bougé')
  expect(after).toMatch(/Bio : de rien à 7\d,\d+ % \(de 0 € à 134 €\)\. Objectif atteint\./)
  expect(await text(at('/achats/bilan?annee=2026'))).toMatch(/durable et de qualité, dont 7\d,\d+ % de bio/)
  expect(await text(at('/achats'))).toMatch(/4 achats, 173,\d\d €/)
  expect((await elodie.post(`${address}/confirmer`, form)).status, 'sent twice').toBe(303)
  expect(await text(at('/achats'))).toContain('4 achats')
  await elodie.post(`${address}/reprendre`)
  expect(await text(at('/achats'))).toContain('Pas encore d’achat ici')
  expect(await text(address)).toContain('À vérifier')
})

test('the lines and the discount sum to the total; a credit note gives back', async () => {
  const { elodie, at, drop, text } = await opened()
  await drop({ 'avoir.xml': credit.bytes })
  const html = await (await elodie.get(at('/factures/1'))).text()
  await elodie.post(at('/factures/1/confirmer'), formOf(html))
  expect(await text(at('/achats'))).toMatch(/1 achat, -18,20 €.*Avoir/)
})

test('the same invoice twice is recognised, whatever its file', async () => {
  const { at, text, drop, site } = await opened()
  await drop({ 'facture.xml': meat.bytes })
  const again = await drop({ 'meme.pdf': await facturX(meat.bytes), 'facture.xml': meat.bytes })
  const report = await text(again.headers.get('location')!)
  expect(report).toContain('2 factures que vous aviez déjà')
  expect(report.match(/Facture 26-00873 de Boucherie Salmon : déjà reçue/g)).toHaveLength(2)
  expect(await site.platform.database.first('select count(*) as n from invoice')).toEqual({ n: 1 })
  expect(at('')).toBe('/cantines/1')
})

test('a total that the lines do not make is held and explained, and cannot be confirmed', async () => {
  const { elodie, at, drop, text } = await opened()
  const wrong = Buffer.from(String(Buffer.from(meat.bytes)).replace('283.00', '283.10'))
  await drop({ 'facture.xml': wrong })
  expect(await text(at('/factures/1'))).toContain('il manque 0,10 € sur 283,10 €')
  await elodie.post(at('/factures/1/confirmer'), {})
  expect(await text(at('/achats'))).toContain('Pas encore d’achat ici')
})

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['a picture in a PDF', async () => (await PDFDocument.create()).save(), 'ne contient pas de données'],
  ['words', () => Buffer.from('bonjour'), 'n’est pas une facture électronique'],
  ['another XML', () => Buffer.from('<a><b/></a>'), 'n’est pas une facture électronique'],
  ['entities', () => Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><Invoice>&a;</Invoice>'), 'refusé par sécurité'],
  ['a file cut short', () => meat.bytes.subarray(0, 900), 'abîmé'],
  ['a bomb', () => facturX(Buffer.concat([Buffer.from('<a>'), Buffer.alloc(30 * 1_048_576, ' ')])), 'refusé par sécurité'],
  ['dollars', () => Buffer.from(String(Buffer.from(meat.bytes)).replace('>EUR<', '>USD<')), 'n’est pas en euros'],
  [
    'a protected PDF',
    () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>'),
    'mot de passe',
  ],
])('%s is refused in clear words', async (_what, file, words) => {
  const { plain, drop, site, elodie } = await opened()
  const answer = await drop({ 'facture.pdf': await file() })
  expect(plain(await (await elodie.get(answer.headers.get('location')!)).text())).toContain(words)
  expect(await site.platform.database.first('select count(*) as n from invoice')).toEqual({ n: 0 })
})

test('a line without a family is asked again; strangers and readers change nothing', async () => {
  const { site, elodie, at, drop } = await opened()
  await drop({ 'facture.xml': meat.bytes })
  const refused = await elodie.post(at('/factures/1/confirmer'), {})
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringMatching(/Choisissez la famille de «\sSTK HACHE BF VBF/),
  ])
  const stranger = await site.as('inconnu@ailleurs.example')
  for (const path of ['/factures', '/factures/1', '/factures/1/fichier']) expect((await stranger.get(at(path))).status).toBe(403)
  expect((await drop({ 'facture.xml': produce.bytes }, stranger)).status).toBe(403)
  expect((await stranger.post(at('/factures/1/ecarter'))).status).toBe(403)
})

test('suppliers send invoices by mail: signed and fresh only, to the address of the canteen', async () => {
  const secret = 'a secret shared with the service that takes mail'
  const { site, id, text, at } = await opened({ INBOUND_MAIL_DOMAIN: 'factures.example', INBOUND_MAIL_SECRET: secret })
  const to = mailboxOf(site.platform, id)!
  const body = JSON.stringify({
    to: [to, 'autre@ailleurs.example'],
    attachments: [{ name: 'f.xml', contentBase64: Buffer.from(meat.bytes).toString('base64') }],
  })
  const call = (timestamp: number, signedWith: string, sent = body) =>
    site.request('/api/v1/inbound-mail', {
      method: 'POST',
      headers: {
        'X-Timestamp': String(timestamp),
        'X-Signature': createHmac('sha256', signedWith).update(`${timestamp}.${sent}`).digest('hex'),
      },
      body: sent,
    })
  const seconds = TODAY.getTime() / 1000
  expect((await call(seconds, 'another secret, just as long as the first')).status).toBe(401)
  expect((await call(seconds - 400, secret)).status).toBe(401)
  expect(await (await call(seconds, secret)).json()).toEqual({ received: 1 })
  expect(await (await call(seconds, secret)).json(), 'safe to repeat').toEqual({ received: 0 })
  expect(await (await call(seconds, secret, body.replace(/-[0-9a-f]{20}@/, '-00000000000000000000@'))).json()).toEqual({
    received: 0,
  })
  expect(await text(at('/factures'))).toContain('Facture 26-00873 de Boucherie Salmon')
})
