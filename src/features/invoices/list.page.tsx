// The invoices of a canteen: dropping some, and those that wait to be looked at.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { InvoiceRow } from './invoice.sql.ts'
import type { Outcome } from './receive.ts'
import { invoiceName, problemWords, stateWords } from './words.ts'

export const FIELD = 'factures'

export type ListProps = {
  canteen: Canteen
  invoices: readonly InvoiceRow[]
  /** What the files just dropped became; null when none was. */
  outcomes: readonly Outcome[] | null
  errors: readonly FieldError[]
  mayWrite: boolean
  isDemo: boolean
  /** Address to which suppliers may send their invoices; null when the site takes no mail. */
  mailbox: string | null
  notice: unknown
}

export const InvoicesPage: FC<ListProps> = (props) => {
  const { canteen, invoices, outcomes, errors, mayWrite, notice } = props
  return (
    <CanteenFrame canteen={canteen} tab="achats" title="Factures électroniques">
      <ErrorSummary errors={errors} />
      {notice}
      {outcomes ? <Outcomes canteenId={canteen.id} outcomes={outcomes} /> : null}
      {mayWrite ? <Drop {...props} /> : null}
      <section aria-labelledby="recues">
        <h2 id="recues">Factures reçues</h2>
        {invoices.length === 0 ? <p>Aucune facture pour l’instant.</p> : <Received canteenId={canteen.id} invoices={invoices} />}
      </section>
    </CanteenFrame>
  )
}

const Drop: FC<ListProps> = ({ canteen, errors, isDemo, mailbox }) => (
  <section aria-labelledby="deposer">
    <h2 id="deposer">Déposer des factures</h2>
    <p>
      Chaque ligne devient un achat proposé, avec sa famille et ses labels. Vous vérifiez, vous confirmez : rien ne compte avant.
      L’original reste entre vous, dans votre équipe.
    </p>
    <form method="post" action={`/cantines/${canteen.id}/factures`} enctype="multipart/form-data">
      <div class={`fr-upload-group${errors.length > 0 ? ' fr-upload-group--error' : ''} drop-zone`}>
        <label class="fr-label" for={FIELD}>
          Vos factures
          <span class="fr-hint-text">
            Factur-X (.pdf), CII ou UBL (.xml), ou une archive .zip de plusieurs. 10 Mo au plus en une fois. Vous pouvez les faire
            glisser ici.
          </span>
        </label>
        <input
          class="fr-upload"
          type="file"
          id={FIELD}
          name={FIELD}
          multiple
          accept=".pdf,.xml,.zip"
          aria-describedby={errors.length > 0 ? `${FIELD}-erreur` : undefined}
        />
        {errors.map(({ message }) => (
          <p class="fr-error-text" id={`${FIELD}-erreur`}>
            {message}
          </p>
        ))}
      </div>
      <p class="actions">
        <button class="fr-btn" type="submit">
          Lire ces factures
        </button>
      </p>
    </form>
    {isDemo ? (
      <form method="post" action={`/cantines/${canteen.id}/factures/exemples`}>
        <p class="actions">
          <button class="fr-btn fr-btn--secondary" type="submit">
            Essayer avec des factures d’exemple
          </button>
        </p>
      </form>
    ) : null}
    {mailbox ? (
      <p>
        Vos fournisseurs peuvent aussi les envoyer à <strong class="mailbox">{mailbox}</strong> : elles arrivent ici, à vérifier.
      </p>
    ) : null}
  </section>
)

const Outcomes: FC<{ canteenId: number; outcomes: readonly Outcome[] }> = ({ canteenId, outcomes }) => {
  const kept = outcomes.filter(({ id }) => id !== null).length
  return (
    <Notice
      title={kept === 0 ? 'Aucune nouvelle facture' : kept === 1 ? 'Une facture est lue' : `${kept} factures sont lues`}
      kind={kept > 0 ? 'success' : 'warning'}
    >
      <ul>
        {outcomes.map(({ fileName, id, twin, problem }) => (
          <li>
            <strong>{fileName}</strong>
            {' : '}
            {id !== null ? <a href={`/cantines/${canteenId}/factures/${id}`}>vérifier ses lignes</a> : null}
            {twin ? (
              <>
                {'déjà reçue, '}
                <a href={`/cantines/${canteenId}/factures/${twin.id}`}>{invoiceName(twin)}</a>
                {' : rien n’est compté deux fois.'}
              </>
            ) : null}
            {problem ? problemWords[problem] : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Received: FC<{ canteenId: number; invoices: readonly InvoiceRow[] }> = ({ canteenId, invoices }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Factures reçues</caption>
      <thead>
        <tr>
          <th scope="col">Facture</th>
          <th scope="col">Date</th>
          <th scope="col">État</th>
          <th scope="col" class="amount">
            Total hors taxe
          </th>
        </tr>
      </thead>
      <tbody>
        {invoices.map((one) => (
          <tr>
            <th scope="row">
              <a href={`/cantines/${canteenId}/factures/${one.id}`}>{invoiceName(one)}</a>
            </th>
            <td data-label="Date">{one.date?.split('-').reverse().join('/') ?? '–'}</td>
            <td data-label="État">{stateWords[one.state]}</td>
            <td class="amount" data-label="Total hors taxe">
              {one.netCents === null ? '–' : formatEuros(one.netCents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
