// A product wording, cut into words that compare: no case, no accent, no plural; what was typed is kept beside.

export type Word = {
  /** The word as it compares: « Fermières » → `fermiere`. Marks stand for themselves. */
  readonly key: string
  /** Where the typed word begins and ends in `text`. */
  readonly start: number
  readonly end: number
}

export type Wording = { readonly text: string; readonly words: readonly Word[] }

/** Signs that do not part words: « non-bio », « l’AOP », « "bio" ». */
const SILENT: ReadonlySet<string> = new Set('-‐‑–\'’‘`"“”«»')

/** Without one of these there is nothing to join: most wordings, which saves the searches below. */
const MAY_JOIN = /[.°º&%]|bio[-\s]|[^\p{ASCII}]/iu

/** « a.o.p. » is one word, « 0 % bio » is no organic, « bio-sourcé » speaks of a box, not of food. */
function joinWhatBelongsTogether(text: string): string {
  if (!MAY_JOIN.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/(?:(?<![\p{L}\p{N}])\p{L}\.\p{L}|\p{L}(?:\.\p{L}){2,})\.?(?![\p{L}\p{N}.])/gu, (letters) =>
      letters.replaceAll('.', ''),
    )
    .replace(/(?<!\p{L})(niv|n)\s*[.°º]\s*(?=[\p{N}I])/giu, '$1 ')
    .replaceAll('&', ' et ')
    .replace(/(?<![\p{L}\p{N},.])0\s*%/gu, 'sans')
    .replace(/(?<![\p{L}\p{N}])(bio)-(?=(?:sourc|d[ée]grad|divers|contr[oô]l|carbur|d[ée]chet|stimul|acti|plast|logi))/giu, '$1')
    .replace(/(?<![\p{L}\p{N}])(bio)\s+(?=(?:sourc|d[ée]grad|diversit))/giu, '$1')
}

const fold = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')

const MOST_REMEMBERED = 20_000
const remembered = new Map<string, string>()

/** How a typed word compares. The same words come back all the time: the last thousands are remembered. */
function keyOf(typed: string): string {
  // Every invoice brings new figures: they compare as they are, and would only push words out.
  if (/^\d+$/.test(typed)) return typed
  const known = remembered.get(typed)
  if (known !== undefined) return known
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const key = singular(fold(typed))
  if (typed.length <= LONGEST_REMEMBERED) remembered.set(typed, key)
  return key
}
/** Nobody fills the memory with long made-up words. */
const LONGEST_REMEMBERED = 30

/** The same for one and many; short words and acronyms keep their letters. */
const singular = (word: string) => (word.length > 3 ? word.replace(/(?<!s)[sx]$/, '') : word)

/** Cuts a wording into words and marks. Letters and figures part: « HVE3 » is « hve 3 ». */
export function readWording(typed: string): Wording {
  const text = joinWhatBelongsTogether(typed)
  const words: Word[] = []
  for (const { 0: raw, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]/gu)) {
    if (SILENT.has(raw)) continue
    words.push({ key: keyOf(raw), start: index, end: index + raw.length })
  }
  return { text, words }
}

/** The words of a name written in a table. */
export const keysOf = (name: string): string[] => readWording(name).words.map(({ key }) => key)

export const isMark = (word: Word | undefined): boolean => word !== undefined && !/[\p{L}\p{N}]/u.test(word.key)

/** What was typed from one word to another, both included. */
export const typedBetween = ({ text, words }: Wording, first: number, last: number): string =>
  text.slice(words[first]!.start, words[last]!.end)
