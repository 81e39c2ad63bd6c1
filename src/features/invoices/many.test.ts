import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { zip } from '../../../tools/testing/workbooks.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { findBatch } from './batch.sql.ts'
import { dropFiles, readBatch } from './read-batch.ts'
import { receive } from './receive.ts'
import { type WrittenInvoice, writeCii } from './write-invoice.ts'
import { type GivenFile, late } from './zipped.ts'

const invoice = (number: string): WrittenInvoice => ({
  number,
  date: '2026-11-02',
  seller: { name: 'Primeurs d’Armor', siret: '21350051500019' },
  lines: [{ name: 'CAROTTES AB', net: '10.00' }],
})
const file = (number: string): GivenFile => ({ name: `${number}.xml`, bytes: Buffer.from(writeCii(invoice(number))) })
const archive = (files: readonly GivenFile[]): GivenFile => ({
  name: 'factures.zip',
  bytes: zip(files.map(({ name, bytes }) => ({ name, content: bytes }))),
})
const numbered = (count: number) => Array.from({ length: count }, (_, at) => file(`F-${at + 1}`))

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const [id] = await site.platform.database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const drop = async (files: readonly GivenFile[]) => {
    const body = new FormData()
    for (const { name, bytes } of files) body.append('factures', new File([new Uint8Array(bytes)], name))
    return (await elodie.request(`/cantines/${id}/factures`, { method: 'POST', body })).headers.get('location')!
  }
  const text = async (path: string) =>
    (await (await elodie.get(path)).text())
      .replace(/<(script|style).*?<\/\1>/gs, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  const count = async () =>
    (await site.platform.database.first<{ n: number }>('select count(*) as n from invoice where canteen_id = $1', [id]))!.n
  return { site, elodie, id: id!, drop, text, count }
}

test('a few are read at once, and one table says what each file became', async () => {
  const { drop, text, count } = await opened()
  await drop([file('F-1')])
  const held = { name: 'attente.xml', bytes: Buffer.from(writeCii({ ...invoice('F-9'), net: '11.00' })) }
  const address = await drop([
    file('F-1'),
    archive([file('F-2'), held]),
    { name: 'photo.pdf', bytes: Buffer.from('%PDF-1.4 rien') },
  ])
  expect(address).toBe('/cantines/1/factures/depots/2')
  const page = await text(address)
  for (const words of [
    '2 factures nouvelles',
    '1 facture lue en entier',
    '1 facture en attente',
    '1 facture que vous aviez déjà',
    '1 fichier que nous n’avons pas pu lire',
    'photo.pdf Ce PDF n’est pas une facture électronique',
    'attente.xml Facture F-9 de Primeurs d’Armor : en attente 11,00 €',
    'F-2.xml Facture F-2 de Primeurs d’Armor : à vérifier 10,00 €',
    'déjà reçue, rien n’est compté deux fois',
    'Vérifier la première',
  ])
    expect(page).toContain(words)
  expect(await count()).toBe(3)
})

test('many are read by a job, that tells how far it is; what is cut half-way goes on, once', async () => {
  const { site, elodie, drop, text, count } = await opened()
  const address = await drop([archive(numbered(30))])
  expect(await count()).toBe(0)
  expect(await text(address)).toContain('Cela commence dans un instant.')
  expect(await text('/cantines/1/factures')).toContain('Nous lisons vos factures')
  expect(await (await elodie.get(`${address}/avancement`)).json()).toMatchObject({ state: 'reading', rows: 0 })
  // Cut: ten were read.
  await site.platform.database.run(
    `insert into invoice_batch_outcome (batch_id, position, file_name) select 1, n, 'lu' from generate_series(0, 9) n`,
  )
  expect(await (await elodie.get(`${address}/avancement`)).json()).toMatchObject({ text: '10 fichiers lus sur 30.' })
  await site.runJobs()
  expect(await (await elodie.get(`${address}/avancement`)).json()).toMatchObject({ state: 'read', rows: 30 })
  expect(await count()).toBe(20)
  expect(await text(address)).toContain('20 factures nouvelles')
  expect(await site.platform.database.first('select count(*) as n from invoice_batch_file')).toEqual({ n: 0 })
})

