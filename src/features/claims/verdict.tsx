// What the law answers about a whole wording: one head-line, where to count the purchase, then each claim on its own.
import type { FC } from 'hono/jsx'
import type { JudgedClaim, SetAside, WordingVerdict } from '../../law/claim-wording.ts'
import { labelGroups, labelName } from '../../law/labels.ts'
import { ClaimAnswer } from './answer.tsx'
import { ANSWER_ID, claimAddress, claimHeadline } from './claims.ts'

type Verdict = WordingVerdict & { headline: string }

export const WordingAnswer: FC<{ wording: string; verdict: Verdict }> = ({ wording, verdict }) => {
  const { claims, setAside, answer, headline, dataYear } = verdict
  const [only] = claims.length === 1 ? claims : []
  return (
    <section class={`claim-answer claim-answer--${answer ?? 'unknown'}`} id={ANSWER_ID} aria-labelledby="reponse-titre">
      <p class="fr-mb-1v">
        « {wording} », achats de {dataYear}
      </p>
      <h2 id="reponse-titre">{headline}</h2>
      <WhereCounted verdict={verdict} />
      {only ? <ClaimAnswer verdict={only} dataYear={dataYear} /> : null}
      {only
        ? null
        : claims.map((claim) => (
            <div class="claim-part">
              <h3 class="fr-h6">
                {claim.claim.name} : <span class="claim-part__answer">{lowerFirst(claimHeadline(claim))}</span>
              </h3>
              <ClaimAnswer verdict={claim} dataYear={dataYear} />
            </div>
          ))}
      {setAside.length > 0 ? <LeftAside setAside={setAside} alone={claims.length === 0} /> : null}
      {claims.length > 0 ? <More claims={claims} dataYear={dataYear} /> : null}
    </section>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** One product, one category: which one, and why that one. */
const WhereCounted: FC<{ verdict: Verdict }> = ({ verdict }) => {
  const { label, labelWithProof, fairTrade, claims, dataYear } = verdict
  if (!label) return null
  const group = labelGroups.find(({ id }) => id === label.group)!
  const several = new Set(claims.flatMap((one) => (one.label ? [one.label.id] : []))).size > 1
  return (
    <>
      <p>
        <strong>Où le compter : </strong>
        {labelName(label, dataYear)}
        {group.label.startsWith(label.label) ? null : `, parmi « ${group.label} »`}.
      </p>
      {several ? (
        <p>
          Un produit ne se compte qu’une fois, même avec plusieurs signes : le bio d’abord, puis dans l’ordre de la déclaration.
        </p>
      ) : null}
      {labelWithProof ? (
        <p>Avec la preuve demandée plus bas, il passerait dans : {labelName(labelWithProof, dataYear)}.</p>
      ) : null}
      {fairTrade ? (
        <p>
          Il est aussi équitable : signalez son montant dans{' '}
          {fairTrade === 'bio' ? '« dont Bio et commerce équitable »' : '« dont commerce équitable (hors bio) »'}. Il n’est pas
          compté deux fois.
        </p>
      ) : null}
    </>
  )
}

const REASONS: Record<SetAside['why'], string> = {
  denied: 'vos mots disent que le produit n’a pas ce signe',
  imitated: '« type », « façon » ou « goût » : ce n’est pas le signe lui-même',
  promised: 'le signe est annoncé, mais pas encore obtenu, ou plus valable',
  partial: 'une partie seulement des ingrédients a le signe',
}

const LeftAside: FC<{ setAside: readonly SetAside[]; alone: boolean }> = ({ setAside, alone }) => (
  <>
    {alone ? <p>Nous n’avons lu aucun signe qui compte.</p> : null}
    <h3 class="fr-h6 fr-mt-2w">Ce que nous avons mis de côté</h3>
    <ul>
      {setAside.map(({ claim, words, why }) => (
        <li>
          « {words} » : {REASONS[why]}. <a href={claimAddress(claim.id)}>{claim.name}</a>
        </li>
      ))}
    </ul>
    {alone ? (
      <p>
        <strong>Mais… </strong>Le même produit existe peut-être avec le signe lui-même : demandez-le à votre fournisseur.
      </p>
    ) : null}
  </>
)

const More: FC<{ claims: readonly JudgedClaim[]; dataYear: number }> = ({ claims, dataYear }) => (
  <p class="fr-mt-2w fr-mb-0 no-print">
    {claims.length === 1 ? 'En savoir plus : ' : 'En savoir plus sur chaque mention : '}
    {claims.map(({ claim }, index) => (
      <>
        {index > 0 ? ' · ' : null}
        <a href={claimAddress(claim.id, dataYear)}>{claim.name}</a>
      </>
    ))}
  </p>
)
