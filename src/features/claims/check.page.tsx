// « Est-ce que ça compte ? »: the question, the answer at once, then the way to everything else.
import type { FC } from 'hono/jsx'
import type { WordingVerdict } from '../../law/claim-wording.ts'
import { claims } from '../../law/claims.ts'
import type { DataYear } from '../../law/timeline.ts'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { CheckForm } from './check-form.tsx'
import { CATALOGUE_PATH, claimAddress, wordingAddress } from './claims.ts'
import type { Asked } from './question.ts'
import { UnknownWording } from './unknown-wording.tsx'
import { WordingAnswer } from './verdict.tsx'

type Props = { asked: Asked; years: readonly DataYear[]; verdict: (WordingVerdict & { headline: string }) | null }

const EXAMPLES = [
  'HVE niveau 2',
  'Poulet fermier Label Rouge',
  'Yaourt fermier',
  'Lait en conversion bio',
  'Bleu-Blanc-Cœur',
  'Colin MSC',
  'Bananes de Martinique',
  'Pommes locales en circuit court',
]

export const Check: FC<Props> = ({ asked, years, verdict }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb here="Est-ce que ça compte ?" />
    <div class="fr-grid-row fr-grid-row--gutters">
      <div class="fr-col-12 fr-col-lg-8">
        <h1>Est-ce que ça compte ?</h1>
        <ErrorSummary errors={asked.errors} />
        {verdict ? null : (
          <p class="fr-text--lead">
            Recopiez ce qui est écrit sur le carton, l’étiquette ou la facture. Nous vous disons si l’achat entre dans vos parts
            EGalim, pourquoi, et quelle preuve garder.
          </p>
        )}
        <CheckForm asked={asked} years={years} />
        {verdict?.answer === null ? <UnknownWording wording={asked.wording} verdict={verdict} /> : null}
        {verdict && verdict.answer !== null ? <WordingAnswer wording={asked.wording} verdict={verdict} /> : null}
      </div>
      <aside class="fr-col-12 fr-col-lg-4 no-print">
        <h2 class="fr-h5">On nous demande souvent</h2>
        <ul>
          {EXAMPLES.map((wording) => (
            <li>
              <a href={wordingAddress(wording, { dataYear: asked.dataYear })}>{wording}</a>
            </li>
          ))}
        </ul>
        <p>
          <a class="fr-link" href={CATALOGUE_PATH}>
            Toutes les mentions ({claims.length})
          </a>
        </p>
        <h2 class="fr-h5">Les trois règles à retenir</h2>
        <ol>
          <li>Ce qui compte, c’est un signe précis, prouvé par un papier : pas une intention, pas une origine.</li>
          <li>
            Un produit se compte une seule fois, et le <a href={claimAddress('bio')}>bio</a> passe en premier.
          </li>
          <li>Ce qui ne compte pas peut être précieux : montrez-le à vos convives, à part.</li>
        </ol>
      </aside>
    </div>
  </div>
)
