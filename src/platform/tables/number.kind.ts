// Cells holding whole numbers and amounts of money.
import { cellText } from './cell.ts'
import type { CellError, CellKind } from './columns.ts'

const SPACES = /[\s\u00a0\u202f\u2009]/g
const shown = (n: number) => n.toLocaleString('fr-FR')

/** A whole number: « 1 250 », « 1250 », « 1250,0 » and a numeric cell read the same; « 1.250 » is refused rather than guessed. */
export function integer({ min = 0, max = 1e12 }: { min?: number; max?: number } = {}): CellKind<number> {
  return {
    read(cell) {
      const typed = cellText(cell)
      const plain = typed.replace(SPACES, '').replace(/^−/, '-')
      const match = /^([+-]?\d{1,15})(?:[.,](\d+))?$/.exec(plain)
      const value = typeof cell === 'number' ? cell : match && !/^\d{3}$/.test(match[2] ?? '') ? Number(match[1]) : Number.NaN
      const decimals = match !== null && /[1-9]/.test(match[2] ?? '')
      if (cell instanceof Date || typeof cell === 'boolean' || Number.isNaN(value))
        return match
          ? {
              error: {
                code: 'not_an_integer',
                message: `« ${typed} » peut se lire de deux façons. Écrivez le nombre sans point ni virgule.`,
              },
            }
          : {
              error: {
                code: 'not_a_number',
                message: `« ${typed} » n’est pas un nombre entier. Écrivez-le en chiffres, par exemple 1250.`,
              },
            }
      if (decimals || !Number.isSafeInteger(value))
        return {
          error: {
            code: 'not_an_integer',
            message: `« ${typed.replace('.', ',')} » n’est pas un nombre entier. Retirez les décimales.`,
          },
        }
      if (value < min) return { error: { code: 'too_small', message: `Ce nombre doit être au moins ${shown(min)}.` } }
      if (value > max) return { error: { code: 'too_large', message: `Ce nombre doit être au plus ${shown(max)}.` } }
      return { value: value === 0 ? 0 : value }
    },
    write: (value) => value,
    schema: { type: 'integer', constraints: { minimum: min, maximum: max } },
  }
}

/** What the caller's reader of amounts answers: cents, or the name of what is wrong. */
export type AmountReader = (text: string) => { readonly cents?: number; readonly error?: string }

const AMOUNT_ERRORS: Record<string, string> = {
  negative: 'Un montant ne peut pas être négatif. Retirez le signe moins.',
  too_many_decimals: 'Ce montant a plus de deux décimales, ou un point entre les milliers. Écrivez-le ainsi : 1234,56.',
  too_large: 'Ce montant est trop grand : vérifiez l’unité, il s’agit d’euros.',
}

/**
 * Euros, as cents. French and dot decimals are the business of `parse`, which reads the text as typed. A numeric cell is what a
 * spreadsheet computed: it is first rounded to the cent, half up, as the spreadsheet shows it.
 */
export function amount(parse: AmountReader, messages: Record<string, string> = {}): CellKind<number> {
  const explain = (code: string, typed: string): CellError => ({
    code,
    message:
      messages[code] ?? AMOUNT_ERRORS[code] ?? `« ${typed} » n’est pas un montant. Écrivez-le en chiffres, par exemple 1234,56.`,
  })
  return {
    read(cell) {
      const typed = cellText(cell)
      if (cell instanceof Date || typeof cell === 'boolean') return { error: explain('not_a_number', typed) }
      const { cents, error } = parse(typeof cell === 'number' ? roundedToCents(cell) : typed)
      return cents === undefined ? { error: explain(error ?? 'not_a_number', typed) } : { value: cents }
    },
    // Two decimals of a double are exact enough to come back: 15 digits hold any amount below ten thousand billion.
    write: (value) => value / 100,
    schema: { type: 'number', constraints: { minimum: 0 } },
  }
}

/** 1.005 is held as 1.00499999999999989…: fifteen digits, what a spreadsheet keeps, give back what was meant. */
function roundedToCents(value: number): string {
  const cents = Math.round(Number((Math.abs(value) * 100).toPrecision(15)))
  return Number.isSafeInteger(cents) ? `${value < 0 && cents > 0 ? '-' : ''}${(cents / 100).toFixed(2)}` : String(value)
}
