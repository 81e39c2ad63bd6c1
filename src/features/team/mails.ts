// The mails of teams. Plain text, each with what happened, what it changes and where to go.
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { Mail } from '../../platform/mail.ts'
import { letter, type Person } from '../accounts/accounts.ts'
import type { Canteen, Role } from '../canteens/canteens.ts'
import { harmless, named, quoted } from './people.ts'
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

type InvitationMail = {
  to: string
  /** The account at this address, if any: only the mailbox learns whether there is one. */
  known: Person | null
  /** Who invites; null for the site itself. */
  by: Person | null
  invitations: readonly { canteenId: number; name: string; role: Role; expiresAt: Date }[]
  url: string
}

export function invitationMail({ to, known, by, invitations, url }: InvitationMail): Mail {
  const [first] = invitations
  if (!first) throw new Error('an invitation to nothing')
  const who = by ? named(by) : 'L’équipe de ma cantine'
  const what = invitations.length === 1 ? `l’équipe de ${quoted(first)}` : `les équipes de ${invitations.length} cantines`
  const page = invitations.length === 1 ? `/invitations?cantine=${first.canteenId}` : '/invitations'
  const list =
    invitations.length === 1
      ? roleLine(first.role)
      : namesOf(invitations.map((one) => `${quoted(one)}, ${ROLE_WORDS[one.role].label.toLowerCase()}`))
  return mail({ email: to, firstName: known?.firstName ?? '' }, `${who} vous invite dans ${what}`, [
    `${who} vous propose de rejoindre ${what} sur ma cantine, qui aide les restaurants collectifs à servir des repas plus durables. ${invitations.length === 1 ? 'Votre rôle :' : 'Les voici, chacune avec votre rôle :'}`,
    list,
    known
      ? `Pour accepter ou décliner : ${url}${page}`
      : `Créez votre compte avec cette adresse-ci, une minute suffit, et vous ferez partie de l’équipe : ${url}/creer-un-compte?suite=${encodeURIComponent(page)}`,
    `L’invitation vous attend jusqu’au ${frenchDay(dayInParis(first.expiresAt))}. Vous ne savez pas de quoi il s’agit ? Ne faites rien : sans votre accord, rien ne change.`,
  ])
}

const MOST_NAMED = 10

/** One line each, the first ones only. */
function namesOf(lines: readonly string[]): string {
  const others = lines.length - MOST_NAMED
  return [...lines.slice(0, MOST_NAMED).map((line) => `- ${line}`), ...(others > 0 ? [`- et ${others} autres`] : [])].join('\n')
}

export const joinedMail = (
  to: Person,
  who: Person,
  joined: readonly { canteenId: number; name: string; role: Role }[],
  url: string,
) =>
  mail(to, `${named(who)} a rejoint votre équipe`, [
    `${named(who)} a accepté votre invitation :`,
    namesOf(joined.map((one) => `${quoted(one)}, ${ROLE_WORDS[one.role].label.toLowerCase()}`)),
    joined.length === 1 ? `L’équipe : ${url}/cantines/${joined[0]!.canteenId}/equipe` : `Vos cantines : ${url}/mes-cantines`,
  ])

const LONGEST_WORD = 500
const said = (word: string) => `« ${harmless(word, LONGEST_WORD)} »`
type Reader = Pick<Person, 'email' | 'firstName'>

export const joinRequestMail = (to: Reader, { canteen, by, url }: Told, request: { id: number; message: string }) =>
  mail(to, `${named(by)} voudrait rejoindre l’équipe de ${quoted(canteen)}`, [
    `${named(by)} (${by.email}) demande à rejoindre l’équipe de ${quoted(canteen)}, avec ces mots :`,
    said(request.message),
    `Pour l’accueillir avec un rôle, ou décliner : ${url}/cantines/${canteen.id}/equipe/demandes/${request.id}`,
    'Vous ne connaissez pas cette personne ? Vérifiez auprès de l’établissement avant de répondre : la fiche, les achats et les bilans lui seraient ouverts.',
  ])

export const acceptedMail = (to: Reader, { canteen, by, url }: Told, role: Role) =>
  mail(to, `Vous faites partie de l’équipe de ${quoted(canteen)}`, [
    `${named(by)} a accepté votre demande. Votre rôle :`,
    roleLine(role),
    `Votre cantine : ${url}/cantines/${canteen.id}`,
  ])

export const declinedMail = (to: Reader, { canteen, by }: Told, word: string) =>
  mail(to, `Votre demande pour ${quoted(canteen)}`, [
    `${named(by)} n’a pas donné suite à votre demande de rejoindre l’équipe de ${quoted(canteen)}.`,
    ...(word === '' ? [] : [`Voici pourquoi : ${said(word)}`]),
    'S’il s’agit d’un malentendu, le plus simple est d’en parler avec l’établissement.',
  ])
