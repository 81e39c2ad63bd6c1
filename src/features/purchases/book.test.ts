import { expect, test } from 'vitest'
import { school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { createCanteens } from '../canteens/canteens.ts'

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const [id] = await site.platform.database.transaction((db) =>
    createCanteens(db, [school], { source: 'page', by: elodie.person.id, now: TODAY }),
  )
  const at = (path: string) => `/cantines/${id}/achats${path}`
  const text = async (path: string) => (await (await elodie.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return { site, elodie, at, text }
}

const carrots = {
  cle: 'une-cle-de-test',
  produit: 'CAROTTE AB FR',
  'prix-ht': '1 125,40',
  date: '02/11/2026',
  famille: 'fruits_et_legumes',
  label: ['BIO'],
  origine: 'FRANCE',
}

test('an empty book says how to start; a purchase is added once, however often the form is sent', async () => {
  const { elodie, at, text } = await opened()
  expect(await text(at(''))).toContain('Une facture suffit pour voir bouger vos parts.')
  expect(await text(at('/bilan'))).toContain(
    'Pas encore d’achat en 2026. Une facture suffit pour les voir bouger : ouvrir le cahier d’achats',
  )
  for (const _ of [1, 2]) expect((await elodie.post(at('/ajouter'), carrots)).headers.get('location')).toBe(at('?ajoute=1'))
  expect(await text(at('?ajoute=1'))).toMatch(
    /L’achat est enregistré CAROTTE AB FR : 1 125,40 €, le 2 novembre 2026\. Le modifier Le répéter/,
  )
  const next = (await elodie.post(at('/ajouter'), { ...carrots, cle: 'une-autre-cle', ensuite: 'autre' })).headers.get(
    'location',
  )!
  expect(next).toBe(at('/ajouter?ajoute=2'))
  const { label: _, ...unlabelled } = carrots
  const silent = await elodie.post(at('/ajouter'), { ...unlabelled, cle: 'sans-le-label' })
  expect(await text(silent.headers.get('location')!)).toContain('Nous lisons « Bio » dans le libellé, sans le compter')
  expect(await text(next), 'said above the next form').toContain('L’achat est enregistré CAROTTE AB FR')
  await elodie.post(at('/retirer'), { achat: ['2', '3'] })
  expect(await text(at(''))).toMatch(/1 achat, 1 125,40 € hors taxe .*CAROTTE AB FR.*02\/11\/2026.*Bio.*Origine France/)
})

test('what is wrong is said at its field and kept; a family left blank is proposed from the wording', async () => {
  const { elodie, at } = await opened()
  const { famille: _, label: __, ...blank } = carrots
  const answer = await elodie.post(at('/ajouter'), { ...blank, 'prix-ht': 'douze', date: '31/02/2026' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of [
    'Indiquez le prix hors taxe en euros',
    'Indiquez la date de l’achat',
    'Notre proposition',
    'rien n’est encore enregistré',
  ])
    expect(html).toContain(words)
  expect(html, 'filled in, it is no mistake').not.toContain('Choisissez une famille')
  expect(html).toMatch(/value="douze"/)
  expect(html).toMatch(/<option value="fruits_et_legumes" selected/)
  expect(html).toMatch(/name="label" value="BIO" checked/)
})

test('a purchase is changed, told stale, copied, taken out and brought back', async () => {
  const { elodie, at, text } = await opened()
  await elodie.post(at('/ajouter'), carrots)
  expect(await text(at('/1/modifier'))).toContain('Modifier l’achat')
  const changed = { ...carrots, 'prix-ht': '100', date: '2 nov. 2026', version: '1' }
  expect((await elodie.post(at('/1/modifier'), changed)).headers.get('location')).toBe(at('?modifie=1'))
  const stale = await elodie.post(at('/1/modifier'), { ...changed, 'prix-ht': '200' })
  expect([stale.status, await stale.text()]).toEqual([409, expect.stringContaining('a changé pendant que')])
  expect(await (await elodie.get(at('/ajouter?copie=1'))).text()).toContain('value="CAROTTE AB FR"')
  const removed = (await elodie.post(at('/retirer'), { achat: ['1', '999'], q: 'carotte' })).headers.get('location')!
  expect(await text(removed)).toContain('1 achat retiré')
  expect(await text((await elodie.get(at('/1/modifier'))).headers.get('location')!)).toContain('n’est plus dans le cahier')
  const late = await elodie.post(at('/1/modifier'), { ...changed, 'prix-ht': '300' })
  expect([late.status, await late.text()]).toEqual([409, expect.stringMatching(/retiré pendant que.*value="300"/s)])
  const retrait = new URL(removed, 'http://x').searchParams.get('retrait')!
  expect((await elodie.post(at('/remettre'), { retrait, q: 'carotte' })).headers.get('location')).toBe(at('?q=carotte&remis=1'))
  expect(await text(at(''))).toContain('1 achat, 100,00 €')
})

test('the shares of the year follow the purchases, each amount leads to its lines', async () => {
  const { elodie, at, text } = await opened()
  await elodie.post(at('/ajouter'), { ...carrots, 'prix-ht': '30' })
  await elodie.post(at('/ajouter'), {
    cle: 'une-autre-cle',
    produit: 'Pain',
    'prix-ht': '70',
    date: '02/11/2026',
    famille: 'boulangerie',
    label: ['FERMIER'],
  })
  const summary = await text(at('/bilan?annee=2026'))
  expect(summary).toContain('30 % de durable et de qualité, dont 30 % de bio, sur 100,00 € (2 achats).')
  expect(summary).toMatch(/Il reste 20 € .*à dépense égale/)
  expect(summary).toContain('1 achat « Fermier » en Boulangerie')
  const html = await (await elodie.get(at('/bilan?annee=2026'))).text()
  const [, href = ''] = /href="([^"]*compte=bio[^"]*)"/.exec(html) ?? []
  const lines = await text(href.replaceAll('&amp;', '&'))
  expect(lines).toContain('1 achat, 30,00 €')
  expect(lines).not.toContain('Pain ')
})

test('a year is drawn month by month, beside the year before until the same day', async () => {
  const { elodie, at, text } = await opened()
  const bought = [
    ['10/01/2025', '100', 'BIO'],
    ['23/11/2025', '100'],
    ['24/11/2025', '80', 'BIO'],
    ['31/12/2025', '120'],
    ['31/01/2026', '60', 'BIO'],
    ['01/02/2026', '140'],
  ] as const
  for (const [date, price, label] of bought)
    await elodie.post(at('/ajouter'), { ...carrots, cle: `cle-du-${date}`, date, 'prix-ht': price, label: label ? [label] : [] })
  const summary = await text(at('/bilan'))
  expect(summary).toContain(
    'C’est 20 points de moins qu’à la même date en 2025 : 50 % de durable et de qualité, dont 50 % de bio.',
  )
  expect(summary).toMatch(/finirait vers 400 € : il resterait 200 € à acheter/)
  expect(summary).toMatch(/Janvier 60,00 € 60,00 € 60,00 € 100 % – Février 140,00 € 0,00 € 0,00 € 0 % – /)
  expect(summary).toMatch(/Novembre 0,00 € 0,00 € 0,00 € – 80 € Décembre 0,00 € 0,00 € 0,00 € – 120 €/)
  expect(await text(at('/bilan?annee=2025'))).toContain(
    '45 % de durable et de qualité, dont 45 % de bio, sur 400,00 € (4 achats).',
  )
})

test('what a year asks of its book leads to the purchases concerned', async () => {
  const { elodie, at, text } = await opened()
  const bought = { ...carrots, famille: 'boulangerie', produit: 'Pain' }
  await elodie.post(at('/ajouter'), { ...bought, 'prix-ht': '90', label: [] })
  await elodie.post(at('/ajouter'), { ...bought, cle: 'une-cle-d-avoir', 'prix-ht': '12,50', avoir: 'oui' })
  expect(await text(at('/bilan?annee=2026'))).toMatch(
    /À regarder .*« Bio » : les avoirs dépassent les achats de 12,50 €\. .*À vérifier : les achats de 2026, Boulangerie.*, Bio/,
  )
  const html = await (await elodie.get(at('/bilan?annee=2026'))).text()
  const [, href = ''] = /href="([^"]*)">À vérifier/.exec(html) ?? []
  expect(await text(href.replaceAll('&amp;', '&'))).toContain('1 achat, −12,50 €')
})

test('a book is searched: words in any order, each filter, days included, sorted, all together', async () => {
  const { elodie, at, text } = await opened()
  const bought = [
    ['Pain de campagne', 'Boulangerie Petit', '30', '01/03/2026', 'boulangerie', []],
    ['Pain aux céréales', 'Fournil des Halles', '40', '31/03/2026', 'boulangerie', ['BIO']],
    ['Pommes', 'Fournil des Halles', '50', '01/04/2026', 'fruits_et_legumes', ['HVE']],
    ['Pain 100 % seigle', 'Boulangerie Petit', '60', '12/12/2025', 'boulangerie', []],
  ] as const
  for (const [produit, fournisseur, price, date, famille, label] of bought)
    await elodie.post(at('/ajouter'), {
      cle: `cle-de-${date}`,
      produit,
      fournisseur,
      'prix-ht': price,
      date,
      famille,
      label: [...label],
    })
  const total = async (query: string) => /([\d,]+ €) hors taxe/.exec(await text(at(query)))?.[1]
  expect(await total('')).toBe('180,00 €')
  expect(await total('?q=cereales+PAIN')).toBe('40,00 €')
  expect(await total('?q=100+%25')).toBe('60,00 €')
  expect(await total('?q=petit&annee=2026')).toBe('30,00 €')
  expect(await total('?du=2026-03-01&au=2026-03-31')).toBe('70,00 €')
  expect(await total('?du=31/03/2026')).toBe('90,00 €')
  expect(await total('?au=28/02/2026&famille=boulangerie')).toBe('60,00 €')
  expect(await total('?famille=boulangerie&label=sans')).toBe('90,00 €')
  expect(await total('?label=HVE')).toBe('50,00 €')
  expect(await total('?annee=2026&compte=bio')).toBe('40,00 €')
  expect(await text(at('?du=2026-05-01'))).toContain('Aucun achat ne répond')
  // A day that does not exist narrows nothing.
  expect(await total('?du=31/02/2026')).toBe('180,00 €')
  const order = async (sort: string) => {
    const words = await text(at(`?tri=${sort}`))
    return bought.map(([name]) => name).sort((a, b) => words.indexOf(`${a} `) - words.indexOf(`${b} `))
  }
  expect((await order('montant'))[0]).toBe('Pain 100 % seigle')
  expect((await order('libelle'))[0]).toBe('Pain 100 % seigle')
  expect((await order('date'))[0]).toBe('Pommes')
})

test('readers see and do not touch; strangers see nothing', async () => {
  const { site, elodie, at } = await opened()
  await elodie.post(at('/ajouter'), carrots)
  const stranger = await site.as('inconnu@ailleurs.example')
  expect((await stranger.get(at(''))).status).toBe(403)
  expect((await stranger.post(at('/ajouter'), { ...carrots, cle: 'cle-d-inconnu' })).status).toBe(403)
  await site.platform.database.run(`insert into canteen_member values (1, $1, 'reader', now())`, [stranger.person.id])
  expect(await (await stranger.get(at(''))).text()).not.toContain('Retirer les achats')
  expect((await stranger.post(at('/retirer'), { achat: '1' })).status).toBe(403)
})
