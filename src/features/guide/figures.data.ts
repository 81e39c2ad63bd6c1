// Three national figures, as the Government gave them to Parliament. Each with its year and its sample: they never stand alone.

export const report = {
  title: 'Bilan statistique 2025, rapport du Gouvernement au Parlement (achats de 2024)',
  url: 'https://ma-cantine.agriculture.gouv.fr/static/documents/rapport-bilan-statistique-EGALIM_2025.pdf',
  purchasesOf: 2024,
  campaign: 2025,
} as const

export const nationalFigures = [
  {
    value: '43,8 %',
    what: 'des cantines de métropole atteignent l’objectif de produits bio',
    sample: '32 547 lieux de service de métropole',
  },
  {
    value: '29,5 %',
    what: 'de l’argent des repas achète des produits durables et de qualité, bio compris',
    sample: '33 797 lieux de service, soit 4 sur 10 environ',
  },
  {
    value: '96,7 %',
    what: 'des cantines scolaires servent un menu végétarien chaque semaine',
    sample: '11 730 cantines scolaires qui ont répondu',
  },
] as const
