// What is kept of a purchase and what makes it right; where it counts, and why.
import { type FamilyId, families, familyOf } from './families.ts'
import { isApplicable, type Label, type LabelId, labelName, labels } from './labels.ts'
import { type Cents, MAX_AMOUNT } from './money.ts'
import { type DataYear, FIRST_DATA_YEAR, type IsoDate } from './timeline.ts'

/** Codes of the national files. The two last are retired: read from old files, never proposed. */
export const characteristics = [
  { code: 'BIO', label: 'Bio' },
  { code: 'LABEL_ROUGE', label: 'Label rouge' },
  { code: 'AOCAOP', label: 'AOC / AOP' },
  { code: 'IGP', label: 'Indication géographique protégée' },
  { code: 'STG', label: 'Spécialité traditionnelle garantie' },
  { code: 'HVE', label: 'Haute valeur environnementale' },
  { code: 'PECHE_DURABLE', label: 'Pêche durable' },
  { code: 'RUP', label: 'Région ultrapériphérique' },
  { code: 'COMMERCE_EQUITABLE', label: 'Commerce équitable' },
  { code: 'FERMIER', label: 'Fermier' },
  {
    code: 'EXTERNALITES',
    label: 'Produit prenant en compte les coûts imputés aux externalités environnementales pendant son cycle de vie',
  },
  { code: 'PERFORMANCE', label: 'Produits acquis sur la base de leurs performances en matière environnementale' },
  { code: 'CONVERSION_BIO', label: 'En conversion bio', retired: true },
  { code: 'EQUIVALENTS', label: 'Produits équivalents', retired: true },
] as const
export type Characteristic = (typeof characteristics)[number]['code']
export const isCharacteristic = (code: string): code is Characteristic => characteristics.some((one) => one.code === code)
/** False for those that only old files hold. */
export const isProposed = (code: Characteristic): boolean =>
  characteristics.some((one) => one.code === code && !('retired' in one))

/** Retired characteristics count under the label that took their place. */
const REPLACED: Partial<Record<Characteristic, Characteristic>> = { CONVERSION_BIO: 'BIO', EQUIVALENTS: 'EXTERNALITES' }

export const origins = [
  { code: 'FRANCE', label: 'Origine France' },
  { code: 'EUROPE', label: 'Origine Europe (hors France)' },
] as const
export type Origin = (typeof origins)[number]['code']

export const localDefinitions = [
  { code: 'PAT', label: 'Issu du Projet Alimentaire Territorial (PAT)' },
  { code: 'COMMUNE', label: 'Commune et/ou intercommunalité' },
  { code: 'DEPARTEMENT', label: 'Département' },
  { code: 'REGION', label: 'Région' },
  { code: 'KM', label: 'Distance en km' },
] as const
/** What former files called local, and how it is said today. */
export const formerLocalDefinitions = [
  { code: 'AUTOUR_SERVICE', label: 'Autour du lieu de service', becomes: 'KM', km: 200 },
  { code: 'AUTRE', label: 'Autre', becomes: 'KM', km: null },
] as const
export type FormerLocalDefinition = (typeof formerLocalDefinitions)[number]['code']
export type LocalDefinition = (typeof localDefinitions)[number]['code']

/** What decides where a purchase counts; the same for one purchase and for the sum of those that are alike. */
export type PurchaseTraits = {
  /** Null: not said; only in old files. */
  readonly family: FamilyId | null
  readonly characteristics: readonly Characteristic[]
  readonly origin: Origin | null
  readonly shortChain: boolean
  readonly local: boolean
}

/** What decides which label a purchase counts under. */
export type LabelledTraits = Pick<PurchaseTraits, 'family' | 'characteristics'>

export type PurchaseRecord = PurchaseTraits & {
  readonly date: IsoDate
  readonly description: string
  readonly supplier: string | null
  /** Euro cents, excluding tax; below zero for what a credit note gives back. */
  readonly priceExclTaxCents: Cents
  readonly localDefinition: LocalDefinition | null
  readonly localKm: number | null
}

export type PurchaseMistake = { readonly field: keyof PurchaseRecord; readonly code: string; readonly message: string }

export const LONGEST_DESCRIPTION = 500
export const LONGEST_SUPPLIER = 200
export const FARTHEST_LOCAL_KM = 1000

