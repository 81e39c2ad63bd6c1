// Élodie runs three schools; one contractor fills their statements from one list, without account nor script.
import { expect, test } from 'vitest'
import { enterAs, listeningSite, newPage } from '../../../tools/testing/browser.ts'
import { addCanteens, school, someSiret } from '../../../tools/testing/canteens.ts'
import { soundPages } from '../../../tools/testing/sound-page.ts'

for (const javaScriptEnabled of [false, true])
  test(`several canteens ask one contractor, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const { url, platform, as, runJobs, mailsTo } = await listeningSite()
    const elodie = await as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
    const records = ['École Ampère', 'École Braille', 'École Curie'].map((name, at) => ({
      ...school,
      name,
      siret: someSiret(at + 1),
    }))
    await addCanteens(platform, records, elodie.person.id)
    const sound = soundPages(platform.assets, javaScriptEnabled)
    const hers = await newPage({ javaScriptEnabled })
    await enterAs(hers, url, elodie)
    await hers.goto(`${url}/mes-cantines`)
    await hers.getByRole('link', { name: 'relevés de plusieurs cantines' }).press('Enter')
    await hers.waitForURL('**/releves')
    await sound(hers)
    await hers.getByRole('button', { name: 'Demander ces relevés' }).press('Enter')
    await hers.getByRole('link', { name: 'Cochez les cantines' }).waitFor()
    await sound(hers)
    await hers.getByLabel('Nom', { exact: false }).first().fill('Tables d’Ille')
    await hers.getByLabel('Adresse électronique').fill('duval@tables.example')
    await hers.getByLabel('Année').selectOption('2025')
    await hers.getByLabel('École Ampère').press('Space')
    await hers.getByLabel('École Curie').press('Space')
    await hers.getByRole('button', { name: 'Demander ces relevés' }).press('Enter')
    await hers.getByText('Nous avons écrit à duval@tables.example').waitFor()
    await sound(hers)

    await runJobs()
    const [mail] = await mailsTo('duval@tables.example')
    const his = await newPage({ javaScriptEnabled })
    await his.goto(/\S+\/releve\/cantines\/\S+/.exec(mail?.body ?? '')![0])
    await sound(his)
    await his.getByRole('link', { name: 'École Curie' }).press('Enter')
    await his.getByLabel('Famille').first().selectOption({ label: 'Charcuterie' })
    await his.getByLabel('Montant').first().fill('300')
    await his.getByRole('button', { name: 'Vérifier mon relevé' }).press('Enter')
    await his.waitForURL('**/relecture')
    await sound(his)
    await his.getByLabel('Votre nom').fill('Anne Duval')
    await his.getByLabel('Votre fonction').fill('Gérante')
    await his.getByLabel('Je certifie').press('Space')
    await his.getByRole('button', { name: /Envoyer/ }).press('Enter')
    await his.getByRole('heading', { name: 'Relevé envoyé' }).waitFor()
    await his.getByRole('link', { name: 'Toutes les cantines de votre liste' }).press('Enter')
    await his.getByRole('heading', { name: 'Envoyés (1)' }).waitFor()
    await his.getByText('Plus que 1 cantine sur 2').waitFor()
    await sound(his)
    expect(await his.context().cookies()).toEqual([])

    await hers.reload()
    await hers.getByText('1 relevé reçu sur 2').waitFor()
    await hers.getByRole('link', { name: 'École Curie' }).press('Enter')
    await hers.getByText('Attesté par Anne Duval').waitFor()
    await sound(hers)
  }, 180_000)
