// Canteens for tests: right records, numbers whose check digit holds, written without going through the pages.
import { addMember, createCanteens, findCanteen, type Role } from '../../src/features/canteens/canteens.ts'
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import { isSiret } from '../../src/law/identifiers.ts'
import type { Platform } from '../../src/platform/http/context.ts'

/** A right and complete record, a primary school that cooks on the spot; give `siret` another number to make a second one. */
export const school: CanteenRecord = {
  productionType: 'site',
  name: 'École Jean-Moulin',
  siret: '21350051500019',
  siren: null,
  inseeCode: '35051',
  managementType: 'direct',
  economicModel: 'public',
  sectorList: ['education_primaire'],
  lineMinistry: null,
  dailyMealCount: 120,
  yearlyMealCount: 16_800,
  kitchenSiret: null,
}
export const satellite: CanteenRecord = { ...school, productionType: 'site_cooked_elsewhere' }
export const group: CanteenRecord = {
  ...school,
  productionType: 'groupe',
  name: 'Cuisine centrale de Cesson',
  siret: null,
  siren: '213500515',
  inseeCode: null,
  economicModel: null,
  sectorList: [],
}

/** The SIRET of the establishment of this rank in a legal unit that does not exist. */
export function someSiret(rank: number): string {
  const start = `000000018${String(rank).padStart(4, '0')}`
  for (let last = 0; last < 10; last++) if (isSiret(start + last)) return start + last
  throw new Error('one of ten digits always holds')
}

/** Writes canteens, this person being their administrator; without a person, nobody manages them. */
export const addCanteens = (
  { database, now }: Pick<Platform, 'database' | 'now'>,
  records: readonly CanteenRecord[],
  personId: string | null,
): Promise<number[]> => database.transaction((db) => createCanteens(db, records, { source: 'page', by: personId, now: now() }))

/** A canteen kept, with these people in its team; with nobody when none is given. */
export async function canteenWith(
  platform: Platform,
  team: readonly (readonly [person: { id: string }, role: Role])[],
  record: CanteenRecord = school,
) {
  const [id] = await addCanteens(platform, [record], null)
  for (const [person, role] of team) await addMember(platform.database, [id!], person.id, role, platform.now())
  return (await findCanteen(platform.database, id!))!
}
