// A block of the national data set: a thousand places with their groups, their teams and the people in them. A block depends on the settings and on
// its number only: any of them can be made again, in any order.
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import { startOf, type Years } from './days.ts'
import type { Geography } from './geography.ts'
import { type Kind, kindsOf } from './national.ts'
import { HEAD_OFFICE_PLACES, headOffice, type MadePerson, type Teammate } from './people.ts'
import type { Wrong } from './place.ts'
import { type MadePurchase, purchasesOf } from './purchases.ts'
import { type Balance, balanced, type Draws, drawsOf, weighted } from './random.ts'
import { deliveredByKitchen, placesByRegion, placesByTeam, SATELLITES } from './shares.data.ts'
import { addKitchen, addOnSite } from './unit.ts'

export const BLOCK_PLACES = 1000
/** Identifiers start far from those that pages give. */
const FIRST_CANTEEN = 1_000_001
/** A block has one group for each place at most. */
const BLOCK_IDS = 2 * BLOCK_PLACES

export type Settings = {
  readonly seed: number
  readonly canteens: number
  readonly years: Years
  /** In the whole country. */
  readonly purchases: number
}

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
  readonly purchases: MadePurchase[]
}

/** A block being made: what it draws from, what is still owed to each region and kind of place. */
export type Making = {
  readonly settings: Settings
  readonly geography: Geography
  readonly number: number
  readonly draws: Draws
  readonly block: Block
  readonly firstId: number
  /** Legal units of the blocks before, none of which has more than one for each place. */
  readonly firstUnit: number
  readonly hasHeadOffice: boolean
  units: number
  concededOwed: number
  readonly regions: Balance<string>
  readonly kinds: { readonly onSite: Balance<Kind>; readonly satellite: Balance<Kind> }
}

export const blockCount = ({ canteens }: Settings) => Math.ceil(canteens / BLOCK_PLACES)
const firstIdOf = (number: number) => FIRST_CANTEEN + number * BLOCK_IDS
/** The highest identifier that a canteen of these settings may have. */
export const lastId = (settings: Settings) => firstIdOf(blockCount(settings)) - 1

const pickTeamPlaces = weighted(placesByTeam)

export function blockOf(settings: Settings, geography: Geography, number: number): Block {
  const draws = drawsOf(settings.seed, 'block', number)
  const making: Making = {
    settings,
    geography,
    number,
    draws,
    block: { people: [], canteens: [], members: [], periods: [], purchases: [] },
    firstId: firstIdOf(number),
    firstUnit: number * BLOCK_PLACES,
    hasHeadOffice: number * BLOCK_PLACES < HEAD_OFFICE_PLACES,
    units: 0,
    concededOwed: 0,
    regions: balanced(Object.entries(placesByRegion)),
    kinds: { onSite: balanced(kindsOf(false)), satellite: balanced(kindsOf(true)) },
  }
  if (number === 0) making.block.people.push(headOffice(new Date(startOf(settings.years))))
  const size = Math.min(BLOCK_PLACES, settings.canteens - number * BLOCK_PLACES)
  const satellites = Math.floor(size * SATELLITES + draws.fraction())
  // The largest kitchens settle first; the small ones and the places on site then fill what they leave.
  const kitchens = shared(satellites, () => satellitesOfKitchen(draws)).sort((a, b) => b - a)
  for (const count of kitchens) addKitchen(making, count)
  for (const count of shared(size - satellites, () => pickTeamPlaces(draws))) addOnSite(making, count)
  for (const purchase of purchasesOf(settings, number, making.block)) making.block.purchases.push(purchase)
  return making.block
}

/** Cuts a number into parts as they are drawn; the last one is what remains. */
function shared(whole: number, drawPart: () => number): number[] {
  const parts: number[] = []
  for (let left = whole; left > 0; left -= parts.at(-1)!) parts.push(Math.min(drawPart(), left))
  return parts
}

function satellitesOfKitchen(draws: Draws): number {
  const { median, sigma, most } = deliveredByKitchen
  const drawn = Math.round(draws.logNormal(median * Math.exp((sigma * sigma) / 2), sigma))
  return Math.min(Math.max(drawn, 1), most)
}
