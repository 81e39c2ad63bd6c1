// The calculator in a real browser: live, by keyboard, kept on the device, without a network, and without script.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFindings, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { TODAY } from '../../../tools/testing/platform.ts'

const plain = (text: string | null) => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ')
const answers = async (page: Page) => plain(await page.locator('[data-answers]').textContent())
const eventually = { timeout: 8000 }
const expectAnswers = (page: Page) => expect.poll(() => answers(page), eventually)

async function open(url: string, path = '/calculette', options = {}) {
  const page = await newPage(options)
  await page.clock.setFixedTime(TODAY)
  await page.goto(url + path)
  return page
}

async function paste(page: Page, name: string, text: string) {
  await page.locator(`[name="${name}"]`).evaluate((field, copied) => {
    const data = new DataTransfer()
    data.setData('text', copied)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

test('by keyboard alone: type, read the answers, meet a contradiction, correct it', async () => {
  const { url } = await listeningSite()
  const page = await open(url)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await page.locator('[name="commune"]').focus()
  await page.keyboard.type('97411')
  await expectAnswers(page).toContain('La Réunion')
  for (let tab = 0; tab < 4; tab++) await page.keyboard.press('Tab')
  await page.keyboard.type('45 000')
  await page.keyboard.press('Tab')
  await page.keyboard.type('110 250')
  await page.keyboard.press('Tab')
  await page.keyboard.type('7 785,50')
  await expectAnswers(page).toContain('Il manque 3 239,50 € de bio d’ici au 31 décembre, soit 0,07 € par repas.')
  await expect.poll(async () => plain(await page.locator('[data-news]').textContent()), eventually).toContain('Bio : 7,06 %')
  await page.keyboard.type('0')
  await expect.poll(() => page.locator('#valeur_bio').getAttribute('aria-invalid'), eventually).toBe('true')
  expect(plain(await page.locator('#valeur_bio-erreur').textContent())).toContain('deux décimales au plus')
  await page.keyboard.press('Backspace')
  await expect.poll(() => page.locator('#valeur_bio-erreur').count(), eventually).toBe(0)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reponses-titre')
  expect(await accessibilityFindings(page)).toEqual([])
  expect(sent.filter((request) => request.includes('110'))).toEqual([])
}, 60_000)

test('an open explanation stays open while one types', async () => {
  const { url } = await listeningSite()
  const page = await open(url)
  await page.locator('[data-part="organic"] summary').click()
  await page.fill('[name="valeur_totale"]', '1000')
  await page.fill('[name="valeur_bio"]', '100')
  await expectAnswers(page).toContain('100,00 € ÷ 1 000,00 € = 10,00 %')
  expect(await page.locator('[data-part="organic"]').getAttribute('open')).not.toBeNull()
}, 60_000)

test('what is typed survives a reload and the change of entry, goes on demand, and comes back if the hand slipped', async () => {
  const { url } = await listeningSite()
  const page = await open(url)
  await page.fill('[name="commune"]', 'saint-denis')
  await page.getByRole('button', { name: 'Saint-Denis (97400)' }).click()
  await page.fill('[name="valeur_totale"]', '1000')
  await page.fill('[name="valeur_bio"]', '100')
  await page.selectOption('[name="annee"]', '2025')
  await page.reload()
  await expectAnswers(page).toContain('10,00 % pour un objectif de 5 %')
  await page.getByRole('button', { name: 'Passer à la saisie détaillée' }).click()
  await page.waitForURL('**/calculette?saisie=detaillee')
  expect(await page.inputValue('[name="valeur_totale"]')).toBe('1000')
  await page.fill('[name="valeur_autres_bio"]', '300')
  await page.getByRole('button', { name: 'Mettre zéro dans les cases vides' }).click()
  await expectAnswers(page).toContain('30,00 % pour un objectif de 5 %')
  await page.getByRole('button', { name: 'Revenir à la saisie simple' }).click()
  await page.waitForURL('**/calculette')
  expect(await page.inputValue('[name="valeur_bio"]')).toBe('300,00')
  await page.getByRole('button', { name: 'Tout effacer' }).click()
  expect(await page.inputValue('[name="valeur_bio"]')).toBe('')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.getByRole('button', { name: 'Annuler l’effacement' }).click()
  expect(await page.inputValue('[name="valeur_bio"]')).toBe('300,00')
  await expectAnswers(page).toContain('Saint-Denis (97400) · La Réunion')
  await page.getByRole('button', { name: 'Tout effacer' }).click()
  await page.fill('[name="valeur_bio"]', '7')
  expect(await page.getByRole('button', { name: 'Annuler' }).count()).toBe(0)
}, 60_000)

test('an address that holds a canteen wins over what was kept; the amounts stay', async () => {
  const { url } = await listeningSite()
  const page = await open(url)
  await page.fill('[name="commune"]', 'Brest')
  await page.fill('[name="valeur_totale"]', '1000')
  await page.fill('[name="valeur_bio"]', '40')
  await expectAnswers(page).toContain('Finistère')
  await page.goto(`${url}/calculette?commune-code=97611&annee=2026`)
  await expectAnswers(page).toContain('4,00 % pour un objectif de 5 %')
  expect(await page.inputValue('[name="commune"]')).toBe('Mamoudzou (97600)')
}, 60_000)

test('a column pasted from a spreadsheet fills the fields that follow, and opens what it fills', async () => {
  const { url } = await listeningSite()
  const page = await open(url)
  await paste(page, 'valeur_totale', '1 000,00\n200\n100\n50\n')
  await expectAnswers(page).toContain('20,00 % pour un objectif de 20 %')
  expect(await page.inputValue('[name="valeur_egalim_autres"]')).toBe('50')
  await paste(page, 'valeur_produits_de_la_mer', '100\n60\n300')
  expect(await page.locator('[name="valeur_bio_dont_commerce_equitable"]').isVisible()).toBe(true)
}, 60_000)

test('once visited, the page works without a network, and says so', async () => {
  const { url, server } = await listeningSite()
  const page = await open(url, '/contact')
  await page.evaluate(() => caches.open('calculette-ancienne'))
  await page.goto(`${url}/calculette`)
  await expect
    .poll(async () => plain(await page.locator('[data-network]').textContent()), eventually)
    .toContain('fonctionne aussi sans connexion')
  await page.fill('[name="valeur_totale"]', '1000')
  await page.fill('[name="valeur_bio"]', '150')
  await page.locator('[name="valeur_bio"]').blur()
  expect(await page.evaluate(() => caches.keys())).toEqual([expect.stringMatching(/^calculette-[0-9a-f]{10}$/)])
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close()
  await page.reload()
  await expectAnswers(page).toContain('Il manque 50,00 € de bio')
  await page.goto(`${url}/calculette?saisie=detaillee`)
  expect(await page.inputValue('[name="valeur_totale"]')).toBe('1000')
  await page.context().setOffline(true)
  await expect
    .poll(async () => plain(await page.locator('[data-network]').textContent()), eventually)
    .toContain('Vous êtes hors connexion')
}, 60_000)

test('without script the same form gives the same answers', async () => {
  const { url } = await listeningSite()
  const page = await newPage({ javaScriptEnabled: false, width: 320 })
  await page.goto(`${url}/calculette`)
  await page.fill('[name="commune"]', 'Mamoudzou')
  await page.fill('[name="valeur_totale"]', '1 000')
  await page.fill('[name="valeur_bio"]', '40')
  await page.getByRole('button', { name: 'Calculer' }).click()
  await page.waitForURL('**/calculette#resultat')
  expect(await answers(page)).toContain('4,00 % pour un objectif de 5 %')
  expect(await answers(page)).toContain('Il manque 10,00 € de bio d’ici au 31 décembre.')
  expect(await page.inputValue('[name="commune"]')).toBe('Mamoudzou (97600)')
}, 60_000)
