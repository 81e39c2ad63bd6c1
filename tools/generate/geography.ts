// Where places are: a commune of a region by its inhabitants, a satellite near its kitchen.
import { type Commune, communes } from '../../src/features/territory/list.ts'
import { type Draws, weighted } from './random.ts'
import { nearKitchen } from './shares.data.ts'

type PickCommune = (draws: Draws) => Commune

const byInhabitants = (all: readonly Commune[]): PickCommune => weighted(all.map((commune) => [commune, commune.population ?? 0]))

function group(all: readonly Commune[], keyOf: (commune: Commune) => string | undefined) {
  const groups = new Map<string, Commune[]>()
  for (const commune of all) {
    const key = keyOf(commune)
    if (key === undefined) continue
    const members = groups.get(key)
    if (members) members.push(commune)
    else groups.set(key, [commune])
  }
  return groups
}

export type Geography = {
  /** A commune of a region. */
  commune(draws: Draws, region: string): Commune
  /** A commune that a kitchen of `from` delivers. */
  near(draws: Draws, from: Commune): Commune
  /** A commune that has merged since, in the department of `from`, or null when there is none. */
  former(draws: Draws, from: Commune): Commune | null
}

/** From the official list of the year. Paris, Lyon and Marseille count by districts, as addresses do. */
export function readGeography(): Geography {
  const all = [...communes().values()]
  const isDistrict = ({ current, population }: Commune) => !current && population !== null
  const whole = new Set(all.filter(isDistrict).map(({ currentCode }) => currentCode))
  const living = all.filter(
    (commune) => (isDistrict(commune) || (commune.current && !whole.has(commune.code))) && (commune.population ?? 0) > 0,
  )
  const pickers = (keyOf: (commune: Commune) => string | undefined) =>
    new Map([...group(living, keyOf)].map(([key, members]) => [key, byInhabitants(members)]))
  const inRegion = pickers(({ regionCode }) => regionCode)
  const inDepartment = pickers(({ departmentCode }) => departmentCode)
  const inEpci = pickers(({ epci }) => epci?.code)
  const formerIn = group(
    all.filter((commune) => !commune.current && !isDistrict(commune)),
    ({ departmentCode }) => departmentCode,
  )
  return {
    commune: (draws, region) => inRegion.get(region)!(draws),
    near(draws, from) {
      const where = draws.fraction()
      if (where < nearKitchen.commune) return from
      const epci = where < nearKitchen.commune + nearKitchen.epci ? from.epci?.code : undefined
      return (epci === undefined ? inDepartment.get(from.departmentCode)! : inEpci.get(epci)!)(draws)
    },
    former(draws, from) {
      const there = formerIn.get(from.departmentCode)
      return there ? draws.pick(there) : null
    },
  }
}
