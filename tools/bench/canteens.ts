// Looking for canteens among a hundred thousand, through the real pages, signed in as the manager who runs five thousand of them.
import { migrate } from '../../src/platform/database/migrate.ts'
import { keptMails } from '../../src/platform/mail.ts'
import type { Settings } from '../generate/block.ts'
import { HEAD_OFFICE_PLACES, headOffice } from '../generate/people.ts'
import { type Draws, drawsOf } from '../generate/random.ts'
import { generate } from '../generate/run.ts'
import { type Latency, latencyOf, type Reader, readerOf, type Timing } from './latency.ts'
import { type Served, serveProduct } from './product.ts'
import { type BenchServer, openServer } from './server.ts'

const COUNTRY: Settings = { seed: 1, canteens: 100_000, years: { first: 2019, last: 2025 } }
/** Requests of each kind, after those that warm up. */
const REQUESTS = 60
const WARM_UP = 10
const EXPORTS = 6

export async function measureCanteens() {
  const server = await openServer()
  try {
    const { database, kind } = server
    await migrate(database, process.cwd())
    const begun = performance.now()
    const { added } = await generate(
      database,
      COUNTRY,
      (done, all) => done % 25 === 0 && console.error(`${done} of ${all} blocks`),
    )
    const generated = { rows: added, seconds: Math.round((performance.now() - begun) / 100) / 10 }
    const version = (await database.first<{ server_version: string }>('show server_version'))!.server_version
    return { server: { kind, version }, generated, ...(await measurePages(server)) }
  } finally {
    await server.close()
  }
}

async function measurePages(server: BenchServer) {
  const served = await serveProduct(server.env)
  try {
    const reader = readerOf(served.base, await signIn(served.base, server))
    const mine = await measureMine(reader)
    const memoryMb = served.residentMb()
    return { mine, memoryMb, exported: await measureExports(served, reader) }
  } finally {
    await served.stop()
  }
}

/** By the link that the mail brings, as anyone. */
async function signIn(base: string, { database }: BenchServer): Promise<string> {
  const { email } = headOffice(new Date(0))
  const send = (path: string, fields: Record<string, string>) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' }
    return fetch(base + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers })
  }
  await send('/connexion', { courriel: email })
  const mail = (await keptMails(database)).find(({ recipient }) => recipient === email)
  const jeton = /jeton=([\w-]+)/.exec(mail?.body ?? '')?.[1]
  if (!jeton) throw new Error(`No link was sent to ${email}`)
  const answer = await send('/connexion/lien', { jeton })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** Reads pages of each kind; `address` draws one. */
async function measureKinds(reader: Reader, kinds: Record<string, (draws: Draws) => string>) {
  const report: Record<string, Latency> = {}
  const all: Timing[] = []
  for (const [kind, address] of Object.entries(kinds)) {
    const draws = drawsOf(COUNTRY.seed, 'bench', kind)
    const timings: Timing[] = []
    for (let done = -WARM_UP; done < REQUESTS; done++) {
      const { html: _, ...timing } = await reader.read(address(draws))
      if (done >= 0) timings.push(timing)
    }
    report[kind] = latencyOf(timings)
    all.push(...timings)
  }
  return { all: latencyOf(all), ...report }
}

const WORDS = ['ecole', 'restaurant scolaire', 'saint', 'ehpad les', 'creche', 'college jean', '35', 'lyon', 'mairie', 'l']
const NARROWED = [
  'type=satellite',
  'type=groupe',
  'etat=a-completer',
  'etat=archivees',
  'departement=59',
  'secteur=education_primaire',
]

/** The list of the manager with thousands of canteens: as it opens, searched, narrowed, sorted, leafed through. */
async function measureMine(reader: Reader) {
  const list = (query: string) => `/mes-cantines?${query}`
  const words = (draws: Draws) => `q=${encodeURIComponent(draws.pick(WORDS))}`
  // Thirty to a page.
  const page = (draws: Draws) => `page=${1 + draws.below(HEAD_OFFICE_PLACES / 30)}`
  return measureKinds(reader, {
    opened: () => list(''),
    searched: (draws) => list(words(draws)),
    narrowed: (draws) => list(draws.pick(NARROWED)),
    sorted: (draws) => list(`tri=${draws.pick(['nom', 'code-postal', 'recentes', 'repas'])}`),
    farPages: (draws) => list(`${page(draws)}&tri=${draws.pick(['a-faire', 'nom', 'repas'])}`),
    allAtOnce: (draws) => list(`${words(draws)}&${draws.pick(NARROWED)}&tri=repas`),
  })
}

/** The whole list as a file, several times: how long, and how much memory it adds at most. */
async function measureExports({ peakMb }: Served, reader: Reader) {
  const report: Record<string, Latency> = {}
  const before = peakMb()
  for (const type of ['xlsx', 'csv']) {
    const timings: Timing[] = []
    for (let done = 0; done < EXPORTS; done++) timings.push(await reader.read(`/mes-cantines/export.${type}`))
    report[type] = latencyOf(timings)
  }
  return { ...report, peakMb: { before, after: peakMb() } }
}
