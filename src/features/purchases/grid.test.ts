import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { readTrail } from '../../platform/database/trail.ts'
import * as cells from './cells.ts'
import { cellsOf, linesOf } from './grid-block.client.ts'
import { BLANK_ROW, CHOICES, GRID, type GridKey, nameOf, type TypedRow, titledColumns } from './grid-columns.ts'
import { readRow } from './grid-row.ts'
import { type PurchaseSource, purchasesStream } from './purchases.ts'

const TODAY = '2026-11-23'
const lines = (text: string, first = 'date') => linesOf(cellsOf(text), titledColumns, first)
const row = (typed: Partial<TypedRow>): TypedRow => ({
  ...BLANK_ROW,
  date: '12/03/2026',
  description: 'Carottes',
  priceExclTaxCents: '10',
  family: 'Légumes',
  ...typed,
})

test('a block is read as spreadsheets copy it: quotes, line breaks, titles in any order and spelling, columns that we do not know', () => {
  expect(cellsOf('a\t"b ""c""\nd"\te\r\n\r\nf\t\t\n')).toEqual([
    ['a', 'b "c" d', 'e'],
    ['f', '', ''],
  ])
  expect(lines('Montant HT\tCode\tPRODUIT\tdate_achat\n"1 234,56"\tX1\tCarottes\t12/03/2026')).toEqual([
    { priceExclTaxCents: '1 234,56', description: 'Carottes', date: '12/03/2026' },
  ])
  expect(lines('12/03/2026\tPain\tLe Bihan\t20')).toEqual([
    { date: '12/03/2026', description: 'Pain', supplier: 'Le Bihan', priceExclTaxCents: '20' },
  ])
  expect(lines('Pain\nCarottes', 'description')).toEqual([{ description: 'Pain' }, { description: 'Carottes' }])
  expect(lines('date;produit\n12/03/2026;Pain')).toEqual([{ date: '12/03/2026', description: 'Pain' }])
  // Our own export comes back.
  const exported =
    'cantine_id\tdescription\tprix_ht\test_local\tdefinition_local\tdefinition_local_km\n1\tPain\t20.00\toui\tKM\t50'
  expect(lines(exported)).toEqual([{ description: 'Pain', priceExclTaxCents: '20.00', local: '50 km' }])
})

test('cells say a purchase as people write it, and what reads well is put tidily', () => {
  const typed = row({
    date: '2-3-26',
    priceExclTaxCents: '1 234,56 €',
    characteristics: 'AB, label rouge',
    origin: 'espagne',
    shortChain: 'x',
    local: 'departement',
  })
  const { purchase, mistakes, tidy } = readRow(typed, TODAY)
  expect(mistakes).toEqual([])
  expect(purchase).toMatchObject({
    date: '2026-03-02',
    priceExclTaxCents: 1_234_56,
    family: 'fruits_et_legumes',
    characteristics: ['BIO', 'LABEL_ROUGE'],
    origin: 'EUROPE',
    shortChain: true,
    local: true,
    localDefinition: 'DEPARTEMENT',
  })
  expect(tidy).toEqual({
    date: '02/03/2026',
    description: 'Carottes',
    supplier: '',
    priceExclTaxCents: '1234,56',
    family: 'Fruits et légumes',
    characteristics: 'Bio, Label rouge',
    origin: 'Europe',
    shortChain: 'oui',
    local: 'Département',
  })
  expect(readRow(tidy, TODAY).purchase).toEqual(purchase)
  expect(readRow(row({ priceExclTaxCents: '-12,50' }), TODAY).purchase).toMatchObject({ priceExclTaxCents: -12_50, credit: true })
  expect(readRow(row({ local: '30 km' }), TODAY).purchase).toMatchObject({ localDefinition: 'KM', localKm: 30 })
  expect(readRow(row({ characteristics: 'aucun', origin: 'hors UE' }), TODAY)).toMatchObject({
    mistakes: [],
    purchase: { characteristics: [], origin: null },
  })
})

test('everything that may be chosen in a cell reads, and comes back the same', () => {
  for (const [key, choices] of Object.entries(CHOICES) as [GridKey, readonly string[]][])
    for (const choice of choices) {
      const { mistakes, tidy } = readRow(row({ [key]: choice }), TODAY)
      expect([choice, mistakes, tidy[key]]).toEqual([choice, [], choice])
    }
})

