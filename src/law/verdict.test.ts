// Properties that hold for any canteen, year and amounts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AmountName, amountsOf, detailedAmounts } from './amount-names.ts'
import type { CanteenFacts } from './canteen.ts'
import { economicModels, lineMinistries, managementTypes } from './canteen.ts'
import { crossChecks } from './checks.ts'
import type { Figure } from './figures.ts'
import { noPractices, type Practices } from './practices.ts'
import { type Procurement, totals } from './procurement.ts'
import { sectors } from './sectors.ts'
import type { Amounts } from './sums.ts'
import { departments, type Territory, territoryOf, unknownTerritory } from './territories.ts'
import { evaluate, type Verdict } from './verdict.ts'

const orNull = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values)
const territories = [unknownTerritory, ...departments.map(({ code }) => territoryOf({ department: code }) as Territory)]
const anyCanteen: fc.Arbitrary<CanteenFacts> = fc.record({
  territory: fc.constantFrom(...territories),
  sectorList: fc.option(
    fc.subarray(
      sectors.map(({ id }) => id),
      { maxLength: 3 },
    ),
  ),
  economicModel: orNull(economicModels.map(({ id }) => id)),
  managementType: orNull(managementTypes.map(({ id }) => id)),
  productionType: orNull(['site', 'site_cooked_elsewhere', 'groupe', 'central', 'central_serving'] as const),
  lineMinistry: orNull(lineMinistries.map(({ id }) => id)),
  dailyMealCount: orNull([0, 80, 199, 200, 201, 3000, 3001]),
  yearlyMealCount: orNull([0, 420, 35_000, 1_000_000]),
  communePopulation: orNull([500, 1999, 2000, 30_000]),
})
const maybe = orNull([true, false])
const anyPractices: fc.Arbitrary<Practices> = fc
  .record({
    hasWasteDiagnostic: maybe,
    wasteActions: orNull([[], ['REUSE'] as const]),
    otherWasteAction: orNull(['', 'Pesées']),
    hasDonationAgreement: maybe,
    hasDiversificationPlan: maybe,
    serviceType: orNull(['UNIQUE', 'MULTIPLE_SELF'] as const),
    vegetarianWeeklyRecurrence: orNull(['DAILY', 'MID', 'LOW', 'NEVER'] as const),
    cookingPlasticSubstituted: maybe,
    servingPlasticSubstituted: maybe,
    plasticBottlesSubstituted: maybe,
    plasticTablewareSubstituted: maybe,
    communicatesOnFoodQuality: maybe,
    communicationFrequency: orNull(['REGULARLY', 'LESS_THAN_YEARLY'] as const),
    communicationSupports: orNull([
      [],
      ['DISPLAY'] as const,
      ['DIGITAL'] as const,
      ['DISPLAY', 'EMAIL'] as const,
      ['OTHER'] as const,
    ]),
  })
  .map((answers) => ({ ...noPractices, ...answers }))
const anyYear = fc.integer({ min: 2019, max: 2036 })

/** A possible grid: any cells, with family totals and a total that hold them, and some answers left blank. */
const anyGrid: fc.Arbitrary<Procurement> = fc
  .tuple(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000 })), { minLength: 123, maxLength: 123 }),
    fc.array(fc.boolean(), { minLength: 123, maxLength: 123 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 50_000_000 }),
  )
  .map(([cents, blanks, full, rest]) => {
    const amounts: { [name in AmountName]?: number | null } = {}
    for (const [index, { name, applicable, cell }] of detailedAmounts.entries()) {
      if (cell && applicable && !['france', 'local', 'circuit_court', 'bio_dont_commerce_equitable'].includes(cell.label)) {
        amounts[name] = full || !blanks[index] ? cents[index]! : null
      }
    }
    const of = (family: string) =>
      Object.entries(amounts).reduce((sum, [name, value]) => (name.startsWith(`valeur_${family}_`) ? sum + (value ?? 0) : sum), 0)
    const all = Object.values(amounts).reduce<number>((sum, value) => sum + (value ?? 0), 0)
    amounts.valeur_viandes_volailles = of('viandes_volailles')
    amounts.valeur_produits_de_la_mer = of('produits_de_la_mer')
    amounts.valeur_totale = all + rest + 1
    return { depth: 'detailed', amounts }
  })

