// Files that suppliers drop: whatever their software calls the columns, and whatever someone hostile puts in them.
import { expect, test } from 'vitest'
import { addCanteens, school } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { askFor, plain } from '../../../tools/testing/statements.ts'
import { ods, odsRow, row, xlsx } from '../../../tools/testing/workbooks.ts'
import { writeTemplate } from '../../platform/tables/template.ts'
import { statementFormat } from './columns.ts'
import { FILE_LIMITS, readFile } from './file.ts'
import { readContent } from './lines.ts'

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'))
const read = (bytes: Uint8Array) => readFile({ name: 'releve', bytes }, 2025)

/** The lines that a file comes to, once its supplier has looked at them. */
async function linesOf(bytes: Uint8Array) {
  const found = await read(bytes)
  if ('problems' in found) throw new Error(found.problems.join(' '))
  const { content, errors } = readContent(found.values, 2025)
  expect([found.errors, errors]).toEqual([[], []])
  return content!.lines.map(({ wording, family, characteristics, origin, cents }) => [
    wording,
    family,
    characteristics.join(' '),
    origin,
    cents,
  ])
}

const EXPECTED = [
  ['Carottes', 'fruits_et_legumes', 'BIO', 'FRANCE', 125_040],
  ['Gouda', 'produits_laitiers', '', 'EUROPE', 31_000],
]

test.each<[string, Uint8Array]>([
  [
    'our own columns',
    csv('libelle;famille;labels;origine;montant_ht', 'Carottes;FRUITS_ET_LEGUMES;BIO;FRANCE;1250,40', 'Gouda;Crèmerie;;UE;310'),
  ],
  [
    'a workbook of some software, a title above, a total below',
    xlsx([
      row(1, ['Statistiques clients 2025']) +
        row(3, ['CA HT', 'Pays', 'Désignation article', 'Code', 'Rayon', 'Certification']) +
        row(4, [1250.4, 'France', 'Carottes', 'A12', 'Légumes', 'AB']) +
        row(5, [310, 'UE', 'Gouda', 'B7', 'Laitages', null]) +
        row(6, [null, null, 'Total général', null, null, null]),
    ]),
  ],
  [
    'an open document',
    ods(
      `<table:table table:name="F">${odsRow(['Produit', 'Famille', 'Label', 'Provenance', 'Total HT'])}${odsRow(['Carottes', 'Primeurs', 'bio', 'France', '1 250,40 €'])}${odsRow(['Gouda', 'BOF', '', 'Europe', '310'])}</table:table>`,
    ),
  ],
])('%s', async (_name, bytes) => {
  expect(await linesOf(bytes)).toEqual(EXPECTED)
})

test('without family nor label, wordings propose them, and it is said', async () => {
  const found = await read(csv('article;montant', 'CAROTTE AB FR;1250,40', 'Prestation;12'))
  expect(found).toMatchObject({ rows: 2, proposed: 1, errors: [{ field: 'ligne-1-famille' }] })
  expect('values' in found && found.values.get('ligne-0-label')).toBe('BIO')
})

test('totals with their parts are split, and parts above the whole raise the question', async () => {
  const file = csv(
    'famille;montant_ht;dont_bio;dont_label_rouge',
    'Viandes;1000;300;200',
    'Boulangerie;500;;',
    'Total;1500;300;200',
    'Fruits et légumes;400;450;',
  )
  expect(await linesOf(file)).toEqual([
    ['', 'viandes_volailles', 'BIO', null, 30_000],
    ['', 'viandes_volailles', 'LABEL_ROUGE', null, 20_000],
    ['', 'viandes_volailles', '', null, 50_000],
    ['', 'boulangerie', '', null, 50_000],
    ['', 'fruits_et_legumes', 'BIO', null, 45_000],
  ])
  const found = await read(file)
  const { content } = readContent('values' in found ? found.values : expect.fail(), 2025)
  expect(content!.familyTotals).toEqual({ viandes_volailles: 100_000, fruits_et_legumes: 40_000 })
})

test('a long file is added up to lines that a person can read', async () => {
  const rows = Array.from(
    { length: 4000 },
    (_, at) => `Livraison ${at};${at % 2 ? 'Pain' : 'Viandes'};${at % 4 ? '' : 'Label rouge'};1,01`,
  )
  const found = await read(csv('produit;famille;label;montant', ...rows))
  expect(found).toMatchObject({ rows: 4000, lines: 3, errors: [] })
  expect('values' in found && readContent(found.values, 2025).content!.lines.map(({ cents }) => cents)).toEqual([
    101_000, 202_000, 101_000,
  ])
  const wrong = await read(
    csv('produit;famille;montant', ...rows.map((one) => one.split(';').slice(0, 2).join(';').concat(';trois'))),
  )
  expect('problems' in wrong && wrong.problems).toHaveLength(11)
})

