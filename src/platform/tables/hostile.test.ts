// Files made to harm, or harmed: each ends in one clear error, quickly, and memory stays where it was.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { HEADERS, loanCells, loans } from '../../../tools/testing/loans.ts'
import { ods, odsRow, row, xlsx, zip } from '../../../tools/testing/workbooks.ts'
import { importTable } from './import-table.ts'

const HEADER = HEADERS.join(';')
const LINE = loanCells(1).join(';')
const megabytes = (count: number, byte = 0x20) => Buffer.alloc(count * 1_048_576, byte)
const bomb = deflateRawSync(megabytes(256), { level: 9 })
const sheet = 'xl/worksheets/sheet1.xml'
const dtd = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
const manyCells = (count: number) => `<row r="1">${'<c t="s"><v>0</v></c>'.repeat(count)}</row>`
const compound = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(600)])
const wave = Buffer.from(Array.from({ length: 5000 }, (_, at) => 128 + Math.round(127 * Math.sin(at * at))))

test.each<[string, Uint8Array | string, string]>([
  ['nothing at all', '', 'empty_file'],
  ['only blanks', ' \n\n \n', 'empty_file'],
  ['only a header', HEADER, 'no_rows'],
  ['noise', wave, 'not_a_table'],
  ['NUL bytes in a text', `${HEADER}\n${LINE}\n\u0000\u0000`, 'not_a_table'],
  ['NUL bytes far into a text', `${HEADER}\n${`${LINE}\n`.repeat(3000)}\u0000`, 'not_a_table'],
  ['a PDF', '%PDF-1.7\n…', 'not_a_table'],
  ['a web page renamed .xls', '\ufeff<html><table><tr><td>siret</td></tr></table>', 'not_a_table'],
  [
    'an XML spreadsheet of 2003',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    'not_a_table',
  ],
  ['JSON', '[{"siret": 1}]', 'not_a_table'],
  ['an image', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not_a_table'],
  ['an old .xls', compound('Workbook'), 'old_excel'],
  ['a protected .xlsx', compound('EncryptedPackage'), 'password_protected'],
  ['an old .doc', compound('WordDocument'), 'not_a_table'],
  ['an .xlsb', zip([{ name: 'xl/workbook.bin', content: 'x' }]), 'binary_excel'],
  ['a .docx', zip([{ name: 'word/document.xml', content: 'x' }]), 'not_a_table'],
  ['a .zip', zip([{ name: 'a.csv', content: 'x' }]), 'not_a_table'],
  [
    'an .odt',
    zip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { name: 'content.xml', content: '<x/>' },
    ]),
    'not_a_table',
  ],
  ['a zip with a password', zip([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]), 'password_protected'],
  [
    'an .ods with a password',
    zip([
      { name: 'content.xml', content: 'x' },
      { name: 'META-INF/manifest.xml', content: '<m:manifest><m:encryption-data/></m:manifest>' },
    ]),
    'password_protected',
  ],
  ['half a workbook', xlsx([row(1, HEADERS)]).subarray(0, 900), 'damaged_file'],
  ['a workbook without a filled sheet', xlsx(['<row r="1"/>']), 'empty_file'],
  [
    'a workbook whose XML is cut',
    xlsx([''], [{ name: sheet, content: `<worksheet><sheetData>${row(1, HEADERS)}<row` }]),
    'damaged_file',
  ],
  [
    'a part with a wrong checksum',
    xlsx([''], [{ name: sheet, content: `<worksheet>${row(1, HEADERS)}</worksheet>`, checksum: 1 }]),
    'damaged_file',
  ],
  ['XXE in the sheet', xlsx([''], [{ name: sheet, content: `${dtd}<worksheet>&b;</worksheet>` }]), 'dangerous_xml'],
  [
    'XXE in the shared strings',
    xlsx([manyCells(1)], [{ name: 'xl/sharedStrings.xml', content: `${dtd}<sst><si><t>&a;</t></si></sst>` }]),
    'dangerous_xml',
  ],
  [
    'an entity out of nowhere',
    xlsx([''], [{ name: sheet, content: '<worksheet><sheetData><row><c><v>&xxe;</v></c></row></sheetData></worksheet>' }]),
    'dangerous_xml',
  ],
  ['XXE in an .ods', zip([{ name: 'content.xml', content: `${dtd}<x>&a;</x>` }]), 'dangerous_xml'],
  ['elements nested without end', xlsx([''], [{ name: sheet, content: '<a>'.repeat(100_000) }]), 'damaged_file'],
  [
    'a zip bomb that announces itself',
    xlsx([''], [{ name: sheet, content: '', folded: bomb, announced: 268_435_456 }]),
    'zip_bomb',
  ],
  ['a zip bomb that lies about its size', xlsx([''], [{ name: sheet, content: '', folded: bomb, announced: 1000 }]), 'zip_bomb'],
  [
    'a bomb of many parts',
    zip(Array.from({ length: 3000 }, (_, at) => ({ name: `xl/worksheets/s${at}.xml`, content: '' }))),
    'zip_bomb',
  ],
  [
    'parts that share their bytes',
    zip(
      [1, 2, 3].map((at) => ({ name: `xl/worksheets/s${at}.xml`, content: megabytes(1, at) })),
      { overlap: true },
    ),
    'zip_bomb',
  ],
  ['10⁶ columns in a text', `${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(';')}\n1;2\n`, 'too_many_columns'],
  [
    '10⁶ columns in an .xlsx',
    xlsx([`<row r="1">${Array.from({ length: 1_000_000 }, (_, at) => `<c><v>${at * 7919}</v></c>`).join('')}</row>`]),
    'too_many_columns',
  ],
  ['a cell in the last column', xlsx(['<row r="1"><c r="XFD1"><v>1</v></c></row>']), 'too_many_columns'],
  [
    '10⁶ columns in an .ods',
    ods(
      '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000" office:value-type="float" office:value="1"/></table:table-row></table:table>',
    ),
    'too_many_columns',
  ],
  [
    '10⁹ same rows in an .ods',
    ods(`<table:table>${odsRow(['a', 'b'], ' table:number-rows-repeated="1000000000"')}</table:table>`),
    'too_many_rows',
  ],
  ['a quote never closed', `${HEADER}\n${LINE}\n"${LINE}\n${`${LINE}\n`.repeat(2000)}`, 'unclosed_quote'],
  ['a quote never closed in a long file', `${HEADER}\n${LINE}\n"${`${LINE}\n`.repeat(60_000)}`, 'unclosed_quote'],
  ['a workbook over its limit', Buffer.concat([Buffer.from('PK\u0003\u0004'), megabytes(11)]), 'file_too_big'],
])('%s', async (_name, content, code) => {
  const started = performance.now()
  const before = process.memoryUsage().rss
  const report = await importTable({ name: 'x.csv', bytes: Buffer.from(content) }, loans)
  expect(report.errors.map((error) => error.code)).toEqual([code])
  expect(report).toMatchObject({ unreadable: true, accepted: 0, errorCount: 1, digest: null })
  expect(report.errors[0]!.message).toMatch(/^[A-ZÀÉ].+\.$/)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(200)
})

