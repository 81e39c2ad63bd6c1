// Labelled wordings, written from the way invoices abbreviate, before the dictionary was read: what the recogniser is measured on.
// What each column means, and how doubtful cases were settled: docs/decisions/0015.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type FamilyId, families } from '../../src/law/families.ts'
import { type Characteristic, isCharacteristic, type Origin, origins } from '../../src/law/purchase.ts'

export type LabelledWording = {
  readonly wording: string
  /** Null: no food, such as freight or a cleaning product. */
  readonly family: FamilyId | null
  readonly labels: readonly Characteristic[]
  readonly origin: Origin | null
  readonly half: 'tuning' | 'held-out'
}

/** Which half a wording is in, for ever: the engine is improved on one, and judged on the other, that nobody looks at. */
export const halfOf = (wording: string): LabelledWording['half'] =>
  createHash('sha256').update(wording).digest()[0]! % 2 === 0 ? 'tuning' : 'held-out'

/** Every labelled wording. Throws on a code that the law does not know. */
export function labelledWordings(): LabelledWording[] {
  const text = readFileSync('tools/evaluation/wordings.tsv', 'utf8')
  return text.trim().split('\n').slice(1).map(readLine)
}

function readLine(line: string): LabelledWording {
  const [wording = '', family = '', labels = '', origin = ''] = line.split('\t')
  const codes = labels === '' ? [] : labels.split(',')
  const known = families.find(({ purchaseCode }) => purchaseCode === family)
  const from = origins.find(({ code }) => code === origin)
  if ((family !== '' && !known) || (origin !== '' && !from) || !codes.every(isCharacteristic))
    throw new Error(`bad line: ${line}`)
  return {
    wording,
    family: known?.id ?? null,
    labels: codes.filter(isCharacteristic),
    origin: from?.code ?? null,
    half: halfOf(wording),
  }
}
