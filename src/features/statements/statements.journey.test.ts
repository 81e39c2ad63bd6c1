// Élodie asks her baker, who answers without an account nor script; she accepts one line, refuses another, and the year moves.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enterAs, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { addCanteens, school } from '../../../tools/testing/canteens.ts'
import { soundPages } from '../../../tools/testing/sound-page.ts'

/** Fields that a long form may hold: twice what other pages may, as for whoever works while signed in. */
const MOST_ELEMENTS = 750

for (const javaScriptEnabled of [false, true])
  test(`a statement from asking to the shares of the year, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { url, platform, as, runJobs, mailsTo } = await listeningSite()
    const elodie = await as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
    const [id] = await addCanteens(platform, [school], elodie.person.id)
    const isSound = soundPages(platform.assets, javaScriptEnabled)
    const sound = async (page: Page) => {
      await isSound(page)
      expect(await page.evaluate(() => document.getElementsByTagName('*').length)).toBeLessThan(MOST_ELEMENTS)
    }
    const hers = await newPage({ javaScriptEnabled })
    await enterAs(hers, url, elodie)
    await hers.goto(`${url}/cantines/${id}/achats`)
    await hers.getByRole('link', { name: 'Demander un relevé' }).press('Enter')
    await hers.waitForURL('**/releves')
    await sound(hers)
    await hers.getByLabel('Nom', { exact: false }).first().fill('Boulangerie Duval')
    await hers.getByLabel('Adresse électronique').fill('duval@pain.example')
    await hers.getByLabel('Année').selectOption('2025')
    await hers.getByRole('button', { name: 'Demander ce relevé' }).press('Enter')
    await hers.getByText('Nous avons écrit à duval@pain.example').waitFor()
    await sound(hers)

    await runJobs()
    const [mail] = await mailsTo('duval@pain.example')
    const link = /\S+\/releve\/\S+/.exec(mail?.body ?? '')![0]
    const his = await newPage({ javaScriptEnabled })
    await his.goto(link)
    await sound(his)
    const line = (number: number) => his.getByRole('group', { name: `Ligne ${number}`, exact: true })
    await line(1).getByLabel('Produits').fill('Pain bio')
    await line(1).getByLabel('Famille').selectOption({ label: 'Boulangerie/Pâtisserie fraîches et surgelées' })
    await line(1).getByLabel('Label').selectOption({ label: 'Bio' })
    await line(1).getByLabel('Montant').fill('beaucoup')
    await line(2).getByLabel('Famille').selectOption({ label: 'Charcuterie' })
    await line(2).getByLabel('Montant').fill('300')
    await his.getByRole('button', { name: 'Vérifier mon relevé' }).press('Enter')
    await his.getByRole('link', { name: 'Indiquez le montant de l’année' }).waitFor()
    await sound(his)
    await line(1).getByLabel('Montant').fill('1 250,50')
    await his.getByLabel('Total de 2025').fill('1700')
    await his.getByRole('button', { name: 'Vérifier mon relevé' }).press('Enter')
    await his.waitForURL('**/relecture')
    await his.getByText('manque-t-il des produits').waitFor()
    await sound(his)
    await his.getByRole('link', { name: 'corrigez vos lignes' }).press('Enter')
    await his.getByLabel('Votre fichier').setInputFiles({
      name: 'clients 2025.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'CA HT;Article;Rayon;Label\n1250,50;Pain bio;Pain;Bio\n300;Terrines;Charcuterie;\n149,50;Beurre AOP;Crèmerie;AOP',
      ),
    })
    await his.getByRole('button', { name: 'Lire ce fichier' }).press('Enter')
    await his.getByText('Votre fichier est lu : 3 lignes').waitFor()
    await sound(his)
    await his.getByLabel('Total de 2025').fill('1700')
    await his.getByRole('button', { name: 'Vérifier mon relevé' }).press('Enter')
    await his.waitForURL('**/relecture')
    expect(await his.getByText('À vérifier avant d’envoyer').count()).toBe(0)
    await his.getByLabel('Votre nom').fill('Paul Duval')
    await his.getByLabel('Votre fonction').fill('Boulanger')
    await his.getByLabel('Je certifie').press('Space')
    await his.getByRole('button', { name: 'Envoyer à École Jean-Moulin' }).press('Enter')
    await his.locator('h1', { hasText: 'Relevé envoyé' }).waitFor()
    await sound(his)

    await hers.reload()
    await hers.getByText('Attesté par Paul Duval (Boulanger)').waitFor()
    await sound(hers)
    const decide = (number: number, name: string) =>
      hers
        .getByRole('group', { name: `Décision pour la ligne ${number}` })
        .getByLabel(name)
        .press('Space')
    await decide(1, 'Accepter')
    await decide(2, 'Refuser')
    await decide(3, 'Accepter')
    await hers.getByRole('button', { name: 'Enregistrer mes décisions' }).press('Enter')
    await hers.getByRole('link', { name: 'Dites en un mot pourquoi' }).press('Enter')
    await sound(hers)
    await hers.locator('#ligne-1-mot').fill('Nous n’achetons pas de charcuterie.')
    await hers.getByRole('button', { name: 'Enregistrer mes décisions' }).press('Enter')
    await hers.getByText('2 achats enregistrés').waitFor()
    await sound(hers)
    await hers.getByRole('link', { name: 'Voir le détail de 2025' }).press('Enter')
    await hers.getByText('89,32').first().waitFor()

    await his.reload()
    await his.locator('h1', { hasText: 'La cantine a répondu' }).waitFor()
    expect(await his.locator('main').innerText()).toContain('Nous n’achetons pas de charcuterie.')
    await sound(his)
    expect(await his.context().cookies()).toEqual([])
  }, 180_000)
