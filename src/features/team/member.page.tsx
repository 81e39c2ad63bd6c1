// One member: their role, explained, and taking them out. And the page of someone who has just left.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import { ErrorSummary, errorOf, RadioField } from '../../platform/html/fields.tsx'
import type { FieldError } from '../../platform/http/forms.ts'
import { type Canteen, CanteenFrame, type Member, MY_CANTEENS, type Role } from '../canteens/canteens.ts'
import { UNDO_MINUTES } from './members.ts'
import { fullName } from './people.ts'
import { roleChoices } from './roles.ts'

type MemberProps = { canteen: Canteen; member: Member; role: Role; errors: readonly FieldError[] }

export const MemberPage: FC<MemberProps> = ({ canteen, member, role, errors }) => {
  const action = `/cantines/${canteen.id}/equipe/membres/${encodeURIComponent(member.personId)}`
  return (
    <CanteenFrame canteen={canteen} tab="equipe" title={`Le rôle de ${fullName(member)}`}>
      <ErrorSummary errors={errors} />
      <form method="post" action={action} novalidate>
        <RadioField
          name="role"
          label="Rôle"
          hint={`Un courriel le dira à ${member.email}.`}
          choices={roleChoices}
          value={role}
          error={errorOf(errors, 'role')}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Enregistrer ce rôle
          </button>
        </p>
      </form>
      <h2 class="fr-h4">Retirer de l’équipe</h2>
      <form method="post" action={`${action}/retirer`}>
        <p>{fullName(member)} n’aura plus accès à cette cantine, et l’apprendra par courriel. Vous pourrez annuler aussitôt.</p>
        <button class="fr-btn fr-btn--secondary" type="submit">
          Retirer de l’équipe
        </button>
      </form>
    </CanteenFrame>
  )
}

export const LeftPage: FC<{ canteen: Canteen }> = ({ canteen }) => (
  <Article title="Vous avez quitté l’équipe" trail={[MY_CANTEENS]}>
    <p class="fr-text--lead">Vous n’avez plus accès à « {canteen.name} ».</p>
    <form method="post" action={`/cantines/${canteen.id}/equipe/revenir`}>
      <p>Un regret ? Pendant {UNDO_MINUTES} minutes, vous pouvez revenir avec le rôle que vous aviez.</p>
      <p class="actions">
        <button class="fr-btn fr-btn--secondary" type="submit">
          Revenir dans l’équipe
        </button>
        <a href={MY_CANTEENS.href}>Voir mes cantines</a>
      </p>
    </form>
  </Article>
)
