import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { claims } from '../../law/claims.ts'
import { judgeWording } from './claims.ts'

/** What a page says, in plain text: tags gone, entities read, spaces ordinary. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')

const ask = (mention: string, rest: Record<string, string> = {}) =>
  `/est-ce-que-ca-compte?${new URLSearchParams({ mention, ...rest })}`

test('« HVE niveau 2 » counts until the end of 2026, and no longer in 2027', async () => {
  const site = await testSite()
  const in2026 = words(await (await site.get(ask('HVE niveau 2', { annee: '2026' }))).text())
  expect(in2026).toContain('Compte jusqu’au 31 décembre 2026')
  expect(in2026).toContain('Où le compter : Certification environnementale de niveau 2 ou HVE')
  expect(in2026).toContain('article L. 230-5-1, I, 6° et 7°')
  const in2027 = words(await (await site.get(ask('HVE niveau 2', { annee: '2027' }))).text())
  expect(in2027).toContain('Ne compte pas dans les parts EGalim')
  expect(in2027).not.toContain('Où le compter')
  expect(in2027).toContain('Mais…')
})

test('without a year, the purchase is of the year it is in Paris', async () => {
  const site = await testSite({}, new Date('2026-12-31T23:30:00Z'))
  expect(words(await (await site.get(ask('HVE niveau 2'))).text())).toContain('achats de 2027')
})

test('several labels: one category, the highest, and what is set aside is said', async () => {
  const site = await testSite()
  const page = words(await (await site.get(ask('Café bio équitable, non HVE', { annee: '2026' }))).text())
  expect(page).toContain('Où le compter : Bio')
  expect(page).toContain('dont Bio et commerce équitable')
  expect(page).toContain('« HVE » : vos mots disent que le produit n’a pas ce signe')
})

test('the family that is given decides', async () => {
  const site = await testSite()
  const dairy = await site.get(ask('fermier', { annee: '2026', famille: 'produits_laitiers' }))
  expect(words(await dairy.text())).toContain('Cela dépend du produit')
  const fruit = await site.get(ask('fermier', { annee: '2026', famille: 'fruits_et_legumes' }))
  expect(words(await fruit.text())).toContain('Ne compte pas dans les parts EGalim')
})

test('a wording that we do not know is not judged: it gets suggestions and a way to find out', async () => {
  const site = await testSite()
  const page = words(await (await site.get(ask('lable rouge'))).text())
  expect(page).toContain('Nous ne connaissons pas cette mention')
  expect(page).toContain('Vous pensiez peut-être à Label Rouge')
  const product = words(await (await site.get(ask('Poulet rôti'))).text())
  expect(product).toContain('Nous ne voyons aucune mention dans ces mots')
  expect(product).toContain('Ce qui peut compter dans la famille « Viandes et volailles fraîches et surgelées »')
})

test('a doubt is told as a doubt', async () => {
  const site = await testSite()
  const page = words(await (await site.get(ask('Colin MSC'))).text())
  expect(page).toContain('Ne compte pas d’office')
  expect(page).toContain('Nous n’avons pas relu ce point dans un texte officiel')
})

test('an empty question, a year out of the tables and an unknown family come back with their reasons, values kept', async () => {
  const site = await testSite()
  const answer = await site.get('/est-ce-que-ca-compte?mention=&annee=1900&famille=zorglub')
  expect(answer.status).toBe(422)
  const html = await answer.text()
  for (const field of ['mention', 'annee', 'famille']) expect(html).toContain(`id="${field}-erreur"`)
  expect((await site.get(ask('x'.repeat(181)))).status).toBe(422)
  expect((await site.get(ask('Label Rouge', { annee: '2026.5' }))).status).toBe(422)
  const kept = await (await site.get(ask('yaourt "fermier"', { annee: '1900' }))).text()
  expect(kept).toContain('value="yaourt &quot;fermier&quot;"')
})

test('what is typed never becomes markup', async () => {
  const site = await testSite()
  const html = await (await site.get(ask('<img src=x> bio'))).text()
  expect(html).not.toContain('<img src=x')
  expect(words(html.replaceAll('&lt;', '‹'))).toContain('Compte')
})

test('every claim is in the catalogue and has its page, whatever the year; no other address has one', async () => {
  const site = await testSite()
  for (const year of ['2026', '2027']) {
    const catalogue = await (await site.get(`/est-ce-que-ca-compte/toutes-les-mentions?annee=${year}`)).text()
    for (const { id } of claims) expect(catalogue).toContain(`href="/est-ce-que-ca-compte/${id}?annee=${year}"`)
  }
  for (const { id, name } of claims) {
    const page = await site.get(`/est-ce-que-ca-compte/${id}?annee=2027`)
    expect(page.status, id).toBe(200)
    expect(words(await page.text()), id).toContain(name)
  }
  expect((await site.get('/est-ce-que-ca-compte/zorglub')).status).toBe(404)
})

test('the door judges, says it in words and leads to the explanation', async () => {
  const site = await testSite()
  const verdict = judgeWording('Poulet fermier Label Rouge', { dataYear: 2026, family: 'viandes_volailles' })
  expect(verdict).toMatchObject({ answer: 'counts', headline: 'Compte', label: { id: 'label_rouge' } })
  expect(words(await (await site.get(verdict.href)).text())).toContain('Où le compter : Label rouge')
  expect(judgeWording('bio ou Label Rouge', { dataYear: 2026 }).headline).toBe('Compte si c’est bien le produit livré')
})
