// One change for many canteens: what is asked, and what it would do to each, before anything is written.
import { createHash } from 'node:crypto'
import { economicModels, lineMinistries, managementTypes } from '../../law/canteen.ts'
import {
  asksMinistry,
  type CanteenRecord,
  checkCanteenRecord,
  type RecordField,
  siretMistakes,
} from '../../law/canteen-record.ts'
import type { Queries } from '../../platform/database/database.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import type { MyCanteen } from './list.sql.ts'
import { roleAllows } from './members.sql.ts'
import { among, atField, FIELD, readCount, readDigits, readSectors } from './record-form.ts'
import { archiveRefusals, changeRefusals } from './refusals.ts'
import { changesBetween, recordOf } from './trail.ts'

/** What can be changed for many at once, and the fields of the record that it touches. */
export const BULK_FIELDS = [
  { id: 'gestion', label: 'Le mode de gestion', fields: ['managementType'] },
  { id: 'modele', label: 'Le modèle économique', fields: ['economicModel', 'lineMinistry'] },
  { id: 'secteurs', label: 'Les secteurs', fields: ['sectorList', 'lineMinistry'] },
  { id: 'tutelle', label: 'L’administration de tutelle', fields: ['lineMinistry'] },
  { id: 'cuisine', label: 'Le SIRET de la cuisine qui livre', fields: ['kitchenSiret'] },
  { id: 'repas', label: 'Les nombres de repas', fields: ['dailyMealCount', 'yearlyMealCount'] },
] as const satisfies readonly { id: string; label: string; fields: readonly RecordField[] }[]
export type BulkField = (typeof BULK_FIELDS)[number]['id']

export const readBulkField = (form: FormValues): BulkField | null => among(BULK_FIELDS, form.get('champ'))

export type Patch = Partial<CanteenRecord>

/** What a form wants written, or what is wrong with it. What was left blank changes nothing. */
export function readPatch(field: BulkField, form: FormValues): { patch: Patch; errors: FieldError[] } {
  const wanted = (name: RecordField, message: string) => ({ patch: {}, errors: [{ field: FIELD[name], message }] })
  const ministry = among(lineMinistries, form.get(FIELD.lineMinistry))
  const withMinistry = ministry === null ? {} : { lineMinistry: ministry }
  switch (field) {
    case 'gestion': {
      const managementType = among(managementTypes, form.get(FIELD.managementType))
      return managementType
        ? { patch: { managementType }, errors: [] }
        : wanted('managementType', 'Choisissez le mode de gestion.')
    }
    case 'modele': {
      const economicModel = among(economicModels, form.get(FIELD.economicModel))
      if (economicModel === null) return wanted('economicModel', 'Choisissez le modèle économique.')
      return { patch: { economicModel, ...withMinistry }, errors: [] }
    }
    case 'secteurs': {
      const sectorList = readSectors(form)
      if (sectorList.length === 0) return wanted('sectorList', 'Choisissez au moins un secteur.')
      return { patch: { sectorList, ...withMinistry }, errors: [] }
    }
    case 'tutelle':
      return ministry ? { patch: withMinistry, errors: [] } : wanted('lineMinistry', 'Choisissez l’administration de tutelle.')
    case 'cuisine': {
      const kitchenSiret = readDigits(form.get(FIELD.kitchenSiret))
      if (kitchenSiret === null) return wanted('kitchenSiret', 'Indiquez le SIRET de la cuisine (14 chiffres).')
      return { patch: { kitchenSiret }, errors: siretMistakes('kitchenSiret', kitchenSiret).map(atField) }
    }
    case 'repas': {
      const counts = {
        dailyMealCount: readCount(form.get(FIELD.dailyMealCount)),
        yearlyMealCount: readCount(form.get(FIELD.yearlyMealCount)),
      }
      const given = (Object.keys(counts) as (keyof typeof counts)[]).filter((name) => counts[name] !== null)
      if (given.length === 0) return wanted('dailyMealCount', 'Indiquez les repas par jour, les repas par an, ou les deux.')
      const errors = given
        .filter((name) => Number.isNaN(counts[name]))
        .map((name) => ({ field: FIELD[name], message: 'Écrivez un nombre entier de repas.' }))
      return { patch: Object.fromEntries(given.map((name) => [name, counts[name]])), errors }
    }
  }
}

/** The record once patched. A ministry is kept or taken only where the law asks for one. */
function patched(record: CanteenRecord, field: BulkField, patch: Patch): CanteenRecord {
  const after = { ...record, ...patch }
  return field === 'tutelle' || asksMinistry(after) ? after : { ...after, lineMinistry: null }
}

export type PlannedChange = { readonly canteen: MyCanteen; readonly before: CanteenRecord; readonly record: CanteenRecord }
export type Refused = { readonly canteen: MyCanteen; readonly why: string }
export type Plan = {
  readonly changes: readonly PlannedChange[]
  readonly unchanged: number
  readonly refused: readonly Refused[]
}

/** What the patch would do to each canteen. A record that would not be right is left alone, and why is said. */
export async function planChange(
  db: Queries,
  canteens: readonly MyCanteen[],
  field: BulkField,
  patch: Patch,
  now: Date,
): Promise<Plan> {
  const refused: Refused[] = []
  const wished: PlannedChange[] = []
  let unchanged = 0
  for (const canteen of canteens) {
    const before = recordOf(canteen)
    const record = patched(before, field, patch)
    const [mistake] = checkCanteenRecord(record)
    if (!roleAllows(canteen.role, 'entry'))
      refused.push({ canteen, why: 'Votre rôle permet de la consulter, pas de la modifier.' })
    else if (Object.keys(changesBetween(before, record)).length === 0) unchanged++
    else if (mistake) refused.push({ canteen, why: mistake.message })
    else wished.push({ canteen, before, record })
  }
  const objections = await changeRefusals(
    db,
    wished.map(({ canteen: { id }, before, record }) => ({ id, before, record })),
    now,
  )
  for (const { canteen } of wished) {
    const [objection] = objections.get(canteen.id) ?? []
    if (objection) refused.push({ canteen, why: objection.message })
  }
  return { changes: wished.filter(({ canteen }) => !objections.has(canteen.id)), unchanged, refused }
}

/** Which canteens would be archived, and why not the others. */
export async function planArchive(db: Queries, canteens: readonly MyCanteen[], now: Date) {
  const refused: Refused[] = []
  const archivable: MyCanteen[] = []
  for (const canteen of canteens) {
    const reasons = roleAllows(canteen.role, 'administrator')
      ? await archiveRefusals(db, canteen, now)
      : ['Seule son administration peut l’archiver.']
    if (reasons.length > 0) refused.push({ canteen, why: reasons.join(' ') })
    else archivable.push(canteen)
  }
  return { archivable, refused }
}

/** Tells a plan from another: what was shown is what is written, or it is shown again. */
export const fingerprint = (canteens: readonly MyCanteen[], ...about: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([canteens.map(({ id, version }) => [id, version]).sort(([a], [b]) => a! - b!), about]))
    .digest('base64url')
