import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { formatPercent } from '../../law/money.ts'
import { targetsFor } from '../../law/targets.ts'
import { formValues } from '../../platform/http/forms.ts'
import { measurePages } from './guide.ts'
import { readProfile } from './profile.ts'

const PAGES = [
  '/',
  '/mesures',
  ...measurePages.map(({ path }) => path),
  '/mesures/toutes-les-obligations',
  '/calendrier',
  '/mentions-legales',
  '/donnees-personnelles',
  '/accessibilite',
  '/eco-conception',
  '/contact',
  '/plan-du-site',
]
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('&#39;', '’')

test('every page answers, with one h1 and headings in order', async () => {
  const site = await testSite()
  for (const path of PAGES) {
    const answer = await site.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    const levels = [...(await answer.text()).matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect([path, levels.filter((level) => level === 1).length, levels[0]]).toEqual([path, 1, 1])
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect([path, jumps]).toEqual([path, []])
  }
})

test('each law obligation of a measure is on its page, with its date and its text', async () => {
  const site = await testSite()
  const page = text(await (await site.get('/mesures/interdiction-du-plastique')).text())
  expect(page).toContain('Depuis le 1er janvier 2025')
  expect(page).toContain('moins de 2 000 habitants')
  const all = text(await (await site.get('/mesures/toutes-les-obligations')).text())
  expect(all).toContain('(à vérifier)')
  expect(all).toContain('Comité régional pour l’alimentation')
})

test('La Réunion: the targets of 2025 and of 2026 differ, each with its text', async () => {
  const site = await testSite()
  const shown = async (year: number) => {
    const page = await site.get(`/mesures/qualite-des-produits?territoire=La+R%C3%A9union&annee=${year}`)
    expect(page.status).toBe(200)
    const html = await page.text()
    const mine = html.slice(html.indexOf(`Vos objectifs pour ${year}`), html.indexOf('Ce que demande la loi'))
    expect(mine).toContain('Décret n° 2021-1235')
    return text(mine)
  }
  for (const year of [2025, 2026]) {
    const { facts } = readProfile(formValues([['territoire', 'La Réunion']]), `${year}-06-01`)
    const { organic, quality } = targetsFor(facts, year)
    const page = await shown(year)
    for (const target of [organic!, quality!]) expect(page).toContain(formatPercent(target.percent).replace(/\u00a0/, ' '))
    expect(page).toContain(`depuis les achats de ${organic!.from}`)
  }
  expect(await shown(2025)).not.toEqual((await shown(2026)).replaceAll('2026', '2025'))
})

test('the rules that are not for the canteen step aside, those to be made precise say so', async () => {
  const site = await testSite()
  const page = text(await (await site.get('/mesures/menus-vegetariens?secteur=social_ehpad&annee=2026')).text())
  expect(page).toContain('Ne concerne pas votre cantine')
  expect(page).toContain('À préciser')
  const school = text(await (await site.get('/mesures/menus-vegetariens?secteur=education_primaire&annee=2026')).text())
  expect(school).toContain('Concerne votre cantine')
})

test('what cannot be read is said at its field, and kept', async () => {
  const site = await testSite()
  const answer = await site.get('/mesures/toutes-les-obligations?territoire=Zzzz&annee=1789&secteur=lune&statut=x&repas=beaucoup')
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('5 points sont à corriger')
  for (const field of ['territoire', 'annee', 'secteur', 'statut', 'repas']) expect(html).toContain(`id="${field}-erreur"`)
  expect(html).toContain('value="Zzzz"')
  expect(html).toContain('value="beaucoup"')
})

test('namesakes under different rules are proposed, each as a link that keeps the rest', async () => {
  const site = await testSite()
  const html = await (await site.get('/mesures/qualite-des-produits?territoire=Saint-Denis&secteur=education_primaire')).text()
  const link = /href="([^"]*territoire=97411[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
  expect(link).toContain('secteur=education_primaire')
  const chosen = await site.get(link)
  expect([chosen.status, await chosen.text()]).toEqual([200, expect.stringContaining('value="Saint-Denis (97400)"')])
})

test('typed text never becomes markup', async () => {
  const site = await testSite()
  const html = await (await site.get('/calendrier?territoire=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')).text()
  expect(html).not.toContain('<script>alert')
})

test('the legal pages name who answers for the site', async () => {
  const site = await testSite({
    PUBLISHER: 'Ville de Test',
    PUBLICATION_DIRECTOR: 'Camille Essai',
    HOSTING: 'Hébergeur de Test, 1 rue des Serveurs',
    CONTACT_EMAIL: 'bonjour@test.example',
  })
  const notice = await (await site.get('/mentions-legales')).text()
  for (const word of ['Ville de Test', 'Camille Essai', 'Hébergeur de Test', 'Licence Ouverte 2.0', 'MIT'])
    expect(notice).toContain(word)
  const privacy = text(await (await site.get('/donnees-personnelles')).text())
  for (const word of ['Finalité', 'Durée de conservation', 'Sous-traitant', 'bonjour@test.example', '13 mois', 'CNIL'])
    expect(privacy).toContain(word)
  expect(await (await site.get('/contact')).text()).toContain('mailto:bonjour@test.example?subject=')
})

test('the home page gives the next dates of the day it is read', async () => {
  const site = await testSite()
  expect(await (await site.get('/')).text()).toContain('Dernier jour des achats de 2026')
  site.platform.setNow(new Date('2027-01-01T09:00:00Z'))
  const later = await (await site.get('/')).text()
  expect(later).not.toContain('Dernier jour des achats de 2026')
  expect(later).toContain('31 mars 2027')
})

test('the icon is a drawing', async () => {
  const site = await testSite()
  const icon = await site.get('/icone.svg')
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
})
