import { expect, test } from 'vitest'
import { HEADERS, loans } from '../../../tools/testing/loans.ts'
import type { RawRow } from './cell.ts'
import { type ChosenMapping, findHeader, HeaderProblem } from './header.ts'

const rows = (...lines: string[][]): RawRow[] => lines.map((cells, at) => ({ row: at + 1, cells }))
const keysOf = (titles: string[], chosen?: ChosenMapping) => findHeader(rows(titles), loans, chosen).keys
const ALL = ['card', 'title', 'author', 'lentOn', 'price', 'kind', 'themes', 'pages', 'renewed', 'returnedOn', 'shelf', 'note']

function problem(titles: string[], chosen?: ChosenMapping): HeaderProblem {
  try {
    findHeader(rows(titles), loans, chosen)
  } catch (error) {
    if (error instanceof HeaderProblem) return error
  }
  throw new Error('These titles were accepted')
}

test('titles are found in any order, case and spelling', () => {
  expect(keysOf(HEADERS)).toEqual(ALL)
  expect(keysOf(HEADERS.toReversed())).toEqual(ALL.toReversed())
  const spelt = [
    '\ufeffNUMERO CARTE',
    'Titre ',
    "l'auteur",
    'Date d’emprunt',
    'PRIX',
    'genre',
    'Themes',
    'Nombre-pages',
    'Prolonge',
    'date\nretour',
    'Rayon',
    'remarque',
  ]
  expect(keysOf(spelt, { C: 'author' })).toEqual(ALL)
})

test('a title one slip away is taken, and shown as such; a short one is not', () => {
  const { mapping } = findHeader(rows(HEADERS.with(3, 'date_emprumt').with(4, 'prix').with(10, 'raton')), loans)
  expect(mapping[3]).toEqual({ header: 'date_emprumt', position: 3, letters: 'D', column: 'lentOn', how: 'typo' })
  expect(mapping[4]).toMatchObject({ column: 'price', how: 'title' })
  expect(mapping[10]).toMatchObject({ column: null, how: 'aside' })
})

test('a title line above is passed over, and rows keep their numbers', () => {
  const found = findHeader(rows(['Emprunts de la bibliothèque', ''], ['Prix', 'au 31 mars'], HEADERS), loans)
  expect(found).toMatchObject({ row: 3, keys: ALL })
})

test('other columns are kept aside, optional ones may be absent', () => {
  const found = findHeader(rows(['couleur', 'carte', 'titre', 'date_emprunt', 'prix', 'genre', '']), loans)
  expect(found.keys).toEqual([null, 'card', 'title', 'lentOn', 'price', 'kind', null])
})

test('the person’s own mapping wins, by the letters above the columns', () => {
  const titles = HEADERS.with(4, 'Montant réglé').with(11, 'prix')
  expect(keysOf(titles, { E: 'price', L: null })).toEqual(ALL.with(11, null as never))
})

test('missing columns make one error, with the title that looks most like each', () => {
  const { row, code, message } = problem(['numéro_carte', 'titre', 'date', 'prix_ttc', 'genre'])
  expect({ row, code }).toEqual({ row: 1, code: 'missing_columns' })
  expect(message).toBe(
    'Il manque 2 colonnes : « date_emprunt » (est-ce votre colonne « date » ?), « prix » (est-ce votre colonne « prix_ttc » ?). Ajoutez-les, ou indiquez les colonnes de votre fichier qui leur correspondent.',
  )
  expect(problem(['un', 'deux']).mapping).toHaveLength(2)
})

test('of two columns with the same title, one can be chosen', () => {
  expect(problem([...HEADERS, 'prix']).code).toBe('duplicate_header')
  expect(keysOf([...HEADERS, 'prix'], { M: null })).toEqual([...ALL, null])
})

test('two columns for one are refused, naming both', () => {
  expect(problem([...HEADERS, 'Prix']).message).toBe(
    'Plusieurs colonnes du fichier correspondent à « prix » : « prix (colonne E) » et « Prix (colonne M) ». Gardez-en une seule, ou indiquez laquelle prendre.',
  )
})
