// Which family a wording belongs to: what it names first, ingredients left aside, and the words that change it.
import { typedBetween } from '../../law/claim-words.ts'
import type { FamilyId } from '../../law/families.ts'
import {
  canSizes,
  cuts,
  dishWords,
  grocery,
  leadsToIngredient,
  likely,
  mended,
  notFoodFirst,
  perhapsFish,
  plantBased,
  smoked,
  type ThingName,
  thingNames,
  toMix,
} from './lexicon.ts'
import type { SpeltWord, SpeltWording } from './wording.ts'

export type FoundFamily = {
  /** Null: the wording names something that is no food. */
  readonly family: FamilyId | null
  /** Why such a line is to be set aside, when it is no food. */
  readonly why: string | null
  /** Between 0 and 1. */
  readonly confidence: number
  /** The words that told it, as typed. */
  readonly words: string
}

type Named = { readonly name: ThingName; readonly first: number; readonly last: number; readonly asIngredient: boolean }

const SURE = 0.97
const LIKELY = 0.85
const GUESSED = 0.7

/** The family of a wording, or null when it names nothing that we know, typing mistakes mended. */
export function findFamily(wording: SpeltWording): FoundFamily | null {
  const found = familyOf(wording)
  if (found) return found
  return (
    guessing(wording, ({ key }) => mended(key)) ?? guessing(wording, ({ key, end }) => likely(key, wording.text[end] === '.'))
  )
}

function guessing(wording: SpeltWording, guess: (word: SpeltWord) => string | null): FoundFamily | null {
  const words = wording.words.map((word) => {
    const key = guess(word)
    return key === null ? word : { ...word, key, guessed: true }
  })
  return words.some((word, at) => word !== wording.words[at]) ? familyOf({ text: wording.text, words }) : null
}

function familyOf(wording: SpeltWording): FoundFamily | null {
  const { words } = wording
  const named = namesIn(words)
  const first = named.find(({ asIngredient }) => !asIngredient) ?? named[0]
  if (!first) return startingAside(wording)
  const head = madeOf(words, named, first)
  const family = head.name.family === null ? null : changed(head.name.family, words, head)
  const others = named.some(({ name, asIngredient }) => !asIngredient && name.family !== head.name.family)
  const guessed = words.slice(head.first, head.last + 1).some((word) => word.guessed)
  const confidence = guessed || head.asIngredient ? GUESSED : others ? LIKELY : SURE
  return { family, why: head.name.why, confidence, words: typedBetween(wording, Math.min(first.first, head.first), head.last) }
}

function startingAside(wording: SpeltWording): FoundFamily | null {
  const { words } = wording
  const name = notFoodFirst.find(({ keys }) => keys.every((key, at) => words[at]?.key === key))
  return name ? { family: null, why: name.why, confidence: LIKELY, words: typedBetween(wording, 0, name.keys.length - 1) } : null
}

function namesIn(words: readonly SpeltWord[]): Named[] {
  const found: Named[] = []
  for (let at = 0; at < words.length; at++) {
    const name = thingNames.get(words[at]!.key)?.find(({ keys }) => keys.every((key, offset) => words[at + offset]?.key === key))
    if (!name) continue
    const last = at + name.keys.length - 1
    found.push({ name, first: at, last, asIngredient: isIngredient(words, at) })
    at = last
  }
  return found
}

const isIngredient = (words: readonly SpeltWord[], at: number) => {
  const before = words[at - 1]?.key
  return (
    before !== undefined && (leadsToIngredient.has(before) || ((before === 'la' || before === 'l') && words[at - 2]?.key === 'a'))
  )
}

/** « Steak », « rôti » and the like say how it is cut: what comes right after says of what. */
function madeOf(words: readonly SpeltWord[], named: readonly Named[], head: Named): Named {
  const next = named[named.indexOf(head) + 1]
  if (!next || next.asIngredient || head.name.family === null || next.name.family === null) return head
  const between = words.slice(head.last + 1, next.first).map(({ key }) => key)
  if (!between.every((key) => key === 'de' || key === 'd' || key === 'la' || key === 'l')) return head
  const said = words[head.last]!.key
  const single = head.name.keys.length === 1 || between.length > 0
  if (single && cuts.has(said)) return next
  return next.name.family === 'produits_de_la_mer' && (perhapsFish.has(said) || cuts.has(said)) ? next : head
}

/** Fruit in syrup is grocery, a breaded escalope is a dish. */
function changed(family: FamilyId, words: readonly SpeltWord[], head: Named): FamilyId {
  const says = (set: ReadonlySet<string>) => words.some(({ key }) => set.has(key))
  if ((family === 'viandes_volailles' || family === 'charcuterie' || family === 'produits_de_la_mer') && says(plantBased))
    return 'autres'
  if (family === 'viandes_volailles' && says(dishWords)) return 'autres'
  if (family === 'viandes_volailles' && says(smoked)) return 'charcuterie'
  if (family === 'fruits_et_legumes' && (says(grocery) || isCanned(words))) return 'autres'
  if (family === 'produits_laitiers' && says(toMix) && words[head.first]!.key !== 'lait') return 'autres'
  return family
}

const isCanned = (words: readonly SpeltWord[]) =>
  words.some(({ key }, at) => words[at + 1]?.key === '/' && canSizes.has(`${key}/${words[at + 2]?.key}`))