test('a text may weigh more than a workbook, up to its own limit', async () => {
  const bytes = Buffer.from(`${HEADER}\n${`${LINE}\n`.repeat(20)}`)
  const read = async (textBytes: number) =>
    (await importTable({ name: 'x', bytes }, loans, { limits: { fileBytes: 10, textBytes } })).errors[0]?.code
  expect([await read(bytes.length - 1), await read(bytes.length)]).toEqual(['file_too_big', 'duplicate'])
})

test('one long shared text shown everywhere is stopped by the text it adds up to', async () => {
  const text = `<sst><si><t>${'x'.repeat(9000)}</t></si></sst>`
  const rows = Array.from({ length: 500 }, (_, at) =>
    row(at + 1, []).replace('></row>', `>${'<c t="s"><v>0</v></c>'.repeat(250)}</row>`),
  )
  const bytes = xlsx([rows.join('')], [{ name: 'xl/sharedStrings.xml', content: text }])
  const { errors } = await importTable({ name: 'x', bytes }, loans)
  expect(errors[0]!.code).toBe('missing_columns')
  const titled = xlsx([row(1, HEADERS) + rows.slice(1).join('')], [{ name: 'xl/sharedStrings.xml', content: text }])
  const report = await importTable({ name: 'x', bytes: titled }, loans)
  expect(report.errors.map(({ code }) => code)).toEqual(['too_much_text'])
})

