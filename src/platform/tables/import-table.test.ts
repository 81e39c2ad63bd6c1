import { expect, test } from 'vitest'
import { HEADERS, type Loan, loanCells, loans } from '../../../tools/testing/loans.ts'
import { row, xlsx } from '../../../tools/testing/workbooks.ts'
import { type ImportOptions, importTable } from './import-table.ts'
import type { ParsedRow } from './row-errors.ts'

const csv = (lines: readonly (readonly string[])[], separator = ';') => lines.map((cells) => cells.join(separator)).join('\n')
const source = (lines: readonly (readonly string[])[]) => ({ name: 'emprunts.csv', bytes: Buffer.from(csv(lines)) })

async function read(lines: readonly (readonly string[])[], options: ImportOptions<Loan> = {}) {
  const rows: ParsedRow<Loan>[] = []
  const report = await importTable(source([HEADERS, ...lines]), loans, {
    ...options,
    onRows: async (some) => void rows.push(...some.map(({ row, values }) => ({ row, values }))),
  })
  return { ...report, rows }
}

test('a right row gives its values', async () => {
  const { rows, accepted, rejected, errors } = await read([loanCells(1)])
  expect({ accepted, rejected, errors }).toEqual({ accepted: 1, rejected: 0, errors: [] })
  expect(rows).toEqual([
    {
      row: 2,
      values: {
        card: '10000000000001',
        title: 'Livre 1',
        author: 'Colette',
        lentOn: '2026-03-04',
        price: 1250,
        kind: 'comic',
        themes: ['sea', 'cooking'],
        pages: 120,
        renewed: true,
        returnedOn: '2026-03-14',
        shelf: 'C3',
        note: 'rien',
      },
    },
  ])
})

test('empty cells of optional columns mean what the format says', async () => {
  const { rows } = await read([loanCells(1).map((cell, at) => ([0, 1, 3, 4, 5].includes(at) ? cell : ''))])
  expect(rows[0]!.values).toMatchObject({ author: null, themes: null, renewed: false, returnedOn: null })
})

test('all the mistakes of all the rows come at once, where a person finds them', async () => {
  const { errors, accepted, rejected, errorGroups } = await read([
    loanCells(1).with(0, '2,1391E+13').with(3, '31/02/2026').with(5, 'Romen'),
    loanCells(2),
    loanCells(3).with(1, ' '),
    loanCells(2),
    loanCells(4).with(4, 'cher').with(9, '01/01/2026'),
    [...loanCells(5), 'de trop'],
    loanCells(6).with(4, '#REF!'),
    loanCells(7).with(3, 'hier').with(9, '01/01/2026'),
  ])
  expect(errors.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
    [2, 'numéro_carte', 'digits_eaten', '2,1391E+13'],
    [2, 'date_emprunt', 'not_a_date', '31/02/2026'],
    [2, 'genre', 'unknown_choice', 'Romen'],
    [4, 'titre', 'required', null],
    [5, 'numéro_carte', 'duplicate', '10000000000002'],
    [6, 'prix', 'not_a_number', 'cher'],
    [6, 'date_retour', 'returned_before', '01/01/2026'],
    [7, null, 'extra_cells', 'de trop'],
    [8, 'prix', 'failed_formula', '#REF!'],
    [9, 'date_emprunt', 'not_a_date', 'hier'],
  ])
  expect(errors.find(({ code }) => code === 'duplicate')!.message).toContain('ligne 3')
  expect({ accepted, rejected }).toEqual({ accepted: 1, rejected: 7 })
  expect(errorGroups[0]).toEqual({ column: 'date_emprunt', code: 'not_a_date', count: 2, firstRow: 2 })
})

