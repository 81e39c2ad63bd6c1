// Which labels and which origin a wording says: the reader of claims decides, on the wording spelt out.
import { judgeWording } from '../../law/claim-wording.ts'
import type { FamilyId } from '../../law/families.ts'
import type { Characteristic, Origin } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'

export type FoundLabel = {
  readonly code: Characteristic
  /** Between 0 and 1. */
  readonly confidence: number
  readonly words: string
  /** Counts only when the buyer holds a proof: to be said. */
  readonly needsProof: boolean
}

/** The characteristic of each claim that may count. */
const CODES: Readonly<Record<string, Characteristic>> = {
  aop: 'AOCAOP',
  aoc: 'AOCAOP',
  'noms-aop': 'AOCAOP',
  igp: 'IGP',
  'noms-igp': 'IGP',
  stg: 'STG',
  'noms-stg': 'STG',
}
const BY_LABEL: Readonly<Record<string, Characteristic>> = {
  bio: 'BIO',
  label_rouge: 'LABEL_ROUGE',
  hve: 'HVE',
  peche_durable: 'PECHE_DURABLE',
  rup: 'RUP',
  commerce_equitable: 'COMMERCE_EQUITABLE',
  fermier: 'FERMIER',
}
const ORIGINS: Readonly<Record<string, Origin>> = {
  'origine-france': 'FRANCE',
  'origine-france-garantie': 'FRANCE',
  'origine-europe': 'EUROPE',
}

const SURE = 0.98
const TO_PROVE = 0.75

export type Said = {
  readonly labels: readonly FoundLabel[]
  readonly origin: { readonly code: Origin; readonly words: string } | null
}

/** What a spelt-out wording says of labels and origin, for a purchase of that year. Purchase criteria are never read from a wording. */
export function readLabels(text: string, family: FamilyId | null, dataYear: DataYear): Said {
  const { claims } = judgeWording(text, { dataYear, family })
  const labels = new Map<Characteristic, FoundLabel>()
  let origin: Said['origin'] = null
  for (const { claim, label, answer, words, either } of claims) {
    const from = ORIGINS[claim.id]
    if (from && !origin) origin = { code: from, words }
    const code = label === null ? undefined : (CODES[claim.id] ?? BY_LABEL[label.id])
    if (code === undefined || either || labels.has(code)) continue
    if (answer === 'counts' || answer === 'counts_until') labels.set(code, { code, confidence: SURE, words, needsProof: false })
    if (answer === 'counts_with_proof') labels.set(code, { code, confidence: TO_PROVE, words, needsProof: true })
  }
  return { labels: [...labels.values()], origin }
}
