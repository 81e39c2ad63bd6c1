// Two years of purchases of the told school: what it buys each month, a little more organic every term.
import type { FamilyId } from '../../law/families.ts'
import type { Characteristic, Origin } from '../../law/purchase.ts'

type Told = {
  readonly description: string
  readonly supplier: string
  readonly family: FamilyId
  readonly characteristics?: readonly Characteristic[]
  readonly origin?: Origin
  readonly local?: boolean
  /** Day of the month, and price of an ordinary month, in cents. */
  readonly day: number
  readonly cents: number
  /** How many months after the first one of the story it begins; before, the same product was bought without its labels. */
  readonly labelledFrom?: number
}

export const toldCanteenKey = 'demo-school'

/** Part of an ordinary month, in hundredths, from January to December: what school holidays leave. */
export const toldSeason: readonly number[] = [100, 75, 100, 70, 95, 100, 15, 0, 105, 70, 100, 65]

export const toldPurchases: readonly Told[] = [
  {
    description: 'Pain de campagne bio',
    supplier: 'Boulangerie Le Bihan',
    family: 'boulangerie',
    characteristics: ['BIO'],
    origin: 'FRANCE',
    local: true,
    day: 5,
    cents: 168_40,
  },
  {
    description: 'CAROTTE VRAC CAT 1 FR',
    supplier: 'Les Primeurs de la Vilaine',
    family: 'fruits_et_legumes',
    characteristics: ['BIO'],
    origin: 'FRANCE',
    labelledFrom: 18,
    day: 8,
    cents: 214_75,
  },
  {
    description: 'POMME GALA CAL 70/75',
    supplier: 'Les Primeurs de la Vilaine',
    family: 'fruits_et_legumes',
    characteristics: ['HVE'],
    origin: 'FRANCE',
    labelledFrom: 21,
    day: 12,
    cents: 187_60,
  },
  {
    description: 'STK HACHE VBF 15 % MG',
    supplier: 'Viandes de l’Ouest',
    family: 'viandes_volailles',
    characteristics: ['LABEL_ROUGE'],
    origin: 'FRANCE',
    labelledFrom: 20,
    day: 9,
    cents: 342_10,
  },
  {
    description: 'ESCALOPE DE POULET',
    supplier: 'Viandes de l’Ouest',
    family: 'viandes_volailles',
    origin: 'EUROPE',
    day: 19,
    cents: 231_90,
  },
  {
    description: 'DOS DE COLIN MSC SURG.',
    supplier: 'Marée d’Armor',
    family: 'produits_de_la_mer',
    characteristics: ['PECHE_DURABLE'],
    day: 16,
    cents: 198_30,
  },
  {
    description: 'LAIT UHT 1/2 ECR BIO 6X1L',
    supplier: 'Laiterie du Pays de Rennes',
    family: 'produits_laitiers',
    characteristics: ['BIO'],
    origin: 'FRANCE',
    local: true,
    day: 3,
    cents: 96_50,
  },
  {
    description: 'COMTE AOP 12 MOIS',
    supplier: 'Laiterie du Pays de Rennes',
    family: 'produits_laitiers',
    characteristics: ['AOCAOP'],
    origin: 'FRANCE',
    day: 17,
    cents: 124_80,
  },
  { description: 'PATES COQUILLETTES 5KG', supplier: 'Grossiste Ouest Restauration', family: 'autres', day: 11, cents: 143_20 },
  { description: 'RIZ LONG 5KG', supplier: 'Grossiste Ouest Restauration', family: 'autres', day: 11, cents: 118_90 },
]