/** A possible simple entry, complete or not. */
const anySimple: fc.Arbitrary<Procurement> = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 9, maxLength: 9 }),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    fc.boolean(),
  )
  .map(([[a, b, c, d, e, f, g, h, rest], blanks, full]) => {
    // Meat and fish quality come out of the four groups; what is left over goes to the total.
    const quality = a! + b! + c! + d!
    const meatQuality = Math.min(e!, quality)
    const fishQuality = Math.min(f!, quality - meatQuality)
    const known = {
      valeur_bio: a!,
      valeur_siqo: b!,
      valeur_egalim_autres: c!,
      valeur_externalites_performance: d!,
      valeur_viandes_volailles: meatQuality + g!,
      valeur_viandes_volailles_egalim: meatQuality,
      valeur_produits_de_la_mer: fishQuality + h!,
      valeur_produits_de_la_mer_egalim: fishQuality,
    }
    const total = quality + g! + h! + rest! + 1
    // Purchase criteria left blank are « not claimed », that is 0: the rest of the entry must agree with it.
    const kept = (name: string, index: number) => full || !blanks[index] || (name === 'valeur_externalites_performance' && d! > 0)
    const amounts = Object.entries(known).map(([name, cents], index) => [name, kept(name, index) ? cents : null])
    return { depth: 'simple', amounts: { ...Object.fromEntries(amounts), valeur_totale: total } }
  })
const anyProcurement = fc.oneof(anySimple, anyGrid)

const judge = (procurement: Procurement | null, canteen: CanteenFacts, dataYear: number, practices = noPractices): Verdict =>
  evaluate({ canteen, dataYear, procurement, practices })
const publicCanteen: CanteenFacts = {
  territory: unknownTerritory,
  sectorList: ['education_primaire'],
  economicModel: 'public',
  managementType: null,
  productionType: null,
  lineMinistry: null,
  dailyMealCount: null,
  yearlyMealCount: 1000,
  communePopulation: null,
}
const withAmount = ({ depth, amounts }: Procurement, changed: Amounts): Procurement => ({
  depth,
  amounts: { ...amounts, ...changed },
})
const ids = ['organic', 'quality', 'meatFish'] as const

