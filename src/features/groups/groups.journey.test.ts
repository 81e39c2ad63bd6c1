// Karim makes his group in a real browser, by keyboard, with and without script: three restaurants, a change of kitchen, the split.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityFindings, enterAs, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { addCanteens, group, satellite, someSiret } from '../../../tools/testing/canteens.ts'
import { faultsOf, knownClasses } from '../../../tools/testing/sound-html.ts'

/** Presses Tab until the element that answers to this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let press = 0; press < 90; press++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : null
      return (label ?? element?.textContent ?? '').trim().replaceAll('\u00a0', ' ')
    })
    if (here.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to « ${name} » with Tab on ${page.url()}`)
}

const press = async (page: Page, name: string) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

for (const javaScriptEnabled of [true, false])
  test(`a group of three, by keyboard, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { url, platform, as } = await listeningSite()
    const karim = await as('karim@cuisine.example', { prenom: 'Karim', nom: 'Benali' })
    const elodie = await as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
    const named = (name: string, rank: number) => ({ ...satellite, name, siret: someSiret(rank) })
    const [kitchen, other] = await addCanteens(platform, [group, { ...group, name: 'Cuisine du Bourg' }], karim.person.id)
    const [school] = await addCanteens(platform, [named('École des Prés', 1)], karim.person.id)
    const [hers] = await addCanteens(platform, [named('Crèche du Bois', 2)], elodie.person.id)
    const known = knownClasses(platform.assets)
    const sound = async (page: Page) => {
      expect(await faultsOf(await (await page.context().request.get(page.url())).text(), known), page.url()).toEqual([])
      if (!javaScriptEnabled) return
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(sideways, `${page.url()} at ${width}`).toBeLessThanOrEqual(0)
        expect(await accessibilityFindings(page), `${page.url()} at ${width}`).toEqual([])
      }
    }
    const page = await newPage({ javaScriptEnabled })
    await enterAs(page, url, karim)

    await page.goto(`${url}/cantines/${kitchen}/groupe`)
    await page.getByText('Ce groupe n’a pas encore de restaurant.').waitFor()
    await sound(page)
    await press(page, 'Rattacher des restaurants')
    await page.waitForURL('**/ajouter')
    await press(page, 'Rattacher au groupe')
    await page.getByText('Cochez au moins un restaurant').first().waitFor()
    await tabTo(page, 'École des Prés')
    await page.keyboard.press('Space')
    await press(page, 'Rattacher au groupe')
    await page.getByText('Un restaurant est rattaché').waitFor()
    await sound(page)

    await press(page, 'Rattacher des restaurants')
    await page.waitForURL('**/ajouter')
    await tabTo(page, 'Chercher un restaurant satellite')
    await page.keyboard.type('creche bois')
    await page.keyboard.press('Enter')
    await page.getByText('Géré par une autre équipe').waitFor()
    await sound(page)
    await tabTo(page, 'Crèche du Bois')
    await page.keyboard.press('Space')
    await press(page, 'Rattacher au groupe')
    await page.getByText('Une demande est envoyée').waitFor()
    await sound(page)

    await press(page, 'En créer de nouveaux')
    await page.waitForURL('**/creer')
    await sound(page)
    await tabTo(page, 'Public')
    await page.keyboard.press('Space')
    await tabTo(page, 'Secteur')
    await page.keyboard.type('Crèche')
    for (const [label, value] of [
      ['Nom', 'Résidence des Tilleuls'],
      ['Commune', '35510'],
      ['Repas par jour', '40'],
      ['Repas par an', '14 600'],
    ] as const) {
      await tabTo(page, label)
      await page.keyboard.type(value)
    }
    await press(page, 'Créer et rattacher')
    await page.getByText('Les restaurants sont créés et rattachés').waitFor()
    await page.getByText('2 restaurants aujourd’hui, 31 400 repas par an.').waitFor()

    const hers320 = await newPage({ javaScriptEnabled, width: 320 })
    await enterAs(hers320, url, elodie)
    await hers320.goto(`${url}/cantines/${hers}/groupe`)
    await hers320.getByText('Une demande attend votre réponse').waitFor()
    await sound(hers320)
    await press(hers320, 'Accepter')
    await hers320.getByText('La demande est acceptée').waitFor()
    await sound(hers320)

    await page.goto(`${url}/cantines/${school}/groupe/changer`)
    await sound(page)
    await tabTo(page, 'Cuisine du Bourg')
    await page.keyboard.press('Space')
    await page.getByLabel('Cette cantine change de cuisine le').fill('2026-09-01')
    await press(page, 'Enregistrer')
    await page.getByText('Le changement de cuisine est enregistré').waitFor()
    await sound(page)
    await page.getByText('« Cuisine du Bourg » du 1er septembre 2026 au 31 décembre 2026').waitFor()
    await press(page, 'modifier')
    await page.waitForURL('**/periodes/*')
    await sound(page)

    await page.goto(`${url}/cantines/${kitchen}/groupe/repartition?annee=2026`)
    await tabTo(page, 'Total des achats')
    await page.keyboard.type('40 000,01')
    await press(page, 'Répartir')
    await page.getByText('Total des 3 restaurants').waitFor()
    expect((await page.locator('tfoot').innerText()).replace(/[\u00a0\u202f]/g, ' ')).toContain('40 000,01 €')
    await press(page, 'Comment est-ce calculé')
    await page.getByText('Elle ne dit pas comment partager').waitFor()
    await sound(page)
    await page.goto(`${url}/cantines/${other}/groupe`)
    await press(page, 'Modifier les dates de École des Prés')
    await page.waitForURL('**/periodes/*')
    await press(page, 'Retirer cette période')
    await page.getByText('Cette période est retirée').waitFor()
    await press(page, 'Annuler')
    await page.getByText('C’est annulé').waitFor()
    await page.getByText('Un restaurant aujourd’hui').waitFor()
  }, 180_000)
