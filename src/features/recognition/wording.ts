// A wording as an invoice writes it, spelt out: codes left out, shortened words in full, each with the place where it was typed.
import { readWording, type Word } from '../../law/claim-words.ts'
import { meanings, whole } from './lexicon.ts'

export type SpeltWord = Word & {
  /** Guessed from its beginning, or from its likeness: less sure. */
  readonly guessed: boolean
}
export type SpeltWording = { readonly text: string; readonly words: readonly SpeltWord[] }

/** Longer wordings are cut: no invoice line says more. */
export const LONGEST_WORDING = 300

/** « LOT AB-4471 », « REF LR22 » hold letters that would be read as signs. */
const CODE = /(?<!\p{L})(?:lot|ref|réf|art|n°)\s*[:.°]?\s*\p{L}{1,4}[-\s]?\d[\p{L}\d/-]*/giu
/** « FR 35.123.001 CE » is the mark of the workshop, not an origin. */
const HEALTH_MARK = /(?<!\p{L})FR\s?\d{2,3}[.\s-]\d{3}[.\s-]\d{2,3}\s?(?:CE+|UE)?(?!\p{L})/giu
/** « FR-BIO-01 » is the body that certified, not an origin. */
const CERTIFIER = /(?<!\p{L})[A-Z]{2}[-\s]?BIO[-\s]?\d{2,3}(?!\d)/giu
const LABEL_ROUGE = /(?<!\p{L})L\.\s?(ROUGE|RGE)(?!\p{L})/giu

/** Spells out a wording; its words keep the place of what was typed, so that evidence quotes the invoice. */
export function spellOut(typed: string): SpeltWording {
  const { text, words } = readWording(withoutCodes(typed.slice(0, LONGEST_WORDING)))
  const spelt: SpeltWord[] = []
  for (const { key, start, end } of words) {
    // The dot of a shortened word parts nothing: « CERT. ENV. NIV. 2 ».
    if (key === '.' && isShortened(spelt.at(-1), start)) continue
    const meant = isFigure(key) ? undefined : meanings.get(key)
    if (meant !== undefined) for (const word of meant) spelt.push({ key: word, start, end, guessed: false })
    else {
      const longer = whole(key, text[end] === '.')
      spelt.push({ key: longer ?? key, start, end, guessed: longer !== null })
    }
  }
  return { text, words: spelt }
}

const isShortened = (before: SpeltWord | undefined, dot: number) =>
  before !== undefined && before.end === dot && /^\p{L}/u.test(before.key)

function withoutCodes(typed: string): string {
  if (!/\d/.test(typed)) return typed.includes('.') ? typed.replace(LABEL_ROUGE, 'LABEL ROUGE') : typed
  return typed
    .replace(CODE, ' ')
    .replace(HEALTH_MARK, ' ')
    .replace(CERTIFIER, 'BIO')
    .replace(LABEL_ROUGE, 'LABEL ROUGE')
    .replace(/(?<![\p{L}\d,.])0\s?%/gu, `0 ${NO_FAT}`)
}

/** « 0 % » is set apart: no fat in a yoghurt, nothing of the kind elsewhere. */
const NO_FAT = 'pct'
const UNITS = new Set('kg k g gr gm gramme l lt litre cl ml mm cm pc pce piece p pers u tr kilo kgs grs'.split(' '))

const isFigure = (key: string) => key.charCodeAt(0) <= 57 && key.charCodeAt(0) >= 48

/**
 * What the reader of claims is given: a wording without its quantities, or « HVE 1 L » would be level 1.
 * `percentages`: those too, where they tell of fat or cocoa, and not of how much is organic (« fromage blanc 20 % bio »).
 */
export function withoutQuantities({ text, words }: SpeltWording, { percentages }: { percentages: boolean }): SpeltWording {
  const kept: SpeltWord[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word.key === 'x' && words[at + 1] && isFigure(words[at + 1]!.key)) at = lastFigure(words, at + 1)
    else if (isFigure(word.key)) {
      const last = lastFigure(words, at)
      const next = words[last + 1]?.key ?? ''
      const percent = next === '%' || next === NO_FAT
      if (UNITS.has(next) || (percentages && percent)) at = last + 1
      else if (next === NO_FAT) {
        kept.push({ ...word, key: 'sans' })
        at = last + 1
      } else if (last > at && !percent) at = last
      else kept.push(word)
    } else kept.push(word)
  }
  return { text, words: kept }
}

/** « 2,5 », « 100/120 », « 3x5 »: figures joined without a space. */
function lastFigure(words: readonly SpeltWord[], from: number): number {
  let at = from
  for (;;) {
    const [mark, next] = [words[at + 1], words[at + 2]]
    const joined = mark && next && mark.start === words[at]!.end && next.start === mark.end
    if (!joined || !isFigure(next.key) || !JOINING.has(mark.key)) return at
    at += 2
  }
}
const JOINING = new Set([',', '.', '/', 'x', '+'])
