// A format for trying out the import engine: the loans of a library. Twelve columns, at least one of each kind.
import { listOf, oneOf, yesNo } from '../../src/platform/tables/choice.kind.ts'
import { optional, type RowOf, required, type TableFormat } from '../../src/platform/tables/columns.ts'
import { date } from '../../src/platform/tables/date.kind.ts'
import { digits } from '../../src/platform/tables/digits.kind.ts'
import { amount, integer } from '../../src/platform/tables/number.kind.ts'
import { text } from '../../src/platform/tables/text.kind.ts'

/** Euros as typed, to cents: a simple stand-in for the reader that the law gives. */
export function cents(typed: string): { cents?: number; error?: string } {
  const match = /^(-?)(\d{1,9})(?:[.,](\d+))?$/.exec(typed.replace(/[\s€]/g, ''))
  if (!match) return { error: 'not_a_number' }
  if (match[1]) return { error: 'negative' }
  const decimals = match[3] ?? ''
  return decimals.length > 2
    ? { error: 'too_many_decimals' }
    : { cents: Number(match[2]) * 100 + Number(decimals.padEnd(2, '0')) }
}

const kinds = [
  { value: 'novel', label: 'Roman' },
  { value: 'comic', label: 'Bande dessinée', others: ['BD'] },
  { value: 'youth', label: 'L’heure du conte / jeunesse' },
] as const
const themes = [
  { value: 'history', label: 'Histoire' },
  { value: 'cooking', label: 'Cuisine, vin et jardin' },
  { value: 'sea', label: 'Mer' },
] as const

const columns = {
  card: required({
    header: 'numéro_carte',
    otherHeaders: ['carte'],
    help: 'Numéro de la carte.',
    example: '01234567890123',
    as: digits(14, { name: 'le numéro de carte' }),
    unique: true,
  }),
  title: required({ header: 'titre', help: 'Titre du livre.', example: 'Les Misérables', as: text({ maxLength: 200 }) }),
  author: optional({ header: 'auteur', help: 'Auteur du livre.', example: 'Victor Hugo', as: text() }),
  lentOn: required({
    header: 'date_emprunt',
    help: 'Jour de l’emprunt.',
    example: '2026-01-31',
    as: date({ max: '2026-12-31' }),
  }),
  price: required({ header: 'prix', help: 'Prix du livre en euros.', example: '12.50', as: amount(cents) }),
  kind: required({ header: 'genre', help: 'Genre du livre.', example: 'Roman', as: oneOf(kinds) }),
  themes: optional({ header: 'thèmes', help: 'Un ou plusieurs thèmes.', example: 'Histoire, Mer', as: listOf(themes) }),
  pages: optional({ header: 'nombre_pages', help: 'Nombre de pages.', example: '350', as: integer({ min: 1, max: 10_000 }) }),
  renewed: optional({ header: 'prolongé', help: 'Prolongé ou non.', example: 'oui', as: yesNo }, false),
  returnedOn: optional({ header: 'date_retour', help: 'Jour du retour.', example: '2026-02-14', as: date() }),
  shelf: optional({ header: 'rayon', help: 'Rayon.', example: 'B12', as: text({ maxLength: 20 }) }),
  note: optional({ header: 'remarque', help: 'Remarque libre.', example: 'Couverture abîmée', as: text() }),
}

export type Loan = RowOf<{ kind: string; title: string; version: string; columns: typeof columns }>

export const loans: TableFormat<Loan> = {
  kind: 'loans',
  title: 'Emprunts',
  version: '1.0.0',
  columns,
  rules: [
    {
      of: ['lentOn', 'returnedOn'],
      mistakes: ({ lentOn, returnedOn }) =>
        returnedOn !== null && returnedOn < lentOn
          ? [{ column: 'returnedOn', code: 'returned_before', message: 'Le retour est avant l’emprunt.' }]
          : [],
    },
  ],
}
export const HEADERS = Object.values(columns).map(({ header }) => header)

/** A right row as a file would hold it, `at` making its card number. */
export const loanCells = (at: number): string[] => [
  String(10_000_000_000_000 + at),
  `Livre ${at}`,
  'Colette',
  '2026-03-04',
  '12,50',
  'bande dessinee',
  'mer, cuisine, vin et jardin',
  '120',
  'x',
  '14/03/2026',
  'C3',
  'rien',
]
