// What is typed in the calculator, and how it reads. Pure: the server and the browser read it with this same code.
import { type AmountName, amountLabel, type Depth, detailedAmounts, simpleAmounts } from '../../law/amount-names.ts'
import { type CanteenFacts, type EconomicModel, economicModels, isPossibleMealCount, mealBounds } from '../../law/canteen.ts'
import { crossChecks } from '../../law/checks.ts'
import { simpleAmountsOf } from '../../law/family-totals.ts'
import { labels } from '../../law/labels.ts'
import { type AmountError, formatEuros, group, MAX_AMOUNT, parseAmount } from '../../law/money.ts'
import type { Procurement } from '../../law/procurement.ts'
import { isSectorId, type SectorId } from '../../law/sectors.ts'
import type { Amounts } from '../../law/sums.ts'
import { shareTargets } from '../../law/targets.data.ts'
import { territoryOf, unknownTerritory } from '../../law/territories.ts'
import { type DataYear, LAST_DATA_YEAR } from '../../law/timeline.ts'

/** How much is asked, as the address says it: `complete` adds the two rare purchase criteria to the grid. */
export const modes = ['simple', 'detaillee', 'complete'] as const
export type Mode = (typeof modes)[number]

/** Names of the fields that describe the canteen; those of the amounts are their official names. */
export const fields = {
  mode: 'saisie',
  year: 'annee',
  place: 'commune',
  placeCode: 'commune-code',
  sector: 'secteur',
  model: 'statut',
  meals: 'repas',
} as const

export type Entry = {
  readonly mode: Mode
  readonly dataYear: DataYear
  /** As typed; the code is the official one, empty while the commune is not known. */
  readonly place: string
  readonly placeCode: string
  readonly sector: SectorId | null
  readonly economicModel: EconomicModel | null
  readonly meals: string
  /** As typed, by official name. */
  readonly amounts: Readonly<{ [name in AmountName]?: string }>
}

/** What must be corrected before anything can be computed, in French, at its field. */
export type Problem = { readonly field: string; readonly message: string }

/** The years that have a target: purchases of before the law owe nothing. */
export const years: readonly DataYear[] = Array.from(
  { length: LAST_DATA_YEAR - shareTargets.hexagone[0].from + 1 },
  (_, index) => shareTargets.hexagone[0].from + index,
)

export const depthOf = (mode: Mode): Depth => (mode === 'simple' ? 'simple' : 'detailed')

/** The labels that a mode asks for, in their order of precedence. */
export const labelsOf = (mode: Mode) => labels.filter(({ group }) => mode === 'complete' || group !== 'externalites_performance')

/** The amounts that a mode shows. */
export function shownAmounts(mode: Mode): AmountName[] {
  if (mode === 'simple') return simpleAmounts.map(({ name }) => name)
  const shown = labelsOf(mode).map(({ id }): string => id)
  return detailedAmounts
    .filter(({ applicable, cell }) => applicable && (cell === null || shown.includes(cell.label)))
    .map(({ name }) => name)
}

/** Reads a form or an address. Unknown choices are left out, never refused: the page shows what it understood. */
export function readEntry(get: (field: string) => string, currentYear: DataYear): Entry {
  const mode = modes.find((one) => one === get(fields.mode)) ?? 'simple'
  const year = Number(get(fields.year))
  const sector = get(fields.sector)
  return {
    mode,
    dataYear: years.includes(year) ? year : Math.min(currentYear, LAST_DATA_YEAR),
    place: get(fields.place),
    placeCode: get(fields.placeCode),
    sector: isSectorId(sector) ? sector : null,
    economicModel: economicModels.find(({ id }) => id === get(fields.model))?.id ?? null,
    meals: get(fields.meals),
    amounts: typedAmounts(shownAmounts(mode), get),
  }
}

const typedAmounts = (names: readonly AmountName[], get: (field: string) => string): Entry['amounts'] =>
  Object.fromEntries(names.map((name) => [name, get(name).trim()]).filter(([, text]) => text !== ''))

