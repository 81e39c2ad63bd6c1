// The told group: Karim's kitchen and its three schools, one of which came from another kitchen on a 1 September.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { toldLegalUnits } from '../register/register.ts'

/** Identifiers of told canteens and people, as they are written by those who tell them. */
export const told = {
  group: 'demo-group',
  satellites: ['demo-satellite-1', 'demo-satellite-2'],
  newcomer: 'demo-satellite-3',
  formerGroup: 'demo-former-group',
  person: 'demo-karim',
} as const

export const formerGroup: CanteenRecord = {
  productionType: 'groupe',
  name: 'Ancienne cuisine du bourg',
  siret: null,
  siren: toldLegalUnits.gironde.siren,
  inseeCode: null,
  managementType: 'direct',
  economicModel: null,
  sectorList: [],
  lineMinistry: null,
  dailyMealCount: 140,
  yearlyMealCount: 19_600,
  kitchenSiret: null,
}
