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

/** For `to_tsquery('simple', …)`; null when nothing was typed. Words hold letters without accents and digits only. */
export function searchQuery(typed: string, { whole = false } = {}): string | null {
  const words = wordsOf(typed)
  return words.length === 0 ? null : words.map((word) => (whole ? word : `${word}:*`)).join(' & ')
}
