// The page of one claim: the answer for a year, then what changes with the year and with the product.
import type { FC } from 'hono/jsx'
import type { Claim, ClaimCase } from '../../law/claim.ts'
import { products } from '../../law/claim-products.data.ts'
import { type ClaimVerdict, findClaim, judgeClaim } from '../../law/claims.ts'
import { familyOf } from '../../law/families.ts'
import { labelName } from '../../law/labels.ts'
import type { DataYear } from '../../law/timeline.ts'
import { Breadcrumb } from '../../platform/html/pieces.tsx'
import { AnswerBadge, ClaimAnswer } from './answer.tsx'
import { CATALOGUE_PATH, CHECK_PATH, claimAddress, claimHeadline } from './claims.ts'

type Props = { claim: Claim; verdict: ClaimVerdict; dataYear: DataYear }

export const ClaimPage: FC<Props> = ({ claim, verdict, dataYear }) => (
  <div class="fr-container fr-pb-6w">
    <Breadcrumb
      trail={[
        { href: CHECK_PATH, label: 'Est-ce que ça compte ?' },
        { href: CATALOGUE_PATH, label: 'Toutes les mentions' },
      ]}
      here={claim.name}
    />
    <div class="fr-grid-row">
      <div class="fr-col-12 fr-col-lg-8">
        <h1>{claim.name}</h1>
        <section class={`claim-answer claim-answer--${verdict.answer}`} aria-labelledby="reponse-titre">
          <p class="fr-mb-1v">Achats de {dataYear}</p>
          <h2 id="reponse-titre">{claimHeadline(verdict)}</h2>
          {verdict.label ? (
            <p>
              <strong>Où le compter : </strong>
              {labelName(verdict.label, dataYear)}.
            </p>
          ) : null}
          <ClaimAnswer verdict={verdict} dataYear={dataYear} />
        </section>
        <ByProduct claim={claim} dataYear={dataYear} />
        <ByYear claim={claim} dataYear={dataYear} />
        <p class="actions">
          <a class="fr-btn" href={CHECK_PATH}>
            Vérifier un autre produit
          </a>
          <a class="fr-link" href={`${CATALOGUE_PATH}?annee=${dataYear}`}>
            Toutes les mentions
          </a>
        </p>
      </div>
    </div>
  </div>
)

const ByProduct: FC<{ claim: Claim; dataYear: DataYear }> = ({ claim, dataYear }) => {
  const rows = (claim.cases ?? []).filter((one) => one.products)
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="fr-h4">Selon le produit</h2>
      <dl class="claim-list">
        {rows.map((one) => {
          const verdict = judgeClaim(claim.id, { dataYear, product: one.products![0]!, with: one.with ?? [] })
          return (
            <>
              <dt>
                {productsOf(one)} <AnswerBadge answer={verdict.answer} />
              </dt>
              <dd>
                {verdict.why}
                {verdict.toVerify ? ' (à vérifier)' : null}
              </dd>
            </>
          )
        })}
      </dl>
    </>
  )
}

function productsOf({ products: ids = [], families = [], with: others }: ClaimCase): string {
  const names =
    families.length > 0
      ? families.map((id) => familyOf(id).label)
      : ids.map((id) => products.find((product) => product.id === id)!.name)
  const text = names.join(', ')
  const also = others ? `, aussi ${others.map((id) => findClaim(id)!.name.replace(/,.*/, '')).join(' ou ')}` : ''
  return text.charAt(0).toUpperCase() + text.slice(1) + also
}

const ByYear: FC<{ claim: Claim; dataYear: DataYear }> = ({ claim, dataYear }) =>
  claim.rulings.length < 2 ? null : (
    <>
      <h2 class="fr-h4">Selon l’année de l’achat</h2>
      <dl class="claim-list">
        {claim.rulings.map(({ from }, index) => {
          const next = claim.rulings[index + 1]
          const verdict = judgeClaim(claim.id, { dataYear: from })
          const years = next ? `Jusqu’en ${next.from - 1}` : `À partir de ${from}`
          return (
            <>
              <dt>
                {dataYear >= from && (!next || dataYear < next.from) ? (
                  <strong>{years}</strong>
                ) : (
                  <a href={claimAddress(claim.id, from)}>{years}</a>
                )}{' '}
                <AnswerBadge answer={verdict.answer} />
              </dt>
              <dd>{verdict.why}</dd>
            </>
          )
        })}
      </dl>
    </>
  )
