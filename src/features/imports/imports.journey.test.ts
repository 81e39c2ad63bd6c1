// A file brought in a real browser, by keyboard, with and without script: repaired in one pass, written, taken back.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFindings, enterAs, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { countLoans, createLoans, loanImport } from '../../../tools/testing/loan-imports.ts'
import { HEADERS, loanCells } from '../../../tools/testing/loans.ts'

const csv = (rows: readonly (readonly string[])[]) => Buffer.from([HEADERS, ...rows].map((cells) => cells.join(';')).join('\n'))
const file = (buffer: Buffer, name = 'emprunts de novembre.csv') => ({ name, mimeType: 'text/csv', buffer })

/** Reading the page with axe takes script. */
async function sound(page: Page, withAxe = true) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(sideways, `${page.url()} at ${width}`).toBeLessThanOrEqual(0)
    if (withAxe) expect(await accessibilityFindings(page), `${page.url()} at ${width}`).toEqual([])
  }
}

async function setUp(options: { javaScriptEnabled: boolean }) {
  const kinds = [loanImport()]
  const site = await listeningSite({}, undefined, kinds)
  await createLoans(site.platform.database)
  const page = await newPage(options)
  await enterAs(page, site.url, await site.as('camille@cantine.example'))
  return { ...site, page }
}

const title = (page: Page) => page.locator('h1').innerText()

for (const javaScriptEnabled of [true, false])
  test(`a file with mistakes is repaired in one pass and written, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { url, page, platform } = await setUp({ javaScriptEnabled })
    await page.goto(`${url}/imports`)
    await sound(page, javaScriptEnabled)
    await page.getByRole('link', { name: 'Emprunts', exact: true }).press('Enter')
    await sound(page, javaScriptEnabled)
    const wrong = loanCells(2).with(4, 'cher').with(1, 'Une vie '.repeat(16).trim())
    const rows = [loanCells(1).with(5, 'Romen'), wrong, loanCells(3).with(5, 'Romen'), loanCells(4)]
    await page.getByLabel('Votre fichier').setInputFiles(file(csv(rows)))
    await page.getByRole('button', { name: 'Vérifier ce fichier' }).press('Enter')
    await page.waitForURL('**/imports/emprunts/*')
    expect(await title(page)).toBe('3 lignes à corriger')
    await sound(page, javaScriptEnabled)
    await page.getByLabel('Ligne 2, Livre 1').fill('Roman')
    await page.getByLabel('Remplacer partout « Romen »').press('Space')
    await page.getByLabel('Ligne 3, Une vie').fill('12,50')
    await page.getByRole('button', { name: 'Vérifier mes corrections' }).press('Enter')
    await page.locator('h1', { hasText: 'Tout est juste' }).waitFor()
    await sound(page, javaScriptEnabled)
    await page.getByText('Ce que nous avons compris du fichier').press('Enter')
    await page.getByRole('link', { name: 'Changer les colonnes' }).press('Enter')
    await page.waitForURL('**/titres')
    await sound(page, javaScriptEnabled)
    await page.goBack()
    await page.getByRole('button', { name: 'Enregistrer 4 lignes' }).press('Enter')
    await page.locator('h1', { hasText: '4 lignes enregistrées' }).waitFor()
    await sound(page, javaScriptEnabled)
    expect(await countLoans(platform.database)).toBe(4)
    await page.getByRole('button', { name: 'Annuler cet import' }).press('Enter')
    await page.locator('h1', { hasText: 'Import annulé' }).waitFor()
    await sound(page, javaScriptEnabled)
    expect(await countLoans(platform.database)).toBe(0)
  }, 60_000)

test('the page of a long check tells where it is, and comes back by itself', async () => {
  const { url, page, runJobs } = await setUp({ javaScriptEnabled: true })
  await page.goto(`${url}/imports/emprunts`)
  await page.getByLabel('Votre fichier').setInputFiles(file(csv(Array.from({ length: 1500 }, (_, at) => loanCells(at)))))
  await page.getByRole('button', { name: 'Vérifier ce fichier' }).press('Enter')
  await page.waitForURL('**/imports/emprunts/*')
  expect(await title(page)).toBe('Vérification en cours')
  await sound(page)
  await runJobs()
  await page.locator('h1', { hasText: 'Tout est juste' }).waitFor()
}, 60_000)

test('a file is dropped on the page; one that is too heavy does not leave', async () => {
  const { url, page, platform } = await setUp({ javaScriptEnabled: true })
  await page.goto(`${url}/imports/emprunts`)
  const drop = (size: number) =>
    page.evaluate((bytes) => {
      const given = new DataTransfer()
      given.items.add(new File([new Uint8Array(bytes)], bytes > 1000 ? 'lourd.xlsx' : 'petit.csv'))
      document.querySelector('form[data-upload]')!.dispatchEvent(new DragEvent('drop', { dataTransfer: given, cancelable: true }))
    }, size)
  await drop(11_000_000)
  await page.getByRole('button', { name: 'Vérifier ce fichier' }).press('Enter')
  expect(await page.getByRole('alert').innerText()).toContain(
    'Ce fichier est trop lourd : 10 Mo au plus pour un classeur, 200 Mo pour un texte.',
  )
  await sound(page)
  expect(await platform.database.rows('select 1 from import')).toEqual([])
  await drop(10)
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.getByRole('button', { name: 'Vérifier ce fichier' }).press('Enter')
  await page.waitForURL('**/imports/emprunts/*')
  expect(await title(page)).toBe('Nous n’avons pas pu lire ce fichier')
}, 60_000)
