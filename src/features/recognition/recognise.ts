// What a wording from an invoice says of family, labels and origin, by the dictionary alone. A proposal, that a person confirms.
import type { FamilyId } from '../../law/families.ts'
import { type Characteristic, characteristics, type Origin } from '../../law/purchase.ts'
import type { DataYear, IsoDate } from '../../law/timeline.ts'
import { findFamily } from './family.ts'
import { findLabels } from './labels.ts'
import { findOrigin } from './origin.ts'
import { spellOut } from './wording.ts'

/** What was recognised, and by which words. */
export type Evidence = {
  readonly of: 'family' | 'label' | 'origin'
  readonly code: FamilyId | Characteristic | Origin
  /** As typed. */
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
  /** The day when the team corrected this wording; absent when it did not. */
  readonly learnedOn?: IsoDate
  /** Why such a line is to be set aside, in French: nothing to eat nor to drink. */
  readonly noFood?: string
}

const ORIGIN_CONFIDENCE = 0.95
const order = characteristics.map(({ code }) => code)

/**
 * Reads a wording such as « STK HACHE VBF » or « YRT BIO » for a purchase of that year. Never throws; a wording that says nothing gives nothing.
 * `family`: the one that the buyer knows, which wins over what the words say.
 */
export function recognise(
  typed: string,
  { dataYear, family: known = null }: { dataYear: DataYear; family?: FamilyId | null },
): Recognition {
  const wording = spellOut(typed)
  const found = known === null ? findFamily(wording) : null
  if (found && found.family === null) return found.why === null ? NOTHING : { ...NOTHING, noFood: found.why }
  const family = known ?? found?.family ?? null
  const labels = findLabels(wording, family, dataYear)
  const origin = findOrigin(wording)
  const evidence: Evidence[] = []
  if (found?.family) evidence.push({ of: 'family', code: found.family, words: found.words, confidence: found.confidence })
  for (const { code, words, confidence, needsProof } of labels)
    evidence.push({ of: 'label', code, words, confidence, ...(needsProof && { needsProof }) })
  if (origin) evidence.push({ of: 'origin', code: origin.code, words: origin.words, confidence: ORIGIN_CONFIDENCE })
  return {
    family,
    labels: labels.map(({ code }) => code).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    origin: origin?.code ?? null,
    confidence: evidence.length === 0 ? 0 : Math.min(...evidence.map((one) => one.confidence)),
    evidence,
  }
}

/** Freight, packaging, cleaning products: no food, hence nothing to propose. */
const NOTHING: Recognition = { family: null, labels: [], origin: null, confidence: 0, evidence: [] }
