// The form that asks a supplier for a statement: what was typed, what it means, what is wrong with it.
import { LONGEST_SUPPLIER } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import type { Choice } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { readEmail } from '../accounts/accounts.ts'
import type { Canteen } from '../canteens/canteens.ts'
import { LONGEST_WORD, supplierKey } from './statement.ts'
import type { Asked } from './statements.ts'

export const FIELD = { supplier: 'fournisseur', role: 'role', email: 'courriel', year: 'annee', word: 'mot' } as const
const SUPPLIER = 'fournisseur'
const CONTRACTOR = 'prestataire'

export const roleChoices: readonly Choice[] = [
  { value: SUPPLIER, label: 'Un fournisseur', hint: 'Il vous vend une partie de ce que vous servez.' },
  { value: CONTRACTOR, label: 'Un prestataire', hint: 'Il achète et cuisine tout ce que vous servez (gestion concédée).' },
]

/** Requests that one person may send in a day: each writes to someone. */
export const ASKED_BY_ONE = { name: 'statements asked by a person', most: 100, minutes: 24 * 60 }
export const ASKED_ENOUGH = 'Vous avez demandé beaucoup de relevés aujourd’hui : réessayez demain.'

/** This year and the three before: what a declaration or a correction may still need. */
export const askableYears = (today: string): DataYear[] => [0, 1, 2, 3].map((back) => Number(today.slice(0, 4)) - back)

const JULY = '07'

/** The last whole year until the summer, the current one after: its statement is then what one prepares. */
export const firstAnswers = (canteen: Pick<Canteen, 'managementType'>, today: string): [string, string][] => {
  const [thisYear, lastYear] = askableYears(today)
  return [
    [FIELD.role, canteen.managementType === 'conceded' ? CONTRACTOR : SUPPLIER],
    [FIELD.year, String(today.slice(5, 7) < JULY ? lastYear : thisYear)],
  ]
}

export function readAsked(form: FormValues, today: string): { asked: Asked; errors: FieldError[] } {
  const errors: FieldError[] = []
  const wrong = (field: keyof typeof FIELD, message: string) => errors.push({ field: FIELD[field], message })
  const supplier = form.get(FIELD.supplier).replace(/\s+/g, ' ')
  if (supplierKey(supplier) === '') wrong('supplier', 'Indiquez le nom du fournisseur ou du prestataire.')
  else if (supplier.length > LONGEST_SUPPLIER) wrong('supplier', `Ce nom est trop long : ${LONGEST_SUPPLIER} caractères au plus.`)
  const role = form.get(FIELD.role)
  if (role !== SUPPLIER && role !== CONTRACTOR) wrong('role', 'Dites si c’est un fournisseur ou un prestataire.')
  const typed = form.get(FIELD.email)
  const read = typed === '' ? null : readEmail(typed, FIELD.email)
  if (read) errors.push(...read.errors)
  const year = askableYears(today).find((one) => String(one) === form.get(FIELD.year))
  if (year === undefined) wrong('year', 'Choisissez l’année du relevé.')
  const word = form.get(FIELD.word)
  if (word.length > LONGEST_WORD) wrong('word', `Ce mot est trop long : ${LONGEST_WORD} caractères au plus.`)
  return { asked: { supplier, contractor: role === CONTRACTOR, email: read?.email ?? null, year: year ?? 0, word }, errors }
}
