// The commune of an entry: known by its code, found from what was typed, or to be chosen among namesakes. Never in the way.
import { simplify } from '../../law/sectors.ts'
import { territoryOf } from '../../law/territories.ts'
import { type Commune, communeLabel, findCommune, searchCommunes } from '../territory/territory.ts'
import type { Entry } from './calculator-entry.client.ts'

const MOST_CHOICES = 8
const words = (name: string) => simplify(name).replace(/[-' ]+/g, ' ')

/** The communes that the words may mean, the best first: a single one when there is no doubt. */
export function communesMeant(typed: string): Commune[] {
  const byCode = findCommune(typed)
  if (byCode) return [byCode]
  const found = searchCommunes(typed)
  const exact = found.filter((commune) => words(communeLabel(commune)) === words(typed))
  if (exact.length === 1) return exact
  const namesakes = found.filter(({ name, current }) => current && words(name) === words(typed))
  return (namesakes.length > 0 ? namesakes : found).slice(0, MOST_CHOICES)
}

/** « Saint-Denis (97400), La Réunion »: enough to tell it from its namesakes. */
export function communeInWords(commune: Commune): string {
  const territory = territoryOf({ department: commune.departmentCode })
  return 'error' in territory ? communeLabel(commune) : `${communeLabel(commune)}, ${territory.label}`
}

export type Place = { entry: Entry; choices: readonly Commune[]; isUnknown: boolean }

/** The entry with its commune, or the communes to choose from. A code stands as long as the words still mean its commune. */
export function placed(entry: Entry): Place {
  if (entry.place === '' && entry.placeCode === '') return { entry, choices: [], isUnknown: false }
  const meant = communesMeant(entry.place || entry.placeCode)
  const one = meant.length === 1 ? meant[0] : meant.find(({ code }) => code === entry.placeCode)
  if (one) return { entry: { ...entry, place: communeLabel(one), placeCode: one.code }, choices: [], isUnknown: false }
  return { entry: { ...entry, placeCode: '' }, choices: meant, isUnknown: meant.length === 0 }
}
