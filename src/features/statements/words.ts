// Statements in French words.
import type { StatedLine } from '../../law/consistency.ts'
import { formatEuros } from '../../law/money.ts'
import type { Choice } from '../../platform/html/fields.tsx'
import { familyWords, labelChoices, labelWords, originWords } from '../purchases/purchases.ts'
import { labelSet } from './lines.ts'
import { type Content, isOpen, type Statement, sumOf } from './statement.ts'

/** « Fruits et légumes frais et surgelés · Bio · Origine France ». */
export const lineWords = ({ family, characteristics, origin }: StatedLine): string =>
  [familyWords(family), ...characteristics.map(labelWords), ...(origin ? [originWords(origin)] : [])].join(' · ')

/** One choice for each label, and the two that go together most often; the one that a line holds is added when it is another. */
export function labelSetChoices(held: string): Choice[] {
  const both = { value: labelSet(['BIO', 'COMMERCE_EQUITABLE']), label: 'Bio et commerce équitable' }
  const [organic, ...others] = labelChoices.map(({ value, label }) => ({ value, label }))
  const choices: Choice[] = [organic!, both, ...others]
  if (held === '' || choices.some(({ value }) => value === held)) return choices
  const names = held.split(' ').map((code) => labelChoices.find(({ value }) => value === code)?.label ?? code)
  return [...choices, { value: held, label: names.join(', ') }]
}

/** Where a statement stands, for its canteen. */
export function stateWords(statement: Statement, now: Date): string {
  const { state, cutAt, decisions } = statement
  if (state === 'sent') return 'À relire'
  if (state === 'decided') {
    const accepted = (decisions ?? []).filter((one) => one.accepted).length
    if (accepted === 0) return 'Refusé'
    return accepted === decisions?.length ? 'Accepté' : 'Accepté en partie'
  }
  if (cutAt !== null) return 'Lien coupé'
  return isOpen(statement, now) ? 'Demandé' : 'Lien expiré'
}

export const supplierWords = ({ contractor }: Pick<Statement, 'contractor'>) => (contractor ? 'prestataire' : 'fournisseur')

/** What its lines come to; a dash as long as there are none. */
export const amountWords = (content: Pick<Content, 'lines'> | null): string =>
  content === null ? '–' : formatEuros(sumOf(content.lines))

/** « 31/12/2026 ». */
export const shortDay = (day: string) => day.split('-').reverse().join('/')
