import { expect, test } from 'vitest'
import { cents } from '../../../tools/testing/loans.ts'
import type { Cell } from './cell.ts'
import { listOf, oneOf, yesNo } from './choice.kind.ts'
import type { CellKind } from './columns.ts'
import { date } from './date.kind.ts'
import { digits } from './digits.kind.ts'
import { amount, integer } from './number.kind.ts'
import { text } from './text.kind.ts'

/** The value, or the code of the error. */
function read<V>(kind: CellKind<V>, cell: NonNullable<Cell>) {
  const { value, error } = kind.read(cell)
  return error ? error.code : value
}
const message = (kind: CellKind<unknown>, cell: NonNullable<Cell>) => kind.read(cell).error?.message

test.each<[NonNullable<Cell>, unknown]>([
  ['2026-01-31', '2026-01-31'],
  ['31/01/2026', '2026-01-31'],
  ['1/2/26', '2026-02-01'],
  ['31.01.2026 08:30', '2026-01-31'],
  ['2026-01-31T08:30:00Z', '2026-01-31'],
  ['31 janvier 2026', '2026-01-31'],
  ['Samedi 31 janv. 2026', '2026-01-31'],
  ['1er août 2026', '2026-08-01'],
  ['20260131', '2026-01-31'],
  [46053, '2026-01-31'],
  ['46053', '2026-01-31'],
  [46053.75, '2026-01-31'],
  [new Date('2026-01-31T00:00:00Z'), '2026-01-31'],
  [new Date('2026-01-30T23:59:59.999Z'), '2026-01-31'],
  ['31/02/2026', 'not_a_date'],
  ['12/31/2026', 'not_a_date'],
  ['hier', 'not_a_date'],
  [true, 'not_a_date'],
  [new Date(Number.NaN), 'not_a_date'],
  ['2026', 'date_out_of_range'],
  ['2199-01-01', 'date_out_of_range'],
])('the date %s reads as %s', (cell, expected) => {
  expect(read(date(), cell)).toBe(expected)
})

test.each<[NonNullable<Cell>, unknown]>([
  ['12,50', 1250],
  ['12.5', 1250],
  ['1 234,56 €', 123456],
  [12.5, 1250],
  [1.005, 101],
  [0.1 + 0.2, 30],
  [0, 0],
  ['-3', 'negative'],
  [-3, 'negative'],
  ['12,345', 'too_many_decimals'],
  ['douze', 'not_a_number'],
  [1e300, 'not_a_number'],
  [new Date(), 'not_a_number'],
])('the amount %s reads as %s', (cell, expected) => {
  expect(read(amount(cents), cell)).toBe(expected)
})

test.each<[NonNullable<Cell>, unknown]>([
  ['1 250', 1250],
  ['1250,0', 1250],
  [1250, 1250],
  ['1.250', 'not_an_integer'],
  ['12,5', 'not_an_integer'],
  [12.5, 'not_an_integer'],
  [1e21, 'not_an_integer'],
  [Number.NaN, 'not_a_number'],
  ['mille', 'not_a_number'],
  ['-1', 'too_small'],
])('the whole number %s reads as %s', (cell, expected) => {
  expect(read(integer(), cell)).toBe(expected)
})

test.each<[NonNullable<Cell>, unknown]>([
  ['213 912 345 00012', '21391234500012'],
  ['213\u00a0912\u202f345\u00a000012', '21391234500012'],
  ["'21391234500012", '21391234500012'],
  [21391234500012, '21391234500012'],
  ['21391234500012.0', '21391234500012'],
  ['2,1391234500012E+13', '21391234500012'],
  ['2,1391E+13', 'digits_eaten'],
  ['2.13912E+13', 'digits_eaten'],
  ['1391234500012', 'digits_missing'],
  ['213912345', 'wrong_digit_count'],
  ['213912345000123', 'wrong_digit_count'],
  ['2139123450001A', 'not_digits'],
  [true, 'not_digits'],
])('the identifier %s reads as %s', (cell, expected) => {
  expect(read(digits(14, { name: 'le SIRET' }), cell)).toBe(expected)
})

test('digits that a spreadsheet ate are explained, with what to do', () => {
  const siret = digits(14, { name: 'le SIRET' })
  expect(message(siret, '2,1391E+13')).toBe(
    '« 2,1391E+13 » : le tableur a transformé le SIRET en nombre et des chiffres sont perdus. Écrivez-le à nouveau en entier (14 chiffres) ; dans un tableur, mettez d’abord la colonne au format « Texte ».',
  )
  expect(message(siret, 5520135000012)).toContain('écrivez « 05520135000012 » au format « Texte »')
})

const sectors = [
  { value: 'primary', label: 'Ecole primaire (maternelle et élémentaire)' },
  { value: 'army', label: 'Restaurants des armées / police' },
  { value: 'firm', label: 'Restaurants d’entreprises' },
  { value: 'agri', label: 'Agriculture, Alimentation et Forêts' },
] as const

test.each<[string, unknown]>([
  ['ecole primaire (maternelle et elementaire)', 'primary'],
  ['Restaurants des armées/police', 'army'],
  ["RESTAURANTS D'ENTREPRISES", 'firm'],
  ['firm', 'firm'],
  ['Boulangerie', 'unknown_choice'],
])('the choice %s reads as %s', (cell, expected) => {
  expect(read(oneOf(sectors), cell)).toBe(expected)
})

test('a word that is nearly a choice gets a proposal; one that is not gets the list', () => {
  expect(message(oneOf(sectors), 'Restaurant d’entreprise')).toBe(
    '« Restaurant d’entreprise » ne fait pas partie des choix possibles : vouliez-vous dire « Restaurants d’entreprises » ?',
  )
  expect(message(oneOf(sectors), 'Ecole primère')).toContain('vouliez-vous dire « Ecole primaire (maternelle et élémentaire) » ?')
  expect(message(oneOf(sectors), 'Zzz')).toContain('Choix possibles : Ecole primaire')
})

test('lists take several separators, labels that hold one, and each choice once', () => {
  const list = listOf(sectors, { max: 3 })
  expect(read(list, 'Agriculture, alimentation et forêts ; firm, firm\narmy')).toEqual(['agri', 'firm', 'army'])
  expect(read(list, 'firm, primary, army, agri')).toBe('too_many_choices')
  expect(read(list, 'firm, Boulangerie')).toBe('unknown_choice')
  expect(read(list, ',')).toBe('too_few_choices')
  expect(read(list, list.write(['agri', 'primary']) as string)).toEqual(['agri', 'primary'])
})

test('yes and no, as people tick them', () => {
  for (const yes of ['oui', 'OUI', 'x', 'X', 'vrai', '1', 'True', true, 1]) expect(read(yesNo, yes)).toBe(true)
  for (const no of ['non', 'Faux', '0', false, 0]) expect(read(yesNo, no)).toBe(false)
  expect(read(yesNo, 'peut-être')).toBe('not_a_boolean')
})

test('texts are trimmed, composed and bounded; numbers are taken as shown', () => {
  expect(read(text(), ' \u00a0e\u0301te\u0301 ')).toBe('été')
  expect(read(text(), 12)).toBe('12')
  expect(read(text({ maxLength: 3 }), 'abcd')).toBe('text_too_long')
  expect(read(text({ minLength: 3 }), 'ab')).toBe('text_too_short')
})
