import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { type SignedInClient, TODAY, testSite } from '../../../tools/testing/platform.ts'
import type { Queries } from '../../platform/database/database.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { keepFile } from './attached-file.ts'
import { typeOf } from './attached-file-type.ts'
import { purchasesStream } from './stream.ts'

const PDF = Buffer.from('%PDF-1.7 une facture')
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')
const bread = { produit: 'Pain', 'prix-ht': '20', date: '02/11/2026', famille: 'boulangerie' }

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { database } = site.platform
  const [id] = await database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const at = (path: string) => `/cantines/${id}/achats${path}`
  const files = () => database.rows('select name, type, unused_since is null as used from attached_file order by id')
  return { site, elodie, canteenId: id!, database, at, files }
}

/** Sends the purchase form as a browser does, with or without a file. */
function send(client: SignedInClient, path: string, fields: Record<string, string>, file?: [Buffer, string]) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.set('justificatif', new File(file ? [new Uint8Array(file[0])] : [], file?.[1] ?? ''))
  return client.request(path, { method: 'POST', body })
}

test('a receipt goes with its purchase, read by the team alone and run by no one', async () => {
  const { site, elodie, at } = await opened()
  expect((await send(elodie, at('/ajouter'), bread, [PDF, 'C:\\scans\\facture d’été.pdf'])).status).toBe(303)
  expect(await (await elodie.get(at(''))).text()).toMatch(/href="[^"]*\/justificatifs\/1"[^>]*>Justificatif/)
  const file = await elodie.get(at('/justificatifs/1'))
  expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF)
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "attachment; filename*=UTF-8''facture%20d%E2%80%99%C3%A9t%C3%A9.pdf",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect((await (await site.as('ailleurs@ecole.example')).get(at('/justificatifs/1'))).status).toBe(403)
})

test('one receipt serves its next lines and their copies; a form to correct keeps its file', async () => {
  const { elodie, at, files } = await opened()
  const wrong = await send(elodie, at('/ajouter'), { ...bread, 'prix-ht': 'x' }, [PNG, 'ticket.png'])
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching(/Joindre «\sticket.png/)])
  expect(await files()).toEqual([{ name: 'ticket.png', type: 'png', used: false }])
  const kept = { 'justificatif-garde': '1' }
  const next = (await send(elodie, at('/ajouter'), { ...bread, ...kept, ensuite: 'autre' })).headers.get('location')!
  expect(await (await elodie.get(next)).text()).toMatch(/name="justificatif-garde" value="1" checked/)
  await send(elodie, at('/ajouter'), { ...bread, ...kept })
  expect(await (await elodie.get(at('/ajouter?copie=2'))).text()).toMatch(/name="justificatif-garde" value="1" checked/)
  await send(elodie, at('/ajouter'), bread, [PNG, 'le-meme.png'])
  expect(await files(), 'the same file is kept once').toEqual([{ name: 'ticket.png', type: 'png', used: true }])
})

test('taking it off can be undone for a month; then it is erased, and the trail tells', async () => {
  const { site, elodie, canteenId, database, at, files } = await opened()
  await send(elodie, at('/ajouter'), bread, [PDF, 'facture.pdf'])
  const after = (await send(elodie, at('/1/modifier'), { ...bread, version: '1' })).headers.get('location')!
  expect(after).toBe(at('?modifie=1&detache=1'))
  expect(await (await elodie.get(after)).text()).toContain('Remettre le justificatif')
  await elodie.post(at('/1/justificatif'), { 'justificatif-garde': '1' })
  expect(await files()).toEqual([{ name: 'facture.pdf', type: 'pdf', used: true }])
  await send(elodie, at('/1/modifier'), { ...bread, version: '1' })
  const nightly = async () => {
    await database.run(`select graphile_worker.add_job('erase-forgotten-files')`)
    await site.runJobs()
    return (await files()).length
  }
  site.platform.setNow(new Date('2026-12-22T09:00:00Z'))
  expect(await nightly()).toBe(1)
  site.platform.setNow(new Date('2026-12-24T09:00:00Z'))
  expect(await nightly()).toBe(0)
  const told = await readTrail(database, purchasesStream(canteenId), { most: 9 })
  expect(told.map(({ kind }) => kind)).toEqual(['file-detached', 'file-attached', 'file-detached', 'file-attached', 'added'])
})

