// The national mix: how many places of each sector, what a place of it serves, and how the sectors split by kind of kitchen and by owner.
import { type SectorId, sectors } from '../../src/law/sectors.ts'
import national from './national.json'
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
  /** Food bought for a meal, in euros excluding tax. */
  readonly eurosPerMeal: number
  /** Part of what is bought that is organic: nothing for some, a Beta distribution for the others. */
  readonly organic: { readonly p_zero: number; readonly alpha: number; readonly beta: number }
  /** Of what is not organic, the part that is sustainable or of quality: a Beta distribution. */
  readonly otherQuality: { readonly alpha: number; readonly beta: number }
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
  const { meals_day_per_site, sigma_ln, service_days, eur_per_meal, bio, rest_of_non_bio } = parameters[borrowed[id] ?? id]!
  const places = leisureShare.has(id) ? leisureShare.get(id)! * counts[leisure.from]! : counts[id]!
  // Those who declare are larger than the others: the report's 9.5 G€ over 84 500 places say by how much.
  return {
    ...shares,
    id,
    places,
    mealsPerDay: meals_day_per_site * national.national_scale.factor,
    sigma: sigma_ln,
    serviceDays: service_days,
    eurosPerMeal: eur_per_meal,
    organic: bio,
    otherQuality: rest_of_non_bio,
  }
})

const byId = new Map(nationalSectors.map((sector) => [sector.id, sector]))
export const nationalSector = (id: SectorId): NationalSector => byId.get(id)!

/** A sector, and whether the place is public. */
export type Kind = { readonly sector: NationalSector; readonly isPublic: boolean }

/** Kinds of places, on site or satellites, with how many there are. */
export const kindsOf = (isSatellite: boolean): (readonly [Kind, number])[] =>
  nationalSectors.flatMap((sector) => {
    const places = sector.places * (isSatellite ? sector.satellite : 1 - sector.satellite)
    return [
      [{ sector, isPublic: true }, places * (1 - sector.private)],
      [{ sector, isPublic: false }, places * sector.private],
    ] as const
  })