test('each wrong cell says what to do, once', () => {
  const wrong: TypedRow = {
    date: '31/02/2026',
    description: '',
    supplier: '',
    priceExclTaxCents: 'douze',
    family: 'Ustensiles',
    characteristics: 'Brillant',
    origin: 'La Lune',
    shortChain: 'peut-être',
    local: 'par là',
  }
  const { mistakes, tidy } = readRow(wrong, TODAY)
  expect(mistakes.map(({ key }) => key)).toEqual(GRID.map(({ key }) => key).filter((key) => key !== 'supplier'))
  expect(mistakes[0]!.message).toBe('Écrivez cette date ainsi : 30/09/2026.')
  expect(tidy).toEqual(wrong)
  expect(readRow({ ...wrong, date: '24/11/2026' }, TODAY).mistakes[0]!.message).toContain('à venir')
})

test('a word that is no label is told what the law says of it', () => {
  const said = (characteristics: string) => readRow(row({ characteristics }), TODAY).mistakes.map(({ message }) => message)
  expect(said('Bio, MSC')).toEqual([
    '« MSC » : ne compte pas d’office : seulement si vous prouvez l’équivalence. Preuve en main, écrivez « Pêche durable » ; sinon « aucun ».',
  ])
  expect(said('Bleu-Blanc-Cœur')).toEqual([
    '« Bleu-Blanc-Cœur » : ne compte pas dans les parts EGalim. Sans autre label, écrivez « aucun ».',
  ])
  expect(said('Eurofeuille')).toEqual(['Pour « Eurofeuille », écrivez « Bio ».'])
  expect(cells.labels.read('Brillant').error!.message).toBe(
    '« Brillant » : choisissez un label de la liste, ou écrivez « aucun ».',
  )
  expect(cells.labels.read('aucun')).toEqual({ value: [] })
})

const BLOCK = `Fournisseur\tDate\tProduit\tMontant HT\tFamille\tLabels
Primeurs\t02/11/2026\tCarottes\t1 125,40\tFruits et légumes\tAB
Boulangerie Le Bihan\t03/11/2026\tPain de campagne\t20\tBoulangerie\t
Mareyeur\t31/02/2026\tLieu noir\t80\tPoisson\tPêche durable`

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { id } = await canteenWith(site.platform, [[elodie.person, 'entry']])
  const at = (path: string) => `/cantines/${id}/achats${path}`
  const kept = () =>
    site.platform.database.rows<{ description: string; cents: number; family: string; source: PurchaseSource }>(
      'select description, price_cents as cents, family, source from purchase where removal_id is null order by id',
    )
  return { site, elodie, id, at, kept }
}

/** The form as a page sends it: one value a row under each name. */
const form = (rows: readonly Partial<TypedRow>[], more: Record<string, string | string[]> = {}) => ({
  cle: 'une-cle-de-test',
  ...Object.fromEntries(GRID.map(({ key }) => [nameOf(key), rows.map((one) => one[key] ?? '')])),
  ...more,
})

/** The fields of the form in a page, by name, as a browser sends them back. */
function sentBack(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const text = (value: string) => value.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map((one) => new RegExp(` ${one}="([^"]*)"`).exec(tag)?.[1] ?? '')
    if (name) fields[name] = [...(fields[name] ?? []), text(value!)]
  }
  return fields
}

