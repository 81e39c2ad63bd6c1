import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { ods, odsRow, row, xlsx } from '../../../tools/testing/workbooks.ts'
import type { RawRow } from './cell.ts'
import type { Limits } from './limits.ts'
import { type FileKind, readTable } from './read-table.ts'

async function read(bytes: Uint8Array | string, limits?: Partial<Limits>, known?: (cell: string) => boolean) {
  const rows: RawRow[] = []
  let file: FileKind | null = null
  for await (const batch of readTable({ name: 'f', bytes: Buffer.from(bytes) }, limits, known)) {
    file = batch.file
    rows.push(...batch.rows)
  }
  return { ...file!, rows, cells: rows.map(({ cells }) => cells) }
}

const TABLE = 'nom;prix\r\nCœur de bœuf;12 €\r\nÉté "doux";3,50\r\n'
const CELLS = [
  ['nom', 'prix'],
  ['Cœur de bœuf', '12 €'],
  ['Été "doux"', '3,50'],
]

test.each([
  ['utf-8', Buffer.from(TABLE)],
  ['utf-8', Buffer.from(`\ufeff${TABLE}`)],
  ['utf-16le', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
  ['utf-16le', Buffer.from(TABLE, 'utf16le')],
  ['utf-16be', iconv.encode(TABLE, 'utf-16be', { addBOM: true })],
  ['windows-1252', iconv.encode(TABLE, 'win1252')],
])('a text file in %s reads the same', async (encoding, bytes) => {
  expect(await read(bytes)).toMatchObject({ type: 'csv', encoding, separator: ';', cells: CELLS })
})

test('accents that come late, letters cut anywhere: what a long text is written in is found all the same', async () => {
  // Longer than what is read at a time, so that each row has another letter cut.
  const rows = Array.from({ length: 3000 }, (_, at) => `ligne ${at};${at < 1500 ? 'sans accent' : 'Bœuf d’Aubrac à 12 €, 🐄'}`)
  const text = `nom;mot\n${rows.join('\n')}\n`
  for (const [encoding, bytes] of [
    ['utf-8', Buffer.from(text)],
    ['windows-1252', iconv.encode(text.replaceAll(', 🐄', ''), 'win1252')],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ] as const) {
    const found = await read(bytes)
    expect(found.encoding).toBe(encoding)
    expect(found.cells.map((cells) => cells.join(';')).join('\n')).toBe(iconv.decode(bytes, encoding).trimEnd())
  }
  const cut = await read(Buffer.concat([Buffer.from('a;b\n1;deux'), Buffer.from('é').subarray(0, 1)]))
  expect([cut.encoding, cut.cells[1]]).toEqual(['windows-1252', ['1', 'deuxÃ']])
})

test('one damaged letter spoils no other: the first accent tells what the file is written in', async () => {
  const [head, tail] = [Buffer.from('nom;mot\n1;pâtes\n2;écr'), Buffer.from('\n3;crème'.repeat(9000))]
  const utf8 = await read(Buffer.concat([head, Buffer.from('é').subarray(0, 1), tail]))
  expect([utf8.encoding, utf8.cells[2], utf8.cells.at(-1)]).toEqual(['utf-8', ['2', 'écrÃ'], ['3', 'crème']])
  const [latin, odd] = [(text: string) => iconv.encode(text, 'win1252'), Buffer.from('é')]
  const windows = await read(Buffer.concat([latin('nom;mot\n1;pâtes\n2;'), odd, latin('\n3;crème à 12 €\n')]))
  expect([windows.encoding, windows.cells.slice(1)]).toEqual([
    'windows-1252',
    [
      ['1', 'pâtes'],
      ['2', 'Ã©'],
      ['3', 'crème à 12 €'],
    ],
  ])
})

test.each([
  [',', 'a,b,c\n1,2,3\n'],
  [';', 'a;b\n1,50;2,50\n3,25;4,75\n'],
  ['\t', 'a\tb\n1,5\t2;3\n'],
  [';', 'sep=;\r\na;b\r\n1;2\r\n'],
  [',', 'seule\nligne\n'],
  [',', '"a;b;c","d;e;f"\n1,2\n'],
])('the separator %j is found', async (separator, content) => {
  expect((await read(content)).separator).toBe(separator)
})

test('a known title settles the separator against the look of the data', async () => {
  const content = 'siret;courriels\n1;a@x,b@x,c@x\n2;d@x,e@x,f@x\n3;d@x,e@x,f@x\n'
  expect((await read(content, {}, (cell) => cell === 'courriels')).separator).toBe(';')
})

test('rows keep the number that a spreadsheet shows, blank lines and line breaks in cells included', async () => {
  const { rows } = await read('a,b\n\n"x\ny",2\r\n3,4\r5,"6 ""six"""')
  expect(rows.filter(({ cells }) => cells.join('') !== '')).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 3, cells: ['x\ny', '2'] },
    { row: 4, cells: ['3', '4'] },
    { row: 5, cells: ['5', '6 "six"'] },
  ])
})

