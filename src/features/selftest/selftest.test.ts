import { describe, expect, test } from 'vitest'
import { testPlatform, testSite } from '../../../tools/testing/platform.ts'
import { createSite, jobsOf, loadDemo } from '../../site.ts'
import { type Answers, answersSchema } from './answers.ts'
import { demoStories } from './demo.data.ts'
import { fieldsOf } from './form-values.ts'
import { steps } from './questions.ts'
import { readDraft } from './selftest.ts'

type Site = Awaited<ReturnType<typeof testSite>>
type Fields = Record<string, string | string[]>

/** Text of a page, without tags, with plain spaces. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

async function start(site: Site): Promise<string> {
  const created = await site.post('/faire-le-point', {})
  expect(created.status).toBe(303)
  return created.headers.get('location')!.split('/')[2]!
}

const SCHOOL: Fields = { sectors: 'education_primaire', economicModel: 'public', managementType: 'direct', kitchen: 'on_site' }
const PLACE: Fields = { dailyMeals: '150', yearlyMeals: '21 000', commune: 'Saint-Denis (97400)', dataYear: '2026' }

/** Posts one screen; gives where it leads, or the page that says what to correct. */
async function answer(site: Site, code: string, step: string, fields: Fields) {
  const answered = await site.post(`/faire-le-point/${code}/${step}`, fields)
  const next = answered.headers.get('location')?.split('/').at(-1) ?? null
  return { status: answered.status, next, html: answered.status === 422 ? await answered.text() : '' }
}

/** Fields of every kind of answer « je ne sais pas ». */
function doNotKnow(html: string): Fields {
  const fields: Fields = {}
  for (const [, name = ''] of html.matchAll(/name="([\w-]+)" value="unknown"/g)) fields[name] = 'unknown'
  for (const [, name = ''] of html.matchAll(/<input type="checkbox" id="([\w-]+-inconnu)"/g)) fields[name] = 'oui'
  if (html.includes('name="lineMinistry"')) fields.lineMinistry = 'unknown'
  if (html.includes('name="dataYear"')) fields.dataYear = '2026'
  if (html.includes('name="sectors"')) fields.sectors = 'unknown'
  return fields
}

/** Walks the whole test from the profile; gives the questions met on each screen. */
async function walk(site: Site, profile: Fields, place: Fields) {
  const code = await start(site)
  const met: Record<string, string[]> = {}
  let step = 'profil'
  while (step !== 'resultat') {
    const html = await (await site.get(`/faire-le-point/${code}/${step}`)).text()
    met[step] = [...new Set([...html.matchAll(/<(?:fieldset|input|select)[^>]* id="(\w+)"/g)].map(([, id = '']) => id))]
    const fields = step === 'profil' ? profile : step === 'lieu' ? place : doNotKnow(html)
    const { next } = await answer(site, code, step, fields)
    if (next === null) throw new Error(`${step} could not be answered with ${JSON.stringify(fields)}`)
    step = next
  }
  return { code, met }
}

