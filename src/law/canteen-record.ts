// What is kept of a canteen and what makes it right: exactly one number, who eats there, how much. Every check runs, all mistakes come at once.
import {
  type EconomicModel,
  isPossibleMealCount,
  type LineMinistry,
  type ManagementType,
  type MealSpan,
  mealBounds,
  mealCountsAgree,
  type ProductionType,
} from './canteen.ts'
import { isSiren, isSiret } from './identifiers.ts'
import { anySector, type SectorId } from './sectors.ts'
import { territoryOf } from './territories.ts'

/** Null: not given. `siret` is that of the place itself, `siren` that of the legal unit when the place has no number of its own. */
export type CanteenRecord = {
  readonly productionType: ProductionType | null
  readonly name: string
  readonly siret: string | null
  readonly siren: string | null
  /** Official code of the commune where the meals are served. */
  readonly inseeCode: string | null
  readonly managementType: ManagementType | null
  readonly economicModel: EconomicModel | null
  readonly sectorList: readonly SectorId[]
  readonly lineMinistry: LineMinistry | null
  /** Meals served on an open day, and in a year. For a group: its totals, delivered meals included. */
  readonly dailyMealCount: number | null
  readonly yearlyMealCount: number | null
  /** SIRET of the kitchen that delivers; for satellites and groups. */
  readonly kitchenSiret: string | null
}

export type RecordField = keyof CanteenRecord
export type RecordMistake = { readonly field: RecordField; readonly code: string; readonly message: string }

export const MOST_SECTORS = 3
export const LONGEST_CANTEEN_NAME = 200

/** A rule, and the fields that it reads: with the others unknown, it still says the same. */
export type RecordRule = {
  readonly of: readonly RecordField[]
  readonly mistakes: (record: CanteenRecord) => readonly RecordMistake[]
}

/** In the order of the fields. */
export const recordRules: readonly RecordRule[] = [
  { of: ['productionType'], mistakes: productionMistakes },
  { of: ['name'], mistakes: nameMistakes },
  { of: ['productionType', 'siret', 'siren'], mistakes: numberMistakes },
  { of: ['productionType', 'siret', 'siren', 'inseeCode'], mistakes: placeMistakes },
  { of: ['productionType', 'managementType', 'economicModel'], mistakes: runMistakes },
  { of: ['productionType', 'sectorList'], mistakes: sectorMistakes },
  { of: ['productionType', 'economicModel', 'sectorList', 'lineMinistry'], mistakes: ministryMistakes },
  { of: ['dailyMealCount'], mistakes: ({ dailyMealCount }) => spanMistakes('daily', dailyMealCount) },
  { of: ['yearlyMealCount'], mistakes: ({ yearlyMealCount }) => spanMistakes('yearly', yearlyMealCount) },
  { of: ['dailyMealCount', 'yearlyMealCount'], mistakes: mealMistakes },
  { of: ['productionType', 'siret', 'kitchenSiret'], mistakes: kitchenMistakes },
]

/** Everything wrong with a record, in the order of its fields; empty when it can be kept. */
export const checkCanteenRecord = (record: CanteenRecord): readonly RecordMistake[] =>
  recordRules.flatMap(({ mistakes }) => mistakes(record))

/** Does the record hold all that a yearly declaration needs? */
export const isCompleteRecord = (record: CanteenRecord): boolean => missingFields(record).length === 0

/**
 * What a yearly declaration needs and the record does not hold, in the order of its fields.
 * Looser than `checkCanteenRecord`: old records may be complete and not quite right.
 */
export function missingFields(record: CanteenRecord): readonly RecordField[] {
  const { productionType, sectorList } = record
  const isGroup = productionType === 'groupe'
  const missing: Partial<Record<RecordField, boolean>> = {
    productionType: productionType === null,
    name: record.name === '',
    [isGroup ? 'siren' : 'siret']: record.siret === null && record.siren === null,
    inseeCode: !isGroup && record.inseeCode === null,
    managementType: record.managementType === null,
    economicModel: !isGroup && record.economicModel === null,
    sectorList: !isGroup && (sectorList.length === 0 || sectorList.length > MOST_SECTORS),
    lineMinistry: asksMinistry(record) && record.lineMinistry === null,
    dailyMealCount: (record.dailyMealCount ?? 0) <= 0,
    yearlyMealCount: (record.yearlyMealCount ?? 0) <= 0,
  }
  return (Object.keys(missing) as RecordField[]).filter((field) => missing[field])
}

