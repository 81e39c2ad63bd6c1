// biome-ignore-all format: a table, one sector a line
// How places of each sector are run, and what they are called.
//
// satellite, conceded, private: shares among the canteens of the declarations published as open data (Licence Ouverte; data of 2022 and 2023, the last
// declaration of each canteen). Those who declare are not the country: the odds of every sector are multiplied by one number, so that the national mix
// of national.json has 57 % of satellites, 32 % of conceded and 34 % of private places (report of 2025). Sectors with few declarations lean towards the mean.
// also: sectors found beside this one, with the number of times.
import type { LineMinistry } from '../../src/law/canteen.ts'
import type { SectorId } from '../../src/law/sectors.ts'
import type { NameKind } from './names.data.ts'

type Counts<Key extends string> = Partial<Record<Key, number>>
export type SectorShares = {
  readonly satellite: number
  readonly conceded: number
  readonly private: number
  readonly named: NameKind
  readonly also: Counts<SectorId>
  /** Of State sectors. */
  readonly ministries?: Counts<LineMinistry>
}

export const sectorShares = {
  education_primaire: { satellite: 0.778, conceded: 0.318, private: 0.066, named: 'school', also: { education_secondaire_college: 253, social_creche: 168, loisir_autre: 107, social_ehpad: 99, administration_administratif_des_collectivites: 74, loisir_centre_vacances: 67 } },
  education_secondaire_college: { satellite: 0.329, conceded: 0.08, private: 0.059, named: 'college', also: { education_primaire: 253, education_secondaire_lycee: 127, education_superieur_universitaire: 21, social_creche: 18 } },
  education_secondaire_lycee: { satellite: 0.058, conceded: 0.102, private: 0.108, named: 'lycee', also: { education_secondaire_college: 127, education_primaire: 62, education_superieur_universitaire: 23, education_autre: 10 } },
  education_enseignement_agricole: { satellite: 0.179, conceded: 0.144, private: 0.382, named: 'farmSchool', also: { education_secondaire_college: 15, education_secondaire_lycee: 7, education_superieur_universitaire: 7, education_autre: 7 } },
  education_autre: { satellite: 0.207, conceded: 0.454, private: 0.559, named: 'training', also: { education_primaire: 15, education_secondaire_college: 13, education_secondaire_lycee: 10, entreprise_entreprise: 5 } },
  education_superieur_universitaire: { satellite: 0.118, conceded: 0.088, private: 0.093, named: 'university', also: { education_secondaire_lycee: 23, education_secondaire_college: 21, education_enseignement_agricole: 7 }, ministries: { enseignement_superieur: 1 } },
  sante_hopital: { satellite: 0.222, conceded: 0.095, private: 0.051, named: 'hospital', also: { social_ehpad: 113, sante_autre: 27, social_autre: 22, administration_etablissement_public: 21, entreprise_entreprise: 20, social_creche: 18 } },
  sante_clinique: { satellite: 0.275, conceded: 0.521, private: 0.991, named: 'clinic', also: { sante_autre: 3, sante_hopital: 3, social_ehpad: 3, social_autre: 3 } },
  sante_autre: { satellite: 0.329, conceded: 0.275, private: 0.587, named: 'care', also: { social_ehpad: 27, sante_hopital: 27, social_autre: 11, entreprise_entreprise: 10 } },
  social_creche: { satellite: 0.907, conceded: 0.416, private: 0.611, named: 'nursery', also: { education_primaire: 168, social_ehpad: 74, loisir_autre: 51, loisir_centre_vacances: 40 } },
  social_ehpad: { satellite: 0.16, conceded: 0.2, private: 0.566, named: 'home', also: { sante_hopital: 113, education_primaire: 99, social_creche: 74, social_autre: 43, loisir_autre: 36, sante_autre: 27 } },
  social_autre: { satellite: 0.565, conceded: 0.501, private: 0.641, named: 'social', also: { social_ehpad: 43, sante_hopital: 22, social_esat: 21, education_primaire: 19 } },
  social_esat: { satellite: 0.554, conceded: 0.458, private: 0.791, named: 'social', also: { social_autre: 21, social_ime: 12, social_ehpad: 12 } },
  social_ime: { satellite: 0.509, conceded: 0.326, private: 0.714, named: 'social', also: { education_primaire: 12, social_esat: 12, social_ehpad: 10, social_autre: 9 } },
  social_pjj: { satellite: 0.558, conceded: 0.258, private: 0.258, named: 'social', also: {}, ministries: { justice: 1 } },
  administration_administratif: { satellite: 0.388, conceded: 0.744, private: 0.336, named: 'office', also: { administration_armee: 8, administration_inter_administratif: 5, administration_etablissement_public: 5 }, ministries: { economie: 110, interieur: 20, ecologie: 16, justice: 7, jeunesse: 5, culture: 3, administration_territoriale: 3, affaires_etrangeres: 2 } },
  administration_armee: { satellite: 0.025, conceded: 0.123, private: 0.167, named: 'barracks', also: { administration_administratif: 8, administration_administratif_des_collectivites: 3 }, ministries: { armee: 60, interieur: 40 } },
  administration_etablissement_public: { satellite: 0.364, conceded: 0.296, private: 0.147, named: 'office', also: { social_ehpad: 24, sante_hopital: 21, education_primaire: 20, entreprise_entreprise: 9 }, ministries: { sante: 31, jeunesse: 20, enseignement_superieur: 10, ecologie: 10, transformation: 9, agriculture: 8, culture: 6, interieur: 5 } },
  administration_inter_administratif: { satellite: 0.134, conceded: 0.649, private: 0.181, named: 'office', also: { administration_administratif: 5, administration_etablissement_public: 2 }, ministries: { economie: 2, justice: 2, interieur: 2, administration_territoriale: 2, sante: 1 } },
  administration_prison: { satellite: 0.142, conceded: 0.486, private: 0.025, named: 'prison', also: {}, ministries: { justice: 1 } },
  administration_administratif_des_collectivites: { satellite: 0.666, conceded: 0.225, private: 0.069, named: 'town', also: { education_primaire: 74, social_creche: 22, loisir_autre: 15, social_ehpad: 15, education_secondaire_college: 13 } },
  loisir_autre: { satellite: 0.785, conceded: 0.279, private: 0.129, named: 'leisure', also: { education_primaire: 107, social_creche: 51, social_ehpad: 36, autres_autre: 22, administration_administratif_des_collectivites: 15 } },
  loisir_centre_vacances: { satellite: 0.692, conceded: 0.206, private: 0.206, named: 'holidays', also: { education_primaire: 67, social_creche: 40, social_ehpad: 21, education_secondaire_college: 14 } },
  entreprise_entreprise: { satellite: 0.535, conceded: 0.533, private: 0.581, named: 'company', also: { social_ehpad: 22, sante_hopital: 20, education_primaire: 18, social_creche: 18 } },
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: a share
  entreprise_inter_entreprise: { satellite: 0.693, conceded: 0.499, private: 0.726, named: 'company', also: { entreprise_entreprise: 3, education_primaire: 2, social_creche: 2 } },
} as const satisfies Partial<Record<SectorId, SectorShares>>
