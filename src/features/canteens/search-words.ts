// Words as people type them, as the index looks for them.
import { foldWords } from '../territory/territory.ts'

const MOST_WORDS = 12
/** Digits that make a number once together: a SIREN has nine, and no name has as many in a row. */
const SHORTEST_NUMBER = 9

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

/**
 * For `to_tsquery('simple', …)`; null when nothing was typed. Words hold letters without accents and digits only.
 * A single letter begins too many words to be looked for by its beginning, and says nothing beside longer ones.
 */
export function searchQuery(typed: string, { whole = false } = {}): string | null {
  const words = wordsOf(typed)
  const longer = words.filter((word) => word.length > 1)
  const kept = longer.length > 0 ? longer : words
  return kept.length === 0 ? null : kept.map((word) => (whole || word.length === 1 ? word : `${word}:*`)).join(' & ')
}
