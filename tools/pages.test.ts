// Every public page, found by following the site's own links: sound HTML, and in a real browser its weight, its accessibility, its manners.
import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { accessibilityFindings, listeningSite, newPage } from './testing/browser.ts'
import { testSite } from './testing/platform.ts'

/** A page that lists many things may hold more elements than the others. */
const CATALOGUES = [/^\/ressources/, /^\/est-ce-que-ca-compte\/toutes-les-mentions/, /^\/mesures\/toutes-les-obligations/]

/** Pages that no link leads to: reached by a button of a form. */
const BESIDE_LINKS = ['/calculette?saisie=detaillee', '/calculette?saisie=complete']

/** Forms that cannot be used as they are typed: the page comes back with what must be corrected. */
const REFUSED = [
  '/mesures/toutes-les-obligations?territoire=Zzzz&annee=1789&secteur=lune&statut=x&repas=beaucoup',
  '/calculette?valeur_totale=beaucoup&repas=douze',
]

const BUDGET = { requests: 8, bytes: 150_000, elements: 370, scriptBytes: 30_000 }

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Style of writing, not soundness; hono/jsx decides it.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    // VoiceOver drops the list role of a list without bullets: DSFR and we say it again.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-implicit-input-type': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

const withoutFragment = (href: string) => href.replace(/#.*$/, '')

/** One address stands for its likes: `/mesures/a` and `/mesures/b` both, but not a hundred pages of one kind, nor each setting of a form. */
function kind(path: string): string {
  const [pathname = '', query] = path.split('?')
  return pathname.split('/').slice(0, 3).length > 2
    ? `/${pathname.split('/')[1]}/…${query ? '?' : ''}`
    : `${pathname}${query ? '?' : ''}`
}

async function crawl(get: (path: string) => Response | Promise<Response>) {
  const pages = new Map<string, string>()
  const broken: string[] = []
  const first = ['/', ...BESIDE_LINKS, ...REFUSED]
  const waiting = first.map((path) => ({ path, from: 'le début' }))
  const seen = new Set(first)
  const perKind = new Map<string, number>()
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    const answer = await get(path)
    if (answer.status >= 300 && answer.status < 400) continue
    if (answer.status !== (REFUSED.includes(path) ? 422 : 200)) broken.push(`${path} (lien de ${from}) : ${answer.status}`)
    if (!answer.headers.get('content-type')?.includes('text/html')) continue
    const html = await answer.text()
    pages.set(path, html)
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const target = withoutFragment(href.replaceAll('&amp;', '&'))
      if (!target.startsWith('/') || seen.has(target)) continue
      seen.add(target)
      const count = perKind.get(kind(target)) ?? 0
      perKind.set(kind(target), count + 1)
      if (count < 12) waiting.push({ path: target, from: path })
    }
  }
  return { pages, broken }
}

test('every link leads somewhere, every page is sound HTML with one h1 and known DSFR classes', async () => {
  const site = await testSite({ DEMO: 'on' })
  const { pages, broken } = await crawl(site.get)
  expect(broken).toEqual([])
  expect(pages.size).toBeGreaterThan(20)
  const sheet = readFileSync(`dist${site.platform.assets.url('neutre.css')}`, 'utf8')
  const known = new Set([...sheet.matchAll(/\.(fr-[\w-]+)/g)].map(([, name]) => name))
  const faults: string[] = []
  for (const [path, html] of pages) {
    const report = await validator.validateString(html)
    for (const { messages } of report.results)
      faults.push(...messages.map((m) => `${path}: ${m.ruleId} ${m.message} (${m.line}:${m.column})`))
    if (html.match(/<h1[ >]/g)?.length !== 1) faults.push(`${path}: not exactly one h1`)
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    levels.forEach((level, index) => {
      if (index > 0 && level > levels[index - 1]! + 1) faults.push(`${path}: h${level} follows h${levels[index - 1]}`)
    })
    for (const [, names = ''] of html.matchAll(/class="([^"]+)"/g))
      for (const name of names.split(' '))
        if (name.startsWith('fr-') && !known.has(name)) faults.push(`${path}: unknown class ${name}`)
  }
  expect([...new Set(faults)]).toEqual([])
}, 60_000)

test('every kind of page keeps within its budget, sets no cookie, calls no one else, and axe finds nothing at 320 and 1 280 px', async () => {
  const { url } = await listeningSite({ DEMO: 'on' })
  const { pages } = await crawl((path) => fetch(url + path, { redirect: 'manual' }))
  const kinds = new Map([...BESIDE_LINKS, ...REFUSED].map((path) => [path, path]))
  for (const path of pages.keys())
    if (!kinds.has(kind(path)) || /^\/mesures\//.test(path)) kinds.set(kind(path) === '/mesures/…' ? path : kind(path), path)
  const faults: string[] = []
  const measured: Record<string, unknown>[] = []
  for (const path of kinds.values()) {
    const page = await newPage({ width: 320 })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const weight = new Map<string, { url: string; bytes: number }>()
    session.on('Network.requestWillBeSent', ({ requestId, request }) => weight.set(requestId, { url: request.url, bytes: 0 }))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = weight.get(requestId)
      if (one) one.bytes = encodedDataLength
    })
    page.on(
      'console',
      (message) => message.type() === 'error' && !REFUSED.includes(path) && faults.push(`${path}: console: ${message.text()}`),
    )
    page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
    await page.goto(url + path, { waitUntil: 'load' })
    // What a script asks for once the page is there counts too.
    await page.waitForTimeout(300)
    const requests = [...weight.values()].filter((one) => one.url.startsWith('http'))
    const bytes = requests.reduce((sum, one) => sum + one.bytes, 0)
    const scriptBytes = requests.filter((one) => one.url.endsWith('.js')).reduce((sum, one) => sum + one.bytes, 0)
    const elements = await page.evaluate(() => document.getElementsByTagName('*').length)
    measured.push({ path, requests: requests.length, bytes, scriptBytes, elements })
    if (requests.length > BUDGET.requests) faults.push(`${path}: ${requests.length} requests`)
    if (bytes > BUDGET.bytes) faults.push(`${path}: ${bytes} bytes`)
    if (scriptBytes > BUDGET.scriptBytes) faults.push(`${path}: ${scriptBytes} bytes of script`)
    if (elements > BUDGET.elements && !CATALOGUES.some((catalogue) => catalogue.test(path)))
      faults.push(`${path}: ${elements} elements`)
    for (const one of requests) if (!one.url.startsWith(url)) faults.push(`${path}: calls ${one.url}`)
    if ((await page.context().cookies()).length > 0) faults.push(`${path}: sets a cookie`)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (sideways > 0) faults.push(`${path} at ${width} px: ${sideways} px sideways`)
      faults.push(...(await accessibilityFindings(page)).map((finding) => `${path} at ${width} px: ${finding}`))
    }
    await page.context().close()
  }
  if (process.env.SHOW_WEIGHTS) console.table(measured)
  expect(faults).toEqual([])
}, 900_000)
