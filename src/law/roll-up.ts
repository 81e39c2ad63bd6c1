// From the purchases of a year to the amounts of its declaration: simple block and detailed grid, from the same rows.
import { type AmountName, cellName, detailedAmounts, simpleAmounts } from './amount-names.ts'
import { type FamilyId, families } from './families.ts'
import { type LabelId, originRule, type SideId } from './labels.ts'
import type { Cents } from './money.ts'
import { countingsOf, currentCodes, type PurchaseTraits } from './purchase.ts'
import { type DataYear, inForce } from './timeline.ts'

/** Purchases that are alike, added up; or one purchase (`count` 1). */
export type PurchaseSum = PurchaseTraits & { readonly cents: Cents; readonly count: number }

type Part = { readonly cents: Cents; readonly count: number }

export type RollUp = {
  readonly dataYear: DataYear
  readonly total: Part
  /** The 19 amounts of simple entry: known, zero included, since the purchases are all there. */
  readonly simple: Readonly<Record<string, Cents>>
  /** The 123 amounts of detailed entry. */
  readonly detailed: Readonly<Record<string, Cents>>
  /** Origin Europe outside France, by family: kept from data year 2026 on, not declared yet. */
  readonly europe: Readonly<Record<FamilyId, Cents>>
  /** Purchases without a family: in the total and the simple block, in no cell of the grid. */
  readonly withoutFamily: Part
  /** Purchases whose only labels do not exist for their family: they count in the total only. */
  readonly setAside: readonly (Part & { readonly family: FamilyId; readonly label: LabelId })[]
  /** Purchases with a retired characteristic, counted under the one that took its place: to check. */
  readonly retired: Part
}

/**
 * Adds up the purchases of a data year. Cents; the order of the rows does not matter, and adding rows that are alike beforehand does not
 * either. Source: official 2026 rules (one purchase, one label); origin: `originRule` (in 2025 short chain and local are within France).
 */
export function rollUp(rows: Iterable<PurchaseSum>, dataYear: DataYear): RollUp {
  const simple = zeros(simpleAmounts)
  const detailed = zeros(detailedAmounts)
  const europe = Object.fromEntries(families.map(({ id }) => [id, 0])) as Record<FamilyId, Cents>
  const total = { cents: 0, count: 0 }
  const withoutFamily = { cents: 0, count: 0 }
  const retired = { cents: 0, count: 0 }
  const setAside = new Map<string, { family: FamilyId; label: LabelId; cents: Cents; count: number }>()
  const withinFrance = inForce(originRule, dataYear)?.value === 'within_france'

  const countingOf = countingsOf(dataYear)

  for (const row of rows) {
    const { family, cents, count } = row
    const { label, setAside: aside } = countingOf(row)
    const add = (name: AmountName) => {
      if (name in simple) simple[name]! += cents
      if (name in detailed) detailed[name]! += cents
    }
    const addTo = (part: { cents: Cents; count: number }) => {
      part.cents += cents
      part.count += count
    }
    const fair = row.characteristics.includes('COMMERCE_EQUITABLE')
    addTo(total)
    add('valeur_totale')
    if (label) simple[`valeur_${label.group}`]! += cents
    if (fair && label?.group === 'bio') simple.valeur_bio_dont_commerce_equitable! += cents
    if (fair && label?.group === 'egalim_autres') simple.valeur_egalim_autres_dont_commerce_equitable! += cents
    if (currentCodes(row.characteristics).some((code, index) => code !== row.characteristics[index])) addTo(retired)
    if (family === null) {
      addTo(withoutFamily)
      continue
    }
    if (family === 'viandes_volailles' || family === 'produits_de_la_mer') {
      add(`valeur_${family}`)
      if (label) add(`valeur_${family}_egalim`)
    }
    add(cellName(family, label?.id ?? 'non_egalim'))
    for (const side of sidesOf(row, fair && label?.id === 'bio', withinFrance)) add(cellName(family, side))
    if (row.origin === 'EUROPE') europe[family] += cents
    if (label === null)
      for (const id of aside) {
        const known = setAside.get(`${family} ${id}`) ?? { family, label: id, cents: 0, count: 0 }
        addTo(known)
        setAside.set(`${family} ${id}`, known)
      }
  }
  return { dataYear, total, simple, detailed, europe, withoutFamily, retired, setAside: [...setAside.values()] }
}

const zeros = (rows: readonly { readonly name: string }[]): Record<string, Cents> =>
  Object.fromEntries(rows.map(({ name }) => [name, 0]))

function sidesOf({ origin, shortChain, local }: PurchaseTraits, isFairOrganic: boolean, withinFrance: boolean): SideId[] {
  const sides: SideId[] = []
  if (isFairOrganic) sides.push('bio_dont_commerce_equitable')
  if (origin === 'FRANCE' || (withinFrance && (shortChain || local))) sides.push('france')
  if (shortChain) sides.push('circuit_court')
  if (local) sides.push('local')
  return sides
}
