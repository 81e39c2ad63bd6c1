// What in a yearly statement is worth a question: figures that cannot be, or that seldom are. Questions, never refusals.
import { USUAL_COST_PER_MEAL } from './checks.ts'
import { type FamilyId, families, familyOf } from './families.ts'
import { labels } from './labels.ts'
import { type Cents, formatEuros, formatEurosRounded, formatPercent, group } from './money.ts'
import { countingOf, type PurchaseTraits } from './purchase.ts'
import { compareShare, shareText } from './ratio.ts'
import type { DataYear } from './timeline.ts'

/** What a supplier delivered in a year: one family, the same labels, the same origin, added up. Cents excluding tax. */
export type StatedLine = Pick<PurchaseTraits, 'characteristics' | 'origin'> & {
  readonly family: FamilyId
  readonly wording: string
  readonly cents: Cents
}

export type Stated = {
  readonly dataYear: DataYear
  readonly lines: readonly StatedLine[]
  /** The total of the year as the supplier says it, beside the lines; null: not said. */
  readonly total: Cents | null
  /** Totals of families said beside their labelled parts. */
  readonly familyTotals: Readonly<Partial<Record<FamilyId, Cents>>>
}

export type QuestionCode =
  | 'labels_above_family'
  | 'lines_above_total'
  | 'lines_below_total'
  | 'looks_like_a_total'
  | 'same_line_twice'
  | 'label_not_for_family'
  | 'organic_and_wild_fish'
  | 'round_figures'
  | 'unusual_cost_per_meal'
  | 'far_above_the_book'
  | 'same_shares_everywhere'
  | 'bought_already'

export type Question = {
  readonly code: QuestionCode
  /** Positions of the lines that it is about; empty: about none in particular, and nothing waits for the answer. */
  readonly lines: readonly number[]
  /** A French sentence that ends with a question. */
  readonly message: string
}

const sum = (lines: readonly StatedLine[]) => lines.reduce((total, { cents }) => total + cents, 0)
const nameOf = (family: FamilyId) => familyOf(family).label.replaceAll("'", '’')

/** What the lines and the totals of a statement say against each other, whoever reads it: they need nothing else. */
export function questionsOn(stated: Stated): Question[] {
  return [
    ...familiesAboveTheirTotal(stated),
    ...againstTotal(stated),
    ...totalsAmongLines(stated),
    ...twice(stated),
    ...labelsOutOfPlace(stated),
    ...roundFigures(stated),
  ]
}

const positions = (lines: readonly StatedLine[], keep: (line: StatedLine, at: number) => boolean) =>
  lines.flatMap((line, at) => (keep(line, at) ? [at] : []))

/** More labelled products than products in a family. */
function familiesAboveTheirTotal({ lines, familyTotals, dataYear }: Stated): Question[] {
  return families.flatMap(({ id }): Question[] => {
    const total = familyTotals[id]
    if (total === undefined) return []
    const labelled = positions(lines, (line) => line.family === id && countingOf(traits(line), dataYear).label !== null)
    const cents = sum(labelled.map((at) => lines[at]!))
    if (cents <= total) return []
    const message = `${nameOf(id)} : les produits avec label (${formatEuros(cents)}) dépassent le total de la famille (${formatEuros(total)}). Est-ce bien le total, labels compris ?`
    return [{ code: 'labels_above_family', lines: labelled, message }]
  })
}

/** A part counted apart and again in its whole makes the lines come to more than the total. A cent a line may be lost in rounding. */
function againstTotal({ lines, total }: Stated): Question[] {
  if (total === null || lines.length === 0) return []
  const cents = sum(lines)
  if (Math.abs(cents - total) <= lines.length) return []
  const all = lines.map((_, at) => at)
  return cents > total
    ? [
        {
          code: 'lines_above_total',
          lines: all,
          message: `Les lignes font ${formatEuros(cents)}, plus que le total indiqué (${formatEuros(total)}). Un montant avec label est-il compté deux fois, seul puis dans sa famille ?`,
        },
      ]
    : [
        {
          code: 'lines_below_total',
          lines: [],
          message: `Les lignes font ${formatEuros(cents)} sur ${formatEuros(total)} indiqués : manque-t-il des produits, par exemple ceux qui n’ont pas de label ?`,
        },
      ]
}

