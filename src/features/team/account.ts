// What teams do when an account changes: invitations that waited for a mailbox, who cannot leave yet, the file of one's data.
import { publicUrl } from '../../platform/http/context.ts'
import { dataOf, onEmailConfirmed, refusesErasure } from '../accounts/accounts.ts'
import { invitationsTo } from './invitations.sql.ts'
import { acceptInvitations } from './invitations.ts'
import { requestsOf } from './joining.sql.ts'
import { administeredAlone, membershipsOf } from './members.sql.ts'
import { takeoversOf } from './takeovers.sql.ts'

const MOST_NAMED = 5

// Opening an account with the invited mailbox is saying yes to who invited it.
onEmailConfirmed.push(async (platform, person) => {
  await acceptInvitations(platform, person, null, publicUrl(platform.config))
})

refusesErasure.push(async ({ database, config }, person) => {
  const alone = await administeredAlone(database, person.id, MOST_NAMED)
  if (alone.length === 0) return null
  const total = alone[0]!.total
  const names = alone.map(({ name }) => `« ${name} »`).join(', ')
  const others = total > alone.length ? ` et ${total - alone.length} autres` : ''
  return `Vous êtes la seule personne à administrer ${names}${others}. Donnez d’abord l’administration à quelqu’un d’autre sur la page de l’équipe, ou archivez la cantine si elle a fermé. Personne ne peut prendre la suite ? Écrivez-nous : ${config.contactEmail}`
})

dataOf.team = async ({ database, now }, person) => ({
  memberships: await membershipsOf(database, person.id),
  requests: await requestsOf(database, person.id),
  takeovers: await takeoversOf(database, person.id),
  invitations: await invitationsTo(database, person.email, now()),
})
