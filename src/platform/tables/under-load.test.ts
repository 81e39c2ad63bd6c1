// A large import must not make others wait: printed here, recorded by `node tools/command.mjs bench-tables`.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { HEADERS, loanCells, loans } from '../../../tools/testing/loans.ts'
import { row, xlsx } from '../../../tools/testing/workbooks.ts'
import { importTable } from './import-table.ts'

test('twenty thousand rows of a workbook are read while timers go on', async () => {
  const bytes = xlsx([row(1, HEADERS) + Array.from({ length: 20_000 }, (_, at) => row(at + 2, loanCells(at))).join('')])
  const lag = monitorEventLoopDelay({ resolution: 5 })
  let turns = 0
  const clock = setInterval(() => turns++, 10)
  const begun = performance.now()
  lag.enable()
  const report = await importTable({ name: 'x', bytes }, loans)
  lag.disable()
  clearInterval(clock)
  const [took, p99, worst] = [performance.now() - begun, lag.percentile(99) / 1e6, lag.max / 1e6].map(Math.round)
  console.log(`20 000 rows in ${took} ms; the event loop waited ${p99} ms (99th percentile), ${worst} ms at worst`)
  expect(report).toMatchObject({ accepted: 20_000, errorCount: 0 })
  expect(turns).toBeGreaterThan(5)
})