test('too many shared texts for the memory we lend are refused', async () => {
  const content = `<sst>${'<si><t/></si>'.repeat(1_800_000)}</sst>`
  const bytes = xlsx([manyCells(1)], [{ name: 'xl/sharedStrings.xml', content }])
  const { errors } = await importTable({ name: 'x', bytes }, loans, { limits: { ratio: 2000 } })
  expect(errors[0]!.code).toBe('too_much_text')
})

test('names that climb folders and links to other places lead nowhere', async () => {
  const climbing = { name: '../../../../tmp/evil.xml', content: 'x' }
  const bytes = xlsx(
    [row(1, HEADERS) + row(2, loanCells(1))],
    [climbing, { name: 'xl/externalLinks/externalLink1.xml', content: dtd }],
  )
  expect(await importTable({ name: '../../etc/passwd', bytes }, loans)).toMatchObject({ accepted: 1, errorCount: 0 })
})

test('a cell of 100 000 characters is an error on its cell, and no more', async () => {
  const cells = loanCells(1).with(11, 'x'.repeat(100_000))
  const { errors, rejected } = await importTable({ name: 'x', bytes: Buffer.from(`${HEADER}\n${cells.join(';')}\n`) }, loans)
  expect(errors).toMatchObject([{ row: 2, column: 'remarque', code: 'cell_too_long', value: 'x'.repeat(200) }])
  expect(rejected).toBe(1)
})

test('Windows-1252 without a mark, with what Latin-1 lacks', async () => {
  const cells = loanCells(1).with(1, 'L’œuvre à 5 €')
  const titles: unknown[] = []
  await importTable({ name: 'x', bytes: iconv.encode(`${HEADER}\n${cells.join(';')}\n`, 'win1252') }, loans, {
    onRows: async (rows) => void titles.push(...rows.map(({ values }) => values.title)),
  })
  expect(titles).toEqual(['L’œuvre à 5 €'])
})

test('whatever is broken in a file, a report comes back', async () => {
  const fields = fc.constantFrom(
    '<',
    '>',
    '</c>',
    '&',
    '&#x0;',
    '"',
    "'",
    '<![CDATA[',
    '-->',
    '<!',
    '<?',
    '\u0000',
    'é',
    'r="A1',
    ' t="d"',
    '999999999999',
    '-1',
    '%zz',
    'http://[',
  )
  const good = {
    sheet: `<worksheet><sheetData>${row(1, HEADERS)}${row(2, loanCells(1))}<row r="3"><c r="A3" s="1" t="d"><v>2026-01-31</v></c></row></sheetData></worksheet>`,
    links: '<Relationships><Relationship Id="s0" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    table: `<table:table>${odsRow(HEADERS)}${odsRow(loanCells(1))}</table:table>`,
    csv: `${HEADER}\n${LINE}\n`,
  }
  const splice = (text: string, at: number, cut: number, put: string) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + put + text.slice(start + cut)
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1, 2, 3, 4),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(30),
      fields,
      async (kind, at, cut, put) => {
        const broken = (text: string) => splice(text, at, cut, put)
        const whole = xlsx([good.sheet])
        const bytes = [
          () => xlsx([''], [{ name: sheet, content: broken(good.sheet) }]),
          () => xlsx([''], [{ name: 'xl/_rels/workbook.xml.rels', content: broken(good.links) }]),
          () => ods(broken(good.table)),
          () => Buffer.from(broken(good.csv)),
          () => Buffer.concat([whole.subarray(0, at * whole.length), Buffer.from(put), whole.subarray(at * whole.length + cut)]),
        ][kind]!()
        const report = await importTable({ name: 'x', bytes }, loans)
        expect(report.accepted + report.errorCount).toBeGreaterThan(0)
      },
    ),
    { numRuns: 400 },
  )
})
