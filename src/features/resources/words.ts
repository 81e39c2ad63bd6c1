// Finding resources by words as people type them: case, accents, plurals, unfinished words and slips of the finger do not matter.
import MiniSearch from 'minisearch'
import { type SectorCategory, sectorCategories, sectors } from '../../law/sectors.ts'
import { regions } from '../../law/territories.ts'
import { catalogue } from './catalogue.ts'
import { audiences, kinds, labelOf, type Resource, topics } from './resource.ts'

const EMPTY_WORDS = new Set(
  'au aux avec ce ces comment dans de des du en est et il la le les leur ma mais mes mon nos notre on ou par pas pour que quel quelle quels quelles qui quoi sa se ses son sont sur un une vos votre'.split(
    ' ',
  ),
)

/** A word as it is compared: no case, accent nor plural; null when it says nothing. */
function plain(word: string): string | null {
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe')
  if (folded.length < 2 || EMPTY_WORDS.has(folded)) return null
  return folded.length > 3 ? folded.replace(/[sx]$/, '') : folded
}

const named = <Id extends string>(table: readonly { readonly id: Id; readonly label: string }[], ids: 'all' | readonly Id[]) =>
  ids === 'all' ? '' : ids.map((id) => labelOf(table, id)).join(' ')

/** A category with the words of its sectors, so that « crèche » or « EHPAD » finds what is made for them. */
const sectorWords = (category: SectorCategory) =>
  [labelOf(sectorCategories, category), ...sectors.filter((one) => one.category === category).map(({ label }) => label)].join(' ')

const describe = ({ id, title, summary, publisher, caution = '', ...resource }: Resource) => ({
  id,
  title,
  summary: `${summary} ${caution}`,
  publisher,
  about: [
    labelOf(kinds, resource.kind),
    named(topics, resource.topics),
    named(audiences, resource.audiences),
    ...(resource.sectors === 'all' ? [] : resource.sectors.map(sectorWords)),
    ...regions.filter(({ code }) => resource.regions?.includes(code)).map(({ label }) => label),
  ].join(' '),
})

const tokenize = (text: string) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)

const index = new MiniSearch<ReturnType<typeof describe>>({
  fields: ['title', 'summary', 'publisher', 'about'],
  tokenize,
  processTerm: plain,
  searchOptions: {
    boost: { title: 3, publisher: 2, about: 0.5 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    weights: { fuzzy: 0.3, prefix: 0.6 },
  },
})
index.addAll(catalogue.map(describe))

/** Do these words say anything to look for? */
export const saysSomething = (words: string) => tokenize(words).some((word) => plain(word) !== null)

const byId = (found: readonly { id: string; score: number }[]): ReadonlyMap<string, number> =>
  new Map(found.map(({ id, score }) => [id, score]))

/** Ids of the resources that hold some of the words, with how well they answer: higher is better. */
export const answersToSome = (words: string) => byId(index.search(words, { combineWith: 'OR' }))

/** The same for all the words, or failing that for some. */
export function answersTo(words: string): ReadonlyMap<string, number> {
  const whole = byId(index.search(words, { combineWith: 'AND' }))
  return whole.size > 0 ? whole : answersToSome(words)
}
