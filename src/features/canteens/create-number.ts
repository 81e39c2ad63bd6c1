// The first thing asked of a new canteen: which number it goes by.

import { type CanteenRecord, numberMistakes } from '../../law/canteen-record.ts'
import { isSiret, sirenOf } from '../../law/identifiers.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { FIELD, NUMBER_KIND, readDigits } from './record-form.ts'

/** A place with its own SIRET, a place without, or a group of restaurants: its kitchen's legal unit gives it its SIREN. */
export type NumberKind = 'siret' | 'siren' | 'groupe'

export type GivenNumber =
  | { readonly kind: 'siret'; readonly siret: string; readonly siren: null }
  | { readonly kind: 'siren' | 'groupe'; readonly siret: null; readonly siren: string }

export const GROUP_SIREN = 'siren-groupe'

const KINDS: readonly NumberKind[] = ['siret', 'siren', 'groupe']
const fieldFor: Readonly<Record<NumberKind, string>> = { siret: FIELD.siret, siren: FIELD.siren, groupe: GROUP_SIREN }

/** The number that was given, or what to correct. A SIRET given where a SIREN is wanted tells it. */
export function readNumber(query: FormValues): { number: GivenNumber; error?: never } | { number?: never; error: FieldError } {
  const kind = KINDS.find((one) => one === query.get(NUMBER_KIND))
  if (kind === undefined) return { error: { field: NUMBER_KIND, message: 'Dites si cette cantine a son propre SIRET.' } }
  const field = fieldFor[kind]
  const digits = readDigits(query.get(field))
  if (digits === null)
    return {
      error: { field, message: kind === 'siret' ? 'Indiquez le SIRET (14 chiffres).' : 'Indiquez le SIREN (9 chiffres).' },
    }
  const number: GivenNumber =
    kind === 'siret'
      ? { kind, siret: digits, siren: null }
      : { kind, siret: null, siren: isSiret(digits) ? sirenOf(digits) : digits }
  const [mistake] = numberMistakes(recordWith(number))
  return mistake ? { error: { field, message: mistake.message } } : { number }
}

/** The number as the fields of a form. */
export const numberFields = ({ kind, siret, siren }: GivenNumber): [string, string][] => [
  [NUMBER_KIND, kind],
  [fieldFor[kind], siret ?? siren],
]

/** A record that says nothing but its number and what follows from it. */
export const recordWith = ({ kind, siret, siren }: GivenNumber): CanteenRecord => ({
  productionType: kind === 'groupe' ? 'groupe' : null,
  name: '',
  siret,
  siren,
  inseeCode: null,
  managementType: null,
  economicModel: null,
  sectorList: [],
  lineMinistry: null,
  dailyMealCount: null,
  yearlyMealCount: null,
  kitchenSiret: null,
})
