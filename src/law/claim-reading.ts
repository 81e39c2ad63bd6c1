// Reads a product wording: which claims it makes, and which ones it denies, imitates, promises or lends to a mere ingredient.
import type { ProductId } from './claim.ts'
import { products } from './claim-products.data.ts'
import { AS_INGREDIENT, DENYING, IMITATING, LINKING, PROMISING, SAYING_NOTHING, TAKEN_BACK } from './claim-reading.data.ts'
import { isMark, keysOf, readWording, typedBetween, type Word, type Wording } from './claim-words.ts'
import { claims } from './claims.ts'

/**
 * `said`: the product claims it. `either`: « bio ou Label Rouge », one of them. The others are no claim at all:
 * `denied` « non bio », `imitated` « type AOP », `promised` « en cours de certification HVE », `partial` « 30 % bio ».
 */
export type Sense = 'said' | 'either' | 'denied' | 'imitated' | 'promised' | 'partial'

/** A claim found in a wording, with the words that told it, as they were typed. */
export type FoundClaim = { readonly id: string; readonly words: string; readonly sense: Sense }

type Entry = { readonly keys: readonly string[]; readonly id: string }
type Match = { id: string; first: number; last: number; sense: Sense }

/** Names by their first word, longest first: « agriculture biologique » before « agriculture ». */
function indexed(entries: Iterable<Entry>): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    const first = entry.keys[0]
    if (first === undefined) continue
    const known = index.get(first)
    if (known) known.push(entry)
    else index.set(first, [entry])
  }
  for (const list of index.values()) list.sort((a, b) => b.keys.length - a.keys.length)
  return index
}

const NOTHING = ''
const claimNames = indexed([
  ...claims.flatMap(({ id, words }) => words.map((name) => ({ id, keys: keysOf(name) }))),
  ...SAYING_NOTHING.map((name) => ({ id: NOTHING, keys: keysOf(name) })),
])
const productNames = indexed(products.flatMap(({ id, words }) => words.split(', ').map((name) => ({ id, keys: keysOf(name) }))))

const setOf = (words: string) => new Set(keysOf(words))
const denying = setOf(DENYING)
const imitating = setOf(IMITATING)
const promising = setOf(PROMISING)
const linking = setOf(LINKING)
const asIngredient = setOf(AS_INGREDIENT)
const takenBack = TAKEN_BACK.map(keysOf)
const protectedNames = new Set(['noms-aop', 'noms-igp', 'noms-stg'])
const converting = new Set(['en-conversion', 'conversion-premiere-annee'])
const originSigns = new Set(['aop', 'aoc', 'igp', 'stg'])
/** A product may be called organic from 95 % of organic farm ingredients on (EU 2018/848): below, only a part of it is. */
const WHOLE = 95

const longest = (index: Map<string, Entry[]>, words: readonly Word[], at: number): Entry | undefined =>
  index.get(words[at]!.key)?.find(({ keys }) => keys.every((key, offset) => words[at + offset]?.key === key))

/** Every claim in a wording, in the order of the words. A claim said twice comes once; said and denied, it comes as denied. */
export function findClaims(said: string | Wording): FoundClaim[] {
  const wording = cut(said)
  const { words } = wording
  const matches: Match[] = []
  for (let at = 0; at < words.length; ) {
    const entry = longest(claimNames, words, at)
    if (entry && entry.id !== NOTHING) matches.push({ id: entry.id, first: at, last: at + entry.keys.length - 1, sense: 'said' })
    at += entry?.keys.length ?? 1
  }
  matches.forEach((match, index) => {
    match.sense = senseOf(words, match, matches[index - 1])
  })
  if (matches.length === 0) return []
  notYetOrganic(matches)
  return once(lendToDish(wording, matches))
}

/** « Lait bio de vache, en conversion » is in conversion, and not organic yet. */
function notYetOrganic(matches: readonly Match[]) {
  if (!matches.some(({ id, sense }) => converting.has(id) && sense === 'said')) return
  for (const match of matches) if (match.id === 'bio' && match.sense === 'said') match.sense = 'promised'
}

