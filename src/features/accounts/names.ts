// What may be the name of a person.
import type { FieldError } from '../../platform/http/forms.ts'

const LONGEST_NAME = 80

/** What is wrong with the names of a person: they are shown to their team and written in mails. */
export function nameErrors(firstName: string, lastName: string): FieldError[] {
  const one = (field: string, value: string, what: string): FieldError[] => {
    if (value === '') return [{ field, message: `Indiquez votre ${what} : votre équipe le verra.` }]
    if (value.length > LONGEST_NAME)
      return [{ field, message: `Votre ${what} est trop long : ${LONGEST_NAME} caractères au plus.` }]
    // A name goes into mails that others receive: nothing in it may be taken for an address (« bit.ly/x », « site.example »).
    if (/[<>{}[\]\\|@/]|[\p{L}\d]\.[\p{L}]{2}|\p{C}/iu.test(value))
      return [{ field, message: `Votre ${what} contient un signe qui n’entre pas dans un nom : retirez-le.` }]
    return []
  }
  return [...one('prenom', firstName, 'prénom'), ...one('nom', lastName, 'nom')]
}
