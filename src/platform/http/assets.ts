// The built style sheets and scripts: their public addresses carry a hash of their content, so they never go stale.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Assets = {
  /** Public address of a built file, such as `app.css` or `calculator.js`. Throws when the build did not make it. */
  url(name: string): string
  /** Every public address, for a cache that must hold them all. */
  all(): string[]
}

export function readAssets(rootDir: string): Assets {
  const manifest: Record<string, string> = JSON.parse(readFileSync(join(rootDir, 'dist', 'assets.json'), 'utf8'))
  return {
    url(name) {
      const url = manifest[name]
      if (url === undefined) throw new Error(`No built asset named ${name}: it must be a style sheet or a *.client.ts entry`)
      return url
    },
    all: () => Object.values(manifest),
  }
}
