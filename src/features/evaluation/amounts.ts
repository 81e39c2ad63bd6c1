// Amounts as the API takes them, in cents, with every check that the law makes of them.
import {
  type AmountName,
  camelCase,
  type Depth,
  detailedAmounts,
  isDetailedName,
  isSimpleName,
  readAmountName,
} from '../../law/amount-names.ts'
import { crossChecks } from '../../law/checks.ts'
import { labels } from '../../law/labels.ts'
import { type AmountError, type Cents, type ParsedAmount, parseAmount } from '../../law/money.ts'
import type { Procurement } from '../../law/procurement.ts'
import type { DataYear } from '../../law/timeline.ts'
import type { ErrorCode, RequestErrors } from './errors.ts'
import type { Sent } from './request.ts'

const MESSAGES: Readonly<Record<AmountError, string>> = {
  not_a_number:
    'Indiquez un montant en euros comme "12345.67" : des chiffres, un point avant les centimes, ni espace, ni virgule, ni unité.',
  negative: 'Un montant ne peut pas être négatif : indiquez 0 ou plus, ou null si vous ne le connaissez pas.',
  too_many_decimals: 'Arrondissez ce montant au centime : deux décimales au plus.',
  too_large: 'Ce montant dépasse tous les achats de la restauration collective : vérifiez qu’il est en euros.',
}

/** An amount sent as a decimal string or as a JSON number, read from the shortest decimal text of the number. */
export function readAmount(value: string | number): ParsedAmount {
  const text = String(value)
  if (typeof value === 'string' || !text.includes('e')) return parseAmount(text, 'api')
  if (value < 0) return { error: 'negative' }
  return { error: value > 1 ? 'too_large' : 'too_many_decimals' }
}

/**
 * Reads the amounts whose shape is right. Those that cannot be read count as blank, so that the others are checked all the same.
 * @returns null when there is no amount at all.
 */
export function readAmounts(
  sent: Sent,
  context: { readonly dataYear: DataYear | null; readonly yearlyMealCount: number | null },
  errors: RequestErrors,
): Procurement | null {
  const amounts: { [name in AmountName]?: Cents } = {}
  let depth: Depth | null = null
  for (const [key, value] of Object.entries(sent)) {
    if (value === null || value === undefined) continue
    const name = readAmountName(key)!
    const isCell = isDetailedName(name) && !isSimpleName(name)
    depth = isCell || depth === 'detailed' ? 'detailed' : 'simple'
    const { cents, error } = readAmount(value as string | number)
    if (error !== undefined) errors.add(['procurement', key], () => ({ code: error, message: MESSAGES[error] }))
    else amounts[name] = cents
  }
  if (depth === null) return null
  const procurement = { depth, amounts: depth === 'detailed' ? wholeGrid(amounts, sent) : amounts }
  if (context.dataYear !== null)
    check(procurement, new Set(Object.keys(amounts)), { ...context, dataYear: context.dataYear }, errors)
  return procurement
}

/**
 * A grid lists what was bought: a label cell that is left out is a label that was not bought in that family, while null says « not known ».
 * Beside amounts of simple entry, a few cells are not a grid: nothing is supposed of the others.
 */
function wholeGrid(amounts: Readonly<{ [name in AmountName]?: Cents }>, sent: Sent): { [name in AmountName]?: Cents } {
  const names = Object.keys(amounts) as AmountName[]
  const isGrid = names.every(isDetailedName) && labelCells.some(({ name }) => name in amounts)
  return isGrid ? { ...amounts, ...Object.fromEntries(cellsLeftOut(sent).map((name) => [name, 0])) } : amounts
}

/** The label cells of the grid that a request does not name. */
export const cellsLeftOut = (sent: Sent): AmountName[] =>
  labelCells.filter(({ name, camel }) => !(camel in sent) && !(name in sent)).map(({ name }) => name)

const labelIds: readonly string[] = labels.map(({ id }) => id)
const labelCells = detailedAmounts.filter(({ needed, cell }) => needed && cell !== null && labelIds.includes(cell.label))

/** Each check speaks of the amounts that were sent. */
function check(
  procurement: Procurement,
  sentNames: ReadonlySet<string>,
  context: { dataYear: DataYear; yearlyMealCount: number | null },
  errors: RequestErrors,
) {
  for (const { severity, code, fields, message } of crossChecks(procurement, context)) {
    if (severity === 'warning') continue
    for (const name of fields)
      if (sentNames.has(name)) errors.add(['procurement', camelCase(name)], () => ({ code: code as ErrorCode, message }))
  }
}
