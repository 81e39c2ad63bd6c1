// The sums of one family, and the simple amounts that a detailed entry comes to.
import { type AmountName, cellName } from './amount-names.ts'
import { type FamilyId, families } from './families.ts'
import { cells, type Procurement, totals } from './procurement.ts'
import { type Amounts, add, addSums, claim, need, type Sum } from './sums.ts'

export type FamilyTotals = {
  /** What the canteen spends on the family: its own total (meat, fish), or its labelled and unlabelled cells. */
  readonly spend: Sum
  readonly organic: Sum
  readonly quality: Sum
  readonly france: Sum
}

const plans = new Map(
  families.map(({ id }) => [
    id,
    {
      organic: cells('bio', id),
      quality: cells(null, id),
      rest: [need(cellName(id, 'non_egalim'))],
      france: [need(cellName(id, 'france'))],
    },
  ]),
)
const unknown: Sum = { cents: null, atLeast: 0, missing: [], claimed: true }

/** The sums of one family, in cents. In simple entry only meat and fish have a spend and a quality part. */
export function familyTotals(procurement: Procurement, family: FamilyId): FamilyTotals {
  const { depth, amounts } = procurement
  const plan = plans.get(family)!
  const sums = totals(procurement)
  const france = add(amounts, plan.france)
  const organic = depth === 'detailed' ? add(amounts, plan.organic) : unknown
  if (family === 'viandes_volailles') return { spend: sums.meat, organic, quality: sums.meatQuality, france }
  if (family === 'produits_de_la_mer') return { spend: sums.fish, organic, quality: sums.fishQuality, france }
  if (depth === 'simple') return { spend: unknown, organic, quality: unknown, france }
  const quality = add(amounts, plan.quality)
  return { spend: addSums(quality, add(amounts, plan.rest)), organic, quality, france }
}

const organicFairTrade = families.map(({ id }) => claim(cellName(id, 'bio_dont_commerce_equitable')))
const fairTrade = families.map(({ id }) => need(cellName(id, 'commerce_equitable')))
const french = families.map(({ id }) => cellName(id, 'france'))

/** The simple amounts that an entry comes to, as the declaration wants them; null where unknown or left blank. */
export function simpleAmountsOf(procurement: Procurement): Amounts {
  const { depth, amounts } = procurement
  if (depth === 'simple') return amounts
  const sums = totals(procurement)
  const known = (sum: Sum) => (sum.claimed ? sum.cents : null)
  const simple: { [name in AmountName]?: number | null } = {
    valeur_totale: sums.total.cents,
    valeur_bio: sums.organic.cents,
    valeur_bio_dont_commerce_equitable: known(add(amounts, organicFairTrade)),
    valeur_siqo: sums.siqo.cents,
    valeur_egalim_autres: sums.otherQuality.cents,
    valeur_egalim_autres_dont_commerce_equitable: add(amounts, fairTrade).cents,
    valeur_externalites_performance: known(sums.purchaseCriteria),
    valeur_viandes_volailles: sums.meat.cents,
    valeur_viandes_volailles_egalim: sums.meatQuality.cents,
    valeur_produits_de_la_mer: sums.fish.cents,
    valeur_produits_de_la_mer_egalim: sums.fishQuality.cents,
  }
  for (const name of french) simple[name] = amounts[name] ?? null
  return simple
}
