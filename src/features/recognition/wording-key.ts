// What two wordings of one supplier must share for a correction of one to hold for the other.

import { keysOf } from '../../law/claim-words.ts'
import { claims } from '../../law/claims.ts'
import { foldWords } from '../territory/territory.ts'
import { canSizes, isKnownWord } from './lexicon.ts'
import { type SpeltWord, spellOut } from './wording.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(keysOf(words))

/** How it is packed, how large it is, which grade: the product stays the same. */
const PACKED = setOf(
  'kg kgs gr grs gramme litre cl ml mm cm sachet sach sac carton cart colis caisse cagette cageot plateau barquette barq seau pot poche bidon bouteille bout brique vrac lot palette portion piece pce pc unite calibre cal calib categorie cat classe gencod ean ref reference code article env environ',
)
/** Little words: « tarte aux pommes » is « tarte pommes ». Denials (« non », « sans », « type ») are no little words. */
const LITTLE = setOf('de du des la le les l d a au aux en et')
/** A figure after one of these says which level, hence whether it counts: « niveau 2 », « HVE 3 », œufs « code 0 ». */
const LEVELLED = setOf('niveau niv hve cee ce certification code')
/** Words of labels look like codes (« LR22 »), and matter. */
const ofLabels: ReadonlySet<string> = new Set(claims.flatMap(({ words }) => words.flatMap(keysOf)))

const isFigure = (key: string) => /^\d+$/.test(key)
const SHORTEST_CODE = 3

/**
 * The words that tell a product from another, spelt out and sorted; quantities, packaging, grades and codes left out: « PDT CHARL 5KG » and
 * « PDT CHARL. CAL 35/50 10 KG » are one. Words of labels and origins stay: « carottes bio » is not « carottes ». Empty when nothing is left.
 */
export function wordingKey(typed: string): string {
  const { words } = spellOut(typed)
  const kept = new Set<string>()
  for (const [at, { key }] of words.entries()) {
    if (isFigure(key)) {
      const can = `${key}/${words[at + 2]?.key}`
      if (words[at + 1]?.key === '/' && canSizes.has(can)) kept.add(can)
      else if (LEVELLED.has(words[at - 1]?.key ?? '')) kept.add(`${words[at - 1]?.key}${key}`)
    } else if (key.length > 1 && !PACKED.has(key) && !LITTLE.has(key) && !isCode(words, at)) kept.add(key)
  }
  return [...kept].sort().join(' ').slice(0, LONGEST_KEY)
}
const LONGEST_KEY = 300

/** « KX1203 »: letters that mean nothing, stuck to a long figure. */
function isCode(words: readonly SpeltWord[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]]
  const joined = next !== undefined && next.start === word.end && isFigure(next.key) && next.key.length >= SHORTEST_CODE
  return joined && !isKnownWord(word.key) && !ofLabels.has(word.key)
}

/** Who sold: the number of the legal unit when it is known, and the name. */
export type Supplier = { readonly siren: string | null; readonly name: string | null }

const LEGAL_FORMS = new Set(['sas', 'sasu', 'sarl', 'sa', 'eurl', 'snc', 'ets', 'etablissements', 'societe'])

/** A name as it compares: « SARL Les Primeurs » is « les primeurs ». */
export const supplierName = ({ name }: Supplier): string => {
  const words = foldWords(name ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !LEGAL_FORMS.has(word)).join(' ')
}
