// A product wording, judged: each claim it makes, and the one label under which the purchase is counted.
import type { Answer, Claim, ProductId } from './claim.ts'
import { products } from './claim-products.data.ts'
import { type FoundClaim, findClaims, findProduct, type Sense } from './claim-reading.ts'
import { keysOf, readWording, type Wording } from './claim-words.ts'
import { type ClaimVerdict, claims, findClaim, judgeClaim } from './claims.ts'
import type { FamilyId } from './families.ts'
import { type Label, type LabelGroup, labels } from './labels.ts'
import type { DataYear } from './timeline.ts'

export type JudgedClaim = ClaimVerdict & { readonly words: string; readonly either: boolean }
/** Words that look like a claim and are none: « non bio », « type Label Rouge ». */
export type SetAside = { readonly claim: Claim; readonly words: string; readonly why: Exclude<Sense, 'said' | 'either'> }

export type WordingVerdict = {
  readonly dataYear: DataYear
  readonly product: ProductId | null
  readonly family: FamilyId | null
  /** The answer for the product as a whole; null when the wording holds no claim that we know. */
  readonly answer: Answer | null
  /** Those that count first, in the order of precedence. */
  readonly claims: readonly JudgedClaim[]
  readonly setAside: readonly SetAside[]
  /** The only label under which the purchase is declared, among those that count as they stand, or failing that upon proof. */
  readonly label: Label | null
  /** A label of higher precedence, that a proof would give. */
  readonly labelWithProof: Label | null
  /** Where the purchase is pointed out as fair trade too: inside organic, or inside the other EGalim purchases. */
  readonly fairTrade: Extract<LabelGroup, 'bio' | 'egalim_autres'> | null
}

const RANK: Record<Answer, number> = { counts: 0, counts_until: 0, counts_with_proof: 1, unknown: 2, does_not_count: 3 }
const rank = ({ answer, label }: ClaimVerdict) => RANK[answer] * 100 + (label ? labels.indexOf(label) : labels.length)

/**
 * Judges what a buyer reads on an invoice or a carton: « poulet fermier Label Rouge », « HVE niveau 2 ».
 * The family that the buyer gives wins over the product read in the wording; one cut and spelt out already is taken as it is. Never throws on a text; an unreadable one has no claim.
 */
export function judgeWording(
  said: string | Wording,
  { dataYear, family }: { dataYear: DataYear; family?: FamilyId | null },
): WordingVerdict {
  const wording = typeof said === 'string' ? readWording(said) : said
  const found = findClaims(wording)
  const read = findProduct(wording)
  const product = family && read && familyOfProduct(read) !== family ? null : read
  const told = found.filter(({ sense }) => sense === 'said' || sense === 'either')
  const sure = told.filter(({ sense }) => sense === 'said').map(({ id }) => id)
  const judged = told
    .map((one) => judge(one, judgeClaim(one.id, { dataYear, product, family: family ?? null, with: sure })))
    .sort((a, b) => rank(a) - rank(b))
  const first = judged[0]
  return {
    dataYear,
    product,
    family: family ?? (product ? familyOfProduct(product) : null),
    answer: first?.answer ?? (found.length > 0 ? 'does_not_count' : null),
    claims: judged,
    setAside: found.flatMap(({ id, words, sense }) =>
      sense === 'said' || sense === 'either' ? [] : [{ claim: findClaim(id)!, words, why: sense }],
    ),
    ...whereCounted(judged),
  }
}

const familyOfProduct = (product: ProductId): FamilyId => products.find(({ id }) => id === product)!.family

/** « Bio ou Label Rouge »: whichever was delivered has to be shown. */
function judge({ words, sense }: FoundClaim, verdict: ClaimVerdict): JudgedClaim {
  const either = sense === 'either'
  if (!either || (verdict.answer !== 'counts' && verdict.answer !== 'counts_until')) return { ...verdict, words, either }
  return { ...verdict, answer: 'counts_with_proof', words, either }
}

function whereCounted(judged: readonly JudgedClaim[]): Pick<WordingVerdict, 'label' | 'labelWithProof' | 'fairTrade'> {
  const best = (answers: readonly Answer[]) =>
    labels.find((label) => judged.some((one) => one.label === label && answers.includes(one.answer))) ?? null
  const asItStands = best(['counts', 'counts_until'])
  const withProof = best(['counts_with_proof'])
  const label = asItStands ?? withProof
  const higher = asItStands && withProof && labels.indexOf(withProof) < labels.indexOf(asItStands) ? withProof : null
  const fair = judged.some((one) => one.label?.id === 'commerce_equitable') && label?.id !== 'commerce_equitable'
  const group = label?.group
  return { label, labelWithProof: higher, fairTrade: fair && (group === 'bio' || group === 'egalim_autres') ? group : null }
}

/** Claims whose name looks like something typed: « lable rouge » → Label Rouge. A suggestion, never a verdict. Best first. */
export function closestClaims(text: string, most = 4): Claim[] {
  const typed = keysOf(text).slice(0, 30)
  const scored = named().map(({ claim, names }) => ({
    claim,
    score: Math.max(0, ...names.map((name) => closeness(typed, name))),
  }))
  const best = Math.max(...scored.map(({ score }) => score))
  return scored
    .filter(({ score }) => score >= CLOSE_ENOUGH && score >= best * NEARLY_AS_CLOSE)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ claim }) => claim)
}

const CLOSE_ENOUGH = 0.55
const NEARLY_AS_CLOSE = 0.8

let known: { claim: Claim; names: string[][] }[] | null = null
/** The names of every claim, cut into words the first time they are needed. */
function named() {
  known ??= claims.map((claim) => ({ claim, names: claim.words.map(keysOf) }))
  return known
}

/** The best likeness between a name and as many words in a row of what was typed, from 0 to 1. */
function closeness(typed: readonly string[], name: readonly string[]): number {
  const target = pairs(name.join(' '))
  let best = 0
  for (let at = 0; at + name.length <= Math.max(typed.length, name.length); at++)
    best = Math.max(best, likeness(pairs(typed.slice(at, at + name.length).join(' ')), target))
  return best
}

const pairs = (text: string) => Array.from({ length: text.length + 1 }, (_, at) => ` ${text} `.slice(at, at + 2))

/** Dice's coefficient: pairs of letters in common, twice, over all pairs. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  let common = 0
  for (const pair of one) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    common++
  }
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length)
}
