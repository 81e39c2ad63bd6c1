// Which labels a wording says: the reader of claims decides, on the wording spelt out, without its quantities.

import { judgeWording } from '../../law/claim-wording.ts'
import { keysOf } from '../../law/claim-words.ts'
import { claims } from '../../law/claims.ts'
import type { FamilyId } from '../../law/families.ts'
import type { Characteristic } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import { ownPercentage } from './lexicon.ts'
import { type SpeltWording, withoutQuantities } from './wording.ts'

export type FoundLabel = {
  readonly code: Characteristic
  /** Between 0 and 1. */
  readonly confidence: number
  /** The words that told it, as typed. */
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
  externalites: 'EXTERNALITES',
  performance: 'PERFORMANCE',
}

/** Words that a claim begins with: most wordings hold none, and need no judge. */
const beginnings: ReadonlySet<string> = new Set(claims.flatMap(({ words }) => words.flatMap((name) => keysOf(name)[0] ?? [])))

const SURE = 0.98
const TO_PROVE = 0.75

/** What a wording says of labels, for a purchase of that year. One of two labels (« bio ou Label Rouge ») is none that can be proposed. */
export function findLabels(wording: SpeltWording, family: FamilyId | null, dataYear: DataYear): FoundLabel[] {
  if (!wording.words.some(({ key }) => beginnings.has(key))) return []
  const percentages =
    family === 'produits_laitiers' || family === 'viandes_volailles' || wording.words.some(({ key }) => ownPercentage.has(key))
  const { claims } = judgeWording(withoutQuantities(wording, { percentages }), { dataYear, family })
  const labels = new Map<Characteristic, FoundLabel>()
  for (const { claim, label, answer, words, either } of claims) {
    const code = label === null ? undefined : (CODES[claim.id] ?? BY_LABEL[label.id])
    if (code === undefined || either || labels.has(code)) continue
    if (answer === 'counts' || answer === 'counts_until') labels.set(code, { code, confidence: SURE, words, needsProof: false })
    if (answer === 'counts_with_proof') labels.set(code, { code, confidence: TO_PROVE, words, needsProof: true })
  }
  return [...labels.values()]
}
