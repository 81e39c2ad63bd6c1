// Looking for canteens among a hundred thousand, through the real pages, signed in as the manager who runs five thousand of them.
import { migrate } from '../../src/platform/database/migrate.ts'
import { keptMails } from '../../src/platform/mail.ts'
import { BLOCK_PLACES, type Settings } from '../generate/block.ts'
import { headOffice } from '../generate/people.ts'
import { type Draws, drawsOf } from '../generate/random.ts'
import { generate } from '../generate/run.ts'
import { type Latency, latencyOf, timed } from './latency.ts'
import { serveProduct } from './product.ts'
import { type BenchServer, openServer } from './server.ts'

const COUNTRY: Settings = { seed: 1, canteens: 100_000, years: { first: 2019, last: 2025 } }
/** Requests of each kind, after those that warm up. */
const REQUESTS = 60
const WARM_UP = 10
const PER_PAGE = 30

export async function measureCanteens() {
  const server = await openServer()
  try {
    const { database } = server
    await migrate(database, process.cwd())
    const begun = performance.now()
    const { added } = await generate(
      database,
      COUNTRY,
      (done, all) => done % 25 === 0 && console.error(`${done} of ${all} blocks`),
    )
    const generated = { rows: added, seconds: Math.round((performance.now() - begun) / 100) / 10 }
    const version = (await database.first<{ server_version: string }>('show server_version'))!.server_version
    return { server: { kind: server.kind, version }, generated, ...(await measurePages(server)) }
  } finally {
    await server.close()
  }
}

async function measurePages(server: BenchServer) {
  const served = await serveProduct(server.env)
  try {
    const cookie = await signIn(served.base, server)
    const mine = await measureMine(served.base, cookie)
    return { mine, memoryMb: served.residentMb() }
  } finally {
    await served.stop()
  }
}

/** By the link that the mail brings, as anyone. */
async function signIn(base: string, { database }: BenchServer): Promise<string> {
  const { email } = headOffice(new Date(0))
  const send = (path: string, fields: Record<string, string>) =>
    fetch(base + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    })
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

/** The list of the manager with thousands of canteens: as it opens, searched, narrowed, sorted, leafed through. */
async function measureMine(base: string, cookie: string) {
  const draws = drawsOf(COUNTRY.seed, 'bench', 'mine')
  const { html } = await timed(`${base}/mes-cantines`, cookie)
  const pages = Math.floor((BLOCK_PLACES * 5) / PER_PAGE)
  const page = (draws: Draws) => `page=${1 + draws.below(pages)}`
  const words = ['ecole', 'restaurant scolaire', 'saint', 'ehpad les', 'creche', 'college jean', '35', 'lyon', 'mairie', 'l']
  const kinds: Record<string, (draws: Draws) => string> = {
    opened: () => '',
    searched: (draws) => `q=${encodeURIComponent(draws.pick(words))}`,
    filtered: (draws) =>
      draws.pick([
        'type=satellite',
        'etat=a-completer',
        'etat=archivees',
        'departement=59',
        'secteur=education_primaire',
        'role=administration&type=groupe',
      ]),
    sorted: (draws) => `tri=${draws.pick(['nom', 'code-postal', 'recentes', 'repas'])}`,
    farPages: (draws) => `${page(draws)}&tri=${draws.pick(['a-faire', 'nom', 'repas'])}`,
    allAtOnce: (draws) => `q=${encodeURIComponent(draws.pick(words))}&type=satellite&tri=repas`,
  }
  const total = Number(/(\d[\d\s\u00a0\u202f]*)\s*cantines/.exec(html)?.[1]?.replace(/\D/g, ''))
  const report: Record<string, Latency> = {}
  const all: number[] = []
  for (const [kind, query] of Object.entries(kinds)) {
    const times: number[] = []
    for (let done = -WARM_UP; done < REQUESTS; done++) {
      const { ms } = await timed(`${base}/mes-cantines?${query(draws)}`, cookie)
      if (done >= 0) times.push(ms)
    }
    report[kind] = latencyOf(times)
    all.push(...times)
  }
  return { canteens: total, all: latencyOf(all), ...report }
}
