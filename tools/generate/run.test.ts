// Filling a database: what COPY writes is what was meant, once, whatever interrupts it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { copyLine, copyLines } from '../../src/platform/database/copy.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { verifyTrail } from '../../src/platform/database/trail.ts'
import { testDatabase } from '../testing/platform.ts'
import { generate } from './run.ts'

const years = { first: 2019, last: 2025 }

async function openDatabase() {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  return database
}

/** The address of a test database, for another process. */
function addressOf({ pool }: Database): string {
  const { connectionString, host, user, database } = pool.options
  return connectionString ?? `postgres://${user}@/${database}?host=${encodeURIComponent(host!)}`
}

/** The command, as people run it. */
function runCommand(database: Database, ...words: string[]) {
  const env = { ...process.env, DATABASE_URL: addressOf(database) }
  const child = spawn(process.execPath, ['dist/generate.mjs', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, messages] = ['', '']
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (messages += chunk))
  const ended = once(child, 'close').then(() => ({ output, messages, status: child.exitCode }))
  return { child, ended }
}

const countRows = async (database: Database) =>
  Object.fromEntries(
    await Promise.all(
      ['person', 'canteen', 'canteen_member', 'canteen_group_period', 'purchase', 'trail_entry'].map(
        async (table) => [table, (await database.first<{ n: number }>(`select count(*) as n from ${table}`))!.n] as const,
      ),
    ),
  )

test('cells come back as they went in', async () => {
  const database = await openDatabase()
  const client = await database.pool.connect()
  try {
    await client.query(
      'create temporary table cell (words text, list text[], rank integer, at timestamptz, detail jsonb, yes boolean)',
    )
    const words = 'tab\tline\nreturn\rback\\slash \\N "quoted" {a,b}'
    const at = new Date('2024-02-29T12:00:00Z')
    const rows = [
      [words, [words, ''], 7, at, { words }, true],
      [null, [], null, null, null, false],
    ] as const
    await copyLines(client, 'cell', ['words', 'list', 'rank', 'at', 'detail', 'yes'], rows.map(copyLine).join(''))
    expect((await client.query({ text: 'select * from cell', rowMode: 'array' })).rows).toEqual(rows)
    await expect(copyLines(client, 'cell', ['rank'], 'seven\n')).rejects.toBeInstanceOf(pg.DatabaseError)
    await expect(copyLines(client, 'no_such_table', ['rank'], '7\n')).rejects.toThrow('no_such_table')
    expect((await client.query('select count(*)::int as n from cell')).rows, 'the connection still serves').toEqual([{ n: 2 }])
  } finally {
    client.release()
  }
})

test('a database is filled once: done again, nothing moves; other settings and real canteens are refused', async () => {
  const database = await openDatabase()
  const settings = { seed: 5, canteens: 1200, years, purchases: 3000 }
  const first = await generate(database, settings)
  const counts = await countRows(database)
  expect(Object.fromEntries(Object.entries(first.tables).map(([table, { rows }]) => [table, rows]))).toEqual(counts)
  expect(counts.canteen).toBeGreaterThan(1250)
  const stream = await database.first<{ stream: string }>('select stream from trail_entry order by stream limit 1')
  expect(await verifyTrail(database, stream!.stream)).toMatchObject({ brokenAt: null })
  expect(
    await database.first('select epci is not null as epci from canteen where commune is not null order by id limit 1'),
  ).toEqual({
    epci: true,
  })

  expect(await generate(database, settings)).toEqual({ tables: first.tables, added: 0 })
  expect(await countRows(database)).toEqual(counts)
  await expect(generate(database, { ...settings, seed: 6 })).rejects.toThrow('other settings')

  const real = await openDatabase()
  await real.run(
    `insert into canteen (name, complete, source, created_at, changed_at, search_words) values ('Réelle', false, 'page', now(), now(), '')`,
  )
  await expect(generate(real, settings)).rejects.toThrow('people created')
})

test('killed in the middle, the next run goes on and ends with the same country', async () => {
  const [whole, cut] = [await openDatabase(), await openDatabase()]
  const words = ['--canteens', '3000', '--seed', '9', '--purchases', '500']
  const straight = await runCommand(whole, ...words).ended
  const expected = JSON.parse(straight.output)
  expect(expected).toMatchObject({ canteens: 3000, tables: { purchase: { rows: 500 } } })

  const { child, ended } = runCommand(cut, ...words)
  const blocksThere = async () =>
    (await cut.first<{ n: number }>('select count(distinct block) as n from generator.batch').catch(() => null))?.n ?? 0
  while ((await blocksThere()) === 0) await new Promise((wake) => setTimeout(wake, 5))
  child.kill('SIGKILL')
  await ended
  const reached = await blocksThere()
  expect(reached).toBeLessThan(3)

  const resumed = JSON.parse((await runCommand(cut, ...words).ended).output)
  expect(resumed.tables).toEqual(expected.tables)
  expect(resumed.added).toBeLessThan(expected.added)
  expect(await countRows(cut)).toEqual(await countRows(whole))
  const again = await runCommand(cut, ...words).ended
  expect(again.messages).toContain('nothing was done')
  expect(JSON.parse(again.output)).toMatchObject({ added: 0, tables: expected.tables })
}, 120_000)

test('what cannot be understood is said, with the way to say it', async () => {
  const said = await runCommand(await openDatabase(), '--years', '2025-2019').ended
  expect(said).toMatchObject({ status: 1, output: '' })
  expect(said.messages).toContain('--years')
})
