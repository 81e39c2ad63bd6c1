// The mails of teams. Plain text, each with what happened, what it changes and where to go.
import type { Mail } from '../../platform/mail.ts'
import { letter, type Person } from '../accounts/accounts.ts'
import type { Canteen, Role } from '../canteens/canteens.ts'
import { named, quoted } from './people.ts'
import { ROLE_WORDS } from './roles.ts'

/** `url` is the address of the site, without a final slash. */
type Told = { canteen: Canteen; by: Person; url: string }

const roleLine = (role: Role) => `${ROLE_WORDS[role].label} : ${ROLE_WORDS[role].means}`
const mail = (to: Pick<Person, 'email' | 'firstName'>, subject: string, parts: readonly string[]): Mail =>
  letter(to.email, `${subject} – ma cantine`, to.firstName, parts)

export const roleMail = (to: Person, { canteen, by, url }: Told, role: Role) =>
  mail(to, `Votre rôle change pour ${quoted(canteen)}`, [
    `${named(by)} vient de changer votre rôle dans l’équipe de ${quoted(canteen)}. Désormais :`,
    roleLine(role),
    `L’équipe et ses rôles : ${url}/cantines/${canteen.id}/equipe`,
  ])

export const removedMail = (to: Person, { canteen, by, url }: Told) =>
  mail(to, `Vous ne faites plus partie de l’équipe de ${quoted(canteen)}`, [
    `${named(by)} vient de vous retirer de l’équipe de ${quoted(canteen)} : vous n’y avez plus accès. Votre compte et vos autres cantines ne changent pas.`,
    `Si c’est une erreur, parlez-en avec votre équipe, ou demandez à la rejoindre : ${url}/cantines/${canteen.id}/rejoindre`,
  ])

export const backMail = (to: Person, { canteen, by, url }: Told, role: Role) =>
  mail(to, `Vous êtes de nouveau dans l’équipe de ${quoted(canteen)}`, [
    `${named(by)} vous y a remis·e, avec le rôle que vous aviez :`,
    roleLine(role),
    `Votre cantine : ${url}/cantines/${canteen.id}`,
  ])
