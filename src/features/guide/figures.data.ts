// Three national figures, as the Government gave them to Parliament. Each with its year and its sample: they never stand alone.

export const report = {
  title: 'Bilan statistique 2025, rapport du Gouvernement au Parlement (achats de 2024)',
  url: 'https://ma-cantine.agriculture.gouv.fr/static/documents/rapport-bilan-statistique-EGALIM_2025.pdf',
  purchasesOf: 2024,
  campaign: 2025,
} as const

/** Shares of the money spent: they say how far there is to go when the largest places weigh more. */
export const ofTheMoney = {
  organic: '11,8 %',
  sample: '33 797 lieux de service, environ 4 sur 10',
  declarations: '21 479',
} as const

export const nationalFigures = [
  {
    value: '43,8 %',
    what: 'des cantines de métropole atteignent l’objectif de produits bio',
    sample: '32 547 lieux de service de métropole',
  },
  {
    value: '67 %',
    what: 'des cantines ont fait le diagnostic de leur gaspillage alimentaire',
    sample: '17 281 lieux de service qui ont répondu',
  },
  {
    value: '96,7 %',
    what: 'des cantines scolaires servent un menu végétarien chaque semaine',
    sample: '11 730 cantines scolaires qui ont répondu',
  },
] as const