test('without script: paste, correct what is marked, confirm what is proposed, save once, take it all back', async () => {
  const { elodie, at, kept, site, id } = await opened()
  const empty = await (await elodie.get(at('/saisir'))).text()
  const pasted = await elodie.post(at('/saisir'), { ...sentBack(empty), bloc: BLOCK, ensuite: 'coller' })
  const html = await pasted.text()
  expect(pasted.status).toBe(422)
  expect(html).toMatch(/href="#date-3">Ligne 3\s: Écrivez cette date ainsi/)
  expect(html).toMatch(/id="date-3"[^>]*value="31\/02\/2026"[^>]*aria-invalid="true"/)
  expect(html).toMatch(/id="label-1"[^>]*value="Bio"/)
  expect(html).not.toContain('id="bloc-erreur" class="fr-error-text">')

  const fields = sentBack(html)
  fields['date[]']![2] = '04/11/2026'
  fields['famille[]']![1] = ''
  fields['vu[]']![1] = ''
  const asked = await elodie.post(at('/saisir'), fields)
  const proposed = await asked.text()
  expect([asked.status, await kept()]).toEqual([422, []])
  expect(proposed).toContain('Une ligne est complétée')
  expect(proposed).toMatch(/id="famille-2"[^>]*value="Boulangerie"/)
  expect(proposed).toMatch(/Proposé\s: lu dans «\sPain/)

  for (const _ of [1, 2]) {
    const saved = await elodie.post(at('/saisir'), sentBack(proposed))
    expect(saved.headers.get('location')).toBe(at(`?saisis=3&saisie=${fields.cle}`))
  }
  expect(await kept()).toEqual([
    { description: 'Carottes', cents: 1_125_40, family: 'fruits_et_legumes', source: 'grid' },
    { description: 'Pain de campagne', cents: 20_00, family: 'boulangerie', source: 'grid' },
    { description: 'Lieu noir', cents: 80_00, family: 'produits_de_la_mer', source: 'grid' },
  ])
  const book = await (await elodie.get(at(`?saisis=3&saisie=${fields.cle}`))).text()
  expect(book).toContain('3 achats enregistrés')
  const undone = (await elodie.post(at('/saisir/annuler'), { cle: fields.cle! })).headers.get('location')!
  expect(undone).toMatch(/retires=3&retrait=[\da-f-]{36}$/)
  expect(await kept()).toEqual([])
  const told = await readTrail(site.platform.database, purchasesStream(id), { most: 9 })
  expect(told.map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

const bread = { ...BLANK_ROW, date: '03/11/2026', description: 'Pain', priceExclTaxCents: '20', family: 'Boulangerie' }
const seen = { 'vu[]': ['', ''] }

test('the same form with other lines asks before adding them; after an undo it saves again', async () => {
  const { elodie, at, kept } = await opened()
  const full = { ...bread, supplier: 'Le Bihan', characteristics: 'aucun', origin: 'France' }
  const send = (rows: readonly TypedRow[], key = 'une-cle-de-test') =>
    elodie.post(at('/saisir'), { ...form(rows, seen), cle: key })
  expect((await send([full])).status).toBe(303)
  const more = await send([full, { ...full, description: 'Brioche' }])
  const html = await more.text()
  expect([more.status, (await kept()).length]).toEqual([409, 1])
  expect(html).toContain('Cette saisie est déjà dans le cahier')
  expect((await elodie.post(at('/saisir'), sentBack(html))).status).toBe(303)
  expect((await kept()).length).toBe(3)
  await elodie.post(at('/saisir/annuler'), { cle: 'une-cle-de-test' })
  expect((await kept()).length).toBe(2)
  expect((await send([full])).status).toBe(303)
  expect((await kept()).length).toBe(3)
})

test('nothing typed, too much pasted, more lines asked for: nothing is lost', async () => {
  const { elodie, at, kept } = await opened()
  const nothing = await elodie.post(at('/saisir'), form([{}, {}]))
  expect([nothing.status, await nothing.text()]).toEqual([
    422,
    expect.stringContaining('Remplissez ou collez au moins une ligne'),
  ])
  const block = Array.from({ length: 501 }, (_, at) => `03/11/2026\tPain ${at}\t\t2,50\tBoulangerie`).join('\n')
  const tooMuch = await elodie.post(at('/saisir'), form([bread], { bloc: block }))
  const html = await tooMuch.text()
  expect([tooMuch.status, html]).toEqual([422, expect.stringContaining('502 lignes, c’est plus que les 500')])
  expect(html).toContain('Pain 500\t')
  expect(html).toMatch(/id="produit-1"[^>]*value="Pain"/)
  const longer = await (await elodie.post(at('/saisir'), form([bread], { ensuite: 'lignes' }))).text()
  expect(longer).toContain('id="produit-11"')
  expect(await kept()).toEqual([])
  // Five hundred fit.
  const most = await elodie.post(at('/saisir'), { ...form([]), bloc: block.split('\n').slice(1).join('\n') })
  const fields = sentBack(await most.text())
  expect(fields['produit[]']!.length).toBe(500)
  expect((await elodie.post(at('/saisir'), fields)).status).toBe(303)
  expect((await kept()).length).toBe(500)
}, 60_000)

test('rows are checked while one types by the same reading, with what the canteen bought before', async () => {
  const { elodie, at } = await opened()
  const full = { ...bread, supplier: 'Le Bihan', characteristics: 'Label rouge', origin: 'France' }
  await elodie.post(at('/saisir'), form([full], seen))
  const answer = await elodie.post(
    at('/saisir/lire'),
    form([{ description: 'PAIN', priceExclTaxCents: '12,5', origin: 'Europe' }, {}]),
  )
  const [read, blank] = (await answer.json()) as Record<string, unknown>[]
  expect(read).toMatchObject({
    cells: {
      supplier: 'Le Bihan',
      family: 'Boulangerie',
      characteristics: 'Label rouge',
      origin: 'Europe',
      priceExclTaxCents: '12,50',
    },
    mistakes: { date: 'Indiquez la date de l’achat, par exemple 30/09/2026.' },
    proposed: { family: 'comme le 3 novembre 2026', supplier: 'comme le 3 novembre 2026' },
    cents: 12_50,
  })
  expect(read!.proposed).not.toHaveProperty('origin')
  expect(blank).toMatchObject({ cells: BLANK_ROW, mistakes: {}, proposed: {}, cents: null })
})

test('a line that says neither its day nor its supplier takes after the one above, and is shown again first', async () => {
  const { elodie, at, kept } = await opened()
  const first = { ...bread, supplier: 'Le Bihan', characteristics: 'aucun', origin: 'France' }
  const next = { ...first, description: 'Brioche', date: '', supplier: '' }
  const asked = await elodie.post(at('/saisir'), form([first, next, next]))
  const html = await asked.text()
  expect([asked.status, await kept()]).toEqual([422, []])
  expect(html).toContain('2 lignes sont complétées')
  expect(html.match(/comme la ligne au-dessus/g)).toHaveLength(4)
  expect(sentBack(html)['date[]']!.slice(0, 4)).toEqual(['03/11/2026', '03/11/2026', '03/11/2026', ''])
  expect((await elodie.post(at('/saisir'), sentBack(html))).status).toBe(303)
})

test('what is decided against the wording in the grid is learned', async () => {
  const { elodie, at } = await opened()
  const odd = {
    ...bread,
    description: 'FILETS X10 CALIB',
    supplier: 'Mareyeur',
    family: 'Poisson',
    characteristics: 'aucun',
    origin: 'France',
  }
  await elodie.post(at('/saisir'), form([odd], seen))
  expect(await (await elodie.get(at('/habitudes'))).text()).toContain('FILETS X10 CALIB')
})

test('a cell of three hundred thousand characters is told where it is, kept, and copied nowhere', async () => {
  const long = 'x'.repeat(300_000)
  const { mistakes, tidy } = readRow(row({ description: long, supplier: long, family: long }), TODAY)
  expect(mistakes.map(({ key, message }) => [key, message.slice(0, 53)])).toEqual(
    ['description', 'supplier', 'family'].map((key) => [
      key,
      expect.stringMatching(/^300\s000 caractères dans une cellule, c’est plus/),
    ]),
  )
  expect(tidy).toMatchObject({ description: long, supplier: long })

  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { id } = await canteenWith(site.platform, [[elodie.person, 'entry']])
  const grid = `/cantines/${id}/achats/saisir`
  const pasted = await elodie.post(grid, { bloc: `12/03/2026\tPain\n12/03/2026\t${long}`, ensuite: 'coller' })
  const told = await pasted.text()
  expect([pasted.status, told.replace(/\s/g, ' ')]).toEqual([
    422,
    expect.stringContaining('Ligne 2 du collage : 300 000 caractères'),
  ])
  expect(told, 'nothing is lost').toContain(`${long}</textarea>`)
  // Typed, and the ten next rows say neither day nor supplier.
  const [FIRST, ...others] = Array.from({ length: 11 }, (_, at) => `Pain ${at}`)
  const typed = await elodie.post(grid, {
    [nameOf('description')]: [FIRST!, ...others],
    [nameOf('supplier')]: [long, ...others.map(() => '')],
  })
  const page = await typed.text()
  expect([typed.status, page.split(long).length - 1]).toEqual([422, 1])
})
