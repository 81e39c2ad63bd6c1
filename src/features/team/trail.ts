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
  'takeover-asked': ({ person }, nameOf) => `${nameOf(person)} demande à s’occuper de la cantine`,
  'takeover-withdrawn': () => 'Demande de s’occuper de la cantine retirée',
  'takeover-opposed': ({ person }, nameOf) => `Demande de ${nameOf(person)} de s’occuper de la cantine refusée`,
  'takeover-overtaken': ({ person }, nameOf) =>
    `Demande de ${nameOf(person)} de s’occuper de la cantine close : une équipe est là`,
  'takeover-granted': ({ person }, nameOf) => `La cantine est confiée à ${nameOf(person)}, ${role('administrator')}`,
  'takeover-undone': ({ person }, nameOf) => `${nameOf(person)} rend la cantine, qui n’a plus personne`,
} satisfies typeof trailWords)
