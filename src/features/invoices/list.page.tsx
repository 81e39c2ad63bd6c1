// The invoices of a canteen: dropping some, and those that wait to be looked at.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Pagination } from '../../platform/html/pagination.tsx'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { Batch, LostMail } from './batch.sql.ts'
import type { InvoiceRow } from './invoice.sql.ts'
import { isNarrow, keptWords } from './room.ts'
import {
  batchAddress,
  batchWords,
  filesWords,
  invoiceName,
  invoicesAddress,
  invoicesWords,
  roomAddress,
  stateWords,
} from './words.ts'

export const FIELD = 'factures'
/** Bytes taken at once, archives as they come. */
export const LARGEST_BATCH = 30 * 1_048_576
export const MOST_FILES = 500

const MEGABYTES = LARGEST_BATCH / 1_048_576

export type ListProps = {
  canteen: Canteen
  invoices: readonly InvoiceRow[]
  page: number
  pages: number
  /** How many wait for someone, on all pages. */
  waiting: number
  /** Files dropped that are still being read. */
  underWay: readonly Batch[]
  errors: readonly FieldError[]
  mayWrite: boolean
  isDemo: boolean
  /** Address to which suppliers may send their invoices; null when the site takes no mail. */
  mailbox: string | null
  /** Mails whose files were not all kept. */
  lostMails: readonly LostMail[]
  /** Bytes of the originals. */
  kept: number
  notice: unknown
}

export const InvoicesPage: FC<ListProps> = (props) => {
  const { canteen, invoices, errors, mayWrite, notice, page, pages, waiting, underWay, lostMails } = props
  return (
    <CanteenFrame canteen={canteen} tab="achats" title="Factures électroniques">
      <ErrorSummary errors={errors} />
      {notice}
      {underWay.length > 0 ? (
        <Notice title="Nous lisons vos factures">
          <ul>
            {underWay.map((batch) => (
              <li>
                <a href={batchAddress(canteen.id, batch.id)}>{batchWords(batch)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {mayWrite ? <Drop {...props} /> : null}
      <section aria-labelledby="recues">
        <h2 id="recues">Factures reçues</h2>
        {waiting > 0 ? <p>{`${invoicesWords(waiting)} à regarder, d’abord celles-là.`}</p> : null}
        {lostMails.length > 0 ? <LostMails canteenId={canteen.id} lostMails={lostMails} /> : null}
        {invoices.length === 0 ? <p>Aucune facture pour l’instant.</p> : <Received canteenId={canteen.id} invoices={invoices} />}
        <Pagination page={page} pages={pages} href={(one) => `${invoicesAddress(canteen.id)}?page=${one}#recues`} />
      </section>
    </CanteenFrame>
  )
}

/** What suppliers sent in vain: they may not know. */
const LostMails: FC<{ canteenId: number; lostMails: readonly LostMail[] }> = ({ canteenId, lostMails }) => (
  <Disclosure summary={`Reçu par courriel, mais non gardé : ${filesWords(lostMails.reduce((sum, { lost }) => sum + lost, 0))}`}>
    <p>Ces trente derniers jours. Ouvrez pour savoir pourquoi, et quoi demander au fournisseur.</p>
    <ul>
      {lostMails.map(({ batchId, receivedAt, lost }) => (
        <li>
          <a href={batchAddress(canteenId, batchId)}>{`${filesWords(lost)}, le ${frenchDay(dayInParis(receivedAt))}`}</a>
        </li>
      ))}
    </ul>
  </Disclosure>
)

const Drop: FC<ListProps> = ({ canteen, errors, isDemo, mailbox, kept }) => (
  <section aria-labelledby="deposer">
    <h2 id="deposer">Déposer des factures</h2>
    <p>
      Chaque ligne devient un achat proposé, avec sa famille et ses labels. Vous vérifiez, vous confirmez : rien ne compte avant.
      L’original reste entre vous, dans votre équipe.
    </p>
    {isNarrow(kept) ? (
      <Notice title="La place va manquer" kind="warning">
        <p>
          {`${keptWords(kept)} Ensuite, les factures ne pourront plus être gardées. `}
          <a href={roomAddress(canteen.id)}>Faire de la place</a>
        </p>
      </Notice>
    ) : null}
    <form
      method="post"
      action={invoicesAddress(canteen.id)}
      enctype="multipart/form-data"
      data-drop={LARGEST_BATCH}
      data-drop-too-heavy={`Ces fichiers dépassent ${MEGABYTES} Mo ensemble : retirez-en, et déposez-les en plusieurs fois.`}
    >
      <div class={`fr-upload-group${errors.length > 0 ? ' fr-upload-group--error' : ''}`}>
        <label class="fr-label" for={FIELD}>
          Vos factures
          <span class="fr-hint-text">
            Factur-X (.pdf), CII ou UBL (.xml), ou une archive .zip de plusieurs. {`${MEGABYTES} Mo au plus en une fois.`}
            <span data-drop-hint hidden>
              {' Vous pouvez les faire glisser ici.'}
            </span>
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
          aria-invalid={errors.length > 0 ? 'true' : undefined}
        />
        {errors.map(({ message }) => (
          <p class="fr-error-text" id={`${FIELD}-erreur`}>
            {message}
          </p>
        ))}
        <p class="fr-error-text" data-drop-message role="alert" hidden></p>
      </div>
      <ul class="dropped-files" data-drop-list aria-label="Fichiers choisis" hidden></ul>
      <p class="actions">
        <button class="fr-btn" type="submit">
          Lire ces factures
        </button>
      </p>
      <div data-drop-sending hidden>
        <progress aria-label="Envoi" max="1" value="0"></progress>
        <p role="status"></p>
      </div>
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
