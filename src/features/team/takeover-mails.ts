// The mails of takeovers: to who asks, to who may object, to the staff.
import { dayInParis, frenchDay } from '../../platform/html/dates.ts'
import type { Mail } from '../../platform/mail.ts'
import { letter, type Person } from '../accounts/accounts.ts'
import { type Canteen, placeWords } from '../canteens/canteens.ts'
import { harmless, named, quoted } from './people.ts'
import type { Proof } from './takeovers.sql.ts'

type Told = { canteen: Canteen; by: Person; url: string }
type Asked = Told & { dueAt: Date }
type Reader = Pick<Person, 'email' | 'firstName'>

const mail = (to: Reader, subject: string, parts: readonly string[]): Mail =>
  letter(to.email, `${subject} – ma cantine`, to.firstName, parts)
const toStaff = (email: string) => ({ email, firstName: '' })
const day = (at: Date) => frenchDay(dayInParis(at))
const where = (canteen: Canteen) => [quoted(canteen), placeWords(canteen)].filter((part) => part !== '').join(', ')
const watch = (url: string) => `${url}/equipe-ma-cantine/revendications`
const LONGEST = 1000

export const askedMail = (to: Person, { canteen, url, dueAt }: Asked, isContested: boolean) =>
  mail(to, `Votre demande pour ${quoted(canteen)}`, [
    `Vous avez demandé à vous occuper de ${quoted(canteen)}, que personne n’administre aujourd’hui.`,
    isContested
      ? 'Quelqu’un d’autre l’avait demandé avant vous : l’équipe de ma cantine va décider, et vous écrira.'
      : `L’équipe de ma cantine et les personnes qui s’en sont occupées sont prévenues. Sans opposition de leur part, vous l’administrerez après le ${day(dueAt)}.`,
    `Suivre ou retirer votre demande : ${url}/cantines/${canteen.id}/revendiquer`,
    'Ce n’était pas vous ? Retirez la demande, puis changez de mot de passe.',
  ])

export const staffMail = (to: string, { canteen, by, url, dueAt }: Asked, { job, tie, workEmail }: Proof, others: number) =>
  mail(toStaff(to), `Revendication : ${quoted(canteen)}`, [
    `${named(by)} (${by.email}) demande à administrer ${where(canteen)}, qui n’a personne.`,
    `Fonction déclarée : ${harmless(job, LONGEST)}\nLien avec l’établissement : ${harmless(tie, LONGEST)}\nAdresse professionnelle : ${workEmail ?? 'non donnée'}`,
    others === 0
      ? `Sans opposition, l’accès sera donné après le ${day(dueAt)}.`
      : 'Une autre demande attend déjà pour cette cantine : rien ne sera donné sans votre décision.',
    `Accorder ou refuser : ${watch(url)}`,
  ])

export const formerMail = (to: Reader, { canteen, by, dueAt }: Asked, contact: string) =>
  mail(to, `Quelqu’un demande à s’occuper de ${quoted(canteen)}`, [
    `Vous avez été lié·e à ${quoted(canteen)} sur ma cantine. Personne ne l’administre plus, et ${named(by)} demande à s’en occuper.`,
    `Si tout est normal, il n’y a rien à faire : l’accès lui sera donné après le ${day(dueAt)}.`,
    `Vous vous en occupez encore, ou cette demande vous étonne ? Écrivez-nous avant cette date : ${contact}`,
  ])

export const rivalMail = (to: Reader, { canteen, url }: Asked) =>
  mail(to, `Une autre personne demande ${quoted(canteen)}`, [
    `Une autre personne demande aussi à s’occuper de ${quoted(canteen)}. Votre demande était la première et reste ouverte ; l’équipe de ma cantine va décider, et vous écrira.`,
    `Vous travaillez ensemble ? Retirez l’une des deux demandes : qui administrera la cantine pourra inviter l’autre. ${url}/cantines/${canteen.id}/revendiquer`,
  ])

export const grantedMail = (to: Person, { canteen, url }: Told) =>
  mail(to, `Vous administrez ${quoted(canteen)}`, [
    `C’est fait : vous administrez ${quoted(canteen)}. Vérifiez sa fiche, puis invitez votre équipe.`,
    `Votre cantine : ${url}/cantines/${canteen.id}`,
    `Une erreur de cantine ? Rendez-la ici, tant que vous y êtes seul·e : ${url}/cantines/${canteen.id}/revendiquer`,
  ])

export const grantedByTimeMail = (to: string, { canteen, by, url }: Told) =>
  mail(toStaff(to), `Revendication accordée : ${quoted(canteen)}`, [
    `Personne ne s’y est opposé : ${named(by)} (${by.email}) administre désormais ${where(canteen)}.`,
    `Les revendications : ${watch(url)}`,
  ])

export const overtakenMail = (to: Reader, { canteen, url }: Told) =>
  mail(to, `Votre demande pour ${quoted(canteen)}`, [
    `Une équipe s’occupe désormais de ${quoted(canteen)} : votre demande est close.`,
    `Vous y travaillez aussi ? Demandez à rejoindre cette équipe : ${url}/cantines/${canteen.id}/rejoindre`,
  ])

export const opposedMail = (to: Reader, { canteen }: Told, reason: string) =>
  mail(to, `Votre demande pour ${quoted(canteen)}`, [
    `L’équipe de ma cantine n’a pas pu donner suite à votre demande de vous occuper de ${quoted(canteen)}. Voici pourquoi :`,
    reason,
  ])

export const undoneMail = (to: string, { canteen, by, url }: Told) =>
  mail(toStaff(to), `Revendication annulée : ${quoted(canteen)}`, [
    `${named(by)} (${by.email}) a rendu ${where(canteen)}, qui n’a de nouveau personne.`,
    `Les revendications : ${watch(url)}`,
  ])
