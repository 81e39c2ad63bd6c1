// The purchase book among twenty million purchases, through the real pages, signed in as someone who runs the canteen.
import type { Database } from '../../src/platform/database/database.ts'
import { type Draws, drawsOf } from '../generate/random.ts'
import { COUNTRY, fillCountry } from './country.ts'
import { latencyOf, type Reader, readerOf, type Timing } from './latency.ts'
import { serveProduct } from './product.ts'
import { type BenchServer, openServer } from './server.ts'
import { signIn } from './sign-in.ts'

const PURCHASES = Number(process.env.BENCH_PURCHASES ?? 20_000_000)
const REQUESTS = 200
const WARM_UP = 10
/** Books that are read, drawn among all; and the largest ones, on their own. */
const BOOKS = 150
const LARGEST = 5

type Book = { id: number; lines: number; year: number; word: string; supplier: string }

export async function measurePurchases() {
  const server = await openServer()
  try {
    const { database, kind } = server
    const generated = await fillCountry(server, PURCHASES)
    // As the server does by itself in its first minutes.
    await database.run('vacuum analyze purchase')
    const size = await database.first(
      `select count(*) as purchases, pg_size_pretty(pg_table_size('purchase')) as table, pg_size_pretty(pg_indexes_size('purchase')) as indexes from purchase`,
    )
    return { server: kind, generated, ...size, ...(await measureBooks(server)) }
  } finally {
    await server.close()
  }
}

async function measureBooks({ database, env }: BenchServer) {
  const books = await booksOf(database)
  const largest = books.slice(0, LARGEST)
  const drawn = drawsOf(COUNTRY.seed, 'bench', 'books')
  const any = Array.from({ length: BOOKS }, () => drawn.pick(books))
  const email = await keeperOf(database, [...largest, ...any])
  const served = await serveProduct(env)
  try {
    const cookie = await signIn(served.base, database, email)
    const reader = readerOf(served.base, cookie)
    return {
      books: { count: books.length, medianLines: books[Math.floor(books.length / 2)]!.lines, largestLines: largest[0]!.lines },
      anyBook: await measurePages(reader, any),
      largestBooks: await measurePages(reader, largest),
      adding: {
        anyBook: await measureAdding(served.base, cookie, any),
        largestBooks: await measureAdding(served.base, cookie, largest),
      },
      memoryMb: served.residentMb(),
    }
  } finally {
    await served.stop()
  }
}

/** Every book, the largest first. */
const booksOf = (database: Database) =>
  database.rows<Book>(
    `select canteen_id as id, count(*) as lines, max(extract(year from date))::integer as year,
            split_part(min(description), ' ', 1) as word, min(supplier) as supplier
     from purchase join canteen on canteen.id = canteen_id where canteen.source = 'generator' group by canteen_id order by 2 desc, 1`,
  )

/** Someone who may write in all these books. */
async function keeperOf(database: Database, books: readonly Book[]): Promise<string> {
  const email = 'econome@cantines.example'
  await database.run(
    `insert into person (id, email, email_confirmed, name, first_name, last_name, created_at, updated_at)
     values ('bench-keeper', $1, true, 'Dominique Roy', 'Dominique', 'Roy', now(), now()) on conflict do nothing`,
    [email],
  )
  await database.run(
    `insert into canteen_member (canteen_id, person_id, role, since) select id, 'bench-keeper', 'administrator', now()
     from unnest($1::bigint[]) id on conflict do nothing`,
    [[...new Set(books.map(({ id }) => id))]],
  )
  return email
}

async function measurePages(reader: Reader, books: readonly Book[]) {
  const kinds: Record<string, (book: Book, draws: Draws) => string> = {
    summary: ({ id, year }) => `/cantines/${id}/achats/bilan?annee=${year}`,
    list: ({ id }) => `/cantines/${id}/achats`,
    listOfYear: ({ id, year }) => `/cantines/${id}/achats?annee=${year}`,
    searched: ({ id, word }) => `/cantines/${id}/achats?q=${encodeURIComponent(word)}`,
    searchedSupplier: ({ id, supplier }) => `/cantines/${id}/achats?q=${encodeURIComponent(supplier)}`,
    narrowed: ({ id, year }) => `/cantines/${id}/achats?annee=${year}&famille=fruits_et_legumes&label=BIO`,
    counted: ({ id, year }) => `/cantines/${id}/achats?annee=${year}&famille=fruits_et_legumes&compte=bio`,
    sorted: ({ id }, draws) => `/cantines/${id}/achats?tri=${draws.pick(['montant', 'libelle', 'fournisseur'])}`,
    farPages: ({ id, lines }, draws) => `/cantines/${id}/achats?page=${1 + draws.below(Math.ceil(lines / 50))}`,
    form: ({ id }) => `/cantines/${id}/achats/ajouter`,
  }
  const report: Record<string, unknown> = {}
  for (const [kind, ask] of Object.entries(kinds)) {
    const draws = drawsOf(COUNTRY.seed, 'bench', kind)
    const timings: Timing[] = []
    for (let done = -WARM_UP; done < REQUESTS; done++) {
      const timing = await reader.read(ask(draws.pick(books), draws))
      if (done >= 0) timings.push(timing)
    }
    report[kind] = latencyOf(timings)
  }
  return report
}

/** Sending the form of one purchase until the answer that says where to go: written, with its trail. */
async function measureAdding(base: string, cookie: string, books: readonly Book[]) {
  const draws = drawsOf(COUNTRY.seed, 'bench', 'adding')
  const timings: Timing[] = []
  for (let done = -WARM_UP; done < REQUESTS; done++) {
    const { id, year, supplier } = draws.pick(books)
    const address = `/cantines/${id}/achats/ajouter`
    const page = await (await fetch(base + address, { headers: { Cookie: cookie } })).text()
    const fields = new URLSearchParams({
      cle: /name="cle" value="([^"]+)"/.exec(page)![1]!,
      date: `12/03/${year}`,
      produit: `CAROTTE RAPEE BIO ${done}`,
      fournisseur: supplier,
      'prix-ht': '45,10',
      famille: 'fruits_et_legumes',
      label: 'BIO',
    })
    const begun = performance.now()
    const answer = await fetch(base + address, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    })
    await answer.text()
    if (answer.status !== 303) throw new Error(`${address} answers ${answer.status}`)
    if (done >= 0) timings.push({ address, ms: performance.now() - begun })
  }
  return latencyOf(timings)
}
