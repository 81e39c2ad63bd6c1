// Where a wording says that the food comes from: France, the rest of Europe, or nothing that can be kept.
import { keysOf, typedBetween } from '../../law/claim-words.ts'
import { findClaim } from '../../law/claims.ts'
import type { Origin } from '../../law/purchase.ts'
import { codesAfterOrigin, placeWords, saysNoOrigin } from './origins.data.ts'
import type { SpeltWording } from './wording.ts'

export type FoundOrigin = { readonly code: Origin; readonly words: string }
type Place = { readonly keys: readonly string[]; readonly origin: Origin | 'ELSEWHERE' | null }

const names = (words: readonly string[], origin: Place['origin']) => words.map((name): Place => ({ keys: keysOf(name), origin }))

/** The words of the claims that tell of France count here too: they are written once. */
const places: ReadonlyMap<string, readonly Place[]> = (() => {
  const index = new Map<string, Place[]>()
  const told = ['origine-france', 'origine-france-garantie'].flatMap((id) => findClaim(id)?.words ?? [])
  const all = [
    ...names(saysNoOrigin.split(', '), null),
    ...names(told, 'FRANCE'),
    ...placeWords.flatMap(({ origin, words }) => names(words.split(', '), origin)),
  ]
  for (const place of all) index.set(place.keys[0]!, [...(index.get(place.keys[0]!) ?? []), place])
  for (const list of index.values()) list.sort((a, b) => b.keys.length - a.keys.length)
  return index
})()
const DENYING = new Set(['non', 'hors', 'sauf', 'pas'])

/** The origin, and the words that tell it; null when none is told, or several that are not all the same. */
export function findOrigin(wording: SpeltWording): FoundOrigin | null {
  const { words } = wording
  const told = new Map<Origin | 'ELSEWHERE', string>()
  for (let at = 0; at < words.length; at++) {
    const code = words[at - 1] && afterOrigin(words, at) ? codesAfterOrigin[words[at]!.key] : undefined
    const place = code
      ? { keys: [words[at]!.key], origin: code }
      : places.get(words[at]!.key)?.find(({ keys }) => keys.every((key, offset) => words[at + offset]?.key === key))
    if (!place) continue
    const last = at + place.keys.length - 1
    if (place.origin && !DENYING.has(words[at - 1]?.key ?? '') && !told.has(place.origin))
      told.set(place.origin, typedBetween(wording, at, last))
    at = last
  }
  const [only, ...others] = told
  return only && others.length === 0 && only[0] !== 'ELSEWHERE' ? { code: only[0], words: only[1] } : null
}

/** « Orig. ES », « origine : DE ». */
function afterOrigin(words: SpeltWording['words'], at: number): boolean {
  let before = at - 1
  while (before > 0 && ORIGIN_MARKS.has(words[before]!.key)) before--
  return words[before]!.key === 'origine' || words[before]!.key === 'provenance'
}
const ORIGIN_MARKS = new Set([':', '.', '/'])
