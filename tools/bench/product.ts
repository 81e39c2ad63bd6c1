// The built product in a process of its own, as it is served.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Served = {
  base: string
  process: ChildProcess
  readyMs: number
  stop(): Promise<void>
  /** As a power cut would: nothing of it has time to say anything. */
  kill(): Promise<void>
  residentMb(): number
  /** The most memory it has held. */
  peakMb(): number
  /** Time that processors gave it: hardly depends on what else they do. */
  processorSeconds(): number
}

/** Those that `npm start` gives to Node. */
const flagsOfStart = (): string[] =>
  JSON.parse(readFileSync('package.json', 'utf8'))
    .scripts.start.split(' ')
    .filter((word: string) => word.startsWith('--'))

/** Starts the product with the demo on a free port; resolves when /healthz says ready. */
export async function serveProduct(env: Record<string, string>): Promise<Served> {
  const port = 20_000 + (process.pid % 20_000)
  const base = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const child = spawn(process.execPath, [...flagsOfStart(), 'dist/main.mjs'], {
    env: { ...process.env, PORT: String(port), DEMO: 'on', LOG_LEVEL: 'error', HOST: '127.0.0.1', ...env },
    // What it says goes with our messages: our output is JSON.
    stdio: ['ignore', process.stderr, process.stderr],
  })
  for (;;) {
    const ready = await fetch(`${base}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null) throw new Error('The product ended before it was ready')
    await new Promise((wake) => setTimeout(wake, 10))
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await ended
  }
  const memory = (line: RegExp) => Math.round(Number(line.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024)
  return {
    base,
    process: child,
    readyMs: Math.round(performance.now() - begun),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    residentMb: () => memory(/VmRSS:\s+(\d+)/),
    peakMb: () => memory(/VmHWM:\s+(\d+)/),
    processorSeconds: () => {
      // Hundredths of a second in user and in system mode, after the name in brackets and eleven other fields.
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
      return (Number(user) + Number(system)) / 100
    },
  }
}
