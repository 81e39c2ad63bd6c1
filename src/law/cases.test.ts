// Decided cases: inputs and expected answers, written to be read by a lawyer.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CanteenFacts } from './canteen.ts'
import { crossChecks, missingAmounts } from './checks.ts'
import { decimal, parseAmount } from './money.ts'
import type { ObligationId } from './obligations.ts'
import { noPractices, type Practices } from './practices.ts'
import { type Procurement, readProcurement } from './procurement.ts'
import { canteenFor } from './testing.ts'
import { evaluate, type Verdict } from './verdict.ts'

type ShareId = 'organic' | 'quality' | 'meatFish'
type Decided = {
  name: string
  canteen: Partial<CanteenFacts> & { cityInseeCode?: string; department?: string; region?: string }
  dataYear: number
  procurement?: Record<string, string | null> | null
  practices?: Partial<Practices>
  expected: {
    targets?: { [id in ShareId]?: number | null }
    shares?: { [id in ShareId]?: string | null }
    gaps?: { [id in ShareId]?: string | null }
    met?: { [id in ShareId]?: boolean | null }
    measures?: Record<string, string>
    obligations?: { [id in ObligationId]?: [boolean | null, boolean | null] }
    since?: { [id in ObligationId]?: string }
    costPerMeal?: string
    errors?: string[]
    missing?: string[]
  }
}

const folder = new URL('./cases/', import.meta.url)
const files = ['acceptance.json', 'unknowns.json', 'obligations.json', 'measures.json']

for (const file of files) {
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: Decided[] }
  describe(file, () => {
    it.each(cases.map((decided) => [decided.name, decided] as const))('%s', (_, decided) => {
      const procurement = decided.procurement ? procurementOf(decided.procurement) : null
      const errors = procurement ? crossChecks(procurement, decided).filter(({ severity }) => severity === 'error') : []
      expect([...new Set(errors.map(({ code }) => code))]).toEqual(decided.expected.errors ?? [])
      const verdict = evaluate({
        canteen: canteenFor(decided.canteen),
        dataYear: decided.dataYear,
        procurement,
        practices: { ...noPractices, ...decided.practices },
      })
      expect(outlineOf(verdict, procurement, decided)).toEqual(decided.expected)
    })
  })
}

function procurementOf(euros: Record<string, string | null>): Procurement {
  const cents = Object.entries(euros).map(
    ([name, text]) => [name, text === null ? null : parseAmount(text, 'api').cents!] as const,
  )
  const read = readProcurement(Object.fromEntries(cents))
  if (read.error) throw new Error(`unknown amounts: ${read.fields}`)
  return read.procurement
}

/** What the verdict says of exactly the points that the case decides. */
function outlineOf(verdict: Verdict, procurement: Procurement | null, { expected, dataYear }: Decided): Decided['expected'] {
  const pick = <Key extends string, Value>(wanted: { [key in Key]?: unknown } | undefined, value: (key: Key) => Value) =>
    wanted && Object.fromEntries((Object.keys(wanted) as Key[]).map((key) => [key, value(key)]))
  const cents = (amount: number | null) => (amount === null ? null : decimal(amount))
  const owed = (id: ObligationId) => verdict.obligations.find((one) => one.id === id)!
  const outline = {
    targets: pick(expected.targets, (id: ShareId) => verdict.targets[id]?.percent ?? null),
    shares: pick(expected.shares, (id: ShareId) => verdict.shares[id].percent),
    gaps: pick(expected.gaps, (id: ShareId) => cents(verdict.gaps[id])),
    met: pick(expected.met, (id: ShareId) => verdict.shares[id].met),
    measures: pick(expected.measures, (id: string) => verdict.measures.find((measure) => measure.id === id)?.status),
    obligations: pick(expected.obligations, (id: ObligationId) => [owed(id).applies, owed(id).met]),
    since: pick(expected.since, (id: ObligationId) => owed(id).since),
    costPerMeal: expected.costPerMeal && verdict.costPerMeal?.euros,
    errors: expected.errors,
    missing: expected.missing && procurement && missingAmounts(procurement, dataYear),
  }
  return Object.fromEntries(Object.entries(outline).filter(([, value]) => value !== undefined)) as Decided['expected']
}
