// Reads the form: what is written on the product, the year of the purchase, the family.
import { type FamilyId, families } from '../../law/families.ts'
import { type DataYear, FIRST_DATA_YEAR, isDataYear, LAST_DATA_YEAR } from '../../law/timeline.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { FieldError, FormValues } from '../../platform/http/forms.ts'

/** Long enough for a line of invoice. */
export const LONGEST_WORDING = 180

export type Asked = {
  /** False on a first visit: nothing to answer, nothing to blame. */
  asked: boolean
  wording: string
  year: string
  dataYear: DataYear
  familyId: string
  family: FamilyId | null
  errors: FieldError[]
}

/** The year of today in Paris, which purchases are made in. */
export const currentYear = (now: Date): DataYear =>
  Math.min(LAST_DATA_YEAR, Math.max(FIRST_DATA_YEAR, Number(dayInParis(now).slice(0, 4))))

/** The year given in an address, or the current one when there is none or it makes no sense. */
export function readYear(values: FormValues, now: Date): DataYear {
  const year = Number(values.get('annee'))
  return isDataYear(year) ? year : currentYear(now)
}

export function readQuestion(values: FormValues, now: Date): Asked {
  const asked = values.has('mention')
  const wording = values.get('mention')
  const year = values.get('annee') || String(currentYear(now))
  const familyId = values.get('famille')
  const family = families.find(({ id }) => id === familyId)?.id ?? null
  const errors: FieldError[] = []
  const refuse = (field: string, message: string) => errors.push({ field, message })
  if (asked && wording === '')
    refuse('mention', 'Écrivez la mention à vérifier, par exemple « Label Rouge » ou « yaourt fermier ».')
  if (wording.length > LONGEST_WORDING)
    refuse('mention', `Le texte est trop long. Gardez la désignation du produit : ${LONGEST_WORDING} caractères au plus.`)
  if (!isDataYear(Number(year)))
    refuse('annee', `L’année n’est pas dans nos tables. Choisissez une année entre ${FIRST_DATA_YEAR} et ${LAST_DATA_YEAR}.`)
  if (familyId !== '' && family === null)
    refuse('famille', 'Cette famille n’existe pas. Choisissez-en une dans la liste, ou laissez le choix vide.')
  return { asked, wording, year, dataYear: readYear(values, now), familyId, family, errors }
}

/** Years worth proposing: the last ones that people still check, the coming ones that they buy for. */
export function proposedYears(dataYear: DataYear, now: Date): DataYear[] {
  const current = currentYear(now)
  const years = [current + 2, current + 1, current, current - 1, current - 2, current - 3].filter(isDataYear)
  return years.includes(dataYear) ? years : [...years, dataYear].sort((a, b) => b - a)
}
