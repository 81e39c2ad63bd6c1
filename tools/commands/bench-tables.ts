// Measures the import engine: each case in a process of its own, for its own peak of memory. Prints JSON; nothing passes or fails.
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeOds } from 'hucre/ods'
import { importTable } from '../../src/platform/tables/import-table.ts'
import { writeTable } from '../../src/platform/tables/write-table.ts'
import { HEADERS, type Loan, loanCells, loans } from '../testing/loans.ts'

function* manyLoans(count: number): Generator<Loan> {
  for (let at = 0; at < count; at++)
    yield {
      card: String(10_000_000_000_000 + at),
      title: `Livre numéro ${at} ${Math.sin(at).toString(36).slice(3, 12)}`,
      author: `Auteur ${at % 5000}`,
      lentOn: `2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
      price: (at * 7919) % 100_000,
      kind: (['novel', 'comic', 'youth'] as const)[at % 3]!,
      themes: at % 4 === 0 ? ['sea', 'cooking'] : ['history'],
      pages: 1 + (at % 900),
      renewed: at % 2 === 0,
      returnedOn: '2027-01-15',
      shelf: `R${at % 40}`,
      note: at % 10 === 0 ? 'Couverture abîmée, à recoller' : null,
    }
}

/** One case, measured in this process. */
async function measure(path: string) {
  const bytes = statSync(path).size
  const lag = monitorEventLoopDelay({ resolution: 2 })
  lag.enable()
  const begun = performance.now()
  // Values that may come once only are remembered: the million rows show what reading alone takes.
  const card = { ...loans.columns.card, unique: !path.includes('unkeyed') }
  const format = { ...loans, columns: { ...loans.columns, card } }
  const report = await importTable({ name: path, path }, format, {
    limits: { fileBytes: 1e9, textBytes: 1e9, unfoldedBytes: 1e9 },
  })
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage()
  return {
    megabytes: Math.round(bytes / 104_857.6) / 10,
    rows: report.accepted,
    errors: report.errorCount,
    seconds: Math.round(seconds * 100) / 100,
    rowsPerSecond: Math.round(report.accepted / seconds),
    processorSeconds: Math.round((user + system) / 10_000) / 100,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    lagMs: { p99: Math.round(lag.percentile(99) / 1e5) / 10, worst: Math.round(lag.max / 1e5) / 10 },
  }
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'ma-cantine-tables-'))
  const run = (path: string) => JSON.parse(execFileSync(process.execPath, [process.argv[1]!, path], { encoding: 'utf8' }))
  const write = async (name: string, count: number, type: 'csv' | 'xlsx') => {
    const path = join(folder, name)
    await pipeline(Readable.fromWeb(writeTable(loans, manyLoans(count), type) as never), createWriteStream(path))
    return path
  }
  try {
    const odsPath = join(folder, 'loans.ods')
    const rows = [HEADERS, ...Array.from({ length: 20_000 }, (_, at) => loanCells(at))]
    await pipeline(Readable.from([await writeOds({ sheets: [{ name: 'Emprunts', rows }] })]), createWriteStream(odsPath))
    const begun = performance.now()
    const xlsx = await write('loans.xlsx', 20_000, 'xlsx')
    const writtenMs = Math.round(performance.now() - begun)
    const report = {
      csv100k: run(await write('loans.csv', 100_000, 'csv')),
      csv1m: run(await write('many.csv', 1_000_000, 'csv')),
      csv1mNothingUnique: run(await write('unkeyed.csv', 1_000_000, 'csv')),
      xlsx20k: { ...run(xlsx), writtenMs },
      xlsx100k: run(await write('many.xlsx', 100_000, 'xlsx')),
      ods20k: run(odsPath),
    }
    console.log(JSON.stringify(report, null, 2))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const path = process.argv[2]
if (path) console.log(JSON.stringify(await measure(path)))
else await main()
