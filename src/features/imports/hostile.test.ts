// Files made to harm, or harmed, brought through the page: a clear answer, bounded memory, nothing written.
import { request as httpRequest } from 'node:http'
import { deflateRawSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { countLoans, createLoans, loanImport } from '../../../tools/testing/loan-imports.ts'
import { HEADERS, loanCells } from '../../../tools/testing/loans.ts'
import { type SignedInClient, testSite } from '../../../tools/testing/platform.ts'
import { row, xlsx } from '../../../tools/testing/workbooks.ts'
import { createSite } from '../../site.ts'

const KINDS = [loanImport()]
const HEADER = HEADERS.join(';')
const sheet = 'xl/worksheets/sheet1.xml'
const bomb = deflateRawSync(Buffer.alloc(268_435_456, 0x20), { level: 9 })

async function setUp() {
  const site = await testSite({}, undefined, KINDS)
  await createLoans(site.platform.database)
  const camille = await site.as('camille@cantine.example')
  return { ...site, camille }
}

async function reportOf(
  { camille: client, runJobs }: { camille: SignedInClient; runJobs(): Promise<void> },
  content: string | Uint8Array,
  name: string,
): Promise<string> {
  const body = new FormData()
  body.set('fichier', new File([content as never], name))
  const answer = await client.request('/imports/emprunts', { method: 'POST', body })
  expect(answer.status).toBe(303)
  await runJobs()
  const html = await (await client.get(answer.headers.get('location')!)).text()
  return html.replace(/[\u00a0\u202f]/g, ' ')
}

test.each<[string, string | Uint8Array, string]>([
  ['a zip bomb', xlsx([''], [{ name: sheet, content: '', folded: bomb, announced: 1000 }]), 'refusé par sécurité'],
  [
    'a wrong cell cut in the middle of a character',
    `${HEADER}\n${loanCells(1)
      .map((cell, at) => (at === HEADERS.indexOf('genre') ? `${'x'.repeat(59)}😀😀` : cell))
      .join(';')}\n`,
    '1 ligne',
  ],
  ['10⁶ columns', `${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(';')}\n1;2\n`, 'a plus de 300 colonnes'],
  ['NUL bytes', `${HEADER}\n${loanCells(1).join(';')}\n\u0000\u0000`, 'des caractères qui ne sont pas du texte'],
  ['an unclosed quote', `${HEADER}\n"jamais fermé;1\n2;3\n`, 'n’est jamais refermé'],
  [
    'an entity in a workbook',
    xlsx([''], [{ name: sheet, content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>' }]),
    'refusé par sécurité',
  ],
  ['an empty file', '', 'Ce fichier est vide'],
  ['titles alone', HEADER, 'n’a que sa ligne de titres'],
  ['a PDF renamed', '%PDF-1.7 …', 'Ce fichier est un PDF'],
])('%s ends in a clear sentence', async (_, content, sentence) => {
  const site = await setUp()
  const { platform } = site
  const html = await reportOf(site, content, 'cantines.xlsx')
  expect(html).toContain(sentence)
  expect(html).not.toContain('/enregistrer')
  expect(await countLoans(platform.database)).toBe(0)
})

test('links to elsewhere in a workbook are not followed, its rows are read', async () => {
  expect(await reportOf(await setUp(), xlsx([row(1, HEADERS) + row(2, loanCells(1))]), 'x.xlsx')).toContain('Tout est juste')
})

test('a number eaten by a spreadsheet is explained, a formula comes back harmless, a page shows what a cell holds as text', async () => {
  const site = await setUp()
  const { camille } = site
  const lines = [
    loanCells(1).with(0, '2,1391E+13').with(1, `=cmd|' /C calc'!A0`),
    loanCells(2).with(4, '<script>alert(1)</script>'),
  ]
  const html = await reportOf(site, [HEADER, ...lines.map((cells) => cells.join(';'))].join('\n'), '<b>x</b>.csv')
  expect(html).toContain('des chiffres sont perdus')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('<b>x</b>')
  const address = /action="([^"]+)\/corriger"/.exec(html)![1]!
  const csv = await (await camille.get(`${address}/erreurs.csv`)).text()
  expect(csv).toContain(`;'=cmd|' /C calc'!A0;`)
})

test('a workbook a little too large is refused on the page; a text that announces too much too', async () => {
  const { camille, platform } = await setUp()
  for (const [start, size] of [
    ['PK\u0003\u0004', 10_485_761],
    [`${HEADER}\n`, 209_800_000],
  ] as const) {
    const body = new FormData()
    body.set('fichier', new File([start.padEnd(size, `${loanCells(1).join(';')}\n`)], 'grand.csv'))
    const answer = await camille.request('/imports/emprunts', { method: 'POST', body })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Ce fichier est trop lourd : 10 Mo au plus pour un classeur, 200 Mo pour un texte.')
  }
  expect(await platform.database.rows('select 1 from import')).toEqual([])
})

test('no file, or another field, asks for one', async () => {
  const { camille } = await setUp()
  const empty = new FormData()
  empty.set('fichier', new File([], ''))
  for (const body of [empty, new URLSearchParams({ fichier: 'x' }), 'n’importe quoi']) {
    const answer = await camille.request('/imports/emprunts', { method: 'POST', body })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choisissez un fichier')
  }
})

/** Sends pieces until `total` bytes are gone or the server has had enough; gives what it answered, and how much had left by then. */
function pour(
  url: string,
  headers: Record<string, string>,
  total: number,
): Promise<{ status: number; text: string; sent: number }> {
  return new Promise((done, failed) => {
    let [sent, answered] = [0, false]
    const sending = httpRequest(url, { method: 'POST', headers }, (answer) => {
      answered = true
      let text = ''
      answer.on('data', (piece) => {
        text += piece
      })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, text, sent }))
    })
    sending.on('error', (error) => answered || failed(error))
    const piece = Buffer.alloc(65_536, 0x41)
    const more = () => {
      while (!answered && sent < total) {
        sent += piece.length
        if (!sending.write(piece)) return sending.once('drain', more)
      }
    }
    more()
  })
}

