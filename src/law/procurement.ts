// Amounts of a year of purchases and their sums. Unknown is never zero: a sum that misses an amount says so, and keeps
// what is certain.
import {
  type AmountName,
  type CellName,
  cellName,
  type Depth,
  isDetailedName,
  isSimpleName,
  readAmountName,
} from './amount-names.ts'
import { type FamilyId, families, type MeatOrFish, meatAndFish } from './families.ts'
import { isApplicable, type LabelGroup, type LabelId, labels } from './labels.ts'
import type { Cents } from './money.ts'

export type Amounts = { readonly [name in AmountName]?: Cents | null }
/** The purchases of a canteen for a data year. An absent amount is the same as null: not known. */
export type Procurement = { readonly depth: Depth; readonly amounts: Amounts }

/**
 * Reads amounts by official name (snake_case or camelCase).
 * @param depth given, or found out: detailed as soon as one cell of the grid that simple entry does not have is filled in.
 * @returns the procurement, or the names that are not official or that are given twice.
 */
export function readProcurement(
  named: Readonly<Record<string, Cents | null | undefined>>,
  depth?: Depth,
): { readonly procurement: Procurement; readonly error?: never } | { readonly error: 'unknown_name'; readonly fields: string[] } {
  const amounts: { [name in AmountName]?: Cents | null } = {}
  const wrong: string[] = []
  let detailed = false
  for (const [key, cents] of Object.entries(named)) {
    const name = readAmountName(key)
    if (name === null || name in amounts) {
      wrong.push(key)
      continue
    }
    amounts[name] = cents ?? null
    if (cents !== null && cents !== undefined && isDetailedName(name) && !isSimpleName(name)) detailed = true
  }
  if (wrong.length > 0) return { error: 'unknown_name', fields: wrong }
  return { procurement: { depth: depth ?? (detailed ? 'detailed' : 'simple'), amounts } }
}

/** A sum of amounts, in cents. */
export type Sum = {
  /** The exact sum; null while an amount that it needs is missing. */
  readonly cents: Cents | null
  /** What is certain: the known amounts. Equal to `cents` when the sum is known. */
  readonly atLeast: Cents
  /** The amounts that are missing, by official name. */
  readonly missing: readonly AmountName[]
  /** False when every amount was left blank and none is needed: « not claimed », counted as zero. */
  readonly claimed: boolean
}

type Term = { readonly name: AmountName; readonly needed: boolean }
const NOTHING: readonly AmountName[] = []

/** Adds amounts; a needed one that is blank makes the sum unknown, an optional one that is blank counts for nothing. */
function add(amounts: Amounts, terms: readonly Term[]): Sum {
  let atLeast = 0
  let claimed = false
  let missing: AmountName[] | null = null
  for (const { name, needed } of terms) {
    const cents = amounts[name]
    if (cents !== null && cents !== undefined) {
      atLeast += cents
      claimed = true
    } else if (needed) {
      claimed = true
      if (missing === null) missing = [name]
      else missing.push(name)
    }
  }
  return { cents: missing === null ? atLeast : null, atLeast, missing: missing ?? NOTHING, claimed }
}

/** The sum of sums. */
export function addSums(...sums: readonly Sum[]): Sum {
  let atLeast = 0
  let known = true
  let missing: readonly AmountName[] = NOTHING
  let claimed = false
  for (const sum of sums) {
    atLeast += sum.atLeast
    if (sum.cents === null) known = false
    if (sum.missing.length > 0) missing = missing.length > 0 ? [...missing, ...sum.missing] : sum.missing
    claimed ||= sum.claimed
  }
  return { cents: known ? atLeast : null, atLeast, missing, claimed }
}

const OPTIONAL: readonly LabelId[] = ['peche_durable', 'externalites', 'performance']
const term = (name: AmountName, needed = true): Term => ({ name, needed })

/** The cells of the grid that make a sum. */
function cells(ofGroup: LabelGroup | null, ofFamily: FamilyId | null): Term[] {
  return labels
    .filter(({ group }) => ofGroup === null || group === ofGroup)
    .flatMap((label) =>
      families
        .filter(({ id }) => (ofFamily === null || id === ofFamily) && isApplicable(label, id))
        .map(({ id }) => term(cellName(id, label.id), !OPTIONAL.includes(label.id))),
    )
}

type Plan = Readonly<Record<LabelGroup | `${MeatOrFish}_egalim`, readonly Term[]>>
const plans: Readonly<Record<Depth, Plan>> = {
  simple: {
    bio: [term('valeur_bio')],
    siqo: [term('valeur_siqo')],
    egalim_autres: [term('valeur_egalim_autres')],
    externalites_performance: [term('valeur_externalites_performance', false)],
    viandes_volailles_egalim: [term('valeur_viandes_volailles_egalim')],
    produits_de_la_mer_egalim: [term('valeur_produits_de_la_mer_egalim')],
  },
  detailed: {
    bio: cells('bio', null),
    siqo: cells('siqo', null),
    egalim_autres: cells('egalim_autres', null),
    externalites_performance: cells('externalites_performance', null),
    viandes_volailles_egalim: cells(null, 'viandes_volailles'),
    produits_de_la_mer_egalim: cells(null, 'produits_de_la_mer'),
  },
}
const TOTAL = [term('valeur_totale')]
const MEAT = [term('valeur_viandes_volailles')]
const FISH = [term('valeur_produits_de_la_mer')]

