// The communes of France, from the official list of the year: found by code, or by a name or postcode as people type them. Offline.
import { readFileSync } from 'node:fs'

export type Commune = {
  /** Official geographic code (INSEE), five characters. */
  code: string
  name: string
  departmentCode: string
  regionCode: string
  postcodes: readonly string[]
  /** Inhabitants; null where the list does not say. */
  population: number | null
  /** False for a former commune or a municipal district: still accepted, proposed after the others. */
  current: boolean
}

type Entry = Commune & { words: string }

/** The build keeps what we need of the 9 MB of the official list. */
const BUILT_LIST = 'dist/communes.json'

let byCode: Map<string, Entry> | null = null

function communes(): Map<string, Entry> {
  if (byCode) return byCode
  const rows: [string, string, string, string, string, number | null, 0 | 1][] = JSON.parse(readFileSync(BUILT_LIST, 'utf8'))
  byCode = new Map()
  for (const [code, name, departmentCode, regionCode, postcodes, population, current] of rows)
    byCode.set(code, {
      code,
      name,
      departmentCode,
      regionCode,
      postcodes: postcodes === '' ? [] : postcodes.split(' '),
      population,
      current: current === 1,
      words: fold(name),
    })
  return byCode
}

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
  const choices = (areNamesakes ? namesakes : found).slice(0, MOST_CHOICES)
  const only = choices.length === 1 ? choices[0] : choices.find(({ code }) => code === chosen)
  return only ? certain(only) : { commune: null, choices, areNamesakes }
}

/** « Saint-Denis (974) »: the name with what tells it from its namesakes. */
export const communeLabel = (commune: Commune) => `${commune.name} (${commune.postcodes[0] ?? commune.departmentCode})`

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .trim()
}
