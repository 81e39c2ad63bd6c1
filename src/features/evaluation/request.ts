// What may be asked: one schema, used to check requests and to write their documentation. Texts that users read are in French.
import { z } from 'zod'
import { amountLabel, detailedAmounts, simpleAmounts } from '../../law/amount-names.ts'
import {
  economicModels,
  formerProductionTypes,
  lineMinistries,
  managementTypes,
  mealBounds,
  productionTypes,
} from '../../law/canteen.ts'
import { formatEuros, group, MAX_AMOUNT } from '../../law/money.ts'
import {
  communicationFrequencies,
  communicationSupports,
  diversificationPlanActions,
  formerCommunicationSupports,
  serviceTypes,
  vegetarianMenuBases,
  vegetarianRecurrences,
  wasteActions,
} from '../../law/practices.ts'
import { sectors } from '../../law/sectors.ts'
import { FIRST_DATA_YEAR, LAST_DATA_YEAR } from '../../law/timeline.ts'

const LARGEST_QUANTITY = 1_000_000_000
const LONGEST_TEXT = 1000
const LONGEST_CODE = 5

type Choices<Id extends string> = readonly { readonly id: Id; readonly label: string }[]

const codesAndLabels = (choices: Choices<string>) => choices.map(({ id, label }) => `${id} = ${label}`).join(' ; ')
const codeOf = <Id extends string>(choices: Choices<Id>) => z.enum(choices.map(({ id }) => id) as [Id, ...Id[]])
const oneOf = <Id extends string>(choices: Choices<Id>, about: string) =>
  codeOf(choices)
    .nullish()
    .describe(`${about} : ${codesAndLabels(choices)}.`)
const severalOf = <Id extends string>(choices: Choices<Id>, about: string) =>
  z
    .array(codeOf(choices))
    .max(choices.length)
    .nullish()
    .describe(`${about} : ${codesAndLabels(choices)}.`)
const yesNo = (about: string) => z.boolean().nullish().describe(about)
const text = (about: string) => z.string().max(LONGEST_TEXT).nullish().describe(about)
const between = (least: number, most: number, as = group) => `Indiquez un nombre de ${as(least)} à ${as(most)}.`
const integer = (least: number, most: number, message = between(least, most)) =>
  z.int(message).min(least, message).max(most, message)
const count = (least: number, most: number, about: string) => integer(least, most).nullish().describe(about)
const quantity = (about: string) => {
  const message = between(0, LARGEST_QUANTITY)
  return z.number().min(0, message).max(LARGEST_QUANTITY, message).nullish().describe(about)
}
/** Part of the yearly assessment, read so that a whole one can be sent as it is; no rule uses it. */
const unused = 'Accepté, sans effet sur la réponse.'

const placeCode = (about: string) => z.string().max(LONGEST_CODE).nullish().describe(about)

export const canteenSchema = z.strictObject({
  cityInseeCode: placeCode(
    'Code INSEE de la commune, anciennes communes et arrondissements compris. Le plus précis des trois codes de lieu suffit.',
  ),
  department: placeCode('Code du département : « 29 », « 2A », « 974 »…'),
  region: placeCode('Code INSEE de la région : « 53 », « 04 »…'),
  sectorList: z
    .array(codeOf(sectors))
    .max(3)
    .nullish()
    .describe(`Secteurs ; liste vide : pas encore connus. ${codesAndLabels(sectors)}.`),
  economicModel: oneOf(economicModels, 'Qui est responsable du restaurant'),
  managementType: oneOf(managementTypes, 'Mode de gestion'),
  productionType: oneOf(
    [...productionTypes, ...formerProductionTypes],
    'Type d’établissement ; les deux derniers codes ne servent qu’aux anciens bilans',
  ),
  lineMinistry: oneOf(lineMinistries, 'Ministère de tutelle, pour un restaurant public de l’État'),
  dailyMealCount: count(
    mealBounds.daily.least,
    mealBounds.daily.most,
    'Repas par jour d’ouverture, en moyenne sur l’année (pour une cuisine centrale : repas préparés).',
  ),
  yearlyMealCount: count(mealBounds.yearly.least, mealBounds.yearly.most, 'Repas par an, plus nombreux que les repas par jour.'),
})

const amount = z
  .union([
    z.string().meta({ pattern: '^(0|[1-9]\\d*)(\\.\\d{1,2})?$' }),
    z.number().meta({ minimum: 0, maximum: MAX_AMOUNT / 100 }),
    z.null(),
  ])
  .meta({
    description: `Montant en euros hors taxe, deux décimales au plus, de 0 à ${formatEuros(MAX_AMOUNT)} : texte décimal ou nombre. null : pas encore connu, jamais zéro.`,
    examples: ['12345.67', 12345.67, null],
  })

const amountRows = [...simpleAmounts, ...detailedAmounts.filter(({ name }) => !simpleAmounts.some((row) => row.name === name))]

