// One statement, for its canteen: the link, what the supplier sent, and what is decided of each line.
import type { FC } from 'hono/jsx'
import type { Question } from '../../law/consistency.ts'
import { formatEuros } from '../../law/money.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { ErrorSummary, errorOf, RadioField, TextField } from '../../platform/html/fields.tsx'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { LineFields } from './line-fields.tsx'
import { lineField } from './lines.ts'
import { LinkSection, type LinkShown } from './link-section.tsx'
import { linesWords } from './mails.ts'
import { Questions } from './questions.tsx'
import { ACCEPT, ALL, COHERENT, REFUSE } from './review.ts'
import { type Given, LONGEST_WHY, type Statement, sumOf } from './statement.ts'
import { lineWords, shortDay, stateWords, supplierWords } from './words.ts'

export type ReviewProps = {
  canteen: Canteen
  statement: Statement
  now: Date
  mayWrite: boolean
  /** The link and what may be done with it; null for those who only read. */
  link: LinkShown | null
  values: FormValues
  errors: readonly FieldError[]
  questions: readonly Question[]
  /** The day that the purchases get. */
  day: string
  notice: unknown
}

export const ReviewPage: FC<ReviewProps> = (props) => {
  const { canteen, statement, now, mayWrite, link, errors, notice } = props
  const { supplier, year, state, given, email } = statement
  const address = `/cantines/${canteen.id}/releves/${statement.id}`
  return (
    <CanteenFrame canteen={canteen} tab="achats" title={`Relevé ${year} : ${supplier}`}>
      <ErrorSummary errors={errors} />
      {notice}
      <p class="fr-text--lead">
        {[
          stateWords(statement, now),
          supplierWords(statement),
          ...(given ? [`${formatEuros(sumOf(given.lines))} hors taxe`] : []),
        ].join(' · ')}
      </p>
      <p>
        <a href={`/cantines/${canteen.id}/releves`}>Tous les relevés</a>
      </p>
      {given ? <Sent given={given} statement={statement} /> : <p>{waitingWords(email !== null)}</p>}
      {given && state === 'sent' && mayWrite ? <Form {...props} given={given} address={address} /> : null}
      {given && (state === 'decided' || !mayWrite) ? <Decided {...props} given={given} /> : null}
      {state === 'decided' && mayWrite ? (
        <form method="post" action={`${address}/reprendre`} class="fr-mt-2w">
          <button class="fr-btn fr-btn--secondary" type="submit">
            Reprendre : retirer ses achats et le relire à nouveau
          </button>
        </form>
      ) : null}
      {link ? (
        <LinkSection link={link} of={statement} address={address} opens="la page de ce relevé" isDone={state === 'decided'} />
      ) : null}
      {link && statement.jointId !== null ? (
        <p>
          Ce relevé fait partie d’une demande groupée : votre fournisseur l’ouvre depuis sa liste. Couper son lien, ou en faire un
          nouveau, le retire de cette liste.
        </p>
      ) : null}
    </CanteenFrame>
  )
}

const waitingWords = (isMailed: boolean) =>
  isMailed
    ? 'Nous attendons sa réponse. Vous recevrez un courriel.'
    : 'Envoyez-lui le lien ci-dessous. Vous recevrez un courriel quand il aura répondu.'

const Sent: FC<{ given: Given; statement: Statement }> = ({ given, statement: { version } }) => (
  <p>
    {`Attesté par ${given.name} (${given.job})${version > 1 ? `, version ${version}` : ''}.`}
    {given.total === null ? '' : ` Total indiqué : ${formatEuros(given.total)}.`}
    {given.certificates === '' ? '' : ` Certificats : ${given.certificates}.`}
  </p>
)

