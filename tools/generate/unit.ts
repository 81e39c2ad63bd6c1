// A legal unit and its places: those of a town or company on site, or a kitchen with those that it delivers and their group.
import type { Commune } from '../../src/features/territory/list.ts'
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import { BLOCK_PLACES, type MadeCanteen, type Making } from './block.ts'
import { autumnOf, dayBefore, endOf, isoDay, momentBetween, startOf, turningDay } from './days.ts'
import { nameOf } from './names.ts'
import type { Kind, NationalSector } from './national.ts'
import { sirenOf, siretOf } from './numbers.ts'
import { HEAD_OFFICE_ID, makePerson, makeTeam, type Teammate } from './people.ts'
import { makePlace, spoil } from './place.ts'
import { type Balance, weighted } from './random.ts'
import {
  ARCHIVED,
  FORMER_COMMUNES,
  MOVED,
  NUMBER_TAKEN_OVER,
  registerStates,
  SAME_COMMUNE,
  SAME_SECTOR,
  WITHOUT_GROUP,
  WITHOUT_KITCHEN,
} from './shares.data.ts'

/** Who owns places, where, and who runs them. */
type Unit = {
  readonly siren: string
  readonly isPublic: boolean
  /** One for each place. */
  readonly sectors: readonly NationalSector[]
  readonly isConceded: boolean
  readonly commune: Commune
  readonly team: readonly Teammate[]
  readonly createdAt: Date
}

const pickRegisterState = weighted<string | null>(registerStates)

/** Places of one unit, each with its own kitchen. */
export function addOnSite(making: Making, count: number) {
  const { draws, geography, kinds } = making
  const unit = openUnit(making, count, kinds.onSite)
  for (let rank = 0; rank < count; rank++) {
    const isThere = rank === 0 || draws.happens(SAME_COMMUNE)
    addPlace(making, unit, { rank, commune: isThere ? unit.commune : geography.near(draws, unit.commune) })
  }
}

/** A kitchen, the places that it delivers and, most often, the group that they make. */
export function addKitchen(making: Making, count: number) {
  const { draws, geography, kinds, block, settings } = making
  const unit = openUnit(making, count, kinds.satellite)
  const kitchenSiret = siretOf(unit.siren, count + 1)
  const delivered: MadeCanteen[] = []
  for (let rank = 0; rank < count; rank++) {
    const known = draws.happens(WITHOUT_KITCHEN) ? null : kitchenSiret
    const satellite = addPlace(making, unit, { rank, commune: geography.near(draws, unit.commune), kitchenSiret: known })
    if (known !== null && satellite.archivedAt === null) delivered.push(satellite)
  }
  if (delivered.length === 0 || draws.happens(WITHOUT_GROUP)) return
  const before = block.periods.at(-1)?.groupId
  const group = add(making, unit, groupRecord(making, unit, kitchenSiret, delivered))
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

function openUnit(making: Making, count: number, kinds: Balance<Kind>): Unit {
  const { draws, settings, number, block, regions, geography } = making
  const places = Array.from({ length: count }, (_, rank) => rank === 0 || draws.happens(SAME_SECTOR))
  const alike = places.filter((same) => same).length
  // A kind of which a block has few places does not fill a large kitchen; nor does a small region host one.
  const { sector, isPublic } = kinds.pick(draws, alike, (_, share) => share * BLOCK_PLACES >= alike)
  const region = regions.pick(draws, count, (_, share) => share * BLOCK_PLACES >= Math.min(count, 200) / 2)
  const sectors = places.map((same) => (same ? sector : kinds.pick(draws, 1, (kind) => kind.isPublic === isPublic).sector))
  const createdAt = momentBetween(draws, startOf(settings.years), endOf(settings.years))
  making.concededOwed += count * sector.conceded
  const isConceded = making.concededOwed > count * draws.fraction()
  if (isConceded) making.concededOwed -= count
  const hire = () => {
    const person = makePerson(draws, `${number}-${block.people.length}`, createdAt)
    block.people.push(person)
    return person
  }
  return {
    siren: sirenOf(making.firstUnit + making.units++, isPublic),
    isPublic,
    sectors,
    isConceded,
    commune: geography.commune(draws, region),
    team: makeTeam(draws, hire),
    createdAt,
  }
}

type Where = { rank: number; commune: Commune; kitchenSiret?: string | null }

function addPlace(making: Making, unit: Unit, { rank, commune, kitchenSiret }: Where): MadeCanteen {
  const { draws, geography, block, settings } = making
  const { record, wrong } = spoil(
    draws,
    makePlace(draws, {
      ...unit,
      sector: unit.sectors[rank]!,
      managementType: managementOf(unit),
      commune: (draws.happens(FORMER_COMMUNES) && geography.former(draws, commune)) || commune,
      establishment: rank + 1,
      ...(kitchenSiret !== undefined && { kitchenSiret }),
    }),
  )
  if (!draws.happens(ARCHIVED)) return add(making, unit, record, { wrong })
  const before = block.canteens.at(-1)
  const areSound = wrong === null && before?.wrong === null && before.archivedAt === null && before.record.siret !== null
  const takesOver = draws.happens(NUMBER_TAKEN_OVER) && areSound
  return add(making, unit, takesOver ? { ...record, siret: before.record.siret, siren: null } : record, {
    wrong,
    archivedAt: momentBetween(draws, unit.createdAt.getTime(), endOf(settings.years)),
  })
}

function add(making: Making, unit: Unit, record: CanteenRecord, known: Partial<MadeCanteen> = {}): MadeCanteen {
  const { block, draws, firstId, hasHeadOffice } = making
  const canteen: MadeCanteen = {
    id: firstId + block.canteens.length,
    record,
    wrong: null,
    createdAt: unit.createdAt,
    createdBy: unit.team[0]?.personId ?? null,
    archivedAt: null,
    registerState: record.siret === null ? null : pickRegisterState(draws),
    ...known,
  }
  block.canteens.push(canteen)
  const office: Teammate[] = hasHeadOffice ? [{ personId: HEAD_OFFICE_ID, role: 'administrator' }] : []
  for (const teammate of [...unit.team, ...office])
    block.members.push({ ...teammate, canteenId: canteen.id, since: unit.createdAt })
  return canteen
}

const managementOf = ({ isConceded }: Unit) => (isConceded ? 'conceded' : 'direct')

function groupRecord({ draws }: Making, unit: Unit, kitchenSiret: string, delivered: readonly MadeCanteen[]): CanteenRecord {
  const sum = (field: 'dailyMealCount' | 'yearlyMealCount') => delivered.reduce((total, { record }) => total + record[field]!, 0)
  return {
    productionType: 'groupe',
    name: nameOf(draws, 'kitchen', unit.commune.name),
    siret: null,
    siren: unit.siren,
    inseeCode: null,
    managementType: managementOf(unit),
    economicModel: null,
    sectorList: [],
    lineMinistry: null,
    dailyMealCount: sum('dailyMealCount'),
    yearlyMealCount: sum('yearlyMealCount'),
    kitchenSiret,
  }
}
