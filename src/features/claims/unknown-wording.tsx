// No claim that we know in what was typed: say so, propose what is close, and show how to read a label.
import type { FC } from 'hono/jsx'
import { products } from '../../law/claim-products.data.ts'
import { closestClaims, type WordingVerdict } from '../../law/claim-wording.ts'
import { familyOf } from '../../law/families.ts'
import { isApplicable, labelName, labels } from '../../law/labels.ts'
import { ANSWER_ID, claimAddress } from './claims.ts'

type Props = { wording: string; verdict: WordingVerdict & { headline: string } }

export const UnknownWording: FC<Props> = ({ wording, verdict: { headline, product, family, dataYear } }) => {
  const close = closestClaims(wording)
  const named = products.find(({ id }) => id === product)
  return (
    <section class="claim-answer claim-answer--unknown" id={ANSWER_ID} aria-labelledby="reponse-titre">
      <p class="fr-mb-1v">
        « {wording} », achats de {dataYear}
      </p>
      <h2 id="reponse-titre">{headline}</h2>
      {named ? (
        <p>
          Nous avons reconnu le produit ({named.name}), pas le signe. Sans signe, un achat ne compte pas dans les parts :
          l’étiquette en porte peut-être un.
        </p>
      ) : (
        <p>Elle compte peut-être, ou pas : nous préférons ne pas deviner.</p>
      )}
      {close.length > 0 ? (
        <>
          <h3 class="fr-h6">Vous pensiez peut-être à</h3>
          <ul>
            {close.map(({ id, name }) => (
              <li>
                <a href={claimAddress(id, dataYear)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {family ? (
        <>
          <h3 class="fr-h6">Ce qui peut compter dans la famille « {familyOf(family).label} »</h3>
          <p>
            {labels
              .filter((label) => isApplicable(label, family))
              .map((label) => labelName(label, dataYear))
              .join(' · ')}
          </p>
        </>
      ) : null}
      <h3 class="fr-h6">Trois façons d’en avoir le cœur net</h3>
      <ol>
        <li>Cherchez sur l’étiquette un logo officiel et son nom exact : AB, Label Rouge, AOP, IGP, HVE…</li>
        <li>Relisez la facture ou le bon de livraison : le signe doit y être écrit, ligne par ligne.</li>
        <li>Demandez au fournisseur le certificat en cours de validité. Pas de certificat ? Ne comptez pas l’achat.</li>
      </ol>
      <p class="fr-mb-0">
        La mention existe et nous l’avons oubliée ? <a href="/contact">Dites-le-nous</a> : nous chercherons le texte qui la
        concerne.
      </p>
    </section>
  )
}