const Form: FC<ReviewProps & { given: Given; address: string }> = ({
  given,
  statement,
  address,
  values,
  errors,
  questions,
  day,
}) => {
  const doubtful = new Set(questions.flatMap(({ lines }) => lines))
  const coherent = given.lines.filter((_, index) => !doubtful.has(index)).length
  return (
    <form method="post" action={`${address}/decider`} novalidate>
      <input type="hidden" name="version" value={statement.version} />
      <Questions title="À vérifier avant d’accepter" questions={questions} />
      <h2>Relire ligne par ligne</h2>
      <p>{`Les lignes acceptées deviennent des achats de « ${statement.supplier} », datés du ${shortDay(day)}. Vous pouvez corriger une ligne avant de l’accepter.`}</p>
      <p>
        <a href="#decider">Accepter plusieurs lignes d’un coup</a>
      </p>
      <ol class="fr-raw-list">
        {given.lines.map((line, index) => (
          <li class="statement-line">
            <p class="statement-line__head">
              <strong>{`${index + 1}. ${line.wording || lineWords(line)}`}</strong>
              <span>{formatEuros(line.cents)}</span>
            </p>
            {line.wording ? <p class="fr-text--sm">{lineWords(line)}</p> : null}
            {questions
              .filter(({ lines }) => lines.length < given.lines.length && lines.includes(index))
              .map(({ message }) => (
                <p class="fr-text--sm">{message}</p>
              ))}
            <RadioField
              name={lineField(index, 'decision')}
              label={`Décision pour la ligne ${index + 1}`}
              value={values.get(lineField(index, 'decision'))}
              error={errorOf(errors, lineField(index, 'decision'))}
              inline
              choices={[
                { value: ACCEPT, label: 'Accepter' },
                { value: REFUSE, label: 'Refuser' },
              ]}
            />
            <Disclosure
              summary="Corriger, ou dire pourquoi je refuse"
              open={isTouched(errors, index) || isRefused(values, index)}
            >
              <LineFields index={index} values={values} errors={errors} />
              <TextField
                name={lineField(index, 'mot')}
                label="Pourquoi je refuse"
                hint="À remplir si vous refusez : votre fournisseur le lira."
                maxlength={LONGEST_WHY}
                value={values.get(lineField(index, 'mot'))}
                error={errorOf(errors, lineField(index, 'mot'))}
              />
            </Disclosure>
          </li>
        ))}
      </ol>
      {/* The first button is the one that Enter presses from any field: it decides of nothing more than what is ticked. */}
      <div class="actions" id="decider">
        <button class="fr-btn" type="submit">
          Enregistrer mes décisions
        </button>
        {coherent > 0 ? (
          <button class="fr-btn fr-btn--secondary" type="submit" name={ALL} value={COHERENT}>
            {questions.length === 0
              ? `Tout accepter (${linesWords(coherent)})`
              : `Accepter ce qui ne pose pas de question (${linesWords(coherent)})`}
          </button>
        ) : null}
        {questions.length > 0 ? (
          <button class="fr-btn fr-btn--tertiary" type="submit" name={ALL} value="verifie">
            J’ai vérifié : tout accepter
          </button>
        ) : null}
      </div>
    </form>
  )
}

const isTouched = (errors: readonly FieldError[], index: number) =>
  errors.some(({ field }) => field.startsWith(`ligne-${index}-`) && field !== lineField(index, 'decision'))
const isRefused = (values: FormValues, index: number) => values.get(lineField(index, 'decision')) === REFUSE

/** For those who only read, and once it is decided. */
const Decided: FC<ReviewProps & { given: Given }> = ({ given, statement: { state, decisions } }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Lignes du relevé</caption>
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Décision</th>
          <th scope="col" class="amount">
            Montant hors taxe
          </th>
        </tr>
      </thead>
      <tbody>
        {given.lines.map((sent, index) => {
          const decision = state === 'decided' ? decisions?.[index] : undefined
          const line = decision?.line ?? sent
          const isChanged = JSON.stringify(line) !== JSON.stringify(sent)
          return (
            <tr>
              <th scope="row">
                {line.wording || lineWords(line)}
                {line.wording ? <span class="purchase-book__about">{lineWords(line)}</span> : null}
              </th>
              <td data-label="Décision">
                {decision === undefined
                  ? 'À décider'
                  : decision.accepted
                    ? isChanged
                      ? `Corrigée (elle disait : ${lineWords(sent)}, ${formatEuros(sent.cents)})`
                      : 'Acceptée'
                    : `Refusée : ${decision.why}`}
              </td>
              <td class="amount" data-label="Montant hors taxe">
                {formatEuros(line.cents)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </div>
)

export const leftNotice = (count: number) => (
  <Notice title={`Il reste ${linesWords(count)} à décider`}>
    <p>Les autres sont prêtes : acceptez ou refusez celles qui restent, puis enregistrez.</p>
  </Notice>
)

export const decidedNotice = (accepted: number) =>
  accepted > 0 ? null : (
    <Notice title="Aucune ligne n’est acceptée" kind="success">
      <p>Rien n’entre dans vos achats. Vous pouvez reprendre votre décision.</p>
    </Notice>
  )

export const askedNotice = (statement: Statement, until: string) => (
  <Notice title="Le relevé est demandé" kind="success">
    <p>
      {statement.email === null
        ? `Copiez le lien ci-dessous et envoyez-le à ${statement.supplier}. Il sert jusqu’au ${frenchDay(until)}.`
        : `Nous avons écrit à ${statement.email}. Le lien sert jusqu’au ${frenchDay(until)}.`}
    </p>
  </Notice>
)
