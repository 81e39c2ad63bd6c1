// Before the tests: the built assets, and one migrated database that each test file copies.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Connection, connect, type Database } from '../../src/platform/database/database.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { prepareJobs } from '../../src/platform/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { buildWhenChanged } from '../built.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test databases are made, and the migrated one they copy. */
    testServer: { connection: Connection; template: string }
  }
}

export default async function setup(project: TestProject) {
  await buildWhenChanged()
  const dataDir = mkdtempSync(join(tmpdir(), 'ma-cantine-test-'))
  const url = process.env.DATABASE_URL
  const embedded = url ? null : await startEmbedded(dataDir)
  const connection: Connection = embedded ? embedded.connection : { connectionString: url! }
  const template = `ma_cantine_template_${process.pid}`
  const server = connect(connection)
  await server.run(`create database ${template}`)
  const copy = connect(inDatabase(connection, template))
  await migrate(copy, process.cwd())
  await prepareJobs(copy, createLog('silent'))
  await copy.close()
  project.provide('testServer', { connection, template })
  return async () => {
    // The embedded server goes with all its databases; on a server of someone's, each is dropped, however long that takes.
    if (!embedded) await dropDatabases(server, template)
    await server.close()
    await embedded?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function inDatabase(connection: Connection, database: string): Connection {
  if (!('connectionString' in connection)) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

async function dropDatabases(server: Database, template: string) {
  const client = await server.pool.connect()
  await client.query('set statement_timeout = 0')
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
    template,
  ])
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  client.release(true)
}
