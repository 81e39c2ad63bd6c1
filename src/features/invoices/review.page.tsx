// One invoice: each line with what we read in it, to be confirmed or put right.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import { countingOf } from '../../law/purchase.ts'
import type { DataYear } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { CheckboxField, ErrorSummary, errorOf, SelectField } from '../../platform/html/fields.tsx'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { familyChoices, familyWords, labelChoices, labelWords, originChoices, originWords } from '../purchases/purchases.ts'
import { mayBePurchases } from './held.ts'
import type { InvoiceRow, KeptInvoice } from './invoice.sql.ts'
import { type DecidedLine, lineField } from './review.ts'
import { heldWords, invoiceName, stateWords } from './words.ts'

export type ReviewProps = {
  canteen: Canteen
  invoice: KeptInvoice
  lines: readonly DecidedLine[]
  errors: readonly FieldError[]
  mayWrite: boolean
  /** The day in Paris. */
  today: string
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
      <p>
        <a href={`${address}/fichier`}>Télécharger l’original</a> ·{' '}
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
            Mettre cette facture de côté
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

const Form: FC<ReviewProps & { address: string }> = ({ lines, errors, invoice, address }) => (
  <form method="post" action={`${address}/confirmer`} novalidate>
    <p>Vérifiez chaque ligne. Les mots qui nous ont guidés sont entre guillemets.</p>
    <ol class="fr-raw-list invoice-lines">
      {lines.map((line, index) => (
        <Line
          line={line}
          index={index}
          error={errorOf(errors, lineField(index, 'famille'))}
          dataYear={Number(invoice.date?.slice(0, 4))}
        />
      ))}
    </ol>
    <p>
      {`Total des lignes, écartées comprises : `}
      <strong>{formatEuros(lines.reduce((sum, { proposal }) => sum + proposal.cents, 0))}</strong>
      {`, le total hors taxe de la facture${invoice.netCents === null ? '' : ` (${formatEuros(invoice.netCents)})`}.`}
    </p>
    <div class="actions">
      <button class="fr-btn" type="submit">
        Confirmer ces achats
      </button>
    </div>
  </form>
)

const Line: FC<{ line: DecidedLine; index: number; error: string | undefined; dataYear: DataYear }> = (props) => {
  const { line, index, error, dataYear } = props
  const { proposal, family, labels, origin, aside } = line
  const isSure = proposal.confidence >= SURE && labels.length === 0 && family !== null
  return (
    <li class="invoice-line">
      <p class="invoice-line__head">
        <strong>{proposal.wording || 'Ligne sans libellé'}</strong>{' '}
        <span class="invoice-line__amount">{formatEuros(proposal.cents)}</span>
      </p>
      <p class="fr-text--sm">{reasons(line, dataYear)}</p>
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-md-5">
          <SelectField
            name={lineField(index, 'famille')}
            label="Famille"
            value={family ?? ''}
            choices={[...familyChoices]}
            error={error}
          />
        </div>
        <div class="fr-col-12 fr-col-md-4">
          <SelectField
            name={lineField(index, 'origine')}
            label="Origine"
            required={false}
            empty="Autre ou inconnue"
            value={origin ?? ''}
            choices={[...originChoices]}
          />
        </div>
        <div class="fr-col-12 fr-col-md-3">
          <CheckboxField
            name={lineField(index, 'ecarter')}
            label="Pas un aliment ?"
            choices={[{ value: 'oui', label: 'Écarter la ligne' }]}
            values={aside ? ['oui'] : []}
          />
        </div>
      </div>
      <Disclosure
        summary={labels.length === 0 ? 'Ajouter un label' : `Labels : ${labels.map(labelWords).join(', ')}`}
        open={!isSure && labels.length > 0}
      >
        <CheckboxField
          name={lineField(index, 'label')}
          label="Labels"
          choices={labelChoices.map(({ value, label }) => ({ value, label }))}
          values={labels}
          inline
        />
      </Disclosure>
    </li>
  )
}

const SURE = 0.9

/** Why this is proposed: the words that told it, what the team corrected before, what needs a proof, where it counts, what is shared out. */
function reasons({ proposal, aside: isAside, family, labels }: DecidedLine, dataYear: DataYear): string {
  const { evidence, aside, sharedCents, confidence, learnedOn } = proposal
  const isTold = learnedOn !== undefined && labels.some((label) => !evidence.some(({ code }) => code === label))
  const counting = { family, characteristics: labels, origin: null, shortChain: false, local: false }
  const parts = [
    aside === null ? '' : `Écartée : ${aside}.`,
    evidence.length > 0 ? `Lu : ${[...new Set(evidence.map(({ words }) => `« ${words} »`))].join(', ')}.` : '',
    learnedOn !== undefined && aside === null ? `Corrigé par votre équipe le ${frenchDay(learnedOn)}.` : '',
    evidence.length === 0 && aside === null && learnedOn === undefined
      ? 'Nous n’avons pas reconnu ce produit : choisissez sa famille.'
      : '',
    evidence.length > 0 && confidence < SURE ? 'Peu sûr : regardez bien.' : '',
    isTold ? 'Ce label n’est pas écrit sur la facture : gardez-en la preuve.' : '',
    evidence.some(({ needsProof }) => needsProof) ? 'Ce label ne compte que si vous en gardez la preuve.' : '',
    labels.length > 0 && !isAside ? countingOf(counting, dataYear).why : '',
    sharedCents === 0 ? '' : `Dont ${formatEuros(sharedCents)} de remise ou de frais de la facture.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** For those who only read, and for an invoice that is decided. */
const Lines: FC<ReviewProps> = ({ lines }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Lignes de la facture</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Proposition</th>
          <th scope="col" class="amount">
            Montant hors taxe
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ proposal, family, labels, origin, aside }) => (
          <tr>
            <th scope="row">{proposal.wording || 'Ligne sans libellé'}</th>
            <td>
              {aside
                ? `Écartée${proposal.aside ? ` : ${proposal.aside}` : ''}`
                : [familyWords(family), ...labels.map(labelWords), ...(origin ? [originWords(origin)] : [])].join(' · ')}
            </td>
            <td class="amount" data-label="Montant hors taxe">
              {formatEuros(proposal.cents)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