test('two processes at once read each file once', async () => {
  const { site, id, count } = await opened()
  const drop = { canteenId: id, cameBy: 'upload' as const, by: null, now: TODAY }
  const batch = await dropFiles(site.platform, [late(archive(numbered(40)))], drop)
  await Promise.all([readBatch(site.platform, batch), readBatch(site.platform, batch)])
  expect(await count()).toBe(40)
  expect(await findBatch(site.platform.database, id, batch)).toMatchObject({ fileCount: 40, readCount: 40 })
  expect(
    await site.platform.database.first('select count(*) as n from invoice_batch_outcome where invoice_id is not null'),
  ).toEqual({ n: 40 })
})

test.each<[string, GivenFile, string]>([
  ['an archive of archives', archive([{ name: 'autre.zip', bytes: archive([file('F-1')]).bytes }]), 'pas une autre archive'],
  ['an archive with a password', { name: 'a.zip', bytes: zip([{ name: 'a.xml', content: 'x', flags: 1 }]) }, 'mot de passe'],
  [
    'an archive that grows',
    { name: 'a.zip', bytes: zip([{ name: 'a.xml', content: 'x', announced: 2 ** 30 }]) },
    'grossit trop une fois ouvert',
  ],
  ['an archive cut short', { name: 'a.zip', bytes: archive([file('F-1')]).bytes.subarray(0, 300) }, 'abîmé'],
  [
    'too many invoices',
    archive(Array.from({ length: 1001 }, (_, at) => ({ name: `${at}.xml`, bytes: Buffer.from('x') }))),
    '1 000 factures au plus',
  ],
])('%s is told in clear words', async (_what, given, words) => {
  const { drop, text } = await opened()
  expect(await text(await drop([given]))).toContain(words)
})

test('a batch is of its canteen; what files became is forgotten after a month, invoices are not', async () => {
  const { site, elodie, drop, count } = await opened()
  const address = await drop([file('F-1'), file('F-2')])
  expect((await elodie.get(address.replace('/cantines/1/', '/cantines/2/'))).status).not.toBe(200)
  site.platform.setNow(new Date(TODAY.getTime() + 31 * 86_400_000))
  await site.platform.database.run(`select graphile_worker.add_job('forget-invoice-batches')`)
  await site.runJobs()
  expect((await elodie.get(address)).status).toBe(404)
  expect(await count()).toBe(2)
})

test('names that hold what nobody sees, which PostgreSQL refuses, are cleaned wherever they come from', async () => {
  const { site, id, text, drop } = await opened()
  const nul = `f\0a\u202Ec\n`
  const inside = { ...file('F-2'), name: `dossier\0/${nul}.xml` }
  const torn = Buffer.from(writeCii(invoice('F-3\0')).replace('CAROTTES', 'CAROT\0TES'))
  const given = [
    { ...file('F-1'), name: `${nul}.xml` },
    { ...archive([inside]), name: `${nul}.zip` },
    { name: 'g.xml', bytes: torn },
  ]
  expect(await text(await drop(given))).toContain('3 factures nouvelles')
  // By mail, names come as they are written in JSON.
  const mailed = { canteenId: id, cameBy: 'mail' as const, by: null, now: TODAY }
  const batch = await dropFiles(site.platform, [late({ ...file('F-4'), name: `${nul}.xml` })], mailed)
  expect(await text(`/cantines/${id}/factures/depots/${batch}`)).toMatch(/fac\.xml Facture F-4/)
})

