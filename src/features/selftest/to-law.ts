// From the answers to what the law reads: the canteen and its practices. Pure. The amounts are in amounts.ts.
import type { CanteenFacts } from '../../law/canteen.ts'
import { noPractices, type Practices } from '../../law/practices.ts'
import { territoryOf, unknownTerritory } from '../../law/territories.ts'
import type { Answers } from './answers.ts'

const known = <Value>(value: Value | 'unknown' | undefined): Value | null =>
  value === undefined || value === 'unknown' ? null : value

const kitchens = { on_site: 'site', delivered: 'site_cooked_elsewhere', central: 'groupe' } as const

/** The canteen as the law sees it. `population`: inhabitants of the commune, where the official list says so. */
export function canteenOf(answers: Answers, population: number | null): CanteenFacts {
  const commune = known(answers.commune)
  const territory = territoryOf({ cityInseeCode: commune })
  const kitchen = known(answers.kitchen)
  const ministry = known(answers.lineMinistry)
  return {
    territory: 'error' in territory ? unknownTerritory : territory,
    sectorList: answers.sectors ?? null,
    economicModel: known(answers.economicModel),
    managementType: known(answers.managementType),
    productionType: kitchen === null ? null : kitchens[kitchen],
    lineMinistry: ministry === 'none' ? null : ministry,
    dailyMealCount: known(answers.dailyMeals),
    yearlyMealCount: known(answers.yearlyMeals),
    hasMaternityOrPaediatrics: truth(answers.maternityOrPaediatrics),
    communePopulation: commune === null ? null : population,
  }
}

const yes = { yes: true, partly: false, no: false, unknown: null } as const
const truth = (answer: keyof typeof yes | undefined): boolean | null => (answer === undefined ? null : yes[answer])

/** The answers that are not about purchases. « En partie » is not yet « oui » for the law; the level remembers it. */
export function practicesOf(answers: Answers): Practices {
  const supports = known(answers.informationSupports)
  return {
    ...noPractices,
    hasWasteDiagnostic: truth(answers.wasteDiagnosis),
    hasWastePlan: truth(answers.wastePlan),
    hasWasteMeasures: truth(answers.wasteMeasured),
    wasteActions: known(answers.wasteActions),
    hasDonationAgreement: truth(answers.donationAgreement),
    hasDiversificationPlan: truth(answers.diversificationPlan),
    serviceType: known(answers.serviceType),
    vegetarianWeeklyRecurrence: known(answers.vegetarianFrequency),
    cookingPlasticSubstituted: truth(answers.cookingContainers),
    servingPlasticSubstituted: truth(answers.servingContainers),
    plasticBottlesSubstituted: truth(answers.bottles),
    plasticTablewareSubstituted: truth(answers.tableware),
    communicatesOnFoodQuality: supports === null ? null : supports.length > 0,
    communicationFrequency: known(answers.informationFrequency),
    communicationSupports: supports,
    communicatesOnFoodPlan: truth(answers.nutrition),
  }
}
