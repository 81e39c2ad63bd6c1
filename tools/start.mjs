// `npm start`: installs what is missing, builds what changed, runs the site in this very process.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installMissing } from './install.mjs'
import { endWithParent } from './parent.mjs'

endWithParent()
installMissing()
if (!isBuilt()) {
  const { buildAll } = await import('./build.mjs')
  await buildAll()
}
process.setSourceMapsEnabled(true)
await import('../dist/main.mjs')

function isBuilt() {
  const made = 'dist/main.mjs'
  if (!existsSync(made)) return false
  const time = statSync(made).mtimeMs
  const sources = ['src', 'tools'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  )
  return [...sources, 'package-lock.json'].every((path) => statSync(path).mtimeMs < time)
}
