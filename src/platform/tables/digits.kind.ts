// Cells holding an identifier made of digits, which spreadsheets take for a number and damage.
import { cellText } from './cell.ts'
import type { CellError, CellKind } from './columns.ts'

type Identifier = {
  /** How a French sentence calls it, with its article: « le numéro ». */
  readonly name: string
  /** Further demands on the digits, such as a check digit. */
  readonly check?: (digits: string) => CellError | null
}

/**
 * Exactly `count` digits, kept as text. Spaces, dots and hyphens between digits are forgiven, as is a « .0 » added at the end.
 * What a spreadsheet lost (digits under « 2,1391E+13 », zeros at the start) is explained, never guessed.
 */
export function digits(count: number, { name, check }: Identifier): CellKind<string> {
  const Name = name[0]!.toUpperCase() + name.slice(1)
  const refuse = (code: string, message: string) => ({ error: { code, message } })
  return {
    read(cell) {
      const typed = cellText(cell).normalize('NFKC')
      const plain = unscientific(typed.replace(/^'/, '').replace(/[.,]0{1,2}$/, ''), count)
      if (plain === null)
        return refuse(
          'digits_eaten',
          `« ${typed} » : le tableur a transformé ${name} en nombre et des chiffres sont perdus. Écrivez-le à nouveau en entier (${count} chiffres) ; dans un tableur, mettez d’abord la colonne au format « Texte ».`,
        )
      const value = plain.replace(/[\s.\-\u2010-\u2015\u200b_/]/g, '')
      if (!/^\d+$/.test(value) || cell instanceof Date || typeof cell === 'boolean')
        return refuse('not_digits', `« ${short(typed)} » : ${name} ne contient que des chiffres, ${count} au total.`)
      if (value.length < count && value.length >= count - 3)
        return refuse(
          'digits_missing',
          `${Name} a ${count} chiffres, « ${value} » en a ${value.length}. ${
            typeof cell === 'number' || value.length === count - 1
              ? `Le tableur a peut-être retiré ${value.length === count - 1 ? 'un zéro' : 'des zéros'} au début : si c’est le cas, écrivez « ${value.padStart(count, '0')} » au format « Texte ».`
              : 'Complétez-le.'
          }`,
        )
      if (value.length !== count)
        return refuse('wrong_digit_count', `${Name} a ${count} chiffres, « ${short(value)} » en a ${value.length}. Vérifiez-le.`)
      const error = check?.(value)
      return error ? { error } : { value }
    },
    write: (value) => value,
    schema: { type: 'string', constraints: { pattern: `^\\d{${count}}$` } },
  }
}

/** « 2,1391234500012E+13 » still holds every digit and gives them back; « 2,1391E+13 » does not: null. */
function unscientific(typed: string, count: number): string | null {
  const match = /^(\d)(?:[.,](\d+))?E\+?(\d{1,3})$/i.exec(typed.replace(/\s/g, ''))
  if (!match) return typed
  const [, first = '', rest = '', power = ''] = match
  const held = first + rest
  return held.length === count && Number(power) === count - 1 ? held : null
}

const short = (typed: string) => (typed.length > 40 ? `${typed.slice(0, 40)}…` : typed)
