// What every feature is handed when it is mounted, and what every request carries.
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { PageProps } from '../html/layout.tsx'
import type { Log } from '../log.ts'
import type { Mailer } from '../mail.ts'
import type { Assets } from './assets.ts'

/** The outside world, passed in so that tests can hold it still. */
export type Platform = {
  config: Config
  database: Database
  log: Log
  assets: Assets
  mail: Mailer
  /** Signs what the site hands to browsers and must recognise later. */
  secret: string
  now(): Date
  /** Unguessable bytes, for codes and links. */
  randomBytes(count: number): Uint8Array
}

/** Who is signed in, as the header names them; absent for visitors. */
export type Env = { Variables: { requestId: string; signedInName?: string } }

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: an interface is what Hono merges
    (content: unknown, page: PageProps): Response | Promise<Response>
  }
}

/** An empty router for one feature. */
export const router = () => new Hono<Env>()

/**
 * The address of the site as this visitor sees it, without a final slash: for links that leave the page (files, calendars, mails).
 * Work without a visitor (jobs, commands) gives no address: without the setting, links then lead to this machine.
 */
export function publicUrl(config: Config, requestUrl = `http://localhost:${config.port}`): string {
  return config.publicUrl ?? new URL(requestUrl).origin
}