describe('any verdict', () => {
  it('has shares between 0 and 100, parts within wholes, and terms that add up exactly', () => {
    fc.assert(
      fc.property(anyProcurement, anyCanteen, anyYear, (procurement, canteen, dataYear) => {
        expect(crossChecks(procurement, { dataYear }).filter(({ severity }) => severity === 'error')).toEqual([])
        const { shares } = judge(procurement, canteen, dataYear)
        for (const { percent, part, whole } of Object.values(shares) as Figure[]) {
          if (percent !== null) expect(Number(percent) >= 0 && Number(percent) <= 100).toBe(true)
          if (part.cents !== null && whole.cents !== null) expect(part.cents).toBeLessThanOrEqual(whole.cents)
          for (const side of [part, whole]) {
            const known = side.operands.filter(({ cents }) => cents !== null)
            if (side.cents !== null) expect(known.reduce((sum, { cents }) => sum + cents!, 0)).toBe(side.cents)
            expect(side.operands.some(({ cents }) => cents === null)).toBe(side.cents === null)
            expect(side.atLeast).toBeLessThanOrEqual(side.cents ?? Number.MAX_SAFE_INTEGER)
          }
        }
      }),
    )
  })

  it('has gaps that close the gap exactly: one cent less does not', () => {
    fc.assert(
      fc.property(anySimple, anyYear, fc.constantFrom(...territories), (entry, dataYear, territory) => {
        const canteen = { ...publicCanteen, territory }
        const { shares } = judge(entry, canteen, dataYear)
        const category = { organic: 'valeur_bio', quality: 'valeur_siqo', meatFish: 'valeur_viandes_volailles_egalim' } as const
        for (const id of ids) {
          const { gapCents, met, target, percent } = shares[id]
          expect(gapCents === 0).toBe(met === true)
          if (gapCents === null || gapCents === 0 || percent === null || !target) continue
          const moved = (cents: number) =>
            judge(withAmount(entry, { [category[id]]: (entry.amounts[category[id]] ?? 0) + cents }), canteen, dataYear).shares[id]
          expect(moved(gapCents).met).toBe(true)
          expect(moved(gapCents - 1).met).toBe(false)
        }
      }),
    )
  })

  it('never goes down when quality goes up', () => {
    fc.assert(
      fc.property(anySimple, fc.integer({ min: 0, max: 1_000_000 }), anyCanteen, anyYear, (entry, more, canteen, dataYear) => {
        const name = 'valeur_bio'
        if (entry.amounts[name] === null) return
        const before = judge(entry, canteen, dataYear)
        const after = judge(withAmount(entry, { [name]: entry.amounts[name]! + more }), canteen, dataYear)
        for (const id of ['organic', 'quality'] as const) {
          if (before.shares[id].met === true) expect(after.shares[id].met).toBe(true)
          const [was, is] = [before.gaps[id], after.gaps[id]]
          if (was !== null && is !== null) expect(is).toBeLessThanOrEqual(was)
        }
      }),
    )
  })

  it('does not depend on the order of amounts, sectors or answers', () => {
    fc.assert(
      fc.property(anyProcurement, anyCanteen, anyYear, anyPractices, (procurement, canteen, dataYear, practices) => {
        const reversed = {
          depth: procurement.depth,
          amounts: Object.fromEntries(Object.entries(procurement.amounts).reverse()) as Amounts,
        }
        const turned = { ...canteen, sectorList: canteen.sectorList && [...canteen.sectorList].reverse() }
        expect(judge(reversed, turned, dataYear, practices)).toEqual(judge(procurement, canteen, dataYear, practices))
      }),
    )
  })

  it('says the same from a grid as from its simple sums', () => {
    fc.assert(
      fc.property(anyGrid, anyYear, (grid, dataYear) => {
        const sums = totals(grid)
        if (sums.quality.cents === null || sums.meatFishQuality.cents === null) return
        const simple: Procurement = {
          depth: 'simple',
          amounts: {
            valeur_totale: sums.total.cents,
            valeur_bio: sums.organic.cents,
            valeur_siqo: sums.siqo.cents,
            valeur_egalim_autres: sums.otherQuality.cents,
            valeur_externalites_performance: sums.purchaseCriteria.cents,
            valeur_viandes_volailles: sums.meat.cents,
            valeur_viandes_volailles_egalim: sums.meatQuality.cents,
            valeur_produits_de_la_mer: sums.fish.cents,
            valeur_produits_de_la_mer_egalim: sums.fishQuality.cents,
          },
        }
        const [a, b] = [judge(grid, publicCanteen, dataYear), judge(simple, publicCanteen, dataYear)]
        for (const id of ids)
          expect([a.shares[id].percent, a.shares[id].met, a.gaps[id]]).toEqual([
            b.shares[id].percent,
            b.shares[id].met,
            b.gaps[id],
          ])
      }),
    )
  })

  it('never turns what is certain around once an unknown amount becomes known', () => {
    fc.assert(
      fc.property(anySimple, anySimple, anyCanteen, anyYear, (partial, other, canteen, dataYear) => {
        const filled = { ...partial.amounts }
        // Purchase criteria left blank are « not claimed »: claiming them later does add to the share.
        for (const { name, needed } of amountsOf('simple')) {
          if (needed && filled[name] === null) Object.assign(filled, { [name]: other.amounts[name] ?? 0 })
        }
        const complete: Procurement = { depth: 'simple', amounts: filled }
        if (crossChecks(complete, { dataYear }).some(({ severity }) => severity === 'error')) return
        const [before, after] = [judge(partial, canteen, dataYear), judge(complete, canteen, dataYear)]
        for (const id of ids) if (before.shares[id].met !== null) expect(after.shares[id].met).toBe(before.shares[id].met)
      }),
      { numRuns: 500 },
    )
  })

  it('always answers: five measures with reasons, every obligation with a reason, nothing thrown, no blame', () => {
    fc.assert(
      fc.property(fc.option(anyProcurement), anyCanteen, anyYear, anyPractices, (procurement, canteen, dataYear, practices) => {
        const verdict = judge(procurement, canteen, dataYear, practices)
        expect(verdict.measures.map(({ id }) => id)).toEqual(['appro', 'waste', 'diversification', 'plastic', 'info'])
        for (const { id, status, reasons } of verdict.measures) {
          expect(reasons.length).toBeGreaterThan(0)
          for (const { text, source, obligation } of reasons) {
            expect(text && source).toBeTruthy()
            const owed = verdict.obligations.find((one) => one.id === obligation)
            if (id !== 'appro' && owed === undefined) expect(text).toMatch(/^Sans y être tenu/)
            if (owed) expect(owed.source).toBe(source)
          }
          // Meat and fish, the third reason of « appro », stand beside the measure.
          const own = id === 'appro' ? reasons.slice(0, 2) : reasons
          if (status === 'reached') expect(own.some(({ state }) => state === 'not_met')).toBe(false)
          if (status === 'unknown') expect(reasons.some(({ state }) => state === 'unknown')).toBe(true)
        }
        for (const { reason, source, since } of verdict.obligations) expect(reason && source && since).toBeTruthy()
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
        expect(JSON.stringify(verdict)).not.toMatch(/non.conform|undefined|NaN/)
      }),
      { numRuns: 300 },
    )
  })
})
