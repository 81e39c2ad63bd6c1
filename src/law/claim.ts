// What a claim is: a label, a sign or a mere mention that a buyer meets on a product, and what the law answers about it.
import type { FamilyId } from './families.ts'
import type { LabelId } from './labels.ts'
import type { Timeline } from './timeline.ts'

/** Does a purchase that carries the claim count in the EGalim shares? `counts_until` is never written: it is read from the next line. */
export type Answer = 'counts' | 'counts_until' | 'counts_with_proof' | 'does_not_count' | 'unknown'

export type Ruling = {
  readonly answer: Exclude<Answer, 'counts_until'>
  /** Says the answer in fewer words than the usual ones do: « Cela dépend du produit ». */
  readonly headline?: string
  readonly why: string
  /** What to ask for and keep. */
  readonly proof?: string
  /** What can be done instead, or with it: always an open door. */
  readonly instead?: string
  /** Nobody re-read this very point in an official text. */
  readonly toVerify?: true
}

/** Kinds of product that the rules tell apart. */
export type ProductId =
  | 'oeuf'
  | 'fromage'
  | 'laitage'
  | 'volaille'
  | 'boeuf'
  | 'porc'
  | 'autre_viande'
  | 'charcuterie'
  | 'poisson'
  | 'vegetal'
  | 'plat'
  | 'miel'
  | 'boulangerie'
  | 'boisson'

/** What is known of the purchase. A product tells its family; a family may hold several products. */
export type Purchase = {
  readonly product?: ProductId | null
  readonly family?: FamilyId | null
  /** The other claims that the same product carries. */
  readonly with?: readonly string[]
}

/** A ruling of its own for some products, or for some families when the product is not known. */
export type ClaimCase = {
  readonly products?: readonly ProductId[]
  readonly families?: readonly FamilyId[]
  /** Only if the product carries one of these claims too. */
  readonly with?: readonly string[]
  readonly rulings: Timeline<Ruling>
}

export type Claim = {
  /** Never changes: it is an address. */
  readonly id: string
  readonly name: string
  /** How it is written on invoices and cartons, besides its name; case, accents and plurals do not matter. */
  readonly words: readonly string[]
  /** The label under which such a purchase is declared, where it counts. */
  readonly label: LabelId | null
  readonly rulings: Timeline<Ruling>
  /** The first case that fits the purchase is used instead of `rulings`. */
  readonly cases?: readonly ClaimCase[]
}
