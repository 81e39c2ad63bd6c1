// The official names of the amounts of a declaration, generated from the tables of families and labels:
// 19 in simple entry, 123 in detailed entry, 11 of them in both.
import { type FamilyId, families, familyOf } from './families.ts'
import { isApplicable, type LabelId, labelName, labels, type SideId, sideName, sides } from './labels.ts'
import { type DataYear, inForce, type Timeline } from './timeline.ts'

export type Depth = 'simple' | 'detailed'
export type CellName = `valeur_${FamilyId}_${LabelId | SideId}`
export type SimpleName = (typeof simpleRows)[number]['name']
export type DetailedName = 'valeur_totale' | 'valeur_viandes_volailles' | 'valeur_produits_de_la_mer' | CellName
export type AmountName = SimpleName | DetailedName

export const cellName = (family: FamilyId, label: LabelId | SideId): CellName => `valeur_${family}_${label}`

const simpleRows = [
  { name: 'valeur_totale', label: 'Total de tous mes achats alimentaires', needed: true },
  { name: 'valeur_bio', label: 'Bio ou en conversion bio', needed: true },
  { name: 'valeur_bio_dont_commerce_equitable', label: 'dont Bio et commerce équitable', needed: false },
  { name: 'valeur_siqo', label: 'SIQO (Label rouge, AOC / AOP, IGP, STG), hors bio', needed: true },
  {
    name: 'valeur_egalim_autres',
    label: 'Autres achats EGalim (HVE, pêche durable, RUP, commerce équitable, fermier)',
    needed: true,
  },
  { name: 'valeur_egalim_autres_dont_commerce_equitable', label: 'dont Commerce équitable (hors bio)', needed: false },
  { name: 'valeur_externalites_performance', label: "Critères d'achats environnementaux", needed: false },
  { name: 'valeur_viandes_volailles', label: 'Viandes et volailles fraîches ou surgelées', needed: true },
  { name: 'valeur_viandes_volailles_egalim', label: 'Viandes et volailles : dont EGalim', needed: true },
  { name: 'valeur_viandes_volailles_france', label: 'Viandes et volailles : dont origine France', needed: false },
  { name: 'valeur_produits_de_la_mer', label: "Poissons, produits de la mer et de l'aquaculture", needed: true },
  { name: 'valeur_produits_de_la_mer_egalim', label: 'Poissons : dont EGalim', needed: true },
  { name: 'valeur_produits_de_la_mer_france', label: 'Poissons : dont origine France', needed: false },
  { name: 'valeur_fruits_et_legumes_france', label: 'Fruits et légumes : origine France', needed: false },
  { name: 'valeur_charcuterie_france', label: 'Charcuterie : origine France', needed: false },
  { name: 'valeur_produits_laitiers_france', label: 'Produits laitiers, beurre et œufs : origine France', needed: false },
  { name: 'valeur_boulangerie_france', label: 'Boulangerie et pâtisserie : origine France', needed: false },
  { name: 'valeur_boissons_france', label: 'Boissons : origine France', needed: false },
  { name: 'valeur_autres_france', label: 'Autres produits : origine France', needed: false },
] as const

export type AmountRow = {
  readonly name: AmountName
  /** The same name in the API: `valeurViandesVolaillesBio`. */
  readonly camel: string
  /** Without it the sums that use it are unknown; the others, left blank, count as « not claimed ». */
  readonly needed: boolean
  /** False for the 13 cells that cannot exist, such as « Label rouge » drinks: never shown, never counted. */
  readonly applicable: boolean
  /** The family and label of a cell of the detailed grid. */
  readonly cell: { readonly family: FamilyId; readonly label: LabelId | SideId } | null
}

/** `valeur_aocaop_igp_stg` → `valeurAocaopIgpStg`. */
export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const plain = (name: AmountName, needed: boolean): AmountRow => ({
  name,
  camel: camelCase(name),
  needed,
  applicable: true,
  cell: null,
})

/** The 19 amounts of simple entry, in the official order. */
export const simpleAmounts: readonly AmountRow[] = simpleRows.map(({ name, needed }) => plain(name, needed))

const OPTIONAL_LABELS: readonly LabelId[] = ['peche_durable', 'externalites', 'performance']

const labelCells = labels.flatMap((label) =>
  families.map(({ id: family }): AmountRow => {
    const name = cellName(family, label.id)
    const applicable = isApplicable(label, family)
    const needed = applicable && !OPTIONAL_LABELS.includes(label.id)
    return { name, camel: camelCase(name), needed, applicable, cell: { family, label: label.id } }
  }),
)
const sideCells = sides.flatMap(({ id }) =>
  families.map(({ id: family }): AmountRow => ({ ...plain(cellName(family, id), false), cell: { family, label: id } })),
)

/** The 123 amounts of detailed entry: three totals, then 8 families × 15 labels and characteristics. */
export const detailedAmounts: readonly AmountRow[] = [
  plain('valeur_totale', true),
  plain('valeur_viandes_volailles', true),
  plain('valeur_produits_de_la_mer', true),
  ...labelCells,
  ...sideCells,
]

export const amountsOf = (depth: Depth): readonly AmountRow[] => (depth === 'simple' ? simpleAmounts : detailedAmounts)

const simpleByName = new Map<string, (typeof simpleRows)[number]>(simpleRows.map((row) => [row.name, row]))
const detailedByName = new Map<string, AmountRow>(detailedAmounts.map((row) => [row.name, row]))
const nameByReading = new Map<string, AmountName>(
  [...simpleAmounts, ...detailedAmounts].flatMap(({ name, camel }) => [[name, name] as const, [camel, name] as const]),
)

/** The amount of an official name, in snake_case or camelCase; null when there is none. */
export const readAmountName = (text: string): AmountName | null => nameByReading.get(text) ?? null
export const isSimpleName = (name: AmountName): name is SimpleName => simpleByName.has(name)
export const isDetailedName = (name: AmountName): name is DetailedName => detailedByName.has(name)

/** The French name of an amount for a data year: « Charcuterie : Label rouge ». */
export function amountLabel(name: AmountName, dataYear: DataYear): string {
  const simple = simpleByName.get(name)
  if (simple) return simple.label
  const { family, label } = detailedByName.get(name)!.cell!
  const egalim = labels.find(({ id }) => id === label)
  return `${familyOf(family).label} : ${egalim ? labelName(egalim, dataYear) : sideName(label as SideId, dataYear)}`
}

/** What must be filled in to declare: only the total at first, the full list (6 or 53 amounts) from data year 2025. */
export const mandatoryExtent: Timeline<'total' | 'full'> = [
  { from: 2021, value: 'total', source: 'arrete-2022-09-14' },
  { from: 2025, value: 'full', source: 'kit-teledeclarant-2026' },
]

// Fish is optional in simple entry; the meat and fish share stays unknown without it.
const mandatory = {
  simple: simpleAmounts.filter((row) => row.needed && !row.name.startsWith('valeur_produits_de_la_mer')).map((row) => row.name),
  detailed: detailedAmounts.filter((row) => row.needed).map((row) => row.name),
}

/** The amounts without which a data year cannot be declared. */
export function mandatoryAmounts(depth: Depth, dataYear: DataYear): readonly AmountName[] {
  return inForce(mandatoryExtent, dataYear)?.value === 'full' ? mandatory[depth] : ['valeur_totale']
}
