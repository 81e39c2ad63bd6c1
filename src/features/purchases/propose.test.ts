import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import type { PurchaseRecord } from '../../law/purchase.ts'
import { proposalsFor, whyProposed } from './propose.ts'
import { addPurchases, takeOut } from './purchases.ts'

const bought: PurchaseRecord = {
  date: '2026-03-12',
  description: 'Carotte  Vrac',
  supplier: 'Les Primeurs de la Vilaine',
  priceExclTaxCents: 10_00,
  family: 'fruits_et_legumes',
  characteristics: ['BIO', 'CONVERSION_BIO'],
  origin: 'FRANCE',
  shortChain: false,
  local: false,
  localDefinition: null,
  localKm: null,
}
const wanted = { description: 'CAROTTE VRAC', supplier: null, family: null, date: '2026-11-20' }

async function opened(past: readonly Partial<PurchaseRecord>[]) {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { id } = await canteenWith(site.platform, [[elodie.person, 'entry']])
  const { database } = site.platform
  const rows = past.map((one) => ({ ...bought, ...one, canteenId: id }))
  const ids = await addPurchases(database, rows, { source: 'page', by: null, now: TODAY })
  const ask = async (asked: Partial<Parameters<typeof proposalsFor>[2][number]>) =>
    (await proposalsFor(database, id, [{ ...wanted, ...asked }]))[0]!
  return { site, elodie, id, ids, ask }
}

test('a product bought before is proposed as it was last time, whatever its case and spaces; never with a retired label', async () => {
  const { ask, site, id, ids } = await opened([
    { date: '2026-02-01', characteristics: [], origin: null, supplier: 'Autrefois' },
    {},
  ])
  const proposal = await ask({})
  expect(proposal).toMatchObject({
    family: 'fruits_et_legumes',
    labels: ['BIO'],
    origin: 'FRANCE',
    supplier: 'Les Primeurs de la Vilaine',
    since: '2026-03-12',
  })
  expect(whyProposed(proposal, 'label')).toBe('comme le 12 mars 2026')
  expect(await ask({ supplier: 'autrefois' })).toMatchObject({ labels: [], origin: null, since: '2026-02-01' })
  // What was taken out is forgotten.
  await takeOut(site.platform.database, id, [ids[1]!], '00000000-0000-4000-8000-000000000001', { by: null, now: TODAY })
  expect(await ask({})).toMatchObject({ supplier: 'Autrefois', labels: [] })
})

test('from another supplier the family stays, labels and origin are read in the wording; a family that was given wins', async () => {
  const { ask } = await opened([{ description: 'MELANGE MAISON AB' }])
  const other = await ask({ description: 'Mélange maison AB', supplier: 'Un autre' })
  expect(other).toMatchObject({ family: 'fruits_et_legumes', labels: ['BIO'], origin: null, supplier: null, since: '2026-03-12' })
  expect([whyProposed(other, 'family'), whyProposed(other, 'label')]).toEqual(['comme le 12 mars 2026', 'lu dans « AB »'])
  expect(await ask({ description: 'Mélange maison AB', family: 'autres' })).toMatchObject({ family: 'autres', since: null })
  expect(await ask({ description: 'Zzz' })).toMatchObject({ family: null, labels: [], since: null })
})

test('the form of one purchase fills what was left blank from the last time, says so, and keeps what was typed', async () => {
  const { elodie, id } = await opened([{}])
  const path = `/cantines/${id}/achats/ajouter`
  const answer = await elodie.post(path, {
    cle: 'une-cle-de-test',
    produit: 'carotte vrac',
    'prix-ht': '12',
    date: '20/11/2026',
    origine: 'EUROPE',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Notre proposition, comme le 12 mars 2026')
  expect(html).toMatch(/<option value="fruits_et_legumes" selected/)
  expect(html).toMatch(/name="label" value="BIO" checked/)
  expect(html).toMatch(/name="origine" value="EUROPE" checked/)
  expect(html).toMatch(/name="fournisseur"[^>]*value="Les Primeurs de la Vilaine"/)
})
