// Measures the product and prints JSON. Nothing here passes or fails: docs/benchmarks.md records what one run gave, and on what machine.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { measureVerdicts } from '../bench/verdicts.ts'

const SECONDS = 8
const CONNECTIONS = 20

type Served = { port: number; process: ChildProcess; readyMs: number }

/** Starts the built product on a free port; resolves when /healthz says ready. */
async function serveProduct(dataDir: string): Promise<Served> {
  const port = 20_000 + (process.pid % 20_000)
  const begun = performance.now()
  const child = spawn(process.execPath, ['dist/main.mjs'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'error', HOST: '127.0.0.1' },
    stdio: 'inherit',
  })
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return { port, process: child, readyMs: Math.round(performance.now() - begun) }
    if (child.exitCode !== null) throw new Error('The product ended before it was ready')
    await new Promise((wake) => setTimeout(wake, 10))
  }
}

async function stop(served: Served) {
  const ended = new Promise((done) => served.process.once('exit', done))
  served.process.kill('SIGTERM')
  await ended
}

async function load(url: string) {
  await autocannon({ url, connections: CONNECTIONS, duration: 2 })
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
  return { requestsPerSecond: Math.round(requests.average), p50Ms: latency.p50, p99Ms: latency.p99, failed: non2xx + errors }
}

const residentMb = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** The address of the demo's finished test, as the test's first page links to it. */
async function exampleResult(base: string): Promise<string> {
  const html = await (await fetch(`${base}/faire-le-point`)).text()
  const href = /href="(\/faire-le-point\/[^"]+\/resultat)"/.exec(html)?.[1]
  if (!href) throw new Error('The first page of the test links to no example')
  return href
}

// First, while this process has done nothing else.
const verdicts = measureVerdicts(3000)
const dataDir = mkdtempSync(join(tmpdir(), 'ma-cantine-bench-'))
try {
  const first = await serveProduct(dataDir)
  await stop(first)
  const served = await serveProduct(dataDir)
  const base = `http://127.0.0.1:${served.port}`
  const atRest = residentMb(served.process.pid!)
  const home = await load(`${base}/`)
  const result = await load(base + (await exampleResult(base)))
  const afterLoad = residentMb(served.process.pid!)
  await stop(served)
  const report = {
    machine: { cpu: cpus()[0]?.model, cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version },
    verdicts,
    startMs: { firstWithNewDatabase: first.readyMs, next: served.readyMs },
    memoryMb: { atRest, afterLoad },
    pages: { connections: CONNECTIONS, seconds: SECONDS, home, result },
  }
  console.log(JSON.stringify(report, null, 2))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
