// Asking to join the team of a canteen, and following one's request.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { ErrorSummary, errorOf, TextAreaField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, kindWords, MY_CANTEENS, placeWords } from '../canteens/canteens.ts'
import type { MyRequest } from './joining.sql.ts'
import { LONGEST_MESSAGE } from './joining.ts'

/** Which canteen this is about, for someone who is not of it. */
export const Which: FC<{ canteen: Canteen }> = ({ canteen }) => (
  <p>
    <strong>{canteen.name}</strong>
    <br />
    {[kindWords(canteen), placeWords(canteen)].filter(Boolean).join(' · ')}
  </p>
)

type Props = { canteen: Canteen; message: string; errors: readonly FieldError[]; last: MyRequest | null; email: string }

export const JoinPage: FC<Props> = ({ canteen, message, errors, last, email }) => (
  <Article title="Rejoindre l’équipe" trail={[MY_CANTEENS]}>
    <ErrorSummary errors={errors} />
    {last?.answer === 'declined' && last.answeredAt ? (
      <Notice title={`Votre demande du ${day(last.askedAt)} n’a pas eu de suite`}>
        <p>Si c’est un malentendu, parlez-en avec l’établissement avant d’en envoyer une autre.</p>
      </Notice>
    ) : null}
    <Which canteen={canteen} />
    <p>
      Une équipe s’occupe déjà de cette cantine. Votre demande arrive par courriel à qui l’administre, avec votre nom et votre
      adresse ({email}).
    </p>
    <form method="post" action={`/cantines/${canteen.id}/rejoindre`} novalidate>
      <TextAreaField
        name="message"
        label="Votre message"
        hint={`Dites qui vous êtes et ce que vous faites dans l’établissement. ${LONGEST_MESSAGE} signes au plus.`}
        value={message}
        maxlength={LONGEST_MESSAGE}
        error={errorOf(errors, 'message')}
      />
      <p class="actions">
        <button class="fr-btn" type="submit">
          Envoyer ma demande
        </button>
      </p>
    </form>
  </Article>
)

export const WaitingPage: FC<{ canteen: Canteen; request: MyRequest; contact: string }> = ({ canteen, request, contact }) => (
  <Article title="Votre demande est en attente" trail={[MY_CANTEENS]}>
    <Which canteen={canteen} />
    <p>Envoyée le {day(request.askedAt)}. Un courriel vous dira la réponse de l’équipe.</p>
    <p>
      Toujours rien après deux semaines ? L’équipe ne lit peut-être plus ses courriels :{' '}
      <a href={`mailto:${contact}`}>écrivez-nous</a>.
    </p>
    <form method="post" action={`/cantines/${canteen.id}/rejoindre/retirer`}>
      <button class="fr-btn fr-btn--secondary" type="submit">
        Retirer ma demande
      </button>
    </form>
  </Article>
)

const day = (at: Date) => frenchDay(dayInParis(at))
