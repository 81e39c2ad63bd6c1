// From a commune, department or region code to the zone whose targets apply.
import { departmentsByRegion, type Region, regions, type Zone } from './territories.data.ts'

export type { Region, Zone } from './territories.data.ts'
export { regions } from './territories.data.ts'

export type Department = { readonly code: string; readonly label: string; readonly region: string }

export const departments: readonly Department[] = Object.entries(departmentsByRegion)
  .flatMap(([region, rows]) =>
    rows.map((row) => ({ code: row.slice(0, row.indexOf(' ')), label: row.slice(row.indexOf(' ') + 1), region })),
  )
  .sort((a, b) => (a.code < b.code ? -1 : 1))

export const zoneLabels: Readonly<Record<Zone, string>> = {
  hexagone: 'Hexagone, Corse et cas général',
  outre_mer: 'Guadeloupe, Martinique, Guyane, La Réunion, Saint-Martin',
  mayotte: 'Mayotte',
  saint_pierre_et_miquelon: 'Saint-Pierre-et-Miquelon',
}

export type Territory = {
  readonly zone: Zone
  readonly region: string | null
  readonly department: string | null
  /** The most precise place known, in French: « Finistère (Bretagne) », « Mayotte », « territoire non précisé ». */
  readonly label: string
  /** False when no place was given: the general rule is assumed and must be shown as an assumption. */
  readonly known: boolean
  /** How far the rural code applies there still has to be checked. */
  readonly toVerify: boolean
}

export type TerritoryField = 'cityInseeCode' | 'department' | 'region'
export type TerritoryError = { readonly error: 'unknown_code' | 'contradiction'; readonly field: TerritoryField }
export type TerritoryCodes = { readonly [field in TerritoryField]?: string | null | undefined }

const COMMUNE = /^(?:[013-9]\d|2[AB1-9])\d{3}$/
const regionByCode = new Map<string, Region>(regions.map((region) => [region.code, region]))
const departmentByCode = new Map<string, Department>(departments.map((department) => [department.code, department]))

/** Where a canteen is assumed to be until it says so. */
export const unknownTerritory: Territory = {
  zone: 'hexagone',
  region: null,
  department: null,
  label: 'territoire non précisé',
  known: false,
  toVerify: false,
}

/**
 * The territory of an INSEE commune code (municipal districts of Paris, Lyon and Marseille included), of a department or of a
 * region. Several codes may be given if they agree. Nothing given (absent, null or empty) → `unknownTerritory`.
 * @returns the territory, or which field is wrong: `unknown_code`, or `contradiction` with a more precise field.
 */
export function territoryOf(codes: TerritoryCodes): Territory | TerritoryError {
  let department: Department | undefined
  if (codes.cityInseeCode) {
    department = COMMUNE.test(codes.cityInseeCode) ? departmentOfCommune(codes.cityInseeCode) : undefined
    if (!department) return { error: 'unknown_code', field: 'cityInseeCode' }
  }
  if (codes.department) {
    const given = departmentByCode.get(codes.department)
    if (!given) return { error: 'unknown_code', field: 'department' }
    if (department && department !== given) return { error: 'contradiction', field: 'department' }
    department = given
  }
  let region = department && regionByCode.get(department.region)
  if (codes.region) {
    const given = regionByCode.get(codes.region)
    if (!given) return { error: 'unknown_code', field: 'region' }
    if (region && region !== given) return { error: 'contradiction', field: 'region' }
    region = given
  }
  return region ? territoryIn(region, department) : unknownTerritory
}

/** Overseas communes start with the three figures of their department. */
function departmentOfCommune(code: string): Department | undefined {
  return departmentByCode.get(code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2))
}

function territoryIn(region: Region, department: Department | undefined): Territory {
  const label = !department || department.label === region.label ? region.label : `${department.label} (${region.label})`
  const { code, zone, toVerify = false } = region
  return { zone, region: code, department: department?.code ?? null, label, known: true, toVerify }
}
