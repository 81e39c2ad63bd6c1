// Establishments of the told stories, as the register would give them. Invented units under numbers that are never given, real communes.
import type { Establishment, LegalUnit } from './facts.ts'

const brittany = { siren: '000000018', name: 'COMMUNE FICTIVE DE BRETAGNE (DÉMONSTRATION)' }
const gironde = { siren: '000000026', name: 'COMMUNE FICTIVE DE GIRONDE (DÉMONSTRATION)' }
const hospital = { siren: '000000034', name: 'CENTRE HOSPITALIER FICTIF (DÉMONSTRATION)' }

const bazouges = { inseeCode: '35019', communeName: 'Bazouges-la-Pérouse', postcode: '35560' }
const libourne = { inseeCode: '33243', communeName: 'Libourne', postcode: '33500' }
const saintDenis = { inseeCode: '97411', communeName: 'Saint-Denis', postcode: '97400' }

const open = { state: 'open', closedOn: null, isPublic: true } as const
const place = (siret: string, name: string, unit: typeof brittany, where: typeof bazouges): Establishment => ({
  siret,
  siren: unit.siren,
  name,
  legalUnitName: unit.name,
  ...where,
  ...open,
})

export const toldEstablishments = {
  school: place('00000001800010', 'École Jean-Moulin', brittany, bazouges),
  /** To be seen closed. */
  formerSchool: {
    ...place('00000001800028', 'Ancienne école du bourg', brittany, bazouges),
    state: 'closed',
    closedOn: '2024-08-31',
  },
  centralKitchen: place('00000002600013', 'Cuisine centrale des Deux Rives', gironde, libourne),
  schoolsOfTheKitchen: [
    place('00000002600021', 'École Simone-Veil', gironde, libourne),
    place('00000002600039', 'École Jules-Ferry', gironde, libourne),
    place('00000002600047', 'École des Vignes', gironde, libourne),
  ],
  hospital: place('00000003400017', 'Hôpital du Grand Large', hospital, saintDenis),
  /** To be found by nobody who runs it. */
  residence: place('00000003400025', 'Résidence des Filaos', hospital, saintDenis),
} as const satisfies Record<string, Establishment | readonly Establishment[]>

export const toldLegalUnits = {
  brittany: { ...brittany, ...bazouges, ...open },
  gironde: { ...gironde, ...libourne, ...open },
  hospital: { ...hospital, ...saintDenis, ...open },
} as const satisfies Record<string, LegalUnit>
