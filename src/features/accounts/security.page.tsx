import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { TrailRow } from '../../platform/database/trail.ts'
import { ErrorSummary, errorOf, TextField } from '../../platform/html/fields.tsx'
import { Notice } from '../../platform/html/pieces.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import type { SessionRow } from './accounts.sql.ts'
import { deviceOf } from './device.ts'
import { EVENTS } from './events.ts'
import { ACCOUNT, Column, Form } from './frame.tsx'
import { SHORTEST_PASSWORD } from './password.ts'
import type { Enrolment } from './second-factor.ts'

type Errors = { errors: readonly FieldError[] }

export const PasswordPage: FC<Errors & { already: boolean }> = ({ already, errors }) => (
  <Column title={already ? 'Changer de mot de passe' : 'Choisir un mot de passe'} trail={[ACCOUNT]}>
    <ErrorSummary errors={errors} />
    <p>
      Un mot de passe est facultatif : un lien envoyé dans votre boîte aux lettres suffit pour vous connecter. En changer ferme
      vos autres sessions.
    </p>
    <Form action="/mon-compte/mot-de-passe" button="Enregistrer">
      <TextField
        name="motdepasse"
        label="Nouveau mot de passe"
        hint={`${SHORTEST_PASSWORD} caractères au moins. Quelques mots à la suite, faciles à retenir, font très bien l’affaire.`}
        type="password"
        autocomplete="new-password"
        error={errorOf(errors, 'motdepasse')}
      />
    </Form>
    {already ? <Form action="/mon-compte/mot-de-passe/retirer" button="Retirer mon mot de passe" secondary /> : null}
  </Column>
)

const CurrentPassword: FC<Errors> = ({ errors }) => (
  <TextField
    name="motdepasse"
    label="Votre mot de passe"
    type="password"
    autocomplete="current-password"
    error={errorOf(errors, 'motdepasse')}
  />
)

export const SecondFactorPage: FC<Errors & { on: boolean; withPassword: boolean; said: boolean }> = ({
  on,
  withPassword,
  said,
  errors,
}) => (
  <Column title="Double authentification" trail={[ACCOUNT]}>
    <ErrorSummary errors={errors} />
    {said ? (
      <Notice title={on ? 'La double authentification est active' : 'La double authentification est retirée'} kind="success">
        <p>
          {on
            ? 'Un code vous sera demandé à chaque connexion. Vos autres sessions, s’il y en avait, sont fermées.'
            : 'Aucun code ne vous sera plus demandé.'}
        </p>
      </Notice>
    ) : null}
    <p class="fr-text--lead">
      {on
        ? 'Votre compte est protégé : à chaque connexion, un code de votre téléphone est demandé.'
        : 'En plus du lien ou du mot de passe, un code de votre téléphone protège votre compte, même si quelqu’un lit vos courriels.'}
    </p>
    {on ? (
      <>
        <h2>Retirer la double authentification</h2>
        <Form action="/mon-compte/second-facteur/retirer" button="Retirer" secondary>
          {withPassword ? <CurrentPassword errors={errors} /> : null}
        </Form>
      </>
    ) : (
      <Form action="/mon-compte/second-facteur" button="Commencer">
        <p>
          Il vous faut une application d’authentification, par exemple Aegis, FreeOTP ou celle de votre gestionnaire de mots de
          passe.
        </p>
        {withPassword ? <CurrentPassword errors={errors} /> : null}
      </Form>
    )}
  </Column>
)

export const EnrolPage: FC<Errors & { enrolment: Enrolment }> = ({ enrolment, errors }) => (
  <Column title="Activer la double authentification" trail={[ACCOUNT]}>
    <ErrorSummary errors={errors} />
    <h2>1. Ajoutez ma cantine à votre application</h2>
    <p>Ouvrez l’application et visez ce carré :</p>
    <div class="qr" role="img" aria-label="Code QR à viser avec l’application ; le même secret est écrit dessous">
      {raw(enrolment.qr)}
    </div>
    <p>
      Ou recopiez ce secret : <code class="secret">{enrolment.secret}</code>
    </p>
    <h2>2. Gardez vos codes de secours</h2>
    <p>
      Ils vous ouvrent la porte si vous perdez votre téléphone. Chacun sert une fois. Imprimez-les ou notez-les : ils ne seront
      plus montrés.
    </p>
    <ul>
      {enrolment.recoveryCodes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <h2>3. Recopiez le code affiché par l’application</h2>
    <Form action="/mon-compte/second-facteur/activer" button="Activer">
      <TextField
        name="code"
        label="Code à 6 chiffres"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={10}
        error={errorOf(errors, 'code')}
      />
    </Form>
  </Column>
)

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })

type SessionsProps = { sessions: readonly SessionRow[]; current: string; events: readonly TrailRow[] }

export const SessionsPage: FC<SessionsProps> = ({ sessions, current, events }) => (
  <Column title="Appareils connectés" trail={[ACCOUNT]}>
    <p>Nous notons l’appareil et le moment, jamais le lieu. Vous ne reconnaissez pas un appareil ? Fermez sa session.</p>
    <ul class="plain-list">
      {sessions.map((session) => (
        <li class="mail">
          <p>
            <strong>{deviceOf(session.userAgent)}</strong>
            {session.id === current ? ' (cet appareil)' : ''}
            <br />
            Connecté le {moment.format(session.createdAt)}, vu le {moment.format(session.seenAt)}
          </p>
          {session.id === current ? null : (
            <form method="post" action="/mon-compte/sessions/fermer">
              <input type="hidden" name="session" value={session.id} />
              <button
                class="fr-btn fr-btn--secondary fr-btn--sm"
                type="submit"
                aria-label={`Fermer la session ${deviceOf(session.userAgent)} du ${moment.format(session.createdAt)}`}
              >
                Fermer cette session
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 ? (
      <Form action="/mon-compte/sessions/fermer-les-autres" button="Fermer toutes les autres sessions" secondary />
    ) : null}
    <h2>Activité récente du compte</h2>
    <ul>
      {events.map(({ at, kind, detail }) => (
        <li>
          {moment.format(at)} : {EVENTS[kind as keyof typeof EVENTS] ?? kind}
          {kind === 'signed-in' ? ` ${WAYS[String(detail.way)] ?? ''}` : ''}
        </li>
      ))}
    </ul>
  </Column>
)

const WAYS: Record<string, string> = {
  link: 'par lien',
  password: 'par mot de passe',
  proconnect: 'par ProConnect',
  code: 'avec un code de vérification',
  'recovery-code': 'avec un code de secours',
}
