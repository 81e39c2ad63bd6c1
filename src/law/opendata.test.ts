// Real declarations judged through the law core: the counts must be those of the published reference, to the unit.
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { noPractices } from './practices.ts'
import { canteenFor } from './testing.ts'
import { evaluate } from './verdict.ts'

const folder = new URL('../../../shared/data/opendata/', import.meta.url)
type Row = Record<'canteen_region' | 'teledeclaration_ratio_bio' | 'teledeclaration_ratio_egalim_hors_bio', string>

const reference = [
  { year: 2021, rows: 3089, flat: [948, 483, 363], territorial: [988, 525, 403] },
  { year: 2022, rows: 5081, flat: [1350, 762, 591], territorial: [1366, 776, 600] },
]

/** Ratios have exactly four decimals: on a total of 10 000 cents, they are whole cents. */
const TOTAL = 10_000
const basisPoints = (ratio: string): number => {
  expect(ratio).toMatch(/^[01]\.\d{4}$/)
  return Number(ratio.replace('.', ''))
}

/** How many reach organic, quality and both. The law had announced in 2021 the targets of 2022: they judge both years. */
function count(rows: readonly Row[], regionOf: (row: Row) => string | null): number[] {
  const reached = [0, 0, 0]
  for (const row of rows) {
    const { shares, measures } = evaluate({
      canteen: canteenFor({ region: regionOf(row), economicModel: 'public' }),
      dataYear: 2022,
      procurement: {
        depth: 'simple',
        amounts: {
          valeur_totale: TOTAL,
          valeur_bio: basisPoints(row.teledeclaration_ratio_bio),
          valeur_siqo: basisPoints(row.teledeclaration_ratio_egalim_hors_bio),
          valeur_egalim_autres: 0,
        },
      },
      practices: noPractices,
    })
    if (shares.organic.met) reached[0]!++
    if (shares.quality.met) reached[1]!++
    if (measures[0]?.status === 'reached') reached[2]!++
  }
  return reached
}

describe.each(reference)('declarations of $year', ({ year, rows: expected, flat, territorial }) => {
  const file = new URL(`campagne_td_${year}.csv`, folder)
  const title = 'count as in the reference, flat and by territory'
  if (!existsSync(file)) {
    it.skip(`${title} (skipped: ${file.pathname} is absent)`, () => {})
    return
  }
  it(title, () => {
    const rows = parse(readFileSync(file), { columns: true }) as Row[]
    expect(rows).toHaveLength(expected)
    expect(count(rows, () => null)).toEqual(flat)
    expect(count(rows, ({ canteen_region }) => canteen_region || null)).toEqual(territorial)
  })
})
