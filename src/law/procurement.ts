// The purchases of a year, as amounts by official name, and the sums that the targets are about.
import { type AmountName, type Depth, detailedAmounts, isDetailedName, isSimpleName, readAmountName } from './amount-names.ts'
import type { FamilyId, MeatOrFish } from './families.ts'
import { type LabelGroup, labels } from './labels.ts'
import type { Cents } from './money.ts'
import { type Amounts, add, addSums, claim, need, type Sum, type Term } from './sums.ts'

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
):
  | { readonly procurement: Procurement; readonly error?: never }
  | { readonly error: 'unknown_name'; readonly fields: string[]; readonly procurement?: never } {
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

const groupOf = new Map<string, LabelGroup>(labels.map(({ id, group }) => [id, group]))

/** The cells of the grid that make a sum, of one group or of all, in one family or in all. */
export function cells(group: LabelGroup | null, family: FamilyId | null): Term[] {
  return detailedAmounts.filter(({ applicable, cell }) => {
    const found = applicable && cell ? groupOf.get(cell.label) : undefined
    return found !== undefined && (group ?? found) === found && (family ?? cell?.family) === cell?.family
  })
}

type Plan = Readonly<Record<LabelGroup | `${MeatOrFish}_egalim`, readonly Term[]>>
const plans: Readonly<Record<Depth, Plan>> = {
  simple: {
    bio: [need('valeur_bio')],
    siqo: [need('valeur_siqo')],
    egalim_autres: [need('valeur_egalim_autres')],
    externalites_performance: [claim('valeur_externalites_performance')],
    viandes_volailles_egalim: [need('valeur_viandes_volailles_egalim')],
    produits_de_la_mer_egalim: [need('valeur_produits_de_la_mer_egalim')],
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
const TOTAL = [need('valeur_totale')]
const MEAT = [need('valeur_viandes_volailles')]
const FISH = [need('valeur_produits_de_la_mer')]

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
