// Applies the SQL files of migrations/ in order, each once. Forward only.
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import type { Database } from './database.ts'

/** Any number, the same for every process of the product: only one migrates at a time, the others wait and find it done. */
const LOCK = 7_241_865

export async function migrate(database: Database, rootDir: string): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('set statement_timeout = 0')
    await runner({
      dbClient: client,
      dir: join(rootDir, 'migrations'),
      migrationsTable: 'migration',
      direction: 'up',
      // node-pg-migrate gives up when another process holds its lock; ours waits.
      noLock: true,
      // Branches land in any order: one with a lower number, landed late, must not keep a database that went ahead from starting.
      checkOrder: false,
      singleTransaction: true,
      log: () => {},
    })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    // The connection carries settings of its own: it does not go back to the pool.
    client.release(true)
  }
}
