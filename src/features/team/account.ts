// What teams have to say when an account changes: who cannot leave yet, and what the file of one's data holds.
import { dataOf, refusesErasure } from '../accounts/accounts.ts'
import { administeredAlone, membershipsOf } from './members.sql.ts'

const MOST_NAMED = 5

refusesErasure.push(async ({ database, config }, person) => {
  const alone = await administeredAlone(database, person.id, MOST_NAMED)
  if (alone.length === 0) return null
  const total = alone[0]!.total
  const names = alone.map(({ name }) => `« ${name} »`).join(', ')
  const others = total > alone.length ? ` et ${total - alone.length} autres` : ''
  return `Vous êtes la seule personne à administrer ${names}${others}. Donnez d’abord l’administration à quelqu’un d’autre sur la page de l’équipe, ou archivez la cantine si elle a fermé. Personne ne peut prendre la suite ? Écrivez-nous : ${config.contactEmail}`
})

dataOf.team = async ({ database }, person) => ({ memberships: await membershipsOf(database, person.id) })
