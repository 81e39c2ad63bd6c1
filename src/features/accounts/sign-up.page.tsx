import type { FC } from 'hono/jsx'
import { CheckboxField, ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { LINK_MINUTES } from './auth.ts'
import { Column, Form } from './frame.tsx'

export const SignUpPage: FC<{ values: FormValues; errors: readonly FieldError[]; suite: string }> = ({
  values,
  errors,
  suite,
}) => {
  const field = (name: string) => ({ name, value: values.get(name), error: errorOf(errors, name) })
  return (
    <Column title="Créer un compte">
      <ErrorSummary errors={errors} />
      <p class="fr-text--lead">
        Un compte garde vos cantines, votre équipe et vos bilans. Faire le point, calculer et vous informer restent possibles
        sans.
      </p>
      <p>
        Déjà un compte ? <a href="/connexion">Connectez-vous</a>.
      </p>
      <Form action="/creer-un-compte" button="Créer mon compte" suite={suite}>
        <TextField {...field('prenom')} label="Prénom" autocomplete="given-name" maxlength={80} />
        <TextField {...field('nom')} label="Nom" autocomplete="family-name" maxlength={80} />
        <TextField
          {...field('courriel')}
          label="Adresse électronique"
          hint="De préférence celle de votre travail. Nous y enverrons un lien pour vérifier qu’elle est à vous."
          type="email"
          autocomplete="email"
        />
        <CheckboxField
          name="accord"
          label="Ce que nous gardons"
          error={errorOf(errors, 'accord')}
          values={values.all('accord')}
          choices={[
            {
              value: 'oui',
              label: 'J’ai compris que ces informations servent à tenir mon compte, et que je peux l’effacer quand je veux.',
            },
          ]}
        />
        <p>
          <a href="/donnees-personnelles">Ce que nous faisons de vos données</a>
        </p>
      </Form>
    </Column>
  )
}

/** The same whatever the mailbox: it says neither yes nor no to whoever tries addresses. */
export const MailSentPage: FC<{ email: string; mailbox: boolean }> = ({ email, mailbox }) => (
  <Column title="Regardez votre boîte aux lettres">
    <p class="fr-text--lead">
      Nous venons d’écrire à <strong>{email}</strong>. Ouvrez ce courriel et suivez son lien pour continuer.
    </p>
    <p>Le lien sert une seule fois, pendant {LINK_MINUTES} minutes.</p>
    {mailbox ? (
      <p>
        Sur ce site de démonstration, aucun courriel ne part : <a href="/demo/courriels">lisez-le ici</a>.
      </p>
    ) : null}
    <h2>Rien n’arrive ?</h2>
    <ul>
      <li>Attendez une ou deux minutes, puis regardez dans les indésirables.</li>
      <li>Vérifiez l’adresse ci-dessus : une lettre de travers, et le courriel se perd.</li>
      <li>Après cinq demandes en une heure pour la même adresse, nous n’écrivons plus : attendez un peu.</li>
    </ul>
    <p>
      <a href="/connexion">Demander un nouveau lien</a>
    </p>
  </Column>
)
