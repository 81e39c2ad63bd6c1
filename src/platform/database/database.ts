// The one way to talk to PostgreSQL: plain SQL with parameters, one driver, the same on the embedded and on the server database.
import pg from 'pg'
import type { Config } from '../config.ts'
import { copyLines } from './copy.ts'
import { startEmbedded } from './embedded.ts'

// A date stays the text PostgreSQL gives (never a local midnight), and counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

type Row = Record<string, unknown>

export type Queries = {
  rows<T extends Row>(sql: string, parameters?: unknown[]): Promise<T[]>
  /** The first row, or null. */
  first<T extends Row>(sql: string, parameters?: unknown[]): Promise<T | null>
  /** Runs a statement; gives the number of rows it touched. */
  run(sql: string, parameters?: unknown[]): Promise<number>
  /** Adds rows made by `copyLine`: PostgreSQL's fastest way in. All of them, or none when it throws. */
  copy(table: string, columns: readonly string[], lines: string | Buffer): Promise<void>
}

export type Database = Queries & {
  pool: pg.Pool
  /** Runs `work` in one transaction: all of it, or nothing when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  /** Closes the connections and, when this process started the embedded server, stops it. */
  close(): Promise<void>
}

export type Connection = { connectionString: string } | { host: string; user: string; database: string }

/** Opens the database of the settings, starting the embedded one when no server is named. Waits up to 30 s for a server. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  if (config.databaseUrl !== null) {
    const database = connect({ connectionString: config.databaseUrl })
    await waitFor(database)
    return database
  }
  const embedded = await startEmbedded(config.dataDir)
  return connect(embedded.connection, embedded.stop)
}

/** A pool on a known server. `afterClose` runs once the last connection is closed. */
export function connect(connection: Connection, afterClose: () => Promise<void> = async () => {}): Database {
  const pool = new pg.Pool({
    ...connection,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    // With the 4 MB that servers come with, sums by many keys are sorted on disk, four times slower.
    options: '-c work_mem=16MB',
  })
  // A connection lost while idle is replaced at the next query; without listeners it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    pool,
    ...queries(pool),
    async transaction(work) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const result = await work(queries(client))
        // PostgreSQL answers so, without an error, when a statement had failed and nobody said.
        if ((await client.query('commit')).command !== 'COMMIT')
          throw new Error('the transaction was rolled back: one of its statements failed')
        client.release()
        return result
      } catch (error) {
        const broken = await client.query('rollback').then(
          () => false,
          () => true,
        )
        client.release(broken)
        throw error
      }
    },
    async close() {
      await pool.end()
      await afterClose()
    },
  }
}

function queries(client: pg.Pool | pg.PoolClient): Queries {
  return {
    rows: async <T extends Row>(sql: string, parameters: unknown[] = []) => (await client.query<T>(sql, parameters)).rows,
    first: async <T extends Row>(sql: string, parameters: unknown[] = []) =>
      (await client.query<T>(sql, parameters)).rows[0] ?? null,
    run: async (sql, parameters = []) => (await client.query(sql, parameters)).rowCount ?? 0,
    async copy(table, columns, lines) {
      if (!(client instanceof pg.Pool)) return copyLines(client, table, columns, lines)
      const one = await client.connect()
      await copyLines(one, table, columns, lines).finally(() => one.release())
    },
  }
}

async function waitFor(database: Database) {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await database.run('select 1')
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((wake) => setTimeout(wake, 500))
    }
  }
}

/** Did this fail because another row already has what must be unique? */
export const isUniqueViolation = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23505'
