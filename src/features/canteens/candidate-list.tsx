// Canteens that are already there, each with the way in that is open to whoever looks: one's own page, joining its team, or claiming it.
import type { FC } from 'hono/jsx'
import type { Candidate } from './duplicates.sql.ts'
import { kindWords, numberWords, placeWords } from './words.ts'

/** `words` names the way in, when the page asks a question: « C’est celle-ci ». */
export const CandidateList: FC<{ candidates: readonly Candidate[]; words?: string }> = ({ candidates, words }) => (
  <ul class="plain-list candidates">
    {candidates.map((one) => (
      <li>
        <p class="candidates__name">{one.name}</p>
        <p class="fr-text--sm">
          {[kindWords(one), placeWords(one), numberWords(one)].filter(Boolean).join(' · ')}
          {one.role ? ' · vous en faites partie' : one.hasTeam ? ' · une équipe la gère' : ' · personne ne la gère encore'}
        </p>
        <p>
          <a class="fr-link" href={wayIn(one)}>
            {words ? `${words} : ${wayWords(one).toLowerCase()}` : wayWords(one)}
            <span class="fr-sr-only">{` (${one.name})`}</span>
          </a>
        </p>
      </li>
    ))}
  </ul>
)

const wayIn = ({ id, role, hasTeam }: Candidate) =>
  role ? `/cantines/${id}` : `/cantines/${id}/${hasTeam ? 'rejoindre' : 'revendiquer'}`
const wayWords = ({ role, hasTeam }: Candidate) =>
  role ? 'Ouvrir sa fiche' : hasTeam ? 'Rejoindre son équipe' : 'La prendre en charge'
