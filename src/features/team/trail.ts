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
  'member-joined': ({ person, role: id }, nameOf) => `${nameOf(person)} rejoint l’équipe, ${role(id)}`,
  invited: ({ role: id }) => `Invitation à rejoindre l’équipe, ${role(id)}`,
  'invitation-sent-again': () => 'Invitation renvoyée',
  'invitation-withdrawn': () => 'Invitation retirée',
  'invitation-declined': () => 'Invitation déclinée',
  'join-asked': () => 'Demande à rejoindre l’équipe',
  'join-withdrawn': () => 'Demande à rejoindre l’équipe retirée',
  'join-declined': ({ person }, nameOf) => `Demande de ${nameOf(person)} à rejoindre l’équipe déclinée`,
} satisfies typeof trailWords)
