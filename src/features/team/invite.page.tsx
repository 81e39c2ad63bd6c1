// Inviting someone: an address, a role.
import type { FC } from 'hono/jsx'
import { ErrorSummary, errorOf, RadioField, TextField } from '../../platform/html/fields.tsx'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { INVITATION_DAYS } from './invitations.ts'
import { roleChoices } from './roles.ts'

export const InvitePage: FC<{ canteen: Canteen; values: FormValues; errors: readonly FieldError[] }> = ({
  canteen,
  values,
  errors,
}) => (
  <CanteenFrame canteen={canteen} tab="equipe" title="Inviter quelqu’un">
    <ErrorSummary errors={errors} />
    <form class="reading" method="post" action={`/cantines/${canteen.id}/equipe/inviter`} novalidate>
      <TextField
        name="courriel"
        label="Adresse électronique de la personne"
        hint={`Elle recevra un courriel, qu’elle ait déjà un compte ou non, et aura ${INVITATION_DAYS} jours pour accepter.`}
        type="email"
        value={values.get('courriel')}
        error={errorOf(errors, 'courriel')}
      />
      <RadioField
        name="role"
        label="Son rôle"
        hint="Vous pourrez le changer ensuite."
        choices={roleChoices}
        value={values.get('role')}
        error={errorOf(errors, 'role')}
      />
      <p class="actions">
        <button class="fr-btn" type="submit">
          Envoyer l’invitation
        </button>
      </p>
    </form>
  </CanteenFrame>
)
