import { expect, onTestFinished, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testDatabase } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { createCanteens } from '../canteens/canteens.ts'
import {
  addPurchases,
  bringBack,
  changePurchase,
  findPurchase,
  type NewPurchase,
  purchasesStream,
  purchaseYears,
  takeOut,
  yearFigures,
} from './purchases.ts'

async function opened() {
  const database = await testDatabase()
  onTestFinished(() => database.close())
  const [canteenId] = await createCanteens(database, [school], { source: 'page', by: null, now: TODAY })
  const bread: NewPurchase = {
    canteenId: canteenId!,
    family: 'boulangerie',
    characteristics: [],
    origin: null,
    shortChain: false,
    local: false,
    date: '2026-03-02',
    description: 'Pain de campagne',
    supplier: 'Boulangerie Le Bihan',
    priceExclTaxCents: 20_00,
    localDefinition: null,
    localKm: null,
  }
  const deed = { by: 'someone', now: TODAY }
  const add = (rows: NewPurchase[]) => addPurchases(database, rows, { source: 'page', ...deed })
  return { database, canteenId: canteenId!, bread, deed, add }
}

test('purchases are kept as given, and add up to the figures of their year', async () => {
  const { database, canteenId, bread, add } = await opened()
  const ids = await add([
    bread,
    {
      ...bread,
      family: 'viandes_volailles',
      characteristics: ['BIO', 'LABEL_ROUGE'],
      origin: 'FRANCE',
      priceExclTaxCents: 100_00,
    },
    { ...bread, family: 'viandes_volailles', characteristics: ['BIO'], priceExclTaxCents: -10_00, credit: true },
    { ...bread, date: '2025-12-31', priceExclTaxCents: 7_00 },
  ])
  expect(await findPurchase(database, canteenId, ids[1]!)).toMatchObject({
    characteristics: ['BIO', 'LABEL_ROUGE'],
    origin: 'FRANCE',
    priceExclTaxCents: 100_00,
    date: '2026-03-02',
    version: 1,
    credit: false,
  })
  const { total, simple } = await yearFigures(database, canteenId, 2026)
  expect(total).toEqual({ cents: 110_00, count: 3 })
  expect(simple).toMatchObject({ valeur_bio: 90_00, valeur_viandes_volailles_france: 100_00 })
  expect(await purchaseYears(database, canteenId)).toEqual([2026, 2025])
})

test('a change, a removal and its undoing are told; a stale change is refused', async () => {
  const { database, canteenId, bread, deed, add } = await opened()
  const [id] = await add([bread])
  const purchase = (await findPurchase(database, canteenId, id!))!
  const { canteenId: _, ...record } = bread
  expect(await changePurchase(database, purchase, { ...record, characteristics: ['BIO'], credit: false }, deed)).toBe(true)
  expect(await changePurchase(database, purchase, { ...record, description: 'Pain', credit: false }, deed), 'stale').toBe(false)
  const removalId = '00000000-0000-4000-8000-000000000001'
  expect(await takeOut(database, canteenId, [id!, 999], removalId, deed)).toBe(1)
  expect(await findPurchase(database, canteenId, id!)).toBeNull()
  expect((await yearFigures(database, canteenId, 2026)).total).toEqual({ cents: 0, count: 0 })
  expect(await bringBack(database, canteenId, removalId, deed)).toBe(1)
  expect(await bringBack(database, canteenId, removalId, deed)).toBe(0)
  expect((await yearFigures(database, canteenId, 2026)).simple.valeur_bio).toBe(20_00)
  const told = await readTrail(database, purchasesStream(canteenId), { most: 9 })
  expect(told.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['restored', { count: 1, removalId }],
    ['removed', { count: 1, removalId }],
    ['changed', { id, characteristics: [[], ['BIO']] }],
    ['added', { id, count: 1, cents: 20_00, source: 'page', sourceId: null }],
  ])
  expect(await verifyTrail(database, purchasesStream(canteenId))).toEqual({ sound: 4, brokenAt: null })
})

test('what is wrong is never written', async () => {
  const { database, bread, add } = await opened()
  await expect(add([bread, { ...bread, priceExclTaxCents: -1 }])).rejects.toThrow('priceExclTaxCents negative')
  await expect(add([{ ...bread, date: '2026-11-24' }])).rejects.toThrow('date in_the_future')
  expect(await database.first('select count(*) as n from purchase')).toEqual({ n: 0 })
})
