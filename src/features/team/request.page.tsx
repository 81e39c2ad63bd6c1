// One request to join, answered by an administrator; and the list of those that wait.
import type { FC } from 'hono/jsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { ErrorSummary, errorOf, RadioField, TextAreaField } from '../../platform/html/fields.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import type { JoinRequest } from './joining.sql.ts'
import { LONGEST_MESSAGE } from './joining.ts'
import { fullName } from './people.ts'
import { roleChoices } from './roles.ts'

export const RequestList: FC<{ requests: readonly JoinRequest[]; base: string }> = ({ requests, base }) =>
  requests.length === 0 ? null : (
    <section class="team" aria-labelledby="demandes">
      <h2 class="fr-h4" id="demandes">
        {requests.length === 1 ? 'Une demande attend votre réponse' : `${requests.length} demandes attendent votre réponse`}
      </h2>
      <ul class="plain-list">
        {requests.map((request) => (
          <li class="team__item">
            <p>
              <strong>{fullName(request)}</strong>, le {frenchDay(dayInParis(request.askedAt))}
            </p>
            <p>
              <a href={`${base}/demandes/${request.id}`}>
                Lire et répondre<span class="fr-sr-only"> à {fullName(request)}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )

type Props = { canteen: Canteen; request: JoinRequest; role: string; word: string; errors: readonly FieldError[] }

export const RequestPage: FC<Props> = ({ canteen, request, role, word, errors }) => {
  const action = `/cantines/${canteen.id}/equipe/demandes/${request.id}`
  return (
    <CanteenFrame canteen={canteen} tab="equipe" title={`La demande de ${fullName(request)}`}>
      <ErrorSummary errors={errors} />
      <p>
        {fullName(request)} (<a href={`mailto:${request.email}`}>{request.email}</a>) demande à rejoindre l’équipe depuis le{' '}
        {frenchDay(dayInParis(request.askedAt))} :
      </p>
      <blockquote class="fr-highlight">
        <p class="multiline">{request.message}</p>
      </blockquote>
      <p>
        L’adresse est vérifiée, le reste est ce que la personne déclare. Un doute ? Appelez l’établissement avant de répondre.
      </p>
      <h2 class="fr-h4">Accueillir dans l’équipe</h2>
      <form method="post" action={`${action}/accepter`} novalidate>
        <RadioField name="role" label="Avec quel rôle ?" choices={roleChoices} value={role} error={errorOf(errors, 'role')} />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Accueillir dans l’équipe
          </button>
        </p>
      </form>
      <h2 class="fr-h4">Ou décliner</h2>
      <form method="post" action={`${action}/decliner`} novalidate>
        <TextAreaField
          name="mot"
          label="Un mot d’explication"
          hint="La personne le lira dans le courriel."
          required={false}
          value={word}
          maxlength={LONGEST_MESSAGE}
          rows={2}
          error={errorOf(errors, 'mot')}
        />
        <p class="actions">
          <button class="fr-btn fr-btn--secondary" type="submit">
            Décliner
          </button>
        </p>
      </form>
    </CanteenFrame>
  )
}
