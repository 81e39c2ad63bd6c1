// Canteens of the told stories: a school just complete, a central kitchen with its three satellites, a hospital overseas with something missing.
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { toldEstablishments, toldLegalUnits } from '../register/register.ts'

export type ToldCanteen = {
  /** Stays the same for ever: loading again finds it. */
  readonly key: string
  /** Identifier of the person who administers it. */
  readonly personId: string
  readonly record: CanteenRecord
}

const { school, schoolsOfTheKitchen, centralKitchen, hospital } = toldEstablishments

const place: Omit<CanteenRecord, 'name' | 'dailyMealCount' | 'yearlyMealCount'> = {
  productionType: 'site',
  siret: null,
  siren: null,
  inseeCode: null,
  managementType: 'direct',
  economicModel: 'public',
  sectorList: ['education_primaire'],
  lineMinistry: null,
  kitchenSiret: null,
}
const satellites = [
  { name: 'École Simone-Veil', dailyMealCount: 180, yearlyMealCount: 25_200 },
  { name: 'École Jules-Ferry', dailyMealCount: 95, yearlyMealCount: 13_300 },
  { name: 'École des Vignes', dailyMealCount: 140, yearlyMealCount: 19_600 },
] as const

export const toldCanteens: readonly ToldCanteen[] = [
  {
    key: 'demo-school',
    personId: 'demo-elodie',
    record: {
      ...place,
      name: 'École Jean-Moulin',
      siret: school.siret,
      inseeCode: school.inseeCode,
      dailyMealCount: 62,
      yearlyMealCount: 8_680,
    },
  },
  {
    key: 'demo-group',
    personId: 'demo-karim',
    record: {
      ...place,
      productionType: 'groupe',
      name: 'Cuisine centrale des Deux Rives',
      siren: toldLegalUnits.gironde.siren,
      economicModel: null,
      sectorList: [],
      dailyMealCount: 415,
      yearlyMealCount: 58_100,
      kitchenSiret: centralKitchen.siret,
    },
  },
  ...satellites.map(
    (satellite, index): ToldCanteen => ({
      key: `demo-satellite-${index + 1}`,
      personId: 'demo-karim',
      record: {
        ...place,
        productionType: 'site_cooked_elsewhere',
        siret: schoolsOfTheKitchen[index]!.siret,
        inseeCode: schoolsOfTheKitchen[index]!.inseeCode,
        kitchenSiret: centralKitchen.siret,
        ...satellite,
      },
    }),
  ),
  {
    key: 'demo-hospital',
    personId: 'demo-solene',
    record: {
      ...place,
      name: 'Hôpital du Grand Large',
      siret: hospital.siret,
      inseeCode: hospital.inseeCode,
      sectorList: ['sante_hopital'],
      dailyMealCount: 640,
      yearlyMealCount: null,
    },
  },
]
