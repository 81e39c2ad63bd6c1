// The two columns that the former files said otherwise: everything about a product in one list, and older meanings of « local ».
import {
  type Characteristic,
  type FormerLocalDefinition,
  formerLocalDefinitions,
  type LocalDefinition,
  localDefinitions,
  origins,
} from '../../law/purchase.ts'
import { type Choice, listOf, oneOf } from '../../platform/tables/choice.kind.ts'
import type { CellKind } from '../../platform/tables/columns.ts'
import { purchaseCells } from '../purchases/purchases.ts'

const { BY_CODE, labelChoices, ORIGIN_NAMES } = purchaseCells

export type FormerLabel = Characteristic | 'EUROPE' | 'FRANCE' | 'CIRCUIT_COURT' | 'LOCAL'

const choices: Choice<FormerLabel>[] = [
  ...labelChoices,
  ...origins.map(({ code, label }) => ({ value: code, label, others: ORIGIN_NAMES[code] })),
  { value: 'CIRCUIT_COURT', label: 'Circuit-court' },
  { value: 'LOCAL', label: 'Produit local' },
]
const list = listOf(choices, BY_CODE)

export const formerLabels: CellKind<readonly FormerLabel[]> = {
  ...list,
  read(cell) {
    const reading = list.read(cell)
    if (!reading.value?.includes('FRANCE') || !reading.value.includes('EUROPE')) return reading
    return {
      error: {
        code: 'two_origins',
        message: 'Un produit vient de France ou du reste de l’Europe : gardez FRANCE ou EUROPE, pas les deux.',
      },
    }
  },
}

export const formerLocal: CellKind<LocalDefinition | FormerLocalDefinition> = oneOf<LocalDefinition | FormerLocalDefinition>(
  [
    ...localDefinitions.filter(({ code }) => code !== 'KM').map(({ code, label }) => ({ value: code, label })),
    ...formerLocalDefinitions.map(({ code, label }) => ({ value: code, label })),
  ],
  BY_CODE,
)
