// Purchases, one line each: of one canteen, where they can be chosen and changed, or of several.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { shortDay } from '../../platform/html/dates.ts'
import type { AttachedFile } from './attached-file.sql.ts'
import { fileAddress } from './attached-file-form.tsx'
import type { Purchase } from './purchase.sql.ts'
import { sourceLinkOf } from './source-links.ts'
import { familyWords, labelWords, originWords } from './words.ts'

type TableProps = {
  purchases: readonly Purchase[]
  /** By identifier of purchase. */
  files: ReadonlyMap<number, AttachedFile>
  mayWrite?: boolean
  /** By identifier of canteen, when there are several. */
  canteenNames?: ReadonlyMap<number, string> | null
}

export const PurchaseTable: FC<TableProps> = ({ purchases, files, mayWrite = false, canteenNames = null }) => (
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
          {canteenNames ? <th scope="col">Cantine</th> : null}
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
          <Line
            purchase={one}
            file={files.get(one.id) ?? null}
            mayWrite={mayWrite}
            canteenName={canteenNames?.get(one.canteenId) ?? null}
          />
        ))}
      </tbody>
    </table>
  </div>
)

type LineProps = { purchase: Purchase; file: AttachedFile | null; mayWrite: boolean; canteenName: string | null }

const Line: FC<LineProps> = ({ purchase, file, mayWrite, canteenName }) => {
  const { id, canteenId, description, supplier, date, family, characteristics, origin, priceExclTaxCents: cents } = purchase
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
      {canteenName === null ? null : (
        <td data-label="Cantine">
          <a href={`/cantines/${canteenId}/achats`}>{canteenName}</a>
        </td>
      )}
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
