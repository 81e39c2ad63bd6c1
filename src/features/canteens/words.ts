// A canteen in French words.
import { economicModels, formerProductionTypes, lineMinistries, managementTypes, productionTypes } from '../../law/canteen.ts'
import type { CanteenRecord, RecordField } from '../../law/canteen-record.ts'
import { isSectorId, sectorOf } from '../../law/sectors.ts'
import { departments, regions } from '../../law/territories.ts'
import { placeOf } from '../territory/territory.ts'
import type { Role } from './members.sql.ts'

/** « Restaurant satellite », « Groupe de restaurants satellites »; « Type à préciser » when not known. */
export function kindWords({ productionType }: Pick<CanteenRecord, 'productionType'>): string {
  if (productionType === 'groupe') return 'Groupe de restaurants satellites'
  return [...productionTypes, ...formerProductionTypes].find(({ id }) => id === productionType)?.label ?? 'Type à préciser'
}

/** « Cesson-Sévigné (35510) »; empty when the commune is not known. */
export const placeWords = ({ commune, postcode }: { commune: string | null; postcode: string | null }): string =>
  commune === null ? '' : postcode === null ? commune : `${commune} (${postcode})`

/** « SIRET 213 500 515 00019 », « SIREN 213 500 515 »; empty without a number. */
export function numberWords({ siret, siren }: Pick<CanteenRecord, 'siret' | 'siren'>): string {
  if (siret !== null) return `SIRET ${groupedNumber(siret)}`
  return siren === null ? '' : `SIREN ${groupedNumber(siren)}`
}

/** Digits in the groups that people read them by; what is not a SIRET nor a SIREN stays as it is. */
export const groupedNumber = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, '$1 $2 $3 $4').trim()

export const roleWords: Readonly<Record<Role, string>> = { administrator: 'Administration', entry: 'Saisie', reader: 'Lecture' }

/** A field as a sentence names it, and as a line of the record does. */
export const fieldWords: Readonly<Record<RecordField, { readonly the: string; readonly label: string }>> = {
  productionType: { the: 'le type', label: 'Type' },
  name: { the: 'le nom', label: 'Nom' },
  siret: { the: 'le SIRET', label: 'SIRET' },
  siren: { the: 'le SIREN', label: 'SIREN' },
  inseeCode: { the: 'la commune', label: 'Commune' },
  managementType: { the: 'le mode de gestion', label: 'Mode de gestion' },
  economicModel: { the: 'le modèle économique', label: 'Modèle économique' },
  sectorList: { the: 'le secteur', label: 'Secteurs' },
  lineMinistry: { the: 'l’administration de tutelle', label: 'Administration de tutelle' },
  dailyMealCount: { the: 'les repas par jour', label: 'Repas par jour' },
  yearlyMealCount: { the: 'les repas par an', label: 'Repas par an' },
  kitchenSiret: { the: 'le SIRET de la cuisine qui livre', label: 'SIRET de la cuisine qui livre' },
}

/** « 1 cantine », « 1 200 cantines ». */
export const countWords = (count: number): string => `${figures.format(count)} cantine${count > 1 ? 's' : ''}`

export const figures = new Intl.NumberFormat('fr-FR')

const and = new Intl.ListFormat('fr', { type: 'conjunction' })
/** « le nom, la commune et le secteur ». */
export const listWords = (parts: Iterable<string>): string => and.format(parts)

export const departmentWords = (code: string): string => {
  const found = departments.find((one) => one.code === code)
  return found ? `${found.label} (${code})` : code
}

export const regionWords = (code: string): string => regions.find((one) => one.code === code)?.label ?? code

const typographic = (label: string) => label.replaceAll("'", '’')
export const ministryChoices = lineMinistries.map(({ id, label }) => ({ value: id, label: typographic(label) }))

const labelIn = (list: readonly { readonly id: string; readonly label: string }[], id: unknown) =>
  typographic(list.find((one) => one.id === id)?.label ?? String(id))

const sectorWords = (id: string) => (isSectorId(id) ? typographic(sectorOf(id).label) : id)

/** What a field holds, as people read it; null when it holds nothing. Takes what the trail kept too, whatever it is. */
export function valueWords(field: RecordField, value: unknown): string | null {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null
  switch (field) {
    case 'productionType':
      return kindWords({ productionType: value as CanteenRecord['productionType'] })
    case 'managementType':
      return labelIn(managementTypes, value)
    case 'economicModel':
      return labelIn(economicModels, value)
    case 'lineMinistry':
      return labelIn(lineMinistries, value)
    case 'sectorList':
      return listWords([value].flat().map((id) => sectorWords(String(id))))
    case 'inseeCode': {
      const place = placeOf(String(value))
      return place ? placeWords({ commune: place.name, postcode: place.postcode }) : String(value)
    }
    case 'dailyMealCount':
    case 'yearlyMealCount':
      return figures.format(Number(value))
    case 'siret':
    case 'siren':
    case 'kitchenSiret':
      return groupedNumber(String(value))
    default:
      return String(value)
  }
}
