// The test as people take it: with the keyboard alone, and in a browser without scripts.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFindings, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { loadDemo } from '../../site.ts'
import { demoStories } from './demo.data.ts'
import { steps } from './questions.ts'

/** Presses Tab until the focus is on what is wanted, as someone without a mouse does. */
async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`The keyboard does not reach ${selector} on ${page.url()}`)
}

async function press(page: Page, selector: string, key = 'Enter') {
  await tabTo(page, selector)
  await page.keyboard.press(key)
}

/** Comes to a group of radios and goes down to the answer with the arrows. */
async function choose(page: Page, name: string, value: string) {
  await tabTo(page, `input[name="${name}"]`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 10; presses++) {
    if (await page.evaluate((wanted) => (document.activeElement as HTMLInputElement).value === wanted, value)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No answer ${value} to ${name}`)
}

const type = async (page: Page, selector: string, text: string) => {
  await tabTo(page, selector)
  await page.keyboard.type(text)
}
const heading = (page: Page) => page.locator('h1').innerText()
/** Presses the button; comes back once the next page is there. */
const submit = (page: Page, selector: string) => Promise.all([page.waitForEvent('load'), press(page, selector)])
const next = (page: Page) => submit(page, 'form .fr-btn:not([name])')
/** What is read, with plain spaces. */
const textOf = async (page: Page, selector: string) => (await page.locator(selector).innerText()).replace(/[ \u00a0\u202f]/g, ' ')

test('with the keyboard alone, from the entry to the result of a school in La Réunion', async () => {
  const { url } = await listeningSite()
  const page = await newPage({ width: 320 })
  await page.goto(`${url}/faire-le-point`)
  await submit(page, '.fr-btn--lg')
  expect(await heading(page)).toContain('Votre cantine')
  await tabTo(page, '#sectors')
  await page.keyboard.type('Ecole pri')
  await choose(page, 'economicModel', 'public')
  await choose(page, 'managementType', 'direct')
  await choose(page, 'kitchen', 'on_site')
  await next(page)

  await type(page, '#dailyMeals', '150')
  await type(page, '#yearlyMeals', '21 000')
  await type(page, '#commune', 'Saint Denis')
  await next(page)
  // Several communes of that name: the focus is on what to correct, and the first line leads to the choice.
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('erreurs')
  expect(await accessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await choose(page, 'commune-choix', '97411')
  await next(page)

  await choose(page, 'total', 'amount')
  await type(page, '#total-montant', '52 500')
  await choose(page, 'organic', 'share')
  await type(page, '#organic-part', '8,8')
  await next(page)
  expect(await textOf(page, '.first-figures')).toContain('Produits bio : 8,8 %, il reste 630 €, soit 0,03 € par repas')
  await submit(page, '[value="precedent"]')
  expect(await page.locator('#organic-part').inputValue()).toBe('8,8')
  await next(page)
  await press(page, 'input[name="labels"][value="label_rouge"]', 'Space')
  await choose(page, 'labelled', 'unknown')
  await choose(page, 'criteria', 'none')
  await choose(page, 'supplierInformation', 'some')
  await submit(page, '[value="resultat"]')

  expect(await heading(page)).toBe('Votre cantine est en route')
  await press(page, '.disclosure summary')
  expect(await page.locator('.disclosure[open]').innerText()).toContain('Comment est-ce calculé')
  expect(await accessibilityFindings(page)).toEqual([])
  await tabTo(page, 'a[download]')
}, 120_000)

test('without scripts: the whole test, back and forth, the file kept and loaded again', async () => {
  const { url } = await listeningSite()
  const page = await newPage({ javaScriptEnabled: false, acceptDownloads: true })
  await page.goto(`${url}/faire-le-point`)
  await page.getByRole('button', { name: 'Commencer' }).click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  expect(await page.locator('#erreurs').innerText()).toContain('points sont à corriger')
  await page.locator('#sectors').selectOption('entreprise_entreprise')
  await page.getByText('D’une personne privée').click()
  await page.getByText('Une société de restauration').click()
  await page.getByText('Sur place').click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.locator('#dailyMeals').fill('80')
  await page.locator('#commune').fill('44000')
  await page.getByRole('button', { name: 'Continuer' }).click()
  // Fields of an answer appear with it, without a script.
  expect(await page.locator('#total-montant').isVisible()).toBe(false)
  await page.getByText('J’ai un ordre de grandeur').click()
  await page.locator('#total-fourchette').selectOption('20-50')
  await page.locator('#organic').getByText('Une part').click()
  await page.locator('#organic-part').fill('12')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.goBack()
  expect(await page.locator('#organic-part').inputValue()).toBe('12')
  await page.goForward()

  for (let screen = 0; screen < 10 && !page.url().endsWith('/resultat'); screen++) {
    for (const box of await page.locator('[value="unknown"]').all())
      await page.locator(`label[for="${await box.getAttribute('id')}"]`).click()
    await page.locator('form .fr-btn:not([name])').click()
  }
  const result = await textOf(page, 'main')
  expect(result).toContain('Bio : 12 %, objectif 20 %')
  expect(result).toContain('Il reste entre 1 600 € et 4 000 €')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger mes réponses' }).click()
  const file = await (await download).path()
  await page.getByRole('link', { name: 'Effacer mes réponses' }).click()
  await page.getByRole('button', { name: 'Effacer maintenant' }).click()
  expect(await page.locator('main').innerText()).toContain('Vos réponses sont effacées')
  await page
    .locator('#fichier')
    .setInputFiles({ name: 'reponses.json', mimeType: 'application/json', buffer: readFileSync(file) })
  await page.getByRole('button', { name: 'Reprendre avec ce fichier' }).click()
  expect(page.url()).toMatch(/\/resultat$/)
  expect((await textOf(page, 'main')).split('Garder ce résultat')[0]).toBe(result.split('Garder ce résultat')[0])
}, 120_000)

test('the result holds in a phone, in its budget, and on two pages of paper', async () => {
  const { url, platform } = await listeningSite({ DEMO: 'on' })
  await loadDemo(platform)
  for (const { code } of demoStories) {
    const page = await newPage({ width: 320 })
    await page.goto(`${url}/faire-le-point/${code}/resultat`)
    const size = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - window.innerWidth,
      elements: document.getElementsByTagName('*').length,
    }))
    expect(size.sideways).toBe(0)
    expect(size.elements).toBeLessThanOrEqual(370)
    expect(await accessibilityFindings(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.fr-alert').innerText()).toMatch(/^Un exemple imaginé\s+Une?n? [^?]+\.$/)
    for (const sum of await page.locator('.share .disclosure__body').all())
      expect((await sum.boundingBox())?.height).toBeGreaterThan(0)
    const paper = (
      await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } })
    ).toString('latin1')
    expect(Number(/\/Count (\d+)/.exec(paper)?.[1])).toBeLessThanOrEqual(2)
    await page.context().close()
  }
}, 120_000)

test('every screen of a hospital’s test holds in a phone and in its budget, and axe finds nothing', async () => {
  const { url } = await listeningSite({ DEMO: 'on' })
  const page = await newPage({ width: 320 })
  const faults: string[] = []
  for (const { id } of steps) {
    await page.goto(`${url}/faire-le-point/${demoStories[1]!.code}/${id}`)
    const elements = await page.evaluate(() => document.getElementsByTagName('*').length)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (elements > 370 || sideways > 0) faults.push(`${id}: ${elements} elements, ${sideways} px sideways`)
    faults.push(...(await accessibilityFindings(page)).map((finding) => `${id}: ${finding}`))
  }
  expect(faults).toEqual([])
}, 120_000)
