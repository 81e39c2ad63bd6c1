// Every page, found by following the site's own links, as a visitor then as each person of the stories:
// sound HTML, and in a real browser its weight, its accessibility, its manners.
import { expect, test } from 'vitest'
import { demoPeople } from '../src/features/accounts/demo.data.ts'
import { enterAs, listeningSite, newPage } from './testing/browser.ts'
import { type Crawl, crawl, familyOf, kindOf, mainOf } from './testing/crawl.ts'
import { type SiteClients, testSite } from './testing/platform.ts'
import { faultsOf, knownClasses } from './testing/sound-html.ts'
import { type Budget, visit } from './testing/visit.ts'

/** Pages that no link leads to: reached by a button of a form. */
const BESIDE_LINKS = ['/calculette?saisie=detaillee', '/calculette?saisie=complete']

/** Forms that cannot be used as they are typed: the page comes back with what must be corrected. */
const REFUSED = [
  '/mesures/toutes-les-obligations?territoire=Zzzz&annee=1789&secteur=lune&statut=x&repas=beaucoup',
  '/calculette?valeur_totale=beaucoup&repas=douze',
]

const BUDGET: Budget = { requests: 8, bytes: 150_000, elements: 370, scriptBytes: 30_000 }
/** A page that lists many things may hold more elements than the others. */
const CATALOGUES = [/^\/ressources/, /^\/est-ce-que-ca-compte\/toutes-les-mentions/, /^\/mesures\/toutes-les-obligations/]
/**
 * Pages of signed-in people are work lists and long forms, opened by those who chose to work there: they may hold twice the elements.
 * Their weight and their scripts are bounded as everyone's.
 */
const SIGNED_IN_BUDGET: Budget = { ...BUDGET, elements: 750 }

const STAFF = 'equipe@ma-cantine.example'
const STORIES = { DEMO: 'on', STAFF_EMAILS: STAFF }

/** The browser's own work is most of the time: a second page uses the second core. */
async function twoAtATime<T>(all: readonly T[], work: (one: T) => Promise<void>) {
  const waiting = [...all]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next)
  }
  await Promise.all([lane(), lane()])
}

const asVisitor = (get: (path: string) => Response | Promise<Response>) =>
  crawl(get, {
    first: ['/', ...BESIDE_LINKS, ...REFUSED],
    most: { family: 12, kind: 12 },
    expected: Object.fromEntries(REFUSED.map((path) => [path, 422])),
  })

/** What each person finds that visitors do not, by their e-mail. */
async function asEachPerson(site: SiteClients): Promise<Map<string, Crawl>> {
  const { pages: elsewhere } = await asVisitor(site.get)
  const found = new Map<string, Crawl>()
  /** Pages that told the first of them nothing that visitors do not read: the next ones do not compare again. */
  const skip = new Set<string>()
  for (const email of [...demoPeople.map((person) => person.email), STAFF]) {
    const person = await site.as(email)
    const crawled = await crawl(person.get, { first: ['/'], most: { family: 24, kind: 4 }, elsewhere, skip })
    found.set(email, crawled)
    for (const path of elsewhere.keys()) if (!crawled.pages.has(path)) skip.add(path)
  }
  return found
}

test('every link leads somewhere, every page is sound HTML with one h1 and known DSFR classes', async () => {
  const site = await testSite(STORIES)
  const { pages, broken } = await asVisitor(site.get)
  expect(broken).toEqual([])
  expect(pages.size).toBeGreaterThan(20)
  const known = knownClasses(site.platform.assets)
  const faults: string[] = []
  for (const [path, html] of pages) faults.push(...(await faultsOf(html, known)).map((fault) => `${path}: ${fault}`))
  expect(faults).toEqual([])
}, 60_000)

test('once signed in too, whoever one is; nobody is asked to sign in again by a link', async () => {
  const site = await testSite(STORIES)
  const known = knownClasses(site.platform.assets)
  const faults: string[] = []
  const checked = new Set<string>()
  for (const [email, { pages, broken }] of await asEachPerson(site)) {
    expect([...pages.keys()], email).toContain('/mon-compte')
    faults.push(...broken.map((link) => `${email} ${link}`))
    for (const [path, html] of pages) {
      if (/^\/connexion/.test(path)) faults.push(`${email} is sent to ${path}`)
      // Many pages are the same for everyone: their main part is checked once.
      if (checked.has(mainOf(html))) continue
      checked.add(mainOf(html))
      faults.push(...(await faultsOf(html, known)).map((fault) => `${email} ${path}: ${fault}`))
    }
  }
  expect(faults).toEqual([])
}, 120_000)

test('every kind of page keeps within its budget, sets no cookie, calls no one else, and axe finds nothing at 320 and 1 280 px', async () => {
  const { url, get } = await listeningSite({ DEMO: 'on' })
  const kinds = new Map([...BESIDE_LINKS, ...REFUSED].map((path) => [path, path]))
  for (const path of (await asVisitor(get)).pages.keys()) {
    // Each measure has a page of its own making; other families share theirs.
    const kind = /^\/mesures\//.test(path) ? kindOf(path) : familyOf(path)
    if (!kinds.has(kind)) kinds.set(kind, path)
  }
  const faults: string[] = []
  const measures: unknown[] = []
  await twoAtATime([...kinds.values()], async (path) => {
    const page = await newPage({ width: 320 })
    const elements = CATALOGUES.some((catalogue) => catalogue.test(path)) ? Number.POSITIVE_INFINITY : BUDGET.elements
    const found = await visit(page, url, path, { ...BUDGET, elements }, { refused: REFUSED.includes(path) })
    faults.push(...found.faults)
    measures.push(found.measured)
    if ((await page.context().cookies()).length > 0) faults.push(`${path}: sets a cookie`)
    await page.context().close()
  })
  if (process.env.SHOW_WEIGHTS) console.table(measures)
  expect(faults).toEqual([])
}, 900_000)

test('every kind of page of signed-in people keeps within its budget, calls no one else, and axe finds nothing at 320 and 1 280 px', async () => {
  const site = await listeningSite(STORIES)
  /** The longest page of each kind, and whose it is: lists are looked at where they are full. */
  const kinds = new Map<string, { email: string; path: string; html: string }>()
  for (const [email, { pages }] of await asEachPerson(site))
    for (const [path, html] of pages)
      if (html.length > (kinds.get(kindOf(path))?.html.length ?? 0)) kinds.set(kindOf(path), { email, path, html })
  const faults: string[] = []
  const measures: unknown[] = []
  await twoAtATime([...kinds.values()], async ({ email, path }) => {
    const page = await newPage({ width: 320 })
    await enterAs(page, site.url, await site.as(email))
    const found = await visit(page, site.url, path, SIGNED_IN_BUDGET)
    faults.push(...found.faults.map((fault) => `${email} ${fault}`))
    measures.push(found.measured)
    await page.context().close()
  })
  if (process.env.SHOW_WEIGHTS) console.table(measures)
  expect(faults).toEqual([])
}, 900_000)
