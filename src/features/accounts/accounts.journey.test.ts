// A newcomer in a real browser: by keyboard alone, then without script.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFindings, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { WELCOME } from './landing.ts'

/** Presses Tab until the element that answers to this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let press = 0; press < 80; press++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
      return (label ?? element?.textContent ?? '').trim()
    })
    if (here.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to « ${name} » with Tab on ${page.url()}`)
}

async function sound(page: Page) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${page.url()} at ${width}`,
    ).toBeLessThanOrEqual(0)
    expect(await accessibilityFindings(page), `${page.url()} at ${width}`).toEqual([])
  }
}

for (const javaScriptEnabled of [true, false])
  test(`from nothing to one’s account by keyboard, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { url } = await listeningSite({ DEMO: 'on' })
    const page = await newPage({ javaScriptEnabled })
    await page.goto(url)
    await tabTo(page, 'Se connecter')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/connexion')
    await tabTo(page, 'Créez-le en une minute')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/creer-un-compte**')
    const fields = [
      ['Prénom', 'Anne-Gaëlle'],
      ['Nom', 'Le Guillou de Kerangal'],
      ['Adresse électronique', 'anne-gaelle@college.exemple.fr'],
    ] as const
    for (const [label, value] of fields) {
      await tabTo(page, label)
      await page.keyboard.type(value)
    }
    await tabTo(page, 'Créer mon compte')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Un point est à corriger' }).waitFor()
    if (javaScriptEnabled) await sound(page)
    await tabTo(page, 'J’ai compris')
    await page.keyboard.press('Space')
    await tabTo(page, 'Créer mon compte')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Regardez votre boîte aux lettres' }).waitFor()
    if (javaScriptEnabled) await sound(page)
    await tabTo(page, 'lisez-le ici')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/demo/courriels')
    if (javaScriptEnabled) await sound(page)
    await tabTo(page, url)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/connexion/lien**')
    if (javaScriptEnabled) await sound(page)
    await tabTo(page, 'Confirmer et me connecter')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${WELCOME}`)
    await tabTo(page, 'Anne-Gaëlle')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/mon-compte')
    await tabTo(page, 'Téléphone')
    await page.keyboard.type('01 23 45 67 89')
    await tabTo(page, 'Enregistrer')
    await page.keyboard.press('Enter')
    await page.getByText('Vos informations sont enregistrées.').waitFor()
    expect(await page.getByLabel('Téléphone').inputValue()).toBe('0123456789')
    if (!javaScriptEnabled) return
    await sound(page)
    for (const path of ['adresse', 'mot-de-passe', 'second-facteur', 'sessions', 'donnees']) {
      await page.goto(`${url}/mon-compte/${path}`)
      await sound(page)
    }
    await page.goto(`${url}/mon-compte/second-facteur`)
    await page.getByRole('button', { name: 'Commencer' }).click()
    await page.waitForURL('**/activer')
    await sound(page)
    await page.getByRole('button', { name: 'Se déconnecter' }).click()
    await page.waitForURL(`${url}/`)
    expect(await page.context().cookies()).toEqual([])
  }, 120_000)
