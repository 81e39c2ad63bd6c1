// The door is closed: why, and whom to ask.
import type { FC } from 'hono/jsx'
import { Article } from '../../platform/html/article.tsx'
import type { Canteen } from './canteen.sql.ts'
import type { Role } from './members.sql.ts'

type Props = { canteen: Canteen; role: Role | null; needed: Role; isClosed: boolean }

export const AccessPage: FC<Props> = ({ canteen, role, needed, isClosed }) => (
  <Article title="Cette page est réservée" trail={[{ href: '/mes-cantines', label: 'Mes cantines' }]}>
    <p class="fr-text--lead">{why({ canteen, role, needed, isClosed })}</p>
    <p>
      {role === null ? (
        <a href={`/cantines/${canteen.id}/rejoindre`}>Demander à rejoindre l’équipe</a>
      ) : (
        <a href={`/cantines/${canteen.id}`}>Revenir à la fiche de la cantine</a>
      )}
    </p>
  </Article>
)

function why({ canteen, role, needed, isClosed }: Props): string {
  if (role === null) return `Seule l’équipe de « ${canteen.name} » y a accès, et vous n’en faites pas encore partie.`
  if (isClosed) return `« ${canteen.name} » est archivée : on peut la consulter ou la restaurer, plus la modifier.`
  return needed === 'administrator'
    ? 'Cette action revient aux administratrices et administrateurs de la cantine. Demandez à l’un·e d’eux, ou faites-vous donner ce rôle.'
    : 'Votre rôle vous permet de consulter cette cantine, pas de la modifier. Demandez à une personne qui l’administre de vous donner la saisie.'
}