export type Totals = {
  readonly total: Sum
  readonly organic: Sum
  readonly siqo: Sum
  /** `egalim_autres`: HVE, sustainable fishing, outermost regions, fair trade, farm-made. */
  readonly otherQuality: Sum
  /** `externalites_performance`. */
  readonly purchaseCriteria: Sum
  /** Durable and quality products: the four groups together, organic included. */
  readonly quality: Sum
  readonly meat: Sum
  readonly fish: Sum
  readonly meatQuality: Sum
  readonly fishQuality: Sum
  readonly meatFish: Sum
  readonly meatFishQuality: Sum
}

/** The sums that the targets of the law use, from either depth. Cents; source: L230-5-1 and R230-30-1 CRPM. */
export function totals({ depth, amounts }: Procurement): Totals {
  const plan = plans[depth]
  const organic = add(amounts, plan.bio)
  const siqo = add(amounts, plan.siqo)
  const otherQuality = add(amounts, plan.egalim_autres)
  const purchaseCriteria = add(amounts, plan.externalites_performance)
  const meat = add(amounts, MEAT)
  const fish = add(amounts, FISH)
  const meatQuality = add(amounts, plan.viandes_volailles_egalim)
  const fishQuality = add(amounts, plan.produits_de_la_mer_egalim)
  return {
    total: add(amounts, TOTAL),
    organic,
    siqo,
    otherQuality,
    purchaseCriteria,
    quality: addSums(organic, siqo, otherQuality, purchaseCriteria),
    meat,
    fish,
    meatQuality,
    fishQuality,
    meatFish: addSums(meat, fish),
    meatFishQuality: addSums(meatQuality, fishQuality),
  }
}

export type FamilyTotals = {
  /** What the canteen spends on the family. Known from its own total (meat, fish) or from a grid with its unlabelled part. */
  readonly spend: Sum
  readonly organic: Sum
  readonly quality: Sum
  readonly france: Sum
}

const familyPlans = new Map(
  families.map(({ id }) => [
    id,
    {
      organic: cells('bio', id),
      quality: cells(null, id),
      rest: [term(cellName(id, 'non_egalim'))],
      france: [term(cellName(id, 'france'))],
    },
  ]),
)
const unknown = (...missing: AmountName[]): Sum => ({ cents: null, atLeast: 0, missing, claimed: true })

/** The sums of one family. In simple entry only meat and fish have a spend and a quality share. */
export function familyTotals({ depth, amounts }: Procurement, family: FamilyId): FamilyTotals {
  const plan = familyPlans.get(family)!
  const own = meatAndFish.find((id) => id === family)
  const france = add(amounts, plan.france)
  const organic = depth === 'detailed' ? add(amounts, plan.organic) : unknown(cellName(family, 'bio'))
  const quality =
    depth === 'detailed' ? add(amounts, plan.quality) : own ? add(amounts, plans.simple[`${own}_egalim`]) : unknown()
  if (own) return { spend: add(amounts, own === 'viandes_volailles' ? MEAT : FISH), organic, quality, france }
  const spend = depth === 'detailed' ? addSums(quality, add(amounts, plan.rest)) : unknown()
  return { spend, organic, quality, france }
}

/** What a part can be at most, knowing its whole and the other parts of that whole. */
export function atMost(part: Sum, whole: Sum, others: Cents): Cents | null {
  if (part.cents !== null) return part.cents
  return whole.cents === null ? null : whole.cents - others
}

/** The simple amounts that a detailed entry amounts to, as the declaration wants them; null where unknown. */
export function simpleAmountsOf(procurement: Procurement): Amounts {
  if (procurement.depth === 'simple') return procurement.amounts
  const sums = totals(procurement)
  const fairTrade = (label: 'bio_dont_commerce_equitable' | 'commerce_equitable') =>
    add(
      procurement.amounts,
      families.map(({ id }) => term(cellName(id, label), label === 'commerce_equitable')),
    )
  const blank = (sum: Sum) => (sum.claimed ? sum.cents : null)
  const france: { [name in CellName]?: Cents | null } = {}
  for (const { id } of families) france[cellName(id, 'france')] = procurement.amounts[cellName(id, 'france')] ?? null
  return {
    ...france,
    valeur_totale: sums.total.cents,
    valeur_bio: sums.organic.cents,
    valeur_bio_dont_commerce_equitable: blank(fairTrade('bio_dont_commerce_equitable')),
    valeur_siqo: sums.siqo.cents,
    valeur_egalim_autres: sums.otherQuality.cents,
    valeur_egalim_autres_dont_commerce_equitable: fairTrade('commerce_equitable').cents,
    valeur_externalites_performance: blank(sums.purchaseCriteria),
    valeur_viandes_volailles: sums.meat.cents,
    valeur_viandes_volailles_egalim: sums.meatQuality.cents,
    valeur_produits_de_la_mer: sums.fish.cents,
    valeur_produits_de_la_mer_egalim: sums.fishQuality.cents,
  }
}
