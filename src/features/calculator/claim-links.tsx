// From a label of the form to the page that says what counts under it, until when, with which proof.
import type { FC } from 'hono/jsx'
import { claims } from '../../law/claims.ts'
import type { LabelId } from '../../law/labels.ts'
import type { DataYear } from '../../law/timeline.ts'
import { CATALOGUE_PATH, claimAddress } from '../claims/claims.ts'

/** The page of the first claim that the law declares under this label. */
export function labelAddress(label: LabelId, dataYear: DataYear): string {
  return claimAddress(claims.find((claim) => claim.label === label)!.id, dataYear)
}

/** Everything that counts, label by label. */
export const allLabelsAddress = (dataYear: DataYear) => `${CATALOGUE_PATH}?annee=${dataYear}`

export const ClaimLink: FC<{ claim: string; words: string; dataYear: DataYear }> = ({ claim, words, dataYear }) => (
  <a class="fr-link fr-link--sm" href={claimAddress(claim, dataYear)}>
    {`${words} : est-ce que ça compte ?`}
  </a>
)
