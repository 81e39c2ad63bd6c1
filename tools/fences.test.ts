// Who may import whom, and where a figure of the law may stand. This table is the architecture; breaking it breaks the build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

/** Features in reading order: one may read those on its left, by their door only. */
const FEATURES = [
  'territory',
  'resources',
  'guide',
  'claims',
  'calculator',
  'selftest',
  'evaluation',
  'accounts',
  'imports',
  'register',
  'canteens',
  'team',
  'groups',
  'canteen-files',
  'recognition',
  'purchases',
  'recurring',
  'purchase-files',
  'invoices',
  'statements',
]

/** What a feature may take from outside besides the platform: the web framework, and libraries made for one feature's trade. */
const PACKAGES: Record<string, string[]> = {
  '*': [
    'hono',
    'hono/jsx',
    'hono/html',
    'hono/cookie',
    'hono/cors',
    'hono/body-limit',
    'hono/http-exception',
    'zod',
    'node:crypto',
    'node:fs',
  ],
  resources: ['minisearch', 'node:dns/promises', 'node:net', 'node:http', 'node:https'],
  guide: ['ical-generator'],
  invoices: ['node:zlib'],
  accounts: [
    'better-auth',
    'better-auth/api',
    'better-auth/cookies',
    'better-auth/crypto',
    'better-auth/plugins',
    'openid-client',
    'uqr',
  ],
}

type Source = { path: string; imports: string[]; texts: string[]; numbers: number[]; calls: string[] }

const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const isClient = (path: string) => path.endsWith('.client.ts')
const isData = (path: string) => /\.data\.ts$/.test(path)
const zone = (path: string) => path.split('/')[1] ?? ''
const feature = (path: string) => path.split('/')[2] ?? ''
const isDoor = (path: string) => path === `src/features/${feature(path)}/${feature(path)}.ts`

function read(path: string): Source {
  const { program, module } = parseSync(path, readFileSync(path, 'utf8'))
  const source: Source = { path, imports: [], texts: [], numbers: [], calls: [] }
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ]
  source.imports = requests.map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
  walk(program, source)
  return source
}

function walk(node: unknown, source: Source) {
  if (Array.isArray(node)) for (const one of node) walk(one, source)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  const n = node as Record<string, unknown> & {
    type?: string
    value?: unknown
    callee?: { type?: string; name?: string; object?: { name?: string }; property?: { name?: string } }
  }
  if (n.type === 'ImportDeclaration') return
  if (n.type === 'Literal' && typeof n.value === 'string') source.texts.push(n.value)
  // A threshold is a number that is compared or given a name; 200 is also what HTTP says when all is well.
  for (const part of n.type === 'BinaryExpression' ? [n.left, n.right] : n.type === 'VariableDeclarator' ? [n.init] : []) {
    const { type, value } = (part ?? {}) as { type?: string; value?: unknown }
    if (type === 'Literal' && typeof value === 'number') source.numbers.push(value)
  }
  if (n.type === 'JSXText' && typeof n.value === 'string') source.texts.push(n.value)
  if (n.type === 'TemplateElement') source.texts.push((n.value as { cooked?: string }).cooked ?? '')
  if (n.type === 'CallExpression' && n.callee?.object?.name)
    source.calls.push(`${n.callee.object.name}.${n.callee.property?.name}`)
  if (n.type === 'NewExpression' && n.callee?.name === 'Date' && (n.arguments as unknown[]).length === 0)
    source.calls.push('new Date()')
  for (const child of Object.values(n)) if (typeof child === 'object') walk(child, source)
}

const sources = readdirSync('src', { recursive: true })
  .map((name) => join('src', String(name)))
  .filter((path) => /\.tsx?$/.test(path))
  .map(read)
const product = sources.filter(({ path }) => !isTest(path))

