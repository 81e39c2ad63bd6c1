// The keyboard grid in a real browser: pasted, repaired by keyboard, saved, taken back; kept when the page is closed; and all of it without script.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFindings, enterAs, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { canteenWith } from '../../../tools/testing/canteens.ts'

const BLOCK = `Date\tProduit\tFournisseur\tMontant HT\tFamille\tLabels
02/11/2026\tCAROTTE AB FR\tPrimeurs de la Vilaine\t1 125,40\t\t
03/11/2026\tPain de campagne\tLe Bihan\t20\tBoulangerie\t
31/02/2026\tLieu noir MSC\tMareyeur\t80,5\tPoisson\tPêche durable
05/11/2026\tComté AOP\tFromagerie du Haut-Doubs\t64,10\t\t
06/11/2026\tEau de source\t\t12\tBoissons\t`
const eventually = { timeout: 8000 }
const plain = (text: string | null) => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim()

async function opened(options: Parameters<typeof newPage>[0] = {}) {
  const site = await listeningSite()
  const elodie = await site.as('elodie@ecole.example')
  const { id } = await canteenWith(site.platform, [[elodie.person, 'entry']])
  const page = await newPage(options)
  await enterAs(page, site.url, elodie)
  const book = `${site.url}/cantines/${id}/achats`
  await page.goto(book)
  await page.getByRole('link', { name: 'Saisir ou coller plusieurs achats' }).click()
  return { page, book }
}

const cell = (page: Page, name: string) => page.getByLabel(name, { exact: true })
const value = (page: Page, name: string) => expect.poll(() => cell(page, name).inputValue(), eventually)
const news = (page: Page) => expect.poll(async () => plain(await page.locator('[data-news]').textContent()), eventually)

/** What the browser says when one pastes. */
const paste = (page: Page, name: string, text: string) =>
  cell(page, name).evaluate((field, copied) => {
    const data = new DataTransfer()
    data.setData('text', copied)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)

test('paste five lines of which one is wrong, repair it by keyboard, save, see them, take them back', async () => {
  const { page, book } = await opened()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), BLOCK)
  await cell(page, 'Date, ligne 1').focus()
  await page.keyboard.press('Control+V')
  await news(page).toBe('5 lignes collées. 5 lignes, 1 302,00 € hors taxe, 1 à corriger.')
  await value(page, 'Famille, ligne 1').toBe('Fruits et légumes')
  await value(page, 'Labels, ligne 1').toBe('Bio')
  await value(page, 'Montant HT, ligne 3').toBe('80,50')
  expect(plain(await page.locator('#famille-4-propose').textContent())).toMatch(/^Proposé : lu dans « Comté/)
  expect(plain(await page.locator('#date-3-erreur').textContent())).toBe('Écrivez cette date ainsi : 30/09/2026.')
  expect(await accessibilityFindings(page)).toEqual([])

  // Down with Enter, by arrows where no list opens, up again with Shift.
  for (const key of ['Enter', 'ArrowDown', 'Enter', 'Shift+Enter']) await page.keyboard.press(key)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('date-3')
  await page.keyboard.type('04/11/2026')
  await expect.poll(() => page.locator('#date-3-erreur').count(), eventually).toBe(0)
  await news(page).toBe('5 lignes, 1 302,00 € hors taxe.')
  await page.getByRole('button', { name: 'Enregistrer ces achats' }).press('Enter')
  await page.waitForURL('**/achats?saisis=5**')
  expect(plain(await page.locator('main').textContent())).toContain('5 achats, 1 302,00 € hors taxe')
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  // What is typed after a saving outlives the page that told of it.
  const told = page.url()
  await page.goto(`${book}/saisir`)
  await cell(page, 'Produit, ligne 1').fill('Lentilles')
  await page.goto(told)
  expect(await page.evaluate(() => Object.keys(localStorage))).toHaveLength(1)
  await page.getByRole('button', { name: 'Annuler cet ajout' }).click()
  await page.getByRole('button', { name: 'Annuler le retrait' }).click()
  await page.goto(book)
  expect(plain(await page.locator('main').textContent())).toContain('5 achats, 1 302,00 € hors taxe')
}, 60_000)

