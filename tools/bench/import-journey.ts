// An import as a person does it, on the running product: signing in, bringing a file, agreeing, waiting.
import { createFormat } from '../../src/features/canteen-files/formats.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { RowOf } from '../../src/platform/tables/columns.ts'
import { writeTable } from '../../src/platform/tables/write-table.ts'
import { sirenOf, siretOf } from '../generate/numbers.ts'

type Row = RowOf<typeof createFormat>

/** A person of the demonstration. */
export const IMPORTER = 'elodie.martin@cantine.example'
const PATIENCE_MS = 300_000

/** Files of one kind, to be imported over and over. */
export type Journey = {
  /** Of a person of the demonstration. */
  readonly importer: string
  /** Where files are brought. */
  readonly address: string
  readonly fileName: string
  /** A file of so many rows that no other call gives, when `first` counts on. */
  make(rows: number, first: number): Promise<Uint8Array>
  /** The rows of such files that the database holds. */
  count(database: Database): Promise<number>
}

function* canteenRows(count: number, first: number): Generator<Row> {
  for (let at = first; at < first + count; at++)
    yield {
      siret: siretOf(sirenOf(at, true), 1),
      name: `Restaurant scolaire ${at} de l’École des Tilleuls`,
      kitchenSiret: null,
      dailyMealCount: 40 + (at % 400),
      yearlyMealCount: 10_000 + (at % 50_000),
      sectorList: at % 3 === 0 ? ['education_primaire', 'social_creche'] : ['education_primaire'],
      productionType: 'site',
      managementType: at % 4 === 0 ? 'conceded' : 'direct',
      economicModel: 'public',
      groupId: null,
      lineMinistry: null,
      managers: [],
    }
}

/** A workbook of canteens that no other call gives, when `first` counts on. */
export async function canteenWorkbook(count: number, first: number): Promise<Uint8Array> {
  return new Uint8Array(await new Response(writeTable(createFormat, canteenRows(count, first), 'xlsx') as never).arrayBuffer())
}

export const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms))

/** A signed-in person at the product. */
export function visitorOf(base: string, cookie: string) {
  const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
  const get = (path: string) => fetch(base + path, { headers, redirect: 'manual' })
  const post = (path: string, body: FormData | URLSearchParams = new URLSearchParams()) =>
    fetch(base + path, { method: 'POST', headers, body, redirect: 'manual' })
  return {
    get,
    post,
    /** Brings a file; gives the address of its page. */
    async bring(bytes: Uint8Array, { address, fileName }: Pick<Journey, 'address' | 'fileName'> = canteens): Promise<string> {
      const body = new FormData()
      body.set('fichier', new File([bytes as never], fileName))
      const answer = await post(address, body)
      const page = answer.headers.get('location')
      if (answer.status !== 303 || !page) throw new Error(`the file was not taken: ${answer.status}`)
      return page
    },
    /** Waits until the work on the file is over; gives the state it rests in. */
    async settled(address: string, everyMs = 100): Promise<string> {
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(everyMs)) {
        const { state } = (await (await get(`${address}/avancement`)).json()) as { state: string }
        if (!['checking', 'applying', 'undoing'].includes(state)) return state
      }
      throw new Error(`the work on ${address} did not end`)
    },
  }
}

/** Canteens of the files above that the database holds. */
export const countImported = async (database: Database): Promise<number> =>
  (await database.first<{ n: number }>(
    `select count(*) as n from canteen where name like 'Restaurant scolaire % de l’École des Tilleuls'`,
  ))!.n

export const canteens: Journey = {
  importer: IMPORTER,
  address: '/imports/cantines-creer',
  fileName: 'cantines.xlsx',
  make: canteenWorkbook,
  count: countImported,
}

export type Visitor = ReturnType<typeof visitorOf>
