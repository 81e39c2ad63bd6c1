// `npm test`: installs what is missing, then style, types and every test. Extra words go to the test runner: npm test -- purchases
import { spawnSync } from 'node:child_process'
import { installMissing } from './install.mjs'

installMissing({ forTests: true })
const words = process.argv.slice(2)
const steps = words.length > 0 ? [] : [['@biomejs/biome/bin/biome', 'check', '.'], ['typescript/bin/tsc']]
for (const [program, ...args] of [...steps, ['vitest/vitest.mjs', 'run', ...words]]) {
  const done = spawnSync(process.execPath, [`node_modules/${program}`, ...args], { stdio: 'inherit' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
