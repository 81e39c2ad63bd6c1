// Files made to harm, or broken: each ends in a word for people, within bounds, and never in an error of ours.
import { deflateRawSync, deflateSync, constants as zlib } from 'node:zlib'
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { InvoiceProblem, type InvoiceProblemCode } from './invoice.ts'
import { proposePurchases } from './propose.ts'
import { readInvoice } from './read-invoice.ts'
import { receive } from './receive.ts'
import { type WrittenInvoice, writeCii, writeUbl } from './write-invoice.ts'
import { writeFacturX } from './write-pdf.ts'

const MIB = 1_048_576
const invoice: WrittenInvoice = {
  number: 'F-1',
  date: '2026-09-30',
  seller: { name: 'Crémerie d’Été', siret: '21350051500019' },
  lines: [{ name: 'CRÈME FRAÎCHE', net: '10.00' }],
}
const cii = writeCii(invoice)

async function attached(content: Uint8Array, name = 'factur-x.xml', finish?: (pdf: PDFDocument) => unknown) {
  const pdf = await PDFDocument.create()
  pdf.addPage([300, 400]).drawText('Facture')
  await pdf.attach(content, name, { mimeType: 'text/xml', afRelationship: AFRelationship.Alternative })
  await finish?.(pdf)
  return pdf.save()
}

