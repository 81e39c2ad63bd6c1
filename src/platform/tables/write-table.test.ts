import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { HEADERS, type Loan, loanCells, loans } from '../../../tools/testing/loans.ts'
import { row, xlsx } from '../../../tools/testing/workbooks.ts'
import { writeErrorFile } from './error-file.ts'
import { neutralise, restore } from './formula.ts'
import { importTable } from './import-table.ts'
import { tableSchema } from './table-schema.ts'
import { exampleRow, writeTemplate } from './template.ts'
import { writeTable } from './write-table.ts'

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())

async function importRows(bytes: Uint8Array) {
  const rows: Loan[] = []
  const report = await importTable({ name: 'x', bytes }, loans, {
    onRows: async (some) => void rows.push(...some.map(({ values }) => values)),
  })
  return { ...report, rows }
}

const word = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', "'", "'=", '"', ';', '\t', '_x000A_', '＝'), fc.string({ maxLength: 10 }))
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '-12,5',
      '+33 1 02 03 04 05',
      '=cmd|"/c calc"!A1',
      'a\nb',
      'Total',
      '007',
      '1e5',
      'true',
      '#REF',
      '2026-01-31',
      '<b>&amp;',
    ),
  )
  .map((text) =>
    text
      .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Cn}]/gu, '')
      .normalize('NFC')
      .trim(),
  )
  .map((text) => text.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, ''))
  .filter((text) => text !== '')
const day = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const loan: fc.Arbitrary<Loan> = fc.record({
  card: fc.bigInt({ min: 0n, max: 99_999_999_999_999n }).map((number) => String(number).padStart(14, '0')),
  title: word,
  author: fc.option(word),
  lentOn: day('1990-01-01', '2026-12-31'),
  price: fc.integer({ min: 0, max: 99_999_999_999 }),
  kind: fc.constantFrom('novel', 'comic', 'youth'),
  themes: fc.option(fc.uniqueArray(fc.constantFrom('history', 'cooking', 'sea'), { minLength: 1 })),
  pages: fc.option(fc.integer({ min: 1, max: 10_000 })),
  renewed: fc.boolean(),
  returnedOn: fc.option(day('2027-01-01', '2100-12-31')),
  // Whole characters: half of a pair is no text, and cannot be written to a file.
  shelf: fc.option(word.map((text) => [...text].slice(0, 5).join('').trim() || 'x')),
  note: fc.option(word),
}) as fc.Arbitrary<Loan>

test.each(['csv', 'xlsx'] as const)('what goes out in %s comes back identical', async (type) => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(loan, { minLength: 1, maxLength: 8, selector: ({ card }) => card }), async (sent) => {
      const { rows, errors } = await importRows(await bytesOf(writeTable(loans, sent, type)))
      expect(errors).toEqual([])
      expect(rows).toEqual(sent)
    }),
    { numRuns: 60 },
  )
})

test('neutralising is undone exactly, and leaves nothing that starts a formula', () => {
  fc.assert(
    fc.property(fc.oneof(word, fc.string()), (text) => {
      expect(restore(neutralise(text))).toBe(text)
      expect(neutralise(text)).toMatch(/^(?:[+-]?\d+(?:[.,]\d+)?$|[^=+\-@\t\r\n]|$)/)
    }),
  )
  expect(neutralise('-12,50')).toBe('-12,50')
  expect(neutralise('=1+1')).toBe("'=1+1")
})

test('an .xlsx keeps words as words and numbers as numbers, with no formula anywhere', async () => {
  const one = { ...exampleRow(loans), title: '=HYPERLINK("http://x")', note: '@SUM(A1)' }
  const { sheets } = await readXlsx(await bytesOf(writeTable(loans, [one], 'xlsx')))
  expect(sheets[0]!.rows).toEqual([
    HEADERS,
    [
      '01234567890123',
      `'=HYPERLINK("http://x")`,
      'Victor Hugo',
      new Date('2026-01-31'),
      12.5,
      'Roman',
      'Histoire, Mer',
      350,
      'oui',
      new Date('2026-02-14'),
      'B12',
      "'@SUM(A1)",
    ],
  ])
})

test('a CSV opens at a double click in a French spreadsheet', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(writeTable(loans, [exampleRow(loans)], 'csv')))
  expect(text).toBe(
    `\ufeff${HEADERS.join(';')}\r\n01234567890123;Les Misérables;Victor Hugo;2026-01-31;12.5;Roman;Histoire, Mer;350;oui;2026-02-14;B12;Couverture abîmée\r\n`,
  )
})

test('the template has the titles alone, then explains them; filled with the examples it imports', async () => {
  const template = await writeTemplate(loans)
  expect((await importRows(template)).errors).toMatchObject([{ code: 'no_rows' }])
  const { sheets } = await readXlsx(template)
  expect(sheets.map(({ name }) => name)).toEqual(['Emprunts', 'Mode d’emploi'])
  expect(sheets[1]!.rows).toHaveLength(13)
  expect(sheets[1]!.rows[6]).toEqual(['genre', 'oui', expect.stringContaining('Bande dessinée'), 'Roman'])
  const examples = Object.values(loans.columns).map(({ example }) => example)
  expect(await importRows(Buffer.from([HEADERS, examples].map((cells) => cells.join(';')).join('\n')))).toMatchObject({
    accepted: 1,
  })
})

test('the error file gives the rows back with what is wrong, and imports once repaired', async () => {
  const lines = [loanCells(1), loanCells(2).with(4, 'cher').with(1, "'=danger"), loanCells(3)]
  const given = xlsx([
    row(1, ['Emprunts']) + row(2, [...HEADERS, 'couleur']) + lines.map((cells, at) => row(at + 3, [...cells, 'bleu'])).join(''),
  ])
  const all = await bytesOf(await writeErrorFile({ name: 'x', bytes: given }, loans, 'xlsx'))
  const { sheets } = await readXlsx(all)
  expect(sheets[0]!.rows[0]).toEqual([...HEADERS, 'couleur', 'erreurs'])
  expect(sheets[0]!.rows[2]!.slice(-2)).toEqual([
    'bleu',
    'prix : « cher » n’est pas un montant. Écrivez-le en chiffres, par exemple 1234,56.',
  ])
  const again = await importTable({ name: 'x', bytes: all }, loans, { corrections: [{ row: 3, column: 'prix', value: '12' }] })
  expect(again).toMatchObject({ accepted: 3, errorCount: 0, aside: ['couleur'] })
  const rejected = await bytesOf(await writeErrorFile({ name: 'x', bytes: given }, loans, 'csv', { only: 'rejected' }))
  expect(new TextDecoder().decode(rejected).trim().split('\r\n')).toHaveLength(2)
  expect(new TextDecoder().decode(rejected)).toContain(";'=danger;")
})

test('the published schema says what the format accepts', () => {
  const schema = tableSchema(loans)
  expect(schema).toMatchObject({ name: 'loans', title: 'Emprunts', version: '1.0.0', missingValues: [''] })
  expect(schema.fields.map(({ name }) => name)).toEqual(HEADERS)
  expect(schema.fields[0]).toEqual({
    name: 'numéro_carte',
    title: 'numéro carte',
    description: 'Numéro de la carte.',
    example: '01234567890123',
    type: 'string',
    constraints: { required: true, unique: true, pattern: '^\\d{14}$' },
  })
  const list = new RegExp(schema.fields[6]!.constraints.pattern!, 'u')
  expect(list.test('Histoire, Cuisine, vin et jardin')).toBe(true)
  expect(list.test('Histoire, Chasse')).toBe(false)
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
})
