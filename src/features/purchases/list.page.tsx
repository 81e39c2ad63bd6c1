// The purchase book of a canteen: search, filters, a page of lines, and what can be done to several.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { Pagination } from '../../platform/html/pagination.tsx'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import { BookActions, FirstSteps } from './book-actions.tsx'
import { bookAddress, type Criteria, criteriaFields, isNarrowed } from './criteria.ts'
import { Filters } from './filters.tsx'
import type { Purchase } from './purchase.sql.ts'
import { PurchaseTable } from './purchase-table.tsx'
import { countWords } from './words.ts'

export type BookProps = {
  canteen: Canteen
  criteria: Criteria
  purchases: readonly Purchase[]
  /** By identifier of purchase. */
  files: ReadonlyMap<number, AttachedFile>
  count: number
  cents: number
  pages: number
  years: readonly number[]
  mayWrite: boolean
  notice: unknown
}

export const BookPage: FC<BookProps> = (props) => {
  const { canteen, criteria, count, years, mayWrite, notice } = props
  const isEmpty = years.length === 0
  return (
    <CanteenFrame canteen={canteen} tab="achats">
      {notice}
      {isEmpty ? <FirstSteps {...props} /> : <BookActions {...props} year={criteria.year ?? years[0]!} />}
      {isEmpty ? null : <Filters action={bookAddress(canteen.id)} criteria={criteria} years={years} />}
      {isEmpty ? null : (
        <section aria-labelledby="resultats">
          <h2 id="resultats" tabindex={-1}>
            {count === 0
              ? criteria.twice
                ? 'Aucun achat en double'
                : 'Aucun achat ne répond à cette recherche'
              : `${countWords(count)}, ${formatEuros(props.cents)} hors taxe`}
          </h2>
          {isNarrowed(criteria) ? (
            <p class="no-print">
              <a href={bookAddress(canteen.id)}>Voir tous les achats</a>
            </p>
          ) : null}
          {criteria.twice && count > 0 ? (
            <p>
              Chacun ressemble à un achat saisi avant lui : même jour, même produit, même fournisseur, même montant. Le premier
              n’est pas dans cette liste : retirez ceux qui sont en double, gardez les autres.
            </p>
          ) : null}
          {count === 0 ? null : mayWrite ? <Lines {...props} /> : <PurchaseTable {...props} />}
          <Pagination
            page={criteria.page}
            pages={props.pages}
            href={(page) => `${bookAddress(canteen.id, { ...criteria, page })}#resultats`}
          />
        </section>
      )}
    </CanteenFrame>
  )
}

const Lines: FC<BookProps> = (props) => (
  <form method="post" action={`/cantines/${props.canteen.id}/achats/retirer`}>
    {criteriaFields({ ...props.criteria, page: 1 }).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <PurchaseTable {...props} />
    <div class="no-print">
      {props.count > (isNarrowed(props.criteria) ? 1 : props.purchases.length) ? (
        <div class="fr-checkbox-group fr-mb-2w">
          <input type="checkbox" id="tout" name="tout" value="oui" />
          <label class="fr-label" for="tout">
            {`Les ${countWords(props.count)} de cette recherche`}
          </label>
        </div>
      ) : null}
      <div class="actions">
        <button class="fr-btn fr-btn--secondary" type="submit">
          Retirer les achats cochés
        </button>
        <button
          class="fr-btn fr-btn--tertiary"
          type="submit"
          formmethod="get"
          formaction={`/cantines/${props.canteen.id}/achats/joindre`}
        >
          Leur joindre un justificatif
        </button>
      </div>
    </div>
  </form>
)
