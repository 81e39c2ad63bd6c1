// One row of the grid: what its cells say, everything wrong with it, and the same cells put tidily.
import { type FamilyId, familyOf } from '../../law/families.ts'
import { checkPurchase, familyOfCode, type LocalDefinition, type Origin, type PurchaseRecord } from '../../law/purchase.ts'
import { FIRST_DATA_YEAR, type IsoDate } from '../../law/timeline.ts'
import { yesNo } from '../../platform/tables/choice.kind.ts'
import type { CellKind } from '../../platform/tables/columns.ts'
import { date as dateCell } from '../../platform/tables/date.kind.ts'
import { closest, fold } from '../../platform/tables/wording.client.ts'
import { recognise } from '../recognition/recognition.ts'
import * as cells from './cells.ts'
import { isTooLong, tooLongWords } from './grid-block.client.ts'
import { CHOICES, GRID, type GridKey, type TypedRow } from './grid-columns.ts'
import { priceText, type TypedPurchase } from './purchase-form.ts'
import { labelWords } from './words.ts'

export type CellMistake = { readonly key: GridKey; readonly message: string }
export type RowReading = {
  readonly purchase: TypedPurchase
  /** One for each cell at most, in the order of the columns. */
  readonly mistakes: readonly CellMistake[]
  /** What reads well, as we write it: it reads the same again. */
  readonly tidy: TypedRow
}

const NO_ORIGIN = ['autre', 'autres', 'ailleurs', 'hors ue', 'hors europe', 'monde', 'inconnue', 'inconnu']
const NOT_A_DAY = 'Écrivez cette date ainsi : 30/09/2026.'
const NO_PRICE = 'Indiquez le prix hors taxe en euros, par exemple 125,40.'
const NO_DATE = 'Indiquez la date de l’achat, par exemple 30/09/2026.'

/** Reads a row that is not blank. `today` is the day in Paris. A price below zero is what a credit note gives back. */
export function readRow(whole: TypedRow, today: IsoDate): RowReading {
  const mistakes = new Map<GridKey, string>()
  // What cannot be a cell is not read: it stays as it is, to be shortened.
  const unreadable = GRID.flatMap(({ key }) => (isTooLong(whole[key]) ? [key] : []))
  const typed = { ...whole, ...Object.fromEntries(unreadable.map((key) => [key, ''])) }
  const read = <Value, None>(key: GridKey, kind: Pick<CellKind<Value>, 'read'>, none: None): Value | None => {
    if (typed[key] === '') return none
    const { value, error } = kind.read(typed[key])
    if (error) mistakes.set(key, error.message)
    return error ? none : (value as Value)
  }
  const date = read('date', dateCell(), null)
  if (date === null) mistakes.set('date', typed.date === '' ? NO_DATE : NOT_A_DAY)
  const cents = read('priceExclTaxCents', cells.price, null)
  if (typed.priceExclTaxCents === '') mistakes.set('priceExclTaxCents', NO_PRICE)
  const familyCode = read('family', cells.family, null)
  const labels = read('characteristics', cells.labels, [])
  if (mistakes.has('family')) {
    const near = closest(typed.family, CHOICES.family!)
    mistakes.set('family', near ? `Vouliez-vous dire « ${near} » ?` : 'Choisissez une famille de la liste.')
  }
  const local = read('local', localCell, NOT_LOCAL)
  const purchase: TypedPurchase = {
    date: date ?? today,
    description: typed.description.replace(/\s+/g, ' '),
    supplier: typed.supplier.replace(/\s+/g, ' ') || null,
    priceExclTaxCents: cents ?? 0,
    family: familyCode === null ? null : familyOfCode(familyCode),
    characteristics: labels,
    origin: NO_ORIGIN.includes(fold(typed.origin)) ? null : read('origin', originCell, null),
    shortChain: read('shortChain', yesNo, false),
    ...local,
    credit: (cents ?? 0) < 0,
  }
  const noFood = typed.family === '' ? recognise(purchase.description, { dataYear: FIRST_DATA_YEAR }).noFood : undefined
  if (noFood) mistakes.set('family', `Ce n’est pas un aliment (${noFood}) : effacez cette ligne, ou choisissez une famille.`)
  for (const { field, message } of checkPurchase(purchase, { today, credit: purchase.credit })) {
    const key = CELL_OF[field] ?? (field as GridKey)
    if (!mistakes.has(key)) mistakes.set(key, message)
  }
  for (const key of unreadable) mistakes.set(key, tooLongWords(whole[key]))
  return {
    purchase,
    mistakes: GRID.flatMap(({ key }) => (mistakes.has(key) ? [{ key, message: mistakes.get(key)! }] : [])),
    tidy: tidied(whole, purchase, (key) => !mistakes.has(key) && typed[key] !== ''),
  }
}

