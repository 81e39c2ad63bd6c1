// How many complete verdicts one core gives per second, over a mix of territories, sectors, years, depths and amounts.
import { detailedAmounts } from '../../src/law/amount-names.ts'
import type { CanteenFacts } from '../../src/law/canteen.ts'
import { noPractices } from '../../src/law/practices.ts'
import { readProcurement } from '../../src/law/procurement.ts'
import { sectors } from '../../src/law/sectors.ts'
import { departments, territoryOf } from '../../src/law/territories.ts'
import { evaluate, type Situation } from '../../src/law/verdict.ts'

const SITUATIONS = 2000

/** The same situations at each run: a Lehmer generator with a fixed start. */
function situations(): Situation[] {
  let state = 20_221
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const cells = detailedAmounts.filter((row) => row.applicable && row.cell)
  return Array.from({ length: SITUATIONS }, (_, index): Situation => {
    const territory = territoryOf({ department: departments[draw(departments.length)]!.code })
    if ('error' in territory) throw new Error('a department of the table is unknown')
    const sector = sectors[draw(sectors.length)]!.id
    const total = 1_000_000 + draw(50_000_000)
    const detailed = index % 4 === 0
    const amounts = detailed
      ? Object.fromEntries(cells.map(({ name }) => [name, draw(Math.floor(total / cells.length))]))
      : {
          valeur_bio: draw(total / 3),
          valeur_siqo: draw(total / 5),
          valeur_egalim_autres: draw(total / 5),
          valeur_viandes_volailles_egalim: draw(total / 10),
          valeur_produits_de_la_mer_egalim: draw(total / 20),
        }
    const read = readProcurement({
      ...amounts,
      valeur_totale: total,
      valeur_viandes_volailles: Math.floor(total / 5),
      valeur_produits_de_la_mer: Math.floor(total / 10),
    })
    if (read.error) throw new Error(`unknown amounts ${read.fields.join()}`)
    const canteen: CanteenFacts = {
      territory,
      sectorList: [sector],
      economicModel: draw(2) === 0 ? 'public' : 'private',
      managementType: 'direct',
      productionType: draw(3) === 0 ? 'site_cooked_elsewhere' : 'site',
      lineMinistry: null,
      dailyMealCount: 20 + draw(4000),
      yearlyMealCount: 10_000 + draw(500_000),
      communePopulation: 500 + draw(100_000),
    }
    const practices = { ...noPractices, hasWasteDiagnostic: draw(2) === 0, vegetarianWeeklyRecurrence: 'MID' as const }
    return { canteen, dataYear: 2022 + draw(10), procurement: read.procurement, practices }
  })
}

/** Runs for about `milliseconds` after a warm-up. `reached` only keeps the work from being skipped. */
export function measureVerdicts(milliseconds: number) {
  const all = situations()
  let reached = 0
  const round = () => {
    for (const situation of all) if (evaluate(situation).measures[0]?.status === 'reached') reached++
  }
  for (let warm = 0; warm < 5; warm++) round()
  const begun = performance.now()
  let rounds = 0
  while (performance.now() - begun < milliseconds) {
    round()
    rounds++
  }
  const seconds = (performance.now() - begun) / 1000
  return { perSecond: Math.round((rounds * all.length) / seconds), situations: all.length, reached }
}
