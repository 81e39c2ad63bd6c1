// Purchases that come back: those that wait for a word, and all those under way.
import type { FC } from 'hono/jsx'
import { formatEuros } from '../../law/money.ts'
import type { IsoDate } from '../../law/timeline.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import { AmountField, ErrorSummary, errorOf, RadioField } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { FIELD } from '../purchases/purchases.ts'
import { amountField, CHOICES, choiceField, modelFields } from './forms.ts'
import type { KeptRecurring } from './recurring.sql.ts'
import type { Proposed } from './recurring.ts'
import { nextDay } from './schedule.ts'
import { addressOf, countWords, fullDay, rhythmWords } from './words.ts'

type Props = {
  canteen: Canteen
  recurring: readonly KeptRecurring[]
  /** Those shown, and how many wait in all. */
  waiting: readonly Proposed[]
  waitingCount: number
  today: IsoDate
  /** What was typed, when it has to be put right. */
  values: FormValues | null
  errors: readonly FieldError[]
  mayWrite: boolean
  notice: unknown
}

export const RecurringPage: FC<Props> = (props) => {
  const { canteen, recurring, waiting, errors, mayWrite, notice } = props
  const underWay = recurring.filter(({ endedOn }) => endedOn === null)
  const ended = recurring.filter(({ endedOn }) => endedOn !== null)
  return (
    <CanteenFrame canteen={canteen} tab="achats" title="Achats récurrents">
      <ErrorSummary errors={errors} />
      {notice}
      {recurring.length === 0 ? (
        <>
          <p class="fr-text--lead">Le pain chaque semaine, le lait chaque mois : ne les saisissez qu’une fois.</p>
          <p>
            {`Dans le cahier, choisissez « Modifier » sur un achat, puis « Répéter cet achat ». Il reviendra ici à son rythme, et ne comptera qu’une fois son montant confirmé. `}
            <a href={`/cantines/${canteen.id}/achats`}>Ouvrir le cahier d’achats</a>
          </p>
        </>
      ) : null}
      {waiting.length > 0 && mayWrite ? <ToConfirm {...props} /> : null}
      {underWay.length > 0 ? (
        <section aria-labelledby="en-cours">
          <h2 id="en-cours">Ce qui revient</h2>
          <ul class="fr-raw-list recurring">
            {underWay.map((one) => (
              <UnderWay {...props} one={one} />
            ))}
          </ul>
        </section>
      ) : null}
      {ended.length > 0 ? (
        <Disclosure summary={`Ceux qui sont arrêtés (${ended.length})`}>
          <ul class="fr-raw-list recurring">
            {ended.map((one) => (
              <Ended {...props} one={one} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </CanteenFrame>
  )
}

const ToConfirm: FC<Props> = ({ canteen, waiting, waitingCount, values, errors, today }) => (
  <section aria-labelledby="a-confirmer">
    <h2 id="a-confirmer">{`${countWords(waitingCount)} à confirmer`}</h2>
    <p>Corrigez le montant d’après la facture. Rien ne compte avant votre confirmation.</p>
    {waitingCount > waiting.length ? <p>{`Voici les ${waiting.length} plus anciens ; les suivants viendront après.`}</p> : null}
    <form method="post" action={addressOf(canteen.id, '/confirmer')} novalidate>
      <ol class="fr-raw-list recurring">
        {waiting.map((one) => {
          const { recurring, day } = one
          const { description, supplier } = recurring.model
          return (
            <li>
              <h3 class="fr-h6">
                {[description, supplier].filter(Boolean).join(', ')}
                <span class="fr-hint-text">{fullDay(day)}</span>
              </h3>
              <div class="fr-grid-row fr-grid-row--gutters">
                <div class="fr-col-12 fr-col-sm-4">
                  <AmountField
                    name={amountField(one)}
                    label={`Prix hors taxe, le ${frenchDay(day)}`}
                    value={values?.get(amountField(one)) ?? modelFields(recurring.model, today).get(FIELD.priceExclTaxCents)}
                    error={errorOf(errors, amountField(one))}
                  />
                </div>
                <div class="fr-col-12 fr-col-sm-8">
                  <RadioField
                    name={choiceField(one)}
                    label={`L’achat du ${frenchDay(day)}`}
                    choices={CHOICES}
                    value={values?.get(choiceField(one)) ?? 'enregistrer'}
                    inline
                  />
                </div>
              </div>
            </li>
          )
        })}
      </ol>
      <p class="actions">
        <button class="fr-btn" type="submit">
          Confirmer mes choix
        </button>
      </p>
    </form>
  </section>
)

type OneProps = Props & { one: KeptRecurring }

const What: FC<OneProps> = ({ one: { model } }) => (
  <h3 class="fr-h6">
    {[model.description, model.supplier].filter(Boolean).join(', ')}{' '}
    <span class="figure">{formatEuros(model.priceExclTaxCents)}</span>
  </h3>
)

const UnderWay: FC<OneProps> = (props) => {
  const { one, today, mayWrite } = props
  const next = nextDay(one, today)
  return (
    <li>
      <What {...props} />
      <p>
        {`${rhythmWords(one).replace(/^./, (first) => first.toUpperCase())}, jusqu’au ${frenchDay(one.endsOn)}. `}
        {one.pausedOn !== null
          ? `En pause depuis le ${frenchDay(one.pausedOn)} : rien n’est proposé.`
          : next === null
            ? 'Terminé.'
            : `Prochain : ${fullDay(next)}.`}
      </p>
      {mayWrite ? (
        <div class="actions no-print">
          <a class="fr-link" href={addressOf(props.canteen.id, `/${one.id}/modifier`)}>
            Modifier
            <Of one={one} />
          </a>
          {one.pausedOn === null ? (
            <Turn {...props} to="pause" label="Mettre en pause" />
          ) : (
            <Turn {...props} to="reprendre" label="Reprendre" />
          )}
          <Turn {...props} to="arreter" label="Arrêter" />
        </div>
      ) : null}
    </li>
  )
}

const Ended: FC<OneProps> = (props) => (
  <li>
    <What {...props} />
    <p>{`Arrêté le ${frenchDay(props.one.endedOn!)}.`}</p>
    {props.mayWrite ? (
      <div class="actions no-print">
        <Turn {...props} to="reprendre" label="Reprendre" />
      </div>
    ) : null}
  </li>
)

const Of: FC<{ one: KeptRecurring }> = ({ one }) => <span class="fr-sr-only">{` ${one.model.description}`}</span>

export type TurnPath = 'pause' | 'reprendre' | 'arreter' | 'annuler-arret'
export const Turn: FC<{ canteen: Canteen; one: KeptRecurring; to: TurnPath; label: string }> = ({ canteen, one, to, label }) => (
  <form method="post" action={addressOf(canteen.id, `/${one.id}/${to}`)}>
    <button class="fr-btn fr-btn--sm fr-btn--secondary" type="submit">
      {label}
      <Of one={one} />
    </button>
  </form>
)
