// Reads the configuration, opens the database, mounts the features, listens.
import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { serve } from '@hono/node-server'
import { readConfig } from './platform/config.ts'
import { openDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { readAssets } from './platform/http/assets.ts'
import type { Platform } from './platform/http/context.ts'
import { prepareJobs, startWorker } from './platform/jobs.ts'
import { createLog } from './platform/log.ts'
import { createMailer } from './platform/mail.ts'
import { readSecret } from './platform/secret.ts'
import { createSite, jobsOf, loadDemo } from './site.ts'

// Between two full collections the heap would grow threefold: a large import would hold 130 MB more, for nothing.
setFlagsFromString('--heap-growing-percent=40')

const rootDir = process.cwd()
const config = readConfig(process.env)
const log = createLog(config.logLevel)
const database = await openDatabase(config)
await migrate(database, rootDir)
await prepareJobs(database, log)
const now = () => new Date()
const platform: Platform = {
  config,
  database,
  log,
  assets: readAssets(rootDir),
  mail: createMailer({ config, database, now }),
  secret: readSecret(config),
  now,
  randomBytes,
}
if (config.smtpUrl === null && !config.demo) log.warn('SMTP_URL is not set: mails are kept in the database and reach no one')
if (config.demo) await loadDemo(platform)
const worker = config.worker ? await startWorker(database, jobsOf(platform), log) : null

const server = serve({ fetch: createSite(platform).fetch, port: config.port, hostname: config.host }, ({ port }) =>
  log.info(`ma cantine is ready: http://localhost:${port}`),
)
server.once('error', async (error) => {
  log.error({ err: error }, `the site cannot listen on port ${config.port}: set PORT to a free one`)
  await stop(1)
})

let stopping = false
async function stop(status: number) {
  if (stopping) return
  stopping = true
  // Requests under way get a moment; then connections that browsers keep open are closed.
  const closed = new Promise((done) => server.close(done))
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await closed
  await worker?.stop().catch(() => {})
  await database.close()
  process.exit(status)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
