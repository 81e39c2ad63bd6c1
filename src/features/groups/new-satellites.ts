// Several satellites typed at once under a group: what is common to all, then a line each. Every mistake of every line comes at once.

import { economicModels, lineMinistries, managementTypes } from '../../law/canteen.ts'
import { type CanteenRecord, checkCanteenRecord, type RecordField } from '../../law/canteen-record.ts'
import { isSectorId } from '../../law/sectors.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, findBySirets, placeWords } from '../canteens/canteens.ts'
import { communeLabel, communesMeant, foldWords } from '../territory/territory.ts'
import { quoted } from './words.ts'

export const FIRST_LINES = 5
export const MORE_LINES = 5
export const MOST_LINES = 50

/** Fields of a line, in their order; `nom-3` is that of the third line. */
export const LINE_FIELDS = ['nom', 'siret', 'commune', 'jour', 'an'] as const
export type LineField = (typeof LINE_FIELDS)[number]
export const nameOf = (field: LineField, line: number) => `${field}-${line}`

/** Where a mistake of the record is shown: on the line, or among what is common. */
const LINE_OF: Partial<Record<RecordField, LineField>> = {
  name: 'nom',
  siret: 'siret',
  siren: 'commune',
  inseeCode: 'commune',
  dailyMealCount: 'jour',
  yearlyMealCount: 'an',
}
const COMMON_OF: Partial<Record<RecordField, string>> = {
  managementType: 'gestion',
  economicModel: 'modele',
  sectorList: 'secteur',
  lineMinistry: 'tutelle',
}

/** How many lines the form holds. */
export const lineCount = (form: FormValues): number =>
  Math.min(MOST_LINES, Math.max(FIRST_LINES, Math.floor(Number(form.get('lignes'))) || 0))

export type NewSatellites = { readonly records: readonly CanteenRecord[]; readonly errors: FieldError[] }

/** The satellites of the lines that are filled, and all that is wrong, what the database knows included. */
export async function readNewSatellites(db: Queries, form: FormValues, group: Canteen): Promise<NewSatellites> {
  const common = readCommon(form, group)
  const lines = Array.from({ length: lineCount(form) }, (_, index) => index + 1).filter((line) =>
    LINE_FIELDS.some((field) => form.get(nameOf(field, line)) !== ''),
  )
  const read = lines.map((line) => ({ line, ...readLine(form, line, common, group) }))
  const errors: FieldError[] = []
  const add = (field: string, message: string) => {
    if (!errors.some((error) => error.field === field)) errors.push({ field, message })
  }
  if (lines.length === 0) add(nameOf('nom', 1), 'Remplissez au moins une ligne : un nom, un numéro ou une commune, et des repas.')
  for (const { line, record, typed } of read) {
    for (const { field, message } of typed) add(nameOf(field, line), message)
    for (const { field, message } of checkCanteenRecord(record)) {
      const own = LINE_OF[field]
      if (own) add(nameOf(own, line), message)
      else if (COMMON_OF[field]) add(COMMON_OF[field], message)
    }
  }
  for (const { line, message, field } of await twins(db, read)) add(nameOf(field, line), message)
  const order = [
    'gestion',
    'modele',
    'secteur',
    'tutelle',
    ...lines.flatMap((line) => LINE_FIELDS.map((field) => nameOf(field, line))),
  ]
  errors.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  return { records: read.map(({ record }) => record), errors }
}

type Common = Pick<CanteenRecord, 'managementType' | 'economicModel' | 'sectorList' | 'lineMinistry'>

function readCommon(form: FormValues, group: Canteen): Common {
  const choice = <Id extends string>(field: string, among: readonly { readonly id: Id }[]) =>
    among.find(({ id }) => id === form.get(field))?.id ?? null
  const sector = form.get('secteur')
  return {
    managementType: choice('gestion', managementTypes) ?? group.managementType,
    economicModel: choice('modele', economicModels),
    sectorList: isSectorId(sector) ? [sector] : [],
    lineMinistry: choice('tutelle', lineMinistries),
  }
}

type LineMistake = { readonly field: LineField; readonly message: string }

function readLine(form: FormValues, line: number, common: Common, group: Canteen) {
  const value = (field: LineField) => form.get(nameOf(field, line))
  const typed: LineMistake[] = []
  const siret = value('siret').replace(/[\s.\u00a0\u202f-]/g, '')
  const commune = readCommune(value('commune'))
  if (commune.message !== null) typed.push({ field: 'commune', message: commune.message })
  const meals = (field: 'jour' | 'an') => {
    const digits = value(field).replace(/[\s.\u00a0\u202f]/g, '')
    if (digits === '') return null
    if (/^\d{1,12}$/.test(digits)) return Number(digits)
    typed.push({
      field,
      message: `« ${value(field)} » n’est pas un nombre de repas. Écrivez-le en chiffres, par exemple 12 600.`,
    })
    return null
  }
  const record: CanteenRecord = {
    ...common,
    productionType: 'site_cooked_elsewhere',
    name: value('nom'),
    siret: siret === '' ? null : siret,
    siren: siret === '' ? group.siren : null,
    inseeCode: commune.code,
    dailyMealCount: meals('jour'),
    yearlyMealCount: meals('an'),
    kitchenSiret: group.kitchenSiret === siret ? null : group.kitchenSiret,
  }
  return { record, typed }
}

/** A commune by its name, its postcode or its code. */
function readCommune(typed: string): { code: string | null; message: string | null } {
  if (typed === '') return { code: null, message: null }
  const { commune, choices, areNamesakes } = communesMeant(typed)
  if (commune) return { code: commune.code, message: null }
  const some = choices.slice(0, 3).map(communeLabel)
  if (some.length === 0)
    return { code: null, message: `Nous ne connaissons pas de commune « ${typed} » : essayez son code postal.` }
  return {
    code: null,
    message: `${areNamesakes ? 'Plusieurs communes portent ce nom' : 'Cette commune est à préciser'} : écrivez par exemple « ${some.join(' » ou « ')} ».`,
  }
}

type Line = { readonly line: number; readonly record: CanteenRecord }

/** Numbers that are taken, and lines that say the same place twice. */
async function twins(db: Queries, lines: readonly Line[]): Promise<(LineMistake & { line: number })[]> {
  const found: (LineMistake & { line: number })[] = []
  const taken = await findBySirets(
    db,
    lines.flatMap(({ record }) => record.siret ?? []),
  )
  const seen = new Map<string, number>()
  for (const { line, record } of lines) {
    const other = taken.find(({ siret }) => siret === record.siret)
    if (other) {
      const where = placeWords(other)
      found.push({
        line,
        field: 'siret',
        message: `Ce numéro est celui de ${quoted(other.name)}${where && `, à ${where}`}, qui est déjà inscrit : rattachez-le plutôt que d’en créer un autre.`,
      })
    }
    const key = record.siret ?? `${foldWords(record.name)} ${record.inseeCode}`
    const first = seen.get(key)
    if (first !== undefined)
      found.push({ line, field: record.siret ? 'siret' : 'nom', message: `C’est le même restaurant que la ligne ${first}.` })
    else seen.set(key, line)
  }
  return found
}
