import { expect, test } from 'vitest'
import { addCanteens, school, someSiret } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { ATTESTED, askFor, filled, plain, sendThrough } from '../../../tools/testing/statements.ts'
import { addPurchases } from '../purchases/purchases.ts'
import { loadDemo } from './demo.ts'

const LINES = filled(
  [
    ['fruits_et_legumes', 'BIO', '1 200,40', 'Légumes bio'],
    ['fruits_et_legumes', '', '3 100'],
    ['produits_laitiers', 'AOCAOP', '410,25', 'Fromages AOP'],
  ],
  { total: '4710,65', certificats: 'FR-BIO-01' },
)

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
  const [id = 0] = await addCanteens(site.platform, [school], elodie.person.id)
  const text = async (path: string, who: { get(path: string): Response | Promise<Response> } = elodie) =>
    plain(await (await who.get(path)).text())
  return { site, elodie, id, text }
}

const accept = (count: number, more: Record<string, string> = {}) => ({
  version: '1',
  ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`ligne-${at}-decision`, 'accepter'])),
  ...Object.fromEntries(Object.entries(LINES).filter(([name]) => !name.endsWith('-libelle'))),
  ...more,
})

test('asked, filled, sent once, accepted line by line, taken back', async () => {
  const { site, elodie, id, text } = await opened()
  const { page, link } = await askFor(elodie, id, { mot: 'Merci pour vos salades !' })
  await site.runJobs()
  const [ask] = await site.mailsTo('contact@primeurs.example')
  expect(ask?.body).toMatch(/École Jean-Moulin, à Cesson-Sévigné.*« Merci pour vos salades ! ».*\/releve\/\d.*22 janvier 2027/s)
  expect(ask?.body).toContain(link)

  const first = await text(link, site)
  expect(first).toMatch(/École Jean-Moulin, à Cesson-Sévigné.*relevé de 2025.*« Merci pour vos salades ! »/)
  for (const secret of ['elodie', 'Martin', school.siret!, '16 800', '120 repas']) expect(first).not.toContain(secret)

  await site.post(link, LINES)
  const back = await text(`${link}/relecture`, site)
  expect(back).toMatch(/4 710,65 €.*Légumes bio.*1 200,40 €.*Fruits et légumes.*4 300,40 €.*1 200,40 €/)
  expect(back).not.toContain('À vérifier avant d’envoyer')
  const refused = await site.post(`${link}/envoyer`, { ...ATTESTED, certifie: '', nom: '' })
  expect([refused.status, plain(await refused.text())]).toEqual([422, expect.stringMatching(/Indiquez votre nom.*certifier/)])
  const changed = await site.post(`${link}/envoyer`, { ...ATTESTED, vu: 'lu avant un changement' })
  expect([changed.status, plain(await changed.text())]).toEqual([422, expect.stringContaining('Les lignes ont changé')])
  const [, vu = ''] = /name="vu" value="(\w+)"/.exec(await (await site.get(`${link}/relecture`)).text()) ?? []
  expect(vu).not.toBe('')
  for (const _ of [1, 2]) await site.post(`${link}/envoyer`, { ...ATTESTED, vu })
  await site.runJobs()
  expect((await site.mailsTo('contact@primeurs.example')).filter(({ subject }) => subject.includes('bien reçu'))).toHaveLength(1)
  expect((await site.mailsTo('elodie@ecole.example'))[0]?.subject).toBe('Primeurs du Couesnon a envoyé son relevé de 2025')

  expect(await text(page)).toMatch(/À relire.*Attesté par Anne Le Gall \(Comptable\).*FR-BIO-01/)
  expect(await text(`/cantines/${id}/achats`), 'nothing counts yet').toContain('Pas encore d’achat')
  const decided = await elodie.post(`${page}/decider`, {
    ...accept(2),
    'ligne-1-label': 'HVE',
    'ligne-2-decision': 'refuser',
    'ligne-2-mot': 'Ce fromage vient d’un autre fournisseur.',
  })
  const after = await text(decided.headers.get('location')!)
  expect(after).toMatch(/2 achats enregistrés : vos parts de 2025 ont bougé.*Corrigée \(elle disait : Fruits et légumes/)
  expect((await elodie.post(`${page}/decider`, accept(3))).headers.get('location'), 'pressed twice').toBe(page)
  const book = await text(`/cantines/${id}/achats`)
  expect(book).toMatch(/2 achats, 4 300,40 €/)
  expect(book).toMatch(/Légumes bio Primeurs du Couesnon Relevé du fournisseur.*31\/12\/2025/)
  expect(await text(`/cantines/${id}/achats/bilan?annee=2025`)).toMatch(/100 % de durable et de qualité, dont 27,91 % de bio/)
  await site.runJobs()
  expect((await site.mailsTo('contact@primeurs.example'))[0]?.body).toMatch(/2 lignes sur 3 acceptées.*Ligne 3 : Ce fromage/s)
  expect(await text(link, site)).toMatch(/La cantine a répondu.*Acceptée.*Refusée : Ce fromage vient d’un autre fournisseur/)
  expect((await site.post(link, LINES)).headers.get('location'), 'closed to changes').toBe(link)

  await elodie.post(`${page}/reprendre`)
  expect(await text(`/cantines/${id}/achats`)).toContain('Pas encore d’achat')
  expect(await (await elodie.get(page)).text()).toMatch(/value="refuser" checked/)
})

test('an old page that brings purchases back cannot count twice a statement taken up again', async () => {
  const { site, elodie, id, text } = await opened()
  const { page, link } = await askFor(elodie, id)
  await sendThrough(site, link, LINES)
  const decide = () => elodie.post(`${page}/decider`, accept(3))
  await decide()
  const removed = (await elodie.post(`/cantines/${id}/achats/retirer`, { tout: 'oui' })).headers.get('location')!
  const retrait = new URL(removed, 'http://x').searchParams.get('retrait')!
  await elodie.post(`${page}/reprendre`)
  await decide()
  await elodie.post(`/cantines/${id}/achats/remettre`, { retrait })
  expect(await text(`/cantines/${id}/achats`)).toContain('3 achats, 4 710,65 €')
})

test('the supplier corrects until the canteen decides; what changed meanwhile is not accepted unseen', async () => {
  const { site, elodie, id, text } = await opened()
  const { page, link } = await askFor(elodie, id)
  await sendThrough(site, link, LINES)
  expect(await text(link, site)).toContain('Relevé envoyé')
  expect(await (await site.get(`${link}?corriger`)).text()).toMatch(/value="1200,40"/)
  await sendThrough(site, link, { ...LINES, 'ligne-0-montant': '900' })
  const stale = await elodie.post(`${page}/decider`, accept(3))
  expect([stale.status, plain(await stale.text())]).toEqual([409, expect.stringMatching(/a changé pendant que.*900,00 €/)])
  expect(await text(`/cantines/${id}/achats`)).toContain('Pas encore d’achat')
})

test('what is wrong is said at its field and kept; a family left blank is proposed from the wording', async () => {
  const { site, elodie, id } = await opened()
  const { link } = await askFor(elodie, id)
  const fields = filled([
    ['', '', 'mille', ''],
    ['', '', '250', 'CAROTTE AB FR'],
    ['autres', '', '0'],
  ])
  const answer = await site.post(link, fields)
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of ['famille de la ligne 1', 'montant de l’année', 'd’après le libellé', 'au-dessus de zéro'])
    expect(plain(html)).toContain(words)
  expect(html).toMatch(/id="ligne-0-montant"[^>]*value="mille"[^>]*aria-describedby="ligne-0-montant-erreur"/)
  expect(html).toMatch(/<select[^>]*id="ligne-1-label".*?<option value="BIO" selected/s)
  expect(plain(await (await site.post(link, { lignes: '10' })).text())).toContain('Remplissez au moins une ligne')
  const more = await (await site.post(link, { ...fields, ajouter: 'oui' })).text()
  expect(more).toContain('name="ligne-12-montant"')
  expect(more).toContain('value="CAROTTE AB FR"')
})

