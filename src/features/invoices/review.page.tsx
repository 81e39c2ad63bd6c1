// One invoice: each line with what we read in it, to be confirmed or put right.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import type { DataYear } from '../../law/timeline.ts'
import { ErrorSummary, errorOf } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { mayBePurchases } from './held.ts'
import type { InvoiceRow, KeptInvoice } from './invoice.sql.ts'
import { type DecidedLine, lineField, OPEN, SEEN } from './review.ts'
import { asideWords, decidedWords, EditableLine, LineHead, reasons } from './review-line.tsx'
import { heldWords, invoiceName, stateWords } from './words.ts'

export type ReviewProps = {
  canteen: Canteen
  invoice: KeptInvoice
  lines: readonly DecidedLine[]
  errors: readonly FieldError[]
  mayWrite: boolean
  /** The day in Paris. */
  today: string
  /** Of what the lines without fields show. */
  seen: string
  /** The line whose fields were just asked for. */
  opened: number | null
  /** The invoice that this one takes the place of. */
  replaced: InvoiceRow | null
  notice: unknown
}

export const ReviewPage: FC<ReviewProps> = (props) => {
  const { canteen, invoice, errors, mayWrite, notice, today, replaced } = props
  const held = heldWords(invoice, today)
  const waits = invoice.state === 'to_confirm' || invoice.state === 'held'
  const mayConfirm = mayWrite && waits && mayBePurchases(invoice, today) && replaced?.state !== 'confirmed'
  const address = `/cantines/${canteen.id}/factures/${invoice.id}`
  return (
    <CanteenFrame canteen={canteen} tab="achats" title={invoiceName(invoice)}>
      <ErrorSummary errors={errors} />
      {notice}
      <p class="fr-text--lead">
        {`${stateWords[invoice.state]} · ${invoice.date?.split('-').reverse().join('/') ?? 'sans date'} · ${formatEuros(invoice.netCents ?? 0)} hors taxe`}
      </p>
      {invoice.supplierAddress || /^\d{9,14}$/.test(invoice.supplierNumber ?? '') ? (
        <p class="fr-text--sm">{supplierWords(invoice)}</p>
      ) : null}
      <p>
        {invoice.hasOriginal ? <a href={`${address}/fichier`}>Télécharger l’original</a> : 'Original effacé'} ·{' '}
        <a href={`/cantines/${canteen.id}/factures`}>Toutes les factures</a> ·{' '}
        <a href={`/cantines/${canteen.id}/achats/habitudes`}>Corrections retenues</a>
      </p>
      {held ? (
        <Notice title="Cette facture attend" kind="warning">
          <p>{held}</p>
          {mayWrite && invoice.differenceCents !== 0 ? (
            <p>
              <a href={`/cantines/${canteen.id}/achats/ajouter`}>Saisir ses achats</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {replaced && waits ? <Replaces canteenId={canteen.id} replaced={replaced} /> : null}
      {mayConfirm ? <Form {...props} address={address} /> : <Lines {...props} />}
      {mayWrite && waits ? (
        <form method="post" action={`${address}/ecarter`} class="fr-mt-2w">
          <button class="fr-btn fr-btn--tertiary" type="submit">
            {isCredit(invoice) ? 'Mettre cet avoir de côté' : 'Mettre cette facture de côté'}
          </button>
        </form>
      ) : null}
      {mayWrite && (invoice.state === 'confirmed' || invoice.state === 'aside') ? (
        <form method="post" action={`${address}/reprendre`} class="fr-mt-2w">
          <button class="fr-btn fr-btn--secondary" type="submit">
            {invoice.state === 'confirmed'
              ? 'Reprendre : retirer ses achats et la vérifier à nouveau'
              : 'Reprendre cette facture'}
          </button>
        </form>
      ) : null}
    </CanteenFrame>
  )
}

/** « 3 rue du Marché, 35140 Saint-Aubin · SIRET 000 000 026 00012 ». */
const supplierWords = ({ supplierAddress, supplierNumber }: InvoiceRow): string => {
  const [, siren, nic] = /^(\d{9})(\d{5})?$/.exec(supplierNumber ?? '') ?? []
  const number = siren && `${nic ? 'SIRET' : 'SIREN'} ${siren.replace(/(\d{3})(?=\d)/g, '$1 ')}${nic ? ` ${nic}` : ''}`
  return [supplierAddress, number].filter(Boolean).join(' · ')
}

/** Nothing may count twice: the invoice that is replaced goes first. */
const Replaces: FC<{ canteenId: number; replaced: InvoiceRow }> = ({ canteenId, replaced }) => (
  <Notice title="Cette facture en remplace une autre" kind={replaced.state === 'aside' ? 'info' : 'warning'}>
    <p>
      <a href={`/cantines/${canteenId}/factures/${replaced.id}`}>{invoiceName(replaced)}</a>
      {` (${stateWords[replaced.state].toLowerCase()}). `}
      {replaced.state === 'confirmed' ? 'Reprenez-la et mettez-la de côté, puis revenez confirmer celle-ci.' : ''}
      {replaced.state === 'to_confirm' || replaced.state === 'held' ? 'Mettez-la de côté : rien ne doit compter deux fois.' : ''}
    </p>
  </Notice>
)

const Form: FC<ReviewProps & { address: string }> = ({ lines, errors, invoice, address, seen, opened }) => {
  const dataYear = Number(invoice.date?.slice(0, 4))
  const numbered = lines.map((line, index) => ({ line, index }))
  const open = numbered.filter(({ line }) => line.open)
  const sure = numbered.filter(({ line }) => !line.open && !line.aside)
  const aside = numbered.filter(({ line }) => !line.open && line.aside)
  return (
    <form method="post" action={`${address}/confirmer`} novalidate>
      <input type="hidden" name={SEEN} value={seen} />
      <p id="lignes">
        {open.length === 0
          ? 'Nous avons tout reconnu : relisez, puis confirmez.'
          : `${linesWords(open.length)} à regarder de près, les autres sont reconnues.`}{' '}
        Les mots qui nous ont guidés sont entre guillemets.
      </p>
      {/* First of the form: what « Entrée » does in a field. */}
      <Confirm lines={lines} isCredit={isCredit(invoice)} />
      {open.length === 0 ? null : (
        <section aria-labelledby="a-regarder" class="fr-mt-2w">
          <h2 id="a-regarder">{`À regarder : ${linesWords(open.length)}`}</h2>
          <ol class="fr-raw-list">
            {open.map(({ line, index }) => (
              <EditableLine
                line={line}
                index={index}
                error={errorOf(errors, lineField(index, 'famille'))}
                dataYear={dataYear}
                focus={opened === index}
              />
            ))}
          </ol>
        </section>
      )}
      <Known title="Reconnues" id="reconnues" lines={sure} dataYear={dataYear} />
      <Known title="Écartées" id="ecartees" lines={aside} dataYear={dataYear} />
      <p>
        {`Total des lignes, écartées comprises : `}
        <strong>{formatEuros(lines.reduce((sum, { proposal }) => sum + proposal.cents, 0))}</strong>
        {`, le total hors taxe de ${isCredit(invoice) ? 'l’avoir' : 'la facture'}${invoice.netCents === null ? '' : ` (${formatEuros(invoice.netCents)})`}.`}
      </p>
      {lines.length > FEW ? <Confirm lines={lines} isCredit={isCredit(invoice)} /> : null}
    </form>
  )
}

/** Above so many lines, the button comes again at the end. */
const FEW = 3

const isCredit = ({ kind }: InvoiceRow) => kind === 'credit'
const linesWords = (count: number) => `${count} ligne${count > 1 ? 's' : ''}`

const Confirm: FC<{ lines: readonly DecidedLine[]; isCredit: boolean }> = ({ lines, isCredit }) => {
  const count = lines.filter(({ aside }) => !aside).length
  return (
    <p class="actions">
      <button class="fr-btn" type="submit">
        {count > 0 && isCredit
          ? 'Confirmer cet avoir'
          : count === 1
            ? 'Confirmer cet achat'
            : `Confirmer ${count === 0 ? 'sans achat' : `ces ${count} achats`}`}
      </button>
    </p>
  )
}

type Numbered = { readonly line: DecidedLine; readonly index: number }

/** Lines that need no look: what was understood, in words, and a way to change it. */
const Known: FC<{ title: string; id: string; lines: readonly Numbered[]; dataYear: DataYear }> = (props) => {
  const { title, id, lines, dataYear } = props
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={id} class="fr-mt-4w">
      <h2 id={id}>{`${title} : ${linesWords(lines.length)}`}</h2>
      <ol class="fr-raw-list">
        {lines.map(({ line, index }) => (
          <li class="invoice-line invoice-line--known">
            <LineHead line={line} />
            <p class="fr-mb-0">{line.aside ? asideWords(line) : decidedWords(line)}</p>
            <p class="invoice-line__why">
              <span class="fr-text--sm">{reasons(line, dataYear)}</span>
              <button class="fr-btn fr-btn--sm fr-btn--tertiary-no-outline" type="submit" name={OPEN} value={String(index)}>
                Modifier
                <span class="fr-sr-only"> {line.proposal.wording}</span>
              </button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** For those who only read, and for an invoice that is decided. */
const Lines: FC<ReviewProps> = ({ lines }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Lignes de la facture</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Famille, labels et origine</th>
          <th scope="col" class="amount">
            Montant hors taxe
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr>
            <th scope="row">{line.proposal.wording || 'Ligne sans libellé'}</th>
            <td>{line.aside ? asideWords(line) : decidedWords(line)}</td>
            <td class="amount" data-label="Montant hors taxe">
              {formatEuros(line.proposal.cents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
