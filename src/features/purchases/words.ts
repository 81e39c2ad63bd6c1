// Purchases in French words.
import { type FamilyId, families, familyOf } from '../../law/families.ts'
import { type Characteristic, characteristics, localDefinitions, origins } from '../../law/purchase.ts'
import type { Choice } from '../../platform/html/fields.tsx'
import { figures } from '../canteens/canteens.ts'

const typographic = (label: string) => label.replaceAll("'", '’')

/** « 1 achat », « 1 200 achats ». */
export const countWords = (count: number): string => `${figures.format(count)} achat${count > 1 ? 's' : ''}`

export const familyChoices: readonly Choice[] = families.map(({ id, label }) => ({ value: id, label: typographic(label) }))
export const familyWords = (id: FamilyId | null): string => (id === null ? 'Sans famille' : typographic(familyOf(id).label))

/** Short enough for a chip. */
const SHORT: Partial<Record<Characteristic, string>> = {
  IGP: 'IGP',
  STG: 'STG',
  HVE: 'HVE ou niveau 2',
  RUP: 'Région ultrapériphérique (RUP)',
  EXTERNALITES: 'Coûts environnementaux',
  PERFORMANCE: 'Performance environnementale',
}
export const labelWords = (code: Characteristic): string =>
  SHORT[code] ?? typographic(characteristics.find((one) => one.code === code)!.label)

/** The page of « Est-ce que ça compte ? » about each characteristic. */
const CLAIM: Partial<Record<Characteristic, string>> = {
  BIO: 'bio',
  LABEL_ROUGE: 'label-rouge',
  AOCAOP: 'aop',
  IGP: 'igp',
  STG: 'stg',
  HVE: 'hve',
  PECHE_DURABLE: 'ecolabel-peche-durable',
  RUP: 'rup',
  COMMERCE_EQUITABLE: 'commerce-equitable',
  FERMIER: 'fermier',
  EXTERNALITES: 'externalites-environnementales',
  PERFORMANCE: 'performance-et-approvisionnement-direct',
}

/** Those that one may tick, each with where its rule is explained. */
export const labelChoices: readonly (Choice & { claim: string })[] = characteristics
  .filter((one) => !('retired' in one))
  .map(({ code }) => ({ value: code, label: labelWords(code), claim: CLAIM[code] ?? '' }))

export const originChoices: readonly Choice[] = origins.map(({ code, label }) => ({ value: code, label }))
export const originWords = (code: string): string => origins.find((one) => one.code === code)?.label ?? code
export const localChoices: readonly Choice[] = localDefinitions.map(({ code, label }) => ({ value: code, label }))
