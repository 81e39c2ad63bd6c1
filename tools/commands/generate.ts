// Fills a database with a made-up country: npm run generate -- --canteens 100000 --years 2019-2025 --purchases 20000000 --seed 1
// Progress goes to the error output, what was done to the output, as JSON. Run it again after an interruption: it goes on.
import { parseArgs } from 'node:util'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { generate } from '../generate/run.ts'

const USAGE = 'npm run generate -- --canteens 100000 --years 2019-2025 --purchases 20000000 --seed 1'

function readArguments() {
  const number = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      canteens: { ...number, default: '100000' },
      years: { ...number, default: '2019-2025' },
      purchases: { ...number, default: '0' },
      seed: { ...number, default: '1' },
    },
  })
  const whole = (name: 'canteens' | 'purchases' | 'seed', most: number) => {
    const value = Number(values[name].replace(/_/g, ''))
    if (!Number.isInteger(value) || value < 0 || value > most) throw new Error(`--${name} is a whole number up to ${most}`)
    return value
  }
  const years = /^(\d{4})-(\d{4})$/.exec(values.years)
  const [first, last] = [Number(years?.[1]), Number(years?.[2])]
  if (!years || first > last || first < 2000 || last > 2100) throw new Error('--years are two years, as in 2019-2025')
  return {
    seed: whole('seed', 2 ** 31),
    canteens: whole('canteens', 1_000_000),
    years: { first, last },
    purchases: whole('purchases', 1_000_000_000),
  }
}

async function main() {
  const settings = readArguments()
  const begun = performance.now()
  const database = await openDatabase(readConfig(process.env))
  try {
    await migrate(database, process.cwd())
    const { tables, added } = await generate(database, settings, (done, all) => {
      if (done === all || done % 10 === 0) console.error(`${done} of ${all} blocks`)
    })
    if (added === 0) console.error('Everything was there already: nothing was done.')
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    console.log(JSON.stringify({ ...settings, tables, added, seconds }, null, 2))
  } finally {
    await database.close()
  }
}

await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  console.error(USAGE)
  process.exitCode = 1
})
