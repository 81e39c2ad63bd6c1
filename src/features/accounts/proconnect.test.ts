// ProConnect, played by a real OpenID provider on this machine.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'
import { Secret, TOTP } from 'otpauth'
import { expect, onTestFinished, test } from 'vitest'
import { cookiesAfter, testSite } from '../../../tools/testing/platform.ts'
import { LANDING, WELCOME } from './landing.ts'

type Settings = {
  signature?: 'RS256' | 'ES256' | 'HS256'
  unsignedUserinfo?: boolean
  acr?: string
  emailVerified?: boolean
  email?: string
  codeSeconds?: number
  sub?: string
}

const jwk = (type: 'RS256' | 'ES256') => {
  const { privateKey } =
    type === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), alg: type, use: 'sig' }
}
const KEYS = [jwk('RS256'), jwk('ES256')]
const EMAIL = 'agent@ville.exemple.fr'

/** A provider that vouches for one person without asking anything. */
async function startProvider(settings: Settings = {}) {
  const { signature = 'RS256', acr = 'eidas1', emailVerified = true, email = EMAIL, sub = 'agent-1' } = settings
  let answer: (...args: Parameters<ReturnType<Provider['callback']>>) => void = () => {}
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const configuration: Configuration = {
    clients: [
      {
        client_id: 'ma-cantine',
        client_secret: 'a secret of sixty-four characters, long enough to sign HS256 too',
        redirect_uris: ['http://localhost/connexion/proconnect/retour'],
        post_logout_redirect_uris: ['http://localhost/deconnexion'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: signature,
        ...(settings.unsignedUserinfo ? {} : { userinfo_signed_response_alg: signature }),
      },
    ],
    jwks: { keys: KEYS },
    cookies: { keys: ['only for tests'] },
    scopes: ['openid', 'given_name', 'usual_name', 'email'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      acr: null,
    },
    acrValues: ['eidas0', 'eidas1', 'eidas2'],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256', 'HS256'],
      userinfoSigningAlgValues: ['RS256', 'ES256', 'HS256'],
    },
    ttl: { AuthorizationCode: settings.codeSeconds ?? 30, AccessToken: 60, Interaction: 60, Session: 60, Grant: 60, IdToken: 60 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email, email_verified: emailVerified, given_name: 'Dominique', usual_name: 'Lefèvre' }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! })
      grant.addOIDCScope('openid given_name usual_name email')
      await grant.save()
      return grant
    },
  }
  const provider = new Provider(issuer, configuration)
  const callback = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: sub, acr, remember: false } })
  }
  const stop = () =>
    new Promise<void>((done) => {
      server.closeAllConnections()
      server.close(() => done())
    })
  onTestFinished(stop)
  return { issuer, stop }
}

type Site = Awaited<ReturnType<typeof testSite>>

const settingsFor = (issuer: string) => ({
  PROCONNECT_ISSUER: issuer,
  PROCONNECT_CLIENT_ID: 'ma-cantine',
  PROCONNECT_CLIENT_SECRET: 'a secret of sixty-four characters, long enough to sign HS256 too',
})

/** Presses the button, goes through the provider as a browser does, and gives the address it sends back to with our cookies. */
async function travel(site: Site, change: (address: URL) => void = () => {}) {
  const started = await site.post('/connexion/proconnect', { suite: LANDING })
  expect(started.status).toBe(303)
  const cookie = cookiesAfter(started)
  const address = new URL(started.headers.get('location') ?? '')
  const asked = new URLSearchParams(address.search)
  change(address)
  let jar = ''
  let next = address
  for (let hop = 0; hop < 8 && next.hostname === '127.0.0.1'; hop++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { Cookie: jar } })
    jar = cookiesAfter(answer, jar)
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider stopped: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    next = new URL(location, next)
  }
  return { cookie, asked, back: next }
}

const comeBack = (site: Site, { cookie, back }: { cookie: string; back: URL }) =>
  site.request(back.pathname + back.search, { headers: { Cookie: cookie } })