test('blank rows and totals are left out and told', async () => {
  const total = HEADERS.map((_, at) => (at === 0 ? 'TOTAL GÉNÉRAL' : at === 4 ? '25' : ''))
  const { accepted, blank, totals, errors } = await read([loanCells(1), [''], [''], loanCells(2), total, ['']])
  expect({ accepted, blank, totals, errors }).toEqual({ accepted: 2, blank: 2, totals: [6], errors: [] })
  const sparse = xlsx([row(2, HEADERS) + row(7, loanCells(1)) + row(9, [null, 'Sous-total : ', null, null, 12])])
  expect(await importTable({ name: 'x', bytes: sparse }, loans)).toMatchObject({
    headerRow: 2,
    accepted: 1,
    blank: 5,
    totals: [9],
  })
  // A book may be called « Total », as long as its row is complete.
  expect((await read([loanCells(1).with(0, '10000000000001').with(1, 'Total')])).accepted).toBe(1)
})

test('a note in the margin of a workbook is not a mistake', async () => {
  const book = xlsx([row(1, HEADERS) + row(2, [...loanCells(1), null, 'vérifié par Jeanne'])])
  expect(await importTable({ name: 'x', bytes: book }, loans)).toMatchObject({ accepted: 1, errorCount: 0 })
})

test('errors are all counted, the first ones told', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => loanCells(at).with(4, 'cher').with(7, 'beaucoup'))
  const { errors, errorCount, errorGroups } = await read(lines, { maxErrors: 10 })
  expect([errors.length, errorCount]).toEqual([10, 6000])
  expect(errorGroups).toMatchObject([{ column: 'prix', code: 'not_a_number', count: 3000, firstRow: 2 }, { count: 3000 }])
})

test('corrections typed on the page are applied and checked again', async () => {
  const lines = [loanCells(1).with(4, 'cher'), loanCells(2).with(5, 'Romen').with(11, '').slice(0, 11)]
  const corrections = [
    { row: 2, column: 'prix', value: '12,00' },
    { row: 3, column: 'Genre', value: 'Roman' },
    { row: 3, column: 'remarque', value: 'ajoutée' },
  ]
  const { rows, errors } = await read(lines, { corrections })
  expect(errors).toEqual([])
  expect(rows.map(({ values }) => [values.price, values.kind, values.note])).toEqual([
    [1200, 'comic', 'rien'],
    [1250, 'novel', 'ajoutée'],
  ])
  expect((await read(lines, { corrections: [{ row: 2, column: 'prix', value: 'trop' }] })).errors[0]).toMatchObject({
    value: 'trop',
  })
})

test('one value is put right wherever it stands, unless a cell has a correction of its own', async () => {
  const lines = [loanCells(1), loanCells(2), loanCells(3).with(5, 'Roman'), loanCells(4)].map((cells, at) =>
    at === 2 ? cells : cells.with(5, 'Romen').with(1, ''),
  )
  const replacements = [
    { column: 'genre', held: 'Romen', value: 'Roman' },
    { column: 'titre', held: null, value: 'Sans titre' },
  ]
  const { rows, errors } = await read(lines, {
    replacements,
    corrections: [{ row: 5, column: 'genre', value: 'BD' }],
  })
  expect(errors).toEqual([])
  expect(rows.map(({ values }) => [values.kind, values.title])).toEqual([
    ['novel', 'Sans titre'],
    ['novel', 'Sans titre'],
    ['novel', 'Livre 3'],
    ['comic', 'Sans titre'],
  ])
})

test('a column that the file lacks can be filled by corrections, and a broken row does not fill it', async () => {
  const without = (cells: readonly string[]) => cells.slice(0, 11)
  const lines = [HEADERS, loanCells(1), [...loanCells(2).slice(0, 11), 'de trop']].map((cells, at) =>
    at < 2 ? without(cells) : cells,
  )
  const rows: ParsedRow<Loan>[] = []
  const corrections = [{ row: 2, column: 'remarque', value: 'ajoutée' }]
  const { errors } = await importTable(source(lines), loans, { corrections, onRows: async (some) => void rows.push(...some) })
  expect(rows.map(({ values }) => values.note)).toEqual(['ajoutée'])
  expect(errors).toMatchObject([{ row: 3, code: 'extra_cells' }])
})

