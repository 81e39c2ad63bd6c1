// better-auth behind our own pages: it keeps passwords, links, codes and sessions; its own addresses are never served.
import { createHash } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink, twoFactor } from 'better-auth/plugins'
import { z } from 'zod'
import type { Platform } from '../../platform/http/context.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'

const MINUTE = 60
const DAY = 24 * 60 * MINUTE
/** A link in a mail. */
export const LINK_MINUTES = 15
/** Without a visit, then in all: see decision 10. */
export const IDLE_DAYS = 7
export const LONGEST_DAYS = 30

export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Opens a session for someone whom ProConnect vouched for. Reached by the server only, like all of better-auth here. */
const provedElsewhere = {
  id: 'proved-elsewhere',
  endpoints: {
    signInProved: createAuthEndpoint(
      '/sign-in/proved',
      { method: 'POST', requireHeaders: true, body: z.object({ personId: z.string() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
        if (!user) throw ctx.error('UNAUTHORIZED')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ token: session.token, user: { id: user.id } })
      },
    ),
  },
}

/** No sign that can be taken for another when read from paper. */
const READABLE = '23456789abcdefghjkmnpqrstuvwxyz'
const CODES = 10

/** Ten codes such as `k7mwa-4zqpe`, each of 49 bits. */
function recoveryCodes(randomBytes: Platform['randomBytes']): string[] {
  const fair = 256 - (256 % READABLE.length)
  let signs = ''
  while (signs.length < CODES * 10) for (const byte of randomBytes(64)) if (byte < fair) signs += READABLE[byte % READABLE.length]
  return Array.from(
    { length: CODES },
    (_, at) => `${signs.slice(at * 10, at * 10 + 5)}-${signs.slice(at * 10 + 5, at * 10 + 10)}`,
  )
}

/** The second factor follows every first proof; by itself the plugin only knows the password. */
function secondFactor({ randomBytes }: Platform) {
  const plugin = twoFactor({
    issuer: 'ma cantine',
    allowPasswordless: true,
    backupCodeOptions: { customBackupCodesGenerate: () => recoveryCodes(randomBytes) },
    schema: {
      user: { fields: { twoFactorEnabled: 'second_factor' } },
      twoFactor: {
        modelName: 'person_second_factor',
        fields: {
          userId: 'person_id',
          backupCodes: 'recovery_codes',
          failedVerificationCount: 'failed_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  const firstProofs = new Set(['/sign-in/email', '/sign-in/proved', '/magic-link/verify'])
  const [afterProof] = plugin.hooks.after
  if (!afterProof) throw new Error('better-auth no longer asks for a second factor after the password')
  afterProof.matcher = (context) => firstProofs.has(context.path ?? '')
  return plugin
}

function createAuth(platform: Platform) {
  const { config, database, secret } = platform
  const https = config.publicUrl?.startsWith('https:') ?? false
  /** Links asked for during a call, by the mail's receiver: better-auth hands them out through a callback. */
  const links = new Map<string, string>()
  const auth = betterAuth({
    appName: 'ma cantine',
    baseURL: config.publicUrl ?? 'http://localhost',
    secret,
    database: database.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_confirmed', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        firstName: { type: 'string', required: false, input: false, fieldName: 'first_name' },
        lastName: { type: 'string', required: false, input: false, fieldName: 'last_name' },
      },
    },
    session: {
      modelName: 'person_session',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: IDLE_DAYS * DAY,
      updateAge: 60 * MINUTE,
    },
    account: {
      modelName: 'person_credential',
      fields: {
        userId: 'person_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'person_proof',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: https ? '__Host-ma-cantine' : 'ma-cantine',
      defaultCookieAttributes: { secure: https, sameSite: 'lax', httpOnly: true, path: '/' },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * MINUTE,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashOf(token) },
        sendMagicLink: async ({ token, metadata }) => {
          links.set(String(metadata?.call), token)
        },
      }),
      secondFactor(platform),
      provedElsewhere,
    ],
  })
  return {
    api: auth.api,
    context: auth.$context,
    cookieName: `${https ? '__Host-' : ''}ma-cantine.session_token`,
    /** A single-use token that proves the mailbox once followed. Only its hash is kept. */
    async linkToken(email: string): Promise<string> {
      const call = Buffer.from(platform.randomBytes(16)).toString('hex')
      await auth.api.signInMagicLink({ body: { email, metadata: { call } }, headers: new Headers() })
      const token = links.get(call)
      links.delete(call)
      if (token === undefined) throw new Error('no link was made')
      return token
    },
  }
}

export type Auth = ReturnType<typeof createAuth>

const auths = new WeakMap<Platform, Auth>()

/** The one instance of this platform. */
export function authOf(platform: Platform): Auth {
  const known = auths.get(platform)
  if (known) return known
  const made = createAuth(platform)
  auths.set(platform, made)
  return made
}
