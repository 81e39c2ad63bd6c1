// Which commune was meant: a code, a name or a postcode as people type it; several namesakes become a choice.
import { simplify } from '../../law/sectors.ts'
import type { FormValues } from '../../platform/http/forms.ts'
import { type Commune, communeLabel, findCommune, searchCommunes } from '../territory/territory.ts'
import { fieldOf } from './field-names.ts'

/** How many namesakes are proposed. */
const MOST_CHOICES = 8

const plain = (name: string) => simplify(name).replace(/[-' ]+/g, ' ')

/** The communes that the text may mean, the best first; one when there is no doubt. */
export function communesMeant(typed: string): Commune[] {
  const found = searchCommunes(typed)
  const exact = found.filter((commune) => plain(communeLabel(commune)) === plain(typed) || commune.code === typed.toUpperCase())
  if (exact.length === 1) return exact
  const namesakes = found.filter(({ name, current }) => current && plain(name) === plain(typed))
  return namesakes.length === 1 ? namesakes : found.slice(0, MOST_CHOICES)
}

export type CommuneReading =
  | { value: string; doubt?: never }
  /** `blank`: nothing typed; `none`: nothing found; `several`: one must be chosen. */
  | { doubt: 'blank' | 'none' | 'several'; value?: never }

/** The commune of a posted form: the code chosen among namesakes, the only one meant, or « je ne sais pas ». */
export function readCommune(id: string, form: FormValues): CommuneReading {
  const typed = form.get(id)
  if (typed === '') return form.has(fieldOf.unknown(id)) ? { value: 'unknown' } : { doubt: 'blank' }
  const meant = communesMeant(typed)
  const chosen = meant.length === 1 ? meant[0] : meant.find(({ code }) => code === form.get(fieldOf.chosen(id)))
  return chosen ? { value: chosen.code } : { doubt: meant.length === 0 ? 'none' : 'several' }
}

/** The commune of an answer, when there is one. */
export const communeOf = (code: string | undefined): Commune | null =>
  code === undefined || code === 'unknown' ? null : findCommune(code)
