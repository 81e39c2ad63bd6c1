// The dictionary, ready to be looked up: names by their first word, longest first; words that change what a name means.
import { keysOf } from '../../law/claim-words.ts'
import { claims } from '../../law/claims.ts'
import type { FamilyId } from '../../law/families.ts'
import { abbreviations } from './abbreviations.data.ts'
import { foods } from './foods.data.ts'
import { notFood } from './not-food.data.ts'
import { placeWords } from './origins.data.ts'

/** `family` is null for what is on an invoice and is no food: freight, packaging, cleaning products; `why` says which, when it is to be set aside. */
export type ThingName = { readonly keys: readonly string[]; readonly family: FamilyId | null; readonly why: string | null }

/** Names by their first word, longest first. A name listed in two families is the first one's. */
export const thingNames: ReadonlyMap<string, readonly ThingName[]> = (() => {
  const index = new Map<string, ThingName[]>()
  const taken = new Set<string>()
  const lists = [
    ...notFood.map(({ why, names }) => ({ family: null, why, names })),
    ...(Object.entries(foods) as [FamilyId, readonly string[]][]).map(([family, names]) => ({ family, why: null, names })),
  ]
  for (const { family, why, names } of lists)
    for (const name of names.flatMap((line) => line.split(', '))) {
      const keys = keysOf(name)
      const first = keys[0]
      if (first === undefined || taken.has(keys.join(' '))) continue
      taken.add(keys.join(' '))
      index.set(first, [...(index.get(first) ?? []), { keys, family, why }])
    }
  for (const names of index.values()) names.sort((a, b) => b.keys.length - a.keys.length)
  return index
})()

/** What is no food when these words come first and no food is named: « Port », not « port-salut ». */
export const notFoodFirst: readonly ThingName[] = notFood.flatMap(({ why, first }) =>
  (first?.split(', ') ?? []).map((name) => ({ keys: keysOf(name), family: null, why })),
)

/** The words that a shortened word means, by the word as it compares. */
export const meanings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(abbreviations).map(([short, meant]) => [keysOf(short)[0] ?? short, keysOf(meant)]),
)

const setOf = (words: string): ReadonlySet<string> => new Set(keysOf(words))

/** What follows one of these is an ingredient or a taste: « tarte aux pommes », « yaourt goût fraise ». */
export const leadsToIngredient = setOf('au aux gout saveur parfum arome aromatise facon type fourre garni sauce avec et')
/** Fruit and vegetables so kept are groceries: cans, jars, dried, in syrup. */
export const grocery = setOf(
  'boite conserve bocal appertise sirop sec seche sechee deshydrate deshydratee lyophilise flocon poudre moulu moulue naturel saumure confit confite cuisine cuisinee assaisonnee vinaigrette',
)
/** Sizes of cans, as invoices write them. */
export const canSizes: ReadonlySet<string> = new Set(['5/1', '4/4', '3/1', '1/2', '5/4', '2/1', '1/1'])
/** Meat and fish words said of plants. */
export const plantBased = setOf('vegetal vegetale vegetarien vegetarienne vegan veggie vege')
/** Meat so made is a composed dish. */
export const dishWords = setOf('cuisine cuisinee pane panee viennoise')
/** Meat so kept is charcuterie. */
export const smoked = setOf('fume fumee')
/** A percentage on one of these is of cocoa, alcohol or dry matter: « chocolat noir 70 % bio » is organic. */
export const ownPercentage = setOf('chocolat cacao vin biere cidre rhum concentre')
/** Desserts sold as a powder to mix are groceries. */
export const toMix = setOf('deshydrate deshydratee deshy preparation prep poudre')
/** Ways of cutting: what follows says of which animal, or that it is none: « rôti de thon », « steak de soja », « brochette de fruits ». */
export const cuts = setOf(
  'hache steak roti emince brochette boulette paupiette escalope carpaccio saute collier jarret joue noix pave filet dos darne kebab tournedos tartare egrene foie aiguillette cube fondue carre',
)
/** So can these be made of fish: « œufs de truite », « lardons de saumon ». */
export const perhapsFish = setOf(
  'oeuf terrine mousse rillette pate lardon saucisse beignet hachi bouchee pain nugget burger croquette',
)

const wordsOf = (names: Iterable<readonly string[]>) => new Set([...names].flat().filter((word) => word.length > 2))
const vocabulary = wordsOf([...thingNames.values()].flatMap((names) => names.map(({ keys }) => keys)))
/** Whether the dictionary of foods holds this word. */
export const isKnownWord = (key: string): boolean => vocabulary.has(key)
/** Words that mean something of their own: never taken for the beginning of another. */
const spokenFor = wordsOf([...claims.flatMap(({ words }) => words.map(keysOf)), ...placeWords.map(({ words }) => keysOf(words))])

