// The columns of the keyboard grid: their names in the form, the titles under which tables know them, the words proposed in them.
import { families } from '../../law/families.ts'
import { SHORT_FAMILIES } from './cells.ts'
import { purchaseColumns } from './columns.ts'
import type { Titled } from './grid-block.client.ts'
import { FIELD } from './purchase-form.ts'
import { labelChoices } from './words.ts'

/** In the order of the table; each is a field of a purchase, « local » holding its definition too. */
export const GRID = [
  { key: 'date', title: 'Date', column: 'date' },
  { key: 'description', title: 'Produit', column: 'description' },
  { key: 'supplier', title: 'Fournisseur', column: 'supplier' },
  { key: 'priceExclTaxCents', title: 'Montant HT', column: 'priceExclTaxCents' },
  { key: 'family', title: 'Famille', column: 'familyCode' },
  { key: 'characteristics', title: 'Labels', column: 'labels' },
  { key: 'origin', title: 'Origine', column: 'origin' },
  { key: 'shortChain', title: 'Circuit court', column: 'shortChain' },
  { key: 'local', title: 'Local', column: 'local' },
] as const
export type GridKey = (typeof GRID)[number]['key']

/** What stands in the cells of a row, as typed. */
export type TypedRow = Readonly<Record<GridKey, string>>
export const BLANK_ROW = Object.fromEntries(GRID.map(({ key }) => [key, ''])) as TypedRow
export const isBlankRow = (row: TypedRow): boolean => GRID.every(({ key }) => row[key] === '')

/** A field holds one value a row, in the order of the rows. Lines count from 1. */
export const nameOf = (key: GridKey): string => `${FIELD[key]}[]`
export const idOf = (key: GridKey, line: number): string => `${FIELD[key]}-${line}`

const titlesOf = ({ header, otherHeaders }: { header: string; otherHeaders: readonly string[] }) => [header, ...otherHeaders]
/** For whoever reads a pasted block: those of the grid, then those that only files have. */
export const titledColumns: readonly Titled[] = [
  ...GRID.map(({ key, title, column }) => ({ key, titles: [title, ...titlesOf(purchaseColumns[column])] })),
  { key: 'localDefinition', titles: titlesOf(purchaseColumns.localDefinition) },
  { key: 'localKm', titles: titlesOf(purchaseColumns.localKm) },
]

/** What one may choose in a cell instead of typing it, by column. */
export const CHOICES: Partial<Readonly<Record<GridKey, readonly string[]>>> = {
  family: families.map(({ purchaseCode }) => SHORT_FAMILIES[purchaseCode][0]),
  characteristics: labelChoices.map(({ label }) => label),
  origin: ['France', 'Europe'],
  shortChain: ['oui', 'non'],
  local: ['oui', 'non', 'Commune', 'Département', 'Région', 'PAT', '50 km'],
}