test('one types: what the wording says is filled in and follows it, what was typed stays, a closed page is found again', async () => {
  const { page } = await opened()
  await cell(page, 'Produit, ligne 1').fill('CAROTTE AB FR')
  await cell(page, 'Origine, ligne 1').fill('Europe')
  await value(page, 'Famille, ligne 1').toBe('Fruits et légumes')
  await value(page, 'Labels, ligne 1').toBe('Bio')
  expect(await cell(page, 'Origine, ligne 1').inputValue()).toBe('Europe')
  await cell(page, 'Produit, ligne 1').fill('Steak haché')
  await value(page, 'Famille, ligne 1').toBe('Viandes et volailles')
  await value(page, 'Labels, ligne 1').toBe('')
  // What the row lacks is said once one has left it.
  expect(await page.locator('#date-1-erreur').count()).toBe(0)
  await cell(page, 'Date, ligne 2').focus()
  await expect.poll(() => page.locator('#date-1-erreur').count(), eventually).toBe(1)

  // A line of the same invoice takes its day and its supplier after the one above.
  await cell(page, 'Date, ligne 1').fill('02/11/2026')
  await cell(page, 'Fournisseur, ligne 1').fill('Boucherie Le Gall')
  await cell(page, 'Produit, ligne 2').fill('Colin')
  await value(page, 'Date, ligne 2').toBe('02/11/2026')
  await value(page, 'Famille, ligne 2').toBe('Produits de la mer')
  expect(await cell(page, 'Fournisseur, ligne 2').inputValue()).toBe('Boucherie Le Gall')
  expect(plain(await page.locator('#date-2-propose').textContent())).toBe('Proposé : comme la ligne au-dessus')
  await page.getByRole('button', { name: 'Effacer la ligne 2', exact: true }).click()

  await page.reload()
  await value(page, 'Produit, ligne 1').toBe('Steak haché')
  await news(page).toContain('Votre saisie en cours est retrouvée.')
  await page.getByRole('button', { name: 'Tout effacer' }).click()
  await value(page, 'Produit, ligne 1').toBe('')
  await page.getByRole('button', { name: 'Annuler l’effacement' }).click()
  await value(page, 'Produit, ligne 1').toBe('Steak haché')

  // Without a network one goes on typing; the check resumes by itself.
  await page.context().setOffline(true)
  await cell(page, 'Date, ligne 1').fill('hier')
  await news(page).toContain('La vérification est interrompue, réseau coupé ou session fermée : rien n’est perdu.')
  await page.context().setOffline(false)
  await expect.poll(() => page.locator('#date-1-erreur').count(), eventually).toBe(1)
  await news(page).not.toContain('interrompue')

  const many = Array.from({ length: 501 }, (_, at) => `03/11/2026\tPain ${at}`).join('\n')
  await paste(page, 'Date, ligne 1', many)
  expect(plain(await page.locator('#bloc-erreur').textContent())).toContain('501 lignes, c’est plus que les 500')
  expect(await cell(page, 'Produit, ligne 1').inputValue()).toBe('Steak haché')
  await page.getByRole('button', { name: 'Effacer la ligne 1', exact: true }).click()
  await value(page, 'Produit, ligne 1').toBe('')
  await page.getByRole('button', { name: 'Annuler l’effacement' }).click()
  await value(page, 'Produit, ligne 1').toBe('Steak haché')
  // Beside the table, a block goes below what is there, and opens the rows that it needs.
  await page.locator('#bloc').fill(many.split('\n').slice(0, 20).join('\n'))
  await page.getByRole('button', { name: 'Remplir le tableau' }).click()
  await value(page, 'Produit, ligne 21').toBe('Pain 19')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('date-2')
  await page.getByRole('button', { name: 'Annuler le collage' }).click()
  await value(page, 'Produit, ligne 2').toBe('')
  expect(await cell(page, 'Produit, ligne 1').inputValue()).toBe('Steak haché')
}, 60_000)

test('what is typed in a saved grid sent anew outlives the page that told of its saving', async () => {
  const { page } = await opened()
  await paste(page, 'Date, ligne 1', '03/11/2026\tPain de campagne\tLe Bihan\t20\tBoulangerie\taucun\tFrance\tnon\tnon')
  await news(page).toContain('1 ligne, 20,00 €')
  await page.getByRole('button', { name: 'Enregistrer ces achats' }).click()
  await page.waitForURL('**/achats?saisis=1**')
  const drafts = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  await expect.poll(drafts, eventually).not.toContain('Pain de campagne')
  // As the grid keeps it under the same key, once « back » has sent anew a form whose mistake was put right: a driven browser does not.
  await page.locator('[data-saved-draft]').evaluate((saved) => {
    const { savedDraft, savedGo } = (saved as HTMLElement).dataset
    localStorage.setItem(savedDraft!, JSON.stringify({ go: savedGo, rows: [{ description: 'Lait entier' }] }))
  })
  await page.reload()
  await page.getByText('1 achat enregistré').waitFor()
  await page.waitForLoadState('load')
  expect(await drafts()).toContain('Lait entier')
}, 60_000)

test('without script, on a narrow screen: paste beside the table, correct, confirm, save, take back', async () => {
  const { page } = await opened({ javaScriptEnabled: false, width: 320 })
  await page.fill('#bloc', BLOCK)
  await page.getByRole('button', { name: 'Remplir le tableau' }).click()
  expect(plain(await page.locator('#erreurs').textContent())).toContain('Ligne 3 : Écrivez cette date ainsi')
  expect(plain(await page.locator('main').textContent())).toContain('2 lignes sont complétées : relisez avant d’enregistrer')
  await page.fill('#date-3', '04/11/2026')
  await page.getByRole('button', { name: 'Enregistrer ces achats' }).click()
  await page.waitForURL('**/achats?saisis=5**')
  await page.getByRole('button', { name: 'Annuler cet ajout' }).click()
  expect(plain(await page.locator('main').textContent())).toContain('5 achats retirés')
}, 60_000)
