import { expect, test } from 'vitest'
import { bindSpaces } from './typography.client.ts'

test('spaces that French does not break become unbreakable, in text only', () => {
  expect(bindSpaces('<p title="a : b">Quoi ? « Oui » : 5 %</p>')).toBe(
    '<p title="a : b">Quoi\u00a0? «\u00a0Oui\u00a0»\u00a0: 5\u00a0%</p>',
  )
  expect(bindSpaces('<input value="non ; rien">')).toBe('<input value="non ; rien">')
})

test('what people typed in a field of several lines stays as it is', () => {
  expect(bindSpaces('<p>Bon ?</p><textarea id="a">Bon ? « Oui »</textarea><p>Oui !</p>')).toBe(
    '<p>Bon\u00a0?</p><textarea id="a">Bon ? « Oui »</textarea><p>Oui\u00a0!</p>',
  )
})
