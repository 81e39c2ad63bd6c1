// Journeys in a real browser, against the real site listening on a free port of this machine.

import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { AnyImportKind } from '../../src/features/imports/imports.ts'
import { createSite } from '../../src/site.ts'
import { executable } from './chromium.mjs'
import { clientsOf, type SignedInClient, testPlatform } from './platform.ts'

let browser: Promise<Browser> | null = null

async function launch(): Promise<Browser> {
  const { path, env } = await executable()
  return chromium.launch({ executablePath: path, env, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
}

/** The site of a fresh test platform, listening, with its clients; closed with its database at the end of the test that called. */
export async function listeningSite(env?: Record<string, string>, now?: Date, kinds?: readonly AnyImportKind[]) {
  const platform = await testPlatform(env, now)
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const listening = serve({ fetch: createSite(platform, kinds).fetch, port: 0, hostname: '127.0.0.1' }, () => ready(listening))
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`
  onTestFinished(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    await platform.database.close()
  })
  return { url, server, ...clientsOf(platform, kinds) }
}

/** A page of a fresh browser profile: 1 280 px wide and with scripts unless told otherwise; closed at the end of the test. */
export async function newPage(options: BrowserContextOptions & { width?: number } = {}): Promise<Page> {
  browser ??= launch()
  const { width = 1280, ...rest } = options
  const context = await (await browser).newContext({ viewport: { width, height: 900 }, locale: 'fr-FR', ...rest })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

/** Gives the browser of this page the session of a person who signed in without it. */
export const enterAs = (page: Page, url: string, { cookie }: SignedInClient) =>
  page.context().addCookies(
    cookie.split('; ').map((one) => {
      const [name = '', value = ''] = one.split(/=(.*)/s)
      return { name, value, url }
    }),
  )

/** What axe finds wrong on the page, one line each; nothing is what we want. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Our pages hold no frame of another site: axe need not open a second page to add up. And passes are not worth describing.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} – ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' | ')}`,
  )
}