test('questions are asked of both sides, each with what it may know; those without a question are accepted in one press', async () => {
  const { site, elodie, id, text } = await opened()
  await site.platform.database.transaction((db) =>
    addPurchases(
      db,
      [
        {
          canteenId: id,
          date: '2025-06-01',
          description: 'Salades',
          supplier: 'SARL PRIMEURS DU COUESNON',
          priceExclTaxCents: 430_000,
          family: 'fruits_et_legumes',
          characteristics: [],
          origin: null,
          shortChain: false,
          local: false,
          localDefinition: null,
          localKm: null,
        },
      ],
      { source: 'page', by: elodie.person.id, now: TODAY },
    ),
  )
  const vegetables = await askFor(elodie, id)
  await sendThrough(site, vegetables.link, LINES)
  expect(await text(vegetables.page)).toContain('Vous avez déjà 1 achat de « Primeurs du Couesnon » en 2025, pour 4 300,00 €')
  const none = await elodie.post(`${vegetables.page}/decider`, { ...LINES, version: '1', tout: 'coherent' })
  expect(plain(await none.text())).toContain('Il reste 3 lignes à décider')

  expect((await elodie.post(`${vegetables.page}/decider`, { ...LINES, version: '1', tout: 'verifie' })).status).toBe(303)
  expect(await text(`/cantines/${id}/achats`)).toMatch(/4 achats, 9 010,65 €/)
  await elodie.post(`${vegetables.page}/reprendre`)

  const fish = await askFor(elodie, id, { fournisseur: 'Marée de Cancale', courriel: '' })
  const caught = filled([
    ['produits_de_la_mer', 'BIO PECHE_DURABLE', '180,20'],
    ['produits_de_la_mer', 'PECHE_DURABLE', '512,10'],
    ['fruits_et_legumes', '', '60000,10'],
  ])
  await site.post(fish.link, caught)
  const asked = await text(`${fish.link}/relecture`, site)
  expect(asked).toMatch(/Ligne 1 : le bio vient de l’élevage/)
  expect(asked, 'the book is not theirs').not.toContain('vos autres achats')
  await site.post(`${fish.link}/envoyer`, ATTESTED)
  expect(await text(fish.page)).toMatch(/60 000 €, au moins 10 fois vos autres achats de l’année \(4 300 €\)/)
  const some = await elodie.post(`${fish.page}/decider`, { ...caught, version: '1', tout: 'coherent' })
  const html = await some.text()
  expect(plain(html)).toContain('Il reste 2 lignes à décider')
  expect(html).toMatch(/id="ligne-1-decision-0"[^>]*checked/)
  expect(html).not.toMatch(/id="ligne-0-decision-0"[^>]*checked/)
})

