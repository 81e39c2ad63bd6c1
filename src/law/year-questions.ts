// What in the purchases of a canteen's own year is worth a second look. Questions that encourage: the canteen knows best, nothing is refused.
import { cellName } from './amount-names.ts'
import { unusualCost } from './consistency.ts'
import { type FamilyId, families, familyOf } from './families.ts'
import { type Label, type LabelId, labelName, labels, type SideId, sideName } from './labels.ts'
import { type Cents, formatEuros, formatEurosRounded, formatPercent } from './money.ts'
import { shareText } from './ratio.ts'
import type { RollUp } from './roll-up.ts'
import { type Spending, spendingIn } from './spending.ts'
import type { DataYear } from './timeline.ts'

export type YearQuestionCode =
  | 'credits_above_purchases'
  | 'side_above_family'
  | 'all_organic'
  | 'share_moved'
  | 'far_above_year_before'
  | 'unusual_cost_per_meal'

export type YearQuestion = {
  readonly code: YearQuestionCode
  /** Plain French; it ends before the words that lead to the purchases. */
  readonly message: string
  /** The purchases that it is about; null: whatever the family, whatever the label. */
  readonly family: FamilyId | null
  readonly label: LabelId | 'none' | null
}

export type YearFacts = {
  readonly rollUp: RollUp
  /** The year before, until the same day; null: nothing was bought then. */
  readonly before: Spending | null
  readonly yearlyMealCount: number | null
  /** Is the year over? Its book is then whole, or meant to be. */
  readonly isOver: boolean
}

/** Fewer purchases say nothing of a year: the first ones of January move every share. */
const ENOUGH_PURCHASES = 10
const ENOUGH_FAMILIES = 3
/** Points of percentage. */
const LARGE_MOVE = 30
/** A year this many times larger is a slip of unit, or the end of a book that was kept in part. */
const FAR_ABOVE = 10

const nameOf = (family: FamilyId) => typographic(familyOf(family).label)
const typographic = (label: string) => label.replaceAll("'", '’')
const percent = (part: Cents, whole: Cents) => formatPercent(Number(shareText(part, whole)))

/** What the figures of a year ask of whoever keeps its book. Amounts in cents; in the order of the grid, then for the year as a whole. */
export function questionsOnYear(facts: YearFacts): YearQuestion[] {
  const { rollUp } = facts
  const now = spendingIn(rollUp)
  return [
    ...families.flatMap(({ id }) => {
      const credits = creditsAbovePurchases(rollUp, id)
      // One cause, one question.
      return credits.length > 0 ? credits : sidesAboveFamily(rollUp, id)
    }),
    ...yearAsAWhole(facts, now),
    ...mealCost(facts, now),
  ]
}

/** A cell below zero: more was given back under a label than bought under it. The other parts of the family then come to more than the family. */
function creditsAbovePurchases({ detailed, dataYear }: RollUp, family: FamilyId): YearQuestion[] {
  return [...labels, null].flatMap((label): YearQuestion[] => {
    const cents = detailed[cellName(family, label?.id ?? 'non_egalim')] ?? 0
    if (cents >= 0) return []
    const under = label === null ? 'sans label' : `« ${nameFor(label, dataYear)} »`
    const kept =
      label === null ? 'Le label du produit repris est-il sur l’avoir ?' : 'L’achat de départ porte-t-il le même label ?'
    const message = `${nameOf(family)}, ${under} : les avoirs dépassent les achats de ${formatEuros(-cents)}. ${kept}`
    return [{ code: 'credits_above_purchases', message, family, label: label?.id ?? 'none' }]
  })
}

const nameFor = (label: Label, dataYear: DataYear) => typographic(labelName(label, dataYear))

const SIDES: readonly SideId[] = ['france', 'circuit_court', 'local']

