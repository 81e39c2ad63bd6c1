// For tests and demonstrations: a canteen of which nothing is known but what is given.
import type { CanteenFacts } from './canteen.ts'
import { type TerritoryCodes, territoryOf } from './territories.ts'

/** Throws when the codes of the place are wrong. */
export function canteenFor({
  cityInseeCode,
  department,
  region,
  ...facts
}: Partial<CanteenFacts> & TerritoryCodes = {}): CanteenFacts {
  const territory = territoryOf({ cityInseeCode, department, region })
  if ('error' in territory) throw new Error(`${territory.field}: ${territory.error}`)
  return { ...UNKNOWN, territory, ...facts }
}

const UNKNOWN = {
  sectorList: null,
  economicModel: null,
  managementType: null,
  productionType: null,
  lineMinistry: null,
  dailyMealCount: null,
  yearlyMealCount: null,
  communePopulation: null,
} as const
