// The product as a whole process, on its own embedded database: ready when it says so, one database for all, nothing left or lost after kill -9.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../src/platform/database/database.ts'

let nextPort = 24_000 + (process.pid % 5000)

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ma-cantine-product-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function startProduct(dataDir: string): Promise<{ url: string; process: ChildProcess }> {
  const port = nextPort++
  const { DATABASE_URL: _server, ...env } = process.env
  const child = spawn(process.execPath, ['dist/main.mjs'], {
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', HOST: '127.0.0.1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const url = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${url}/healthz`)).ok)
  return { url, process: child }
}

async function until(condition: () => Promise<boolean> | boolean) {
  const deadline = Date.now() + 20_000
  while (!(await Promise.resolve(condition()).catch(() => false))) {
    if (Date.now() > deadline) throw new Error('waited 20 s in vain')
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

/** Processes whose command line names this folder (Linux). */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return line.includes(folder) ? [line.replaceAll('\u0000', ' ')] : []
      } catch {
        return []
      }
    })
}

async function killHard(child: ChildProcess) {
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
}

test.skipIf(process.platform !== 'linux')(
  'kill -9 leaves no database process and loses nothing; a tool shares the running database',
  async () => {
    const dataDir = freshFolder()
    const first = await startProduct(dataDir)
    const tool = await openDatabase({ databaseUrl: null, dataDir })
    await tool.run('create table proof (n int)')
    await tool.run('insert into proof select generate_series(1, 1000)')
    await tool.close()
    expect((await fetch(`${first.url}/healthz`)).status, 'the tool that attached did not stop the server').toBe(200)
    await killHard(first.process)
    await until(() => processesOf(dataDir).length === 0)
    const second = await startProduct(dataDir)
    const again = await openDatabase({ databaseUrl: null, dataDir })
    expect(await again.first('select count(*) as n from proof')).toEqual({ n: 1000 })
    await again.close()
    second.process.kill('SIGTERM')
    await until(() => processesOf(dataDir).length === 0)
  },
  60_000,
)

test('started again at once after kill -9, it waits for the lock and serves', async () => {
  const dataDir = freshFolder()
  const first = await startProduct(dataDir)
  await killHard(first.process)
  const second = await startProduct(dataDir)
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
}, 60_000)

test('a wrong setting stops the start and names itself', async () => {
  const child = spawn(process.execPath, ['dist/main.mjs'], {
    env: { ...process.env, PORT: 'abc', DATABASE_URL: 'mysql://x' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const status = await new Promise((done) => child.once('exit', done))
  expect(status).not.toBe(0)
  expect(said).toContain('PORT')
  expect(said).toContain('DATABASE_URL')
})
