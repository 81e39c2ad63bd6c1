// Measures the product and prints JSON: npm run bench, or npm run bench -- verdicts recognition pages canteens imports purchases purchase-imports invoices for some parts. Nothing here passes or fails:
// docs/benchmarks.md records what one run gave, and on what machine.
import { cpus, loadavg, totalmem } from 'node:os'
import { measureCanteens } from '../bench/canteens.ts'
import { measureImports } from '../bench/imports.ts'
import { measureInvoices } from '../bench/invoices.ts'
import { measurePages } from '../bench/pages.ts'
import { measurePurchaseImports } from '../bench/purchase-imports.ts'
import { measurePurchases } from '../bench/purchases.ts'
import { measureRecognition } from '../bench/recognition.ts'
import { measureVerdicts } from '../bench/verdicts.ts'

/** In this order: verdicts while this process has done nothing else. */
const PARTS: Record<string, () => unknown> = {
  verdicts: () => measureVerdicts(3000),
  recognition: measureRecognition,
  pages: measurePages,
  canteens: measureCanteens,
  imports: measureImports,
  purchases: measurePurchases,
  'purchase-imports': measurePurchaseImports,
  invoices: measureInvoices,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part named « ${unknown.join(' ')} »: ${Object.keys(PARTS).join(', ')}`)
  process.exit(2)
}
const report: Record<string, unknown> = {
  machine: {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadBefore: loadavg()[0]?.toFixed(1),
  },
}
for (const [name, measure] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) {
    console.error(`measuring ${name}…`)
    report[name] = await measure()
  }
console.log(JSON.stringify(report, null, 2))
