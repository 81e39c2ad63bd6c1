// The statements of a canteen: asking for one, and those that wait.
import type { FC } from 'hono/jsx'
import { ErrorSummary } from '../../platform/html/fields.tsx'
import { Disclosure } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { AskFields } from './ask-fields.tsx'
import { JOINT } from './joint-ask.ts'
import { LINK_DAYS, type Statement } from './statement.ts'
import { amountWords, stateWords } from './words.ts'

export type ListProps = {
  canteen: Canteen
  statements: readonly Statement[]
  mayWrite: boolean
  now: Date
  values: FormValues
  errors: readonly FieldError[]
  years: readonly number[]
  /** Suppliers already in the book. */
  suppliers: readonly string[]
  /** Has this person other canteens to ask for? */
  hasOthers: boolean
}

export const StatementsPage: FC<ListProps> = (props) => {
  const { canteen, statements, mayWrite, errors } = props
  return (
    <CanteenFrame canteen={canteen} tab="achats" title="Relevés annuels">
      <ErrorSummary errors={errors} />
      <p class="fr-text--lead">
        Vos fournisseurs et prestataires connaissent leurs produits, leurs labels et leurs montants : demandez-leur le relevé de
        l’année.
      </p>
      {statements.length > 0 ? (
        <section aria-labelledby="demandes">
          <h2 id="demandes">Relevés demandés</h2>
          <List {...props} />
        </section>
      ) : null}
      {mayWrite ? <Ask {...props} /> : statements.length === 0 ? <p>Aucun relevé n’a été demandé pour l’instant.</p> : null}
    </CanteenFrame>
  )
}

const List: FC<ListProps> = ({ canteen, statements, now }) => (
  <div class="fr-table fr-table--no-caption">
    <table class="stacked purchase-book">
      <caption>Relevés demandés aux fournisseurs et prestataires</caption>
      <thead>
        <tr>
          <th scope="col">De</th>
          <th scope="col">Année</th>
          <th scope="col">État</th>
          <th scope="col" class="amount">
            Montant hors taxe
          </th>
        </tr>
      </thead>
      <tbody>
        {statements.map((one) => (
          <tr>
            <th scope="row">
              <a href={`/cantines/${canteen.id}/releves/${one.id}`}>{one.supplier}</a>
            </th>
            <td data-label="Année">{one.year}</td>
            <td data-label="État">{stateWords(one, now)}</td>
            <td class="amount" data-label="Montant hors taxe">
              {amountWords(one.given)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Ask: FC<ListProps> = ({ canteen, values, errors, years, suppliers, hasOthers }) => {
  return (
    <section aria-labelledby="demander">
      <h2 id="demander">Demander un relevé</h2>
      <p>
        {`Votre fournisseur reçoit un lien, valable ${LINK_DAYS} jours, qui ouvre une seule page : le nom de votre cantine, sa commune, l’année et ses propres lignes. Il la remplit ou y dépose son fichier, sans compte. Vous relisez, vous acceptez ligne par ligne : rien ne compte avant.`}
      </p>
      {hasOthers ? (
        <p>
          Il livre plusieurs de vos cantines ?{' '}
          <a href={`${JOINT}?cantine=${canteen.id}`}>Demandez-lui tous les relevés en une fois</a>.
        </p>
      ) : null}
      <div class="fr-grid-row">
        <div class="fr-col-12 fr-col-md-8">
          <form method="post" action={`/cantines/${canteen.id}/releves`} novalidate>
            <AskFields values={values} errors={errors} years={years} suppliers={suppliers} />
            <div class="actions">
              <button class="fr-btn" type="submit">
                Demander ce relevé
              </button>
            </div>
          </form>
        </div>
      </div>
      <Disclosure summary="Qui voit quoi ?">
        <ul>
          <li>Votre fournisseur ne voit ni vos achats, ni vos parts, ni votre équipe, ni les relevés des autres.</li>
          <li>Votre équipe voit ce qu’il envoie, le nom et la fonction de qui l’atteste.</li>
          <li>Vous pouvez couper le lien à tout moment, ou en faire un nouveau.</li>
        </ul>
      </Disclosure>
    </section>
  )
}