/** An amount that two other lines or more add up to, in its family or in all: the sum was left among its parts. */
function totalsAmongLines({ lines }: Stated): Question[] {
  const all = sum(lines)
  return lines.flatMap((line, at): Question[] => {
    const family = lines.filter((other) => other.family === line.family)
    const isSum = (group: readonly StatedLine[], total: Cents) => group.length > 2 && line.cents > 0 && total === 2 * line.cents
    if (!isSum(family, sum(family)) && !isSum(lines, all)) return []
    const message = `La ligne ${at + 1} (${formatEuros(line.cents)}) est exactement la somme d’autres lignes : est-ce un total, déjà compté par ailleurs ?`
    return [{ code: 'looks_like_a_total', lines: [at], message }]
  })
}

function twice({ lines }: Stated): Question[] {
  const keyOf = ({ family, characteristics, origin, wording, cents }: StatedLine) =>
    JSON.stringify([family, characteristics, origin, wording.trim().toLowerCase(), cents])
  const first = new Map<string, number>()
  return lines.flatMap((line, at): Question[] => {
    const before = first.get(keyOf(line))
    if (before === undefined) {
      first.set(keyOf(line), at)
      return []
    }
    const message = `Les lignes ${before + 1} et ${at + 1} sont identiques (${formatEuros(line.cents)}) : est-ce bien deux livraisons ?`
    return [{ code: 'same_line_twice', lines: [at], message }]
  })
}

const traits = ({ family, characteristics }: Pick<PurchaseTraits, 'family' | 'characteristics'>): PurchaseTraits => ({
  family,
  characteristics,
  origin: null,
  shortChain: false,
  local: false,
})

/** Labels that do not exist for a family, and two that exclude each other: organic fish is farmed, the fishing label is for wild ones. */
function labelsOutOfPlace({ lines, dataYear }: Stated): Question[] {
  return lines.flatMap((line, at): Question[] => {
    const { setAside } = countingOf(traits(line), dataYear)
    const names = setAside.map((id) => `« ${labels.find((label) => label.id === id)!.label} »`).join(', ')
    const found: Question[] = []
    if (setAside.length > 0)
      found.push({
        code: 'label_not_for_family',
        lines: [at],
        message: `Ligne ${at + 1} : ${names} n’existe pas pour « ${nameOf(line.family)} ». Est-ce bien cette famille, et ce label ?`,
      })
    const has = (code: 'BIO' | 'PECHE_DURABLE') => line.characteristics.includes(code)
    if (line.family === 'produits_de_la_mer' && has('BIO') && has('PECHE_DURABLE'))
      found.push({
        code: 'organic_and_wild_fish',
        lines: [at],
        message: `Ligne ${at + 1} : le bio vient de l’élevage, la pêche durable du large. Est-ce bien un seul produit, ou deux à séparer ?`,
      })
    return found
  })
}

const ROUND: Cents = 100_000
const ENOUGH_LINES = 3

function roundFigures({ lines }: Stated): Question[] {
  if (lines.length < ENOUGH_LINES || lines.some(({ cents }) => cents % ROUND !== 0)) return []
  const message =
    'Tous les montants sont ronds, au millier d’euros : viennent-ils de la comptabilité, ou est-ce une première estimation ?'
  return [{ code: 'round_figures', lines: [], message }]
}

/** What only the canteen knows, and that its suppliers are not told. */
export type Surroundings = {
  /** Is everything that the canteen serves bought by whoever states it? */
  readonly suppliesAll: boolean
  readonly yearlyMealCount: number | null
  /** What the canteen bought of each family that year, this statement left out. */
  readonly bought: Readonly<Partial<Record<FamilyId, Cents>>>
}

/** A statement that makes a family this many times larger is a slip of unit, or the figures of all the sites at once. */
const FAR_ABOVE = 10

