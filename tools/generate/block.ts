// A block of the national data set: a thousand places with their groups, their teams and the people in them. A block depends on the settings and on
// its number only: any of them can be made again, in any order.
import type { Commune } from '../../src/features/territory/list.ts'
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import { autumnOf, dayBefore, endOf, isoDay, momentBetween, startOf, turningDay, type Years } from './days.ts'
import type { Geography } from './geography.ts'
import { nameOf } from './names.ts'
import { type NationalSector, publicShare, sectorPicker } from './national.ts'
import { sirenOf, siretOf } from './numbers.ts'
import { HEAD_OFFICE_PLACES, headOffice, type MadePerson, makePerson, makeTeam, type Teammate } from './people.ts'
import { makePlace, spoil, type Wrong } from './place.ts'
import { type Draws, drawsOf, weighted } from './random.ts'
import {
  ARCHIVED,
  deliveredByKitchen,
  FORMER_COMMUNES,
  MOVED,
  NUMBER_TAKEN_OVER,
  placesByTeam,
  registerStates,
  SAME_SECTOR,
  SATELLITES,
  WITHOUT_GROUP,
  WITHOUT_KITCHEN,
} from './shares.data.ts'

export const BLOCK_PLACES = 1000
/** Identifiers start far from those that pages give. */
export const FIRST_CANTEEN = 1_000_001
/** A block has one group for each place at most. */
const BLOCK_IDS = 2 * BLOCK_PLACES

export type Settings = { readonly seed: number; readonly canteens: number; readonly years: Years }

export type MadeCanteen = {
  readonly id: number
  readonly record: CanteenRecord
  /** What is wrong in the record, on purpose. */
  readonly wrong: Wrong | null
  readonly createdAt: Date
  readonly createdBy: string | null
  readonly archivedAt: Date | null
  readonly registerState: string | null
}
export type MadePeriod = { satelliteId: number; groupId: number; startsOn: string; endsOn: string | null }
export type Block = {
  readonly people: MadePerson[]
  readonly canteens: MadeCanteen[]
  readonly members: (Teammate & { canteenId: number; since: Date })[]
  readonly periods: MadePeriod[]
}

export const blockCount = ({ canteens }: Settings) => Math.ceil(canteens / BLOCK_PLACES)
export const lastCanteen = (settings: Settings) => FIRST_CANTEEN + blockCount(settings) * BLOCK_IDS - 1

const pickTeamPlaces = weighted(placesByTeam)
const pickRegisterState = weighted<string | null>(registerStates)

/** Who owns places, where, and who runs them. */
type Unit = {
  readonly siren: string
  readonly isPublic: boolean
  readonly sector: NationalSector
  readonly isConceded: boolean
  readonly commune: Commune
  readonly team: readonly Teammate[]
  readonly createdAt: Date
}

