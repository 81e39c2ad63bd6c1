import { detailedAmounts } from '/work/main/src/law/amount-names.ts'
import { noPractices } from '/work/main/src/law/practices.ts'
import { readProcurement } from '/work/main/src/law/procurement.ts'
import { territoryOf } from '/work/main/src/law/territories.ts'
import { evaluate } from '/work/main/src/law/verdict.ts'

const territory = territoryOf({ cityInseeCode: '97411' }) as any
const canteen = {
  territory,
  sectorList: ['education_primaire'],
  economicModel: 'public',
  managementType: 'direct',
  productionType: 'site',
  lineMinistry: null,
  dailyMealCount: 250,
  yearlyMealCount: 35000,
  communePopulation: null,
} as any
const simple = readProcurement({
  valeurTotale: 10000000,
  valeurBio: 900000,
  valeurSiqo: 400000,
  valeurEgalimAutres: 300000,
  valeurViandesVolailles: 2000000,
  valeurViandesVolaillesEgalim: 900000,
  valeurProduitsDeLaMer: 800000,
  valeurProduitsDeLaMerEgalim: 300000,
}).procurement!
const d: any = {}
for (const r of detailedAmounts) if (r.applicable) d[r.camel] = r.name === 'valeur_totale' ? 100000000 : r.cell ? 1000 : 2000000
const detailed = readProcurement(d).procurement!
const practices = {
  ...noPractices,
  hasWasteDiagnostic: true,
  wasteActions: ['REUSE'],
  vegetarianWeeklyRecurrence: 'MID',
  hasDiversificationPlan: false,
} as any
console.log(JSON.stringify(evaluate({ canteen, dataYear: 2026, procurement: simple, practices }), null, 1).slice(0, 9000))
for (const [n, procurement] of [
  ['simple', simple],
  ['detailed', detailed],
] as const) {
  for (let k = 0; k < 3; k++) {
    const t = process.hrtime.bigint()
    let x = 0
    const N = 200000
    for (let i = 0; i < N; i++) {
      const v = evaluate({
        canteen: { ...canteen, dailyMealCount: 100 + (i % 300) },
        dataYear: 2019 + (i % 18),
        procurement,
        practices,
      })
      x += v.measures.length
    }
    const s = Number(process.hrtime.bigint() - t) / 1e9
    console.log(n, Math.round(N / s), 'per second')
  }
}
