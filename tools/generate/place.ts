// The record of one place, and what is wrong in it when something is, as in real lists.

import type { Commune } from '../../src/features/territory/list.ts'
import type { LineMinistry, ManagementType } from '../../src/law/canteen.ts'
import { asksMinistry, type CanteenRecord } from '../../src/law/canteen-record.ts'
import { type SectorId, sectorOf } from '../../src/law/sectors.ts'
import { nameOf } from './names.ts'
import { type NationalSector, nationalSector } from './national.ts'
import { siretOf } from './numbers.ts'
import { type Draws, weighted } from './random.ts'
import { SIREN_ONLY, sectorCounts, wrongShares } from './shares.data.ts'

export type Wrong = keyof typeof wrongShares

export type PlaceFacts = {
  readonly sector: NationalSector
  readonly commune: Commune
  readonly isPublic: boolean
  readonly managementType: ManagementType
  readonly siren: string
  /** Rank of the place among those of its legal unit. */
  readonly establishment: number
  /** For a satellite: the number of its kitchen, or null when it is not known. Absent: on site. */
  readonly kitchenSiret?: string | null
}

const pickSectorCount = weighted(sectorCounts)

/** The sector of the place, and those that eat there too. */
function sectorsWith(draws: Draws, sector: NationalSector): SectorId[] {
  const others = new Map(Object.entries(sector.also) as [SectorId, number][])
  const list = [sector.id]
  for (let more = pickSectorCount(draws) - 1; more > 0 && others.size > 0; more--) {
    const other = weighted([...others])(draws)
    others.delete(other)
    list.push(other)
  }
  return list
}

function ministryOf(draws: Draws, sectorList: readonly SectorId[]): LineMinistry {
  const state = sectorList.find((id) => sectorOf(id).state)!
  return weighted(Object.entries(nationalSector(state).ministries!) as [LineMinistry, number][])(draws)
}

export function makePlace(draws: Draws, facts: PlaceFacts): CanteenRecord {
  const { sector, commune, isPublic, managementType, siren, establishment, kitchenSiret } = facts
  const ownNumber = !draws.happens(SIREN_ONLY)
  const daily = Math.max(3, Math.round(draws.logNormal(sector.mealsPerDay, sector.sigma)))
  const days = sector.serviceDays * (0.92 + 0.16 * draws.fraction())
  const record: CanteenRecord = {
    productionType: kitchenSiret === undefined ? 'site' : 'site_cooked_elsewhere',
    name: nameOf(draws, sector.named, commune.name),
    siret: ownNumber ? siretOf(siren, establishment) : null,
    siren: ownNumber ? null : siren,
    inseeCode: commune.code,
    managementType,
    economicModel: isPublic ? 'public' : 'private',
    sectorList: sectorsWith(draws, sector),
    lineMinistry: null,
    dailyMealCount: daily,
    yearlyMealCount: Math.max(420, Math.round(daily * days)),
    kitchenSiret: kitchenSiret ?? null,
  }
  return asksMinistry(record) ? { ...record, lineMinistry: ministryOf(draws, record.sectorList) } : record
}

const spoilt: Record<Wrong, (record: CanteenRecord) => Partial<CanteenRecord> | null> = {
  wrong_siret: ({ siret }) => (siret === null ? null : { siret: `${siret.slice(0, 13)}${(Number(siret[13]) + 1) % 10}` }),
  // A spreadsheet took « 01004 » for a number.
  malformed_commune: ({ inseeCode }) => (inseeCode === null ? null : { inseeCode: inseeCode.slice(1) }),
  missing_commune: ({ siret }) => (siret === null ? null : { inseeCode: null }),
  missing_management: () => ({ managementType: null }),
}

/** Spoils a record now and then; says how, null when nothing is wrong. */
export function spoil(draws: Draws, record: CanteenRecord): { record: CanteenRecord; wrong: Wrong | null } {
  let at = draws.fraction()
  for (const [wrong, share] of Object.entries(wrongShares) as [Wrong, number][]) {
    const change = at >= 0 && at < share ? spoilt[wrong](record) : null
    if (change) return { record: { ...record, ...change }, wrong }
    at -= share
  }
  return { record, wrong: null }
}
