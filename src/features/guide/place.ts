// A place as people type it – a region, a department, a commune – read into the territory whose rules apply.
import { simplify } from '../../law/sectors.ts'
import { departments, regions, type Territory, territoryOf, unknownTerritory } from '../../law/territories.ts'
import { type Commune, communeLabel, communesMeant } from '../territory/territory.ts'

export type Place = {
  territory: Territory
  commune: Commune | null
  /** What to type to come back to this very place. */
  code: string
  label: string
}

export const nowhere: Place = { territory: unknownTerritory, commune: null, code: '', label: '' }

/** « La Réunion », « la reunion » and « Réunion » are one. */
const key = (name: string) =>
  simplify(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:la|le|les|l) /, '')
    .trim()

const named = new Map<string, Place>()
for (const { code, label } of regions) remember(label, { region: code }, label)
for (const { code, label } of departments) {
  // Overseas a department and its region share one name: the code of the department then tells it from communes of that name.
  remember(label, { department: code }, code)
  remember(code, { department: code }, code)
}

function remember(name: string, codes: { region?: string; department?: string }, code: string) {
  const territory = territoryOf(codes)
  if (!('error' in territory)) named.set(key(name), { territory, commune: null, code, label: territory.label })
}

function ofCommune(commune: Commune): Place[] {
  const territory = territoryOf({ department: commune.departmentCode })
  return 'error' in territory ? [] : [{ territory, commune, code: commune.code, label: communeLabel(commune) }]
}

/** Looking through every commune takes milliseconds: what was asked lately is kept. */
const lately = new Map<string, readonly Place[]>()
const MOST_KEPT = 1000

/**
 * The places that the words may mean: one when it is certain or when all are under the same rules, several when one must choose,
 * none when nobody knows it. Nothing typed is `nowhere`.
 */
export function readPlaces(typed: string): readonly Place[] {
  const known = lately.get(typed)
  if (known) return known
  if (lately.size >= MOST_KEPT) lately.clear()
  const places = findPlaces(typed)
  lately.set(typed, places)
  return places
}

function findPlaces(typed: string): readonly Place[] {
  if (typed === '') return [nowhere]
  const place = named.get(key(typed))
  const { commune, choices, areNamesakes } = communesMeant(typed)
  // One village called La Réunion does not make « La Réunion » a doubt; thirty villages called Saint-Martin do.
  if (place && !areNamesakes) return [place]
  const places = [...(place ? [place] : []), ...(commune ? [commune] : choices).flatMap(ofCommune)]
  return new Set(places.map(({ territory }) => territory.zone)).size === 1 ? places.slice(0, 1) : places
}

/** What to write in the field so that the same place is found again. */
export const typedBack = (place: Place): string => (readPlaces(place.label).length === 1 ? place.label : place.code)