export function blockOf(settings: Settings, geography: Geography, number: number): Block {
  const draws = drawsOf(settings.seed, 'block', number)
  const until = endOf(settings.years)
  const block: Block = { people: [], canteens: [], members: [], periods: [] }
  const hasHeadOffice = number * BLOCK_PLACES < HEAD_OFFICE_PLACES
  if (number === 0) block.people.push(headOffice(new Date(startOf(settings.years))))
  let units = 0

  function openUnit(isSatellite: boolean): Unit {
    const isPublic = draws.happens(publicShare(isSatellite))
    const sector = sectorPicker(isSatellite, isPublic)(draws)
    const createdAt = momentBetween(draws, startOf(settings.years), until)
    const hire = () => {
      const person = makePerson(draws, `${number}-${block.people.length}`, createdAt)
      block.people.push(person)
      return person
    }
    return {
      siren: sirenOf(number * BLOCK_PLACES + units++, isPublic),
      isPublic,
      sector,
      isConceded: draws.happens(sector.conceded),
      commune: geography.commune(draws),
      team: makeTeam(draws, hire),
      createdAt,
    }
  }

  function add(unit: Unit, record: CanteenRecord, known: Partial<MadeCanteen> = {}): MadeCanteen {
    const canteen: MadeCanteen = {
      id: FIRST_CANTEEN + number * BLOCK_IDS + block.canteens.length,
      record,
      wrong: null,
      createdAt: unit.createdAt,
      createdBy: unit.team[0]?.personId ?? null,
      archivedAt: null,
      registerState: record.siret === null ? null : pickRegisterState(draws),
      ...known,
    }
    block.canteens.push(canteen)
    for (const teammate of unit.team) block.members.push({ ...teammate, canteenId: canteen.id, since: unit.createdAt })
    if (hasHeadOffice)
      block.members.push({
        personId: 'generated-head-office',
        role: 'administrator',
        canteenId: canteen.id,
        since: canteen.createdAt,
      })
    return canteen
  }

  function addPlace(unit: Unit, establishment: number, commune: Commune, kitchenSiret?: string | null): MadeCanteen {
    const isSatellite = kitchenSiret !== undefined
    const { record, wrong } = spoil(
      draws,
      makePlace(draws, {
        ...unit,
        sector: draws.happens(SAME_SECTOR) ? unit.sector : sectorPicker(isSatellite, unit.isPublic)(draws),
        managementType: unit.isConceded ? 'conceded' : 'direct',
        commune: (draws.happens(FORMER_COMMUNES) && geography.former(draws, commune)) || commune,
        establishment,
        ...(isSatellite && { kitchenSiret }),
      }),
    )
    if (isSatellite || !draws.happens(ARCHIVED)) return add(unit, record, { wrong })
    const before = block.canteens.at(-1)
    const isSound = wrong === null && before?.wrong === null && before.archivedAt === null && before.record.siret !== null
    const takesOver = draws.happens(NUMBER_TAKEN_OVER) && isSound
    return add(unit, takesOver ? { ...record, siret: before.record.siret, siren: null } : record, {
      wrong,
      archivedAt: momentBetween(draws, unit.createdAt.getTime(), until),
    })
  }

  function addOnSite(count: number) {
    const unit = openUnit(false)
    for (let rank = 1; rank <= count; rank++)
      addPlace(unit, rank, rank === 1 || draws.happens(0.7) ? unit.commune : geography.near(draws, unit.commune))
  }

  /** A kitchen, the places that it delivers and, most often, the group that they make. */
  function addKitchen(count: number) {
    const unit = openUnit(true)
    const kitchenSiret = siretOf(unit.siren, 1)
    const delivered: MadeCanteen[] = []
    for (let rank = 1; rank <= count; rank++) {
      const known = draws.happens(WITHOUT_KITCHEN) ? null : kitchenSiret
      const satellite = addPlace(unit, rank + 1, geography.near(draws, unit.commune), known)
      if (known !== null) delivered.push(satellite)
    }
    if (delivered.length === 0 || draws.happens(WITHOUT_GROUP)) return
    const before = block.periods.at(-1)?.groupId
    const group = add(unit, makeGroup(unit, kitchenSiret, delivered))
    const startsOn = turningDay(draws, settings.years)
    for (const { id: satelliteId } of delivered)
      if (before !== undefined && draws.happens(MOVED)) {
        const movedOn = autumnOf(draws, settings.years)
        block.periods.push(
          { satelliteId, groupId: before, startsOn: isoDay(startOf(settings.years)), endsOn: dayBefore(movedOn) },
          { satelliteId, groupId: group.id, startsOn: movedOn, endsOn: null },
        )
      } else block.periods.push({ satelliteId, groupId: group.id, startsOn, endsOn: null })
  }

  const makeGroup = (unit: Unit, kitchenSiret: string, delivered: readonly MadeCanteen[]): CanteenRecord => ({
    productionType: 'groupe',
    name: nameOf(draws, 'kitchen', unit.commune.name),
    siret: null,
    siren: unit.siren,
    inseeCode: null,
    managementType: unit.isConceded ? 'conceded' : 'direct',
    economicModel: null,
    sectorList: [],
    lineMinistry: null,
    dailyMealCount: sum(delivered, 'dailyMealCount'),
    yearlyMealCount: sum(delivered, 'yearlyMealCount'),
    kitchenSiret,
  })

  const size = Math.min(BLOCK_PLACES, settings.canteens - number * BLOCK_PLACES)
  const satellites = Math.floor(size * SATELLITES + draws.fraction())
  for (let left = size - satellites; left > 0; ) {
    const count = Math.min(pickTeamPlaces(draws), left)
    addOnSite(count)
    left -= count
  }
  for (let left = satellites; left > 0; ) {
    const count = Math.min(satellitesOfKitchen(draws), left)
    addKitchen(count)
    left -= count
  }
  return block
}

function satellitesOfKitchen(draws: Draws): number {
  const { median, sigma, most } = deliveredByKitchen
  const drawn = Math.round(draws.logNormal(median * Math.exp((sigma * sigma) / 2), sigma))
  return Math.min(Math.max(drawn, 1), most)
}

const sum = (canteens: readonly MadeCanteen[], field: 'dailyMealCount' | 'yearlyMealCount') =>
  canteens.reduce((total, { record }) => total + record[field]!, 0)
