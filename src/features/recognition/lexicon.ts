// The dictionary, ready to be looked up: names by their first word, longest first; words that change what a name means.
import { keysOf } from '../../law/claim-words.ts'
import type { FamilyId } from '../../law/families.ts'
import { abbreviations } from './abbreviations.data.ts'
import { foods } from './foods.data.ts'

export type FoodName = { readonly keys: readonly string[]; readonly family: FamilyId }

/** Names by their first word, longest first. A name listed in two families is the first one's. */
export const foodNames: ReadonlyMap<string, readonly FoodName[]> = (() => {
  const index = new Map<string, FoodName[]>()
  const taken = new Set<string>()
  for (const [family, lines] of Object.entries(foods) as [FamilyId, readonly string[]][])
    for (const name of lines.flatMap((line) => line.split(', '))) {
      const keys = keysOf(name)
      const first = keys[0]
      if (first === undefined || taken.has(keys.join(' '))) continue
      taken.add(keys.join(' '))
      index.set(first, [...(index.get(first) ?? []), { keys, family }])
    }
  for (const names of index.values()) names.sort((a, b) => b.keys.length - a.keys.length)
  return index
})()

/** What a shortened word means, by the word as it compares. */
export const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries(abbreviations).map(([short, meant]) => [keysOf(short)[0] ?? short, meant]),
)

/** Words of the dictionary by their first four letters: what an invoice cuts short (« COURGET. ») is looked for here. */
export const byBeginning: ReadonlyMap<string, readonly string[]> = (() => {
  const index = new Map<string, string[]>()
  const words = new Set(
    [...foodNames.values()].flatMap((names) => names.flatMap(({ keys }) => keys)).filter((word) => word.length > 4),
  )
  for (const word of words) index.set(word.slice(0, 4), [...(index.get(word.slice(0, 4)) ?? []), word])
  return index
})()

const setOf = (words: string): ReadonlySet<string> => new Set(keysOf(words))

/** What follows one of these is an ingredient or a taste: « tarte aux pommes », « yaourt goût fraise ». */
export const leadsToIngredient = setOf('au aux gout saveur parfum arome aromatise facon type fourre garni sauce avec et')
/** Fruit and vegetables so kept are groceries: cans, jars, dried, in syrup. */
export const grocery = setOf(
  'boite conserve bocal appertise sirop seche deshydrate lyophilise flocon poudre naturel saumure confit',
)
/** Sizes of cans, as invoices write them. */
export const canSizes: ReadonlySet<string> = new Set(['5/1', '4/4', '3/1', '1/2', '5/4', '2/1'])
/** Meat and fish words said of plants. */
export const plantBased = setOf('vegetal vegetale vegetarien vegetarienne vegan veggie vege soja tofu ble pois cereale')
/** Said of a composed dish, wherever it stands. */
export const dishWords = setOf('cuisine cuisinee farci farcie')