test('two gigabytes are refused early, by what they announce or as they come, and memory stays where it was', async () => {
  const { camille, platform } = await setUp()
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const listening = serve({ fetch: createSite(platform, KINDS).fetch, port: 0, hostname: '127.0.0.1' }, () => ready(listening))
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/imports/emprunts`
  const headers = { Cookie: camille.cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'multipart/form-data; boundary=x' }
  const total = 2_147_483_648
  const before = process.memoryUsage().rss
  for (const [announced, most] of [
    [{ 'Content-Length': String(total) }, 40_000_000],
    [{ 'Transfer-Encoding': 'chunked' }, 240_000_000],
  ] as const) {
    const { status, text, sent } = await pour(url, { ...headers, ...announced }, total)
    expect([status, text.includes('Ce fichier est trop lourd')]).toEqual([413, true])
    expect(sent).toBeLessThan(most)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  expect(await platform.database.rows('select 1 from import')).toEqual([])
})

test('many files at the same moment do not wait for each other for ever', async () => {
  const { camille, platform, runJobs } = await setUp()
  const files = Array.from({ length: 14 }, (_, at) => at)
  const bring = (at: number) => {
    const body = new FormData()
    body.set('fichier', new File([`${HEADER}\n${loanCells(at + 1).join(';')}\n`], `${at}.csv`))
    return camille.request('/imports/emprunts', { method: 'POST', body })
  }
  const began = performance.now()
  const answers = await Promise.all(files.map(bring))
  expect(answers.map(({ status }) => status)).toEqual(files.map(() => 303))
  expect(performance.now() - began).toBeLessThan(8000)
  await runJobs()
  expect(await platform.database.rows('select distinct state from import')).toEqual([{ state: 'checked' }])
})
