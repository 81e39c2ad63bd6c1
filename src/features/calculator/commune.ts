// The commune of an entry: known by its code, found from what was typed, or to be chosen among namesakes. Never in the way.
import { territoryOf } from '../../law/territories.ts'
import { type Commune, communeLabel, communesMeant } from '../territory/territory.ts'
import { type Entry, fields, type Problem } from './calculator-entry.client.ts'

/** « Saint-Denis (97400), La Réunion »: enough to tell it from its namesakes. */
export function communeInWords(commune: Commune): string {
  const territory = territoryOf({ department: commune.departmentCode })
  return 'error' in territory ? communeLabel(commune) : `${communeLabel(commune)}, ${territory.label}`
}

export type Place = { entry: Entry; choices: readonly Commune[]; isUnknown: boolean }

/** The entry with its commune, or the communes to choose from. A code stands as long as the words still mean its commune. */
export function placed(entry: Entry): Place {
  if (entry.place === '' && entry.placeCode === '') return { entry, choices: [], isUnknown: false }
  const { commune, choices } = communesMeant(entry.place || entry.placeCode, entry.placeCode)
  if (commune)
    return { entry: { ...entry, place: communeLabel(commune), placeCode: commune.code }, choices: [], isUnknown: false }
  return { entry: { ...entry, placeCode: '' }, choices, isUnknown: choices.length === 0 }
}

/** What to ask when a commune was typed and not understood; null when it was, or when none was typed. */
export function placeProblem({ entry, choices, isUnknown }: Place): Problem | null {
  if (isUnknown)
    return {
      field: fields.place,
      message: `Aucune commune ne s’appelle « ${entry.place} ». Vérifiez le nom, essayez le code postal, ou laissez ce champ vide pour la règle générale.`,
    }
  if (choices.length > 0) return { field: fields.place, message: `« ${entry.place} » : choisissez votre commune dans la liste.` }
  return null
}
