// The made-up country that measures run on.
import { migrate } from '../../src/platform/database/migrate.ts'
import type { Settings } from '../generate/block.ts'
import { generate } from '../generate/run.ts'
import type { BenchServer } from './server.ts'

export const COUNTRY = { seed: 1, canteens: 100_000, years: { first: 2019, last: 2025 } } as const

/** Fills the database with the country and so many purchases, or completes it; gives what that took. */
export async function fillCountry({ database }: BenchServer, purchases: number) {
  await migrate(database, process.cwd())
  const settings: Settings = { ...COUNTRY, purchases }
  const begun = performance.now()
  const { added } = await generate(
    database,
    settings,
    (done, all) => done % 10 === 0 && console.error(`${done} of ${all} blocks`),
  )
  return { rows: added, seconds: Math.round((performance.now() - begun) / 100) / 10 }
}
