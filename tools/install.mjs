// Installs what is missing, and only then: compares the lock file with what npm says it has put in node_modules.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

function isComplete({ forTests }) {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const installed = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, dev }]) => path === '' || optional || (dev && !forTests) || installed[path]?.version === version,
  )
}

/** Makes node_modules what the lock file says. Ends the process with npm's own message when npm cannot. */
export function installMissing({ forTests = false } = {}) {
  if (isComplete({ forTests })) return
  // Standard output belongs to the commands that come after.
  console.error('Installing what is missing (npm ci)…')
  const npm = process.env.npm_execpath
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const done = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund'], { stdio: ['inherit', 2, 'inherit'] })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
