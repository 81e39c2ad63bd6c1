// The configuration: read once from the environment, parsed, typed. Nothing else reads process.env.
import { resolve } from 'node:path'
import { z } from 'zod'

const settings = z.object({
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
  }
}
