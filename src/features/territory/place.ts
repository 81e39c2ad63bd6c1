// Where a commune stands: what a canteen's address tells once its geographic code is known.
import { departments, regions } from '../../law/territories.ts'
import { communes, type Epci } from './list.ts'

type Labelled = { readonly code: string; readonly label: string }

export type Place = {
  /** The code that was asked for, five characters. */
  readonly code: string
  readonly name: string
  /** The first postcode. Null where the list does not say, or cannot say which one of the commune that replaced it. */
  readonly postcode: string | null
  readonly department: Labelled
  readonly region: Labelled
  /** Intercommunality; null where there is none: a few islands, overseas collectivities. */
  readonly epci: Epci | null
  readonly population: number | null
  /** False for a former commune or a municipal district. */
  readonly current: boolean
  /** The commune it is part of today: its own code when it is current. */
  readonly currentCode: string
}

const labelled = (all: readonly Labelled[]): ReadonlyMap<string, Labelled> =>
  new Map(all.map(({ code, label }) => [code, { code, label }]))
const departmentByCode = labelled(departments)
const regionByCode = labelled(regions)

/**
 * Everything known of the place with this geographic code (INSEE), or null when the official list of the year does not know it.
 * Municipal districts and former communes answer with their own name, and lead to the commune they are part of by `currentCode`.
 */
export function placeOf(code: string): Place | null {
  const commune = communes().get(code.trim().toUpperCase())
  if (!commune) return null
  const { name, population, current, currentCode, epci } = commune
  const department = departmentByCode.get(commune.departmentCode)
  const region = regionByCode.get(commune.regionCode)
  if (!department || !region)
    throw new Error(`The commune ${commune.code} stands in a department or region that the law does not name`)
  const postcode = commune.postcodes[0] ?? onlyOne(communes().get(currentCode)?.postcodes ?? [])
  return { code: commune.code, name, postcode, department, region, epci, population, current, currentCode }
}

const onlyOne = (all: readonly string[]): string | null => (all.length === 1 ? all[0]! : null)
