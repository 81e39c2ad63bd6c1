// The answers of the positioning test: one versioned shape, the same in the database, in the downloaded file and for later steps.
// A key that is absent was not asked or not answered yet; « je ne sais pas » is an answer of its own.
import { z } from 'zod'
import { economicModels, lineMinistries, type MealSpan, managementTypes, mealBounds } from '../../law/canteen.ts'
import { labels } from '../../law/labels.ts'
import { MAX_AMOUNT } from '../../law/money.ts'
import {
  communicationFrequencies,
  communicationSupports,
  serviceTypes,
  vegetarianRecurrences,
  wasteActions,
} from '../../law/practices.ts'
import { sectors } from '../../law/sectors.ts'
import { FIRST_DATA_YEAR, LAST_DATA_YEAR } from '../../law/timeline.ts'

/** Raised when an old file could no longer be read as it is; `readFile` then learns to bring it up to date. */
export const ANSWERS_VERSION = 1

const ids = <Id extends string>(list: readonly { readonly id: Id }[]) => list.map(({ id }) => id) as [Id, ...Id[]]
const oneOf = <Id extends string>(list: readonly { readonly id: Id }[]) => z.enum([...ids(list), 'unknown'])

/** Labels of the second purchases question: all but organic and the purchase criteria, which have their own. */
export const otherLabels = labels.filter(({ group }) => group === 'siqo' || group === 'egalim_autres')

/** An amount, a share of a whole in hundredths of a percent, nothing at all, or not known. */
const quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), cents: z.int().min(0).max(MAX_AMOUNT) }),
  z.strictObject({ kind: z.literal('share'), hundredths: z.int().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown') }),
])
export type Quantity = z.infer<typeof quantity>

/** Ranges proposed to whoever does not know the exact total; in cents, both ends possible. */
export const totalRanges = [
  { id: 'moins-de-20', from: 100_00, to: 20_000_00 },
  { id: '20-50', from: 20_000_00, to: 50_000_00 },
  { id: '50-100', from: 50_000_00, to: 100_000_00 },
  { id: '100-250', from: 100_000_00, to: 250_000_00 },
  { id: '250-500', from: 250_000_00, to: 500_000_00 },
  { id: '500-1000', from: 500_000_00, to: 1_000_000_00 },
  { id: '1000-3000', from: 1_000_000_00, to: 3_000_000_00 },
  { id: '3000-10000', from: 3_000_000_00, to: 10_000_000_00 },
] as const

const total = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), cents: z.int().min(1).max(MAX_AMOUNT) }),
  z.strictObject({ kind: z.literal('range'), range: z.enum(ids(totalRanges)) }),
  z.strictObject({ kind: z.literal('unknown') }),
])
export type Total = z.infer<typeof total>

const yesNo = z.enum(['yes', 'no', 'unknown'])
const yesPartlyNo = z.enum(['yes', 'partly', 'no', 'unknown'])
const meals = (span: MealSpan) => z.union([z.int().min(mealBounds[span].least).max(mealBounds[span].most), z.literal('unknown')])
const several = <Id extends string>(list: readonly { readonly id: Id }[]) =>
  z.union([z.array(z.enum(ids(list))).max(20), z.literal('unknown')])

export const answersSchema = z
  .strictObject({
    // Profile
    sectors: z.union([
      z
        .array(z.enum(ids(sectors)))
        .min(1)
        .max(2),
      z.literal('unknown'),
    ]),
    economicModel: oneOf(economicModels),
    managementType: oneOf(managementTypes),
    kitchen: z.enum(['on_site', 'delivered', 'central', 'unknown']),
    dailyMeals: meals('daily'),
    yearlyMeals: meals('yearly'),
    /** Official code of the commune. */
    commune: z.string().regex(/^([0-9]{5}|2[AB][0-9]{3}|unknown)$/),
    lineMinistry: z.enum([...ids(lineMinistries), 'none', 'unknown']),
    dataYear: z.int().min(FIRST_DATA_YEAR).max(LAST_DATA_YEAR),
    // Purchases
    total,
    organic: quantity,
    labels: several(otherLabels),
    labelled: quantity,
    criteria: quantity,
    meatFish: quantity,
    meatFishLabelled: quantity,
    supplierInformation: z.enum(['all', 'some', 'none', 'unknown']),
    // Waste
    wasteDiagnosis: yesNo,
    wastePlan: yesNo,
    wasteMeasured: yesNo,
    wasteActions: several(wasteActions),
    donationAgreement: yesNo,
    // Proteins
    diversificationPlan: yesNo,
    serviceType: oneOf(serviceTypes),
    vegetarianFrequency: oneOf(vegetarianRecurrences),
    // Plastics
    maternityOrPaediatrics: yesNo,
    cookingContainers: yesPartlyNo,
    servingContainers: yesPartlyNo,
    bottles: yesPartlyNo,
    tableware: yesPartlyNo,
    // Diners
    informationSupports: several(communicationSupports),
    informationFrequency: oneOf(communicationFrequencies),
    nutrition: yesNo,
    // Pride: never part of a legal ratio
    local: yesPartlyNo,
    shortChain: yesPartlyNo,
    homeMade: yesPartlyNo,
    garden: yesPartlyNo,
  })
  .partial()

export type Answers = z.infer<typeof answersSchema>
export type AnswerId = keyof Answers
