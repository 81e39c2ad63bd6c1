// What has just been added by hand, so that a slip is seen at once; and what one often does next.
import { formatEuros } from '../../law/money.ts'
import type { Queries } from '../../platform/database/database.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { idOf } from '../canteens/canteens.ts'
import { findPurchase } from './purchase.sql.ts'

/** Carries the identifier of the purchase in the address that follows its form. */
export const ADDED = 'ajoute'

export async function addedNotice(db: Queries, canteenId: number, added: string | undefined) {
  const id = idOf(added)
  const purchase = id === null ? null : await findPurchase(db, canteenId, id)
  if (!purchase) return null
  const { description, supplier, priceExclTaxCents, date, credit } = purchase
  const root = `/cantines/${canteenId}/achats`
  return (
    <Notice title={credit ? 'L’avoir est enregistré' : 'L’achat est enregistré'} kind="success">
      <p>{`${[description, supplier].filter(Boolean).join(', ')} : ${formatEuros(priceExclTaxCents)}, le ${frenchDay(date)}.`}</p>
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
