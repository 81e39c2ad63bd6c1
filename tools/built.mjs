// Builds only when a source is younger than what was built.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

function isBuilt() {
  const made = 'dist/main.mjs'
  if (!existsSync(made)) return false
  const time = statSync(made).mtimeMs
  const sources = ['src', 'tools'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  )
  return [...sources, 'package-lock.json'].every((path) => statSync(path).mtimeMs < time)
}

export async function buildWhenChanged() {
  if (isBuilt()) return
  const { buildAll } = await import('./build.mjs')
  await buildAll()
}
