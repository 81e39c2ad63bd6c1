// Are two names those of one place? Words that any canteen may bear count for nothing.
import { foldWords } from '../territory/territory.ts'

const COMMON = new Set(
  `a au aux d de des du en et l la le les pour
   cantine cantines restaurant restaurants restauration resto self refectoire cuisine cuisines centrale satellite groupe site service
   ecole ecoles elementaire elementaires maternelle maternelles primaire primaires college lycee scolaire scolaires groupe periscolaire
   municipal municipale municipales communal communale intercommunal intercommunale commune mairie ville public publique prive privee
   centre creche ehpad maison retraite residence foyer hopital clinique hospitalier entreprise administratif interentreprises`.split(
    /\s+/,
  ),
)

/** The words that tell a place from its neighbours, and all of them when none does. */
function tellingWords(name: string): string[] {
  const words = foldWords(name).split(' ').filter(Boolean)
  const telling = words.filter((word) => !COMMON.has(word))
  return telling.length > 0 ? telling : words
}

const pairsOf = (text: string) => {
  const padded = ` ${text} `
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)))
}

/** Share of pairs of letters that two words have in common, twice over both: 1 for the same word, near it for a slip. */
export function nearness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / (a.size + b.size)
}

const NEAR_ENOUGH = 0.7
const meets = (word: string, words: readonly string[]) => words.some((other) => nearness(word, other) >= NEAR_ENOUGH)

/**
 * « École Jean Moulin », « ECOLE ELEMENTAIRE J. MOULIN » and « Restaurant scolaire Jean-Moulin » are alike: each telling word of the shorter
 * name meets one of the other, or nearly. Two schools named by common words only are alike when they say the same.
 */
export function areAlike(one: string, other: string): boolean {
  const initials = (words: string[]) => words.filter((word) => word.length > 1)
  const [a, b] = [tellingWords(one), tellingWords(other)].map((words) =>
    initials(words).length > 0 ? initials(words) : words,
  ) as [string[], string[]]
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.length > 0 && few.every((word) => meets(word, many))
}
