// The door of « Est-ce que ça compte ? »: judge a product wording, say the answer in words, and where to read more.
import type { Answer } from '../../law/claim.ts'
import { judgeWording as judge, type WordingVerdict } from '../../law/claim-wording.ts'
import type { ClaimVerdict } from '../../law/claims.ts'
import type { FamilyId } from '../../law/families.ts'
import type { DataYear } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'

export const CHECK_PATH = '/est-ce-que-ca-compte'
export const CATALOGUE_PATH = `${CHECK_PATH}/toutes-les-mentions`

/** The answer is what one came for: addresses lead straight to it. */
export const ANSWER_ID = 'reponse'

export type Question = { dataYear: DataYear; family?: FamilyId | null }

/** The verdict of the law on a wording, with its answer in words and the address that explains it. */
export function judgeWording(text: string, question: Question): WordingVerdict & { headline: string; href: string } {
  const verdict = judge(text, question)
  return { ...verdict, headline: headlineOf(verdict), href: wordingAddress(text, question) }
}

const HEADLINES: Record<Answer, string> = {
  counts: 'Compte',
  counts_until: 'Compte',
  counts_with_proof: 'Compte si vous avez la preuve',
  unknown: 'À vérifier avant de compter',
  does_not_count: 'Ne compte pas dans les parts EGalim',
}

/** The answer for one claim: « Compte jusqu’au 31 décembre 2026 ». `either`: one of several claims, still to be shown. */
export function claimHeadline({ answer, until, headline, either }: ClaimVerdict & { either?: boolean }): string {
  if (either && answer === 'counts_with_proof') return 'Compte si c’est bien le produit livré'
  if (headline) return headline
  return answer === 'counts_until' && until ? `Compte jusqu’au ${frenchDay(until)}` : HEADLINES[answer]
}

function headlineOf({ answer, claims, product }: WordingVerdict): string {
  if (answer === null) return product ? 'Nous ne voyons aucune mention dans ces mots' : 'Nous ne connaissons pas cette mention'
  const first = claims[0]
  return first ? claimHeadline(first) : HEADLINES.does_not_count
}

/** The page that answers for a wording. */
export function wordingAddress(text: string, { dataYear, family }: Question): string {
  const query = new URLSearchParams({ mention: text, annee: String(dataYear), ...(family && { famille: family }) })
  return `${CHECK_PATH}?${query}#${ANSWER_ID}`
}

/** The page of one claim, for the purchases of a year. */
export const claimAddress = (id: string, dataYear?: DataYear): string =>
  `${CHECK_PATH}/${id}${dataYear === undefined ? '' : `?annee=${dataYear}`}`