function senseOf(words: readonly Word[], { first, last }: Match, before: Match | undefined): Sense {
  const ahead = senseBefore(words, first, before)
  if (ahead) return ahead
  if (isShareBefore(words, first)) return 'partial'
  if (isDeniedAfter(words, last)) return 'denied'
  if (takenBack.some((keys) => keys.every((key, offset) => words[last + 1 + offset]?.key === key))) return 'promised'
  return isChoice(words, first, -1) || isChoice(words, last, 1) ? 'either' : 'said'
}

/** Walks back over small words to the one that changes the claim; « ni A ni B », « sans A ou B » hand it on. */
function senseBefore(words: readonly Word[], first: number, before: Match | undefined): Sense | null {
  for (let at = first - 1; at >= 0; at--) {
    const key = words[at]!.key
    if (imitating.has(key)) return 'imitated'
    if (before && at <= before.last)
      return ['said', 'either', 'partial'].includes(before.sense) || words[first - 1]!.key !== 'ou' ? null : before.sense
    if (denying.has(key)) return 'denied'
    if (promising.has(key)) return 'promised'
    if (!linking.has(key) && key !== 'ou') return null
  }
  return null
}

/** « 30 % bio », « 30 % d’ingrédients bio », « 50 % farine bio ». */
function isShareBefore(words: readonly Word[], first: number): boolean {
  let at = first - 1
  while (at >= 0 && (linking.has(words[at]!.key) || PARTS.has(words[at]!.key))) at--
  return words[at]?.key === '%' && Number(words[at - 1]?.key) < WHOLE
}

/** « bio : non », « Label Rouge (non) », « HVE non »; but not « bio : non OGM ». */
function isDeniedAfter(words: readonly Word[], last: number): boolean {
  let at = last + 1
  while (isMark(words[at])) at++
  return words[at]?.key === 'non' && (words[at + 1] === undefined || isMark(words[at + 1]))
}

const PARTS = new Set(['ingredient', 'farine'])

/** Is the claim next to « ou »? « bio et/ou local » is a choice too. */
function isChoice(words: readonly Word[], from: number, step: 1 | -1): boolean {
  let at = from + step
  while (words[at]?.key === '/' || words[at]?.key === 'et') at += step
  return words[at]?.key === 'ou'
}

/** « Quiche au comté AOP »: the name and the sign belong to an ingredient; the dish is another claim. */
function lendToDish(wording: Wording, matches: readonly Match[]): FoundClaim[] {
  const { words } = wording
  const found: FoundClaim[] = []
  const dish = productAt(words)
  let lent: Match | null = null
  for (const match of matches) {
    const { id, first, last, sense } = match
    const ingredient =
      protectedNames.has(id) &&
      first > 0 &&
      (asIngredient.has(words[first - 1]!.key) || dish === 'plat' || dish === 'boulangerie')
    if (ingredient) found.push({ id: 'plat-qui-contient', words: typedBetween(wording, 0, last), sense: 'said' })
    else if (!(lent && originSigns.has(id) && first - lent.last <= 1))
      found.push({ id, words: typedBetween(wording, first, last), sense })
    if (ingredient) lent = match
  }
  return found
}

function once(found: readonly FoundClaim[]): FoundClaim[] {
  const kept = new Map<string, FoundClaim>()
  for (const one of found) {
    const known = kept.get(one.id)
    if (!known || (['said', 'either'].includes(known.sense) && one.sense !== 'said')) kept.set(one.id, one)
  }
  return [...kept.values()]
}

/** The product that a wording names first, ingredients left aside (« brioche aux œufs »); null when it names none we know. */
export const findProduct = (said: string | Wording): ProductId | null => productAt(cut(said).words)

/** Whoever has cut a wording already, and spelt its words out, gives it as it is. */
const cut = (said: string | Wording): Wording => (typeof said === 'string' ? readWording(said) : said)

function productAt(words: readonly Word[]): ProductId | null {
  for (let at = 0; at < words.length; at++) {
    const entry = longest(productNames, words, at)
    if (entry && !['au', 'aux'].includes(words[at - 1]?.key ?? '')) return entry.id as ProductId
    if (entry) at += entry.keys.length - 1
  }
  return null
}
