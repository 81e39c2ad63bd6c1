// The mails of accounts. Plain text: they read well everywhere, and nothing in them is fetched.
import type { Mail } from '../../platform/mail.ts'
import { LINK_MINUTES } from './auth.ts'
import type { Person } from './person.ts'

const SIGNATURE = 'L’équipe de ma cantine'
const NOT_YOU = 'Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne ne peut agir à votre place.'
const STAYS_GOOD = `Ce lien sert une seule fois, pendant ${LINK_MINUTES} minutes.`

/** A mail as all of ours are: greeted, signed, a blank line between its parts. */
export function mail(to: string, subject: string, firstName: string, parts: readonly string[]): Mail {
  return { to, subject, text: [`Bonjour${firstName ? ` ${firstName}` : ''},`, ...parts, SIGNATURE].join('\n\n') }
}

/** Names no one: whoever typed this address may have typed anything for a name. */
export const confirmMail = (to: string, link: string) =>
  mail(to, 'Confirmez votre adresse – ma cantine', '', [
    'Il ne reste qu’un pas pour ouvrir votre compte : confirmer que cette adresse est bien la vôtre.',
    link,
    STAYS_GOOD,
    NOT_YOU,
  ])

export const signInMail = (to: string, firstName: string, link: string) =>
  mail(to, 'Votre lien de connexion – ma cantine', firstName, [
    'Voici votre lien pour vous connecter :',
    link,
    STAYS_GOOD,
    NOT_YOU,
  ])

export const alreadyMail = (to: string, firstName: string, link: string) =>
  mail(to, 'Vous avez déjà un compte – ma cantine', firstName, [
    'Quelqu’un, vous sans doute, vient de demander un compte avec cette adresse. Il en existe déjà un : ce lien vous y connecte.',
    link,
    STAYS_GOOD,
    NOT_YOU,
  ])

export const unknownMail = (to: string, signUp: string) =>
  mail(to, 'Aucun compte à cette adresse – ma cantine', '', [
    'Quelqu’un, vous sans doute, a demandé à se connecter avec cette adresse. Aucun compte ne s’y trouve.',
    'Peut-être en avez-vous ouvert un avec une autre adresse ? Sinon, une minute suffit pour le créer :',
    signUp,
    'Vous n’avez rien demandé ? Ne faites rien.',
  ])

export const passwordLinkMail = (to: string, firstName: string, link: string) =>
  mail(to, 'Choisir un nouveau mot de passe – ma cantine', firstName, [
    'Ce lien vous connecte et vous laisse choisir un nouveau mot de passe :',
    link,
    STAYS_GOOD,
    NOT_YOU,
  ])

export const newAddressMail = (to: string, firstName: string, link: string) =>
  mail(to, 'Confirmez votre nouvelle adresse – ma cantine', firstName, [
    'Vous avez demandé à recevoir ici les courriels de votre compte. Confirmez-le :',
    link,
    STAYS_GOOD,
    'Vous n’avez rien demandé ? Ne faites rien : cette adresse ne sera pas utilisée.',
  ])

export const addressTakenMail = (to: string, firstName: string) =>
  mail(to, 'Cette adresse a déjà un compte – ma cantine', firstName, [
    'Quelqu’un a demandé à utiliser cette adresse pour son compte. Elle sert déjà au vôtre : rien n’a changé.',
    'Si c’était vous, connectez-vous à l’autre compte et choisissez-lui une autre adresse.',
  ])

/** To the mailbox that no longer opens the account: it can only write to us. */
export const addressChangedMail = ({ email, firstName }: Person, now: string, contact: string) =>
  mail(email, 'Votre adresse a changé – ma cantine', firstName, [
    `L’adresse de votre compte vient de changer : c’est désormais ${now}. Vos sessions ouvertes ont été fermées.`,
    `Ce n’était pas vous ? Écrivez-nous sans attendre, depuis cette adresse-ci : ${contact}`,
  ])

/** Said after each change of what protects an account. `what` is a full sentence. */
export const noticeMail = ({ email, firstName }: Person, subject: string, what: string, contact: string) =>
  mail(email, `${subject} – ma cantine`, firstName, [
    what,
    `Ce n’était pas vous ? Connectez-vous par lien, fermez les autres sessions, et écrivez-nous : ${contact}`,
  ])