describe('the profile removes every question that does not apply', () => {
  test('a primary school of 150 meals', async () => {
    const { met } = await walk(await testSite(), SCHOOL, PLACE)
    expect(met.lieu).toEqual(['dailyMeals', 'yearlyMeals', 'commune', 'dataYear'])
    expect(met.gaspillage).toEqual(['wasteDiagnosis', 'wastePlan', 'wasteMeasured', 'wasteActions'])
    expect(met.vegetal).toEqual(['vegetarianFrequency'])
    expect(met.plastique).toEqual(['cookingContainers', 'servingContainers', 'bottles', 'tableware'])
  })

  test('a hospital that prepares 3 500 meals a day', async () => {
    const profile = { sectors: 'sante_hopital', economicModel: 'public', managementType: 'direct', kitchen: 'central' }
    const { met } = await walk(await testSite(), profile, { ...PLACE, dailyMeals: '3 500', yearlyMeals: '', commune: '35000' })
    expect(met.gaspillage).toContain('donationAgreement')
    expect(met.vegetal).toEqual(['vegetarianFrequency', 'serviceType', 'diversificationPlan'])
    expect(met.plastique).toContain('cookingContainers')
    expect(met.plastique?.[0]).toBe('maternityOrPaediatrics')
  })

  test('a hospital without children is asked nothing more about containers, and may change its answer', async () => {
    const site = await testSite()
    const code = await start(site)
    await answer(site, code, 'profil', { ...SCHOOL, sectors: 'sante_hopital' })
    const { next } = await answer(site, code, 'plastique', { maternityOrPaediatrics: 'no', bottles: 'no', tableware: 'yes' })
    expect(next).toBe('information')
    const again = await (await site.get(`/faire-le-point/${code}/plastique`)).text()
    expect(again).toMatch(/name="maternityOrPaediatrics" value="no" checked/)
    expect(again).not.toContain('name="cookingContainers"')
  })

  test('a company of 80 meals', async () => {
    const profile = { sectors: 'entreprise_entreprise', economicModel: 'private', managementType: 'conceded', kitchen: 'on_site' }
    const { met } = await walk(await testSite(), profile, { ...PLACE, dailyMeals: '80', yearlyMeals: '' })
    expect(met.vegetal).toEqual(['vegetarianFrequency'])
    expect(met.plastique).toEqual(['bottles', 'tableware'])
    expect(met.gaspillage).not.toContain('donationAgreement')
  })

  test('a satellite does not prepare its meals, however many it serves', async () => {
    const { met } = await walk(
      await testSite(),
      { ...SCHOOL, kitchen: 'delivered' },
      { ...PLACE, dailyMeals: '4000', yearlyMeals: '' },
    )
    expect(met.gaspillage).not.toContain('donationAgreement')
    expect(met.vegetal).toContain('diversificationPlan')
  })

  test('the ministry is asked of a public canteen that may be the State’s, and of no other', async () => {
    const site = await testSite()
    const asks = async (economicModel: string) => {
      const code = await start(site)
      await answer(site, code, 'profil', { ...SCHOOL, sectors: 'administration_prison', economicModel })
      return (await (await site.get(`/faire-le-point/${code}/lieu`)).text()).includes('name="lineMinistry"')
    }
    expect([await asks('public'), await asks('unknown'), await asks('private')]).toEqual([true, true, false])
  })
})