test('the same shares on three of my canteens are asked about; those of others stay theirs', async () => {
  const { site, elodie, id, text } = await opened()
  const others = await addCanteens(
    site.platform,
    [1, 2].map((rank) => ({ ...school, name: `École ${rank}`, siret: someSiret(rank) })),
    elodie.person.id,
  )
  const asked = { fournisseur: 'Tables d’Ille', courriel: '', role: 'prestataire' }
  const sent = [id, ...others].map(async (canteenId, at) => {
    const one = await askFor(elodie, canteenId, asked)
    const [organic, rest] = [(at + 1) * 1500, (at + 1) * 8500]
    await sendThrough(
      site,
      one.link,
      filled([
        ['fruits_et_legumes', 'BIO', `${organic}`],
        ['autres', '', `${rest}`],
      ]),
    )
    return one
  })
  const [first] = await Promise.all(sent)
  expect(await text(first!.page)).toMatch(
    /Les mêmes parts au centième près .* pour 3 lieux dont les totaux diffèrent : École Jean-Moulin, École 1, École 2/,
  )
  const colleague = await site.as('collegue@ecole.example')
  await site.platform.database.run(`insert into canteen_member values ($1, $2, 'entry', now())`, [id, colleague.person.id])
  expect(await text(first!.page, colleague)).not.toContain('École 2')
})

test('asked twice is asked once; the link is mailed again the day after, cut, replaced, ends', async () => {
  const { site, elodie, id, text } = await opened()
  const { page, link } = await askFor(elodie, id)
  const again = await elodie.post(`/cantines/${id}/releves`, {
    fournisseur: 'primeurs du couesnon SARL',
    role: 'fournisseur',
    annee: '2025',
  })
  expect(again.headers.get('location')).toBe(`${page}?deja`)
  expect((await elodie.post(`${page}/renvoyer`)).headers.get('location'), 'too soon').toBe(`${page}?`)
  site.platform.setNow(new Date(TODAY.getTime() + 86_400_000))
  expect((await elodie.post(`${page}/renvoyer`)).headers.get('location')).toBe(`${page}?renvoye`)
  await elodie.post(`${page}/couper`)
  expect([(await site.get(link)).status, await text(link, site)]).toEqual([
    410,
    expect.stringContaining('Ce lien n’ouvre plus rien'),
  ])
  expect(await text(link, site), 'tells nothing of the canteen').not.toContain('Jean-Moulin')
  expect((await site.post(link, LINES)).status).toBe(410)
  await elodie.post(`${page}/nouveau-lien`)
  const fresh = /(\/releve\/[\w-]+)"/.exec(await (await elodie.get(page)).text())![1]!
  expect(fresh).not.toBe(link)
  expect([(await site.get(link)).status, (await site.get(fresh)).status]).toEqual([410, 200])
  site.platform.setNow(new Date(TODAY.getTime() + 62 * 86_400_000))
  expect((await site.get(fresh)).status).toBe(410)
})

