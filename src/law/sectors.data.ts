// biome-ignore-all format: a table, one sector a line
// The 26 sectors. In the traits, `null` means that the sector alone cannot tell.

export type SectorCategory = 'administration' | 'education' | 'health' | 'social' | 'leisure' | 'enterprise' | 'autres'

export type SectorRow = {
  readonly id: string
  readonly label: string
  readonly category: SectorCategory
  /** State bodies: the line ministry is asked, and a public canteen of the sector is the State's. */
  readonly state?: true
  /** Services of article L230-5: schools, universities, under-six care, health, social and medico-social, prisons. */
  readonly l2305?: true
  /** Nursery school to lycée: weekly vegetarian menu, still-water bottles. */
  readonly school?: true | null
  /** Schools, universities, under-six care (health: maternity and paediatrics only): plastic containers, consulting users. */
  readonly youth?: true | null
  /** May be run by a commune: the 2028 date of plastic containers under 2 000 inhabitants. */
  readonly municipal?: true
  /** Collèges and lycées: convention between the establishment and its local authority. */
  readonly secondary?: true
  readonly formerLabels?: readonly string[]
}

export const sectorRows = [
  { id: 'administration_prison', label: 'Restaurants des prisons', category: 'administration', state: true, l2305: true },
  { id: 'administration_administratif', label: "Restaurants administratifs d'Etat (RA)", category: 'administration', state: true },
  { id: 'administration_armee', label: 'Restaurants des armées / police / gendarmerie', category: 'administration', state: true },
  { id: 'administration_etablissement_public', label: "Etablissements publics d'Etat (EPA ou EPIC)", category: 'administration', state: true, formerLabels: ['Autres établissements du secteur public'] },
  { id: 'administration_inter_administratif', label: "Restaurants inter-administratifs d'État (RIA)", category: 'administration', state: true },
  { id: 'administration_administratif_des_collectivites', label: 'Restaurants administratifs des collectivités territoriales', category: 'administration' },
  { id: 'education_primaire', label: 'Ecole primaire (maternelle et élémentaire)', category: 'education', l2305: true, school: true, youth: true, municipal: true },
  { id: 'education_secondaire_college', label: 'Secondaire collège', category: 'education', l2305: true, school: true, youth: true, secondary: true },
  { id: 'education_secondaire_lycee', label: 'Secondaire lycée (hors agricole)', category: 'education', l2305: true, school: true, youth: true, secondary: true },
  { id: 'education_enseignement_agricole', label: "Etablissements d'enseignement agricole", category: 'education', l2305: true, school: true, youth: true, secondary: true, formerLabels: ['Secondaire lycée agricole'] },
  { id: 'education_superieur_universitaire', label: 'Supérieur et Universitaire', category: 'education', state: true, l2305: true, youth: true },
  { id: 'education_autre', label: "Autres structures d'enseignement", category: 'education', l2305: true, school: null, youth: true },
  { id: 'sante_hopital', label: 'Hôpitaux', category: 'health', l2305: true, youth: null },
  { id: 'sante_clinique', label: 'Cliniques', category: 'health', l2305: true, youth: null },
  { id: 'sante_autre', label: 'Autres établissements de soins', category: 'health', l2305: true },
  { id: 'social_creche', label: 'Crèche', category: 'social', l2305: true, youth: true, municipal: true },
  { id: 'social_ime', label: 'IME / ITEP', category: 'social', l2305: true },
  { id: 'social_esat', label: 'ESAT / Etablissements spécialisés', category: 'social', l2305: true },
  { id: 'social_ehpad', label: 'EHPAD / maisons de retraite / foyers de personnes âgées', category: 'social', l2305: true },
  { id: 'social_pjj', label: 'Etablissements de la PJJ', category: 'social', state: true, l2305: true },
  { id: 'social_autre', label: 'Autres établissements sociaux et médico-sociaux', category: 'social', l2305: true, formerLabels: ['Autres établissements sociaux et médicaux sociaux'] },
  { id: 'loisir_centre_vacances', label: 'Centre de vacances / sportif', category: 'leisure', municipal: true },
  { id: 'loisir_autre', label: 'Autres établissements de loisirs', category: 'leisure', municipal: true },
  { id: 'entreprise_entreprise', label: "Restaurants d'entreprises", category: 'enterprise' },
  { id: 'entreprise_inter_entreprise', label: 'Restaurants inter-entreprises', category: 'enterprise' },
  { id: 'autres_autre', label: 'Autres établissements non listés', category: 'autres' },
] as const satisfies readonly SectorRow[]
