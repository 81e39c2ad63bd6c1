// Discounts and charges of a whole invoice (BG-20, BG-21): what each does to the lines, to the cent.
import { apportion } from '../../law/apportion.ts'
import type { Cents } from '../../law/money.ts'
import type { Adjustment, InvoiceLine } from './invoice.ts'

export type SharedOut = {
  /** What each line takes of the discounts, in the order of the lines. */
  readonly shares: readonly Cents[]
  /** What stands beside the lines: freight, a deposit on packaging, a discount that no line can take. */
  readonly beside: readonly Adjustment[]
}

/**
 * A discount lowers the price of the food: it is shared out in proportion among the lines of its rate of VAT, which is how the invoice itself counts it,
 * else among all of them. A charge is no food, nor is what `isAside` says of a discount (packaging given back): each stands on its own.
 */
export function shareOut(
  lines: readonly InvoiceLine[],
  adjustments: readonly Adjustment[],
  isAside: (reason: string) => boolean,
): SharedOut {
  const shares: Cents[] = lines.map(() => 0)
  const beside: Adjustment[] = []
  for (const adjustment of adjustments) {
    const { isCharge, reason, cents, vat } = adjustment
    const weights = isCharge || (reason !== null && isAside(reason)) ? null : weightsOf(lines, cents, vat)
    if (weights === null) beside.push(adjustment)
    else for (const [index, share] of apportion(cents, weights).entries()) shares[index]! += share
  }
  return { shares, beside }
}

/** Lines that a discount can lower: those of the other sign, of its rate of VAT if there are any. */
function weightsOf(lines: readonly InvoiceLine[], cents: Cents, vat: string | null): bigint[] | null {
  const weigh = (counts: (line: InvoiceLine) => boolean) => {
    const weights = lines.map((line) => (counts(line) && line.netCents > 0 !== cents > 0 ? BigInt(Math.abs(line.netCents)) : 0n))
    return weights.some((weight) => weight > 0n) ? weights : null
  }
  return (vat === null ? null : weigh((line) => line.vat === vat)) ?? weigh(() => true)
}

/** Words of the reason codes that stand most on invoices of food; UNTDID 7161 for charges. */
const CHARGES: Readonly<Record<string, string>> = {
  FC: 'Frais de transport',
  DL: 'Frais de livraison',
  PC: 'Emballage',
  INS: 'Assurance',
}

export const adjustmentWords = ({ isCharge, reason, code }: Adjustment): string =>
  reason ?? (isCharge ? (CHARGES[code?.toUpperCase() ?? ''] ?? 'Frais de la facture') : 'Remise de la facture')
