// How long the product takes to start, and how many pages it serves.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { serveProduct } from './product.ts'

const SECONDS = 8
const CONNECTIONS = 20

async function load(url: string) {
  await autocannon({ url, connections: CONNECTIONS, duration: 2 })
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
  return { requestsPerSecond: Math.round(requests.average), p50Ms: latency.p50, p99Ms: latency.p99, failed: non2xx + errors }
}

/** The address of the demo's finished test, as the test's first page links to it. */
async function exampleResult(base: string): Promise<string> {
  const html = await (await fetch(`${base}/faire-le-point`)).text()
  const href = /href="(\/faire-le-point\/[^"]+\/resultat)"/.exec(html)?.[1]
  if (!href) throw new Error('The first page of the test links to no example')
  return href
}

export async function measurePages() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ma-cantine-bench-'))
  try {
    const first = await serveProduct({ DATA_DIR: dataDir })
    await first.stop()
    const served = await serveProduct({ DATA_DIR: dataDir })
    const atRest = served.residentMb()
    const home = await load(`${served.base}/`)
    const result = await load(served.base + (await exampleResult(served.base)))
    const afterLoad = served.residentMb()
    await served.stop()
    return {
      startMs: { firstWithNewDatabase: first.readyMs, next: served.readyMs },
      memoryMb: { atRest, afterLoad },
      pages: { connections: CONNECTIONS, seconds: SECONDS, home, result },
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
