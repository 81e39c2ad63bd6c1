// When an invoice that was read waits: its lines do not make its total, its day is not right, or it asks for a deposit.
import type { Cents } from '../../law/money.ts'
import { FIRST_DATA_YEAR } from '../../law/timeline.ts'
import type { InvoiceKind } from './invoice.ts'

export type Readable = {
  readonly kind: InvoiceKind | null
  readonly date: string | null
  readonly lineCount: number
  readonly differenceCents: Cents | null
}

/** `today` is the day in Paris. */
export const isHeld = (invoice: Readable, today: string): boolean =>
  invoice.kind === 'prepayment' || !mayBePurchases(invoice, today)

/** The lines make the total, and its day is one of a purchase. A deposit may be, if someone says that no other invoice will come. */
export const mayBePurchases = ({ date, lineCount, differenceCents }: Readable, today: string): boolean =>
  lineCount > 0 && differenceCents === 0 && date !== null && isPurchaseDay(date, today)

export const isPurchaseDay = (day: string, today: string): boolean => day <= today && !isTooOld(day)

export const isTooOld = (day: string): boolean => Number(day.slice(0, 4)) < FIRST_DATA_YEAR
