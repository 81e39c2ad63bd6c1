// What makes a purchase count: the ten labels, their order of precedence, their legal group, and what changes with the year.
import type { FamilyId } from './families.ts'
import type { TextId } from './texts.ts'
import { type DataYear, type DayTimeline, inForce, type Timeline } from './timeline.ts'

/** A purchase counts once, in one group. */
export type LabelGroup = 'bio' | 'siqo' | 'egalim_autres' | 'externalites_performance'

export const labelGroups: readonly { readonly id: LabelGroup; readonly label: string }[] = [
  { id: 'bio', label: 'Bio ou en conversion bio' },
  { id: 'siqo', label: 'SIQO (Label rouge, AOC / AOP, IGP, STG), hors bio' },
  { id: 'egalim_autres', label: 'Autres achats EGalim (HVE, pêche durable, RUP, commerce équitable, fermier)' },
  { id: 'externalites_performance', label: "Critères d'achats environnementaux" },
]

export type LabelId =
  | 'bio'
  | 'label_rouge'
  | 'aocaop_igp_stg'
  | 'hve'
  | 'peche_durable'
  | 'rup'
  | 'commerce_equitable'
  | 'fermier'
  | 'externalites'
  | 'performance'

export type Label = {
  readonly id: LabelId
  readonly label: string
  readonly hint?: string
  readonly group: LabelGroup
  readonly source: TextId
  /** Codes of the characteristics of a purchase that lead to this label. */
  readonly purchaseCodes: readonly string[]
  /** Families where the label cannot exist: never asked, never counted. */
  readonly notApplicable?: readonly FamilyId[]
}

const ALL_BUT_FISH = [
  'viandes_volailles',
  'charcuterie',
  'fruits_et_legumes',
  'produits_laitiers',
  'boulangerie',
  'boissons',
  'autres',
] as const satisfies readonly FamilyId[]

/** In order of precedence: a purchase that carries several labels goes to the first one of this list. */
export const labels: readonly Label[] = [
  {
    id: 'bio',
    label: 'Bio',
    hint: 'Bio ou en conversion bio',
    group: 'bio',
    source: 'crpm-l230-5-1-i-parts',
    purchaseCodes: ['BIO'],
  },
  {
    id: 'label_rouge',
    label: 'Label rouge',
    group: 'siqo',
    source: 'crpm-l640-2',
    purchaseCodes: ['LABEL_ROUGE'],
    notApplicable: ['boissons'],
  },
  {
    id: 'aocaop_igp_stg',
    label: 'AOC / AOP / IGP / STG',
    group: 'siqo',
    source: 'crpm-l640-2',
    purchaseCodes: ['AOCAOP', 'IGP', 'STG'],
  },
  {
    id: 'hve',
    label: 'Certification environnementale de niveau 2 ou HVE',
    hint: "Le niveau 2 compte jusqu'au 31 décembre 2026",
    group: 'egalim_autres',
    source: 'crpm-l230-5-1-i-niveau-2',
    purchaseCodes: ['HVE'],
  },
  {
    id: 'peche_durable',
    label: 'Écolabel pêche durable',
    group: 'egalim_autres',
    source: 'crpm-l644-15',
    purchaseCodes: ['PECHE_DURABLE'],
    notApplicable: ALL_BUT_FISH,
  },
  {
    id: 'rup',
    label: 'Région ultrapériphérique (RUP)',
    group: 'egalim_autres',
    source: 'crpm-r230-30-3',
    purchaseCodes: ['RUP'],
  },
  {
    id: 'commerce_equitable',
    label: 'Commerce équitable (hors bio)',
    group: 'egalim_autres',
    source: 'loi-2005-882-art-60',
    purchaseCodes: ['COMMERCE_EQUITABLE'],
  },
  {
    id: 'fermier',
    label: 'Fermier',
    hint: 'Mention « fermier », « produit de la ferme » ou « produit à la ferme »',
    group: 'egalim_autres',
    source: 'crpm-l640-2',
    purchaseCodes: ['FERMIER'],
    notApplicable: ['produits_de_la_mer', 'fruits_et_legumes', 'boulangerie', 'boissons', 'autres'],
  },
  {
    id: 'externalites',
    label: 'Critère externalités environnementales',
    hint: 'Achat qui tient compte des coûts imputés aux externalités environnementales du produit pendant son cycle de vie',
    group: 'externalites_performance',
    source: 'crpm-r230-30-2',
    purchaseCodes: ['EXTERNALITES'],
  },
  {
    id: 'performance',
    label: "Critères protection de l'environnement et approvisionnement direct",
    hint: "Achat fondé sur les performances en matière de protection de l'environnement et d'approvisionnement direct",
    group: 'externalites_performance',
    source: 'crpm-l230-5-1-i-parts',
    purchaseCodes: ['PERFORMANCE'],
  },
]