/** Why this import is not allowed and what to do, or null. */
function refuse(path: string, target: string): string | null {
  const local = target.startsWith('src/') || target.startsWith('tools/') || target.startsWith('dist/')
  if (zone(path) === 'law')
    return local && zone(target) === 'law' ? null : 'the law imports nothing but the law: pass the value in'
  if (isClient(path)) {
    if (local && (zone(target) === 'law' || isClient(target))) return null
    return 'browser code imports the law and other .client.ts only: let the server write it in the page'
  }
  if (zone(path) === 'platform')
    return !local || zone(target) === 'platform' ? null : 'the platform knows nothing of the trade: pass it in from src/site.ts'
  if (zone(path) !== 'features') return null
  if (!local) {
    const allowed = [...PACKAGES['*']!, ...(PACKAGES[feature(path)] ?? [])]
    return allowed.includes(target)
      ? null
      : `${target} is not among the packages of this feature: use the platform, or add it to the table with a decision record`
  }
  if (['law', 'platform'].includes(zone(target))) return null
  if (zone(target) !== 'features') return 'a feature does not import the site or the tools'
  if (feature(path) === feature(target)) return null
  if (FEATURES.indexOf(feature(target)) > FEATURES.indexOf(feature(path)))
    return 'a feature reads only those on its left: move the shared part to the law, or turn the arrow'
  return isDoor(target) ? null : `another feature is entered by its door, ${feature(target)}/${feature(target)}.ts`
}

test('everyone imports only what the table allows', () => {
  const broken = product.flatMap(({ path, imports }) =>
    imports
      .map((target) => [path, target, refuse(path, target)])
      .filter(([, , why]) => why !== null)
      .map(([from, to, why]) => `${from} → ${to}: ${why}`),
  )
  expect(broken).toEqual([])
})

test('the table names every feature, and every feature has its place in it', () => {
  expect(
    readdirSync('src/features', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...FEATURES].sort())
})

test('nothing turns in circles', () => {
  const graph = new Map(product.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' → ')]
    if (done.has(path)) return []
    const found = (graph.get(path) ?? []).flatMap((target) => visit(target, [...trail, path]))
    done.add(path)
    return found
  }
  expect([...graph.keys()].flatMap((path) => visit(path, []))).toEqual([])
})

const LEGAL_PERCENT = /(?<![\d,.])(2|5|10|15|20|30|35|50|60|100)\s*(%|pour cent)/
const LEGAL_MEALS = /(?<!\d)(200|3[\s\u00a0\u202f]?000)[\s\u00a0]+(repas|couverts)/

test('a figure of the law is written in src/law only', () => {
  const found = product
    .filter(({ path }) => zone(path) !== 'law' && !isData(path))
    .flatMap(({ path, texts, numbers }) => [
      ...texts
        .filter((text) => LEGAL_PERCENT.test(text) || LEGAL_MEALS.test(text))
        .map((text) => `${path}: « ${text.trim().slice(0, 80)} »`),
      ...numbers.filter((n) => zone(path) === 'features' && [200, 3000].includes(n)).map((n) => `${path}: ${n}`),
    ])
  expect(found, 'take it from the tables of src/law').toEqual([])
})

test('the law and the features know neither the time nor chance: both are passed in', () => {
  const found = product
    .filter(({ path }) => ['law', 'features'].includes(zone(path)) && !isClient(path))
    .flatMap(({ path, calls }) =>
      calls
        .filter((call) => ['Date.now', 'new Date()', 'Math.random', 'crypto.randomUUID'].includes(call))
        .map((call) => `${path}: ${call}`),
    )
  expect(found).toEqual([])
})

test('no folder or file has a name that says nothing, and no file only hands on others', () => {
  const vague = /^(utils?|helpers?|common|services?|managers?|misc|index)$/
  expect(
    sources
      .filter(({ path }) => path.split('/').some((part) => vague.test(basename(part).replace(/\..*$/, ''))))
      .map(({ path }) => path),
  ).toEqual([])
})

test('every relative import leads to a file', () => {
  expect(
    product.flatMap(({ path, imports }) =>
      imports.filter((target) => target.startsWith('src/') && !existsSync(target)).map((target) => `${path} → ${target}`),
    ),
  ).toEqual([])
})
