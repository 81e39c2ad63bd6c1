// ProConnect, the identity of public servants: OpenID Connect with signed answers only. openid-client does the protocol.
import * as openid from 'openid-client'
import { type Platform, publicUrl } from '../../platform/http/context.ts'

/** Where ProConnect sends the person back; declared there word for word. */
export const RETURN_PATH = '/connexion/proconnect/retour'
/** What signs an answer that we believe. A shared secret (HS256) signs nothing for us. */
const SIGNATURES = ['RS256', 'ES256']
/** How sure the provider must be of the person: anything above an identity that they only declared themselves. */
const LEVELS = new Set(['eidas1', 'eidas0-mfa', 'eidas1-mfa', 'eidas2', 'eidas3'])
const SCOPE = 'openid given_name usual_name email'
const PATIENCE_SECONDS = 5
const MINUTE = 60_000

export type Journey = { state: string; nonce: string; verifier: string; suite: string }

export type Identity = {
  sub: string
  email: string
  emailVerified: boolean
  firstName: string
  lastName: string
  idToken: string
}

/** The provider does not answer: other ways in still work. */
export class Unreachable extends Error {}
/** The provider answered, and what it said cannot be believed or is a refusal. */
export class Refused extends Error {}

function createProConnect(platform: Platform, { issuer, clientId, clientSecret }: NonNullable<Platform['config']['proconnect']>) {
  const { config: settings, log, now } = platform
  let known: openid.Configuration | null = null
  let failedAt = Number.NEGATIVE_INFINITY
  const local = /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(issuer)
  const insecure = local ? [openid.allowInsecureRequests] : []

  /** Asked at the first sign-in, and again as long as it failed: the site starts and lives without the provider. */
  async function configuration(): Promise<openid.Configuration> {
    if (known) return known
    try {
      const found = await openid.discovery(new URL(issuer), clientId, undefined, openid.ClientSecretPost(clientSecret), {
        timeout: PATIENCE_SECONDS,
        execute: insecure,
      })
      const { supportsPKCE: _, ...served } = found.serverMetadata()
      const metadata = {
        ...served,
        id_token_signing_alg_values_supported: SIGNATURES,
        userinfo_signing_alg_values_supported: SIGNATURES,
      }
      const narrowed = new openid.Configuration(metadata, clientId, undefined, openid.ClientSecretPost(clientSecret))
      narrowed.timeout = PATIENCE_SECONDS
      for (const allow of insecure) allow(narrowed)
      // Signatures are checked even though the answers come straight from the provider.
      openid.enableNonRepudiationChecks(narrowed)
      narrowed[openid.customFetch] = (url, options) => signedOnly(url, options, metadata.userinfo_endpoint)
      known = narrowed
      return known
    } catch (error) {
      failedAt = now().getTime()
      log.warn({ reason: nameOf(error) }, 'ProConnect does not answer')
      throw new Unreachable()
    }
  }

  const redirectUri = (requestUrl: string) => `${publicUrl(settings, requestUrl)}${RETURN_PATH}`

  return {
    /** Whether it failed within the last minute: said before anyone presses the button. */
    silent: () => now().getTime() - failedAt < MINUTE,

    /** The provider's page for this journey. Throws `Unreachable`. */
    async address(journey: Journey, requestUrl: string): Promise<URL> {
      return openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri(requestUrl),
        scope: SCOPE,
        state: journey.state,
        nonce: journey.nonce,
        acr_values: 'eidas1',
        code_challenge: await openid.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      })
    },

    /** Who came back. Throws `Refused` or `Unreachable`; writes why in the log, never what was received. */
    async identity(journey: Journey, requestUrl: string): Promise<Identity> {
      const config = await configuration()
      const current = new URL(redirectUri(requestUrl))
      current.search = new URL(requestUrl).search
      try {
        const tokens = await openid.authorizationCodeGrant(config, current, {
          expectedState: journey.state,
          expectedNonce: journey.nonce,
          pkceCodeVerifier: journey.verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims || !tokens.id_token) throw new Refused('no identity')
        if (!LEVELS.has(String(claims.acr ?? ''))) throw new Refused('level of identity')
        const info = await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
        return {
          sub: claims.sub,
          email: String(info.email ?? '').toLowerCase(),
          emailVerified: info.email_verified === true,
          firstName: name(info.given_name),
          lastName: name(info.usual_name ?? info.family_name),
          idToken: tokens.id_token,
        }
      } catch (error) {
        log.warn({ reason: error instanceof Refused ? error.message : nameOf(error) }, 'ProConnect sign-in refused')
        if (isNetwork(error)) {
          failedAt = now().getTime()
          throw new Unreachable()
        }
        throw new Refused()
      }
    },

    /** Where the person goes to leave ProConnect too; null when it does not answer. */
    async goodbye(idToken: string, state: string, requestUrl: string): Promise<URL | null> {
      const config = await configuration().catch(() => null)
      if (!config?.serverMetadata().end_session_endpoint) return null
      const back = `${publicUrl(settings, requestUrl)}/deconnexion`
      return openid.buildEndSessionUrl(config, { id_token_hint: idToken, state, post_logout_redirect_uri: back })
    },
  }
}

/** Refuses what the provider says of a person without signing it. */
async function signedOnly(url: string, options: openid.CustomFetchOptions, userinfo: string | undefined): Promise<Response> {
  const answer = await fetch(url, options as RequestInit)
  const type = answer.headers.get('content-type') ?? ''
  if (url === userinfo && answer.ok && !type.startsWith('application/jwt')) throw new Refused('unsigned userinfo')
  return answer
}

const name = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 80) : '')
const nameOf = (error: unknown) => String((error as { code?: string }).code ?? (error as Error).name)
const isNetwork = (error: unknown) => error instanceof TypeError || nameOf(error) === 'OAUTH_TIMEOUT'

export type ProConnect = ReturnType<typeof createProConnect>

const instances = new WeakMap<Platform, ProConnect>()

/** Null when the settings do not name it. */
export function proConnectOf(platform: Platform): ProConnect | null {
  if (platform.config.proconnect === null) return null
  const known = instances.get(platform) ?? createProConnect(platform, platform.config.proconnect)
  instances.set(platform, known)
  return known
}
