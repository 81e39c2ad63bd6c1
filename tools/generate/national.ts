// The national mix: how many places of each sector, what a place of it serves, and how the sectors split by kind of kitchen and by owner.
import { type SectorId, sectors } from '../../src/law/sectors.ts'
import national from './national.json'
import { weighted } from './random.ts'
import { type SectorShares, sectorShares } from './sectors.data.ts'
import { leisure } from './shares.data.ts'

// national.json: distributions worked out from the statistical report of 2025 (annex 8, table 1) and from the declarations published as open data
// (data of 2021 to 2023, Licence Ouverte). `declared_2025_selfcheck` and `official_2025` compare what they give with what was published.

export type SectorParameters = (typeof national.sectors)['education_primaire']
export type NationalSector = SectorShares & {
  readonly id: SectorId
  /** Of 100 000 places. */
  readonly places: number
  /** Meals of a place on a day: mean, and standard deviation of the logarithm. */
  readonly mealsPerDay: number
  readonly sigma: number
  readonly serviceDays: number
}

const parameters: Readonly<Record<string, SectorParameters>> = national.sectors
const counts: Readonly<Record<string, number>> = national.national_100k_counts

/** Sectors without parameters of their own borrow them (statistics of the report: see national.json). */
const borrowed: Partial<Record<SectorId, string>> = {
  social_pjj: 'social_autre',
  loisir_autre: leisure.from,
  loisir_centre_vacances: leisure.from,
}
const leisureShare = new Map<string, number>(leisure.to)

export const nationalSectors: readonly NationalSector[] = sectors.flatMap(({ id }) => {
  const shares: SectorShares | undefined = (sectorShares as Partial<Record<SectorId, SectorShares>>)[id]
  if (!shares) return []
  const { meals_day_per_site, sigma_ln, service_days } = parameters[borrowed[id] ?? id]!
  const places = leisureShare.has(id) ? leisureShare.get(id)! * counts[leisure.from]! : counts[id]!
  // Those who declare are larger than the others: the report's 9.5 G€ over 84 500 places say by how much.
  return {
    ...shares,
    id,
    places,
    mealsPerDay: meals_day_per_site * national.national_scale.factor,
    sigma: sigma_ln,
    serviceDays: service_days,
  }
})

const byId = new Map(nationalSectors.map((sector) => [sector.id, sector]))
export const nationalSector = (id: SectorId): NationalSector => byId.get(id)!

const weight = ({ places, satellite, private: isPrivate }: NationalSector, isSatellite: boolean, isPublic: boolean) =>
  places * (isSatellite ? satellite : 1 - satellite) * (isPublic ? 1 - isPrivate : isPrivate)

const splits = [true, false].flatMap((isSatellite) => [true, false].map((isPublic) => ({ isSatellite, isPublic })))
const pickers = splits.map((split) => ({
  ...split,
  pick: weighted(nationalSectors.map((sector) => [sector, weight(sector, split.isSatellite, split.isPublic)])),
}))

/** Draws the sector of a place, on site or satellite, public or private. */
export const sectorPicker = (isSatellite: boolean, isPublic: boolean) =>
  pickers.find((one) => one.isSatellite === isSatellite && one.isPublic === isPublic)!.pick

/** How many of the places of a kind are public. */
export function publicShare(isSatellite: boolean): number {
  const sum = (isPublic: boolean) => nationalSectors.reduce((total, sector) => total + weight(sector, isSatellite, isPublic), 0)
  return sum(true) / (sum(true) + sum(false))
}