/** A public canteen of a State sector names the ministry that it depends on. */
export const asksMinistry = ({ productionType, economicModel, sectorList }: CanteenRecord): boolean =>
  productionType !== 'groupe' && economicModel === 'public' && anySector(sectorList, 'state') === true

const one = (field: RecordField, code: string, message: string): RecordMistake[] => [{ field, code, message }]

function productionMistakes({ productionType }: CanteenRecord): RecordMistake[] {
  if (productionType === null)
    return one(
      'productionType',
      'missing',
      'Indiquez où les repas sont préparés : sur place, ou ailleurs (restaurant satellite).',
    )
  if (productionType === 'central' || productionType === 'central_serving')
    return one(
      'productionType',
      'retired',
      'Les cuisines centrales se déclarent désormais comme un groupe de restaurants satellites : créez un groupe.',
    )
  return []
}

function nameMistakes({ name }: CanteenRecord): RecordMistake[] {
  if (name.trim() === '') return one('name', 'missing', 'Donnez un nom à cette cantine : celui que les convives connaissent.')
  if (name.length > LONGEST_CANTEEN_NAME)
    return one('name', 'too_long', `Ce nom est trop long : ${LONGEST_CANTEEN_NAME} caractères au plus.`)
  return []
}

export function numberMistakes({ productionType, siret, siren }: CanteenRecord): RecordMistake[] {
  if (productionType === 'groupe') {
    const mistakes = siret === null ? [] : one('siret', 'not_for_groups', 'Un groupe n’a pas de SIRET : laissez ce champ vide.')
    return siren === null
      ? [...mistakes, ...one('siren', 'missing', 'Indiquez le SIREN (9 chiffres) de la structure qui gère le groupe.')]
      : [...mistakes, ...sirenMistakes(siren)]
  }
  if (siret === null && siren === null) {
    const message =
      'Indiquez le SIRET du lieu où les repas sont servis ou, s’il n’en a pas, le SIREN de la structure dont il dépend.'
    return [...one('siret', 'missing', message), ...one('siren', 'missing', message)]
  }
  if (siret !== null && siren !== null) {
    const message = 'Indiquez le SIRET ou le SIREN, pas les deux : le SIRET suffit quand le lieu en a un.'
    return [...one('siret', 'both_numbers', message), ...one('siren', 'both_numbers', message)]
  }
  return siret === null ? sirenMistakes(siren!) : siretMistakes('siret', siret)
}

export function siretMistakes(field: RecordField, siret: string): RecordMistake[] {
  if (!/^\d{14}$/.test(siret))
    return one(
      field,
      'not_a_siret',
      `Un SIRET a 14 chiffres${/^\d+$/.test(siret) ? `, celui-ci en a ${siret.length}` : ''}. Vérifiez-le.`,
    )
  return isSiret(siret)
    ? []
    : one(
        field,
        'wrong_check_digit',
        `Le SIRET ${siret} n’existe pas : un de ses chiffres est sans doute mal recopié. Vérifiez-le.`,
      )
}

export function sirenMistakes(siren: string): RecordMistake[] {
  if (!/^\d{9}$/.test(siren))
    return one(
      'siren',
      'not_a_siren',
      `Un SIREN a 9 chiffres${/^\d+$/.test(siren) ? `, celui-ci en a ${siren.length}` : ''}. Vérifiez-le.`,
    )
  return isSiren(siren)
    ? []
    : one(
        'siren',
        'wrong_check_digit',
        `Le SIREN ${siren} n’existe pas : un de ses chiffres est sans doute mal recopié. Vérifiez-le.`,
      )
}

function placeMistakes({ productionType, siret, siren, inseeCode }: CanteenRecord): RecordMistake[] {
  if (inseeCode !== null)
    return 'error' in territoryOf({ cityInseeCode: inseeCode })
      ? one(
          'inseeCode',
          'unknown_commune',
          `« ${inseeCode} » n’est pas le code officiel (INSEE) d’une commune : il a cinq caractères.`,
        )
      : []
  return productionType !== 'groupe' && siret === null && siren !== null
    ? one('inseeCode', 'missing', 'Indiquez la commune où les repas sont servis : le SIREN ne la dit pas.')
    : []
}

