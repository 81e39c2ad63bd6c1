// What has just been added by hand, so that a slip is seen at once, and what one often does next; or that a purchase is there no more.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import type { Queries } from '../../platform/database/database.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { idOf } from '../canteens/canteens.ts'
import { recognise } from '../recognition/recognition.ts'
import { findPurchase, type Purchase } from './purchase.sql.ts'
import { labelWords } from './words.ts'

/** Carries the identifier of the purchase in the address that follows its form. */
export const ADDED = 'ajoute'

export async function addedNotice(db: Queries, canteenId: number, added: string | undefined) {
  const id = idOf(added)
  const purchase = id === null ? null : await findPurchase(db, canteenId, id)
  if (!purchase) return null
  const { description, supplier, priceExclTaxCents, date, credit } = purchase
  const unsaid = unsaidLabels(purchase)
  const root = `/cantines/${canteenId}/achats`
  return (
    <Notice title={credit ? 'L’avoir est enregistré' : 'L’achat est enregistré'} kind="success">
      <p>{`${[description, supplier].filter(Boolean).join(', ')} : ${formatEuros(priceExclTaxCents)}, le ${frenchDay(date)}.`}</p>
      {unsaid === '' ? null : (
        <p>{`Nous lisons « ${unsaid} » dans le libellé, sans le compter. S’il est sur la facture, cochez-le en modifiant l’achat.`}</p>
      )}
      <p class="actions">
        <a class="fr-link" href={`${root}/${id}/modifier`}>
          Le modifier
        </a>
        {credit ? null : (
          <a class="fr-link" href={`${root}/recurrents/ajouter?achat=${id}`}>
            Le répéter chaque semaine ou chaque mois
          </a>
        )}
      </p>
    </Notice>
  )
}

/** Labels that the wording holds and that nobody ticked: nothing counts that a person did not say. */
const unsaidLabels = ({ description, date, family, characteristics }: Purchase): string =>
  characteristics.length > 0
    ? ''
    : recognise(description, { dataYear: Number(date.slice(0, 4)), family })
        .labels.map(labelWords)
        .join(', ')

/** In the address of the book, when the purchase that was to be changed is not in it. */
export const GONE = 'parti'

/** A colleague took it out since the list was shown. */
export const Gone: FC<{ canteenId: number }> = ({ canteenId }) => (
  <Notice title="Cet achat n’est plus dans le cahier">
    <p>
      Une personne de l’équipe l’a sans doute retiré : le <a href={`/cantines/${canteenId}/achats/journal`}>journal des achats</a>{' '}
      le dit.
    </p>
  </Notice>
)

/** The same, for whoever was typing: what they typed is not lost. */
export const GoneMeanwhile: FC = () => (
  <Notice title="Cet achat a été retiré pendant que vous le modifiiez" kind="warning">
    <p>Votre saisie est gardée : si vous l’enregistrez, elle devient un nouvel achat.</p>
  </Notice>
)
