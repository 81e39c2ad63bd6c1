// The door of recognition: what a wording from an invoice says of family, labels and origin. A proposal, that a person confirms.
import type { FamilyId } from '../../law/families.ts'
import { type Characteristic, characteristics, type Origin } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import { findFamily } from './family.ts'
import { readLabels } from './labels.ts'
import { spellOut } from './wording.ts'

/** What was recognised, and by which words. */
export type Evidence = {
  readonly of: 'family' | 'label' | 'origin'
  readonly code: FamilyId | Characteristic | Origin
  /** As typed, or spelt out where the invoice shortened them. */
  readonly words: string
  readonly confidence: number
  /** Counts only when the buyer holds a proof. */
  readonly needsProof?: true
}

export type Recognition = {
  readonly family: FamilyId | null
  readonly labels: readonly Characteristic[]
  readonly origin: Origin | null
  /** Between 0 and 1: that of the least sure part of the proposal; 0 when nothing was recognised. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/**
 * Reads a wording such as « STK HACHE VBF » or « YRT BIO » for a purchase of that year. Never throws; a wording that says nothing gives nothing.
 * `family`: the one that the buyer knows, which wins over what the words say.
 */
export function recognise(
  wording: string,
  { dataYear, family: known = null }: { dataYear: DataYear; family?: FamilyId | null },
): Recognition {
  const { words, text } = spellOut(wording)
  const found = known === null ? findFamily(words) : null
  const family = known ?? found?.family ?? null
  const { labels, origin } = readLabels(text, family, dataYear)
  const evidence: Evidence[] = []
  if (found) evidence.push({ of: 'family', code: found.family, words: found.words, confidence: found.confidence })
  for (const { code, words: told, confidence, needsProof } of labels)
    evidence.push({ of: 'label', code, words: told, confidence, ...(needsProof && { needsProof }) })
  if (origin) evidence.push({ of: 'origin', code: origin.code, words: origin.words, confidence: 0.95 })
  const order = characteristics.map(({ code }) => code)
  return {
    family,
    labels: labels.map(({ code }) => code).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    origin: origin?.code ?? null,
    confidence: evidence.length === 0 ? 0 : Math.min(...evidence.map((one) => one.confidence)),
    evidence,
  }
}
