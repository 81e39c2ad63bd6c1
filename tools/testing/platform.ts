// A platform for tests: a real database of its own with the real migrations, a clock that stands still, known random bytes.
import { createHash, randomUUID } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { readConfig } from '../../src/platform/config.ts'
import { connect, type Database } from '../../src/platform/database/database.ts'
import { readAssets } from '../../src/platform/http/assets.ts'
import type { Platform } from '../../src/platform/http/context.ts'
import { createLog } from '../../src/platform/log.ts'
import { createSite, loadDemo } from '../../src/site.ts'
import { inDatabase } from './global-setup.ts'

/** Monday 23 November 2026, 10:00 in Paris. */
export const TODAY = new Date('2026-11-23T09:00:00Z')

/** An empty, migrated database; dropped when the tests end. */
export async function testDatabase(): Promise<Database> {
  const { connection, template } = inject('testServer')
  const name = `${template}_${randomUUID().slice(0, 8)}`
  const server = connect(connection)
  await server.run(`create database ${name} template ${template}`)
  await server.close()
  return connect(inDatabase(connection, name))
}

/** The platform that features are mounted on, ready for `createSite`. Settings can be given as environment variables. */
export async function testPlatform(
  env: Record<string, string> = {},
  now: Date = TODAY,
): Promise<Platform & { setNow(date: Date): void }> {
  let clock = now
  let drawn = 0
  const platform = {
    config: readConfig({ LOG_LEVEL: 'silent', DEMO: 'off', ...env }),
    database: await testDatabase(),
    log: createLog('silent'),
    assets: readAssets(process.cwd()),
    now: () => clock,
    setNow: (date: Date) => {
      clock = date
    },
    randomBytes: (count: number) => createHash('sha512').update(`${++drawn}`).digest().subarray(0, count),
  }
  if (platform.config.demo) await loadDemo(platform)
  return platform
}

/** The whole site over a test platform, answering requests without a network. Called in a test, it closes its database at its end. */
export async function testSite(env?: Record<string, string>, now?: Date) {
  const platform = await testPlatform(env, now)
  onTestFinished(() => platform.database.close())
  const app = createSite(platform)
  return {
    platform,
    get: (path: string) => app.request(path),
    /** Any method, any headers. */
    request: (path: string, init: RequestInit) => app.request(path, init),
    /** Posts a form as a browser does. */
    post: (path: string, fields: Record<string, string | string[]>) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return app.request(path, { method: 'POST', body })
    },
    postJson: (path: string, body: unknown) =>
      app.request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }
}
