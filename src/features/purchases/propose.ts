// What we propose for a product and a supplier: what this canteen said of it last time, else what its team taught of such wordings, else what they say. One place for all forms.
import type { FamilyId } from '../../law/families.ts'
import { type Characteristic, isProposed, type Origin } from '../../law/purchase.ts'
import type { IsoDate } from '../../law/timeline.ts'
import type { Queries } from '../../platform/database/database.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { type Evidence, type Recognition, recogniseFor } from '../recognition/recognition.ts'
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
  /** The day when the team corrected such a wording of this supplier; null when it did not. */
  readonly learnedOn: IsoDate | null
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
  const agreeing = wanted.map(({ description, family }) =>
    (past.get(foldWords(description)) ?? []).filter((one) => family === null || one.family === family),
  )
  const read = await recogniseFor(
    db,
    canteenId,
    wanted.map(({ description, supplier, family, date }, at) => ({
      supplier: { siren: null, name: supplier },
      wording: description,
      dataYear: Number(date.slice(0, 4)),
      // From someone else the same product keeps its family; its labels and its origin may differ.
      family: family ?? agreeing[at]![0]?.family ?? null,
    })),
  )
  return wanted.map((one, at) => propose(one, agreeing[at]!, read[at]!))
}

/** `past`: the purchases of this product that agree with the family that was given, the latest first. The latest word of the team wins. */
function propose({ supplier, family }: Wanted, past: readonly BoughtBefore[], read: Recognition): Proposal {
  const again = past.find((one) => supplier === null || foldWords(one.supplier ?? '') === foldWords(supplier))
  const { labels, origin, evidence, learnedOn = null } = read
  if (again && (learnedOn === null || learnedOn <= again.date))
    return {
      family: again.family,
      labels: again.characteristics.filter(isProposed),
      origin: again.origin,
      supplier: again.supplier,
      since: again.date,
      learnedOn: null,
      evidence: [],
    }
  const since = learnedOn === null ? (past[0]?.date ?? null) : null
  return { family: family ?? read.family, labels, origin, supplier: null, since, learnedOn, evidence }
}

/** Where a part of a proposal comes from: « comme le 12 mars 2026 », « corrigé par votre équipe le 12 mars 2026 », « lu dans « carotte » ». */
export function whyProposed({ since, learnedOn, evidence, ...proposed }: Proposal, of: Evidence['of']): string {
  const words = [...new Set(evidence.filter((one) => one.of === of).map((one) => `« ${one.words} »`))]
  const codes = of === 'label' ? proposed.labels : [proposed[of]]
  if (learnedOn && !codes.every((code) => evidence.some((one) => one.of === of && one.code === code)))
    return `corrigé par votre équipe le ${frenchDay(learnedOn)}`
  return words.length > 0 ? `lu dans ${words.join(', ')}` : since ? `comme le ${frenchDay(since)}` : ''
}
