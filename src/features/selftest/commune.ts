// Which commune was meant: a code, a name or a postcode as people type it; several namesakes become a choice.
import type { FormValues } from '../../platform/http/forms.ts'
import { type Commune, communesMeant, findCommune } from '../territory/territory.ts'
import { fieldOf } from './field-names.ts'

export type CommuneReading =
  | { value: string; doubt?: never }
  /** `blank`: nothing typed; `none`: nothing found; `several`: one must be chosen. */
  | { doubt: 'blank' | 'none' | 'several'; value?: never }

/** The commune of a posted form: the code chosen among namesakes, the only one meant, or « je ne sais pas ». */
export function readCommune(id: string, form: FormValues): CommuneReading {
  const typed = form.get(id)
  if (typed === '') return form.has(fieldOf.unknown(id)) ? { value: 'unknown' } : { doubt: 'blank' }
  const { commune, choices } = communesMeant(typed, form.get(fieldOf.chosen(id)))
  return commune ? { value: commune.code } : { doubt: choices.length === 0 ? 'none' : 'several' }
}

/** The commune of an answer, when there is one. */
export const communeOf = (code: string | undefined): Commune | null =>
  code === undefined || code === 'unknown' ? null : findCommune(code)
