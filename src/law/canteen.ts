// What the law needs to know of a canteen. Everything may be unknown: null is an answer, never a zero.
import type { SectorId } from './sectors.ts'
import type { Territory } from './territories.ts'

type Labelled<Id extends string> = readonly { readonly id: Id; readonly label: string }[]

export type EconomicModel = 'public' | 'private'
export const economicModels: Labelled<EconomicModel> = [
  { id: 'public', label: 'Public' },
  { id: 'private', label: 'Privé' },
]

export type ManagementType = 'direct' | 'conceded'
export const managementTypes: Labelled<ManagementType> = [
  { id: 'direct', label: 'Directe' },
  { id: 'conceded', label: 'Concédée' },
]

export type ProductionType = 'site' | 'site_cooked_elsewhere' | 'groupe' | 'central' | 'central_serving'
/** The current ones; `central` and `central_serving` are only found in old records. */
export const productionTypes: Labelled<ProductionType> = [
  { id: 'site', label: 'Restaurant avec cuisine sur place' },
  { id: 'site_cooked_elsewhere', label: 'Restaurant satellite' },
  { id: 'groupe', label: 'Groupe' },
]
export const formerProductionTypes: Labelled<ProductionType> = [
  { id: 'central', label: 'Cuisine centrale' },
  { id: 'central_serving', label: 'Cuisine centrale et site' },
]

/** Is the food cooked there (or, for a group, by the kitchen that delivers it)? A satellite only serves it. */
export function preparesMeals(productionType: ProductionType | null): boolean | null {
  return productionType === null ? null : productionType !== 'site_cooked_elsewhere'
}

export const lineMinistries = [
  { id: 'affaires_etrangeres', label: 'Affaires étrangères' },
  { id: 'agriculture', label: 'Agriculture, Alimentation et Forêts' },
  { id: 'armee', label: 'Armées' },
  { id: 'territoires', label: 'Cohésion des territoires - Relations avec les collectivités territoriales' },
  { id: 'culture', label: 'Culture' },
  { id: 'economie', label: 'Économie et finances' },
  { id: 'jeunesse', label: 'Éducation et Jeunesse' },
  { id: 'enseignement_superieur', label: 'Enseignement supérieur et Recherche' },
  { id: 'ecologie', label: 'Environnement' },
  { id: 'transformation', label: 'Fonction Publiques' },
  { id: 'interieur', label: 'Intérieur et Outre-mer' },
  { id: 'justice', label: 'Justice' },
  { id: 'mer', label: 'Mer' },
  { id: 'administration_territoriale', label: "Préfecture - Administration Territoriale de l'État (ATE)" },
  { id: 'autorites_independantes', label: 'Présidence de la république - Autorités indépendantes (AAI, API)' },
  { id: 'premier_ministre', label: 'Services du Premier Ministre' },
  { id: 'sante', label: 'Santé et Solidarités' },
  { id: 'sport', label: 'Sport' },
  { id: 'travail', label: 'Travail' },
] as const
export type LineMinistry = (typeof lineMinistries)[number]['id']

/** Below, it is not collective catering; above, a typing slip. A group of restaurants may be large. */
export const mealBounds = {
  daily: { least: 3, most: 1_000_000 },
  yearly: { least: 420, most: 366_000_000 },
} as const
export type MealSpan = keyof typeof mealBounds

export const isPossibleMealCount = (span: MealSpan, count: number) =>
  Number.isInteger(count) && count >= mealBounds[span].least && count <= mealBounds[span].most

/** A year serves more meals than one of its days: false when the two counts contradict each other. */
export const mealCountsAgree = (daily: number | null, yearly: number | null) =>
  daily === null || yearly === null || daily < yearly

export type CanteenFacts = {
  readonly territory: Territory
  /** null or empty: not known. */
  readonly sectorList: readonly SectorId[] | null
  readonly economicModel: EconomicModel | null
  readonly managementType: ManagementType | null
  readonly productionType: ProductionType | null
  readonly lineMinistry: LineMinistry | null
  /** Meals per open day, on average over the year. For a group: its total. */
  readonly dailyMealCount: number | null
  readonly yearlyMealCount: number | null
  /** Inhabitants of the commune that runs the canteen, when it is one. */
  readonly communePopulation: number | null
  /** In health: is there a paediatric, obstetric or maternity service, a perinatal or a mother and child centre? */
  readonly hasMaternityOrPaediatrics?: boolean | null
}