/** The canteen as the law sees it: what the calculator does not ask is unknown. */
export function canteenOf(entry: Entry, meals: number | null): CanteenFacts {
  const territory = territoryOf({ cityInseeCode: entry.placeCode })
  return {
    territory: 'error' in territory ? unknownTerritory : territory,
    sectorList: entry.sector && [entry.sector],
    economicModel: entry.economicModel,
    managementType: null,
    productionType: null,
    lineMinistry: null,
    dailyMealCount: null,
    yearlyMealCount: meals,
    communePopulation: null,
  }
}

export type Reading = {
  readonly procurement: Procurement
  readonly meals: number | null
  /** One per field, in the order of the fields. */
  readonly problems: readonly Problem[]
}

/** The amounts in cents, the meals, and everything that the law's checks find impossible. */
export function readAmounts(entry: Entry): Reading {
  const problems = new Map<string, string>()
  const amounts: { [name in AmountName]?: number } = {}
  for (const [name, text] of Object.entries(entry.amounts) as [AmountName, string][]) {
    const { cents, error } = parseAmount(text, 'french')
    if (error) problems.set(name, `« ${amountLabel(name, entry.dataYear)} » : ${AMOUNT_ERRORS[error]}`)
    else amounts[name] = cents
  }
  const meals = readMeals(entry.meals)
  if (Number.isNaN(meals)) problems.set(fields.meals, MEALS_ERROR)
  const procurement: Procurement = { depth: depthOf(entry.mode), amounts }
  for (const { severity, fields: names, message } of crossChecks(procurement, { dataYear: entry.dataYear })) {
    const field = names.find((name) => name in entry.amounts) ?? names[0]!
    if (severity === 'error' && !problems.has(field)) problems.set(field, message)
  }
  const order = [fields.meals, ...shownAmounts(entry.mode)]
  return {
    procurement,
    meals: meals === null || Number.isNaN(meals) ? null : meals,
    problems: order.flatMap((field) => (problems.has(field) ? [{ field, message: problems.get(field)! }] : [])),
  }
}

const AMOUNT_ERRORS: Readonly<Record<AmountError, string>> = {
  not_a_number: 'ce montant ne se lit pas. Écrivez-le en chiffres, par exemple 1 234,56.',
  negative: 'un montant d’achats ne peut pas être négatif. Déduisez les avoirs du total plutôt que de les saisir à part.',
  too_many_decimals: 'écrivez deux décimales au plus, et les milliers avec une espace : 1 234,56.',
  too_large: `ce montant dépasse ${formatEuros(MAX_AMOUNT)}. Vérifiez le nombre de chiffres.`,
}

const { least, most } = mealBounds.yearly
const MEALS_ERROR = `« Repas par an » : indiquez un nombre entier, de ${group(least)} à ${group(most)}, ou laissez vide.`

/** Null when nothing is typed, NaN when it is not a count of meals. */
function readMeals(text: string): number | null {
  if (text === '') return null
  const { cents } = parseAmount(text, 'french')
  const meals = cents === undefined ? 0 : cents / 100
  return isPossibleMealCount('yearly', meals) ? meals : Number.NaN
}

/** The same entry with a zero in each blank amount: the person says that there is nothing there. */
export function withZeros(entry: Entry): Entry {
  const zeros = Object.fromEntries(shownAmounts(entry.mode).map((name) => [name, '0']))
  return { ...entry, amounts: { ...zeros, ...entry.amounts } }
}

/** The simple amounts that a grid comes to, as text to type; none when the grid is blank or cannot be read. */
export function simpleTexts(entry: Entry): Entry['amounts'] {
  const { procurement, problems } = readAmounts(entry)
  if (problems.length > 0 || Object.keys(entry.amounts).length === 0) return {}
  const sums: Amounts = simpleAmountsOf(procurement)
  const known = simpleAmounts.flatMap(({ name }) => {
    const cents = sums[name]
    return cents === null || cents === undefined ? [] : [[name, formatEuros(cents).replace(/\s?€$/, '')]]
  })
  return Object.fromEntries(known)
}

/** The same canteen in another mode: what both modes ask stays, and a grid is summed up. */
export function inMode(entry: Entry, mode: Mode): Entry {
  const typed: Entry['amounts'] =
    mode === 'simple' && entry.mode !== 'simple' ? { ...entry.amounts, ...simpleTexts(entry) } : entry.amounts
  return { ...entry, mode, amounts: typedAmounts(shownAmounts(mode), (name) => typed[name as AmountName] ?? '') }
}
