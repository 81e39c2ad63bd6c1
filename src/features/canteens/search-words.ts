// Words as people type them, as the index looks for them.
import { foldWords } from '../territory/territory.ts'
import { nearness } from './likeness.ts'

const MOST_WORDS = 12
/** Digits that make a number once together: a SIREN has nine, and no name has as many in a row. */
const SHORTEST_NUMBER = 9
/** Letters too many or too few in a word misspelt. */
const MOST_SLIPS = 2

/**
 * The words of a search, without case, accents nor hyphens; digits typed in groups (« 213 500 515 00019 ») are put together.
 * Every word is to be found, whole or by its beginning.
 */
export function wordsOf(typed: string): string[] {
  const words: string[] = []
  let digits: string[] = []
  const settle = () => {
    const joined = digits.join('')
    words.push(...(joined.length >= SHORTEST_NUMBER ? [joined] : digits))
    digits = []
  }
  for (const word of foldWords(typed).split(' ').filter(Boolean)) {
    if (/^\d+$/.test(word)) digits.push(word)
    else {
      settle()
      words.push(word)
    }
  }
  settle()
  return [...new Set(words)].slice(0, MOST_WORDS)
}

/** A single letter says nothing beside longer words. */
function keptWords(typed: string): string[] {
  const words = wordsOf(typed)
  const longer = words.filter((word) => word.length > 1)
  return longer.length > 0 ? longer : words
}

/** A single letter begins too many words to be looked for by its beginning. */
const begins = (word: string) => (word.length === 1 ? word : `${word}:*`)

/** For `to_tsquery('simple', …)`; null when nothing was typed. Words hold letters without accents and digits only. */
export function searchQuery(typed: string, { whole = false } = {}): string | null {
  const words = keptWords(typed)
  return words.length === 0 ? null : words.map((word) => (whole ? word : begins(word))).join(' & ')
}

/** « de », « les »: in a third of the names, long to read and telling nothing. */
const longWords = (typed: string) => keptWords(typed).filter((word) => word.length > 3)

/** As many queries as long words, each without one of them: what answers a search with one misspelt. Null when there are not two of them. */
export function queryButOne(typed: string): string | null {
  const words = longWords(typed)
  if (words.length < 2) return null
  const others = (left: string) => words.filter((word) => word !== left).map(begins)
  return words.map((word) => `(${others(word).join(' & ')})`).join(' | ')
}

/**
 * How near a canteen whose words are all the long ones of a search but one: how near the one that is missing is to a word that is there. 0 when it
 * is like none.
 */
export function nearnessTo(typed: string): (words: string) => number {
  const wanted = longWords(typed)
  return (words) => {
    const there = words.split(' ')
    const missing = wanted.find((word) => !there.some((one) => one.startsWith(word)))
    if (missing === undefined) return 1
    const alike = there.filter((one) => Math.abs(one.length - missing.length) <= MOST_SLIPS)
    return Math.max(0, ...alike.map((one) => nearness(one, missing)))
  }
}
