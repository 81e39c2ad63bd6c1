// Looking for canteens among a hundred thousand, through the real pages, signed in as the manager who runs five thousand of them.
import { foldWords } from '../../src/features/territory/territory.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { HEAD_OFFICE_PLACES, headOffice } from '../generate/people.ts'
import { type Draws, drawsOf } from '../generate/random.ts'
import { COUNTRY, fillCountry } from './country.ts'
import { type Latency, latencyOf, type Reader, readerOf, type Timing } from './latency.ts'
import { type Served, serveProduct } from './product.ts'
import { type BenchServer, openServer } from './server.ts'
import { signIn } from './sign-in.ts'

/** Requests of each kind, after those that warm up. */
const REQUESTS = 100
const WARM_UP = 10
const EXPORTS = 6

export async function measureCanteens() {
  const server = await openServer()
  try {
    const { database, kind } = server
    const generated = await fillCountry(server, 0)
    const version = (await database.first<{ server_version: string }>('show server_version'))!.server_version
    return { server: { kind, version }, generated, ...(await measurePages(server)) }
  } finally {
    await server.close()
  }
}

async function measurePages({ database, env }: BenchServer) {
  const served = await serveProduct(env)
  try {
    const { email } = headOffice(new Date(0))
    const reader = readerOf(served.base, await signIn(served.base, database, email))
    const search = await measureSearch(reader, await sampleOf(database))
    const mine = await measureMine(reader)
    const memoryMb = served.residentMb()
    return { search, mine, memoryMb, exported: await measureExports(served, reader) }
  } finally {
    await served.stop()
  }
}

/** A page to read, and what must be on it when something must. */
type Asked = { address: string; contains?: string }
type Measure = Latency & { foundPercent?: number }

/** Reads pages of each kind, as many times each. */
async function measureKinds(reader: Reader, kinds: Record<string, (draws: Draws) => Asked>) {
  const report: Record<string, Measure> = {}
  const all: Timing[] = []
  for (const [kind, ask] of Object.entries(kinds)) {
    const draws = drawsOf(COUNTRY.seed, 'bench', kind)
    const timings: Timing[] = []
    const found: boolean[] = []
    for (let done = -WARM_UP; done < REQUESTS; done++) {
      const { address, contains } = ask(draws)
      const { html, ms } = await reader.read(address)
      if (done < 0) continue
      timings.push({ address, ms })
      if (contains !== undefined) found.push(html.includes(contains))
    }
    const foundPercent = Math.round((100 * found.filter(Boolean).length) / found.length)
    report[kind] = { ...latencyOf(timings), ...(found.length > 0 && { foundPercent }) }
    all.push(...timings)
  }
  return { all: latencyOf(all), ...report }
}

type Sample = { id: number; name: string; commune: string; postcode: string; siret: string; siren: string }

/** Places to look for, the same at each run. */
const sampleOf = (database: Database) =>
  database.rows<Sample>(
    `select id, name, commune, postcode, siret, left(siret, 9) as siren from canteen
     where source = 'generator' and archived_at is null and siret is not null and postcode is not null order by md5(id::text) limit 500`,
  )

const FREQUENT = [
  'ecole',
  'restaurant scolaire',
  'saint',
  'les',
  'ehpad',
  'jean',
  'cantine',
  'college',
  'creche les',
  'a',
  'l',
  '35',
  'sur',
  'e r',
  'mairie',
]

/** Among all canteens: by what people know of the one they look for, whole, begun or misspelt; and by words that half of them hold. */
async function measureSearch(reader: Reader, sample: readonly Sample[]) {
  const page = (words: string, contains?: string): Asked => ({
    address: `/cantines/chercher?q=${encodeURIComponent(words)}`,
    ...(contains !== undefined && { contains }),
  })
  /** Looks for one of the sample by these words of it: its address must be on the page. */
  const lookFor = (wordsOf: (one: Sample, draws: Draws) => string) => (draws: Draws) => {
    const one = draws.pick(sample)
    return page(wordsOf(one, draws), `"/cantines/${one.id}`)
  }
  return measureKinds(reader, {
    name: lookFor(({ name }) => name),
    nameAndTown: lookFor(({ name, commune }) => `${name} ${commune}`),
    town: (draws) => page(draws.pick(sample).commune),
    postcode: (draws) => page(draws.pick(sample).postcode),
    siret: lookFor(({ siret }) => siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ')),
    siren: (draws) => page(draws.pick(sample).siren),
    firstLetters: lookFor(({ name, commune }) => beginnings(`${name} ${commune}`)),
    misspelt: lookFor(({ name, commune }, draws) => misspelt(draws, foldWords(`${name} ${commune}`))),
    frequentWords: (draws) => page(draws.pick(FREQUENT)),
    frequentWordAndTown: (draws) => page(`${draws.pick(FREQUENT)} ${draws.pick(sample).commune}`),
  })
}

const beginnings = (text: string) =>
  foldWords(text)
    .split(' ')
    .map((word) => word.slice(0, 4))
    .join(' ')

/** A letter of a long word forgotten, doubled or put after the next one. */
function misspelt(draws: Draws, text: string): string {
  const words = text.split(' ')
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []))
  const at = long.length > 0 ? draws.pick(long) : 0
  const word = words[at]!
  const letter = 1 + draws.below(Math.max(1, word.length - 2))
  const [before, here, next, after] = [
    word.slice(0, letter),
    word.charAt(letter),
    word.charAt(letter + 1),
    word.slice(letter + 2),
  ]
  words[at] = draws.pick([before + next + after, before + here + here + next + after, before + next + here + after])
  return words.join(' ')
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
  const list = (query: string): Asked => ({ address: `/mes-cantines?${query}` })
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
