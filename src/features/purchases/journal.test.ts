import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { readTrail } from '../../platform/database/trail.ts'
import { purchasesStream, purchaseTrailWords } from './purchases.ts'

test('who added, changed, took out and brought back what is told in words, and the chain is verified', async () => {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
  const canteen = await canteenWith(site.platform, [[elodie.person, 'entry']])
  const at = (path: string) => `/cantines/${canteen.id}/achats${path}`
  const bread = { cle: 'cle-du-pain', produit: 'Pain', 'prix-ht': '20', date: '02/11/2026', famille: 'boulangerie' }
  await elodie.post(at('/ajouter'), bread)
  await elodie.post(at('/1/modifier'), { ...bread, 'prix-ht': '25', label: ['BIO'], fournisseur: 'Le Bihan', version: '1' })
  const removed = (await elodie.post(at('/retirer'), { achat: '1' })).headers.get('location')!
  await elodie.post(at('/remettre'), { retrait: new URL(removed, 'http://x').searchParams.get('retrait')! })
  await elodie.post(at('/ajouter'), { ...bread, cle: 'cle-du-pain-2' })
  const both = (await elodie.post(at('/retirer'), { achat: ['1', '2'] })).headers.get('location')!
  await elodie.post(at('/remettre'), { retrait: new URL(both, 'http://x').searchParams.get('retrait')! })
  await elodie.post(at('/recurrents/ajouter'), { cle: 'cle-de-repetition', achat: '1', rythme: 'month' })
  const page = (await (await elodie.get(at('/journal'))).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  for (const words of [
    'L’achat nº 1 reviendra chaque mois, à confirmer',
    '1 achat remis',
    '2 achats remis ',
    '1 achat retiré',
    'Achat nº 1 modifié. Fournisseur : rien devient « Le Bihan ». Prix hors taxe : 20,00 € devient 25,00 €. Labels : rien devient Bio',
    '1 achat ajouté, 20,00 € (nº 1)',
    'Élodie Martin',
    'et les 8 se suivent',
  ])
    expect(page).toContain(words)
  const told = await readTrail(site.platform.database, purchasesStream(canteen.id), { most: 40 })
  expect(told.filter(({ kind }) => !(kind in purchaseTrailWords))).toEqual([])
})