test('a credit split into parts is taken off each of them', async () => {
  const file = csv('famille;montant_ht;dont_bio', 'Pain;200;80', 'Pain;-50;20')
  expect((await linesOf(file)).map((one) => one.slice(1))).toEqual([
    ['boulangerie', 'BIO', null, 6_000],
    ['boulangerie', '', null, 9_000],
  ])
})

test('what is given back is taken off its family and label', async () => {
  const file = (back: number) => csv('famille;labels;montant', 'Pain;Bio;100', 'Pain;;80', `Pain;Bio;-${back}`)
  expect((await linesOf(file(30))).map((one) => one.slice(1))).toEqual([
    ['boulangerie', 'BIO', null, 7_000],
    ['boulangerie', '', null, 8_000],
  ])
  expect(await read(file(130))).toEqual({ problems: [expect.stringMatching(/Bio » : les avoirs \(30,00\s€\) dépassent/)] })
})

test('the template comes back empty, and its example reads', async () => {
  expect(await read(new Uint8Array(await writeTemplate(statementFormat)))).toEqual({
    problems: [expect.stringContaining('n’a pas de ligne')],
  })
})

test.each<[string, Uint8Array, RegExp]>([
  ['nothing', Buffer.alloc(0), /vide/],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), /une image/],
  ['a PDF', Buffer.from('%PDF-1.7 …'), /un PDF/],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>'), /une page web/],
  ['noise', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 256)), /abîmé|pas un tableau|texte/],
  ['no amounts', csv('produit;famille', 'Pain;Pain'), /montant_ht/],
  ['10 000 rows', csv('famille;montant', ...Array.from({ length: 10_000 }, () => 'Pain;1')), /plus de 5\s000 lignes/],
  ['too heavy', Buffer.alloc(FILE_LIMITS.fileBytes + 1, 'a'), /trop gros/],
  ['a thousand columns', csv(Array.from({ length: 1000 }, (_, at) => `c${at}`).join(';'), 'a'), /plus de 100 colonnes/],
  [
    'entities',
    xlsx(['<!DOCTYPE x [<!ENTITY a "b">]><row r="1"><c t="inlineStr"><is><t>&a;</t></is></c></row>']),
    /refusé par sécurité|abîmé/,
  ],
])('%s ends in a clear sentence', async (_name, bytes, words) => {
  const found = await read(bytes)
  expect('problems' in found && found.problems.join(' ')).toMatch(words)
})

test('mistakes of a file come back at their fields, the rest of the line kept; nothing is written', async () => {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const [id = 0] = await addCanteens(site.platform, [school], elodie.person.id)
  const { link } = await askFor(elodie, id)
  const drop = (bytes: Uint8Array | null) => {
    const body = new FormData()
    if (bytes) body.append('fichier', new File([new Uint8Array(bytes)], 'relevé.csv'))
    return site.request(`${link}/fichier`, { method: 'POST', body })
  }
  const wrong = await drop(csv('produit;famille;label;montant', '<b>Pain</b>;Boulangeri;Bio;12', 'Lait;BOF;Bioo;beaucoup'))
  const html = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(plain(html)).toMatch(
    /vouliez-vous dire « Boulangerie.*« Bioo » : vouliez-vous dire « Bio ».*« beaucoup » n’est pas un montant/,
  )
  expect(html).toContain('value="&lt;b&gt;Pain&lt;/b&gt;"')
  expect(html).toMatch(/id="ligne-0-montant"[^>]*value="12,00"/)
  expect(html).toMatch(/id="ligne-1-montant"[^>]*value="beaucoup"/)
  expect(plain(await (await drop(null)).text())).toContain('Choisissez un fichier')
  const heavy = await drop(Buffer.alloc(FILE_LIMITS.fileBytes + 100_000, 'a'))
  expect([heavy.status, plain(await heavy.text())]).toEqual([413, expect.stringContaining('dépasse 2 Mo')])
  const right = await drop(csv('produit;famille;label;montant', 'Pain;Pain;Bio;12'))
  expect([right.status, plain(await right.text())]).toEqual([200, expect.stringContaining('Votre fichier est lu : 1 ligne')])
  expect(await site.platform.database.first('select state, draft from statement')).toEqual({ state: 'asked', draft: null })
})
