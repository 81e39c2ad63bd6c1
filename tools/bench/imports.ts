// An import of twenty thousand canteens from a workbook on the running product: how fast, how heavy, what others wait for meanwhile;
// then kill -9 at random moments of ten others.
import { canteenWorkbook, countImported, IMPORTER, pause, type Visitor, visitorOf } from './import-journey.ts'
import { latencyOf, type Timing } from './latency.ts'
import { type Served, serveProduct } from './product.ts'
import { type BenchServer, openServer } from './server.ts'
import { signIn } from './sign-in.ts'

const ROWS = 20_000
const KILLS = 10
const PAGES = ['/', '/imports', '/mes-cantines', '/faire-le-point']
const PACE_MS = 30
const QUIET_MS = 3000

export async function measureImports() {
  const server = await openServer()
  let served = await serveProduct(server.env)
  try {
    const cookie = await signIn(served.base, server.database, IMPORTER)
    const measured = await measureOne(served, visitorOf(served.base, cookie), server)
    const kills = []
    for (let round = 1; round <= KILLS; round++) {
      const cut = await cutOne(round, served, cookie, server, measured.seconds.all * 1000)
      served = cut.served
      kills.push(cut.report)
      console.error(`kill -9, ${round} of ${KILLS}: ${JSON.stringify(cut.report)}`)
    }
    return { server: server.kind, ...measured, kills, allSound: kills.every(({ sound }) => sound) }
  } finally {
    await served.stop()
    await server.close()
  }
}

const rounded = (ms: number) => Math.round(ms / 10) / 100
const perSecond = (ms: number) => Math.round((ROWS / ms) * 1000)

async function measureOne(served: Served, visitor: Visitor, { database }: BenchServer) {
  const file = await canteenWorkbook(ROWS, 0)
  const atRest = served.residentMb()
  const quiet = watchPages(visitor)
  await pause(QUIET_MS)
  const pagesBefore = await quiet()
  const watched = watchPages(visitor)
  const begun = performance.now()
  const address = await visitor.bring(file)
  const checked = await visitor.settled(address)
  const checkMs = performance.now() - begun
  const agreed = performance.now()
  await visitor.post(`${address}/enregistrer`)
  const applied = await visitor.settled(address)
  const writeMs = performance.now() - agreed
  const pagesMeanwhile = await watched()
  const written = await countImported(database)
  if (checked !== 'checked' || applied !== 'applied' || written !== ROWS)
    throw new Error(`${checked}, then ${applied}, ${written} canteens`)
  return {
    rows: ROWS,
    fileMb: Math.round(file.byteLength / 104_857.6) / 10,
    seconds: { check: rounded(checkMs), write: rounded(writeMs), all: rounded(checkMs + writeMs) },
    rowsPerSecond: { check: perSecond(checkMs), write: perSecond(writeMs), all: perSecond(checkMs + writeMs) },
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
async function cutOne(round: number, served: Served, cookie: string, { database, env }: BenchServer, journeyMs: number) {
  const file = await canteenWorkbook(ROWS, round * ROWS)
  const before = await countImported(database)
  const visitor = visitorOf(served.base, cookie)
  const address = await visitor.bring(file)
  const afterMs = Math.round(draw() * journeyMs)
  // The cut reaches the person as a broken connection.
  const person = agree(visitor, address).catch(() => {})
  await pause(afterMs)
  await served.kill()
  await person
  const id = address.split('/').at(-1)
  const stateAtCut = (await database.first<{ state: string }>('select state from import where id = $1', [id]))!.state
  const writtenAtCut = (await countImported(database)) - before
  const next = await serveProduct(env)
  const begun = performance.now()
  await agree(visitorOf(next.base, cookie), address)
  const writtenAtEnd = (await countImported(database)) - before
  const sound = (writtenAtCut === 0 || writtenAtCut === ROWS) && writtenAtEnd === ROWS
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
