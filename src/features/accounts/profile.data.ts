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

/** Where a person stands with the law: as many of these as are true of them. */
export const LAW_AWARENESS: readonly Choice[] = [
  { value: 'NONE', label: 'Je ne la connais pas en détail' },
  { value: 'AIMS_DEADLINES', label: 'J’en connais les objectifs et les dates' },
  { value: 'ELIGIBLE_LABELS', label: 'Je sais quels labels et mentions comptent' },
  { value: 'MY_LABELS', label: 'Je sais lesquels de mes achats les portent' },
  {
    value: 'SYSTEM',
    label: 'Je note mes achats dans un outil ou un tableau',
    hint: 'Sans objet si un prestataire achète pour vous.',
  },
  { value: 'TAKEN_STOCK', label: 'J’ai fait l’inventaire précis de mes achats' },
  { value: 'OPTION_DIAGNOSTIC', label: 'J’ai étudié ce que mes fournisseurs peuvent me proposer' },
  { value: 'ACTION_PLAN', label: 'J’ai un plan d’action' },
  { value: 'QUALITY_ACHIEVED', label: 'J’atteins déjà les objectifs' },
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
