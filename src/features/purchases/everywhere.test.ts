import { expect, test } from 'vitest'
import { addCanteens, school, someSiret } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { formValues } from '../../platform/http/forms.ts'
import { readCriteria } from './criteria.ts'
import { pageEverywhere, totalsEverywhere, yearSumsEverywhere } from './everywhere.sql.ts'
import { addPurchases, type NewPurchase } from './purchases.ts'
import { totalsOf } from './same-shares.tsx'

const bread: Omit<NewPurchase, 'canteenId'> = {
  date: '2026-03-02',
  description: 'Pain de campagne',
  supplier: 'Boulangerie Le Bihan',
  priceExclTaxCents: 20_00,
  family: 'boulangerie',
  characteristics: [],
  origin: null,
  shortChain: false,
  local: false,
  localDefinition: null,
  localKm: null,
}

/** Two canteens of Élodie's, one of someone else's, each with purchases of its own. */
async function opened() {
  const site = await testSite()
  const [elodie, other] = [await site.as('elodie@ecole.example'), await site.as('autre@ecole.example')]
  const named = (name: string, rank: number) => ({ ...school, name, siret: someSiret(rank) })
  const [moulin, veil] = await addCanteens(site.platform, [named('École Moulin', 1), named('École Veil', 2)], elodie.person.id)
  const [far] = await addCanteens(site.platform, [named('Collège lointain', 3)], other.person.id)
  const add = (canteenId: number, more: Partial<NewPurchase>[]) =>
    addPurchases(
      site.platform.database,
      more.map((one) => ({ ...bread, ...one, canteenId })),
      { source: 'page', by: null, now: TODAY },
    )
  const get = async (path: string) => (await elodie.get(path)).text()
  const text = async (path: string) => (await get(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { site, elodie, get, text, add, moulin: moulin!, veil: veil!, far: far! }
}

test('the purchases of all my canteens, and of no other one: searched, added up, taken away', async () => {
  const { site, elodie, get, text, add, moulin, veil, far } = await opened()
  await add(moulin, [{}, { description: 'Lait', date: '2026-05-04', priceExclTaxCents: 30_00 }, { date: '2025-05-04' }])
  await add(veil, [{ description: 'Pain bio', characteristics: ['BIO'], date: '2026-04-01' }])
  await add(far, [{ description: 'Pain secret', date: '2026-04-02' }])
  expect(await text('/mes-cantines')).toContain('Achats de toutes mes cantines')
  const all = await text('/achats')
  expect(all).toMatch(/3 achats en 2026, 70,00 € hors taxe .*École Moulin : 50,00 €, 2 achats.*École Veil : 20,00 €, 1 achat/)
  expect(all).toMatch(/Lait .*École Moulin .*Pain bio .*École Veil .*Pain de campagne/)
  expect(await text('/achats?annee=')).toContain('4 achats, 90,00 € hors taxe')
  expect(await text(`/achats?q=pain&cantine=${veil}`)).toContain('1 achat en 2026, 20,00 €')
  expect(await text(`/achats?cantine=${far}`), 'one of others is not asked for').toContain('3 achats en 2026')
  expect(await get('/achats?annee=&label=BIO')).toContain('href="/achats/export.xlsx?label=BIO&amp;annee="')
  const file = await (await elodie.get('/achats/export.csv?annee=')).text()
  expect(file.split('\n').filter((line) => /pain|lait/i.test(line))).toHaveLength(4)
  expect(file).not.toContain('secret')
  expect(await text('/achats?q=zzz'), 'no dead end').toMatch(
    /Importer un tableur .*Aucun achat en 2026 .*ouvrez-la dans vos cantines/,
  )
  expect(await get('/achats?annee=&label=BIO'), 'what is asked for is seen').toContain('<details class="disclosure" open=')
  const nobody = await site.as('personne@ecole.example')
  expect(await (await nobody.get('/achats')).text()).toContain('Vous n’avez pas encore de cantine')
})

test('pages follow one another in order, whatever canteen each line is of', async () => {
  const { site, add, moulin, veil, elodie } = await opened()
  const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
  await add(
    moulin,
    days.filter((_, index) => index % 3 === 0).map((date) => ({ date })),
  )
  await add(
    veil,
    days.filter((_, index) => index % 3 !== 0).map((date) => ({ date })),
  )
  const page = (number: number) =>
    pageEverywhere(
      site.platform.database,
      [moulin, veil],
      { ...readCriteria(formValues([['page', String(number)]])), kinds: null, ids: null },
      10,
    )
  const read = [...(await page(1)), ...(await page(2)), ...(await page(3))].map(({ date }) => date)
  expect(read).toEqual([...days].reverse())
  expect((await elodie.get('/achats?page=9')).headers.get('location')).toBe('/achats?annee=2026&page=2')
})

test('the same shares in three of my canteens are asked about, for whole years and nothing narrower', async () => {
  const { site, elodie, get, text, add, moulin, veil } = await opened()
  const [third = 0] = await addCanteens(site.platform, [{ ...school, name: 'École Zola', siret: someSiret(4) }], elodie.person.id)
  const bought = (times: number) => [
    { priceExclTaxCents: times * 85_00 },
    { priceExclTaxCents: times * 15_00, characteristics: ['BIO' as const] },
  ]
  await add(moulin, bought(1))
  await add(veil, bought(2))
  expect(await text('/achats')).not.toContain('À regarder')
  await add(third, bought(3))
  expect(await text('/achats')).toMatch(
    /À regarder Les mêmes parts au centième près \(85,00 %, 15,00 %\) pour 3 lieux .*: École Moulin, École Veil, École Zola.*À vérifier : 2026, École Veil/,
  )
  expect(await get('/achats')).toContain(`href="/cantines/${veil}/achats/bilan?annee=2026"`)
  for (const narrower of ['?q=pain', '?annee=', '?famille=boulangerie', `?cantine=${veil}`])
    expect(await text(`/achats${narrower}`), narrower).not.toContain('À regarder')
  const year = { ...readCriteria(formValues([['annee', '2026']])), kinds: null, ids: null }
  const ids = [moulin, veil, third]
  const { database } = site.platform
  expect(totalsOf(await yearSumsEverywhere(database, ids, 2026))).toEqual(await totalsEverywhere(database, ids, year))
  await add(third, [{ priceExclTaxCents: 1_00 }])
  expect(await text('/achats')).not.toContain('À regarder')
})

test('among more canteens than a list can hold, one is looked for by name, place or number', async () => {
  const { site, elodie, get, text, add, moulin, veil } = await opened()
  const many = Array.from({ length: 150 }, (_, at) => ({ ...school, name: `Crèche ${at} du réseau`, siret: someSiret(100 + at) }))
  const [zero = 0] = await addCanteens(site.platform, many, elodie.person.id)
  await add(moulin, [{}])
  await add(veil, [{ description: 'Lait', priceExclTaxCents: 30_00 }])
  await add(zero, [{ description: 'Pommes', priceExclTaxCents: 5_00 }])
  const html = await get('/achats')
  expect(html).not.toContain('<select class="fr-select" id="cantine"')
  expect(html).toMatch(/<input[^>]*id="nom-cantine"[^>]*type="search"/)
  expect(await text('/achats?nom-cantine=ecole+veil')).toMatch(/École Veil seulement\. .*1 achat en 2026, 30,00 €/)
  expect(await text('/achats?nom-cantine=ecole')).toContain('2 cantines répondent à « ecole »')
  expect(await get('/achats?nom-cantine=ecole')).toContain('href="/achats/export.xlsx?annee=2026&amp;nom-cantine=ecole"')
  const file = await (await elodie.get('/achats/export.csv?nom-cantine=ecole')).text()
  expect([file.includes('Lait'), file.includes('Pommes')]).toEqual([true, false])
  expect(await text(`/achats?nom-cantine=${someSiret(100)}`)).toContain('Crèche 0 du réseau seulement')
  const none = await text('/achats?nom-cantine=lointain')
  expect(none, 'that of others is not found').toMatch(/Aucune de vos cantines ne répond à « lointain ».*Aucun achat en 2026/)
  const one = await get(`/achats?cantine=${moulin}`)
  expect(one).toMatch(new RegExp(`type="hidden" name="cantine" value="${moulin}"`))
  expect(await text(`/achats?cantine=${moulin}`)).toContain('École Moulin seulement')
  expect(await text(`/achats?cantine=${moulin}&nom-cantine=veil`), 'words say more').toContain('École Veil seulement')
})
