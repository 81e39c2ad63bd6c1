// Builds what is served and what runs: style sheets, browser modules, the server. Plain JavaScript: it runs before anything is built.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Parts of the design system that our pages use; the core carries the grid, the colours and the type. */
const DSFR_COMPONENTS = [
  'link',
  'button',
  'header',
  'logo',
  'footer',
  'skiplink',
  'breadcrumb',
  'form',
  'input',
  'select',
  'radio',
  'checkbox',
  'alert',
  'badge',
  'tag',
  'card',
  'tile',
  'callout',
  'stepper',
  'table',
  'search',
  'upload',
  'pagination',
  'summary',
  'highlight',
]
const DSFR = 'node_modules/@gouvfr/dsfr/dist'
const OWN_FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

const manifest = {}

function publish(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const file = name.replace(/\.(\w+)$/, `-${hash}.$1`)
  const path = join('dist/assets', file)
  writeFileSync(path, content)
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  manifest[name] = `/assets/${file}`
}

async function styleSheets() {
  const sheet = (part) => readFileSync(join(DSFR, part), 'utf8').replace(/^@charset "utf-8";|\/\*# sourceMappingURL=.*?\*\//g, '')
  const parts = ['core/core.main.min.css', ...DSFR_COMPONENTS.map((name) => `component/${name}/${name}.main.min.css`)]
  const system = inlineIcons(parts.map(sheet).join('\n'))
  const own = findFiles('src', '.css')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  // The Marianne typeface belongs to the State: without its brand the faces and the name go.
  const neutral = system.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/(["']?)\bMarianne\b\1\s*,[^;}"]*/g, OWN_FONTS)
  const state = system.replace(/url\((["']?)[^)"']*fonts\/([^)"']+)\1\)/g, 'url(/assets/fonts/$2)')
  for (const [brand, css] of [
    ['neutre', neutral],
    ['etat', state],
  ]) {
    const minified = await build({ stdin: { contents: `${css}\n${own}`, loader: 'css' }, minify: true, write: false })
    publish(`${brand}.css`, minified.outputFiles[0].text)
  }
  const fonts = join(DSFR, 'fonts')
  for (const file of readdirSync(fonts).filter((name) => /^Marianne-(Regular|Bold|Medium)\.woff2$/.test(name)))
    writeFileSync(join('dist/assets/fonts', file), readFileSync(join(fonts, file)))
}

/** The design system draws its icons from files beside it: each becomes one variable of the sheet, so that no page fetches them. */
function inlineIcons(css) {
  const variables = new Map()
  const drawn = css.replace(/url\((["']?)(?:\.\.\/)+(icons\/[^)"']+\.svg)\1\)/g, (_, _quote, path) => {
    const name = `--${path.slice(0, -4).replace(/\W+/g, '-')}`
    const svg = readFileSync(join(DSFR, path), 'utf8').replace(/<\?xml.*?\?>|<!--.*?-->/gs, '')
    variables.set(name, `url("data:image/svg+xml,${encodeURIComponent(svg.trim())}")`)
    return `var(${name})`
  })
  return `:root{${[...variables].map(([name, value]) => `${name}:${value}`).join(';')}}\n${drawn}`
}

/** One file for each module that a page asks for; those that only serve other modules are bundled into them. */
async function browserModules() {
  const modules = findFiles('src', '.client.ts')
  const imported = new Set(
    modules.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']+\.client\.ts)'/g)].map(([, target]) => join(dirname(path), target)),
    ),
  )
  for (const entry of modules.filter((path) => !imported.has(path))) {
    const bundled = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      write: false,
    })
    publish(`${basename(entry, '.client.ts')}.js`, bundled.outputFiles[0].text)
  }
}

function findFiles(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith(ending))
    .sort()
}

/** The official list of communes with their intercommunalities, without what we do not use: 13 MB become 2. */
function communes() {
  const official = (name) => JSON.parse(readFileSync(`node_modules/@etalab/decoupage-administratif/data/${name}.json`, 'utf8'))
  const epcis = official('epci')
  const epciOf = new Map(epcis.flatMap(({ membres }, index) => membres.map(({ code }) => [code, index])))
  // A former commune may share its code with the one that replaced it: the current one, written last, is kept.
  const order = ['commune-associee', 'commune-deleguee', 'arrondissement-municipal', 'commune-actuelle']
  const rows = new Map()
  for (const c of official('communes').sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))) {
    // The list gives its intercommunality to a whole commune only: districts and former communes have that of the commune they belong to.
    const partOf = c.type === 'commune-actuelle' ? null : (c.commune ?? c.chefLieu)
    rows.set(c.code, [
      c.code,
      c.nom,
      c.departement,
      c.region,
      (c.codesPostaux ?? []).join(' '),
      c.population ?? null,
      partOf,
      epciOf.get(partOf ?? c.code) ?? null,
    ])
  }
  const built = { epcis: epcis.map(({ code, nom }) => [code, nom]), communes: [...rows.values()] }
  writeFileSync('dist/communes.json', JSON.stringify(built))
}

/** A site that is running while we build still serves the assets of its own build: only those of another day go. */
function forgetOldAssets() {
  const yesterday = Date.now() - 86_400_000
  for (const path of readdirSync('dist/assets').map((name) => join('dist/assets', name)))
    if (statSync(path).isFile() && statSync(path).mtimeMs < yesterday) rmSync(path)
}

/** Everything into dist/. Throws on a module that does not build. */
export async function buildAll() {
  mkdirSync('dist/assets/fonts', { recursive: true })
  forgetOldAssets()
  await styleSheets()
  await browserModules()
  communes()
  writeFileSync('dist/assets.json', JSON.stringify(manifest, null, 2))
  const programs = [
    'src/main.ts',
    ...findFiles('src', '.worker.ts'),
    ...readdirSync('tools/commands')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `tools/commands/${name}`),
  ]
  await build({
    entryPoints: programs.map((path) => ({ in: path, out: basename(path, '.ts') })),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
  })
}
