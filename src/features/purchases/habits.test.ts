import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'

async function opened() {
  const site = await testSite()
  const [elodie, reader] = [await site.as('elodie@ecole.example'), await site.as('lecteur@ecole.example')]
  const { id } = await canteenWith(site.platform, [
    [elodie.person, 'administrator'],
    [reader.person, 'reader'],
  ])
  const root = `/cantines/${id}/achats`
  const add = (fields: Record<string, string | string[]>) =>
    elodie.post(`${root}/ajouter`, { date: '20/11/2026', 'prix-ht': '12,50', fournisseur: 'Primeurs du Couesnon', ...fields })
  const text = async (path: string, who = elodie) =>
    (await (await who.get(root + path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const habits = () => text('/habitudes')
  return { elodie, reader, id, root, add, text, habits }
}

test('what a purchase says against its wording is learned, proposed for the same product, forgotten and retained again', async () => {
  const { elodie, reader, root, add, text, habits } = await opened()
  expect(await habits()).toContain('Rien pour l’instant')
  expect((await add({ produit: 'FILETS X10 CALIB. 120G', famille: 'produits_de_la_mer', label: 'PECHE_DURABLE' })).status).toBe(
    303,
  )
  const learned = await habits()
  expect(learned).toContain('Primeurs du Couesnon')
  expect(learned).toMatch(/FILETS X10 CALIB\. 120G .*Poissons.* · Pêche durable/)
  expect(learned).toMatch(/le 23 novembre 2026/)

  const asked = await add({ produit: 'FILET X40 CALIB 150 G', famille: '' })
  expect(asked.status).toBe(422)
  const page = (await asked.text()).replace(/\s/g, ' ')
  expect(page).toContain('Notre proposition, corrigée par votre équipe le 23 novembre 2026')
  expect(page).toMatch(/<option value="produits_de_la_mer" selected/)
  expect(page).toMatch(/value="PECHE_DURABLE" checked/)

  const button = /name="correction" value="(\d+)"/.exec(await (await elodie.get(`${root}/habitudes`)).text())![1]!
  expect(await text('/habitudes', reader)).not.toContain('Oublier')
  expect((await reader.post(`${root}/habitudes/oublier`, { correction: button })).status).toBe(403)
  const forgotten = await elodie.post(`${root}/habitudes/oublier`, { correction: button })
  const mark = new URL(forgotten.headers.get('location')!, 'http://x').searchParams.get('oubliee')!
  expect(await habits()).toContain('Rien pour l’instant')
  // Sent twice: said, and nothing changes.
  expect((await elodie.post(`${root}/habitudes/oublier`, { correction: button })).headers.get('location')).toMatch(/oubliee=$/)
  await elodie.post(`${root}/habitudes/retenir`, { correction: mark })
  expect(await habits()).toContain('FILETS X10')
})

test('what is left blank without having been proposed is no correction; what is unticked afterwards is one', async () => {
  const { elodie, id, root, add, habits } = await opened()
  await add({ produit: 'YRT BIO NAT FR 125G', famille: 'produits_laitiers' })
  expect(await habits()).toContain('Rien pour l’instant')
  const fields = {
    produit: 'YRT BIO NAT FR 125G',
    famille: 'produits_laitiers',
    date: '20/11/2026',
    'prix-ht': '99,00',
    version: '1',
  }
  const edit = `/cantines/${id}/achats/1/modifier`
  const shown = await (await elodie.get(edit)).text()
  expect(shown).toContain('Aucun label reconnu par la loi')
  // Another price teaches nothing.
  await elodie.post(edit, { ...fields, fournisseur: 'Primeurs du Couesnon' })
  expect(await habits()).toContain('Rien pour l’instant')
  await elodie.post(edit, { ...fields, version: '2', origine: 'EUROPE', fournisseur: 'Primeurs du Couesnon' })
  expect(await habits()).toMatch(/Bio retiré · Origine Europe/)
  expect((await elodie.get(`${root}/habitudes`)).status).toBe(200)
})
