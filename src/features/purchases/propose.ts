// What we propose for a product and a supplier: what this canteen said of it last time, else what the wording says. One place for all forms.
import type { FamilyId } from '../../law/families.ts'
import { type Characteristic, isProposed, type Origin } from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { type Evidence, recognise } from '../recognition/recognition.ts'
import { foldWords } from '../territory/territory.ts'
import { type BoughtBefore, boughtBefore } from './history.sql.ts'

export type Wanted = {
  readonly description: string
  readonly supplier: string | null
  /** The one that the person gave: it wins. */
  readonly family: FamilyId | null
  readonly date: IsoDate
}

/** A person confirms it: nothing counts from a proposal alone. */
export type Proposal = {
  readonly family: FamilyId | null
  readonly labels: readonly Characteristic[]
  readonly origin: Origin | null
  readonly supplier: string | null
  /** Day of the purchase that it takes after; null: all was read in the wording. */
  readonly since: IsoDate | null
  /** What was read in the wording. */
  readonly evidence: readonly Evidence[]
}

/** In the order of `wanted`; a proposal may be empty. Reads what the canteen bought once, whatever their number. */
export async function proposalsFor(db: Queries, canteenId: number, wanted: readonly Wanted[]): Promise<Proposal[]> {
  if (wanted.length === 0) return []
  const past = new Map<string, BoughtBefore[]>()
  for (const one of await boughtBefore(db, canteenId)) {
    const product = foldWords(one.description)
    past.set(product, [...(past.get(product) ?? []), one])
  }
  return wanted.map((one) => propose(one, past.get(foldWords(one.description)) ?? []))
}

/** `past`: the purchases of this product, the latest first. */
function propose({ description, supplier, family, date }: Wanted, past: readonly BoughtBefore[]): Proposal {
  const agreeing = past.filter((one) => family === null || one.family === family)
  const again = agreeing.find((one) => supplier === null || foldWords(one.supplier ?? '') === foldWords(supplier))
  if (again)
    return {
      family: again.family,
      labels: again.characteristics.filter(isProposed),
      origin: again.origin,
      supplier: again.supplier,
      since: again.date,
      evidence: [],
    }
  // From someone else the same product keeps its family; its labels and its origin may differ.
  const [elsewhere] = agreeing
  const read = recognise(description, { dataYear: Number(date.slice(0, 4)), family: family ?? elsewhere?.family ?? null })
  const { labels, origin, evidence } = read
  return { family: read.family, labels, origin, supplier: null, since: elsewhere?.date ?? null, evidence }
}

/** Where a part of a proposal comes from: « comme le 12 mars 2026 », « lu dans « carotte » ». */
export function whyProposed({ since, evidence }: Proposal, of: Evidence['of']): string {
  const words = [...new Set(evidence.filter((one) => one.of === of).map((one) => `« ${one.words} »`))]
  return words.length > 0 ? `lu dans ${words.join(', ')}` : since ? `comme le ${frenchDay(since)}` : ''
}