/** A gigabyte of the same text, folded piece by piece: none of it is ever held whole. */
function folded(beginning: string, gigabyteOf: string): Buffer {
  const piece = deflateRawSync(Buffer.alloc(MIB, gigabyteOf), { finishFlush: zlib.Z_FULL_FLUSH })
  const start = deflateRawSync(Buffer.from(beginning), { finishFlush: zlib.Z_FULL_FLUSH })
  return Buffer.concat([
    Buffer.from([0x78, 0x9c]),
    start,
    ...Array.from({ length: 1024 }, () => piece),
    deflateRawSync(Buffer.from('</a>')),
  ])
}
const pdfOf = (dictionary: string, stream: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${stream.length}>>\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ])
/** The beginning of a stream that unfolds into a megabyte. */
const bomb = deflateSync(Buffer.alloc(1_100_000)).subarray(0, 1024)
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]><Invoice>&lol9;</Invoice>`

type Given = Uint8Array | string | (() => Uint8Array | Promise<Uint8Array>)

test.each<[string, Given, InvoiceProblemCode]>([
  ['nothing', '', 'not_an_invoice'],
  ['spaces', '   \n', 'not_an_invoice'],
  ['words', 'bonjour', 'not_an_invoice'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_an_invoice'],
  ['another XML', '<a><b/></a>', 'not_an_invoice'],
  ['an invoice of another world', '<CrossIndustryInvoice/>', 'no_number'],
  ['billion laughs', laughs, 'dangerous'],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Invoice>&x;</Invoice>', 'dangerous'],
  ['an entity that nobody defined', '<Invoice>&secret;</Invoice>', 'dangerous'],
  ['a DOCTYPE that is fetched', '<!DOCTYPE Invoice SYSTEM "http://127.0.0.1/x.dtd"><Invoice/>', 'dangerous'],
  ['a hundred thousand levels', nested(100_000), 'damaged'],
  ['an attribute of five megabytes', `<Invoice a="${'x'.repeat(5 * MIB)}"/>`, 'no_number'],
  ['six hundred thousand elements', `<Invoice>${'<a/>'.repeat(600_000)}</Invoice>`, 'too_large'],
  ['more XML than an invoice holds', () => Buffer.alloc(21 * MIB, ' '), 'too_large'],
  ['a tag that never ends', cii.slice(0, -2), 'damaged'],
  [
    'three thousand lines',
    writeUbl({ ...invoice, lines: Array.from({ length: 3000 }, () => invoice.lines[0]!) }),
    'too_many_lines',
  ],
  ['an amount beyond all', cii.replace('<ram:LineTotalAmount>10.00', '<ram:LineTotalAmount>9999999999999'), 'bad_amount'],
  ['an amount with an exponent', cii.replace('<ram:LineTotalAmount>10.00', '<ram:LineTotalAmount>1e9'), 'bad_amount'],
  ['an amount in words', cii.replace('<ram:LineTotalAmount>10.00', '<ram:LineTotalAmount>dix'), 'bad_amount'],
  ['a day that does not exist', cii.replace('20260930', '20260931'), 'no_date'],
  ['a PDF without data', async () => (await PDFDocument.create()).save(), 'no_attachment'],
  ['a PDF that only says so', '%PDF-1.7', 'no_attachment'],
  ['a PDF whose attached file is a picture', () => attached(Buffer.from('\x89PNG\r\n', 'latin1')), 'no_attachment'],
  ['a PDF whose attached file is an order', () => attached(Buffer.from('<Order/>')), 'other_document'],
  [
    'a PDF that a password protects',
    () => attached(Buffer.from(cii), 'factur-x.xml', (pdf) => pdf.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })),
    'encrypted',
  ],
  ['a gigabyte in an attached file', () => pdfOf('/Type/EmbeddedFile/Subtype/text#2Fxml', folded('<a>', ' ')), 'too_large'],
  ['a gigabyte that hides its name', () => pdfOf('', folded('<a>', ' ')), 'too_large'],
  ['a gigabyte of picture', () => pdfOf('/Type/XObject/Subtype/Image', folded('', '\0')), 'no_attachment'],
  [
    'many attached files',
    () => Buffer.concat(Array.from({ length: 25 }, () => pdfOf('/Type/EmbeddedFile', deflateSync(Buffer.from('<a/>'))))),
    'too_large',
  ],
  [
    'a hundred thousand streams',
    () => Buffer.from(`%PDF-1.7\n${'1 0 obj\n<<>>\nstream\nx\nendstream\n'.repeat(100_000)}`),
    'too_large',
  ],
  [
    'dictionaries that open and never close',
    () => Buffer.from(`%PDF-1.7\n${`1 0 obj\n${'<'.repeat(3000)}${'streamx'.repeat(150)}`.repeat(20)}`),
    'no_attachment',
  ],
  [
    'filters that never end',
    () =>
      Buffer.from(
        `%PDF-1.7\n${`1 0 obj\n<< /Filter [/${'a'.repeat(1900)}${' '.repeat(1900)} >>\nstream\nx\nendstream\n`.repeat(500)}`,
      ),
    'no_attachment',
  ],
  [
    'a thousand bombs, each of a thousand bytes',
    () => Buffer.concat(Array.from({ length: 1000 }, () => pdfOf('', bomb))),
    'too_large',
  ],
  ['laughs in a PDF', () => attached(Buffer.from(laughs)), 'dangerous'],
  ['an attached file cut short', () => pdfOf('/Type/EmbeddedFile', deflateSync(Buffer.from(cii)).subarray(0, 600)), 'damaged'],
])('%s', async (_what, given, code) => {
  const bytes = typeof given === 'function' ? await given() : Buffer.from(given as Uint8Array)
  const before = process.memoryUsage.rss()
  const read = () => readInvoice(bytes)
  const started = performance.now()
  expect(read).toThrow(InvoiceProblem)
  // Others wait for their pages meanwhile.
  expect(performance.now() - started).toBeLessThan(8000)
  expect(read).toThrow(expect.objectContaining({ code }))
  expect(process.memoryUsage.rss() - before).toBeLessThan(400 * MIB)
})

test('whatever is cut off or changed in a file, it is read or it is told', () => {
  const files = [Buffer.from(cii), Buffer.from(writeUbl(invoice)), Buffer.from(writeFacturX(invoice))]
  for (const file of files)
    for (let at = 0; at < 300; at++) {
      const cut = file.subarray(0, Math.floor((file.length * at) / 300))
      const changed = Buffer.from(file)
      changed[Math.floor((file.length * at) / 300)] = (at * 37) % 256
      for (const bytes of [cut, changed])
        try {
          proposePurchases(readInvoice(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(InvoiceProblem)
        }
    }
})

const ACCENTS = { seller: { name: 'Crémerie d’Été' }, lines: [{ name: 'CRÈME FRAÎCHE' }] }
const utf16 = (text: string, { big = false } = {}) => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? little.swap16() : little
}
test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
  ['UTF-8 with its mark', () => Buffer.from(`\ufeff${cii}`)],
  ['UTF-16', () => utf16(cii.replace('UTF-8', 'UTF-16'))],
  ['UTF-16, the other way round', () => utf16(cii, { big: true })],
  ['UTF-16 in a PDF', () => attached(utf16(cii))],
  ['an attached file under a false name', () => attached(Buffer.from(cii), 'photo.png')],
  ['an attached file that hides what it is', () => pdfOf('', deflateSync(Buffer.from(cii)))],
  ['a PDF after other bytes', () => Buffer.concat([Buffer.from('\r\n\r\n'), writeFacturX(invoice)])],
])('%s is read all the same', async (_what, make) => {
  expect(readInvoice(await make())).toMatchObject(ACCENTS)
})

test.each(['ISO-8859-1', 'windows-1252', 'UTF-8'])('one byte for each letter, said to be %s, is read', (said) => {
  const bytes = Buffer.from(cii.replace('UTF-8', said).replace('’', "'"), 'latin1')
  expect(readInvoice(bytes)).toMatchObject({ seller: { name: "Crémerie d'Été" }, lines: [{ name: 'CRÈME FRAÎCHE' }] })
})

test('what a database or an index would refuse is kept within bounds', async () => {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { database } = site.platform
  const [canteenId] = await database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const long = `n${'\u{1f955}'.repeat(5000)}`
  const big = {
    ...invoice,
    number: long,
    preceding: long,
    seller: { name: long },
    lines: [{ name: long, net: '1.00', description: long, note: long }],
  }
  const halves = utf16(cii.replace('CRÈME', 'CR\ud83dME'))
  const day = { ...invoice, number: 'F-2', date: '0001-01-01' }
  const scope = { canteenId: canteenId!, cameBy: 'upload' as const, by: null, now: TODAY }
  for (const bytes of [Buffer.from(writeCii(big)), halves, Buffer.from(writeUbl(day))])
    expect(await database.transaction((db) => receive(db, { name: `${long}\0.xml`, bytes }, scope))).toMatchObject({
      invoiceId: expect.any(Number),
    })
  for (const id of [1, 2, 3]) expect((await elodie.get(`/cantines/${canteenId}/factures/${id}`)).status).toBe(200)
})
