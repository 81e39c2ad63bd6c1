// How what happens to a team reads in the trail of its canteen.
import { type Role, trailWords } from '../canteens/canteens.ts'
import { ROLE_WORDS } from './roles.ts'

const role = (id: unknown) => `« ${ROLE_WORDS[id as Role]?.label ?? 'rôle inconnu'} »`
const pair = (roles: unknown) => (Array.isArray(roles) ? roles : [])

Object.assign(trailWords, {
  'member-role': ({ person, role: roles }, nameOf) => {
    const [before, after] = pair(roles)
    return `Rôle de ${nameOf(person)} : ${role(before)} devient ${role(after)}`
  },
  'member-removed': ({ person }, nameOf) => `${nameOf(person)} est retiré·e de l’équipe`,
  'member-left': ({ person }, nameOf) => `${nameOf(person)} quitte l’équipe`,
  'member-back': ({ person, role: id }, nameOf) => `${nameOf(person)} revient dans l’équipe, ${role(id)}`,
} satisfies typeof trailWords)
