// The cross-checks that say « a part never exceeds its whole »: one row per comparison, in the order of the rules.
import { type AmountName, cellName, type Depth, isSimpleName, simpleAmounts } from './amount-names.ts'
import { families, meatAndFish } from './families.ts'
import { labels, originRule, type SideId, sides } from './labels.ts'
import { cells } from './procurement.ts'
import { type DataYear, inForce } from './timeline.ts'

export type Comparison = {
  /** Number of the rule in the list of checks (4 to 14). */
  readonly rule: number
  readonly code: CheckCode
  /** The known amounts of the parts are added: what is blank cannot make the sum smaller. */
  readonly parts: readonly AmountName[]
  /** Their sum is the whole; if one that is needed is blank, nothing can be said. */
  readonly whole: readonly AmountName[]
  /** Where the message is shown first. */
  readonly field: AmountName
}

export type CheckCode =
  | 'total_not_positive'
  | 'part_above_total'
  | 'label_above_total'
  | 'groups_above_total'
  | 'part_above_whole'
  | 'meat_fish_quality_above_quality'
  | 'meat_fish_above_total'
  | 'family_above_its_total'
  | 'origin_above_family'
  | 'origin_above_france'
  | 'fair_trade_above_organic'
  | 'not_an_amount'
  | 'not_applicable'
  | 'differs_from_cells'
  | 'unusual_cost_per_meal'

const row = (rule: number, code: CheckCode, parts: readonly AmountName[], whole: readonly AmountName[]): Comparison => ({
  rule,
  code,
  parts,
  whole,
  field: parts[0]!,
})

const TOTAL = ['valeur_totale'] as const
const MEAT_FISH = ['valeur_viandes_volailles', 'valeur_produits_de_la_mer'] as const
const GROUPS = ['valeur_bio', 'valeur_siqo', 'valeur_externalites_performance', 'valeur_egalim_autres'] as const
const MEAT_FISH_QUALITY = ['valeur_viandes_volailles_egalim', 'valeur_produits_de_la_mer_egalim'] as const
const named = (terms: readonly { readonly name: AmountName }[]) => terms.map(({ name }) => name)
const inFamilies = (label: (typeof labels)[number]['id'] | SideId) => families.map(({ id }) => cellName(id, label))
const unlabelled = inFamilies('non_egalim')

const simple: readonly Comparison[] = [
  ...simpleAmounts.slice(1).map(({ name }) => row(4, 'part_above_total', [name], TOTAL)),
  row(4, 'groups_above_total', GROUPS, TOTAL),
  row(5, 'part_above_whole', ['valeur_bio_dont_commerce_equitable'], ['valeur_bio']),
  row(6, 'part_above_whole', ['valeur_egalim_autres_dont_commerce_equitable'], ['valeur_egalim_autres']),
  ...meatAndFish.flatMap((id) => [
    row(id === 'viandes_volailles' ? 7 : 8, 'part_above_whole', [`valeur_${id}_egalim`], [`valeur_${id}`]),
    row(id === 'viandes_volailles' ? 7 : 8, 'part_above_whole', [`valeur_${id}_france`], [`valeur_${id}`]),
  ]),
  { ...row(9, 'meat_fish_quality_above_quality', MEAT_FISH_QUALITY, GROUPS), field: 'valeur_siqo' },
  row(10, 'meat_fish_above_total', MEAT_FISH, TOTAL),
  row(13, 'label_above_total', inFamilies('france').filter(isSimpleName), TOTAL),
]

const detailed: readonly Comparison[] = [
  ...MEAT_FISH.map((name) => row(4, 'part_above_total', [name], TOTAL)),
  ...labels.map(({ id }) => row(4, 'label_above_total', inFamilies(id), TOTAL)),
  ...sides.map(({ id }) => row(4, 'label_above_total', inFamilies(id), TOTAL)),
  row(10, 'meat_fish_above_total', MEAT_FISH, TOTAL),
  ...meatAndFish.flatMap((id) => [
    row(11, 'family_above_its_total', [...named(cells(null, id)), cellName(id, 'non_egalim')], [`valeur_${id}`]),
    ...(['france', 'circuit_court', 'local'] as const).map((side) =>
      row(11, 'origin_above_family', [cellName(id, side)], [`valeur_${id}`]),
    ),
  ]),
  row(13, 'groups_above_total', [...named(cells(null, null)), ...unlabelled], TOTAL),
  ...families.map(({ id }) =>
    row(14, 'fair_trade_above_organic', [cellName(id, 'bio_dont_commerce_equitable')], [cellName(id, 'bio')]),
  ),
]

/** Rule 12: only when short supply chain and local amounts were a part of the French ones. */
const withinFrance: readonly Comparison[] = families.flatMap(({ id }) =>
  (['circuit_court', 'local'] as const).map((side) =>
    row(12, 'origin_above_france', [cellName(id, side)], [cellName(id, 'france')]),
  ),
)
const detailedWithinFrance = [...detailed, ...withinFrance]

/** The comparisons of a depth for a data year. */
export function comparisons(depth: Depth, dataYear: DataYear): readonly Comparison[] {
  if (depth === 'simple') return simple
  return inForce(originRule, dataYear)?.value === 'within_france' ? detailedWithinFrance : detailed
}
