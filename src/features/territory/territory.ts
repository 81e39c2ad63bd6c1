// The communes of France, from the official list of the year: found by code, or by a name or postcode as people type them. Offline.
import { departments, regions } from '../../law/territories.ts'
import { type Commune, communeLabel, communes, type Entry, fold } from './list.ts'

export { CommuneField, chosenName } from './commune-field.tsx'
export { type FoodProject, foodProjectsOf } from './food-projects.ts'
export type { Commune, Epci } from './list.ts'
export { communeLabel, fold as foldWords } from './list.ts'
export { type Place, placeOf } from './place.ts'

/** The commune of this code, or null when the official list does not know it. */
export function findCommune(code: string): Commune | null {
  return communes().get(code.trim().toUpperCase()) ?? null
}

/**
 * Communes whose name, postcode or code matches what was typed, best first: same name, then beginnings, then the most inhabited.
 * Case, accents, hyphens, apostrophes and « St » for « Saint » do not matter. Fewer than two characters find nothing.
 */
export function searchCommunes(typed: string, most = 20): Commune[] {
  const postcode = /\b\d{5}\b/.exec(typed)?.[0]
  const words = fold(typed.replace(/\b\d{5}\b|\(.*?\)/g, ' '))
  const code = findCommune(typed)
  if (words.length < 2 && !postcode) return code ? [code] : []
  const found: { commune: Entry; rank: number }[] = []
  for (const commune of communes().values()) {
    if (postcode && commune.code !== postcode && !commune.postcodes.includes(postcode)) continue
    const rank =
      words === '' || commune.words === words
        ? 0
        : commune.words.startsWith(words)
          ? 1
          : commune.words.includes(` ${words}`)
            ? 2
            : 3
    if (rank < 3) found.push({ commune, rank: rank + (commune.current ? 0 : 3) })
  }
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      (b.commune.population ?? 0) - (a.commune.population ?? 0) ||
      a.commune.code.localeCompare(b.commune.code),
  )
  return found.slice(0, most).map(({ commune }) => commune)
}

/** What was typed may mean: this `commune`, or one of these `choices`, or – neither – no commune that we know. */
export type CommunesMeant = {
  commune: Commune | null
  choices: readonly Commune[]
  /** The choices all bear the very name that was typed. */
  areNamesakes: boolean
}

const MOST_CHOICES = 8

/** The commune that was meant by a code, a name, a postcode or our own label; `chosen` is the code picked among namesakes. */
export function communesMeant(typed: string, chosen = ''): CommunesMeant {
  const certain = (commune: Commune): CommunesMeant => ({ commune, choices: [], areNamesakes: false })
  const byCode = findCommune(typed)
  if (byCode) return certain(byCode)
  const found = searchCommunes(typed)
  const labelled = found.filter((commune) => fold(communeLabel(commune)) === fold(typed))
  if (labelled.length === 1) return certain(labelled[0]!)
  const namesakes = found.filter(({ name, current }) => current && fold(name) === fold(typed))
  const areNamesakes = namesakes.length > 0
  const area = areaNamed(typed)
  // A village of the mainland that bears the name of an overseas place: other rules, so we ask.
  const meansArea = area !== null && (area.isOverseas || !areNamesakes)
  const choices = proposals(typed, meansArea ? area : null, areNamesakes ? namesakes : found)
  const isDoubtful = meansArea || found.length === 0
  const only = choices.length === 1 && !isDoubtful ? choices[0] : choices.find(({ code }) => code === chosen)
  return only ? certain(only) : { commune: null, choices, areNamesakes: meansArea ? namesakes.length > 1 : areNamesakes }
}

/**
 * The communes to choose from. « La Réunion » is a village of Lot-et-Garonne and, more often, the island: the communes of the area come first.
 * « Saint-Denis de la Réunion » is looked for there; a name that nobody bears is tried without its last letters.
 */
function proposals(typed: string, area: Area | null, found: readonly Commune[]): readonly Commune[] {
  if (area) return [...largest(area), ...found.filter(({ name }) => fold(name) === fold(typed))].slice(0, MOST_CHOICES)
  if (found.length > 0) return found.slice(0, MOST_CHOICES)
  const words = fold(typed)
  for (const { end, within } of areas)
    if (words.endsWith(` ${end}`)) {
      const rest = words.slice(0, -end.length).replace(/ (?:de|a|en)? *$/, '')
      const there = searchCommunes(rest, 200).filter(within)
      if (there.length > 0) return there.slice(0, MOST_CHOICES)
    }
  for (let less = 1; less <= 3 && words.length - less >= 3; less++) {
    const near = searchCommunes(words.slice(0, -less).trim(), MOST_CHOICES)
    if (near.length > 0) return near
  }
  return []
}

/** A department or a region. */
type Area = {
  readonly end: string
  readonly code: string | null
  readonly isOverseas: boolean
  readonly within: (commune: Commune) => boolean
}

const isOverseas = (region: string) => regions.find(({ code }) => code === region)?.zone !== 'hexagone'

/** Departments, then regions, by name; a department by its code too. */
const areas: readonly Area[] = [
  ...departments.map(
    ({ code, label, region }): Area => ({
      end: fold(label),
      code,
      isOverseas: isOverseas(region),
      within: (commune) => commune.departmentCode === code,
    }),
  ),
  ...regions.map(
    ({ code, label }): Area => ({
      end: fold(label),
      code: null,
      isOverseas: isOverseas(code),
      within: (commune) => commune.regionCode === code,
    }),
  ),
]

const areaNamed = (typed: string): Area | null => {
  const words = fold(typed).replace(/^(?:la|le|l|les) /, '')
  return areas.find(({ end, code }) => end.replace(/^(?:la|le|l|les) /, '') === words || code?.toLowerCase() === words) ?? null
}

const largest = ({ within }: Area): Commune[] =>
  [...communes().values()]
    .filter((commune) => commune.current && within(commune))
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .slice(0, MOST_CHOICES - 1)

/** What to type to mean the commune of this code: its label when that is enough, the code otherwise; null for a code that we do not know. */
export function typedCommune(code: string): string | null {
  const commune = findCommune(code)
  if (!commune) return null
  const label = communeLabel(commune)
  return communesMeant(label).commune?.code === commune.code ? label : commune.code
}
