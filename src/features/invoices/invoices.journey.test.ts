// In a real browser: invoices are dropped, one taken off the list, a line opened by keyboard, confirmed; then the same pages on a small screen.
import { expect, test } from 'vitest'
import { accessibilityFindings, enterAs, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY } from '../../../tools/testing/platform.ts'
import { createCanteens } from '../canteens/canteens.ts'
import { sampleInvoices } from './samples.ts'

const LONG =
  'PDT CHARL. FR HVE VRAC CALIBRE 35/55 FILET DE 25KG PRODUIT DE PLEIN CHAMP LAVE NON TRIE LOT PROVENANCE BRETAGNE SAINT-MALO CAT 1 2026'

test('from dropping files to shares that move, by keyboard, then at 320 pixels', { timeout: 90_000 }, async () => {
  const site = await listeningSite()
  const elodie = await site.as('elodie@ecole.example')
  const [id] = await site.platform.database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const page = await newPage()
  await enterAs(page, site.url, elodie)
  await page.goto(`${site.url}/cantines/${id}/factures`)
  const [produce, meat] = sampleInvoices('2026-11-20')
  const renamed = Buffer.from(String(meat!.bytes).replace('JBN SUP DD', LONG))
  const files = [produce!, { name: 'viande.xml', bytes: renamed }, { name: 'photo.pdf', bytes: Buffer.from('%PDF-1.4') }]
  await page.setInputFiles(
    'input[type="file"]',
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
  )
  await page.getByRole('button', { name: 'Retirer photo.pdf' }).click()
  expect(await page.locator('[data-drop-list] li').allInnerTexts()).toEqual([
    expect.stringContaining('F-2026-1042.pdf'),
    expect.stringContaining('viande.xml'),
  ])
  await page.getByRole('button', { name: 'Lire ces factures' }).click()
  await page.waitForURL('**/depots/*')
  expect(await page.getByText('2 factures nouvelles').isVisible()).toBe(true)

  await page.getByRole('link', { name: 'Facture F-2026-1042' }).click()
  await page.getByRole('button', { name: 'Modifier POMME GOLDEN' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('#ligne-2').waitFor()
  // Where the fields came, reading goes on.
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('POMME GOLDEN'))
  await page.locator('#ligne-2-label-0').check({ force: true })
  await page.getByRole('button', { name: 'Confirmer ces 4 achats' }).first().click()
  await page.waitForURL('**?confirmee')
  expect(await page.locator('main').innerText()).toMatch(
    /4 achats enregistrés.*Bio\s: de rien à.*POMME GOLDEN 100\/120\s.*surgelés · Bio · Origine France/s,
  )

  const small = await newPage({ width: 320 })
  await enterAs(small, site.url, elodie)
  for (const path of ['factures', 'factures/depots/1', 'factures/1', 'factures/2']) {
    await small.goto(`${site.url}/cantines/${id}/${path}`)
    expect(await accessibilityFindings(small), path).toEqual([])
    expect(await small.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})
