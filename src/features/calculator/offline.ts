// What lets the page be installed and work without a network: a manifest, and the script of its service worker.
import { createHash } from 'node:crypto'
import type { Platform } from '../../platform/http/context.ts'
import { modes } from './calculator-entry.client.ts'

export const manifest = {
  name: 'Calculette – ma cantine',
  short_name: 'Calculette',
  description: 'Les parts de bio et de produits durables et de qualité d’une cantine, même sans connexion.',
  lang: 'fr',
  start_url: '/calculette',
  scope: '/calculette',
  display: 'minimal-ui',
  background_color: '#ffffff',
  theme_color: '#ffffff',
  icons: [{ src: '/icone.svg', sizes: 'any', type: 'image/svg+xml' }],
}

/** What the worker is told: the name of its cache, and everything that the page needs. */
export type OfflineKit = { cache: string; pages: readonly string[]; files: readonly string[] }

/** The worker's script: new as soon as one file of the page is, so that browsers fetch the new ones. */
export function workerScript({ assets, config }: Platform): string {
  const files = [assets.url(`${config.brand}.css`), assets.url('page.js'), assets.url('calculator.js'), '/icone.svg']
  const pages = ['/calculette', ...modes.filter((mode) => mode !== 'simple').map((mode) => `/calculette?saisie=${mode}`)]
  const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 10)
  const kit: OfflineKit = { cache: `calculette-${version}`, pages, files }
  return `self.kit=${JSON.stringify(kit)};importScripts(${JSON.stringify(assets.url('calculator-offline.js'))})\n`
}