test('one receipt is joined to several lines of the book at once; those that have one keep it; it is taken off all of them', async () => {
  const { site, elodie, database, at } = await opened()
  const text = async (path: string) => (await (await elodie.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  await send(elodie, at('/ajouter'), bread, [PNG, 'ticket.png'])
  for (const produit of ['Lait', 'Beurre', 'Œufs']) await send(elodie, at('/ajouter'), { ...bread, produit })
  const chosen = at('/joindre?q=&achat=1&achat=2&achat=3&achat=99')
  expect(await text(chosen)).toMatch(/2 achats, 40,00 € hors taxe.*1 achat de plus a déjà un justificatif/)
  const page = await (await elodie.get(chosen)).text()
  expect([...page.matchAll(/name="achat" value="(\d+)"/g)].map(([, id]) => id)).toEqual(['3', '2'])
  const join = (ids: string[], file?: [Buffer, string]) => {
    const body = new FormData()
    for (const id of ids) body.append('achat', id)
    body.set('justificatif', new File(file ? [new Uint8Array(file[0])] : [], file?.[1] ?? ''))
    return elodie.request(at('/joindre'), { method: 'POST', body })
  }
  const empty = await join(['3', '2'])
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Choisissez le fichier à joindre')])
  const done = (await join(['3', '2', '1'], [PDF, 'facture.pdf'])).headers.get('location')!
  expect(done).toBe(at('?joints=2&fichier=2'))
  expect(await text(done)).toContain('Le justificatif est joint à 2 achats')
  const held = () => database.rows('select purchase_id as p, file_id as f from purchase_attached_file order by 1')
  expect(await held()).toEqual([
    { p: 1, f: 1 },
    { p: 2, f: 2 },
    { p: 3, f: 2 },
  ])
  expect(await text(at('/joindre?tout=oui&q='))).toMatch(/1 achat, 20,00 €.*3 achats de plus ont déjà/)
  expect((await elodie.get(at('/joindre'))).headers.get('location')).toBe(at('?joints=0'))
  const off = (await elodie.post(at('/justificatifs/2/retirer'))).headers.get('location')!
  expect(await text(off)).toContain('Le justificatif est retiré de 2 achats')
  expect(await held()).toEqual([{ p: 1, f: 1 }])
  expect(await text(at('/journal'))).toMatch(/Justificatif retiré de 2 achats.*Justificatif joint à 2 achats/)
  const stranger = await site.as('ailleurs@ecole.example')
  expect((await stranger.post(at('/justificatifs/2/retirer'))).status).toBe(403)
})

test('where room lacks, what was taken off goes first; a file that waits for its form stays', async () => {
  const { canteenId, database, files } = await opened()
  const keep = (name: string, minutes: number) =>
    keepFile(
      database,
      canteenId,
      { name, bytes: Buffer.concat([PDF, Buffer.from(name)]) },
      { by: null, now: new Date(TODAY.getTime() + minutes * 60_000) },
      60,
    )
  const names = async () => (await files()).map(({ name }) => name)
  await keep('a.pdf', 0)
  await keep('b.pdf', 1)
  expect((await keep('c.pdf', 2)).problem, 'two forms are under way').toContain('retirez-en d’anciens')
  expect(await names()).toEqual(['a.pdf', 'b.pdf'])
  // One of them was saved, then its file taken off.
  await database.run(`update attached_file set unused_since = $1 where name = 'b.pdf'`, [new Date(TODAY.getTime() + 120_000)])
  expect((await keep('c.pdf', 3)).problem).toBeNull()
  expect(await names()).toEqual(['a.pdf', 'c.pdf'])
  expect((await keep('d.pdf', 61)).problem, 'an hour later').toBeNull()
  expect(await names()).toEqual(['c.pdf', 'd.pdf'])
})

test('what a file is comes from its bytes; what does not fit is said', async () => {
  const { elodie, canteenId, database, at } = await opened()
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  for (const [start, type] of [
    ['%PDF-1.4', 'pdf'],
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['RIFF....WEBPVP8 ', 'webp'],
    ['....ftypheic', 'heic'],
    ['....ftypisom', null],
    ['<svg xmlns', null],
    ['', null],
  ] as const)
    expect(typeOf(bytes(start)), start).toBe(type)
  const place = '\xff\xd8\xff\xe1\x00\x0cExif\0\0GPS!\xff\xd9'
  const { file } = await keepFile(database, canteenId, { name: 'x.jpg', bytes: bytes(place) }, { by: null, now: TODAY })
  expect(Buffer.from(await (await elodie.get(at(`/justificatifs/${file!.id}`))).arrayBuffer()).includes('GPS')).toBe(false)
  const page = await send(elodie, at('/ajouter'), bread, [bytes('<script>'), 'facture.pdf'])
  expect([page.status, await page.text()]).toEqual([422, expect.stringContaining('ni un PDF ni une photo')])
  const keep = (content: Buffer, most?: number) =>
    keepFile(database, canteenId, { name: 'x.pdf', bytes: content }, { by: null, now: TODAY }, most)
  expect((await keep(Buffer.concat([PDF, Buffer.alloc(10 * 1_048_576)]))).problem).toContain('10 Mo')
  expect((await keep(PDF, 10)).problem).toContain('retirez-en d’anciens')
})

test('files that come at the same moment do not share the same room', async () => {
  const { database, canteenId } = await opened()
  const keep = (db: Queries, words: string) =>
    keepFile(db, canteenId, { name: 'x.pdf', bytes: Buffer.from(`%PDF-1.7 ${words}`) }, { by: null, now: TODAY }, 30)
  let second: Promise<unknown> = Promise.resolve()
  await database.transaction(async (db) => {
    await keep(db, 'le premier')
    second = database.transaction((other) => keep(other, 'le second'))
    await new Promise((wake) => setTimeout(wake, 300))
  })
  expect(await second).toMatchObject({ file: null })
})
