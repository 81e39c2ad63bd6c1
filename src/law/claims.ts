// « Est-ce que ça compte ? »: every claim, and the answer of the law for a year, a product and what else the product carries.
import type { Answer, Claim, ClaimCase, Purchase, Ruling } from './claim.ts'
import { countedClaims } from './claims-counted.data.ts'
import { neighbourClaims } from './claims-neighbours.data.ts'
import { notCountedClaims } from './claims-not-counted.data.ts'
import { familyOf } from './families.ts'
import { isApplicable, type Label, labels } from './labels.ts'
import type { TextId } from './texts.ts'
import { type DataYear, type Dated, type IsoDate, inForce, type Timeline } from './timeline.ts'

/** Every claim known, the ones that the law names first. */
export const claims: readonly Claim[] = [...countedClaims, ...neighbourClaims, ...notCountedClaims]

const byId = new Map(claims.map((claim) => [claim.id, claim]))

/** The claim of that id, or null. */
export const findClaim = (id: string): Claim | null => byId.get(id) ?? null

export type ClaimVerdict = {
  readonly claim: Claim
  readonly answer: Answer
  /** Last day on which it counts, when the tables know of an end. */
  readonly until: IsoDate | null
  /** Where the purchase is declared; null when it does not count, or when only the papers can tell. */
  readonly label: Label | null
  readonly headline: string | null
  readonly why: string
  readonly proof: string | null
  readonly instead: string | null
  readonly source: TextId
  readonly toVerify: boolean
}

export type When = { readonly dataYear: DataYear; readonly date?: never } | { readonly date: IsoDate; readonly dataYear?: never }

/**
 * Does a purchase that carries this claim count, that year (or that day), for that product?
 * Claims that end do so with a calendar year, hence a day is judged as its year.
 * Throws on an unknown id, and on a year before the tables: callers check with `isDataYear`.
 */
export function judgeClaim(id: string, purchase: Purchase & When): ClaimVerdict {
  const claim = findClaim(id)
  if (!claim) throw new Error(`unknown claim: ${id}`)
  const dataYear = purchase.dataYear ?? Number(purchase.date.slice(0, 4))
  const rulings = claim.cases?.find((one) => fits(one, purchase))?.rulings ?? claim.rulings
  const line = inForce(rulings, dataYear)
  if (!line) throw new Error(`no rule for ${id} in ${dataYear}`)
  const label = labels.find((one) => one.id === claim.label) ?? null
  if (label && purchase.family && !isApplicable(label, purchase.family) && counting(line.value))
    return verdict(claim, cannotExist(claim, purchase.family), null, null)
  const until = counting(line.value) ? endOf(rulings, line) : null
  return verdict(claim, line, until, counting(line.value) ? label : null)
}

function verdict(claim: Claim, { value, source }: Dated<Ruling>, until: IsoDate | null, label: Label | null): ClaimVerdict {
  return {
    claim,
    answer: value.answer === 'counts' && until ? 'counts_until' : value.answer,
    until,
    label,
    headline: value.headline ?? null,
    why: value.why,
    proof: value.proof ?? null,
    instead: value.instead ?? null,
    source,
    toVerify: value.toVerify === true,
  }
}

const counting = ({ answer }: Ruling) => answer === 'counts' || answer === 'counts_with_proof'

/** A product, when known, decides before its family does. */
function fits(one: ClaimCase, { product, family, with: others = [] }: Purchase): boolean {
  const named = product ? one.products?.includes(product) : family ? one.families?.includes(family) : false
  return named === true && (one.with === undefined || one.with.some((id) => others.includes(id)))
}

/** The last day before the first later line under which the claim no longer counts. */
function endOf(rulings: Timeline<Ruling>, line: Dated<Ruling>): IsoDate | null {
  const end = rulings.find(({ from, value }) => from > line.from && value.answer === 'does_not_count')
  return end ? `${end.from - 1}-12-31` : null
}

/** The declaration has no box for this label in this family. */
function cannotExist(claim: Claim, family: NonNullable<Purchase['family']>): Dated<Ruling> {
  const value: Ruling = {
    answer: 'does_not_count',
    headline: 'Ce signe n’existe pas pour cette famille',
    why: `« ${claim.name} » ne peut pas être déclaré dans la famille « ${familyOf(family).label} ».`,
    instead: 'Regardez de nouveau l’étiquette, ou choisissez une autre famille de produits.',
  }
  return { from: 2019, value, source: 'kit-teledeclarant-2026' }
}
