// Fills a database block by block. Each block is one transaction that also writes down what it did: interrupted, the next run goes on from there.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { copyLine, copyLines } from '../../src/platform/database/copy.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { blockCount, blockOf, lastId, type Settings } from './block.ts'
import { readGeography } from './geography.ts'
import { type GeneratedTable, TABLES } from './tables.ts'

/** Any number, the same for every run: one at a time fills a database. */
const LOCK = 7_241_866

// Tables of this tool, not of the product: they stand apart and are made when first needed.
const PROGRESS = `
  create schema if not exists generator;
  create table if not exists generator.setting (value jsonb not null);
  create table if not exists generator.batch (
    table_name text not null, block integer not null, rows integer not null, sha256 text not null, primary key (table_name, block));`

export type Written = Record<string, { rows: number; sha256: string }>
export type Outcome = {
  /** What the data set holds now, table by table; same settings, same hashes. */
  readonly tables: Written
  /** Rows that this run added: 0 when everything was there already. */
  readonly added: number
}

/**
 * Makes the data set of these settings complete. `onBlock` hears how many blocks are there, of how many.
 * Throws when the database holds real canteens, or a data set made with other settings.
 */
export async function generate(
  database: Database,
  settings: Settings,
  onBlock: (done: number, all: number) => void = () => {},
): Promise<Outcome> {
  const client = await database.pool.connect()
  try {
    // A server that loses its last instants loses whole blocks with the note of them: the next run makes them again.
    await client.query('set statement_timeout = 0; set synchronous_commit = off')
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (!rows[0].mine) throw new Error('Another run is filling this database: wait for its end, then run again.')
    await client.query(PROGRESS)
    await agree(client, settings)
    const added = await fill(client, settings, onBlock)
    if (added > 0) for (const { table } of TABLES) await client.query(`analyze ${table}`)
    return { tables: await written(client), added }
  } finally {
    // The connection carries settings and a lock of its own: it does not go back to the pool.
    client.release(true)
  }
}

/** Refuses to mix data sets, or made-up canteens with real ones. */
async function agree(client: pg.PoolClient, settings: Settings) {
  const { rows } = await client.query<{ value: Settings; same: boolean }>(
    'select value, value = $1 as same from generator.setting',
    [JSON.stringify(settings)],
  )
  if (rows[0]?.same) return
  if (rows[0])
    throw new Error(
      `This database was filled with other settings: ${JSON.stringify(rows[0].value)}. Use the same ones, or an empty database.`,
    )
  const real = await client.query(`select 1 from canteen where source in ('page', 'import') limit 1`)
  if (real.rowCount) throw new Error('This database holds canteens that people created: made-up ones are not mixed with them.')
  await client.query('insert into generator.setting values ($1)', [JSON.stringify(settings)])
  await client.query(`select setval(seq, greatest(nextval(seq), $1)) from pg_get_serial_sequence('canteen', 'id') seq`, [
    lastId(settings),
  ])
}

async function fill(client: pg.PoolClient, settings: Settings, onBlock: (done: number, all: number) => void): Promise<number> {
  const { rows } = await client.query<{ name: string; block: number }>('select table_name as name, block from generator.batch')
  const there = new Set(rows.map(({ name, block }) => `${name} ${block}`))
  const geography = readGeography()
  const all = blockCount(settings)
  let added = 0
  for (let number = 0; number < all; number++) {
    const missing = TABLES.filter(({ table }) => !there.has(`${table} ${number}`))
    if (missing.length > 0) {
      const block = blockOf(settings, geography, number)
      await client.query('begin')
      for (const one of missing) added += await copyBlock(client, one, number, one.rows(block))
      await client.query('commit')
    }
    onBlock(number + 1, all)
  }
  return added
}

async function copyBlock(
  client: pg.PoolClient,
  { table }: GeneratedTable,
  number: number,
  rows: ReturnType<GeneratedTable['rows']>,
): Promise<number> {
  let columns: string[] = []
  let count = 0
  let lines = ''
  for (const row of rows) {
    if (count++ === 0) columns = Object.keys(row)
    lines += copyLine(Object.values(row))
  }
  if (count > 0) await copyLines(client, table, columns, lines)
  const sha256 = createHash('sha256').update(lines).digest('hex')
  await client.query('insert into generator.batch values ($1, $2, $3, $4)', [table, number, count, sha256])
  return count
}

async function written(client: pg.PoolClient): Promise<Written> {
  const { rows } = await client.query<{ name: string; rows: number; sha256: string }>(
    `select table_name as name, sum(rows) as rows, encode(sha256(string_agg(sha256, '' order by block)::bytea), 'hex') as sha256
     from generator.batch group by 1 order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, rows, sha256 }) => [name, { rows, sha256 }]))
}
