// Files dropped together: how far their reading is, then what each became.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { Notice } from '../../platform/html/pieces.tsx'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { Batch, Outcome } from './batch.sql.ts'
import type { InvoiceRow } from './invoice.sql.ts'
import { keptWords } from './room.ts'
import {
  batchAddress,
  batchWords,
  filesWords,
  invoiceName,
  invoicesAddress,
  invoicesWords,
  problemWords,
  roomAddress,
  stateWords,
} from './words.ts'

type Props = {
  canteen: Canteen
  batch: Batch
  outcomes: readonly Outcome[]
  next: InvoiceRow | null
  /** That the originals of the canteen take. */
  bytes: number
}

export const BatchPage: FC<Props> = (props) => {
  const { canteen, batch } = props
  const title = batch.readAt === null ? 'Lecture des factures' : `Dépôt du ${frenchDay(dayInParis(batch.receivedAt))}`
  return (
    <CanteenFrame canteen={canteen} tab="achats" title={title}>
      {batch.readAt === null ? <Progress {...props} /> : <Report {...props} />}
      <p>
        <a href={invoicesAddress(canteen.id)}>Toutes les factures, et en déposer d’autres</a>
      </p>
    </CanteenFrame>
  )
}

const Progress: FC<Props> = ({ canteen, batch }) => (
  <>
    <div data-progress={`${batchAddress(canteen.id, batch.id)}/avancement`} data-state="reading">
      <p>
        <progress aria-label="Avancement" max={batch.fileCount} value={batch.readCount}></progress>
      </p>
      <p role="status" data-progress-words>
        {batchWords(batch)}
      </p>
    </div>
    <p>
      <a href={batchAddress(canteen.id, batch.id)}>Actualiser</a>
    </p>
    <p>Vous pouvez fermer cette page : la lecture continue, et les factures vous attendront.</p>
  </>
)

/** What became of a file, from the most to the least pressing for whoever dropped it. */
type Fate = 'no_room' | 'unreadable' | 'held' | 'twin' | 'added'
const fateOf = ({ invoice, twin, problem }: Outcome): Fate =>
  problem === 'no_room'
    ? 'no_room'
    : problem !== null || (invoice === null && twin === null)
      ? 'unreadable'
      : twin
        ? 'twin'
        : invoice?.state === 'held'
          ? 'held'
          : 'added'
const FATES: readonly { fate: Fate; words(count: number): string }[] = [
  { fate: 'added', words: (n) => `${invoicesWords(n)} ${n > 1 ? 'lues' : 'lue'} en entier` },
  { fate: 'held', words: (n) => `${invoicesWords(n)} en attente` },
  { fate: 'twin', words: (n) => `${invoicesWords(n)} que vous aviez déjà` },
  { fate: 'no_room', words: (n) => `${invoicesWords(n)} que nous n’avons pas pu garder, faute de place` },
  { fate: 'unreadable', words: (n) => `${filesWords(n)} que nous n’avons pas pu lire` },
]

const Report: FC<Props> = ({ canteen, outcomes, next, bytes }) => {
  const count = (fate: Fate) => outcomes.filter((one) => fateOf(one) === fate).length
  const kept = count('added') + count('held')
  const sorted = [...outcomes].sort((a, b) => PRESSING.indexOf(fateOf(a)) - PRESSING.indexOf(fateOf(b)))
  return (
    <>
      <Notice
        title={kept === 0 ? 'Aucune nouvelle facture' : `${invoicesWords(kept)} ${kept > 1 ? 'nouvelles' : 'nouvelle'}`}
        kind={kept > 0 ? 'success' : 'warning'}
      >
        <ul>
          {FATES.filter(({ fate }) => count(fate) > 0).map(({ fate, words }) => (
            <li>{words(count(fate))}</li>
          ))}
        </ul>
      </Notice>
      {count('no_room') > 0 ? <NoRoom canteenId={canteen.id} bytes={bytes} /> : null}
      {count('unreadable') > 0 ? <OnPaper canteenId={canteen.id} /> : null}
      {next && kept > 0 ? (
        <p>
          <a class="fr-btn" href={`${invoicesAddress(canteen.id)}/${next.id}`}>
            Vérifier la première
          </a>
        </p>
      ) : null}
      {outcomes.length === 0 ? null : (
        <div class="fr-table fr-table--no-caption">
          <table class="stacked purchase-book">
            <caption>Ce que chaque fichier est devenu</caption>
            <thead>
              <tr>
                <th scope="col">Fichier</th>
                <th scope="col">Résultat</th>
                <th scope="col" class="amount">
                  Total hors taxe
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((outcome) => (
                <Row canteenId={canteen.id} outcome={outcome} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

/** What is not electronic is not lost: it is typed once, and kept beside its lines. */
const OnPaper: FC<{ canteenId: number }> = ({ canteenId }) => (
  <p>
    Votre fournisseur n’envoie qu’un papier, une photo ou un simple PDF ?{' '}
    <a href={`/cantines/${canteenId}/achats/saisir`}>Saisissez ses lignes</a>, puis joignez-leur ce fichier depuis le cahier
    d’achats.
  </p>
)

/** What to do where invoices could not be kept. */
const NoRoom: FC<{ canteenId: number; bytes: number }> = ({ canteenId, bytes }) => (
  <Notice title="Il n’y a plus assez de place" kind="warning">
    <p>
      {`${keptWords(bytes)} `}
      <a href={roomAddress(canteenId)}>Faites de la place</a>, puis déposez à nouveau les factures qui manquent.
    </p>
  </Notice>
)

const PRESSING: readonly Fate[] = ['no_room', 'unreadable', 'held', 'added', 'twin']

const Row: FC<{ canteenId: number; outcome: Outcome }> = ({ canteenId, outcome: { fileName, invoice, twin, problem } }) => {
  const known = invoice ?? twin
  return (
    <tr>
      <th scope="row" class="file-name">
        {fileName}
      </th>
      <td data-label="Résultat">
        {known ? (
          <>
            <a href={`${invoicesAddress(canteenId)}/${known.id}`}>{invoiceName(known)}</a>
            {twin ? ' : déjà reçue, rien n’est compté deux fois' : ` : ${stateWords[known.state].toLowerCase()}`}
          </>
        ) : problem ? (
          problemWords[problem]
        ) : (
          'Cette facture n’est plus là.'
        )}
      </td>
      <td class="amount" data-label="Total hors taxe">
        {known?.netCents == null ? '–' : formatEuros(known.netCents)}
      </td>
    </tr>
  )
}