/** Everything wrong with a purchase, in the order of its fields. `today` is the day in Paris. Credit notes may be below zero. */
export function checkPurchase(
  purchase: PurchaseRecord,
  { today, credit = false }: { today: IsoDate; credit?: boolean },
): PurchaseMistake[] {
  const mistakes: PurchaseMistake[] = []
  const wrong = (field: keyof PurchaseRecord, code: string, message: string) => mistakes.push({ field, code, message })
  const { date, description, supplier, priceExclTaxCents: cents, localDefinition, localKm } = purchase
  if (date > today) wrong('date', 'in_the_future', 'Cette date est à venir : indiquez le jour de l’achat ou de la facture.')
  if (Number(date.slice(0, 4)) < FIRST_DATA_YEAR)
    wrong('date', 'too_old', `Les achats se suivent à partir de ${FIRST_DATA_YEAR} : vérifiez l’année.`)
  if (description.trim() === '') wrong('description', 'missing', 'Indiquez le produit, comme sur la facture.')
  if (description.length > LONGEST_DESCRIPTION)
    wrong('description', 'too_long', `Ce libellé est trop long : ${LONGEST_DESCRIPTION} caractères au plus.`)
  if ((supplier ?? '').length > LONGEST_SUPPLIER)
    wrong('supplier', 'too_long', `Ce nom est trop long : ${LONGEST_SUPPLIER} caractères au plus.`)
  if (!Number.isInteger(cents) || Math.abs(cents) > MAX_AMOUNT)
    wrong('priceExclTaxCents', 'not_an_amount', 'Indiquez un prix hors taxe en euros, avec deux décimales au plus.')
  else if (cents < 0 && !credit)
    wrong('priceExclTaxCents', 'negative', 'Un achat ne peut pas être négatif. Pour un avoir, cochez « C’est un avoir ».')
  if (purchase.family === null)
    wrong('family', 'missing', 'Choisissez une famille de produits : sans elle, l’achat ne compte que dans le total.')
  if (localDefinition !== null && !purchase.local)
    wrong(
      'localDefinition',
      'not_local',
      'Une définition du local ne vaut que pour un produit local : cochez « Produit local » ou videz ce champ.',
    )
  if (localKm !== null && localDefinition !== 'KM')
    wrong(
      'localKm',
      'not_a_distance',
      'Une distance ne vaut que si le local est défini en kilomètres : videz ce champ ou choisissez « Distance en km ».',
    )
  else if (localKm !== null && (!Number.isInteger(localKm) || localKm < 0 || localKm > FARTHEST_LOCAL_KM))
    wrong('localKm', 'not_a_distance', `La distance est un nombre entier de kilomètres, ${FARTHEST_LOCAL_KM} au plus.`)
  return mistakes
}

/** The same purchase said with the codes of today. */
export const currentCodes = (codes: readonly Characteristic[]): readonly Characteristic[] =>
  codes.map((code) => REPLACED[code] ?? code)

export type Counting = {
  /** The label that the purchase counts under; null: it does not count. */
  readonly label: Label | null
  /** Labels that it carries and that do not exist for its family: set aside. */
  readonly setAside: readonly LabelId[]
  /** Why, in a French sentence. */
  readonly why: string
}

/**
 * Where a purchase counts: under the first label, in the order of precedence, that exists for its family. Source: antisèche 2026
 * (one product, one category, organic first), L230-5-1 CRPM.
 */
export function countingOf({ family, characteristics: codes }: LabelledTraits, dataYear: DataYear): Counting {
  const today = currentCodes(codes)
  const carried = labels.filter((label) => label.purchaseCodes.some((code) => today.some((own) => own === code)))
  const exists = (label: Label) => family === null || isApplicable(label, family)
  const label = carried.find(exists) ?? null
  const setAside = carried.filter((one) => !exists(one)).map(({ id }) => id)
  return {
    label,
    setAside,
    // Sums by the thousand ask where they count, not why: the sentence is written for whoever reads it.
    get why() {
      const names = (list: readonly Label[]) => list.map((one) => `« ${labelName(one, dataYear)} »`).join(', ')
      const others = carried.filter((one) => one !== label && exists(one))
      const parts = [
        label === null
          ? 'Aucun label reconnu par la loi : cet achat compte dans le total seulement.'
          : `Compté en ${names([label])}${others.length > 0 ? `, qui passe avant ${names(others)} : un achat ne compte qu’une fois` : ''}.`,
        setAside.length > 0 && family !== null
          ? `${names(carried.filter((one) => !exists(one)))} n’existe pas pour « ${familyOf(family).label} » : mis de côté.`
          : '',
        family === null ? 'Sans famille de produits, il n’entre dans aucune ligne de la saisie détaillée.' : '',
      ]
      return parts.filter((part) => part !== '').join(' ')
    },
  }
}

/** `countingOf` for one row after the other: those of several months or origins are often alike in what decides where they count. */
export function countingsOf(dataYear: DataYear): (row: LabelledTraits) => Counting {
  const known = new Map<string, Counting>()
  return (row) => {
    const kind = `${row.family} ${row.characteristics}`
    const counting = known.get(kind) ?? countingOf(row, dataYear)
    known.set(kind, counting)
    return counting
  }
}

export const familyOfCode = (code: string): FamilyId | null =>
  families.find(({ purchaseCode }) => purchaseCode === code)?.id ?? null
