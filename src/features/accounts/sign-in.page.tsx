import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { Column, Form } from './frame.tsx'
import { LANDING } from './landing.ts'
import { SHORTEST_PASSWORD } from './password.ts'

export type SignInProps = {
  email: string
  suite: string
  errors: readonly FieldError[]
  /** Signed in already, but what follows asks for a fresh proof. */
  again: boolean
  proconnect: 'absent' | 'ready' | 'silent'
  demoPeople: readonly { email: string; firstName: string; lastName: string; story: string }[]
}

export const SignInPage: FC<SignInProps> = ({ email, suite, errors, again, proconnect, demoPeople }) => (
  <Column title={again ? 'Confirmez que c’est bien vous' : 'Se connecter'}>
    <ErrorSummary errors={errors} />
    {again ? (
      <p class="fr-text--lead">
        La suite touche à la sécurité de votre compte : connectez-vous encore une fois, de la façon que vous voulez.
      </p>
    ) : (
      <p>
        Pas encore de compte ?{' '}
        <a href={suite === LANDING ? '/creer-un-compte' : `/creer-un-compte?suite=${encodeURIComponent(suite)}`}>
          Créez-le en une minute
        </a>
        .
      </p>
    )}
    {proconnect === 'absent' ? null : <ProConnect suite={suite} silent={proconnect === 'silent'} />}
    <h2>Par un lien reçu par courriel</h2>
    <Form action="/connexion" button="Recevoir un lien de connexion" suite={suite}>
      <TextField
        name="courriel"
        label="Adresse électronique"
        type="email"
        autocomplete="email"
        value={email}
        error={errorOf(errors, 'courriel')}
      />
    </Form>
    <Disclosure
      summary="Se connecter avec un mot de passe"
      open={errors.some(({ field }) => field === 'motdepasse' || field === 'courriel-mdp')}
    >
      <Form action="/connexion/mot-de-passe" button="Se connecter" suite={suite}>
        <TextField
          name="courriel-mdp"
          label="Adresse électronique du compte"
          type="email"
          autocomplete="username"
          value={email}
          error={errorOf(errors, 'courriel-mdp')}
        />
        <TextField
          name="motdepasse"
          label="Mot de passe"
          type="password"
          autocomplete="current-password"
          error={errorOf(errors, 'motdepasse')}
        />
      </Form>
      <p>
        <a href="/mot-de-passe-oublie">Mot de passe oublié</a>
      </p>
    </Disclosure>
    {demoPeople.length === 0 ? null : (
      <>
        <h2 class="fr-mt-4w">Les comptes de la démonstration</h2>
        <p>
          Demandez un lien pour l’une de ces adresses, puis lisez-le dans <a href="/demo/courriels">les courriels envoyés</a>.
        </p>
        <ul>
          {demoPeople.map((person) => (
            <li>
              {person.firstName} {person.lastName}, {person.story} : <code>{person.email}</code>
            </li>
          ))}
        </ul>
      </>
    )}
  </Column>
)

const ProConnect: FC<{ suite: string; silent: boolean }> = ({ suite, silent }) => (
  <>
    <h2 id="proconnect">Avec ProConnect</h2>
    {silent ? (
      <Notice title="ProConnect ne répond pas pour le moment" kind="warning">
        <p>Connectez-vous par un lien ou par mot de passe, ou réessayez dans quelques minutes.</p>
      </Notice>
    ) : null}
    <p>Pour les agents publics : l’identité de votre administration suffit, sans mot de passe de plus.</p>
    <Form action="/connexion/proconnect" button="S’identifier avec ProConnect" suite={suite} />
    <p>
      <a href="https://www.proconnect.gouv.fr/">Qu’est-ce que ProConnect ?</a>
    </p>
  </>
)

export type LinkProps = {
  token: string
  suite: string
  firstName: string
  email: string
  confirmed: boolean
  errors: readonly FieldError[]
}

/** A link asks for one more press: some mail services open every link by themselves. */
export const LinkPage: FC<LinkProps> = ({ token, suite, firstName, email, confirmed, errors }) => (
  <Column title={confirmed ? 'Vous voilà de retour' : 'Confirmez votre adresse'}>
    <ErrorSummary errors={errors} />
    <p class="fr-text--lead">
      Bonjour {firstName}.{' '}
      {confirmed ? 'Un dernier geste pour entrer dans votre compte' : 'Un dernier geste pour ouvrir votre compte'}{' '}
      <strong>{email}</strong>.
    </p>
    <Form action="/connexion/lien" button={confirmed ? 'Me connecter' : 'Confirmer et me connecter'} suite={suite}>
      <input type="hidden" name="jeton" value={token} />
      {confirmed ? null : (
        <TextField
          name="motdepasse"
          label="Choisir un mot de passe"
          required={false}
          hint={`Sans mot de passe, vous recevrez un lien à chaque connexion. Si vous en voulez un : ${SHORTEST_PASSWORD} caractères au moins.`}
          type="password"
          autocomplete="new-password"
          error={errorOf(errors, 'motdepasse')}
        />
      )}
    </Form>
  </Column>
)

export const DeadLinkPage: FC = () => (
  <Column title="Ce lien ne sert plus">
    <p class="fr-text--lead">Il a déjà servi, il a expiré, ou il a été coupé en chemin par la messagerie.</p>
    <p>
      <a class="fr-btn" href="/connexion">
        Recevoir un nouveau lien
      </a>
    </p>
  </Column>
)

export const CodePage: FC<{ suite: string; errors: readonly FieldError[] }> = ({ suite, errors }) => (
  <Column title="Votre code de vérification">
    <ErrorSummary errors={errors} />
    <p class="fr-text--lead">Votre compte est protégé par un second facteur : ouvrez votre application et recopiez son code.</p>
    <Form action="/connexion/code" button="Continuer" suite={suite}>
      <TextField
        name="code"
        label="Code à 6 chiffres, ou code de secours"
        hint="Un code de secours a dix caractères, par exemple : k7mwa-4zqpe. Il ne sert qu’une fois."
        autocomplete="one-time-code"
        maxlength={20}
        error={errorOf(errors, 'code')}
      />
    </Form>
    <p>
      <a href="/connexion">Recommencer la connexion</a>
    </p>
  </Column>
)

export const ForgottenPage: FC<{ email: string; errors: readonly FieldError[] }> = ({ email, errors }) => (
  <Column title="Mot de passe oublié" trail={[{ href: '/connexion', label: 'Se connecter' }]}>
    <ErrorSummary errors={errors} />
    <p class="fr-text--lead">Cela arrive. Un lien vous connectera, et vous choisirez un nouveau mot de passe.</p>
    <Form action="/mot-de-passe-oublie" button="Recevoir le lien">
      <TextField
        name="courriel"
        label="Adresse électronique de votre compte"
        type="email"
        autocomplete="email"
        value={email}
        error={errorOf(errors, 'courriel')}
      />
    </Form>
  </Column>
)