test('a mistake names its row by its first words', async () => {
  const { errors } = await read([loanCells(1).with(4, 'cher'), loanCells(2).with(1, '')])
  expect(errors.map(({ column, about }) => [column, about])).toEqual([
    ['prix', 'Livre 1'],
    ['titre', 'Colette'],
  ])
})

test('look-ups get whole batches of sound rows, and their answers join the other errors', async () => {
  const sizes: number[] = []
  const lines = Array.from({ length: 25 }, (_, at) => (at === 3 ? loanCells(at).with(4, '?') : loanCells(at)))
  const { rows, errors, rejected } = await read(lines, {
    batchSize: 10,
    checkBatch: async (batch) => {
      sizes.push(batch.length)
      return batch
        .filter(({ row }) => row === 12)
        .map(({ row }) => ({ row, column: 'card', code: 'unknown_card', message: 'Carte inconnue.' }))
    },
  })
  expect(sizes).toEqual([9, 10, 5])
  expect(errors).toMatchObject([
    { row: 5, column: 'prix' },
    { row: 12, column: 'numéro_carte', code: 'unknown_card', value: '10000000000010' },
  ])
  expect([rows.length, rejected]).toEqual([23, 2])
})

test('the digest knows the same content under another format, order, encoding or spelling, and nothing else', async () => {
  const lines = [loanCells(1), loanCells(2)]
  const { digest } = await importTable(source([HEADERS, ...lines]), loans)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  const reversed = [HEADERS, ...lines].map((cells) => cells.toReversed())
  const spelt = [
    HEADERS.map((title) => title.toUpperCase()),
    ...lines.map((cells) => cells.with(4, '12.5 €').with(5, 'BD').with(3, '4/3/2026').with(8, 'OUI')),
  ]
  const book = {
    name: 'x',
    bytes: xlsx([row(1, ['Emprunts']) + row(3, HEADERS) + lines.map((cells, at) => row(at + 5, cells)).join('')]),
  }
  for (const same of [
    source(reversed),
    source(spelt),
    book,
    { name: 'y', bytes: Buffer.from(`\ufeff${csv([HEADERS, ...lines], '\t')}`, 'utf16le') },
  ])
    expect((await importTable(same, loans)).digest).toBe(digest)
  for (const other of [[lines[0]!], lines.toReversed(), [lines[0]!, lines[1]!.with(4, '12,51')]])
    expect((await importTable(source([HEADERS, ...other]), loans)).digest).not.toBe(digest)
})

test('progress is told and an import can be stopped; what a hook throws comes through', async () => {
  const lines = Array.from({ length: 1200 }, (_, at) => loanCells(at))
  const told: number[] = []
  const stop = new AbortController()
  const stopped = read(lines, {
    signal: stop.signal,
    onProgress: (rows) => told.push(rows) === 2 && stop.abort(new Error('assez')),
  })
  await expect(stopped).rejects.toThrow('assez')
  expect(told).toEqual([500, 1000])
  await expect(
    importTable(source([HEADERS, loanCells(1)]), loans, { onRows: () => Promise.reject(new Error('disque plein')) }),
  ).rejects.toThrow('disque plein')
})

test('a file whose titles do not fit gives back what was understood', async () => {
  const { unreadable, errors, mapping, headerRow, aside } = await importTable(
    source([HEADERS.with(4, 'coût'), loanCells(1)]),
    loans,
  )
  expect({ unreadable, headerRow, aside }).toEqual({ unreadable: true, headerRow: 1, aside: ['coût'] })
  expect(errors).toMatchObject([{ row: 1, column: null, code: 'missing_columns' }])
  expect(mapping).toHaveLength(12)
  expect(await importTable(source([HEADERS.with(4, 'coût'), loanCells(1)]), loans, { mapping: { E: 'price' } })).toMatchObject({
    accepted: 1,
  })
})
