// The official list of communes of the year, kept in memory.
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

/** A commune with its name ready to be compared. */
export type Entry = Commune & { words: string }

/** The build keeps what we need of the 9 MB of the official list. */
const BUILT_LIST = 'dist/communes.json'

let byCode: Map<string, Entry> | null = null

export function communes(): Map<string, Entry> {
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

/** A name without case, accents, hyphens nor apostrophes; « St » is « Saint ». */
export function fold(text: string): string {
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
