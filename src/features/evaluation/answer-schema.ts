// What is answered: the schema that documents it and gives it its type. Texts that users read are in French.
import { z } from 'zod'
import { measures, obligations } from '../../law/obligations.ts'
import { zoneLabels } from '../../law/territories.ts'

const ids = <Id extends string>(list: readonly { readonly id: Id }[]) => list.map(({ id }) => id) as [Id, ...Id[]]
const percent = z.int().min(0).max(100).nullable()
/** Two decimals, always. */
const decimalText = z
  .string()
  .regex(/^\d+\.\d\d$/)
  .nullable()
const source = z
  .string()
  .describe('Référence du texte, avec « (à vérifier) » tant qu’elle n’a pas été relue dans le texte officiel.')
const yesNo = z.boolean().nullable()

const targetsSchema = z
  .object({ organicPercent: percent, qualityPercent: percent, meatFishPercent: percent })
  .describe('Objectifs de l’année pour ce restaurant, en pourcentage de la valeur hors taxe ; null : pas de règle.')

const sharesSchema = z
  .object({
    organicPercent: decimalText,
    qualityPercent: decimalText,
    meatFishPercent: decimalText,
    siqoPercent: decimalText,
    otherQualityPercent: decimalText,
    purchaseCriteriaPercent: decimalText,
    meatQualityPercent: decimalText,
    fishQualityPercent: decimalText,
  })
  .describe(
    'Parts, en pourcentage, deux décimales, arrondies au plus près (la demie vers le haut) ; null : pas calculable. Elles ne servent qu’à l’affichage : les objectifs sont comparés aux montants exacts.',
  )

const gapsSchema = z.object({ organicEuros: decimalText, qualityEuros: decimalText, meatFishEuros: decimalText })

const explanationSchema = z.object({
  id: z.enum(['organic', 'quality', 'meatFish']),
  label: z.string(),
  rule: z.string().describe('Le calcul, en une phrase.'),
  source,
  partEuros: decimalText.describe('La catégorie ; null : un montant manque.'),
  wholeEuros: decimalText.describe('Ce à quoi elle est rapportée ; null : un montant manque.'),
  terms: z
    .array(z.object({ label: z.string(), euros: decimalText, state: z.enum(['known', 'missing', 'not_claimed']) }))
    .describe('Les montants qui font la catégorie. not_claimed : facultatif et laissé vide, compté zéro.'),
  target: z
    .object({ percent: z.int(), fromDataYear: z.int(), applies: yesNo, reason: z.string(), source })
    .nullable()
    .describe('L’objectif, depuis quelle année d’achats, et pour qui ; null : pas de règle cette année-là.'),
})

const measureSchema = z.object({
  id: z.enum(ids(measures)),
  status: z
    .enum(['reached', 'not_reached', 'unknown', 'not_applicable'])
    .describe('unknown : il manque des réponses, que les raisons nomment.'),
  reasons: z.array(z.object({ text: z.string(), source, state: z.enum(['met', 'not_met', 'unknown', 'not_applicable']) })),
})

const obligationSchema = z.object({
  id: z.enum(ids(obligations)),
  title: z.string(),
  kind: z
    .enum(['duty', 'encouragement', 'voluntary', 'state', 'national_goal'])
    .describe(
      'Devoir, encouragement, démarche volontaire, tâche de l’État ou objectif national ; seuls les deux premiers peuvent concerner un restaurant.',
    ),
  applies: yesNo.describe('null : les réponses ne suffisent pas à le dire.'),
  met: yesNo.describe('null : pas encore connu, ou rien de ce qui est demandé ne permet de le dire.'),
  since: z.iso.date().describe('Premier jour de la règle.'),
  source,
  sourceUrl: z.url().nullable(),
  toVerify: z.boolean(),
  reason: z.string(),
})

const territorySchema = z.object({
  label: z.string(),
  zone: z.enum(Object.keys(zoneLabels) as [keyof typeof zoneLabels, ...(keyof typeof zoneLabels)[]]),
  region: z.string().nullable(),
  department: z.string().nullable(),
  known: z.boolean().describe('false : aucun lieu n’a été donné, la règle générale est supposée.'),
  toVerify: z.boolean(),
})

export const answerSchema = z.object({
  dataYear: z.int().describe('L’année d’achats demandée.'),
  territory: territorySchema.describe('Le territoire dont les règles sont appliquées, et s’il a été donné ou supposé.'),
  entry: z.enum(['simple', 'detailed']).nullable().describe('La saisie reconnue ; null : aucun montant.'),
  missingAmounts: z
    .array(z.string())
    .describe('Les montants qu’il reste à remplir pour déclarer cette année-là, sous leurs noms officiels.'),
  targets: targetsSchema,
  shares: sharesSchema,
  gaps: gapsSchema.describe(
    'Ce qui doit passer dans la catégorie, à dépense constante, au centime supérieur ; "0.00" : atteint ; null : pas encore connu.',
  ),
  gapsPerMeal: gapsSchema.describe('Les mêmes écarts par repas de l’année.'),
  costPerMealEuros: decimalText.describe('Total des achats divisé par les repas de l’année.'),
  measures: z
    .array(measureSchema)
    .describe(
      `Les cinq mesures, toujours dans cet ordre : ${measures.map(({ id, label }) => `${id} (${label})`).join(', ')}. Pour chacune, son état (reached, not_reached, unknown, not_applicable) et ses raisons.`,
    ),
  obligations: z
    .array(obligationSchema)
    .describe(
      'Chaque obligation : si elle concerne ce restaurant (applies), si elle est remplie (met), depuis quand et par quel texte.',
    ),
  explanations: z.array(explanationSchema).describe('Comment les trois parts qui ont un objectif sont calculées.'),
  warnings: z
    .array(z.object({ code: z.string(), message: z.string(), source: source.nullable() }))
    .describe('Ce qui mérite un second regard, sans empêcher de répondre.'),
})

export type Answer = z.infer<typeof answerSchema>

export const answerSchemas = {
  Verdict: answerSchema,
  Mesure: measureSchema,
  Obligation: obligationSchema,
  Explication: explanationSchema,
}
