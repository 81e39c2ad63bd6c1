// Naming people and canteens, on pages and in mails.
import type { Person } from '../accounts/accounts.ts'

type Named = Pick<Person, 'firstName' | 'lastName' | 'email'>

/** « Élodie Martin », or the address of someone who gave no name. */
export const fullName = ({ firstName, lastName, email }: Named): string => `${firstName} ${lastName}`.trim() || email

const LONGEST_IN_A_MAIL = 100

/** Words that someone typed, in a mail to someone else: no mail reader must find a link in them, nor a second line. */
export function harmless(text: string, most = LONGEST_IN_A_MAIL): string {
  const flat = text
    .replace(/[\p{C}<>]/gu, ' ')
    .replace(/:\/\//g, ' ')
    .replace(/([.@])(?=[\p{L}\p{N}])/gu, '$1 ')
    .replace(/\s+/g, ' ')
    .trim()
  return flat.length > most ? `${flat.slice(0, most)}…` : flat
}

/** Who acts, in a mail: their name, and their address when they gave no name. */
export const named = (person: Named): string => harmless(`${person.firstName} ${person.lastName}`) || person.email

/** « École Jean-Moulin », with its quotes. */
export const quoted = ({ name }: { name: string }): string => `« ${harmless(name)} »`
