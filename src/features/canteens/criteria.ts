// What one looks for among one's canteens, read from the address and written back into one.

import type { ProductionType } from '../../law/canteen.ts'
import { isSectorId, type SectorId } from '../../law/sectors.ts'
import { departments } from '../../law/territories.ts'
import { type FormValues, formValues } from '../../platform/http/forms.ts'
import type { Role } from './members.sql.ts'

export const LONGEST_WORDS = 100

type Choice<Id> = { readonly value: string; readonly id: Id; readonly label: string }

export const KINDS: readonly Choice<ProductionType>[] = [
  { value: 'sur-place', id: 'site', label: 'Cuisine sur place' },
  { value: 'satellite', id: 'site_cooked_elsewhere', label: 'Satellites' },
  { value: 'groupe', id: 'groupe', label: 'Groupes' },
]
export type State = 'incomplete' | 'complete' | 'to_check' | 'archived'
export const STATES: readonly Choice<State>[] = [
  { value: 'a-completer', id: 'incomplete', label: 'À compléter' },
  { value: 'completes', id: 'complete', label: 'Complètes' },
  { value: 'a-verifier', id: 'to_check', label: 'Numéro à vérifier' },
  { value: 'archivees', id: 'archived', label: 'Archivées' },
]
export const ROLE_CHOICES: readonly Choice<Role>[] = [
  { value: 'administration', id: 'administrator', label: 'Administration' },
  { value: 'saisie', id: 'entry', label: 'Saisie' },
  { value: 'lecture', id: 'reader', label: 'Lecture' },
]
export type Sort = 'to_do' | 'name' | 'postcode' | 'recent' | 'meals'
export const SORTS: readonly Choice<Sort>[] = [
  { value: 'a-faire', id: 'to_do', label: 'Ce qui reste à faire' },
  { value: 'nom', id: 'name', label: 'Nom' },
  { value: 'code-postal', id: 'postcode', label: 'Code postal' },
  { value: 'recentes', id: 'recent', label: 'Dernière modification' },
  { value: 'repas', id: 'meals', label: 'Repas par an' },
]

export type Criteria = {
  readonly words: string
  readonly kind: ProductionType | null
  /** Archived canteens are seen only when asked for. */
  readonly state: State | null
  readonly role: Role | null
  readonly department: string | null
  readonly sector: SectorId | null
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

const idOf = <Id>(choices: readonly Choice<Id>[], value: string): Id | null =>
  choices.find((choice) => choice.value === value)?.id ?? null
const wordOf = <Id>(choices: readonly Choice<Id>[], id: Id | null): string =>
  choices.find((choice) => choice.id === id)?.value ?? ''

/** Reads the address. What it does not know counts as absent: an old link still shows the list. */
export function readCriteria(query: FormValues): Criteria {
  const sector = query.get('secteur')
  return {
    words: query.get('q').slice(0, LONGEST_WORDS),
    kind: idOf(KINDS, query.get('type')),
    state: idOf(STATES, query.get('etat')),
    role: idOf(ROLE_CHOICES, query.get('role')),
    department: departments.find(({ code }) => code === query.get('departement'))?.code ?? null,
    sector: isSectorId(sector) ? sector : null,
    sort: idOf(SORTS, query.get('tri')) ?? 'to_do',
    page: Math.min(100_000, Math.max(1, Math.floor(Number(query.get('page'))) || 1)),
  }
}

/** The criteria as the fields of a form, those that say nothing left out. */
export function criteriaFields({ words, kind, state, role, department, sector, sort, page }: Criteria): [string, string][] {
  const pairs = {
    q: words,
    type: wordOf(KINDS, kind),
    etat: wordOf(STATES, state),
    role: wordOf(ROLE_CHOICES, role),
    departement: department ?? '',
    secteur: sector ?? '',
    tri: sort === 'to_do' ? '' : wordOf(SORTS, sort),
    page: page > 1 ? String(page) : '',
  }
  return Object.entries(pairs).filter(([, value]) => value !== '')
}

/** The criteria in one word, for a form that has fields of its own; `readSearch` reads it back. */
export const searchOf = (criteria: Criteria): string => new URLSearchParams(criteriaFields(criteria)).toString()
export const readSearch = (search: string): Criteria => readCriteria(formValues(new URLSearchParams(search)))

/** The list in this state. */
export const listAddress = (criteria: Criteria, path = '/mes-cantines'): string => {
  const search = searchOf(criteria)
  return search === '' ? path : `${path}?${search}`
}

/** Does the list show less than all living canteens? */
export const isNarrowed = ({ words, kind, state, role, department, sector }: Criteria): boolean =>
  words !== '' || [kind, state, role, department, sector].some((one) => one !== null)
