// Communes in files: the official code alone, and what was probably meant by another.
import type { RowRule } from '../../platform/tables/columns.ts'
import { findCommune, searchCommunes } from '../territory/territory.ts'
import type { UpdateRow } from './columns.ts'

/** Looking a postcode up takes a moment: a file full of them gets its proposals on the first ones. */
const MOST_PROPOSALS = 500
const proposed = new Map<string, string>()

/** The commune is read beside a SIREN alone: a SIRET already says where the place is. */
export const communeRule: RowRule<UpdateRow> = {
  of: ['siret', 'siren', 'inseeCode'],
  mistakes: ({ siret, siren, inseeCode }) =>
    siret !== null || siren === null || inseeCode === null || findCommune(inseeCode) !== null
      ? []
      : [
          {
            column: 'inseeCode',
            code: 'unknown_commune',
            message: `« ${inseeCode} » n’est pas le code officiel (INSEE) d’une commune${proposal(inseeCode)}`,
          },
        ],
}

function proposal(typed: string): string {
  const known = proposed.get(typed)
  if (known !== undefined) return known
  const words = proposed.size < MOST_PROPOSALS ? meant(typed) : null
  if (words !== null) proposed.set(typed, words)
  return words ?? ' : il a cinq caractères et diffère souvent du code postal.'
}

function meant(typed: string): string | null {
  const whole = findCommune(typed.padStart(5, '0'))
  if (/^\d{4}$/.test(typed) && whole)
    return ` : le tableur a peut-être retiré un zéro. Celui de ${whole.name} s’écrit « ${whole.code} », au format « Texte ».`
  const [first, ...others] = /^\d{5}$/.test(typed) ? searchCommunes(typed) : []
  if (!first) return null
  return ` mais un code postal. Le code INSEE de ${first.name} est « ${first.code} »${others.length > 0 ? ' ; d’autres communes ont aussi ce code postal' : ''}.`
}