test('a canteen that is full keeps no more, tells so whatever the way in, and makes room year by year', async () => {
  const { site, elodie, id, drop, text, count } = await opened()
  const root = `/cantines/${id}/factures`
  await drop([file('F-1'), file('F-2')])
  await elodie.post(`${root}/1/ecarter`)
  const weighs = (bytes: number) => site.platform.database.run('update invoice set size = $1 where id = 1', [bytes])
  await weighs(450 * 1_048_576)
  expect(await text(root)).toContain('Les originaux de vos factures occupent 451 Mo, sur 500.')
  await weighs(500 * 1_048_576 - 10)
  const full = await text(await drop([file('F-3')]))
  for (const words of [
    '1 facture que nous n’avons pas pu garder, faute de place',
    'Les originaux de vos factures occupent 501 Mo, sur 500. Faites de la place',
    'F-3.xml Il n’y avait plus de place pour cette facture',
  ])
    expect(full).toContain(words)
  expect(await text(await drop([file('F-2')])), 'known already').toContain('1 facture que vous aviez déjà')
  const zipped = await drop([archive(numbered(30))])
  await site.runJobs()
  expect(await text(zipped)).toMatch(/28 factures que nous n’avons pas pu garder.*2 factures que|2 factures que.*28 factures que/)
  expect(await count()).toBe(2)

  const mail = { canteenId: id, cameBy: 'mail' as const, by: null, now: TODAY }
  // Whoever writes to the address chooses the name: our mail must not carry a link of theirs.
  const named = { ...file('F-4'), name: 'F-4 : reconnectez-vous sur https://evil.example.xml' }
  const lost = await dropFiles(site.platform, [late(named)], mail)
  await dropFiles(site.platform, [late(file('F-5'))], mail)
  await site.runJobs()
  const told = await site.platform.database.rows<{ body: string }>(
    `select body from sent_mail where subject like 'Des factures de%'`,
  )
  expect(told, 'once a day').toHaveLength(1)
  expect(told[0]!.body).not.toMatch(/:\/\/evil|evil\.example/)
  expect(told[0]!.body).toMatch(new RegExp(`F-4 : reconnectez.*${root}/place.*${root}/depots/${lost}`, 's'))
  expect(await text(root)).toMatch(/Reçu par courriel, mais non gardé : 2 fichiers .*1 fichier, le 23 novembre 2026/)

  const place = `${root}/place`
  expect(await text(place)).toContain('2026 : 1 original, 500 Mo')
  const refused = await elodie.post(place, { annee: '2026-1' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('ici, ils ne reviendront pas')])
  const others = await elodie.post(place, { annee: '2026-2', ailleurs: 'oui' })
  expect([others.status, await others.text()], 'nothing that was not seen').toEqual([
    422,
    expect.stringContaining('il y en a 1 maintenant pour 2026'),
  ])
  const done = (await elodie.post(place, { annee: '2026-1', ailleurs: 'oui' })).headers.get('location')!
  expect(await text(done)).toMatch(/1 original effacé.*occupent 1 Mo, sur 500.*Rien à effacer/)
  expect(await text(`${root}/1`)).toContain('Original effacé')
  expect((await elodie.get(`${root}/1/fichier`)).status).toBe(404)
  expect(await text(`/cantines/${id}/achats/journal`)).toContain('1 original de factures de 2026 effacé')
  expect(await text(await drop([file('F-1')])), 'still recognised').toContain('1 facture que vous aviez déjà')
  await drop([file('F-3')])
  expect(await count()).toBe(3)
})

test('invoices that come at the same moment do not share the same room', async () => {
  const { site, id, drop, count } = await opened()
  await drop([file('F-1')])
  const { length } = file('F-2').bytes
  await site.platform.database.run('update invoice set size = $1', [500 * 1_048_576 - length - 10])
  const { database } = site.platform
  const scope = { canteenId: id, cameBy: 'mail', by: null, now: TODAY } as const
  let second: Promise<unknown> = Promise.resolve()
  await database.transaction(async (db) => {
    await receive(db, file('F-2'), scope)
    second = database.transaction((other) => receive(other, file('F-3'), scope))
    await new Promise((wake) => setTimeout(wake, 300))
  })
  expect([await second, await count()]).toEqual([{ fileName: 'F-3.xml', problem: 'no_room' }, 2])
})

test('many drops at the same moment are all read', async () => {
  const { drop, count } = await opened()
  await Promise.all(Array.from({ length: 14 }, (_, at) => drop([file(`F-${at}`)])))
  expect(await count()).toBe(14)
})
