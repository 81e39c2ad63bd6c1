// The PostgreSQL server that measures run on: the one that BENCH_DATABASE_URL names (an empty database, or one that `npm run generate` filled), else
// one of Debian's packages started for the occasion, else the embedded one.
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database, openDatabase } from '../../src/platform/database/database.ts'

export type BenchServer = {
  readonly kind: 'given' | 'temporary' | 'embedded'
  readonly database: Database
  /** How another process of the product reaches the same database. */
  readonly env: Record<string, string>
  close(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'

export async function openServer(): Promise<BenchServer> {
  const given = process.env.BENCH_DATABASE_URL
  if (given) {
    const database = connect({ connectionString: given })
    return { kind: 'given', database, env: { DATABASE_URL: given }, close: () => database.close() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'ma-cantine-bench-'))
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const binaries = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []
  if (binaries.length > 0) {
    const { url, stop } = startTemporary(binaries.sort().at(-1)!, folder)
    const database = connect({ connectionString: url })
    const close = async () => {
      await database.close()
      stop()
      forget()
    }
    return { kind: 'temporary', database, env: { DATABASE_URL: url }, close }
  }
  const database = await openDatabase({ databaseUrl: null, dataDir: folder })
  const close = () => database.close().then(forget)
  return { kind: 'embedded', database, env: { DATA_DIR: folder }, close }
}

/** A server with the settings that the package comes with, on a socket of its own; its owner is « postgres » when we are root, whom it refuses. */
function startTemporary(binaries: string, folder: string): { url: string; stop(): void } {
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, ...words: string[]) => {
    const done = spawnSync(join(binaries, program), words, {
      ...owner,
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (done.status !== 0) throw new Error(`${program} could not do its work:\n${done.stderr ?? done.error?.message}`)
  }
  const cluster = join(folder, 'data')
  run('initdb', '-D', cluster, '-U', 'app', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  run('pg_ctl', '-D', cluster, '-w', '-l', join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses=''`, 'start')
  return {
    url: `postgres://app@/postgres?host=${encodeURIComponent(folder)}`,
    stop: () => run('pg_ctl', '-D', cluster, '-w', '-m', 'fast', 'stop'),
  }
}
