import { createHmac } from 'node:crypto'
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { formOf, openedForm } from '../../../tools/testing/invoices.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { mailboxOf } from './mailbox.ts'
import { sampleInvoices } from './samples.ts'
import { writeCii, writeUbl } from './write-invoice.ts'
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

test('a Factur-X is dropped, a label put right, confirmed, and the shares, their sum and the gap move', async () => {
  const { elodie, at, plain, drop, text } = await opened()
  const address = (await drop({ 'facture.pdf': produce.bytes })).headers.get('location')!
  expect(address).toBe(at('/factures/1'))
  const html = await (await elodie.get(address)).text()
  expect(plain(html)).toContain('Facture F-2026-1042 de Primeurs du Couesnon')
  // One line is to be looked at: its label counts with a proof. One is set aside, the others are known.
  expect(plain(html)).toMatch(/À regarder : 1 ligne BANANE.*Reconnues : 3 lignes CAROTTE.*Écartées : 1 ligne Frais de livraison/)
  expect(formOf(html)).not.toHaveProperty('ligne-0-famille')
  const form = await openedForm(elodie, address)
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
  expect(await text(address), 'what was decided').toMatch(
    /POMME GOLDEN 100\/120 Fruits et légumes frais et surgelés · Bio · Origine France/,
  )
  await elodie.post(`${address}/reprendre`)
  expect(await text(at('/achats'))).toContain('Pas encore d’achat ici')
  expect(await text(address), 'kept for the next time').toMatch(
    /Reconnues : 4 lignes.*POMME GOLDEN 100\/120 35,24 € Fruits et légumes frais et surgelés · Bio/,
  )
  expect(await text(address)).toContain('À vérifier')
})

test('the lines and the discount sum to the total; a credit note gives back', async () => {
  const { elodie, at, drop, text } = await opened()
  await drop({ 'avoir.xml': credit.bytes })
  const html = await (await elodie.get(at('/factures/1'))).text()
  for (const words of ['Confirmer cet avoir', 'Mettre cet avoir de côté', 'le total hors taxe de l’avoir'])
    expect(html).toContain(words)
  await elodie.post(at('/factures/1/confirmer'), formOf(html))
  expect(await text(at('/achats'))).toMatch(/1 achat, −18,20 €.*Avoir/)
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
  const report = plain(await (await elodie.get(answer.headers.get('location')!)).text())
  expect(report).toContain(words)
  expect(report, 'another way').toContain('Saisissez ses lignes , puis joignez-leur ce fichier')
  expect(report, 'there is nothing to check').not.toContain('Vérifier la première')
  expect(await site.platform.database.first('select count(*) as n from invoice')).toEqual({ n: 0 })
})

test('a line without a family is asked again; strangers and readers change nothing', async () => {
  const { site, elodie, at, drop } = await opened()
  await drop({ 'facture.xml': meat.bytes })
  const refused = await elodie.post(at('/factures/1/confirmer'), { 'ligne-0-famille': [''] })
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
  const attachments = Array.from({ length: 21 }, (_, n) => ({
    name: `${n}.xml`,
    contentBase64: Buffer.from(String(meat.bytes).replace('26-00873', `26-${n}`)).toString('base64'),
  }))
  const many = await call(seconds, secret, JSON.stringify({ to: [to], attachments }))
  expect([many.status, await many.json()]).toEqual([202, { received: 0, queued: 21 }])
  await site.runJobs()
  expect(await text(at('/factures'))).toContain('22 factures à regarder')
})

test('an invoice of three hundred lines is light, keeps what is chosen when a line is opened, and is confirmed at once', async () => {
  const { elodie, at, drop, plain, text } = await opened()
  const names = ['CAROTTE AB', 'PDT CHARL. FR', 'STK HACHE VBF', 'YRT BIO', 'PRODUIT INCONNU XZ']
  const lines = Array.from({ length: 300 }, (_, n) => ({ name: `${names[n % 5]} LOT ${n}`, net: '1.00' }))
  await drop({ 'f.xml': Buffer.from(writeUbl({ number: 'F-300', date: DAY, seller: { name: 'Grossiste' }, lines })) })
  const html = await (await elodie.get(at('/factures/1'))).text()
  expect(plain(html)).toContain('À regarder : 60 lignes')
  expect(html.length).toBeLessThan(600_000)
  const form = formOf(html)
  const unknown = Array.from({ length: 60 }, (_, n) => `ligne-${n * 5 + 4}-famille`)
  const refused = await elodie.post(at('/factures/1/confirmer'), form)
  expect(refused.status).toBe(422)
  expect((await refused.text()).match(/class="fr-error-text"/g)).toHaveLength(60)
  const chosen = { ...form, ...Object.fromEntries(unknown.map((name) => [name, ['autres']])), 'ligne-9-ecarter': ['oui'] }
  const opening = await elodie.post(at('/factures/1/confirmer'), { ...chosen, ouvrir: ['0'] })
  const again = formOf(await opening.text())
  expect(again).toMatchObject({
    'ligne-0-famille': ['fruits_et_legumes'],
    'ligne-0-label': ['BIO'],
    'ligne-4-famille': ['autres'],
    'ligne-9-ecarter': ['oui'],
  })
  await elodie.post(at('/factures/1/confirmer'), { ...again, 'ligne-0-label': [] })
  expect(await text(at('/achats'))).toContain('299 achats, 299,00 €')
  // Carrots, potatoes, minced meat and what is unknown: one of the carrots is no more organic.
  expect(await text(at('/achats?label=sans'))).toContain('180 achats, 180,00 €')
})

