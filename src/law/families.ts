// The eight product families of the yearly declaration.

export const families = [
  { id: 'viandes_volailles', purchaseCode: 'VIANDES_VOLAILLES', label: 'Viandes et volailles fraîches et surgelées' },
  { id: 'charcuterie', purchaseCode: 'CHARCUTERIE', label: 'Charcuterie' },
  { id: 'produits_de_la_mer', purchaseCode: 'PRODUITS_DE_LA_MER', label: "Poissons, produits de la mer et de l'aquaculture" },
  { id: 'fruits_et_legumes', purchaseCode: 'FRUITS_ET_LEGUMES', label: 'Fruits et légumes frais et surgelés' },
  { id: 'produits_laitiers', purchaseCode: 'PRODUITS_LAITIERS', label: 'BOF (Produits laitiers, beurre et œufs)' },
  { id: 'boulangerie', purchaseCode: 'BOULANGERIE', label: 'Boulangerie/Pâtisserie fraîches et surgelées' },
  { id: 'boissons', purchaseCode: 'BOISSONS', label: 'Boissons' },
  { id: 'autres', purchaseCode: 'AUTRES', label: "Autres produits frais, surgelés et d'épicerie" },
] as const

export type FamilyId = (typeof families)[number]['id']
export type FamilyCode = (typeof families)[number]['purchaseCode']

/** The two families of the meat and fish target, taken together. Cured meats (charcuterie) are not part of it. */
export const meatAndFish = ['viandes_volailles', 'produits_de_la_mer'] as const satisfies readonly FamilyId[]
export type MeatOrFish = (typeof meatAndFish)[number]

export const familyOf = (id: FamilyId) => families.find((family) => family.id === id)!