test('a quote inside a cell is a character like another', async () => {
  expect((await read('a;b\nplat 12" rond;x\n')).cells[1]).toEqual(['plat 12" rond', 'x'])
})

test('an .xlsx gives raw values: numbers, dates by their style, cached results, shared and rich texts', async () => {
  const strings =
    '<sst><si><t>partagé</t></si><si><r><t>ri</t></r><r><t>che</t></r><rPh><t>non</t></rPh></si><si><t>a_x000A_b &amp; &#233;</t></si></sst>'
  const cells = [
    '<c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c>',
    '<c r="E3" s="1"><v>46053</v></c><c r="F3" s="2"><v>46053.5</v></c><c r="G3" s="3"><v>12.5</v></c>',
    '<c r="H3" t="str"><f>A1&amp;"x"</f><v>calculé</v></c><c r="I3" t="b"><v>1</v></c><c r="J3" t="e"><v>#REF!</v></c>',
    '<c r="K3" t="d"><v>2026-01-31</v></c><c r="L3"/><c r="M3" s="1"/>',
  ]
  const book = xlsx(
    ['<row r="1"/><row r="2"><c r="A2" s="1"/></row>', `<row r="3">${cells.join('')}</row>`],
    [{ name: 'xl/sharedStrings.xml', content: strings }],
  )
  const { rows, sheet } = await read(book)
  expect(sheet).toBe('F2')
  expect(rows).toEqual([
    {
      row: 3,
      cells: [
        'partagé',
        'riche',
        'a\nb & é',
        null,
        new Date('2026-01-31'),
        new Date('2026-01-31T12:00:00Z'),
        12.5,
        'calculé',
        true,
        '#REF!',
        new Date('2026-01-31'),
      ],
    },
  ])
})

test('the calendar of 1904 and prefixed elements are understood', async () => {
  const content = '<x:worksheet><x:sheetData><x:row><x:c s="1"><x:v>44591</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const book = xlsx([''], [{ name: 'xl/worksheets/sheet1.xml', content }], '<workbookPr date1904="1"/>')
  expect((await read(book)).cells).toEqual([[new Date('2026-01-31')]])
})

test('an .ods gives the same, what repeats included', async () => {
  const table = `<table:table table:name="Vide"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
    <table:table table:name="Pleine"><table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>
    <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="12.5"><text:p>12,50 €</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p><office:annotation><text:p>note</text:p></office:annotation></table:table-cell>
    <table:table-cell office:value-type="date" office:date-value="2026-01-31"><text:p>31/01/26</text:p></table:table-cell>
    <table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell table:number-columns-repeated="16379"/></table:table-row></table:table>`
  const cells = [12.5, 'a  b\nc', 'a  b\nc', new Date('2026-01-31'), true]
  expect(await read(ods(table))).toMatchObject({
    type: 'ods',
    sheet: 'Pleine',
    rows: [
      { row: 5, cells },
      { row: 6, cells },
    ],
  })
})

test('files written by another program read back, small ones here and large ones on a thread', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [
    `texte ${at} ${Math.sin(at)}`,
    at,
    new Date(Date.UTC(2026, 0, 1 + (at % 300))),
    at % 2 === 0,
  ])
  for (const [size, expected] of [
    [20, 20],
    [3000, 3000],
  ] as const) {
    const sheet = { name: 'Données', rows: rows.slice(0, size) }
    const [asXlsx, asOds] = [await writeXlsx({ sheets: [sheet] }), await writeOds({ sheets: [sheet] })]
    expect((await read(asXlsx)).cells).toEqual(rows.slice(0, expected))
    expect((await read(asOds)).cells.map((cells) => cells.slice(0, 2))).toEqual(
      rows.slice(0, expected).map((cells) => cells.slice(0, 2)),
    )
  }
})

test('a file on disk reads like one in memory, and stopping early leaves nothing open', async () => {
  const path = join(tmpdir(), `table-${process.pid}.xlsx`)
  const many = Array.from({ length: 20_000 }, (_, at) => row(at + 1, [`texte ${at} ${Math.sin(at)}`, at]))
  writeFileSync(path, xlsx([many.join('')]))
  let seen = 0
  for await (const { rows } of readTable({ name: 'f', path })) {
    seen += rows.length
    if (seen > 2000) break
  }
  expect(seen).toBeGreaterThan(2000)
  expect(seen).toBeLessThan(20_000)
})

test('a text that a row of an .ods spreads over many paragraphs stays in its cell', async () => {
  expect((await read(ods(`<table:table>${odsRow(['a & b', '<c>'])}</table:table>`))).cells).toEqual([['a & b', '<c>']])
})