/** An origin that comes to more than its family, or to less than nothing: a credit that does not say where the product came from. */
function sidesAboveFamily({ detailed, dataYear }: RollUp, family: FamilyId): YearQuestion[] {
  const cells = [...labels.map(({ id }) => id), 'non_egalim' as const]
  const spend = cells.reduce((sum, id) => sum + (detailed[cellName(family, id)] ?? 0), 0)
  const above = SIDES.flatMap((side) => {
    const cents = detailed[cellName(family, side)] ?? 0
    return cents >= 0 && cents <= Math.max(0, spend) ? [] : [`« ${sideName(side, dataYear)} » fait ${formatEuros(cents)}`]
  })
  if (above.length === 0) return []
  const message = `${nameOf(family)} : ${above.join(', ')}, la famille entière ${formatEuros(spend)}. Les avoirs disent-ils la même provenance que leurs achats ?`
  return [{ code: 'side_above_family', message, family, label: null }]
}

/** One question at most: a book that is not comparable says nothing of its shares, and a share that is whole has moved. */
function yearAsAWhole({ rollUp, before, isOver }: YearFacts, now: Spending): YearQuestion[] {
  if (rollUp.total.count < ENOUGH_PURCHASES || now.total <= 0) return []
  const ask = (code: YearQuestionCode, message: string, label: YearQuestion['label'] = null): YearQuestion[] => [
    { code, message, family: null, label },
  ]
  const when = `${isOver ? 'en' : 'à la même date en'} ${rollUp.dataYear - 1}`
  if (before !== null && before.total > 0 && now.total >= before.total * FAR_ABOVE)
    return ask(
      'far_above_year_before',
      `${formatEurosRounded(now.total)} d’achats, au moins ${FAR_ABOVE} fois plus qu’${when} (${formatEurosRounded(before.total)}) : le cahier se remplit, bravo. Les plus gros montants sont-ils bien en euros ?`,
    )
  const wasAllOrganic = before !== null && before.organic === before.total
  const organicFamilies = families.filter(({ id }) => (rollUp.detailed[cellName(id, 'bio')] ?? 0) > 0)
  if (now.organic === now.total && organicFamilies.length >= ENOUGH_FAMILIES)
    return wasAllOrganic
      ? []
      : ask(
          'all_organic',
          `Tout est bio, dans ${organicFamilies.length} familles : bravo ! Si des produits sans label ont aussi été achetés, ajoutez-les, et la part restera juste.`,
        )
  return before === null ? [] : moved(rollUp, now, before, when, ask)
}

function moved(
  rollUp: RollUp,
  now: Spending,
  before: Spending,
  when: string,
  ask: (code: YearQuestionCode, message: string, label: YearQuestion['label']) => YearQuestion[],
): YearQuestion[] {
  if (before.total <= 0 || now.quality < 0 || before.quality < 0) return []
  const points = Number(shareText(now.quality, now.total)) - Number(shareText(before.quality, before.total))
  if (Math.abs(points) < LARGE_MOVE) return []
  const move = `La part durable et de qualité fait ${percent(now.quality, now.total)}, contre ${percent(before.quality, before.total)} ${when}`
  if (points < 0)
    return ask('share_moved', `${move}. Des lignes sans label en ont peut-être un : chaque label retrouvé compte.`, 'none')
  const most = heaviest(rollUp)
  return ask(
    'share_moved',
    `${move} : bravo ! Les produits « ${nameFor(most, rollUp.dataYear)} » pèsent le plus : ont-ils bien tous ce label ?`,
    most.id,
  )
}

/** The label with the largest amount, all families together. */
function heaviest({ detailed }: RollUp): Label {
  const centsOf = ({ id }: Label) => families.reduce((sum, family) => sum + (detailed[cellName(family.id, id)] ?? 0), 0)
  return labels.reduce((most, label) => (centsOf(label) > centsOf(most) ? label : most))
}

/** Too little is asked of whole years only: the others are still being bought. */
function mealCost({ yearlyMealCount, isOver }: YearFacts, { total }: Spending): YearQuestion[] {
  const found = unusualCost(total, yearlyMealCount, isOver)
  if (found === null) return []
  const ask = found.isMore
    ? 'Le nombre de repas de la fiche est-il à jour, et les plus gros montants bien en euros ?'
    : 'Reste-t-il des factures à ajouter ?'
  return [{ code: 'unusual_cost_per_meal', message: `${found.words} ${ask}`, family: null, label: null }]
}