for (const signature of ['RS256', 'ES256'] as const)
  test(`an agent enters with ProConnect (${signature}), comes back to the same account, and leaves both`, async () => {
    const { issuer } = await startProvider({ signature })
    const site = await testSite(settingsFor(issuer))
    expect(await (await site.get('/connexion')).text()).toContain('S’identifier avec ProConnect')
    const journey = await travel(site)
    expect(journey.asked.get('state')?.length).toBeGreaterThanOrEqual(32)
    expect(journey.asked.get('nonce')?.length).toBeGreaterThanOrEqual(32)
    expect(journey.asked.get('code_challenge_method')).toBe('S256')
    const entered = await comeBack(site, journey)
    expect(entered.headers.get('location'), 'the first time, one is welcomed').toBe(WELCOME)
    const cookie = cookiesAfter(entered)
    const page = await (await site.request('/mon-compte', { headers: { Cookie: cookie } })).text()
    expect(page).toContain('Dominique Lefèvre')
    expect(page).toContain(EMAIL)
    const left = await site.request('/deconnexion', {
      method: 'POST',
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    })
    const goodbye = new URL(left.headers.get('location') ?? '')
    expect(goodbye.origin).toBe(issuer)
    expect(goodbye.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect(goodbye.searchParams.get('state')?.length).toBeGreaterThanOrEqual(32)
    expect(goodbye.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost/deconnexion')
    expect((await comeBack(site, await travel(site))).headers.get('location')).toBe(LANDING)
    expect(await site.platform.database.rows('select id from person')).toHaveLength(1)
  }, 30_000)

test('an account with the verified address is found again, not doubled', async () => {
  const { issuer } = await startProvider()
  const site = await testSite(settingsFor(issuer))
  const { person } = await site.as(EMAIL)
  const entered = await comeBack(site, await travel(site))
  const page = await (await site.request('/mon-compte', { headers: { Cookie: cookiesAfter(entered) } })).text()
  expect(page, 'names stay those of the account').toContain(person.firstName)
  expect(await site.platform.database.rows('select id from person')).toHaveLength(1)
  await site.runJobs()
  expect((await site.mailsTo(EMAIL))[0]?.subject, 'a new way in is told').toContain('ProConnect relié')
}, 30_000)

test('whoever changes employer detaches the identity, which opens that account no more', async () => {
  const { issuer } = await startProvider()
  const site = await testSite(settingsFor(issuer))
  const entered = await comeBack(site, await travel(site))
  const ask = (path: string, method = 'GET') =>
    site.request(path, { method, headers: { Cookie: cookiesAfter(entered), 'Sec-Fetch-Site': 'same-origin' } })
  expect(await (await ask('/mon-compte')).text()).toContain('Identité ProConnect')
  const file = (await (await ask('/mon-compte/donnees.json')).json()) as { waysToSignIn: unknown[] }
  expect(file.waysToSignIn).toMatchObject([{ provider: 'proconnect', identifier: expect.stringMatching(/./) }])
  expect((await ask('/mon-compte/proconnect')).status).toBe(200)
  expect((await ask('/mon-compte/proconnect', 'POST')).status).toBe(303)
  expect(await (await ask('/mon-compte')).text()).not.toContain('Identité ProConnect')
  await site.platform.database.run(`update person set email = 'ailleurs@exemple.fr'`)
  const other = await comeBack(site, await travel(site))
  expect(await (await site.request('/mon-compte', { headers: { Cookie: cookiesAfter(other) } })).text()).not.toContain(
    'ailleurs@',
  )
  expect(await site.platform.database.rows('select id from person')).toHaveLength(2)
}, 30_000)

test('ProConnect does not stand for the second factor', async () => {
  const { issuer } = await startProvider()
  const site = await testSite(settingsFor(issuer))
  const camille = await site.as(EMAIL)
  await camille.post('/mon-compte/second-facteur')
  const html = await (await camille.get('/mon-compte/second-facteur/activer')).text()
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? ''
  await camille.post('/mon-compte/second-facteur/activer', { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() })
  for (const time of ['the first', 'the second']) {
    const entered = await comeBack(site, await travel(site))
    expect(entered.headers.get('location'), time).toMatch(/^\/connexion\/code/)
    expect(cookiesAfter(entered), time).not.toContain('session_token')
  }
}, 30_000)

test('an address that the provider has not verified opens nothing before its mailbox answers', async () => {
  const { issuer } = await startProvider({ emailVerified: false })
  const site = await testSite(settingsFor(issuer))
  await site.as(EMAIL)
  const stopped = await comeBack(site, await travel(site))
  expect(stopped.status).toBe(200)
  const cookie = cookiesAfter(stopped)
  expect(cookie).not.toContain('session_token')
  expect(await site.platform.database.rows(`select * from person_credential where provider_id = 'proconnect'`)).toEqual([])
  const [mail] = await site.mailsTo(EMAIL)
  const link = new URL(/http\S+/.exec(mail?.body ?? '')?.[0] ?? '')
  const proved = await site.post('/connexion/lien', Object.fromEntries(link.searchParams))
  expect(proved.headers.get('location')).toBe('/connexion/proconnect/relier')
  // The mailbox alone, without the browser that came from ProConnect, ties nothing.
  await site.request('/connexion/proconnect/relier', { headers: { Cookie: cookiesAfter(proved) } })
  expect(await site.platform.database.rows(`select * from person_credential where provider_id = 'proconnect'`)).toEqual([])
  await site.request('/connexion/proconnect/relier', { headers: { Cookie: cookiesAfter(proved, cookie) } })
  expect((await comeBack(site, await travel(site))).headers.get('location')).toBe(LANDING)
}, 30_000)

/** What, how, and why our side says no. */
type Trick = ((address: URL) => void) | undefined
const refused: [what: string, expected: string, settings: Settings, change?: Trick, changeBack?: Trick][] = [
  [
    'a nonce that is not ours',
    'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
    {},
    (asked) => asked.searchParams.set('nonce', 'n'.repeat(40)),
  ],
  ['a state that is not ours', 'OAUTH_INVALID_RESPONSE', {}, undefined, (back) => back.searchParams.set('state', 's'.repeat(40))],
  ['unsigned user information', 'ClientError', { unsignedUserinfo: true }],
  ['a signature by shared secret', 'OAUTH_INVALID_RESPONSE', { signature: 'HS256' }],
  ['an identity that was only declared', 'level of identity', { acr: 'eidas0' }],
  ['an invented code', 'OAUTH_RESPONSE_BODY_ERROR', {}, undefined, (back) => back.searchParams.set('code', 'x'.repeat(43))],
  ['a refusal', 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', {}, undefined, (back) => back.searchParams.set('error', 'access_denied')],
]
for (const [what, expected, settings, change, changeBack] of refused)
  test(`${what} opens nothing, and the page offers the other ways in`, async () => {
    const { issuer } = await startProvider(settings)
    const site = await testSite(settingsFor(issuer))
    let reason: unknown
    site.platform.log.warn = (said: unknown) => {
      reason = (said as { reason?: string }).reason
    }
    const journey = await travel(site, change)
    changeBack?.(journey.back)
    const answer = await comeBack(site, journey)
    expect(reason).toBe(expected)
    expect(answer.status).toBe(403)
    expect(cookiesAfter(answer)).not.toContain('session_token')
    expect(await answer.text()).toContain('Recevoir un lien de connexion')
    expect(await site.platform.database.rows('select id from person')).toEqual([])
  }, 30_000)

test('a code that has had its time opens nothing', async () => {
  const { issuer } = await startProvider({ codeSeconds: 1 })
  const site = await testSite(settingsFor(issuer))
  const journey = await travel(site)
  await new Promise((wake) => setTimeout(wake, 2100))
  expect((await comeBack(site, journey)).status).toBe(403)
}, 30_000)

test('the way back serves once, and only in the browser that left', async () => {
  const { issuer } = await startProvider()
  const site = await testSite(settingsFor(issuer))
  const journey = await travel(site)
  expect((await comeBack(site, { ...journey, cookie: '' })).status).toBe(403)
  expect((await comeBack(site, journey)).status).toBe(303)
  expect((await comeBack(site, journey)).status).toBe(403)
}, 30_000)

test('when the provider is down, at the start or on the way, the page says so and the other ways work', async () => {
  const { issuer, stop } = await startProvider()
  const down = await testSite(settingsFor('http://127.0.0.1:9'))
  const answer = await down.post('/connexion/proconnect', {})
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('ProConnect ne répond pas')
  expect(await (await down.get('/connexion')).text()).toContain('ProConnect ne répond pas')
  await down.as(EMAIL)
  const site = await testSite(settingsFor(issuer))
  const journey = await travel(site)
  await stop()
  const lost = await comeBack(site, journey)
  expect(lost.status).toBe(503)
  expect(await lost.text()).toContain('ProConnect ne répond pas')
}, 30_000)

test('without its settings, ProConnect is not offered', async () => {
  const site = await testSite()
  expect(await (await site.get('/connexion')).text()).not.toContain('ProConnect')
  expect((await site.post('/connexion/proconnect', {})).status).toBe(404)
})
