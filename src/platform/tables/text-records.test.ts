import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textRecords } from './text-records.ts'

const LONGEST = 4_194_304

function read(pieces: readonly string[], separator: string) {
  const records = textRecords(separator, LONGEST)
  return [...pieces.flatMap((piece) => records.read(piece)), ...records.read('', true)]
}

test('whatever the text, and however it is cut, another reader of CSV finds the same cells', () => {
  const bits = fc.constantFrom(
    'a',
    'é',
    '',
    ' ',
    ';',
    ';',
    '\n',
    '\r\n',
    '\r',
    '"',
    '"',
    '""',
    '";"',
    '"\n',
    'un libellé assez long, ',
    '12,50',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), fc.array(fc.nat(80), { maxLength: 4 }), (parts, cuts) => {
      const text = parts.join('')
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
      const pieces = places.slice(1).map((place, at) => text.slice(places[at], place))
      let expected: string[][]
      try {
        expected = parse(text, {
          delimiter: ';',
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_quotes: true,
          relax_column_count: true,
        })
      } catch {
        // A quote that is never closed.
        const records = textRecords(';', LONGEST)
        for (const piece of pieces) records.read(piece)
        records.read('', true)
        expect(records.quoted()).toBe(true)
        return
      }
      expect(read(pieces, ';')).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})

test('the line of a quote that is never closed is the one on which its record begins', () => {
  const records = textRecords(',', LONGEST)
  records.read('a,b\r\n"x\r\ny",2\n3,"quatre\n\n5,6\n')
  records.read('', true)
  expect([records.quoted(), records.line()]).toEqual([true, 4])
})

test('a record that comes by small pieces is not read again from its start with each of them', () => {
  for (const cells of ['"a";', 'b', '""']) {
    const records = textRecords(';', LONGEST)
    const began = performance.now()
    records.read('"c";')
    const piece = cells.repeat(1000)
    while (records.held().length <= LONGEST) expect(records.read(piece)).toEqual([])
    expect(records.read('\n').flat().length, 'it has ended').toBeGreaterThan(1)
    expect(performance.now() - began).toBeLessThan(4000)
  }
})