// Names of labels change with the year: those of the first one say the most.
const aboutAmount = ({ name, applicable }: (typeof amountRows)[number]) =>
  amountLabel(name, FIRST_DATA_YEAR) + (applicable ? '' : ' (n’existe pas : seuls 0 et null sont acceptés)')

export const procurementSchema = z.strictObject(
  Object.fromEntries(amountRows.map((row) => [row.camel, amount.optional().describe(aboutAmount(row))])),
)

export const practicesSchema = z.strictObject({
  hasWasteDiagnostic: yesNo('Le diagnostic du gaspillage alimentaire est fait.'),
  hasWastePlan: yesNo('Un plan d’action tiré de ce diagnostic est en place.'),
  hasWasteMeasures: yesNo('Des mesures du gaspillage (pesées) ont été faites.'),
  wasteActions: severalOf(wasteActions, 'Actions menées contre le gaspillage'),
  otherWasteAction: text('Autre action contre le gaspillage, en quelques mots.'),
  hasDonationAgreement: yesNo('Une convention de dons est proposée à une association d’aide alimentaire habilitée.'),
  donationFrequency: count(0, 100_000, 'Dons par an.'),
  donationQuantity: quantity('Denrées données, en kilogrammes par an.'),
  donationFoodType: text('Denrées données, en quelques mots.'),
  hasDiversificationPlan: yesNo('Un plan pluriannuel de diversification des protéines est en place.'),
  diversificationPlanActions: severalOf(diversificationPlanActions, 'Actions de ce plan'),
  serviceType: oneOf(serviceTypes, 'Service'),
  vegetarianWeeklyRecurrence: oneOf(vegetarianRecurrences, 'Menu végétarien'),
  vegetarianMenuBases: severalOf(vegetarianMenuBases, 'Base du plat principal végétarien'),
  cookingPlasticSubstituted: yesNo('Les contenants en plastique pour cuire et réchauffer ont été remplacés.'),
  servingPlasticSubstituted: yesNo('Les contenants en plastique pour servir ont été remplacés.'),
  plasticBottlesSubstituted: yesNo('Les bouteilles d’eau plate en plastique ont disparu.'),
  plasticTablewareSubstituted: yesNo('Les ustensiles à usage unique en plastique ont disparu.'),
  communicatesOnFoodQuality: yesNo('Les convives sont informés de la part de produits durables et de qualité.'),
  communicationFrequency: oneOf(communicationFrequencies, 'Rythme de cette information'),
  communicationSupports: severalOf(
    [...communicationSupports, ...formerCommunicationSupports],
    'Supports de cette information ; les trois derniers viennent d’anciens bilans',
  ),
  otherCommunicationSupport: text('Autre support, en quelques mots.'),
  communicatesOnFoodPlan: yesNo('Les convives sont informés de la qualité nutritionnelle des repas.'),
  communicationSupportUrl: text('Adresse (http ou https) du support d’information ; vide : aucune.'),
  vegetarianMenuType: z.enum(['UNIQUE', 'SEVERAL', 'ALTERNATIVES']).nullish().meta({ description: unused, deprecated: true }),
  otherWasteComments: text(unused).meta({ deprecated: true }),
  totalLeftovers: quantity(unused).meta({ deprecated: true }),
  durationLeftoversMeasurement: count(0, 365, unused).meta({ deprecated: true }),
  breadLeftovers: quantity(unused).meta({ deprecated: true }),
  servedLeftovers: quantity(unused).meta({ deprecated: true }),
  unservedLeftovers: quantity(unused).meta({ deprecated: true }),
  sideLeftovers: quantity(unused).meta({ deprecated: true }),
})

export const requestSchema = z.strictObject({
  dataYear: integer(FIRST_DATA_YEAR, LAST_DATA_YEAR, between(FIRST_DATA_YEAR, LAST_DATA_YEAR, String)).describe(
    'Année civile des achats.',
  ),
  canteen: canteenSchema.nullish().describe('Le restaurant. Tout y est facultatif : ce qui manque est « pas encore connu ».'),
  procurement: procurementSchema
    .nullish()
    .describe('Les achats alimentaires de l’année, en saisie simplifiée ou détaillée, sous leurs noms officiels.'),
  practices: practicesSchema
    .nullish()
    .describe('Les réponses sur le gaspillage, les protéines, le plastique et l’information des convives.'),
})

export const requestParts = { canteen: canteenSchema, procurement: procurementSchema, practices: practicesSchema }

/** A part of the request, before anything is known of its fields. */
export type Sent = Readonly<Record<string, unknown>>
export type CanteenSent = z.infer<typeof canteenSchema>
export type PracticesSent = z.infer<typeof practicesSchema>

/** Every part under the name that the documentation gives it. */
export const requestSchemas = {
  Evaluation: requestSchema,
  Cantine: canteenSchema,
  Achats: procurementSchema,
  Pratiques: practicesSchema,
  Montant: amount,
}
