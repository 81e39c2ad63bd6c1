// Asking to run a canteen that nobody runs, and following what becomes of it.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import { CheckboxField, ErrorSummary, errorOf, TextAreaField, TextField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, MY_CANTEENS } from '../canteens/canteens.ts'
import { Which } from './join.page.tsx'
import { LONGEST_JOB, LONGEST_TIE } from './takeover-form.ts'
import type { Takeover } from './takeovers.sql.ts'
import { COOLING_DAYS, UNDO_DAYS } from './takeovers.ts'

type Props = { canteen: Canteen; last: Takeover | null; values: FormValues; errors: readonly FieldError[]; contested: boolean }

export const TakeoverPage: FC<Props> = ({ canteen, last, values, errors, contested }) => (
  <Article title="S’occuper de cette cantine" trail={[MY_CANTEENS]}>
    <ErrorSummary errors={errors} />
    <Before last={last} />
    <Which canteen={canteen} />
    <p>
      Personne n’administre cette cantine. Si vous y travaillez, dites-nous à quel titre : sans opposition de l’équipe de ma
      cantine ni des personnes qui s’en sont occupées, vous l’administrerez au bout de {COOLING_DAYS} jours.
    </p>
    {contested ? (
      <Notice title="Quelqu’un d’autre l’a déjà demandé">
        <p>Vous pouvez le demander aussi : l’équipe de ma cantine décidera, et écrira à chacun·e.</p>
      </Notice>
    ) : null}
    <form method="post" action={`/cantines/${canteen.id}/revendiquer`} novalidate>
      <TextField
        name="fonction"
        label="Votre fonction dans l’établissement"
        hint="Par exemple : gestionnaire, chef de cuisine, responsable du service scolaire de la mairie."
        value={values.get('fonction')}
        maxlength={LONGEST_JOB}
        error={errorOf(errors, 'fonction')}
      />
      <TextAreaField
        name="lien"
        label="Ce qui vous lie à l’établissement"
        hint="Depuis quand, pour quel employeur, qui peut le confirmer. Seule l’équipe de ma cantine le lira."
        value={values.get('lien')}
        maxlength={LONGEST_TIE}
        error={errorOf(errors, 'lien')}
      />
      <TextField
        name="courriel-pro"
        label="Votre adresse professionnelle"
        hint="Si votre compte est à une adresse personnelle : elle aide à vous reconnaître, et accélère la réponse."
        required={false}
        type="email"
        value={values.get('courriel-pro')}
        error={errorOf(errors, 'courriel-pro')}
      />
      <CheckboxField
        name="attestation"
        label="Votre engagement"
        values={values.all('attestation')}
        error={errorOf(errors, 'attestation')}
        choices={[
          {
            value: 'oui',
            label:
              'J’atteste travailler pour cet établissement ou être chargé·e de sa restauration, et que ce que j’écris est exact.',
          },
        ]}
      />
      <p class="actions">
        <button class="fr-btn" type="submit">
          Envoyer ma demande
        </button>
      </p>
    </form>
  </Article>
)

/** What became of an earlier request. */
const Before: FC<{ last: Takeover | null }> = ({ last }) => {
  if (last === null || last.closedAt === null) return null
  const at = day(last.closedAt)
  if (last.state === 'withdrawn') return <Notice title={`Vous avez retiré votre demande le ${at}`} kind="success" />
  if (last.state === 'undone') return <Notice title="Vous avez rendu cette cantine" kind="success" />
  if (last.state !== 'opposed') return null
  return (
    <Notice title={`Votre demande a été refusée le ${at}`} kind="warning">
      <p>{last.reason}</p>
    </Notice>
  )
}

type OpenProps = { canteen: Canteen; takeover: Takeover; contested: boolean; demo: boolean }

export const OpenTakeoverPage: FC<OpenProps> = ({ canteen, takeover, contested, demo }) => (
  <Article title="Votre demande est en cours" trail={[MY_CANTEENS]}>
    <Which canteen={canteen} />
    {contested ? (
      <p>Une autre personne a fait la même demande : l’équipe de ma cantine décidera, et vous écrira.</p>
    ) : (
      <p>
        Envoyée le {day(takeover.askedAt)}. Sans opposition, vous administrerez cette cantine après le{' '}
        <strong>{day(takeover.dueAt)}</strong>. Un courriel vous le dira.
      </p>
    )}
    <h2>Ce que vous avez déclaré</h2>
    <ul>
      <li>Votre fonction : {takeover.job}</li>
      <li>Ce qui vous lie à l’établissement : {takeover.tie}</li>
      {takeover.workEmail ? <li>Votre adresse professionnelle : {takeover.workEmail}</li> : null}
    </ul>
    {demo ? (
      <Notice title="Sur ce site de démonstration">
        <p>
          Pour voir la suite sans attendre, connectez-vous comme Nadia Lefèvre, de l’équipe de ma cantine : « Mes cantines » la
          mène aux demandes, qu’elle peut accorder.
        </p>
      </Notice>
    ) : null}
    <form method="post" action={`/cantines/${canteen.id}/revendiquer/retirer`}>
      <button class="fr-btn fr-btn--secondary" type="submit">
        Retirer ma demande
      </button>
    </form>
  </Article>
)

export const GrantedPage: FC<{ canteen: Canteen; takeover: Takeover }> = ({ canteen, takeover }) => (
  <Article title="Vous administrez cette cantine" trail={[MY_CANTEENS]}>
    <Which canteen={canteen} />
    <p>
      Accordée le {day(takeover.closedAt ?? takeover.askedAt)}. <a href={`/cantines/${canteen.id}`}>Ouvrir sa fiche</a> ou{' '}
      <a href={`/cantines/${canteen.id}/equipe`}>inviter votre équipe</a>.
    </p>
    <h2>Ce n’était pas la bonne ?</h2>
    <form method="post" action={`/cantines/${canteen.id}/revendiquer/annuler`}>
      <p>Pendant {UNDO_DAYS} jours, et tant que vous y êtes seul·e, vous pouvez la rendre : elle n’aura de nouveau personne.</p>
      <button class="fr-btn fr-btn--secondary" type="submit">
        Rendre cette cantine
      </button>
    </form>
  </Article>
)

const day = (at: Date) => frenchDay(dayInParis(at))
