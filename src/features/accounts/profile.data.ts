import type { Choice } from '../../platform/html/fields.tsx'

/** What a person does; identifiers are those of the national files. */
export const JOBS: readonly Choice[] = [
  { value: 'ESTABLISHMENT_MANAGER', label: 'Gestionnaire d’établissement' },
  { value: 'CATERING_PURCHASES_MANAGER', label: 'Direction Achat Société de restauration' },
  { value: 'DIRECT_PURCHASES_MANAGER', label: 'Responsable d’achats en gestion directe' },
  { value: 'CENTRAL_MANAGER', label: 'Responsable de plusieurs établissements (type cuisine centrale)' },
  { value: 'MANY_ESTABLISHMENTS_MANAGER', label: 'Responsable de plusieurs établissements (SRC)' },
  { value: 'TECHNICAL', label: 'Développement logiciel, analyse de données ou autre rôle technique' },
  { value: 'OTHER', label: 'Autre' },
]

/** How a person heard of the site. */
export const SOURCES: readonly Choice[] = [
  { value: 'WEBINAIRE', label: 'Webinaire' },
  { value: 'WEB_SEARCH', label: 'Recherche web' },
  { value: 'INSTITUTION', label: 'Communication institutionnelle (DRAAF, association régionale)' },
  { value: 'WORD_OF_MOUTH', label: 'Bouche à oreille' },
  { value: 'SOCIAL_MEDIA', label: 'Réseaux sociaux' },
  { value: 'OTHER', label: 'Autre (spécifiez)' },
]