test('wrong requests are said at their field', async () => {
  const { elodie, id } = await opened()
  const answer = await elodie.post(`/cantines/${id}/releves`, {
    fournisseur: '  ',
    courriel: 'pas une adresse',
    annee: '1999',
    role: 'x',
  })
  const words = plain(await answer.text())
  expect(answer.status).toBe(422)
  for (const said of ['Indiquez le nom', 'fournisseur ou un prestataire', 'adresse', 'Choisissez l’année'])
    expect(words).toContain(said)
})

test('nothing that was typed becomes a link in the mail of someone else', async () => {
  const { site, elodie, id } = await opened()
  const trap = 'Payez sur http://voleur.example/releve/1\nou pas'
  const { link } = await askFor(elodie, id, { fournisseur: 'Salades www.voleur.example', mot: trap })
  await site.post(link, LINES)
  await site.post(`${link}/envoyer`, { ...ATTESTED, nom: trap })
  await site.runJobs()
  const mails = [...(await site.mailsTo('contact@primeurs.example')), ...(await site.mailsTo('elodie@ecole.example'))]
  const about = mails.filter(({ subject }) => /relevé/i.test(subject))
  expect(about).toHaveLength(3)
  for (const { subject, body } of about) expect(subject + body).not.toMatch(/voleur\.example|http:\/\/voleur/)
})

test('two colleagues who decide at once: one of them does, the supplier who sends at that moment is not lost', async () => {
  const { site, elodie, id, text } = await opened()
  const colleague = await site.as('collegue@ecole.example')
  await site.platform.database.run(`insert into canteen_member values ($1, $2, 'entry', now())`, [id, colleague.person.id])
  const { page, link } = await askFor(elodie, id)
  await sendThrough(site, link, LINES)
  await Promise.all([elodie, colleague, elodie].map((who) => who.post(`${page}/decider`, accept(3))))
  expect(await text(`/cantines/${id}/achats`)).toMatch(/3 achats, 4 710,65 €/)
  await Promise.all([elodie, colleague].map((who) => who.post(`${page}/reprendre`)))
  expect(await text(`/cantines/${id}/achats`)).toContain('Pas encore d’achat')
  await site.post(link, { ...LINES, 'ligne-0-montant': '900' })
  await Promise.all([site.post(`${link}/envoyer`, ATTESTED), elodie.post(`${page}/decider`, accept(3))])
  const [kept] = await site.platform.database.rows<{ state: string; version: number; bought: number; draft: unknown }>(
    `select state, version, (select coalesce(sum(price_cents), 0) from purchase where removal_id is null)::bigint as bought, draft from statement`,
  )
  expect([
    ['sent', 2, 0],
    ['decided', 1, 471_065],
  ]).toContainEqual([kept?.state, kept?.version, kept?.bought])
})

test('the stories are told once', async () => {
  const site = await testSite({ DEMO: 'on' })
  const count = () => site.platform.database.first('select count(*) as n, sum(version) as sent from statement')
  expect(await count()).toEqual({ n: 5, sent: 4 })
  await loadDemo(site.platform)
  expect(await count()).toEqual({ n: 5, sent: 4 })
  const karim = await site.as('karim.benali@cantine.example')
  const [told] = await site.platform.database.rows<{ id: number; canteen: number }>(
    `select id, canteen_id as canteen from statement where supplier like 'Goûters%' limit 1`,
  )
  const page = plain(await (await karim.get(`/cantines/${told?.canteen}/releves/${told?.id}`)).text())
  expect(page).toContain('Les mêmes parts au centième près')
})