/** What the statement says against what the canteen knows. */
export function questionsAround(
  { lines }: Pick<Stated, 'lines'>,
  { suppliesAll, yearlyMealCount, bought }: Surroundings,
): Question[] {
  const far = families.flatMap(({ id }): Question[] => {
    const here = positions(lines, ({ family }) => family === id)
    const [cents, known] = [sum(here.map((at) => lines[at]!)), bought[id] ?? 0]
    if (known <= 0 || cents < known * FAR_ABOVE) return []
    const message = `${nameOf(id)} : ${formatEurosRounded(cents)}, au moins ${FAR_ABOVE} fois vos autres achats de l’année (${formatEurosRounded(known)}). Est-ce bien pour cette seule cantine, et en euros ?`
    return [{ code: 'far_above_the_book', lines: here, message }]
  })
  return [...perMeal(lines, suppliesAll, yearlyMealCount), ...far]
}

function perMeal(lines: readonly StatedLine[], suppliesAll: boolean, meals: number | null): Question[] {
  const found = unusualCost(sum(lines), meals, suppliesAll)
  if (found === null) return []
  const message = `${found.words} Est-ce bien pour cette seule cantine, toute l’année ?`
  return [{ code: 'unusual_cost_per_meal', lines: lines.map((_, at) => at), message }]
}

/**
 * A cost per meal that is seldom seen, said in a sentence; null: usual, or nothing to divide. `cents` of the year, `meals` a year; less than
 * usual is told only when these amounts are all that the canteen buys.
 */
export function unusualCost(cents: Cents, meals: number | null, isAll: boolean): { isMore: boolean; words: string } | null {
  if (meals === null || meals <= 0 || cents <= 0) return null
  const { least, most } = USUAL_COST_PER_MEAL
  const isMore = compareShare(cents, meals, most * 100) > 0
  if (!isMore && !(isAll && compareShare(cents, meals, least * 100) < 0)) return null
  const words = `${formatEurosRounded(cents)} pour ${group(meals)} repas par an : c’est ${isMore ? 'plus' : 'moins'} que d’habitude (entre ${formatEuros(least)} et ${formatEuros(most)} par repas).`
  return { isMore, words }
}

/** What one site was stated to buy: its total, and its amounts by anything that is compared (a label in a family). Cents. */
export type SiteParts = { readonly name: string; readonly total: Cents; readonly parts: Readonly<Record<string, Cents>> }

const ENOUGH_SITES = 3

type Part = Pick<PurchaseTraits, 'family' | 'characteristics'> & { readonly cents: Cents }

/** The parts of a statement, or of a year of purchases, that make its profile: each label in each family. */
export function partsOf({ lines, dataYear }: { lines: readonly Part[]; dataYear: DataYear }): Pick<SiteParts, 'total' | 'parts'> {
  const parts: Record<string, Cents> = {}
  for (const line of lines) {
    const key = `${line.family} ${countingOf(traits(line), dataYear).label?.id ?? ''}`
    parts[key] = (parts[key] ?? 0) + line.cents
  }
  return { total: lines.reduce((all, { cents }) => all + cents, 0), parts }
}

/**
 * Sites whose totals differ and whose shares are all the same to the hundredth: an average was copied, each site bought something else. Three
 * sites at least, two parts at least: everyone who sells bread alone sells 100 % bread everywhere. `sites` are positions in what was given.
 */
export function sameShares(sites: readonly SiteParts[]): (Question & { readonly sites: readonly number[] }) | null {
  const groups = new Map<string, number[]>()
  sites.forEach((site, at) => {
    const filled = Object.entries(site.parts).filter(([, cents]) => cents > 0)
    if (site.total <= 0 || filled.length < 2) return
    const profile = filled
      .map(([part, cents]) => `${part} ${shareText(cents, site.total)}`)
      .sort()
      .join('\n')
    groups.set(profile, [...(groups.get(profile) ?? []), at])
  })
  for (const [profile, alike] of groups) {
    const group = alike.map((at) => sites[at]!)
    if (group.length < ENOUGH_SITES || new Set(group.map(({ total }) => total)).size < 2) continue
    const example = profile.split('\n').map((line) => line.split(' ').at(-1)!)
    const shares = example.map((share) => formatPercent(share)).join(', ')
    const names = group.map(({ name }) => name).join(', ')
    const message = `Les mêmes parts au centième près (${shares}) pour ${group.length} lieux dont les totaux diffèrent : ${names}. Est-ce bien le détail de chaque lieu, ou une moyenne recopiée ?`
    return { code: 'same_shares_everywhere', lines: [], message, sites: alike }
  }
  return null
}
