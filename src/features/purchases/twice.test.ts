// The same purchases brought by two ways: asked about, listed, taken out together.
import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { formValues } from '../../platform/http/forms.ts'
import { readPurchase } from './purchase-form.ts'
import { addPurchases } from './purchases.ts'

const TODAY = '2026-11-24'
const line = (more: Record<string, string> = {}) =>
  readPurchase(
    formValues(
      Object.entries({ produit: 'Carottes', 'prix-ht': '12', date: '02/11/2026', famille: 'fruits_et_legumes', ...more }),
    ),
    TODAY,
  ).purchase

test('what a file brings again is asked about and can be taken out; two lines alike of one invoice are not', async () => {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { id: canteenId } = await canteenWith(site.platform, [[elodie.person, 'entry']])
  const at = (path: string) => `/cantines/${canteenId}/achats${path}`
  const text = async (path: string) => (await (await elodie.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const add = (source: 'invoice' | 'import', sourceId: string, lines: ReturnType<typeof line>[]) =>
    site.platform.database.transaction((db) =>
      addPurchases(
        db,
        lines.map((one) => ({ ...one, canteenId })),
        { source, sourceId, by: elodie.person.id, now: site.platform.now() },
      ),
    )
  await add('invoice', '1', [line(), line(), line({ produit: 'Pain' }), line({ date: '02/11/2025' })])
  expect(await text(at('/bilan?annee=2026'))).not.toContain('en double')
  await add('import', 'fichier', [line({ produit: 'CAROTTES' }), line({ fournisseur: 'Primeurs' }), line({ 'prix-ht': '12,01' })])
  expect(await text(at('/bilan?annee=2026'))).toContain('1 achat peut-être en double , pour 12,00 €')
  expect(await text(at('?annee=2026&deux-fois=oui'))).toMatch(/1 achat, 12,00 € hors taxe .*Chacun ressemble .*CAROTTES/)
  await elodie.post(at('/retirer'), { tout: 'oui', annee: '2026', 'deux-fois': 'oui' })
  expect(await text(at('?annee=2026'))).toContain('5 achats, 60,01 €')
  expect(await text(at('/bilan?annee=2026'))).not.toContain('en double')
})
