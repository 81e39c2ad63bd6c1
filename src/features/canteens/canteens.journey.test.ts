// From nothing to two complete canteens, without script: the first with the register's help, the second while it does not answer.
import { expect, test } from 'vitest'
import { accessibilityFindings, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { toldEstablishments } from '../register/register.ts'

test('a newcomer signs up and adds a school with the register up, then one with the register down', async () => {
  const { url, platform } = await listeningSite({ DEMO: 'on' })
  const living = await platform.database.rows<{ siret: string }>('select siret from canteen where siret is not null')
  const told = Object.values(toldEstablishments)
    .flat()
    .find(({ siret, state }) => state === 'open' && !living.some((one) => one.siret === siret))!
  const page = await newPage({ width: 320, javaScriptEnabled: false })
  /** By keyboard: a label is drawn over the box. */
  const tick = async (selector: string) => {
    await page.focus(selector)
    await page.keyboard.press('Space')
  }
  const press = (name: string | RegExp) => page.locator('main').getByRole('button', { name }).first().click()

  await page.goto(`${url}/creer-un-compte`)
  await page.fill('[name=prenom]', 'Nadège')
  await page.fill('[name=nom]', 'Le Goff')
  await page.fill('[name=courriel]', 'nadege@ecole.example')
  await tick('[name=accord]')
  await page.locator('main form button[type=submit]').first().click()
  await page.goto(`${url}/demo/courriels`)
  const token = /jeton=([\w-]+)/.exec(await page.content())![1]
  await page.goto(`${url}/connexion/lien?jeton=${token}`)
  await page.locator('main button[type=submit]').first().click()
  expect(new URL(page.url()).pathname).toBe('/mes-cantines')

  const fillCard = async () => {
    await tick('[name=type][value=site]')
    await tick('[name=gestion][value=direct]')
    await tick('[name=modele][value=public]')
    await page.selectOption('[name=secteur]', 'education_primaire')
    await page.fill('[name=repas-jour]', '80')
    await page.fill('[name=repas-an]', '11 200')
  }
  const giveNumber = async (siret: string) => {
    await page.goto(`${url}/cantines/nouvelle`)
    await tick('[name=numero][value=siret]')
    await page.fill('[name=siret]', siret.replace(/(\d{3})(?=\d)/g, '$1 '))
    await press('Continuer')
  }

  await giveNumber(told.siret)
  expect(await page.inputValue('[name=nom]')).toBe(told.name)
  await fillCard()
  await page.locator('main form button[type=submit]').last().click()
  expect(await page.locator('main').innerText()).toContain('La cantine est ajoutée')
  await page.goto(`${url}/mes-cantines`)
  expect(await page.locator('main').innerText()).toContain('1 cantine, complète')

  // Nobody listens at the register's address, and it has told nothing of this one.
  await giveNumber('21350051500019')
  expect(await page.locator('main').innerText()).toContain('continuez à la main')
  await page.fill('[name=nom]', 'École des Lilas')
  await page.fill('[name=commune]', 'Cesson-Sévigné')
  await fillCard()
  await page.locator('main form button[type=submit]').last().click()
  expect(await page.locator('main').innerText()).toContain('La cantine est ajoutée')
  await page.goto(`${url}/mes-cantines`)
  expect(await page.locator('main').innerText()).toContain('2 cantines, toutes complètes')
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)

  const scripted = await newPage({ width: 320, storageState: await page.context().storageState() })
  for (const path of ['/cantines/nouvelle', '/mes-cantines']) {
    await scripted.goto(url + path)
    expect(await accessibilityFindings(scripted), path).toEqual([])
  }
}, 60_000)
