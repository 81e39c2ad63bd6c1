// Which family a wording belongs to: the food that it names first, ingredients left aside, and the words that change it.
import type { FamilyId } from '../../law/families.ts'
import { canSizes, dishWords, type FoodName, foodNames, grocery, leadsToIngredient, plantBased } from './lexicon.ts'
import type { SpeltWord } from './wording.ts'

export type FoundFamily = {
  readonly family: FamilyId
  /** Between 0 and 1. */
  readonly confidence: number
  /** The words that told it, as typed. */
  readonly words: string
}

type Named = { readonly name: FoodName; readonly first: number; readonly asIngredient: boolean }

const SURE = 0.97
const LIKELY = 0.85
const GUESSED = 0.7

/** The family of a wording, or null when it names no food that we know. */
export function findFamily(words: readonly SpeltWord[]): FoundFamily | null {
  const named = namesIn(words)
  const head = named.find(({ asIngredient }) => !asIngredient) ?? named[0]
  if (!head) return null
  const family = changed(head.name.family, words)
  const told = words.slice(head.first, head.first + head.name.keys.length)
  const others = named.some(({ name, asIngredient }) => !asIngredient && name.family !== head.name.family)
  const confidence = told.some(({ guessed }) => guessed) || head.asIngredient ? GUESSED : others ? LIKELY : SURE
  return { family, confidence, words: [...new Map(told.map(({ at, typed }) => [at, typed])).values()].join(' ') }
}

function namesIn(words: readonly SpeltWord[]): Named[] {
  const found: Named[] = []
  for (let at = 0; at < words.length; ) {
    const name = foodNames.get(words[at]!.key)?.find(({ keys }) => keys.every((key, offset) => words[at + offset]?.key === key))
    if (name) found.push({ name, first: at, asIngredient: isIngredient(words, at) })
    at += name?.keys.length ?? 1
  }
  return found
}

const isIngredient = (words: readonly SpeltWord[], at: number) => {
  const before = words[at - 1]?.key
  return (
    before !== undefined && (leadsToIngredient.has(before) || ((before === 'la' || before === 'l') && words[at - 2]?.key === 'a'))
  )
}

/** Fruit in syrup is grocery, a steak of soya is no meat. */
function changed(family: FamilyId, words: readonly SpeltWord[]): FamilyId {
  const says = (set: ReadonlySet<string>) => words.some(({ key }) => set.has(key))
  if ((family === 'viandes_volailles' || family === 'charcuterie' || family === 'produits_de_la_mer') && says(plantBased))
    return 'autres'
  if (family === 'viandes_volailles' && says(dishWords)) return 'autres'
  if (family === 'fruits_et_legumes' && (says(grocery) || isCanned(words))) return 'autres'
  return family
}

const isCanned = (words: readonly SpeltWord[]) =>
  words.some(({ key }, at) => words[at + 1]?.key === '/' && canSizes.has(`${key}/${words[at + 2]?.key}`))