/** Words of the dictionary by their first four letters: what an invoice cuts short (« COURGET. ») is looked for here. */
const byBeginning: ReadonlyMap<string, readonly string[]> = (() => {
  const index = new Map<string, string[]>()
  for (const word of vocabulary) if (word.length > 4) index.set(word.slice(0, 4), [...(index.get(word.slice(0, 4)) ?? []), word])
  return index
})()

/** The only word of the dictionary that begins so, for a word of four or five letters at least that is none; null otherwise. */
export function whole(key: string, dotted: boolean): string | null {
  if (key.length < (dotted ? 4 : 5) || vocabulary.has(key) || spokenFor.has(key)) return null
  const longer = byBeginning.get(key.slice(0, 4))?.filter((word) => word.startsWith(key)) ?? []
  return longer.length === 1 ? longer[0]! : null
}

/** Letters said twice are the first to go wrong: « CABILAUD », « ECHALOTTE ». */
const single = (word: string) => word.replace(/(.)\1/g, '$1')
const SHORTEST_CUT = 3
const hasVowel = (word: string) => /[aeiouy]/.test(word)
/** « creme » → `crm`: what is left when vowels are saved. */
const bonesOf = (word: string) => word[0]! + single(word.slice(1).replace(/[aeiouy]/g, ''))

/** Foods named by one word, by its first letter. */
const oneWordFoods: ReadonlyMap<string, readonly { word: string; bones: string; family: FamilyId }[]> = (() => {
  const index = new Map<string, { word: string; bones: string; family: FamilyId }[]>()
  for (const { keys, family } of [...thingNames.values()].flat()) {
    const [word = '', second] = keys
    if (second !== undefined || family === null || word.length < SHORTEST_CUT) continue
    const start = word.slice(0, 1)
    index.set(start, [...(index.get(start) ?? []), { word, bones: bonesOf(word), family }])
  }
  return index
})()

/**
 * A food that these letters may begin (« PINT. »), or be the consonants of (« CRM »), when all that they may be are of one family: the shortest.
 * Null otherwise. `dotted`: the invoice says that it is cut.
 */
export function likely(key: string, dotted: boolean): string | null {
  if (key.length < SHORTEST_CUT || vocabulary.has(key) || spokenFor.has(key) || !/^\p{L}+$/u.test(key)) return null
  const foods = oneWordFoods.get(key[0]!) ?? []
  const begun = dotted || key.length > SHORTEST_CUT ? foods.filter(({ word }) => word.startsWith(key)) : []
  const found = begun.length > 0 ? begun : hasVowel(key) ? [] : foods.filter(({ bones }) => bones === single(key))
  if (found.length === 0 || found.some(({ family }) => family !== found[0]!.family)) return null
  return found.reduce((shortest, one) => (one.word.length < shortest.word.length ? one : shortest)).word
}

const withoutOne = (word: string) => Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
const SHORTEST_MENDED = 5

/** Words of the dictionary by what is left of them when a letter is lost. */
const byRemains: ReadonlyMap<string, readonly string[]> = (() => {
  const index = new Map<string, string[]>()
  const put = (remains: string, word: string) => {
    const known = index.get(remains)
    if (!known) index.set(remains, [word])
    else if (!known.includes(word)) known.push(word)
  }
  for (const word of vocabulary)
    if (word.length >= SHORTEST_MENDED) for (const remains of [single(word), ...withoutOne(single(word))]) put(remains, word)
  return index
})()

/** The word of the dictionary that a typing mistake hides, the first letter being right: « CONCONBRE » → concombre; null when unsure. */
export function mended(key: string): string | null {
  if (key.length < SHORTEST_MENDED || vocabulary.has(key) || spokenFor.has(key) || !/^\p{L}+$/u.test(key)) return null
  const typed = single(key)
  const close = (word: string) => word[0] === key[0] && distanceIsOne(single(word), typed)
  const same = (byRemains.get(typed) ?? []).filter((word) => single(word) === typed)
  const near = [typed, ...withoutOne(typed)].flatMap((remains) => byRemains.get(remains) ?? []).filter(close)
  const found = new Set(same.length > 0 ? same : key.length > SHORTEST_MENDED ? near : [])
  return found.size === 1 ? [...found][0]! : null
}

/** One letter changed, added, lost, or two exchanged. */
function distanceIsOne(one: string, other: string): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [left, right] = [one.slice(start), other.slice(start)]
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  )
}
