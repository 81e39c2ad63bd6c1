import type { FC } from 'hono/jsx'
import { frenchDay } from '../../platform/html/dates.ts'
import { CheckboxField, ErrorSummary, errorOf, SelectField, TextField } from '../../platform/html/fields.tsx'
import { Disclosure, Notice } from '../../platform/html/pieces.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import type { Profile } from './accounts.sql.ts'
import { ACCOUNT, Column, Form } from './frame.tsx'
import { JOBS, LAW_AWARENESS, SOURCES } from './profile.data.ts'

export type Said = 'garde' | 'adresse' | 'mot-de-passe' | null

const WORDS: Record<NonNullable<Said>, [string, string]> = {
  garde: ['C’est noté', 'Vos informations sont enregistrées.'],
  adresse: ['Nouvelle adresse confirmée', 'C’est elle qui vous connecte désormais.'],
  'mot-de-passe': ['Mot de passe enregistré', 'Vos autres sessions, s’il y en avait, sont fermées.'],
}

type ProfileProps = {
  profile: Profile
  proConnect: boolean
  values: FormValues | null
  errors: readonly FieldError[]
  said: Said
}

export const ProfilePage: FC<ProfileProps> = ({ profile, proConnect, values, errors, said }) => {
  const field = (name: string, kept: string | null) => ({
    name,
    value: values?.get(name) ?? kept ?? '',
    error: errorOf(errors, name),
  })
  const boxes = (name: string, kept: readonly string[]) => ({ name, values: values?.all(name) ?? kept })
  return (
    <Column title="Mon compte">
      <ErrorSummary errors={errors} />
      {said ? (
        <Notice title={WORDS[said][0]} kind="success">
          <p>{WORDS[said][1]}</p>
        </Notice>
      ) : null}
      <h2>Qui vous êtes</h2>
      <p>
        Adresse : <strong>{profile.email}</strong>. <a href="/mon-compte/adresse">Changer d’adresse</a>
        <br />
        Votre équipe voit vos noms et votre adresse.
      </p>
      <Form action={ACCOUNT.href} button="Enregistrer">
        <TextField {...field('prenom', profile.firstName)} label="Prénom" autocomplete="given-name" maxlength={80} />
        <TextField {...field('nom', profile.lastName)} label="Nom" autocomplete="family-name" maxlength={80} />
        <TextField
          {...field('telephone', profile.phone)}
          label="Téléphone"
          required={false}
          hint="Dix chiffres. Seule votre équipe le voit."
          type="tel"
          autocomplete="tel"
          maxlength={30}
        />
        <CheckboxField
          {...boxes('rappels', profile.noReminders ? [] : ['oui'])}
          label="Courriels de rappel"
          choices={[
            {
              value: 'oui',
              label: 'M’écrire quand une échéance de mes cantines approche',
              hint: 'Les courriels qui protègent votre compte partent dans tous les cas.',
            },
          ]}
        />
        <Disclosure summary="Nous en dire plus (facultatif)">
          <p>
            Pourquoi ? Pour choisir nos explications et savoir à qui le site sert. Qui le voit ? Vous et les personnes qui font ce
            site, ni vos collègues ni le public.
          </p>
          <SelectField {...field('fonction', profile.job)} label="Votre fonction" choices={[...JOBS]} />
          <TextField {...field('fonction-precision', profile.jobDetail)} label="Si autre, laquelle ?" />
          <CheckboxField
            {...boxes('loi', profile.lawAwareness)}
            label="Où en êtes-vous avec la loi EGalim ?"
            hint="Cochez tout ce qui est vrai pour vous : il n’y a pas de mauvaise réponse."
            choices={[...LAW_AWARENESS]}
          />
          <SelectField {...field('origine', profile.source)} label="Comment nous avez-vous connus ?" choices={[...SOURCES]} />
          <TextField {...field('origine-precision', profile.sourceDetail)} label="Si autre, comment ?" />
          <CheckboxField
            {...boxes('technique', profile.technical ? ['oui'] : [])}
            label="Compte technique"
            choices={[
              {
                value: 'oui',
                label: 'Je développe un logiciel qui échange avec ma cantine',
                hint: 'Cette page vous mène alors à la documentation des logiciels ; vos droits ne changent pas.',
              },
            ]}
          />
        </Disclosure>
      </Form>
      <h2>Accès et sécurité</h2>
      <ul>
        <li>
          <a href="/mon-compte/mot-de-passe">Mot de passe</a>
        </li>
        <li>
          <a href="/mon-compte/second-facteur">Double authentification</a>
        </li>
        {proConnect ? (
          <li>
            <a href="/mon-compte/proconnect">Identité ProConnect</a>
          </li>
        ) : null}
        <li>
          <a href="/mon-compte/sessions">Appareils connectés et activité du compte</a>
        </li>
        <li>
          <a href="/mon-compte/donnees">Télécharger mes données, supprimer mon compte</a>
        </li>
        {profile.technical ? (
          <li>
            <a href="/api">Documentation pour les logiciels</a>
          </li>
        ) : null}
      </ul>
      <p>Compte ouvert le {frenchDay(profile.createdAt.toISOString().slice(0, 10))}.</p>
    </Column>
  )
}

export const AddressPage: FC<{ current: string; typed: string; errors: readonly FieldError[] }> = ({
  current,
  typed,
  errors,
}) => (
  <Column title="Changer d’adresse" trail={[ACCOUNT]}>
    <ErrorSummary errors={errors} />
    <p>
      Votre adresse actuelle, <strong>{current}</strong>, reste la bonne jusqu’à ce que vous confirmiez la nouvelle.
    </p>
    <Form action="/mon-compte/adresse" button="Recevoir le lien de confirmation">
      <TextField
        name="courriel"
        label="Nouvelle adresse électronique"
        type="email"
        autocomplete="email"
        value={typed}
        error={errorOf(errors, 'courriel')}
      />
    </Form>
  </Column>
)

export const ConfirmAddressPage: FC<{ token: string; email: string }> = ({ token, email }) => (
  <Column title="Confirmez votre nouvelle adresse">
    <p class="fr-text--lead">
      Votre compte passera à l’adresse <strong>{email}</strong>.
    </p>
    <Form action="/connexion/nouvelle-adresse" button="Confirmer cette adresse">
      <input type="hidden" name="jeton" value={token} />
    </Form>
  </Column>
)
