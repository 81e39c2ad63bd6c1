// biome-ignore-all format: lists of words
// What stands on invoices of food suppliers and is no food or drink: the law does not count it. Words compare as those of foods do.

export type NotFood = {
  /** In French, as the end of « Écartée : … »; null: it takes off the price of some food, a person says which. */
  readonly why: string | null
  /** Named before any food, wherever that is. */
  readonly names: readonly string[]
  /** Words with other meanings: only when they come first, and no food is named. */
  readonly first?: string
}

export const notFood: readonly NotFood[] = [
  {
    why: 'frais de livraison',
    names: ['frais de port, frais de livraison, frais livraison, frais de livr, frais livr, frais de transport, frais transport, frais d expedition, frais logistique, participation transport, participation logistique, participation energie, participation gazole, transport, livraison, forfait livraison, forfait, franco, port et emballage, surcharge, surcharge carburant, surcharge gazole, contribution carburant, contribution energie, taxe gazole, gazole, carburant'],
    first: 'port, expedition',
  },
  {
    why: 'frais de facturation',
    names: ['frais de gestion, frais de dossier, frais de facturation, frais administratif, participation aux frais, escompte, penalite, penalite de retard, interet de retard, indemnite de recouvrement, arrondi'],
  },
  {
    why: 'taxe ou cotisation',
    names: ['eco participation, ecoparticipation, eco contribution, ecotaxe, taxe, redevance, cotisation, contribution interprofessionnelle, interbev, interfel'],
  },
  { why: 'acompte', names: ['acompte, deduction acompte, deduction d acompte, reprise acompte, reprise d acompte, acompte verse, arrhes'] },
  { why: null, names: ['remise, ristourne, rabais, avoir'] },
  { why: 'article non livré', names: ['article en rupture, article en rup, article manquant'] },
  {
    why: 'emballage consigné',
    names: ['consigne, deconsigne, consignation, deconsignation, consigne roll, palette eur, palette europe, palette consignee, palette bois, palette perdue, retour bac, retour palette, retour caisse, retour roll, caisse consignee, bac consigne, rolls, emballage perdu, emballage consigne, fut consigne, fut vide, bouteille vide, bouteille consignee vide'],
    first: 'emballage, palette, caution, roll',
  },
  {
    why: 'service',
    names: ['location, maintenance, prestation, main d oeuvre, mise a disposition, analyse bacteriologique, analyse bacterio, analyse microbiologique, audit, formation, abonnement, depannage, piece detachee'],
  },
  {
    why: 'article qui ne se mange pas',
    names: [
      'barquette biodegradable, barquette bio sourcee, barquette biosourcee, barquette compostable, barquette alu, barquette aluminium, barquette plastique, barquette carton, barquette pulpe, barquette operculable, barquette gastro, barquette vide, bol biodegradable, bol salade carton, boite repas, boite a emporter, boite pizza, boite patissiere, couvercle, film alimentaire, film etirable, film scellage, film operculage, papier aluminium, papier alu, papier cuisson, papier sulfurise, papier toilette, papier essuie, essuie main, essuie tout, bobine, ouate, serviette, nappe papier, nappe intissee, set de table, gobelet, assiette jetable, assiette pulpe, assiette carton, assiette compostable, couvert, couvert bois, cuillere jetable, cuillere bois, fourchette jetable, fourchette bois, couteau office, couteau inox, couteau jetable, couteau bois, touillette, paille papier, paille carton, cure dent, pique brochette, poche patissiere, poche a douille, poche sous vide, sac poubelle, sac congelation, sac sous vide, sac kraft, sac compostable, sac isotherme, sac bio, sac a pain, sac dechet, etiquette, rouleau thermique, bac gastro, gastro inox, plaque gastro, plat gastro, ustensile, ramequin porcelaine, thermometre, sonde',
      'gant nitrile, gant latex, gant vinyle, gant jetable, gants, charlotte non tissee, charlotte jetable, charlotte clip, calot, tablier, tablier jetable, masque, surchaussure, sur chaussure, manchette jetable, blouse, kit visiteur, liquide vaisselle, liquide lave vaisselle, liquide rincage, produit vaisselle, lessive, lessive lave vaisselle, pastille lave vaisselle, sel regenerant, sel adoucisseur, adoucissant, detergent, degraissant, detartrant, desinfectant, decapant, nettoyant, javel, eau de javel, savon, gel hydroalcoolique, alcool menager, bioethanol, combustible, gel combustible, produit entretien, produit d entretien, eponge, lavette, tampon vert, balai, frange, raclette sol, insecticide, biocide, desodorisant, allumette menage, bougie, pile, ampoule',
    ],
    first: 'assiette, nappe, fourchette, cuillere, materiel',
  },
]
