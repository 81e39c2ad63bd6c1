// The texts that the law tables cite, and how to name one in a page.
import { inForceRows, pendingRows } from './texts.data.ts'

export type TextKind = 'loi' | 'ordonnance' | 'decret' | 'arrete' | 'code' | 'circulaire' | 'guide'

export type LegalText<Id extends string = string> = {
  readonly id: Id
  readonly kind: TextKind
  readonly title: string
  /** Short reference of the article, when the text is part of a code or a law. */
  readonly article?: string
  /** `YYYY-MM-DD`. */
  readonly date?: string
  /** Last day in force, when the text was repealed. */
  readonly until?: string
  /** One French sentence: what it says. */
  readonly about: string
  readonly url?: string
  /** The reference still has to be checked by a lawyer: shown as « à vérifier ». */
  readonly toVerify: boolean
}

/** The id of a text that a rule may cite. Bills and drafts have none. */
export type TextId = (typeof inForceRows)[number]['id']
export type PendingTextId = (typeof pendingRows)[number]['id']

export const legalTexts: readonly LegalText<TextId>[] = inForceRows
/** Bills and drafts, not in force: to be shown as such or not at all. */
export const pendingTexts: readonly LegalText<PendingTextId>[] = pendingRows

const byId = new Map<string, LegalText<TextId>>(legalTexts.map((text) => [text.id, text]))

/** The text of that id. */
export function legalText(id: TextId): LegalText<TextId> {
  const text = byId.get(id)
  if (!text) throw new Error(`unknown legal text: ${id}`)
  return text
}

/** Codes are cited by their name: their initials say nothing to a cook. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/ CRPM$/, ' du code rural'],
  [/ CE$/, ' du code de l’environnement'],
  [/ CASF$/, ' du code de l’action sociale'],
  [/ CCP$/, ' du code de la commande publique'],
  [/ CCH$/, ' du code de la construction'],
]

/** A short French reference, with « (à vérifier) » when the text is marked so: « art. L230-5-1 I du code rural ». */
export function reference(id: TextId): string {
  const { article, title, toVerify } = legalText(id)
  const named = CODES.reduce((text, [initials, name]) => text.replace(initials, name), article ?? '')
  const short = article === undefined ? title.replace(/ \(.*$/, '') : named.startsWith('art.') ? named : `art. ${named}`
  return toVerify ? `${short} (à vérifier)` : short
}
