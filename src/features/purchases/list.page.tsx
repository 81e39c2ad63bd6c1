// The purchase book of a canteen: search, filters, a page of lines, and what can be done to several.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { shortDay } from '../../platform/html/dates.ts'
import { SelectField, TextField } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import { fileAddress } from './attached-file-form.tsx'
import { bookAddress, type Criteria, criteriaFields, isNarrowed, LONGEST_WORDS, NONE, SORTS } from './criteria.ts'
import type { Purchase } from './purchase.sql.ts'
import { sourceLinkOf } from './source-links.ts'
import { countWords, familyChoices, familyWords, labelChoices, labelWords, originWords } from './words.ts'

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
      {isEmpty ? <NoPurchase {...props} /> : <Actions {...props} />}
      {isEmpty ? null : <Filters criteria={criteria} years={years} canteenId={canteen.id} />}
      {isEmpty ? null : (
        <section aria-labelledby="resultats">
          <h2 id="resultats" tabindex={-1}>
            {count === 0
              ? 'Aucun achat ne répond à cette recherche'
              : `${countWords(count)}, ${formatEuros(props.cents)} hors taxe`}
          </h2>
          {isNarrowed(criteria) ? (
            <p class="no-print">
              <a href={bookAddress(canteen.id)}>Voir tous les achats</a>
            </p>
          ) : null}
          {count === 0 ? null : mayWrite ? <Lines {...props} /> : <Table {...props} />}
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

const NoPurchase: FC<BookProps> = ({ canteen, mayWrite }) => (
  <>
    <p class="fr-text--lead">Pas encore d’achat ici. Une facture suffit pour voir bouger vos parts.</p>
    {mayWrite ? (
      <div class="actions">
        <a class="fr-btn" href={`/cantines/${canteen.id}/factures`}>
          Déposer une facture électronique
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/cantines/${canteen.id}/achats/ajouter`}>
          Ajouter un achat
        </a>
        <a class="fr-link" href={`/cantines/${canteen.id}/achats/saisir`}>
          Saisir ou coller plusieurs achats
        </a>
        <a class="fr-link" href={`/cantines/${canteen.id}/releves`}>
          Demander un relevé à un fournisseur
        </a>
        <a class="fr-link" href="/imports">
          Importer un tableur
        </a>
        <a class="fr-link" href="/aide/suivre-ses-achats">
          Par où commencer ?
        </a>
      </div>
    ) : null}
  </>
)

const Actions: FC<BookProps> = ({ canteen, criteria, years, mayWrite }) => (
  <div class="actions no-print">
    {mayWrite ? (
      <>
        <a class="fr-btn" href={`/cantines/${canteen.id}/achats/ajouter`}>
          Ajouter un achat
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/cantines/${canteen.id}/factures`}>
          Factures électroniques
        </a>
        <a class="fr-link" href={`/cantines/${canteen.id}/achats/saisir`}>
          Saisir ou coller plusieurs achats
        </a>
        <a class="fr-link" href={`/cantines/${canteen.id}/releves`}>
          Demander un relevé
        </a>
        <a class="fr-link" href="/imports">
          Importer
        </a>
        <a class="fr-link" href={`/cantines/${canteen.id}/achats/recurrents`}>
          Achats récurrents
        </a>
      </>
    ) : null}
    <a class="fr-link" href={bookAddress(canteen.id, { ...criteria, page: 1 }, '/export.xlsx')}>
      Exporter
    </a>
    <a class="fr-link" href={`/cantines/${canteen.id}/achats/bilan?annee=${criteria.year ?? years[0]}`}>
      {`Où en sont mes parts en ${criteria.year ?? years[0]} ?`}
    </a>
    <a class="fr-link" href={`/cantines/${canteen.id}/achats/habitudes`}>
      Corrections retenues
    </a>
  </div>
)

const Filters: FC<{ criteria: Criteria; years: readonly number[]; canteenId: number }> = ({ criteria, years, canteenId }) => {
  const values = new Map(criteriaFields(criteria))
  const select = (name: string, label: string, empty: string | null, choices: readonly { value: string; label: string }[]) => (
    <div class="fr-col-12 fr-col-sm-6 fr-col-md-3">
      <SelectField name={name} label={label} empty={empty} value={values.get(name) ?? ''} choices={[...choices]} />
    </div>
  )
  return (
    <form method="get" action={`${bookAddress(canteenId)}#resultats`} class="no-print" aria-label="Chercher parmi les achats">
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-6">
          <div class="fr-input-group">
            <label class="fr-label" for="q">
              Produit ou fournisseur
            </label>
            <input
              class="fr-input"
              type="search"
              id="q"
              name="q"
              value={criteria.words}
              maxlength={LONGEST_WORDS}
              autocomplete="off"
            />
          </div>
        </div>
        {select(
          'annee',
          'Année',
          'Toutes',
          years.map((year) => ({ value: String(year), label: String(year) })),
        )}
        {select('tri', 'Dans l’ordre', null, SORTS)}
        {select('famille', 'Famille', 'Toutes', [...familyChoices, { value: NONE, label: 'Sans famille' }])}
        {select('label', 'Label', 'Tous', [...labelChoices, { value: NONE, label: 'Sans label' }])}
        <div class="fr-col-12 fr-col-sm-6 fr-col-md-3">
          <TextField name="du" type="date" label="À partir du" value={criteria.from ?? ''} />
        </div>
        <div class="fr-col-12 fr-col-sm-6 fr-col-md-3">
          <TextField name="au" type="date" label="Jusqu’au" value={criteria.until ?? ''} />
        </div>
      </div>
      <div class="actions">
        <button class="fr-btn fr-btn--secondary" type="submit">
          Chercher
        </button>
      </div>
    </form>
  )
}

const Lines: FC<BookProps> = (props) => (
  <form method="post" action={`/cantines/${props.canteen.id}/achats/retirer`}>
    {criteriaFields({ ...props.criteria, page: 1 }).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Table {...props} />
    <div class="no-print">
      {props.count > props.purchases.length ? (
        <div class="fr-checkbox-group fr-mb-2w">
          <input type="checkbox" id="tout" name="tout" value="oui" />
          <label class="fr-label" for="tout">
            {`Les ${countWords(props.count)} de cette recherche`}
          </label>
        </div>
      ) : null}
      <button class="fr-btn fr-btn--secondary" type="submit">
        Retirer les achats cochés
      </button>
    </div>
  </form>
)

const Table: FC<BookProps> = ({ canteen, purchases, files, mayWrite }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Achats</caption>
      <thead>
        <tr>
          {mayWrite ? (
            <th scope="col" class="no-print">
              Choix
            </th>
          ) : null}
          <th scope="col">Produit</th>
          <th scope="col">Date</th>
          <th scope="col">Famille et labels</th>
          <th scope="col" class="amount">
            Prix hors taxe
          </th>
          {mayWrite ? (
            <th scope="col" class="no-print">
              Actions
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {purchases.map((one) => (
          <Line canteenId={canteen.id} purchase={one} file={files.get(one.id) ?? null} mayWrite={mayWrite} />
        ))}
      </tbody>
    </table>
  </div>
)

type LineProps = { canteenId: number; purchase: Purchase; file: AttachedFile | null; mayWrite: boolean }

const Line: FC<LineProps> = ({ canteenId, purchase, file, mayWrite }) => {
  const { id, description, supplier, date, family, characteristics, origin, priceExclTaxCents: cents } = purchase
  return (
    <tr>
      {mayWrite ? (
        <td class="no-print">
          <div class="fr-checkbox-group fr-checkbox-group--sm">
            <input type="checkbox" id={`achat-${id}`} name="achat" value={String(id)} />
            <label class="fr-label" for={`achat-${id}`}>
              <span class="fr-sr-only">{`Choisir ${description}`}</span>
            </label>
          </div>
        </td>
      ) : null}
      <th scope="row">
        {description}
        {supplier ? <span class="purchase-book__about">{supplier}</span> : null}
        <Proof purchase={purchase} file={file} />
      </th>
      <td data-label="Date">{shortDay(date)}</td>
      <td>
        {familyWords(family)}
        {characteristics.map((code) => (
          <>
            {' '}
            <span class="fr-tag fr-tag--sm">{labelWords(code)}</span>
          </>
        ))}
        {origin ? <span class="purchase-book__about">{originWords(origin)}</span> : null}
      </td>
      <td class="amount" data-label="Prix hors taxe">
        {formatEuros(cents)}
        {purchase.credit ? <span class="purchase-book__about">Avoir</span> : null}
      </td>
      {mayWrite ? (
        <td class="no-print">
          <a href={`/cantines/${canteenId}/achats/${id}/modifier`}>
            Modifier<span class="fr-sr-only">{` ${description}`}</span>
          </a>{' '}
          <a href={`/cantines/${canteenId}/achats/ajouter?copie=${id}`}>
            Dupliquer<span class="fr-sr-only">{` ${description}`}</span>
          </a>
        </td>
      ) : null}
    </tr>
  )
}

/** What shows that it was bought: the file attached, or the electronic invoice that it came by. */
const Proof: FC<{ purchase: Purchase; file: AttachedFile | null }> = ({ purchase, file }) => {
  const link = file ? { href: fileAddress(purchase.canteenId, file.id), label: 'Justificatif' } : sourceLinkOf(purchase)
  return link === null ? null : (
    <a class="purchase-book__about" href={link.href}>
      {link.label}
      <span class="fr-sr-only">{` de ${purchase.description}`}</span>
    </a>
  )
}
