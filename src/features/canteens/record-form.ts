// The record of a canteen as a form sends it, and back: what was typed, what it means, what is wrong with it.
import { economicModels, lineMinistries, managementTypes, type ProductionType } from '../../law/canteen.ts'
import {
  asksMinistry,
  type CanteenRecord,
  checkCanteenRecord,
  type RecordField,
  type RecordMistake,
} from '../../law/canteen-record.ts'
import { isSectorId } from '../../law/sectors.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { chosenName, communesMeant, typedCommune } from '../territory/territory.ts'

/** Fields by what they hold. Sectors stand in three fields, the first of which is this one. */
export const FIELD: Readonly<Record<RecordField, string>> = {
  productionType: 'type',
  name: 'nom',
  siret: 'siret',
  siren: 'siren',
  inseeCode: 'commune',
  managementType: 'gestion',
  economicModel: 'modele',
  sectorList: 'secteur',
  lineMinistry: 'tutelle',
  dailyMealCount: 'repas-jour',
  yearlyMealCount: 'repas-an',
  kitchenSiret: 'cuisine',
}
/** Which of the two numbers a place has: `siret` or `siren`. */
export const NUMBER_KIND = 'numero'
export const SECTOR_FIELDS = [FIELD.sectorList, `${FIELD.sectorList}-2`, `${FIELD.sectorList}-3`] as const

type Labelled<Id> = readonly { readonly id: Id }[]
/** The identifier of this list that a field holds, or null. */
export const among = <Id extends string>(list: Labelled<Id>, value: string): Id | null =>
  list.find(({ id }) => id === value)?.id ?? null

/** Digits as people type them: spaces, dots and hyphens go; what holds anything else stays, to be said wrong. */
export const readDigits = (typed: string): string | null => typed.replace(/[\s\u00a0\u202f.-]/g, '').slice(0, 40) || null

/** A whole number with or without spaces; not a number when it cannot be read. */
export function readCount(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '')
  if (text === '') return null
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
}

/**
 * The record of a posted form, with every error at its field. A group stays a group and a place a place (`isGroup`).
 * The ministry is kept only where the law asks for it; of the two numbers, the one that the form says the place has.
 */
export function readRecord(form: FormValues, isGroup: boolean): { record: CanteenRecord; errors: FieldError[] } {
  const kind = form.get(NUMBER_KIND)
  const commune = readCommune(form)
  const type: ProductionType | null = isGroup
    ? 'groupe'
    : among([{ id: 'site' }, { id: 'site_cooked_elsewhere' }] as const, form.get(FIELD.productionType))
  const asked = {
    productionType: type,
    name: form.get(FIELD.name).replace(/\s+/g, ' '),
    siret: isGroup || kind === 'siren' ? null : readDigits(form.get(FIELD.siret)),
    siren: isGroup || kind === 'siren' ? readDigits(form.get(FIELD.siren)) : null,
    inseeCode: isGroup ? null : commune.code,
    managementType: among(managementTypes, form.get(FIELD.managementType)),
    economicModel: isGroup ? null : among(economicModels, form.get(FIELD.economicModel)),
    sectorList: isGroup ? [] : readSectors(form),
    lineMinistry: among(lineMinistries, form.get(FIELD.lineMinistry)),
    dailyMealCount: readCount(form.get(FIELD.dailyMealCount)),
    yearlyMealCount: readCount(form.get(FIELD.yearlyMealCount)),
    kitchenSiret: type === 'site' ? null : readDigits(form.get(FIELD.kitchenSiret)),
  } satisfies CanteenRecord
  const record = asksMinistry(asked) ? asked : { ...asked, lineMinistry: null }
  const mistakes = checkCanteenRecord(record).filter(({ field }) => field !== 'inseeCode' || commune.error === null)
  return { record, errors: [...mistakes.map(atField), ...(commune.error ? [commune.error] : [])].sort(byPlace) }
}

export const atField = ({ field, message }: RecordMistake): FieldError => ({ field: FIELD[field], message })

/** Down the page: the summary leads from one field to the next. */
const ORDER = [
  'nom',
  'numero',
  'siret',
  'siren',
  'type',
  'cuisine',
  'gestion',
  'modele',
  'secteur',
  'tutelle',
  'commune',
  'repas-jour',
  'repas-an',
]
const byPlace = (a: FieldError, b: FieldError) => rank(a) - rank(b)
const rank = ({ field }: FieldError) => ORDER.findIndex((name) => field === name || field.startsWith(`${name}-`))

export const readSectors = (form: FormValues) => [...new Set(SECTOR_FIELDS.map((name) => form.get(name)).filter(isSectorId))]

/** The commune that was typed; when it is not certain which one is meant, the error says what to do. */
function readCommune(form: FormValues): { code: string | null; error: FieldError | null } {
  const typed = form.get(FIELD.inseeCode)
  if (typed === '') return { code: null, error: null }
  const { commune, choices } = communesMeant(typed, form.get(chosenName(FIELD.inseeCode)))
  if (commune) return { code: commune.code, error: null }
  return {
    code: null,
    error:
      choices.length > 0
        ? { field: chosenName(FIELD.inseeCode), message: 'Plusieurs communes correspondent : choisissez la vôtre.' }
        : {
            field: FIELD.inseeCode,
            message: `Aucune commune ne s’appelle « ${typed} » : vérifiez l’orthographe, ou écrivez le code postal.`,
          },
  }
}

/** A record as the fields of its form. */
export function recordFields(record: CanteenRecord): [string, string][] {
  const { sectorList, inseeCode } = record
  const simple = (Object.keys(FIELD) as RecordField[])
    .filter((field) => field !== 'sectorList' && field !== 'inseeCode')
    .map((field): [string, string] => [FIELD[field], String(record[field] ?? '')])
  return [
    ...simple,
    [NUMBER_KIND, record.siret === null && record.siren !== null ? 'siren' : 'siret'],
    [FIELD.inseeCode, inseeCode === null ? '' : (typedCommune(inseeCode) ?? inseeCode)],
    ...sectorList.slice(0, SECTOR_FIELDS.length).map((id, index): [string, string] => [SECTOR_FIELDS[index]!, id]),
  ].filter((pair): pair is [string, string] => pair[1] !== '')
}
