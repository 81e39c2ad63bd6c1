// A thousand Factur-X of thirty lines, dropped in one archive on the running product: how fast they are read, how much memory it takes from the first
// hundred to the last, and what others wait for meanwhile. Then the reading alone, without a database.
import { createHash } from 'node:crypto'
import { AFRelationship, PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { proposePurchases } from '../../src/features/invoices/propose.ts'
import { readInvoice } from '../../src/features/invoices/read-invoice.ts'
import { type WrittenInvoice, writeCii } from '../../src/features/invoices/write-invoice.ts'
import { zip } from '../testing/workbooks.ts'
import { IMPORTER, pause, visitorOf } from './import-journey.ts'
import { latencyOf, type Timing } from './latency.ts'
import { serveProduct } from './product.ts'
import { openServer } from './server.ts'
import { signIn } from './sign-in.ts'

const INVOICES = 1000
const LINES = 30
/** What embedded typefaces and colours weigh in a real one: nothing folds them. */
const TYPEFACES_BYTES = 14_000
const LOOK_EVERY_MS = 100

const PRODUCTS = [
  'CAROTTE AB 10KG',
  'PDT CHARL. HVE 25KG',
  'STK HACHE BF VBF',
  'YRT BIO NAT X48',
  'COLIN MSC 110G',
  'JBN SUP DD',
  'POMME GOLDEN',
  'PAIN BURGER X60',
]

const invoice = (number: number): WrittenInvoice => ({
  number: `B-${number}`,
  date: '2026-11-02',
  seller: { name: `Grossiste ${number % 40}`, siret: `000000${String(100 + (number % 40))}00012` },
  adjustments: [{ amount: '12.34', reason: 'Remise', vat: '5.5' }],
  lines: Array.from({ length: LINES }, (_, at) => ({
    name: `${PRODUCTS[(number + at) % PRODUCTS.length]} REF ${number * 31 + at}`,
    net: ((500 + ((number * 7919 + at * 104_729) % 20_000)) / 100).toFixed(2),
    quantity: String(1 + (at % 9)),
    vat: '5.5',
    origin: at % 3 === 0 ? 'FR' : 'ES',
    attributes: [['Conditionnement', 'Carton']],
  })),
})

/** A page that a person reads, the weight of its typefaces, and the invoice attached, as a PDF/A-3 carries it. */
async function facturX(number: number): Promise<Uint8Array> {
  const given = invoice(number)
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  page.setFont(await pdf.embedFont(StandardFonts.Helvetica))
  for (const [at, { name, net }] of given.lines.entries()) page.drawText(`${name}   ${net}`, { x: 50, y: 780 - at * 20, size: 9 })
  const noise = Array.from({ length: TYPEFACES_BYTES / 20 }, (_, at) => createHash('sha1').update(`${number} ${at}`).digest())
  pdf.context.register(pdf.context.stream(Buffer.concat(noise), { Type: 'XObject' }))
  await pdf.attach(Buffer.from(writeCii(given)), 'factur-x.xml', {
    mimeType: 'text/xml',
    afRelationship: AFRelationship.Alternative,
  })
  return pdf.save()
}

export async function measureInvoices() {
  const files: Uint8Array[] = []
  for (let number = 1; number <= INVOICES; number++) files.push(await facturX(number))
  const archive = zip(files.map((content, at) => ({ name: `${at}.pdf`, content })))
  const megabytes = Math.round(archive.byteLength / 104_857.6) / 10
  return { invoices: INVOICES, lines: LINES, archiveMb: megabytes, readingAlone: readAlone(files), dropped: await drop(archive) }
}

/** Reading and proposing, on one core. */
function readAlone(files: readonly Uint8Array[]) {
  const read = (some: readonly Uint8Array[]) => {
    const begun = process.cpuUsage()
    for (const bytes of some)
      if (proposePurchases(readInvoice(bytes)).differenceCents !== 0) throw new Error('an invoice does not add up')
    const { user, system } = process.cpuUsage(begun)
    return Math.round(some.length / ((user + system) / 1e6))
  }
  read(files.slice(0, 50))
  return { perProcessorSecond: read(files) }
}

async function drop(archive: Uint8Array) {
  const server = await openServer()
  const served = await serveProduct(server.env)
  try {
    const visitor = visitorOf(served.base, await signIn(served.base, server.database, IMPORTER))
    const canteen = /href="(\/cantines\/\d+)"/.exec(await (await visitor.get('/mes-cantines')).text())?.[1]
    const body = new FormData()
    body.set('factures', new File([archive as never], 'factures.zip'))
    const atRest = served.residentMb()
    const begun = performance.now()
    const address = (await visitor.post(`${canteen}/factures`, body)).headers.get('location')
    const takenMs = Math.round(performance.now() - begun)
    const memory: { read: number; mb: number }[] = []
    const timings: Timing[] = []
    for (;;) {
      const { state, rows } = (await (await visitor.get(`${address}/avancement`)).json()) as { state: string; rows: number }
      memory.push({ read: rows, mb: served.residentMb() })
      const asked = performance.now()
      await (await visitor.get('/mes-cantines')).arrayBuffer()
      timings.push({ address: '/mes-cantines', ms: performance.now() - asked })
      if (state === 'read') break
      await pause(LOOK_EVERY_MS)
    }
    const seconds = (performance.now() - begun) / 1000
    const kept = await server.database.first<{ n: number }>(
      `select count(*) as n from invoice where supplier like 'Grossiste %' and difference_cents = 0`,
    )
    if (kept?.n !== INVOICES) throw new Error(`${kept?.n} invoices were kept`)
    const most = (from: number, to: number) =>
      Math.max(...memory.filter(({ read }) => read >= from && read <= to).map(({ mb }) => mb))
    return {
      server: server.kind,
      takenMs,
      seconds: Math.round(seconds * 10) / 10,
      perSecond: Math.round(INVOICES / seconds),
      memoryMb: {
        atRest,
        firstHundred: most(1, 150),
        lastHundred: most(INVOICES - 150, INVOICES),
        peak: served.peakMb(),
      },
      pagesMeanwhile: latencyOf(timings),
    }
  } finally {
    await served.stop()
    await server.close()
  }
}
