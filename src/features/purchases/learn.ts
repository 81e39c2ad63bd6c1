// What a purchase that a person writes or puts right teaches of its supplier's wordings.
import type { PurchaseRecord } from '../../law/purchase.ts'
import type { Queries } from '../../platform/database/database.ts'
import { type Correction, learn, recognise } from '../recognition/recognition.ts'

type Said = Pick<PurchaseRecord, 'date' | 'description' | 'supplier' | 'family' | 'characteristics' | 'origin'>

/**
 * Learns where the person and the wording disagree. `before`: the purchase that is put right, of which nothing is learned unless its family, labels or
 * origin changed. `seen`: the person saw what the wording says; otherwise what they left blank is no correction. Call it in a transaction.
 */
export async function learnFrom(
  db: Queries,
  canteenId: number,
  said: Said,
  { seen, before = null }: { seen: boolean; before?: Said | null },
  deed: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  const { family, characteristics, origin } = said
  if (before && family === before.family && origin === before.origin && same(characteristics, before.characteristics)) return
  await learn(db, canteenId, { siren: null, name: said.supplier }, [correctionOf(said, seen)], deed)
}

/** Learns from lines that a person saw all of, in their order. Call it in a transaction. */
export async function learnFromAll(
  db: Queries,
  canteenId: number,
  lines: readonly Said[],
  deed: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  for (const name of new Set(lines.map(({ supplier }) => supplier))) {
    const corrections = lines.filter(({ supplier }) => supplier === name).map((said) => correctionOf(said, true))
    await learn(db, canteenId, { siren: null, name }, corrections, deed)
  }
}

function correctionOf({ description, date, family, characteristics, origin }: Said, seen: boolean): Correction {
  const read = recognise(description, { dataYear: Number(date.slice(0, 4)) })
  const decided = {
    family,
    labels: seen ? characteristics : [...new Set([...characteristics, ...read.labels])],
    origin: seen ? origin : (origin ?? read.origin),
  }
  return { wording: description, read: { ...read, noFood: read.noFood !== undefined }, decided }
}

const same = (one: readonly string[], other: readonly string[]) => [...one].sort().join() === [...other].sort().join()
