// What makes a password good enough: its length, and that it is not the first one that anyone would try.
import { firstTried } from './passwords.data.ts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** What is wrong with this password and what to do, or null. `email` is that of its owner. */
export function passwordFault(password: string, email: string): string | null {
  if (password.length < SHORTEST_PASSWORD)
    return `Choisissez au moins ${SHORTEST_PASSWORD} caractères : quelques mots à la suite font un bon mot de passe.`
  if (password.length > LONGEST_PASSWORD) return `Choisissez ${LONGEST_PASSWORD} caractères au plus.`
  const typed = plain(password)
  const local = plain(email.split('@')[0] ?? '')
  if (new Set(typed).size < 5) return 'Ce mot de passe répète les mêmes caractères : variez-les.'
  if (local.length > 3 && typed.replace(local, '').length < 5)
    return 'Ce mot de passe ressemble trop à votre adresse : choisissez-en un que personne ne devine.'
  if (firstTried.some((word) => typed.replace(/\d/g, '').replaceAll(word, '').length < 3))
    return 'Ce mot de passe est de ceux qu’on essaie en premier : choisissez-en un plus personnel.'
  return null
}
