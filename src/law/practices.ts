// Answers to the questions that are not about purchases: waste, diversification, plastics, information.
// Every answer may be null: « je ne sais pas encore ».

type Choices<Id extends string> = readonly { readonly id: Id; readonly label: string }[]

export type WasteAction = 'INSCRIPTION' | 'AWARENESS' | 'TRAINING' | 'DISTRIBUTION' | 'PORTIONS' | 'REUSE'
export const wasteActions: Choices<WasteAction> = [
  { id: 'INSCRIPTION', label: 'Pré-inscription des convives obligatoire' },
  { id: 'AWARENESS', label: 'Sensibilisation par affichage ou autre média' },
  { id: 'TRAINING', label: 'Formation / information du personnel de restauration' },
  { id: 'DISTRIBUTION', label: 'Réorganisation de la distribution des composantes du repas' },
  { id: 'PORTIONS', label: 'Choix des portions (grande faim, petite faim)' },
  { id: 'REUSE', label: 'Réutilisation des restes de préparation / surplus' },
]

export type DiversificationPlanAction = 'PRODUCTS' | 'PRESENTATION' | 'MENU' | 'PROMOTION' | 'TRAINING'
export const diversificationPlanActions: Choices<DiversificationPlanAction> = [
  {
    id: 'PRODUCTS',
    label: 'Agir sur les plats et les produits (diversification, gestion des quantités, recette traditionnelle, goût...)',
  },
  {
    id: 'PRESENTATION',
    label: 'Agir sur la manière dont les aliments sont présentés aux convives (visuellement attrayants)',
  },
  { id: 'MENU', label: 'Agir sur la manière dont les menus sont conçus en soulignant les attributs positifs des plats' },
  {
    id: 'PROMOTION',
    label: 'Agir sur la mise en avant des produits (plats recommandés, dégustation, mode de production...)',
  },
  {
    id: 'TRAINING',
    label:
      "Agir sur la formation du personnel, la sensibilisation des convives, l'investissement dans de nouveaux équipements de cuisine...",
  },
]

export type ServiceType = 'UNIQUE' | 'MULTIPLE_SELF' | 'MULTIPLE_RESERVATION'
export const serviceTypes: Choices<ServiceType> = [
  { id: 'UNIQUE', label: 'Menu unique' },
  { id: 'MULTIPLE_SELF', label: 'Choix multiple en libre-service' },
  { id: 'MULTIPLE_RESERVATION', label: "Choix multiple avec réservation à l'avance au jour le jour" },
]

export type VegetarianRecurrence = 'DAILY' | 'HIGH' | 'MID' | 'LOW' | 'NEVER'
export const vegetarianRecurrences: Choices<VegetarianRecurrence> = [
  { id: 'DAILY', label: 'De façon quotidienne' },
  { id: 'HIGH', label: "Plus d'une fois par semaine" },
  { id: 'MID', label: 'Une fois par semaine' },
  { id: 'LOW', label: "Moins d'une fois par semaine" },
  { id: 'NEVER', label: 'Je ne propose pas de menu végétarien' },
]

export type VegetarianMenuBase = 'GRAIN' | 'SOY' | 'CHEESE' | 'EGG' | 'READYMADE'
export const vegetarianMenuBases: Choices<VegetarianMenuBase> = [
  { id: 'GRAIN', label: 'De céréales et/ou de légumes secs (hors soja)' },
  { id: 'SOY', label: 'De soja' },
  { id: 'CHEESE', label: 'De fromage' },
  { id: 'EGG', label: "D'œufs" },
  { id: 'READYMADE', label: "De plats transformés prêts à l'emploi" },
]

export type CommunicationFrequency = 'REGULARLY' | 'YEARLY' | 'LESS_THAN_YEARLY'
export const communicationFrequencies: Choices<CommunicationFrequency> = [
  { id: 'REGULARLY', label: "Régulièrement au cours de l'année" },
  { id: 'YEARLY', label: 'Une fois par an' },
  { id: 'LESS_THAN_YEARLY', label: "Moins d'une fois par an" },
]

export type CommunicationSupport = 'DISPLAY' | 'DIGITAL' | 'EMAIL' | 'WEBSITE' | 'OTHER'
export const communicationSupports: Choices<CommunicationSupport> = [
  { id: 'DISPLAY', label: 'Par affichage sur le lieu de restauration' },
  { id: 'DIGITAL', label: 'Par voie électronique' },
]
/** Answers of former years, still read. */
export const formerCommunicationSupports: Choices<CommunicationSupport> = [
  { id: 'EMAIL', label: "Envoi d'e-mail aux convives ou à leurs représentants" },
  { id: 'WEBSITE', label: 'Sur site internet ou intranet (mairie, cantine)' },
  { id: 'OTHER', label: "Autres moyens d'affichage et de communication électronique" },
]

export type Practices = {
  readonly hasWasteDiagnostic: boolean | null
  readonly hasWastePlan: boolean | null
  readonly hasWasteMeasures: boolean | null
  readonly wasteActions: readonly WasteAction[] | null
  readonly otherWasteAction: string | null
  readonly hasDonationAgreement: boolean | null
  /** Donations per year. */
  readonly donationFrequency: number | null
  /** Kilograms per year, as typed. */
  readonly donationQuantity: number | null
  readonly donationFoodType: string | null
  readonly hasDiversificationPlan: boolean | null
  readonly diversificationPlanActions: readonly DiversificationPlanAction[] | null
  readonly serviceType: ServiceType | null
  readonly vegetarianWeeklyRecurrence: VegetarianRecurrence | null
  readonly vegetarianMenuBases: readonly VegetarianMenuBase[] | null
  readonly cookingPlasticSubstituted: boolean | null
  readonly servingPlasticSubstituted: boolean | null
  readonly plasticBottlesSubstituted: boolean | null
  readonly plasticTablewareSubstituted: boolean | null
  readonly communicatesOnFoodQuality: boolean | null
  readonly communicationFrequency: CommunicationFrequency | null
  readonly communicationSupports: readonly CommunicationSupport[] | null
  readonly otherCommunicationSupport: string | null
  readonly communicatesOnFoodPlan: boolean | null
  readonly communicationSupportUrl: string | null
}

/** Nothing answered yet. Spread it under the answers that you have. */
export const noPractices: Practices = {
  hasWasteDiagnostic: null,
  hasWastePlan: null,
  hasWasteMeasures: null,
  wasteActions: null,
  otherWasteAction: null,
  hasDonationAgreement: null,
  donationFrequency: null,
  donationQuantity: null,
  donationFoodType: null,
  hasDiversificationPlan: null,
  diversificationPlanActions: null,
  serviceType: null,
  vegetarianWeeklyRecurrence: null,
  vegetarianMenuBases: null,
  cookingPlasticSubstituted: null,
  servingPlasticSubstituted: null,
  plasticBottlesSubstituted: null,
  plasticTablewareSubstituted: null,
  communicatesOnFoodQuality: null,
  communicationFrequency: null,
  communicationSupports: null,
  otherCommunicationSupport: null,
  communicatesOnFoodPlan: null,
  communicationSupportUrl: null,
}
