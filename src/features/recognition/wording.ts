// A wording as an invoice writes it, spelt out: shortened words in full, and where each came from.
import { readWording } from '../../law/claim-words.ts'
import { byBeginning, foodNames, meanings } from './lexicon.ts'

export type SpeltWord = {
  /** As it compares. */
  readonly key: string
  /** As it was typed. */
  readonly typed: string
  /** Position in the typed wording, in words. */
  readonly at: number
  /** Guessed from its beginning alone. */
  readonly guessed: boolean
}

export type SpeltWording = { readonly words: readonly SpeltWord[]; readonly text: string }

/** Longer wordings are cut: no invoice line says more. */
export const LONGEST_WORDING = 300

/** Spells out a wording. `text` is what the reader of claims is given. */
export function spellOut(typed: string): SpeltWording {
  const { text, words } = readWording(typed.slice(0, LONGEST_WORDING))
  const spelt: SpeltWord[] = []
  words.forEach(({ key, start, end }, at) => {
    const as = text.slice(start, end)
    const dotted = text[end] === '.'
    const meant = isUpperPair(key, as) ? undefined : meanings.get(key)
    if (meant !== undefined) for (const word of meant.split(' ')) spelt.push({ key: word, typed: as, at, guessed: false })
    else {
      const whole = cutShort(key, dotted)
      spelt.push({ key: whole ?? key, typed: as, at, guessed: whole !== null })
    }
  })
  return { words: spelt, text: spelt.map(({ key }) => key).join(' ') }
}

/** « St » is « saint », « ST » may be anything; both are read so: only figures stay as they are. */
const isUpperPair = (key: string, typed: string) => /^\d+$/.test(key) || (key === 'cr' && typed === 'CR')

/** The only word of the dictionary that begins so, for a word of four letters or more that is none; null otherwise. */
function cutShort(key: string, dotted: boolean): string | null {
  if (key.length < (dotted ? 4 : 5) || foodNames.has(key)) return null
  const longer = (byBeginning.get(key.slice(0, 4)) ?? []).filter((word) => word.startsWith(key))
  return longer.length === 1 && longer[0] !== key ? longer[0]! : null
}
