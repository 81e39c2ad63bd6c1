// Canteens of tests: a school and its team.
import { addMember, createCanteens, findCanteen, type Role } from '../../src/features/canteens/canteens.ts'
import type { CanteenRecord } from '../../src/law/canteen-record.ts'
import type { Platform } from '../../src/platform/http/context.ts'

/** A complete record of a town without other canteens; give `siret` another number to make a second one. */
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

/** A canteen kept, with these people in its team; with nobody when none is given. */
export async function canteenWith(
  { database, now }: Platform,
  team: readonly (readonly [person: { id: string }, role: Role])[],
  record: CanteenRecord = school,
) {
  const id = await database.transaction(async (db) => {
    const [made] = await createCanteens(db, [record], { source: 'page', by: null, now: now() })
    for (const [person, role] of team) await addMember(db, [made!], person.id, role, now())
    return made!
  })
  return (await findCanteen(database, id))!
}
