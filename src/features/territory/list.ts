// The official list of communes of the year, kept in memory.
import { readFileSync } from 'node:fs'

export type Commune = {
  /** Official geographic code (INSEE), five characters. */
  code: string
  name: string
  departmentCode: string
  regionCode: string
  /** None for a former commune. */
  postcodes: readonly string[]
  /** Inhabitants; null where the list does not say. */
  population: number | null
  /** False for a former commune or a municipal district: still accepted, proposed after the others. */
  current: boolean
  /** The commune it is part of today: its own code when it is current. */
  currentCode: string
  /** Its intercommunality; null where there is none: a few islands, overseas collectivities. */
  epci: Epci | null
}

/** « Saint-Denis (974) »: the name with what tells it from its namesakes. */
export const communeLabel = (commune: Commune) => `${commune.name} (${commune.postcodes[0] ?? commune.departmentCode})`

/** An « établissement public de coopération intercommunale »: its code is a SIREN. */
export type Epci = { readonly code: string; readonly label: string }

/** A commune with its name ready to be compared. */
export type Entry = Commune & { words: string }

/** The build keeps what we need of the 13 MB of the official lists. */
const BUILT_LIST = 'dist/communes.json'

type Built = {
  epcis: [code: string, label: string][]
  communes: [
    code: string,
    name: string,
    departmentCode: string,
    regionCode: string,
    postcodes: string,
    population: number | null,
    partOf: string | null,
    epci: number | null,
  ][]
}

let byCode: Map<string, Entry> | null = null

export function communes(): Map<string, Entry> {
  if (byCode) return byCode
  const built: Built = JSON.parse(readFileSync(BUILT_LIST, 'utf8'))
  const epcis = built.epcis.map(([code, label]): Epci => ({ code, label }))
  // Every process holds this list: what communes share, they share in memory too.
  const lists = new Map<string, readonly string[]>([['', []]])
  byCode = new Map()
  for (const [code, name, departmentCode, regionCode, joined, population, partOf, epci] of built.communes) {
    const postcodes = lists.get(joined) ?? joined.split(' ')
    lists.set(joined, postcodes)
    byCode.set(code, {
      code,
      name,
      departmentCode,
      regionCode,
      postcodes,
      population,
      current: partOf === null,
      currentCode: partOf ?? code,
      epci: epci === null ? null : epcis[epci]!,
      words: fold(name),
    })
  }
  return byCode
}

/** A name without case, accents, hyphens nor apostrophes; « St » is « Saint ». */
export function fold(text: string): string {
  // Purchases are folded by the million, and most of their wordings have no accent.
  const letters = ACCENTED.test(text)
    ? text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe')
    : text.toLowerCase()
  const words = letters.replace(/[^a-z0-9]+/g, ' ').trim()
  return words.includes('st') ? words.replace(/\bste\b/g, 'sainte').replace(/\bst\b/g, 'saint') : words
}

const ACCENTED = /[\u0080-\uffff]/