/** Level 2 of environmental certification stops counting after 31 December 2026; HVE (level 3) goes on. */
export const certificationLevel2: Timeline<{ readonly counts: boolean; readonly label: string }> = [
  {
    from: 2019,
    value: { counts: true, label: 'Certification environnementale de niveau 2 ou HVE' },
    source: 'crpm-l230-5-1-i-niveau-2',
  },
  { from: 2027, value: { counts: false, label: 'HVE (niveau 3)' }, source: 'crpm-l230-5-1-i-niveau-2' },
]
/** The same change, for a purchase of a given day. */
export const certificationLevel2Counts: DayTimeline<boolean> = [
  { on: '2018-10-30', value: true, source: 'crpm-l230-5-1-i-niveau-2' },
  { on: '2027-01-01', value: false, source: 'crpm-l230-5-1-i-niveau-2' },
]

/** The French name of a label for a data year: ids never change, names may. */
export function labelName(label: Label, dataYear: DataYear): string {
  return label.id === 'hve' ? (inForce(certificationLevel2, dataYear)?.value.label ?? label.label) : label.label
}

/** Can this label exist in this family? */
export const isApplicable = (label: Label, family: FamilyId): boolean => !label.notApplicable?.includes(family)

/** The label under which a purchase counts, from the codes of its characteristics; null: none, it does not count. */
export function labelOf(purchaseCodes: readonly string[]): Label | null {
  return labels.find((label) => label.purchaseCodes.some((code) => purchaseCodes.includes(code))) ?? null
}

/** Amounts beside the labels: they never add to the shares. */
export type SideId = 'bio_dont_commerce_equitable' | 'non_egalim' | 'france' | 'circuit_court' | 'local'
export const sides: readonly { readonly id: SideId; readonly label: string }[] = [
  { id: 'bio_dont_commerce_equitable', label: 'dont Bio + Commerce équitable' },
  { id: 'non_egalim', label: 'Non-EGalim' },
  { id: 'france', label: 'Origine France' },
  { id: 'circuit_court', label: 'Circuit-court' },
  { id: 'local', label: 'Produit local' },
]

/** Were short supply chain and local amounts a part of the French ones? Only for data year 2025. */
export const originRule: Timeline<'independent' | 'within_france'> = [
  { from: 2019, value: 'independent', source: 'arrete-2022-09-14' },
  { from: 2025, value: 'within_france', source: 'kit-teledeclarant-2026' },
  { from: 2026, value: 'independent', source: 'kit-teledeclarant-2026' },
]

/** The French name of a side characteristic for a data year. */
export function sideName(id: SideId, dataYear: DataYear): string {
  const within = inForce(originRule, dataYear)?.value === 'within_france'
  if (within && id === 'circuit_court') return 'Origine France : dont circuit-court'
  if (within && id === 'local') return 'Origine France : dont local'
  return sides.find((side) => side.id === id)!.label
}