function runMistakes({ productionType, managementType, economicModel }: CanteenRecord): RecordMistake[] {
  const mistakes =
    managementType === null
      ? one('managementType', 'missing', 'Indiquez si la cantine est gérée directement ou confiée à un prestataire.')
      : []
  if (productionType === 'groupe')
    return economicModel === null
      ? mistakes
      : [
          ...mistakes,
          ...one('economicModel', 'not_for_groups', 'Un groupe n’a pas de modèle économique : chaque restaurant a le sien.'),
        ]
  return economicModel === null
    ? [...mistakes, ...one('economicModel', 'missing', 'Indiquez si la cantine relève d’une structure publique ou privée.')]
    : mistakes
}

function sectorMistakes({ productionType, sectorList }: CanteenRecord): RecordMistake[] {
  if (productionType === 'groupe')
    return sectorList.length === 0
      ? []
      : one('sectorList', 'not_for_groups', 'Un groupe n’a pas de secteur : chaque restaurant a le sien.')
  if (sectorList.length === 0) return one('sectorList', 'missing', 'Choisissez au moins un secteur : qui mange ici ?')
  return sectorList.length > MOST_SECTORS
    ? one('sectorList', 'too_many', `Choisissez ${MOST_SECTORS} secteurs au plus : ceux de la majorité des convives.`)
    : []
}

function ministryMistakes(record: CanteenRecord): RecordMistake[] {
  const { productionType, economicModel, lineMinistry } = record
  if (asksMinistry(record))
    return lineMinistry === null
      ? one(
          'lineMinistry',
          'missing',
          'Indiquez l’administration de tutelle : elle est demandée aux cantines publiques de ce secteur.',
        )
      : []
  if (lineMinistry === null) return []
  const why =
    productionType === 'groupe'
      ? 'Un groupe n’a pas d’administration de tutelle'
      : economicModel === 'public'
        ? 'Les secteurs choisis n’ont pas d’administration de tutelle'
        : 'Une cantine privée n’a pas d’administration de tutelle'
  return one('lineMinistry', 'not_asked', `${why} : laissez ce champ vide.`)
}

const mealWords: Record<MealSpan, { field: RecordField; of: string }> = {
  daily: { field: 'dailyMealCount', of: 'par jour' },
  yearly: { field: 'yearlyMealCount', of: 'par an' },
}

function mealMistakes({ dailyMealCount, yearlyMealCount }: CanteenRecord): RecordMistake[] {
  const arePossible = spanMistakes('daily', dailyMealCount).length + spanMistakes('yearly', yearlyMealCount).length === 0
  if (!arePossible || mealCountsAgree(dailyMealCount, yearlyMealCount)) return []
  return one(
    'yearlyMealCount',
    'not_above_daily',
    `Sur un an, on sert plus de repas qu’en un jour : ${yearlyMealCount} ne dépasse pas ${dailyMealCount}.`,
  )
}

function spanMistakes(span: MealSpan, count: number | null): RecordMistake[] {
  const { field, of } = mealWords[span]
  if (count === null) return one(field, 'missing', `Indiquez le nombre de repas ${of} : une estimation suffit pour commencer.`)
  if (isPossibleMealCount(span, count)) return []
  const { least, most } = mealBounds[span]
  if (!Number.isInteger(count)) return one(field, 'not_whole', `Le nombre de repas ${of} est un nombre entier.`)
  return count < least
    ? one(field, 'too_small', `Le nombre de repas ${of} est d’au moins ${least}.`)
    : one(field, 'too_large', `Le nombre de repas ${of} est trop grand : ${most} au plus.`)
}

function kitchenMistakes({ productionType, siret, kitchenSiret }: CanteenRecord): RecordMistake[] {
  if (kitchenSiret === null) return []
  if (productionType === 'site')
    return one('kitchenSiret', 'not_for_on_site', 'Une cantine qui cuisine sur place n’est pas livrée : laissez ce champ vide.')
  if (kitchenSiret === siret) return one('kitchenSiret', 'own_siret', 'La cuisine qui livre a un autre SIRET que ce restaurant.')
  return siretMistakes('kitchenSiret', kitchenSiret)
}
