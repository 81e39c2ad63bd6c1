// Requests against the whole site, as a browser without script sends them.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { bindSpaces } from '../../platform/html/typography.client.ts'
import { answersTo } from './calculator-answers.client.ts'
import { modes, readEntry, shownAmounts } from './calculator-entry.client.ts'
import { answersMarkup } from './calculator-markup.client.ts'
import { citations } from './citations.ts'

type Fields = Record<string, string>

const school: Fields = {
  commune: 'Saint-Denis (97400)',
  'commune-code': '97411',
  annee: '2026',
  statut: 'public',
  secteur: 'education_primaire',
  repas: '45 000',
  valeur_totale: '110 250',
  valeur_bio: '7 785,50',
  valeur_siqo: '12000',
  valeur_egalim_autres: '9 000,00 €',
  valeur_viandes_volailles: '25000',
  valeur_viandes_volailles_egalim: '10000',
  valeur_produits_de_la_mer: '8000',
  valeur_produits_de_la_mer_egalim: '5600',
}

/** What people read: no tags, ordinary spaces. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')

const answersIn = (html: string) => /data-citations="[^"]*">(.*?)<\/div><p class="actions">/s.exec(html)![1]!
const typedIn = (html: string, name: string) => new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1]

async function compute(fields: Fields, status = 200) {
  const site = await testSite()
  const answer = await site.post('/calculette', fields)
  expect(answer.status).toBe(status)
  const html = await answer.text()
  return { html, text: words(html), answers: words(answersIn(html)) }
}

test('before anything is typed, the page gives the targets of the year', async () => {
  const site = await testSite()
  const text = words(await (await site.get('/calculette')).text())
  expect(text).toContain('Vos parts pour 2026')
  expect(text).toContain('Règle générale, commune non précisée')
  expect(text).toMatch(/Produits bio Objectif : 20 % .*Produits durables et de qualité Objectif : 50 % .*Objectif : 60 %/)
  expect(text).not.toContain('À préciser')
})

test('a school in La Réunion sees its shares, its gaps in euros and by meal, and how they are computed', async () => {
  const { answers } = await compute(school)
  expect(answers).toContain('7,06 % pour un objectif de 10 %')
  expect(answers).toContain('Il manque 3 239,50 € de bio d’ici au 31 décembre, soit 0,07 € par repas.')
  expect(answers).toContain('Pour 10 %, il faut 11 025,00 € (au centime supérieur) : 11 025,00 € − 7 785,50 € = 3 239,50 €')
  expect(answers).toContain('26,11 % pour un objectif de 35 %')
  expect(answers).toContain(
    '= 28 785,50 € Ensemble : 110 250,00 € (Total des achats alimentaires) 28 785,50 € ÷ 110 250,00 € = 26,11 %',
  )
  expect(answers).toContain('47,27 % pour un objectif de 60 %')
  expect(answers).toContain('Coût des denrées par repas : 2,45 € (110 250,00 € ÷ 45 000 repas)')
  expect(answers).toContain('Décret n° 2021-1235')
})

test('the same purchases of 2025 had reached the targets of 2025', async () => {
  const { answers } = await compute({ ...school, annee: '2025' })
  expect(answers).toContain('7,06 % pour un objectif de 5 % Objectif atteint')
  expect(answers).toContain('L’objectif de 20 % est atteint.')
  expect(answers).toContain('Il a manqué 4 200,00 € de viandes et poissons durables et de qualité en 2025')
})

test('a year to come is spoken of as such', async () => {
  expect((await compute({ ...school, annee: '2030' })).answers).toMatch(/Il faudrait [\d ,]+ € de bio de plus en 2030/)
})

test('all the meat and fish of a State restaurant must be sustainable', async () => {
  const { answers } = await compute({ ...school, secteur: 'administration_administratif' })
  expect(answers).toContain('47,27 % pour un objectif de 100 %')
  expect(answers).toContain('Il manque 17 400,00 €')
})

test('what is unknown stays unknown, with what is certain', async () => {
  const { valeur_siqo: _, valeur_produits_de_la_mer_egalim: __, ...partial } = school
  const { answers } = await compute(partial)
  expect(answers).toContain('au moins 15,22 % pour un objectif de 35 % À préciser')
  expect(answers).toContain('Il manque un montant pour le dire : « SIQO (Label rouge, AOC / AOP, IGP, STG), hors bio ».')
  expect(answers).toContain('au moins 30,30 %')
  expect(answers).not.toContain(' 0,00 % ')
})

test('amounts that cannot be: 422, what was typed is kept, the message stands on top and at the field', async () => {
  const { html, text, answers } = await compute({ ...school, valeur_bio: '200 000' }, 422)
  expect(typedIn(html, 'valeur_bio')).toBe('200 000')
  expect(html).toContain('<a href="#valeur_bio">')
  expect(html).toMatch(/id="valeur_bio"[^>]*aria-describedby="valeur_bio-erreur"[^>]*aria-invalid="true"/)
  expect(text).toContain(
    '« Bio ou en conversion bio » (200 000,00 €) dépasse « Total de tous mes achats alimentaires » (110 250,00 €).',
  )
  expect(answers).toContain('Vos parts s’affichent dès que ce qui est signalé est corrigé.')
  expect(answers).not.toContain('atteint')
})

test.each([
  ['valeur_siqo', 'douze', 'ce montant ne se lit pas'],
  ['valeur_siqo', '-12', 'ne peut pas être négatif'],
  ['valeur_siqo', '12,345', 'deux décimales au plus'],
  ['valeur_siqo', '999999999999999', 'Vérifiez le nombre de chiffres'],
  ['repas', '12,5', 'indiquez un nombre entier'],
  ['repas', '0', 'indiquez un nombre entier'],
])('%s « %s » is refused with a reason', async (name, value, reason) => {
  const { html, text } = await compute({ ...school, [name]: value }, 422)
  expect(text).toContain(reason)
  expect(typedIn(html, name)).toBe(value)
})

test('an unusual cost of a meal is asked about, never refused', async () => {
  const { answers } = await compute({ ...school, repas: '1 000' })
  expect(answers).toContain('Le coût d’un repas paraît inhabituel')
  expect(answers).toContain('110,25 €')
})

test('namesakes are a choice, and the choice decides', async () => {
  const asked = { ...school, commune: 'saint-denis', 'commune-code': '' }
  const { html, answers } = await compute(asked, 422)
  expect(answers).toContain('Règle générale')
  expect(answers).not.toContain('Il manque')
  expect(words(html)).toContain('Saint-Denis (97400), La Réunion')
  const chosen = await compute({ ...asked, 'commune-code': '97411' })
  expect(chosen.answers).toContain('Saint-Denis (97400) · La Réunion')
  expect(typedIn(chosen.html, 'commune-code')).toBe('97411')
})

test('another commune typed over a known one replaces it; an unknown one is asked again, and nothing is judged meanwhile', async () => {
  expect((await compute({ ...school, commune: 'Brest' })).answers).toContain('Brest (29200) · Finistère (Bretagne)')
  const { answers, text } = await compute({ ...school, commune: 'Trifouillis' }, 422)
  expect(text).toContain('Aucune commune ne s’appelle « Trifouillis »')
  expect(answers).not.toContain('7,06')
  expect((await compute({ ...school, commune: '', 'commune-code': '' })).answers).toContain('7,06 % pour un objectif de 20 %')
})

test('an address may hold the canteen, for links from other pages', async () => {
  const site = await testSite()
  const html = await (await site.get('/calculette?commune-code=97611&annee=2027&secteur=sante_hopital&statut=public')).text()
  expect(words(answersIn(html))).toMatch(/Mamoudzou \(97600\) · Mayotte.*Objectif : 15 %.*Objectif : 100 %/)
})

const grid: Fields = {
  saisie: 'detaillee',
  annee: '2026',
  valeur_totale: '1000',
  valeur_viandes_volailles: '200',
  valeur_produits_de_la_mer: '100',
  valeur_viandes_volailles_bio: '90',
  valeur_fruits_et_legumes_bio: '110',
  valeur_produits_de_la_mer_peche_durable: '60',
  valeur_produits_laitiers_fermier: '40',
}

test('the grid leaves unknown what is blank, until zeros are written', async () => {
  const { answers } = await compute(grid)
  expect(answers).toContain('au moins 20,00 % pour un objectif de 20 % Objectif atteint')
  expect(answers).toMatch(/Il manque \d+ montants pour le dire : « [^»]+ », « [^»]+ », « [^»]+ » et \d+ autres\./)
  const { html, answers: full } = await compute({ ...grid, vers: 'zeros' })
  expect(typedIn(html, 'valeur_boissons_bio')).toBe('0')
  expect(typedIn(html, 'valeur_viandes_volailles_bio')).toBe('90')
  expect(full).toContain('30,00 % pour un objectif de 50 %')
  expect(full).toContain('Il manque 200,00 € de produits durables et de qualité')
  expect(full).toContain('50,00 % pour un objectif de 60 %')
})

test('cells that cannot exist are not asked for, rare criteria only on demand', async () => {
  const { html } = await compute(grid)
  expect(html).not.toContain('name="valeur_boissons_label_rouge"')
  expect(html).not.toContain('name="valeur_boissons_externalites"')
  expect((await compute({ ...grid, vers: 'complete' })).html).toContain('name="valeur_boissons_externalites"')
})

test('a part of a family above the family is shown in the grid', async () => {
  const { html, text } = await compute({ ...grid, valeur_viandes_volailles_bio: '250' }, 422)
  expect(html).toContain('<a href="#valeur_viandes_volailles_bio">')
  expect(text).toContain('L’addition des labels de cette famille')
})

test('going back to simple entry sums the grid up, and what both ask stays', async () => {
  const { html } = await compute({ ...grid, vers: 'zeros' })
  const zeros = Object.fromEntries(shownAmounts('detaillee').map((name) => [name, typedIn(html, name) ?? '']))
  const simple = await compute({ ...zeros, saisie: 'detaillee', annee: '2026', vers: 'simple' })
  expect(typedIn(simple.html, 'valeur_bio')).toBe('200,00')
  expect(typedIn(simple.html, 'valeur_egalim_autres')).toBe('100,00')
  expect(words(typedIn(simple.html, 'valeur_totale')!)).toBe('1 000,00')
  expect(simple.answers).toContain('30,00 % pour un objectif de 50 %')
})

test('what is typed is shown again as text, never as markup', async () => {
  const { html } = await compute({ ...school, commune: '<script>alert(1)</script>', valeur_bio: '"><b>' }, 422)
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('"><b>')
})

test('the server and the browser say the same of any entry', async () => {
  const site = await testSite()
  const amount = fc.oneof(
    fc.nat({ max: 5_000_000 }).map((cents) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`),
    fc.constantFrom('', '0', '1 000', 'abc', '12.5'),
  )
  const entry = fc.constantFrom(...modes).chain((saisie) =>
    fc.record({
      saisie: fc.constant(saisie),
      annee: fc.constantFrom('2022', '2024', '2026', '2027', '2036'),
      place: fc.constantFrom(['', ''], ['Brest (29200)', '29019'], ['Saint-Denis (97400)', '97411'], ['Nouméa (98800)', '98818']),
      statut: fc.constantFrom('', 'public', 'private'),
      secteur: fc.constantFrom('', 'education_primaire', 'sante_hopital', 'entreprise_entreprise'),
      repas: fc.constantFrom('', '45 000', '12'),
      amounts: fc.dictionary(fc.constantFrom(...shownAmounts(saisie)), amount, { maxKeys: 12 }),
      total: amount,
    }),
  )
  await fc.assert(
    fc.asyncProperty(entry, async ({ amounts, total, place, ...context }) => {
      const fields: Fields = { ...context, commune: place[0]!, 'commune-code': place[1]!, ...amounts, valeur_totale: total }
      const page = await (await site.post('/calculette', fields)).text()
      const answers = answersTo(
        readEntry((name) => fields[name] ?? '', 2026),
        2026,
      )
      // As the browser does: see draw().
      const drawn = bindSpaces(`<div>${answersMarkup(answers, citations).markup}</div>`).slice('<div>'.length, -'</div>'.length)
      expect(answersIn(page)).toBe(drawn)
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('the worker’s kit holds addresses that answer, and the page is within its scope', async () => {
  const site = await testSite()
  const worker = await site.get('/calculette/hors-ligne.js')
  expect(worker.headers.get('content-type')).toContain('text/javascript')
  expect(worker.headers.get('service-worker-allowed')).toBe('/calculette')
  const script = await worker.text()
  const { pages, files } = JSON.parse(/self\.kit=(\{.*?\});/.exec(script)![1]!) as { pages: string[]; files: string[] }
  const imported = /importScripts\("([^"]+)"\)/.exec(script)![1]!
  for (const address of [...pages, ...files, imported]) expect((await site.get(address)).status, address).toBe(200)
  const page = await (await site.get('/calculette')).text()
  for (const [, src] of page.matchAll(/<(?:script|link)[^>]*(?:src|href)="(\/assets\/[^"]+)"/g)) expect(files).toContain(src)
  expect((await (await site.get('/calculette/manifest.webmanifest')).json()).start_url).toBe('/calculette')
})

test('the scripts are light, and each page stays small', async () => {
  const { platform, get } = await testSite()
  const compressed = (name: string) => readFileSync(`dist${platform.assets.url(name)}.br`).length
  expect(compressed('calculator.js')).toBeLessThan(20_000)
  expect(compressed('calculator.js') + compressed('page.js')).toBeLessThan(25_000)
  const elements = async (path: string) => (await (await get(path)).text()).match(/<[a-z]/g)!.length
  expect(await elements('/calculette')).toBeLessThanOrEqual(370)
  expect(await elements('/calculette?saisie=detaillee')).toBeLessThanOrEqual(370)
  expect(await elements('/calculette?saisie=complete')).toBeLessThanOrEqual(370)
})

test('a commune is looked up by name or postcode', async () => {
  const site = await testSite()
  const found = async (name: string) => (await site.get(`/calculette/communes?nom=${encodeURIComponent(name)}`)).json()
  expect(await found('mamoudzou')).toEqual([{ code: '97611', label: 'Mamoudzou (97600)' }])
  expect(await found('x')).toEqual([])
  expect((await found('saint-denis')).length).toBeGreaterThan(1)
})
