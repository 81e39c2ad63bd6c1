// The configuration: read once from the environment, parsed, typed. Nothing else reads process.env.
import { resolve } from 'node:path'
import { z } from 'zod'

const settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    DATA_DIR: z.string().min(1).default('.data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'an address starting with postgres:// or postgresql://')
      .optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    BRAND: z.enum(['neutre', 'etat']).default('neutre'),
    DEMO: z.enum(['on', 'off']).optional(),
    WORKER: z.enum(['on', 'off']).default('on'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    CONTACT_EMAIL: z.email().default('contact@ma-cantine.example'),
    PUBLISHER: z.string().min(1).default('Démonstration de ma cantine'),
    PUBLICATION_DIRECTOR: z.string().min(1).default('à renseigner par l’exploitant (réglage PUBLICATION_DIRECTOR)'),
    HOSTING: z.string().min(1).default('à renseigner par l’exploitant (réglage HOSTING)'),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
    AUTH_SECRET: z.string().min(32, '32 characters or more').optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'an address starting with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().min(3).default('ma cantine <ne-pas-repondre@ma-cantine.example>'),
    STAFF_EMAILS: z
      .string()
      .transform((list) => list.split(/[\s,;]+/).filter((one) => one !== ''))
      .pipe(z.array(z.email().toLowerCase()).max(100))
      .default([]),
    INBOUND_MAIL_DOMAIN: z
      .string()
      .regex(/^[a-z0-9.-]{3,100}$/i, 'a domain name')
      .optional(),
    INBOUND_MAIL_SECRET: z.string().min(32, '32 characters or more').optional(),
    REGISTER_URL: z.url({ protocol: /^https?$/ }).default('https://recherche-entreprises.api.gouv.fr'),
    PROCONNECT_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    PROCONNECT_CLIENT_ID: z.string().min(1).optional(),
    PROCONNECT_CLIENT_SECRET: z.string().min(1).optional(),
  })
  .superRefine((s, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (s.DATABASE_URL !== undefined && s.PUBLIC_URL?.startsWith('https:') && s.AUTH_SECRET === undefined)
      wrong('AUTH_SECRET', 'needed in production: 32 characters drawn at random, the same for every process')
    // Without it links would follow the Host header of whoever asks, and hand the reader's account to another site.
    if (s.SMTP_URL !== undefined && s.PUBLIC_URL === undefined)
      wrong('PUBLIC_URL', 'needed with SMTP_URL: the address that links in mails lead to')
    if ((s.INBOUND_MAIL_DOMAIN === undefined) !== (s.INBOUND_MAIL_SECRET === undefined))
      wrong('INBOUND_MAIL_DOMAIN', 'INBOUND_MAIL_DOMAIN and INBOUND_MAIL_SECRET go together')
    const given = [s.PROCONNECT_ISSUER, s.PROCONNECT_CLIENT_ID, s.PROCONNECT_CLIENT_SECRET].filter((one) => one !== undefined)
    if (given.length > 0 && given.length < 3)
      wrong('PROCONNECT_ISSUER', 'PROCONNECT_ISSUER, PROCONNECT_CLIENT_ID and PROCONNECT_CLIENT_SECRET go together')
  })

export type Config = {
  port: number
  host: string
  /** Where the embedded database, files and caches live; absolute. */
  dataDir: string
  /** Address of a PostgreSQL server (15 or later); without it the embedded database is used. */
  databaseUrl: string | null
  /** Address under which visitors see the site, without a final slash; null: taken from each request. */
  publicUrl: string | null
  brand: 'neutre' | 'etat'
  demo: boolean
  /** Whether this process also runs the background jobs. */
  worker: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  contactEmail: string
  publisher: string
  publicationDirector: string
  hosting: string
  /** How many proxies stand in front: as many entries at the end of X-Forwarded-For are theirs to be believed. */
  trustedProxies: number
  /** Signs cookies; null: drawn once and kept in `dataDir`. */
  authSecret: string | null
  /** Mail server; null: mails are kept in the database and reach no one. */
  smtpUrl: string | null
  mailFrom: string
  /** Mailboxes of the staff, in lower case: whoever proves one of them helps users and may import for others. */
  staffEmails: readonly string[]
  /** Mail that suppliers send to canteens: the domain of their addresses, and what signs the calls of the service that takes it; null: not offered. */
  inboundMail: { domain: string; secret: string } | null
  /** Address of the company register, without a final slash. */
  registerUrl: string
  /** Identity of public servants; null: not offered. */
  proconnect: { issuer: string; clientId: string; clientSecret: string } | null
}

/** Reads the settings. Throws one error that names every wrong setting; an empty setting counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings cannot be used:\n${wrong.join('\n')}`)
  }
  const s = parsed.data
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL ?? null,
    publicUrl: s.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    brand: s.BRAND,
    // A product that runs on its own embedded database is being tried out: it comes with the demo stories.
    demo: s.DEMO ? s.DEMO === 'on' : s.DATABASE_URL === undefined,
    worker: s.WORKER === 'on',
    logLevel: s.LOG_LEVEL,
    contactEmail: s.CONTACT_EMAIL,
    publisher: s.PUBLISHER,
    publicationDirector: s.PUBLICATION_DIRECTOR,
    hosting: s.HOSTING,
    trustedProxies: s.TRUSTED_PROXIES,
    authSecret: s.AUTH_SECRET ?? null,
    smtpUrl: s.SMTP_URL ?? null,
    mailFrom: s.MAIL_FROM,
    staffEmails: s.STAFF_EMAILS,
    inboundMail:
      s.INBOUND_MAIL_DOMAIN && s.INBOUND_MAIL_SECRET ? { domain: s.INBOUND_MAIL_DOMAIN, secret: s.INBOUND_MAIL_SECRET } : null,
    registerUrl: s.REGISTER_URL.replace(/\/+$/, ''),
    proconnect:
      s.PROCONNECT_ISSUER && s.PROCONNECT_CLIENT_ID && s.PROCONNECT_CLIENT_SECRET
        ? { issuer: s.PROCONNECT_ISSUER, clientId: s.PROCONNECT_CLIENT_ID, clientSecret: s.PROCONNECT_CLIENT_SECRET }
        : null,
  }
}
