// biome-ignore-all format: lists of words
// What invoices of food suppliers charge besides food: set aside, since the law counts food and drink only.

export const asideWords: readonly { readonly why: string; readonly words: readonly string[] }[] = [
  { why: 'frais de livraison', words: ['frais de port', 'port', 'frais de transport', 'transport', 'frais de livraison', 'livraison', 'frais de livr', 'participation transport', 'taxe gazole', 'contribution carburant', 'frais d expedition', 'frais logistique'] },
  { why: 'frais de facturation', words: ['frais de facturation', 'frais administratif', 'frais de dossier', 'frais de gestion', 'escompte', 'penalite', 'interet de retard', 'eco participation', 'ecotaxe', 'cotisation', 'redevance'] },
  { why: 'emballage consigné', words: ['consigne', 'deconsigne', 'deconsignation', 'consignation', 'palette', 'palette europe', 'caution', 'emballage', 'emballage consigne', 'bac consigne', 'caisse consignee', 'rolls', 'fut vide', 'bouteille vide'] },
  { why: 'article qui ne se mange pas', words: ['serviette', 'gobelet', 'gant', 'charlotte jetable', 'film alimentaire', 'papier aluminium', 'papier cuisson', 'sac poubelle', 'lessive', 'liquide vaisselle', 'detergent', 'desinfectant', 'eponge', 'essuie tout', 'assiette', 'couvert', 'fourchette', 'cuillere', 'couteau jetable', 'barquette alu', 'barquette operculable', 'couvercle', 'nappe', 'produit d entretien', 'javel', 'savon', 'location', 'maintenance', 'formation', 'prestation', 'main d oeuvre', 'materiel', 'ustensile'] },
  { why: 'acompte', words: ['acompte', 'deduction acompte', 'deduction d acompte', 'reprise acompte', 'reprise d acompte', 'acompte verse', 'arrhes'] },
]
