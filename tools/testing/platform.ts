// A platform for tests: a real database of its own with the real migrations, a clock that stands still, known random bytes.
import { createHash, randomUUID } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { findPerson, type Person } from '../../src/features/accounts/accounts.ts'
import type { AnyImportKind } from '../../src/features/imports/imports.ts'
import { readConfig } from '../../src/platform/config.ts'
import { connect, type Database } from '../../src/platform/database/database.ts'
import { readAssets } from '../../src/platform/http/assets.ts'
import type { Platform } from '../../src/platform/http/context.ts'
import { runWaitingJobs } from '../../src/platform/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { createMailer, keptMails } from '../../src/platform/mail.ts'
import { createSite, jobsOf, loadDemo } from '../../src/site.ts'
import { inDatabase } from './global-setup.ts'

/** Monday 23 November 2026, 10:00 in Paris. */
export const TODAY = new Date('2026-11-23T09:00:00Z')

/** The company register of tests that do not bring their own: no one listens there. */
const NOBODY_THERE = 'http://127.0.0.1:9'

/** Signs what the site hands out in tests. */
export const SECRET = 'a secret that only tests know, long enough'

/** An empty, migrated database; dropped when the tests end. */
export async function testDatabase(): Promise<Database> {
  const { connection, template } = inject('testServer')
  const name = `${template}_${randomUUID().slice(0, 8)}`
  const server = connect(connection)
  await server.run(`create database ${name} template ${template}`)
  await server.close()
  return connect(inDatabase(connection, name))
}

/** The platform that features are mounted on, ready for `createSite`. Settings can be given as environment variables. */
export async function testPlatform(
  env: Record<string, string> = {},
  now: Date = TODAY,
): Promise<Platform & { setNow(date: Date): void }> {
  let clock = now
  let drawn = 0
  const config = readConfig({ LOG_LEVEL: 'silent', DEMO: 'off', REGISTER_URL: NOBODY_THERE, ...env })
  const database = await testDatabase()
  const platform = {
    config,
    database,
    mail: createMailer({ config, database, now: () => clock }),
    secret: SECRET,
    log: createLog('silent'),
    assets: readAssets(process.cwd()),
    now: () => clock,
    setNow: (date: Date) => {
      clock = date
    },
    randomBytes: (count: number) => createHash('sha512').update(`${++drawn}`).digest().subarray(0, count),
  }
  if (platform.config.demo) await loadDemo(platform)
  return platform
}

/** The whole site over a test platform, answering requests without a network. Called in a test, it closes its database at its end. */
export async function testSite(env?: Record<string, string>, now?: Date, kinds?: readonly AnyImportKind[]) {
  const platform = await testPlatform(env, now)
  onTestFinished(() => platform.database.close())
  return clientsOf(platform, kinds)
}

export type SiteClients = ReturnType<typeof clientsOf>

/** Who visits the site over this platform, signed in or not, without a network. */
export function clientsOf(platform: Awaited<ReturnType<typeof testPlatform>>, kinds?: readonly AnyImportKind[]) {
  const app = createSite(platform, kinds)
  const people = new Map<string, Promise<SignedInClient>>()
  return {
    platform,
    /** Every address of the site, as it is mounted. */
    routes: app.routes,
    /** Runs the background jobs that wait. */
    runJobs: () => runWaitingJobs(platform.database, jobsOf(platform, kinds), platform.log),
    /** What was sent to this mailbox, latest first. */
    mailsTo: async (email: string) => (await keptMails(platform.database, 500)).filter(({ recipient }) => recipient === email),
    /** A client signed in as this person, who signs up when need be; always the same session for one address. */
    as: (email: string, names = { prenom: 'Camille', nom: 'Durand' }): Promise<SignedInClient> => {
      const client = people.get(email) ?? signInAs(app, platform, email, names)
      people.set(email, client)
      return client
    },
    get: (path: string) => app.request(path),
    /** Any method, any headers. */
    request: (path: string, init: RequestInit) => app.request(path, init),
    /** Posts a form as a browser does. */
    post: (path: string, fields: Record<string, string | string[]>) =>
      app.request(path, { method: 'POST', body: formBody(fields) }),
    postJson: (path: string, body: unknown) =>
      app.request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }
}

export type SignedInClient = {
  person: Person
  cookie: string
  get(path: string): Promise<Response>
  request(path: string, init: RequestInit): Promise<Response>
  /** Posts a form as a browser does on our own pages. */
  post(path: string, fields?: Record<string, string | string[]>): Promise<Response>
}

/** The cookies that an answer leaves in the browser that already had some, as it sends them back. */
export function cookiesAfter(answer: Response, before = ''): string {
  const jar = new Map(before.split('; ').flatMap((one) => (one ? [one.split(/=(.*)/s).slice(0, 2) as [string, string]] : [])))
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

const formBody = (fields: Record<string, string | string[]>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** Through the real pages: asks for a link, reads the mail, presses the button. */
async function signInAs(
  app: ReturnType<typeof createSite>,
  platform: Platform,
  email: string,
  names: { prenom: string; nom: string },
) {
  const known = await findPerson(platform.database, { email })
  const send = (path: string, fields: Record<string, string>) => app.request(path, { method: 'POST', body: formBody(fields) })
  await (known ? send('/connexion', { courriel: email }) : send('/creer-un-compte', { ...names, courriel: email, accord: 'oui' }))
  const [mail] = (await keptMails(platform.database, 500)).filter(({ recipient }) => recipient === email)
  const jeton = /jeton=([\w-]+)/.exec(mail?.body ?? '')?.[1]
  if (!jeton) throw new Error(`no link was sent to ${email}`)
  const cookie = cookiesAfter(await send('/connexion/lien', { jeton }))
  const person = await findPerson(platform.database, { email })
  if (!person || cookie === '') throw new Error(`${email} could not sign in`)
  return signedInClient(app, person, cookie)
}

export function signedInClient(
  app: { request(path: string, init?: RequestInit): Response | Promise<Response> },
  person: Person,
  cookie: string,
): SignedInClient {
  const request = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    headers.set('Cookie', cookie)
    if (!headers.has('Sec-Fetch-Site')) headers.set('Sec-Fetch-Site', 'same-origin')
    return app.request(path, { ...init, headers })
  }
  return {
    person,
    cookie,
    request,
    get: (path) => request(path, {}),
    post: (path, fields = {}) => request(path, { method: 'POST', body: formBody(fields) }),
  }
}