test('« je ne sais pas » everywhere gives a whole result: tasks, no verdict, no euro', async () => {
  const site = await testSite()
  const everything = { sectors: 'unknown', economicModel: 'unknown', managementType: 'unknown', kitchen: 'unknown' }
  const { code } = await walk(site, everything, { 'dailyMeals-inconnu': 'oui', 'commune-inconnu': 'oui', dataYear: '2026' })
  const page = await site.get(`/faire-le-point/${code}/resultat`)
  const html = await page.text()
  const text = words(html.replace(/<footer[\s\S]*/, ''))
  expect(page.status).toBe(200)
  expect(html.match(/level--to-specify/g)).toHaveLength(6)
  expect(html).not.toMatch(/level--(to-start|under-way)|reason--not-met|error/)
  expect(text).not.toMatch(/Il reste \d|non conforme|pas encore atteint/)
  expect(text).toContain('Vos trois prochains pas')
  expect(html.match(/class="next-step /g)).toHaveLength(3)
  expect(html.match(/J’ai la réponse/g)).toHaveLength(3)
})

test('the label that may be ticked is the one that counts that year', async () => {
  const site = await testSite()
  const code = await start(site)
  const labels = async () => words(await (await site.get(`/faire-le-point/${code}/labels`)).text())
  await answer(site, code, 'profil', SCHOOL)
  await answer(site, code, 'lieu', PLACE)
  expect(await labels()).toContain('Certification environnementale de niveau 2 ou HVE')
  await answer(site, code, 'lieu', { ...PLACE, dataYear: '2027' })
  expect(await labels()).not.toContain('niveau 2')
  expect(await labels()).toContain('HVE (niveau 3)')
})

test('each screen is kept: back, reload and « Précédent » lose nothing, whole or half answered', async () => {
  const site = await testSite()
  const code = await start(site)
  await answer(site, code, 'profil', SCHOOL)
  await answer(site, code, 'lieu', PLACE)
  const half = await answer(site, code, 'achats', {
    total: 'amount',
    'total-montant': 'douze',
    organic: 'share',
    'organic-part': '8,8',
    direction: 'precedent',
  })
  expect([half.status, half.next]).toEqual([303, 'lieu'])
  const before = await (await site.get(`/faire-le-point/${code}/lieu`)).text()
  expect(before).toContain('value="Saint-Denis (97400)"')
  expect(before).toContain('value="150"')
  const back = await (await site.get(`/faire-le-point/${code}/achats`)).text()
  expect(back).toContain('value="douze"')
  expect(back).toContain('value="8,8"')
  expect(back).toContain('id="total-montant-erreur"')
  expect((await answer(site, code, 'achats', { total: 'unknown', organic: 'none' })).next).toBe('labels')
  const again = await (await site.get(`/faire-le-point/${code}/achats`)).text()
  expect(again).not.toContain('douze')
  expect(again).toMatch(/value="none" checked/)
  expect((await site.get(`/faire-le-point/${code}`)).headers.get('location')).toBe(`/faire-le-point/${code}/labels`)
})

test('the page of a draft is kept by no one else, and a draft is made by no GET', async () => {
  const site = await testSite()
  const code = await start(site)
  for (const path of ['', '/resultat', '/effacer', '/reponses.json'])
    expect((await site.get(`/faire-le-point/${code}${path}`)).headers.get('cache-control') ?? 'no-store').toBe('no-store')
  const screen = await site.get(`/faire-le-point/${code}/profil`)
  expect(screen.headers.get('cache-control')).toBe('private, no-cache')
  expect(await screen.text()).toContain('content="noindex"')
  const count = () => site.platform.database.first<{ n: number }>('select count(*) as n from selftest_draft')
  for (const path of ['/faire-le-point', '/faire-le-point/reprendre', '/faire-le-point/retrouver', '/faire-le-point/commencer'])
    await site.get(path)
  expect((await count())?.n).toBe(1)
  const { rows } = await site.platform.database.pool.query('select * from selftest_draft')
  expect(JSON.stringify(rows)).not.toContain(code)
})

describe('what cannot be used is said at its field, with what was typed', () => {
  const WRONG: [string, Fields, string, string][] = [
    ['profil', {}, 'sectors', 'Choisissez qui vous nourrissez'],
    ['profil', { ...SCHOOL, sectors: 'cirque' }, 'sectors', 'n’est pas dans la liste'],
    ['profil', { ...SCHOOL, kitchen: '' }, 'kitchen', 'choisissez une réponse'],
    ['lieu', { ...PLACE, dailyMeals: '' }, 'dailyMeals', 'Je ne sais pas'],
    ['lieu', { ...PLACE, dailyMeals: '0' }, 'dailyMeals', 'nombre entier'],
    ['lieu', { ...PLACE, dailyMeals: '12,5' }, 'dailyMeals', 'nombre entier'],
    ['lieu', { ...PLACE, dailyMeals: '999999999999' }, 'dailyMeals', 'trop grand'],
    ['lieu', { ...PLACE, dailyMeals: '500', yearlyMeals: '500' }, 'yearlyMeals', 'doivent dépasser'],
    ['lieu', { ...PLACE, commune: '' }, 'commune', 'nom ou un code postal'],
    ['lieu', { ...PLACE, commune: 'Trifouillis-les-Oies' }, 'commune', 'Aucune commune'],
    ['lieu', { ...PLACE, commune: 'Saint-Denis' }, 'commune-choix', 'choisissez la vôtre'],
    ['lieu', { ...PLACE, commune: 'Saint-Denis', 'commune-choix': '75056' }, 'commune-choix', 'choisissez la vôtre'],
    ['lieu', { ...PLACE, dataYear: '1789' }, 'dataYear', 'Choisissez l’année'],
    ['achats', { organic: 'none' }, 'total', 'un montant, un ordre de grandeur'],
    ['achats', { total: 'amount', 'total-montant': '', organic: 'none' }, 'total-montant', 'écrivez un nombre'],
    ['achats', { total: 'amount', 'total-montant': '0', organic: 'none' }, 'total-montant', 'ne peut pas être nul'],
    ['achats', { total: 'amount', 'total-montant': '-3', organic: 'none' }, 'total-montant', 'positif'],
    ['achats', { total: 'amount', 'total-montant': '1.234', organic: 'none' }, 'total-montant', 'deux chiffres après la virgule'],
    ['achats', { total: 'amount', 'total-montant': '9'.repeat(30), organic: 'none' }, 'total-montant', 'trop grand'],
    ['achats', { total: 'range', organic: 'none' }, 'total-fourchette', 'ordre de grandeur'],
    ['achats', { total: 'unknown', organic: 'share', 'organic-part': '120 %' }, 'organic-part', 'dépasser le tout'],
    [
      'achats',
      { total: 'amount', 'total-montant': '100', organic: 'amount', 'organic-montant': '101' },
      'organic',
      'dépasse leur total',
    ],
    ['labels', { labels: ['label_rouge', 'none'], labelled: 'unknown', criteria: 'none' }, 'labels', 'se contredisent'],
    ['labels', { labels: 'label_rouge', labelled: 'none', criteria: 'none' }, 'labelled', 'un montant, une part'],
    [
      'viandes-et-poissons',
      { meatFish: 'amount', 'meatFish-montant': '10', meatFishLabelled: 'amount', 'meatFishLabelled-montant': '11' },
      'meatFishLabelled',
      'dépasse l’ensemble de vos viandes',
    ],
    ['gaspillage', {}, 'wasteActions', 'cochez au moins une réponse'],
  ]
  test('each of them', async () => {
    const site = await testSite()
    const code = await start(site)
    const shown: string[] = []
    for (const [step, fields, field, message] of WRONG) {
      const { status, html } = await answer(site, code, step, fields)
      const summary = html.includes(`href="#${field}"`) && html.includes(`id="${field}-erreur"`)
      if (status !== 422 || !summary || !words(html).includes(message))
        shown.push(`${step} ${JSON.stringify(fields)} → ${status} ${summary}`)
      for (const value of Object.values({ ...fields, 'commune-choix': '' }).flat())
        if (/^[\w .,-]{3,}$/.test(value) && !html.includes(`value="${value}"`) && step !== 'profil' && field !== 'dataYear')
          shown.push(`${step}: ${value} was lost`)
    }
    expect(shown).toEqual([])
  })

  test('namesakes become a choice, and the choice is enough', async () => {
    const site = await testSite()
    const code = await start(site)
    await answer(site, code, 'profil', SCHOOL)
    const doubt = await answer(site, code, 'lieu', { ...PLACE, commune: 'saint denis' })
    expect(doubt.html).toMatch(/value="97411"[\s\S]*Saint-Denis \(97400\)/)
    expect((await answer(site, code, 'lieu', { ...PLACE, commune: 'saint denis', 'commune-choix': '93066' })).next).toBe('achats')
    expect((await readDraft(site.platform, code))?.answers.commune).toBe('93066')
  })

  test('a figure typed without its choice is understood', async () => {
    const site = await testSite()
    const code = await start(site)
    await answer(site, code, 'achats', { 'total-montant': '52 500,50 €', 'organic-part': '8,8 %' })
    expect((await readDraft(site.platform, code))?.answers).toEqual({
      total: { kind: 'amount', cents: 52_500_50 },
      organic: { kind: 'share', hundredths: 8_80 },
    })
  })

  test('a contradiction with an earlier screen is said where it appears, and the result waits for it', async () => {
    const site = await testSite()
    const code = await start(site)
    await answer(site, code, 'achats', { 'total-montant': '1000', 'organic-montant': '100' })
    await answer(site, code, 'labels', { labels: 'none', criteria: 'none', supplierInformation: 'all' })
    const meat = { meatFish: 'amount', 'meatFish-montant': '500', meatFishLabelled: 'amount', 'meatFishLabelled-montant': '300' }
    expect(words((await answer(site, code, 'viandes-et-poissons', meat)).html)).toContain(
      'dépassent l’ensemble de vos achats bio et labellisés',
    )
    expect(words(await (await site.get(`/faire-le-point/${code}/resultat`)).text())).toContain(
      'dépassent l’ensemble de vos achats',
    )
  })
})

describe('keeping and forgetting', () => {
  const upload = (site: Site, content: string | Blob) => {
    const body = new FormData()
    body.append('fichier', new File([content], 'reponses.json', { type: 'application/json' }))
    return createRequest(site, body)
  }
  const createRequest = (site: Site, body: FormData) =>
    createSite(site.platform).request('/faire-le-point/reprendre', { method: 'POST', body })

  test('the file comes back as it went, and gives the same result', async () => {
    const site = await testSite({ DEMO: 'on' })
    await loadDemo(site.platform)
    for (const { code, answers } of demoStories) {
      const file = await site.get(`/faire-le-point/${code}/reponses.json`)
      expect(file.headers.get('content-disposition')).toContain('attachment')
      const loaded = await upload(site, await file.text())
      const copy = loaded.headers.get('location')!.split('/')[2]!
      expect((await readDraft(site.platform, copy))?.answers).toEqual(answers)
      const result = async (of: string) =>
        words((await (await site.get(`/faire-le-point/${of}/resultat`)).text()).replace(/[\s\S]*<h1>/, '').replaceAll(of, ''))
      const strip = (text: string) =>
        text
          .replace(/Effacer mes réponses/g, '')
          .replace(/ +/g, ' ')
          .slice(0, 4000)
      expect(strip(await result(copy)).includes('Mesure par mesure')).toBe(true)
      expect(strip(await result(copy))).toBe(strip(await result(code)))
    }
  })

  test('a file that is not one of ours says what to do', async () => {
    const site = await testSite()
    const cases: [string, string][] = [
      ['', 'Choisissez d’abord'],
      ['pas du json', 'n’est pas lisible'],
      ['{"a":1}', 'ne vient pas de'],
      ['{"format":"ma-cantine/faire-le-point","version":2,"answers":{}}', 'version plus récente'],
      ['{"format":"ma-cantine/faire-le-point","version":1,"answers":{"total":{"kind":"amount","cents":-1}}}', 'total.cents'],
      ['{"format":"ma-cantine/faire-le-point","version":1,"answers":{"inconnu":1}}', 'inconnu'],
      [`{"format":"ma-cantine/faire-le-point","version":1,"x":"${'y'.repeat(70_000)}","answers":{}}`, 'trop lourd'],
    ]
    for (const [content, message] of cases) {
      const refused = await upload(site, content)
      expect([refused.status, words(await refused.text()).includes(message)], message).toEqual([422, true])
    }
    expect((await createRequest(site, new FormData())).status).toBe(422)
  })

  test('a test is found again by its address, in whole or by its code', async () => {
    const site = await testSite()
    const code = await start(site)
    for (const adresse of [code, `https://exemple.fr/faire-le-point/${code}/achats?x=1`])
      expect((await site.post('/faire-le-point/retrouver', { adresse })).headers.get('location')).toBe(`/faire-le-point/${code}`)
    for (const adresse of ['', 'n’importe quoi', `${code}x`]) {
      const lost = await site.post('/faire-le-point/retrouver', { adresse })
      expect([lost.status, (await lost.text()).includes('id="adresse-erreur"')]).toEqual([422, true])
    }
  })

  test('an unknown code gets a kind page that leads on', async () => {
    const site = await testSite()
    for (const path of ['/faire-le-point/AAAAAAAAAAAAAAAAAAAAAA', '/faire-le-point/x/profil', '/faire-le-point/%01/resultat']) {
      const gone = await site.get(path)
      expect([gone.status, words(await gone.text()).includes('Ce test n’est plus là')]).toEqual([404, true])
    }
    expect((await site.post('/faire-le-point/AAAAAAAAAAAAAAAAAAAAAA/profil', SCHOOL)).status).toBe(404)
    expect((await site.get(`/faire-le-point/${await start(site)}/nulle-part`)).status).toBe(404)
  })

  test('thirteen months after the last change a test is gone, and the nightly job erases it', async () => {
    const site = await testSite()
    const { platform } = site
    const old = await start(site)
    platform.setNow(new Date('2027-06-01T09:00:00Z'))
    const recent = await start(site)
    platform.setNow(new Date('2027-12-23T08:59:00Z'))
    expect((await site.get(`/faire-le-point/${old}/profil`)).status).toBe(200)
    await answer(site, old, 'profil', SCHOOL)
    platform.setNow(new Date('2028-07-02T09:00:00Z'))
    expect((await site.get(`/faire-le-point/${old}/profil`)).status).toBe(200)
    expect((await site.get(`/faire-le-point/${recent}/profil`)).status).toBe(404)
    await jobsOf(platform).tasks['erase-expired-tests']!({}, undefined as never)
    expect(await platform.database.rows('select 1 from selftest_draft')).toHaveLength(1)
    await loadDemo(platform)
    platform.setNow(new Date('2036-01-01T09:00:00Z'))
    await jobsOf(platform).tasks['erase-expired-tests']!({}, undefined as never)
    expect(await platform.database.rows('select 1 from selftest_draft')).toHaveLength(demoStories.length)
  })

  test('erasing is asked once, proposes the file first, and leaves nothing', async () => {
    const site = await testSite()
    const code = await start(site)
    const ask = await (await site.get(`/faire-le-point/${code}/effacer`)).text()
    expect(ask).toContain(`href="/faire-le-point/${code}/reponses.json"`)
    const erased = await site.post(`/faire-le-point/${code}/effacer`, {})
    expect(erased.headers.get('location')).toBe('/faire-le-point?efface')
    expect(await (await site.get('/faire-le-point?efface')).text()).toContain('Vos réponses sont effacées')
    expect(await site.platform.database.rows('select 1 from selftest_draft')).toEqual([])
  })

  test('an example never changes: what is sent to it goes to a copy, and loading the stories again changes nothing', async () => {
    const site = await testSite({ DEMO: 'on' })
    await loadDemo(site.platform)
    await loadDemo(site.platform)
    const [{ code, answers }] = demoStories as [(typeof demoStories)[number]]
    const sent = await site.post(`/faire-le-point/${code}/achats`, { 'total-montant': '1', organic: 'none' })
    const copy = sent.headers.get('location')!.split('/')[2]!
    expect(copy).not.toBe(code)
    expect((await readDraft(site.platform, code))?.answers).toEqual(answers)
    expect((await readDraft(site.platform, copy))?.answers).toMatchObject({ total: { cents: 100 }, dailyMeals: 150 })
    await site.post(`/faire-le-point/${code}/effacer`, {})
    expect(await readDraft(site.platform, code)).not.toBeNull()
  })

  test('the example is shown only where the stories are loaded', async () => {
    expect(await (await (await testSite({ DEMO: 'off' })).get('/faire-le-point')).text()).not.toContain('Voir un exemple')
    expect(await (await (await testSite({ DEMO: 'on' })).get('/faire-le-point')).text()).toContain('Voir un exemple')
  })

  test('too many new tests in a minute wait for the next one; those under way go on', async () => {
    const site = await testSite()
    const code = await start(site)
    for (let index = 1; index < 600; index++) await site.post('/faire-le-point', {})
    const busy = await site.post('/faire-le-point', {})
    expect([busy.status, words(await busy.text()).includes('Attendez une minute')]).toEqual([429, true])
    expect((await answer(site, code, 'profil', SCHOOL)).next).toBe('lieu')
    site.platform.setNow(new Date(site.platform.now().getTime() + 61_000))
    expect((await site.post('/faire-le-point', {})).status).toBe(303)
  })
})

test('La Réunion: other targets in 2025 than in 2026, each with its text, for the same answers', async () => {
  const site = await testSite({ DEMO: 'on' })
  await loadDemo(site.platform)
  const page = async (query = '') =>
    words(await (await site.get(`/faire-le-point/${demoStories[0]!.code}/resultat${query}`)).text())
  const [in2025, in2026] = [await page('?annee=2025'), await page()]
  expect(in2025).toContain('Bio : 8,8 % , objectif 5 % atteint')
  expect(in2026).toContain('Bio : 8,8 % , objectif 10 %')
  expect(in2025).toContain('Durable et de qualité, bio compris : 32 % , objectif 20 % atteint')
  expect(in2026).toContain('Durable et de qualité, bio compris : 32 % , objectif 35 %')
  expect(in2026).toContain('Il reste 630 €, soit 0,03 € par repas')
  expect(in2026).toContain('Bio : 4 620,00 € ÷ 52 500,00 € (tous vos achats) = 8,8 %')
  for (const text of [in2025, in2026]) expect(text).toContain('Décret n° 2021-1235')
  expect(await page('?annee=0')).toContain('objectif 10 %')
})

test('each duty has its own date, even when several rest on the same text', async () => {
  const site = await testSite({ DEMO: 'on' })
  await loadDemo(site.platform)
  const text = words(await (await site.get(`/faire-le-point/${demoStories[0]!.code}/resultat`)).text())
  expect(text).toMatch(/par affichage, au moins une fois par an\. Règle pour tous, depuis le 1er janvier 2022/)
  expect(text).toMatch(/publiez en ligne[^.]+\. Règle pour tous, depuis le 1er janvier 2020/)
})

test('a share known from below says so, and where there is neither meat nor fish nothing is to be reached', async () => {
  const site = await testSite()
  const code = await start(site)
  await answer(site, code, 'profil', SCHOOL)
  expect((await answer(site, code, 'lieu', { ...PLACE, direction: 'resultat' })).next).toBe('resultat')
  await answer(site, code, 'achats', { 'total-montant': '1000', 'organic-montant': '600' })
  await answer(site, code, 'labels', {
    labels: 'label_rouge',
    labelled: 'unknown',
    criteria: 'unknown',
    supplierInformation: 'all',
  })
  await answer(site, code, 'viandes-et-poissons', { meatFish: 'none' })
  const text = words(await (await site.get(`/faire-le-point/${code}/resultat`)).text())
  expect(text).toMatch(/Durable et de qualité, bio compris : au moins 60 % , objectif [0-9]+ % atteint/)
  expect(text).toContain('Rien à atteindre : ni viande ni poisson.')
  expect(text).not.toMatch(/Durables et de qualité : rien/)
  expect(text).toContain('à Saint-Denis (La Réunion), en 2026')
})

test('the result can be seen from the first screen on', async () => {
  const site = await testSite()
  const code = await start(site)
  expect(await (await site.get(`/faire-le-point/${code}/profil`)).text()).toContain('Voir déjà le résultat')
  const { next } = await answer(site, code, 'profil', { sectors: 'unknown', direction: 'resultat' })
  expect(next).toBe('resultat')
  const text = words(await (await site.get(`/faire-le-point/${code}/resultat`)).text())
  expect(text).toContain('Précisez qui vous nourrissez')
  expect(await (await site.get(`/faire-le-point/${code}/profil`)).text()).toMatch(/value="unknown" selected/)
})

test('a result follows its answers at once, for each year, and is gone with them', async () => {
  const site = await testSite()
  const code = await start(site)
  const result = async (query = '') => words(await (await site.get(`/faire-le-point/${code}/resultat${query}`)).text())
  await answer(site, code, 'achats', { 'total-montant': '1000', 'organic-montant': '100' })
  expect(await result()).toContain('Bio : 10 %')
  expect(await result()).toBe(await result())
  await answer(site, code, 'achats', { 'total-montant': '1000', 'organic-montant': '150' })
  expect(await result()).toContain('Bio : 15 %')
  expect(await result('?annee=2025')).toContain('Avec les règles de 2025')
  expect(await result()).not.toContain('Avec les règles de')
  site.platform.setNow(new Date('2026-12-01T09:00:00Z'))
  expect(await result()).toContain('État des lieux du 1er décembre 2026')
  await site.post(`/faire-le-point/${code}/effacer`, {})
  expect(await result()).toContain('Ce test n’est plus là')
})

test('the result leads to the calculator, the resources and the deadlines, with this canteen in mind', async () => {
  const site = await testSite({ DEMO: 'on' })
  await loadDemo(site.platform)
  const html = await (await site.get(`/faire-le-point/${demoStories[0]!.code}/resultat`)).text()
  const [calculator = ''] = /\/calculette\?[^"]+/.exec(html) ?? []
  expect(await (await site.get(calculator.replaceAll('&amp;', '&'))).text()).toContain('Saint-Denis (97400)')
  expect(html).toContain('href="/ressources?priorites=info,appro,plastic"')
  expect(html).toContain('href="/calendrier"')
  expect(html.match(/Pour vous aider/g)).toHaveLength(3)
})

test('the door gives a later step the canteen, the practices and the amounts in true euros', async () => {
  const platform = await testPlatform()
  await loadDemo(platform)
  const [school, , company] = await Promise.all(demoStories.map(({ code }) => readDraft(platform, code)))
  expect(school).toMatchObject({
    dataYear: 2026,
    commune: { name: 'Saint-Denis' },
    canteen: { sectorList: ['education_primaire'], productionType: 'site', dailyMealCount: 150 },
    practices: { hasWasteDiagnostic: true, servingPlasticSubstituted: false, communicationSupports: ['DISPLAY'] },
    procurement: { amounts: { valeur_totale: 52_500_00, valeur_bio: 4_620_00 } },
  })
  expect(company?.procurement).toBeNull()
  expect(await readDraft(platform, 'AAAAAAAAAAAAAAAAAAAAAA')).toBeNull()
  await platform.database.close()
})

test('every answer of every story shows in its fields, and reads back the same', async () => {
  const site = await testSite()
  for (const { answers } of demoStories) {
    const code = await start(site)
    for (const step of steps) {
      const fields: Fields = {}
      for (const [name, value] of fieldsOf(step.questions, answers)) fields[name] = [fields[name] ?? [], value].flat()
      await site.post(`/faire-le-point/${code}/${step.id}`, fields)
    }
    const kept: Answers = (await readDraft(site.platform, code))!.answers
    expect(answersSchema.parse(kept)).toEqual(answers)
  }
})