test('what a colleague taught since the page was opened is shown again before anything is written', async () => {
  const { elodie, at, drop, plain } = await opened()
  const again = Buffer.from(String(meat.bytes).replace('26-00873', '26-00874'))
  await drop({ 'a.xml': meat.bytes, 'b.xml': again })
  const form = formOf(await (await elodie.get(at('/factures/2'))).text())
  await elodie.post(at('/factures/1/confirmer'), { ...(await openedForm(elodie, at('/factures/1'))), 'ligne-0-label': ['BIO'] })
  const refused = await elodie.post(at('/factures/2/confirmer'), form)
  expect([refused.status, plain(await refused.text())]).toEqual([
    422,
    expect.stringContaining('a corrigé des lignes de ce fournisseur'),
  ])
})

test('a corrected invoice waits for the one that it replaces to be taken back', async () => {
  const { elodie, at, drop, text } = await opened()
  const sent = (number: string, more: object = {}) =>
    Buffer.from(
      writeCii({
        number,
        date: DAY,
        seller: { name: 'Primeurs', siret: '21350051500019' },
        lines: [{ name: 'CAROTTES', net: '10.00' }],
        ...more,
      }),
    )
  await drop({ 'a.xml': sent('F-1') })
  await elodie.post(at('/factures/1/confirmer'), {})
  await drop({ 'b.xml': sent('F-2', { type: '384', preceding: 'F-1' }) })
  expect(await text(at('/factures/2'))).toMatch(/Cette facture en remplace une autre Facture F-1 de Primeurs \(confirmée\)/)
  await elodie.post(at('/factures/2/confirmer'), {})
  expect(await text(at('/achats'))).toContain('1 achat, 10,00 €')
  await elodie.post(at('/factures/1/reprendre'))
  await elodie.post(at('/factures/1/ecarter'))
  await elodie.post(at('/factures/2/confirmer'), {})
  expect(await text(at('/factures/2'))).toContain('Confirmée')
  expect(await text(at('/achats'))).toContain('1 achat, 10,00 €')
})

test.each([
  ['of a day to come', { date: '2026-11-30' }, 'vous pourrez la confirmer à partir de ce jour-là'],
  ['older than what is followed', { date: '2017-11-13' }, 'date d’avant 2019'],
  ['of a deposit', { type: '386' }, 'facture d’acompte'],
  ['without its lines', { lines: [], net: '10.00' }, 'ne contient pas le détail de ses lignes'],
] as const)('an invoice %s is held, and says why', async (_what, more, words) => {
  const { elodie, at, drop, text, site } = await opened()
  const given = { number: 'F-1', date: DAY, seller: { name: 'Primeurs' }, lines: [{ name: 'CAROTTES', net: '10.00' }], ...more }
  await drop({ 'a.xml': Buffer.from(writeCii(given)) })
  expect(await text(at('/factures/1'))).toContain(words)
  const isDeposit = 'type' in more
  await elodie.post(at('/factures/1/confirmer'), {})
  expect(await text(at('/factures/1'))).toContain(isDeposit ? 'Confirmée' : 'En attente')
  site.platform.setNow(new Date('2026-12-01T09:00:00Z'))
  await elodie.post(at('/factures/1/confirmer'), {})
  expect(await text(at('/factures/1'))).toContain(
    'date' in more && more.date > DAY ? 'Confirmée' : isDeposit ? 'Confirmée' : 'En attente',
  )
})

test('purchases fall in the year of their delivery, and both years are told', async () => {
  const { elodie, at, drop, plain } = await opened()
  const seller = { name: 'Primeurs' }
  const lines = [
    { name: 'CAROTTES AB', net: '10.00', deliveredOn: '2025-12-15' },
    { name: 'POMMES', net: '5.00', deliveredOn: '2026-01-03' },
  ]
  await drop({ 'a.xml': Buffer.from(writeCii({ number: 'F-1', date: '2026-01-04', seller, lines })) })
  const confirmed = await elodie.post(at('/factures/1/confirmer'), {})
  const page = plain(await (await elodie.get(confirmed.headers.get('location')!)).text())
  expect(page).toMatch(/vos parts de 2025 ont bougé.*vos parts de 2026 ont bougé/)
})

test('an old page that brings purchases back cannot count twice an invoice taken up again', async () => {
  const { elodie, at, drop, text } = await opened()
  await drop({ 'a.xml': meat.bytes })
  const confirm = async () => elodie.post(at('/factures/1/confirmer'), await openedForm(elodie, at('/factures/1')))
  await confirm()
  await elodie.post(at('/achats/ajouter'), { produit: 'Pain', 'prix-ht': '20', date: '02/11/2026', famille: 'boulangerie' })
  const removed = (await elodie.post(at('/achats/retirer'), { tout: 'oui' })).headers.get('location')!
  const undo = formOf((await (await elodie.get(removed)).text()).split('/achats/remettre"')[1]!.split('</form>')[0]!)
  expect(undo).toMatchObject({ retires: ['4'] })
  await elodie.post(at('/factures/1/reprendre'))
  await confirm()
  expect(await text(at('/achats'))).toContain('3 achats, 283,00 €')
  const back = (await elodie.post(at('/achats/remettre'), undo)).headers.get('location')!
  expect(await text(back)).toMatch(/1 achat remis dans le cahier, mais pas 3 de plus.*4 achats, 303,00 €/)
  const again = (await elodie.post(at('/achats/remettre'), undo)).headers.get('location')!
  expect(await text(again)).toMatch(/Rien n’est remis.*4 achats, 303,00 €/)
})
