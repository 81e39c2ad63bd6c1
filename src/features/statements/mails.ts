// What suppliers and those who ask them are told by mail.
import { formatEuros } from '../../law/money.ts'
import { frenchDay } from '../../platform/html/dates.ts'
import type { Mail } from '../../platform/mail.ts'
import { letter, type Person } from '../accounts/accounts.ts'
import type { Canteen } from '../canteens/canteens.ts'
import { harmless } from '../team/team.ts'
import type { JointRequest } from './joint.sql.ts'
import { type Given, type LineDecision, LONGEST_WHY, LONGEST_WORD, type Statement, sumOf } from './statement.ts'

type Names = { readonly canteen: Pick<Canteen, 'name' | 'commune'>; readonly statement: Statement; readonly link: string }

const nameOf = ({ name }: Pick<Canteen, 'name'>) => harmless(name)
const whereOf = (canteen: Names['canteen']) =>
  canteen.commune === null ? nameOf(canteen) : `${nameOf(canteen)}, à ${canteen.commune}`
/** « La cantine École Simone-Veil, à Libourne, »: a place set apart is closed before the verb. */
const whereSubject = (canteen: Names['canteen']) => `La cantine ${whereOf(canteen)}${canteen.commune === null ? '' : ','}`

/** `until`: the day the link ends, in Paris. */
export const askMail = (to: string, { canteen, statement, link }: Names, until: string): Mail =>
  letter(to, `Votre relevé de ${statement.year} pour ${nameOf(canteen)}`, '', [
    `${whereSubject(canteen)} vous demande ce que vous lui avez livré en ${statement.year}, par famille de produits, avec les labels (bio, Label rouge, AOP…). Elle en a besoin pour sa déclaration annuelle, que la loi EGalim demande à chaque cantine.`,
    ...(statement.word === '' ? [] : [`Elle vous écrit :\n« ${harmless(statement.word, LONGEST_WORD)} »`]),
    `Remplissez une courte page ou déposez votre fichier, sans compte à créer :\n${link}`,
    `Ce lien n’est que pour vous, cette cantine et cette année. Il sert jusqu’au ${frenchDay(until)}. Vous pourrez corriger tant que la cantine n’a pas répondu.`,
    'Vous n’êtes pas son fournisseur ? Ne faites rien.',
  ])

type JointNames = {
  readonly canteens: readonly Pick<Canteen, 'name' | 'commune'>[]
  readonly joint: JointRequest
  readonly link: string
}
const MOST_NAMED = 20

/** One mail for the statements of several canteens. `until`: the day the link ends, in Paris. */
export const jointAskMail = (to: string, { canteens, joint, link }: JointNames, until: string): Mail => {
  const named = canteens.slice(0, MOST_NAMED).map((canteen) => `- ${whereOf(canteen)}`)
  const others = canteens.length - named.length
  const count = `${canteens.length} cantine${canteens.length > 1 ? 's' : ''}`
  return letter(to, `Vos relevés de ${joint.year} pour ${count}`, '', [
    `Une même équipe vous demande ce que vous avez livré en ${joint.year} à ${count}, par famille de produits, avec les labels (bio, Label rouge, AOP…). Elle en a besoin pour la déclaration annuelle que la loi EGalim demande à chaque cantine.`,
    [...named, ...(others > 0 ? [`- et ${others} autre${others > 1 ? 's' : ''}`] : [])].join('\n'),
    ...(joint.word === '' ? [] : [`Elle vous écrit :\n« ${harmless(joint.word, LONGEST_WORD)} »`]),
    `Un seul lien pour toutes, sans compte à créer : remplissez une courte page par cantine, ou déposez-y votre fichier :\n${link}`,
    `Ce lien n’est que pour vous, ces cantines et cette année. Il sert jusqu’au ${frenchDay(until)}. Vous pourrez corriger tant que la cantine n’a pas répondu.`,
    'Vous n’êtes pas leur fournisseur ? Ne faites rien.',
  ])
}

export const receiptMail = (to: string, { canteen, statement, link }: Names, given: Given): Mail =>
  letter(to, `Relevé de ${statement.year} bien reçu – ${nameOf(canteen)}`, '', [
    `${whereSubject(canteen)} a reçu votre relevé de ${statement.year} : ${linesWords(given.lines.length)}, ${formatEuros(sumOf(given.lines))} hors taxe, attesté par ${harmless(given.name)} (${harmless(given.job)}).`,
    `Tant qu’elle n’a pas répondu, vous pouvez le corriger et l’envoyer à nouveau :\n${link}`,
  ])

export const toReviewMail = (to: Person, { canteen, statement, link }: Names, given: Given): Mail =>
  letter(to.email, `${harmless(statement.supplier)} a envoyé son relevé de ${statement.year}`, to.firstName, [
    `Pour ${nameOf(canteen)} : ${linesWords(given.lines.length)}, ${formatEuros(sumOf(given.lines))} hors taxe.`,
    `Rien ne compte avant vous. Relisez-le et acceptez ligne par ligne :\n${link}`,
  ])

/** `link`: null once it is closed. */
export const answerMail = (
  to: string,
  { canteen, statement, link }: Omit<Names, 'link'> & { readonly link: string | null },
  decisions: readonly LineDecision[],
): Mail => {
  const refused = decisions.flatMap((one, at) => (one.accepted ? [] : [`Ligne ${at + 1} : ${harmless(one.why, LONGEST_WHY)}`]))
  return letter(to, `Réponse à votre relevé de ${statement.year} – ${nameOf(canteen)}`, '', [
    `${whereSubject(canteen)} a relu votre relevé de ${statement.year} : ${acceptedWords(decisions)}.`,
    ...(refused.length === 0 ? [] : [`Ce qu’elle dit des autres :\n${refused.join('\n')}`]),
    ...(link === null ? [] : [`Le détail :\n${link}`]),
  ])
}

/** « 2 lignes sur 3 acceptées ». */
export const acceptedWords = (decisions: readonly LineDecision[]): string => {
  const accepted = decisions.filter((one) => one.accepted).length
  return `${linesWords(accepted)} sur ${decisions.length} acceptée${accepted > 1 ? 's' : ''}`
}

export const linesWords = (count: number): string => `${count} ligne${count > 1 ? 's' : ''}`
