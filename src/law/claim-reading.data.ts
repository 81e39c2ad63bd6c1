// The small words that change what a claim says, as they compare: no accent, no plural.

/** « non bio », « sans label AOP », « ni HVE »… */
export const DENYING = 'non no pas hor sans ni sauf excepte exceptee aucun aucune jamais anti absence faux fausse ex'
/** « type Label Rouge », « façon fermière », « goût bio »… */
export const IMITATING =
  'type facon style genre imitation pseudo simili inspire inspiree gout saveur arome aromatise aromatisee esprit comme similaire proche quasi presque semi equivalent equivalente equivalence'
/** « engagé vers la HVE », « en cours de certification bio »… */
export const PROMISING =
  'futur future bientot prochainement demarche engage engagee vers objectif projet candidat candidate attente cour voie transition souhaite visant vise possible preference'
/** Words allowed between one of those and the claim. */
export const LINKING =
  'de du des d l la le les un une au aux a en que issu issue certifie certifiee certification labellise labellisee labellisation label labelise logo mention signe produit encore vraiment forcement origine conforme garanti garantie obtention passage'
/** What comes after and takes the claim back: « HVE en cours », « Label Rouge si possible ». */
export const TAKEN_BACK = [
  'en cour',
  'en attente',
  'a venir',
  'prevu',
  'prevue',
  'expire',
  'expiree',
  'perime',
  'perimee',
  'suspendu',
  'suspendue',
  'retire',
  'retiree',
  'refuse',
  'refusee',
  'bientot',
  'demande',
  'demandee',
  'en rupture',
  'rupture',
  'non dispo',
  'non disponible',
  'indisponible',
  'manquant',
  'si possible',
  'si disponible',
  'possible',
]
/** Phrases that hold the word of a claim and claim nothing. */
export const SAYING_NOTHING = [
  'valeur biologique',
  'activite biologique',
  'arret biologique',
  'au naturel',
  'franche comte',
  'durable et de qualite',
  'emballage durable',
  'emballage bio',
  'sac bio',
  'oeuf de lump',
]
/** After these, a protected name is an ingredient: « tarte au roquefort ». */
export const AS_INGREDIENT = 'au aux sauce fourre fourree garni garnie avec'