const CELL_OF: Partial<Record<keyof PurchaseRecord, GridKey>> = { localDefinition: 'local', localKm: 'local' }

/** France, Europe, or the name of a country that tells which. */
const originCell: Pick<CellKind<Origin>, 'read'> = {
  read(cell) {
    const reading = cells.origin.read(cell)
    // Whatever the year: it matters to labels only.
    const named = reading.error ? recognise(`origine ${cell}`, { dataYear: FIRST_DATA_YEAR }).origin : null
    if (named) return { value: named }
    return reading.error
      ? { error: { ...reading.error, message: 'Écrivez France ou Europe ; d’ailleurs, ou sans le savoir, laissez vide.' } }
      : reading
  },
}

type Local = { local: boolean; localDefinition: LocalDefinition | null; localKm: number | null }
const NOT_LOCAL: Local = { local: false, localDefinition: null, localKm: null }

/** « oui », « Département », « 50 km ». */
const localCell: Pick<CellKind<Local>, 'read'> = {
  read(cell) {
    const ticked = yesNo.read(cell)
    if (ticked.value !== undefined) return { value: { ...NOT_LOCAL, local: ticked.value } }
    const km = /^(?:moins de |< ?)?(\d{1,6}) ?km$/i.exec(String(cell).trim())
    if (km) return { value: { local: true, localDefinition: 'KM', localKm: Number(km[1]) } }
    const { value } = cells.localDefinition.read(cell)
    return value
      ? { value: { local: true, localDefinition: value, localKm: null } }
      : {
          error: {
            code: 'not_a_boolean',
            message: 'Écrivez oui ou non, ou ce que local veut dire : Commune, Département, Région, PAT, 50 km.',
          },
        }
  },
}

function tidied(typed: TypedRow, purchase: TypedPurchase, isRead: (key: GridKey) => boolean): TypedRow {
  const { date, family, characteristics, origin, local, localDefinition, localKm, shortChain } = purchase
  const tidy: Partial<Record<GridKey, string>> = {
    date: date.split('-').reverse().join('/'),
    priceExclTaxCents: priceText(purchase.priceExclTaxCents),
    ...(family && { family: familyText(family) }),
    ...(characteristics.length > 0 && { characteristics: labelsText(characteristics) }),
    ...(origin && { origin: originText(origin) }),
    shortChain: shortChain ? 'oui' : 'non',
    local: !local ? 'non' : localKm !== null ? `${localKm} km` : localDefinition ? LOCAL_WORDS[localDefinition] : 'oui',
  }
  const kept = Object.entries(tidy).filter(([key]) => isRead(key as GridKey))
  return { ...typed, ...Object.fromEntries(kept) }
}

const LOCAL_WORDS: Record<LocalDefinition, string> = {
  PAT: 'PAT',
  COMMUNE: 'Commune',
  DEPARTEMENT: 'Département',
  REGION: 'Région',
  KM: 'km',
}
/** A family, labels and an origin as the cells of the grid hold them. */
export const familyText = (family: FamilyId): string => cells.SHORT_FAMILIES[familyOf(family).purchaseCode][0]
export const labelsText = (labels: PurchaseRecord['characteristics']): string => labels.map(labelWords).join(', ')
export const originText = (origin: Origin): string => (origin === 'FRANCE' ? 'France' : 'Europe')
