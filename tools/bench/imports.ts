// An import of twenty thousand canteens from a workbook on the running product: how fast, how heavy, what others wait for meanwhile;
// then kill -9 at random moments of ten others.
import { loadavg } from 'node:os'
import { canteens, type Journey, pause, type Visitor, visitorOf } from './import-journey.ts'
import { latencyOf, type Timing } from './latency.ts'
import { type Served, serveProduct } from './product.ts'
import { type BenchServer, openServer } from './server.ts'
import { signIn } from './sign-in.ts'

const ROWS = 20_000
const KILLS = 10
const PAGES = ['/', '/imports', '/mes-cantines', '/faire-le-point']
const PACE_MS = 30
const QUIET_MS = 3000

export const measureImports = () => measureJourneys(canteens, [ROWS], ROWS)

/** Imports files of these sizes, each by a product that has just started; then kills it ten times over other files. */
export async function measureJourneys(journey: Journey, sizes: readonly number[], cutRows: number) {
  const server = await openServer()
  let served = await serveProduct(server.env)
  const runs = []
  try {
    const cookie = await signIn(served.base, server.database, journey.importer)
    let first = 0
    for (const rows of sizes) {
      if (first > 0) {
        await served.stop()
        served = await serveProduct(server.env)
      }
      const run = await measureOne(served, { journey, rows, first, cookie, server })
      console.error(JSON.stringify(run))
      runs.push(run)
      first += rows
    }
    const rows = cutRows
    const ms = (runs[0]!.seconds.all * 1000 * rows) / sizes[0]!
    const kills = []
    for (let round = 1; round <= KILLS; round++, first += rows) {
      const cut = await cutOne(served, { journey, rows, first, cookie, server }, ms)
      served = cut.served
      kills.push(cut.report)
      console.error(`kill -9, ${round} of ${KILLS}: ${JSON.stringify(cut.report)}`)
    }
    return { server: server.kind, runs, kills, allSound: kills.every(({ sound }) => sound) }
  } finally {
    await served.stop()
    await server.close()
  }
}

type Round = { journey: Journey; rows: number; first: number; cookie: string; server: BenchServer }

const rounded = (ms: number) => Math.round(ms / 10) / 100

async function measureOne(served: Served, { journey, rows, first, cookie, server: { database } }: Round) {
  const visitor = visitorOf(served.base, cookie)
  const perSecond = (ms: number) => Math.round((rows / ms) * 1000)
  const file = await journey.make(rows, first)
  const before = await journey.count(database)
  const atRest = served.residentMb()
  const quiet = watchPages(visitor)
  await pause(QUIET_MS)
  const pagesBefore = await quiet()
  const watched = watchPages(visitor)
  const spentBefore = served.processorSeconds()
  const begun = performance.now()
  const address = await visitor.bring(file, journey)
  const broughtMs = performance.now() - begun
  const checked = await visitor.settled(address)
  const checkMs = performance.now() - begun - broughtMs
  const agreed = performance.now()
  await visitor.post(`${address}/enregistrer`)
  const applied = await visitor.settled(address)
  const writeMs = performance.now() - agreed
  const pagesMeanwhile = await watched()
  const processorSeconds = Math.round((served.processorSeconds() - spentBefore) * 10) / 10
  const written = (await journey.count(database)) - before
  if (checked !== 'checked' || applied !== 'applied' || written !== rows)
    throw new Error(`${checked}, then ${applied}, ${written} rows`)
  return {
    rows,
    load: loadavg()[0]?.toFixed(1),
    fileMb: Math.round(file.byteLength / 104_857.6) / 10,
    seconds: {
      brought: rounded(broughtMs),
      check: rounded(checkMs),
      write: rounded(writeMs),
      all: rounded(broughtMs + checkMs + writeMs),
    },
    rowsPerSecond: { check: perSecond(checkMs), write: perSecond(writeMs), all: perSecond(broughtMs + checkMs + writeMs) },
    processorSeconds,
    memoryMb: { atRest, peak: served.peakMb() },
    pagesBefore,
    pagesMeanwhile,
  }
}

/** Pages asked one after the other, at the pace of a few people, until told to stop; gives how long they took. */
function watchPages(visitor: Visitor) {
  const timings: Timing[] = []
  let on = true
  const watching = (async () => {
    for (let at = 0; on; at++) {
      const address = PAGES[at % PAGES.length]!
      const begun = performance.now()
      const answer = await visitor.get(address)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
      timings.push({ address, ms: performance.now() - begun })
      await pause(PACE_MS)
    }
  })()
  return async () => {
    on = false
    await watching
    return latencyOf(timings)
  }
}

/** The same moments at each run: a Lehmer generator. */
let state = 20_221
function draw(): number {
  state = (state * 48_271) % 2_147_483_647
  return state / 2_147_483_647
}

/** One import, cut at a random moment: nothing or everything is there, then it ends by itself, once. */
async function cutOne(served: Served, { journey, rows, first, cookie, server: { database, env } }: Round, journeyMs: number) {
  const file = await journey.make(rows, first)
  const before = await journey.count(database)
  const visitor = visitorOf(served.base, cookie)
  const address = await visitor.bring(file, journey)
  const afterMs = Math.round(draw() * journeyMs)
  // The cut reaches the person as a broken connection.
  const person = agree(visitor, address).catch(() => {})
  await pause(afterMs)
  await served.kill()
  await person
  const id = address.split('/').at(-1)
  const stateAtCut = (await database.first<{ state: string }>('select state from import where id = $1', [id]))!.state
  const writtenAtCut = (await journey.count(database)) - before
  const next = await serveProduct(env)
  const begun = performance.now()
  await agree(visitorOf(next.base, cookie), address)
  const writtenAtEnd = (await journey.count(database)) - before
  const sound = (writtenAtCut === 0 || writtenAtCut === rows) && writtenAtEnd === rows
  const resumedSeconds = rounded(performance.now() - begun)
  return { served: next, report: { afterMs, stateAtCut, writtenAtCut, resumedSeconds, writtenAtEnd, sound } }
}

/** What the person does: presses the button once the file is checked. */
async function agree(visitor: Visitor, address: string) {
  for (let times = 0; (await visitor.settled(address)) === 'checked'; times++) {
    if (times > 2) throw new Error(`${address} is not written: look at its page`)
    await visitor.post(`${address}/enregistrer`)
  }
}
