// The browser of the tests: Chromium from the npm registry, with the libraries and fonts it needs, unpacked once beside node_modules.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Unpacks the browser when needed; gives its path and the environment to start it with.
 * @returns {Promise<{ path: string, env: Record<string, string> }>}
 */
export async function executable() {
  const home = resolve('node_modules/.cache/chromium')
  if (!existsSync(join(home, 'chromium'))) {
    const partial = `${home}.${process.pid}`
    mkdirSync(partial, { recursive: true })
    await unpack(partial)
    // The package's own list of font folders names those of another system.
    writeFileSync(
      join(partial, 'fonts', 'fonts.conf'),
      `<fontconfig><dir prefix="relative">fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`,
    )
    rmSync(home, { recursive: true, force: true })
    renameSync(partial, home)
  }
  const env = { ...process.env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts'), HOME: home }
  return { path: join(home, 'chromium'), env }
}

/** The package unpacks where the temporary folder is, and its libraries only where it believes it runs on the bare system it was made for. */
async function unpack(folder) {
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}
