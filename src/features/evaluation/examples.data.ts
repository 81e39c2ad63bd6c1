// Requests shown in the documentation. Tests send each of them, and the answers shown are computed.

export const exampleRequests = {
  ecole: {
    summary: 'Une école publique de Saint-Denis (La Réunion), saisie simplifiée',
    request: {
      dataYear: 2026,
      canteen: {
        cityInseeCode: '97411',
        sectorList: ['education_primaire'],
        economicModel: 'public',
        managementType: 'direct',
        productionType: 'site',
        dailyMealCount: 150,
        yearlyMealCount: 21000,
      },
      procurement: {
        valeurTotale: '63000.00',
        valeurBio: '5040.00',
        valeurSiqo: '9450.00',
        valeurEgalimAutres: '8820.00',
        valeurExternalitesPerformance: null,
        valeurViandesVolailles: '15000.00',
        valeurViandesVolaillesEgalim: '6000.00',
        valeurProduitsDeLaMer: '5000.00',
        valeurProduitsDeLaMerEgalim: '2500.00',
      },
      practices: {
        hasWasteDiagnostic: true,
        wasteActions: ['PORTIONS'],
        vegetarianWeeklyRecurrence: 'MID',
        cookingPlasticSubstituted: true,
        servingPlasticSubstituted: true,
        plasticBottlesSubstituted: true,
        plasticTablewareSubstituted: true,
        communicatesOnFoodQuality: true,
        communicationFrequency: 'YEARLY',
        communicationSupports: ['DISPLAY', 'DIGITAL'],
      },
    },
  },
  hopital: {
    summary: 'Un hôpital public du Finistère, quelques montants de la saisie détaillée',
    request: {
      dataYear: 2025,
      canteen: {
        department: '29',
        sectorList: ['sante_hopital'],
        economicModel: 'public',
        dailyMealCount: 900,
        yearlyMealCount: 320000,
      },
      procurement: {
        valeurTotale: 1_250_000.5,
        valeurViandesVolailles: 210000,
        valeurProduitsDeLaMer: '95000.00',
        valeurFruitsEtLegumesBio: 84250.25,
        valeurViandesVolaillesLabelRouge: '61000',
        valeurProduitsDeLaMerPecheDurable: '40000.00',
      },
    },
  },
  regle: {
    summary: 'La règle seule : aucun montant, un lieu et une année',
    request: { dataYear: 2030, canteen: { region: '06' } },
  },
} as const

/** A request that cannot be answered: a part above its whole, codes that disagree, a name misspelt. */
export const wrongRequest = {
  summary: 'Des montants impossibles et un nom mal écrit',
  request: {
    dataYear: 2026,
    canteen: { department: '974', region: '53', dailyMealCount: 2 },
    procurement: { valeurTotale: '100.00', valeurBio: '160.00', valeurSiqo: '50.001', valeurEgalimAutre: 10 },
  },
} as const
