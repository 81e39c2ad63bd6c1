import { expect, test } from 'vitest'
import { testSite } from '../../../tools/testing/platform.ts'
import { pendingTexts } from '../../law/texts.ts'
import { catalogue, findResource } from './catalogue.ts'
import { recordCheck } from './checks.sql.ts'

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('&amp;', '&')

/** Ids of the resources on a page, in order. */
const listed = (html: string) => [...html.matchAll(/<li class="resource[^"]*" id="([^"]+)"/g)].map(([, id]) => id)

async function pageReader() {
  const site = await testSite()
  return { site, read: async (path: string) => (await site.get(path)).text() }
}

test('the whole catalogue is there, twenty a page, each resource once', async () => {
  const { read } = await pageReader()
  const first = await read('/ressources')
  expect(words(first)).toContain(`${catalogue.length} ressources – page 1 sur 11`)
  const pages = await Promise.all(Array.from({ length: 11 }, (_, index) => read(`/ressources?page=${index + 1}`)))
  expect(listed(pages[0]!).length).toBe(20)
  expect(pages.flatMap(listed).sort()).toEqual(catalogue.map(({ id }) => id).sort())
  expect(listed(await read('/ressources?page=99'))).toEqual(listed(pages[10]!))
})

test('the state of the form stands in the address: shown again, kept from page to page, taken off one by one', async () => {
  const { read } = await pageReader()
  const html = await read('/ressources?q=%20%22gaspi%22%20&mesure=waste&public=chef&page=2&priorites=waste,appro')
  expect(html).toContain('value="&quot;gaspi&quot;"')
  expect(html).toMatch(/<option value="waste" selected="">|<option value="waste" selected>/)
  expect(html).toContain('<input type="hidden" name="priorites" value="waste,appro"')
  expect(html).toContain('href="/ressources?q=%22gaspi%22&amp;mesure=waste&amp;public=chef&amp;priorites=waste,appro#resultats"')
  expect(html).toContain('href="/ressources?q=%22gaspi%22&amp;public=chef&amp;priorites=waste,appro#resultats"')
  expect(words(html)).toContain(
    'Classées selon ce qui vous manque : lutte contre le gaspillage, puis qualité des produits. Revenir à l’ordre habituel',
  )
})

test('the number of answers is announced by the title of the page', async () => {
  const { read } = await pageReader()
  const html = await read('/ressources?q=convention+de+dons')
  expect(words(html)).toContain('1 ressource : « convention de dons » – ma cantine')
  expect(listed(html)).toEqual(['modele-convention-dons'])
})

test('an address that means nothing still shows the catalogue, and nothing that was typed becomes markup', async () => {
  const { site, read } = await pageReader()
  for (const path of ['/ressources?mesure=rien&public=%00&page=-1', '/ressources?page=abc&priorites=,,x,', '/ressources?effort='])
    expect(listed(await read(path)).length, path).toBe(20)
  expect(await read('/ressources?q=%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert')
  expect((await site.get(`/ressources?q=${'a'.repeat(1900)}`)).status).toBe(200)
})

test('when nothing answers, the page says which condition to drop, and what dropping it gives', async () => {
  const { read } = await pageReader()
  const html = await read('/ressources?q=lentilles&mesure=plastic&priorites=waste')
  expect(words(html)).toContain('Aucune ressource')
  const [, href = '', count = ''] = /<a href="([^"]+)">Sans Interdiction du plastique<\/a>[\s\u00a0]*:[\s\u00a0]*(\d+)/.exec(
    html,
  )!
  expect(href).toBe('/ressources?q=lentilles&amp;priorites=waste#resultats')
  expect(listed(await read(href.replaceAll('&amp;', '&').replace('#resultats', ''))).length).toBe(Number(count))
  expect(html).toContain('href="/ressources?priorites=waste#resultats">Effacer tous les filtres')
  expect(words(await read('/ressources?q=zzzzzz'))).toContain('Essayez un mot plus courant')
})

test('a card says what the link is, where it leads, for whom, and what to know', async () => {
  const { read } = await pageReader()
  const card = words(await read('/ressources?q=rapport+n%C2%B0+22071'))
  expect(card).toContain('(PDF, ma-cantine.agriculture.gouv.fr)')
  expect(card).toContain('Rapport ou étude, CGAAER, novembre 2022')
  expect(card).toContain('Pour : élu·es, gestionnaires, acheteurs et acheteuses')
  expect(card).toContain('Lien à vérifier')
  const booklet = words(await read('/ressources?q=livret+mesures+loi+egalim+compl%C3%A9t%C3%A9e'))
  expect(booklet).toContain('À savoir : Livret de 2022 : la date de fin du niveau 2')
  expect(words(await read('/ressources?q=bilan+statistique+annuel+2022'))).toContain('Plus récent : Rapport du Gouvernement')
  expect(words(await read('/ressources?q=runalim'))).toContain('Territoire : La Réunion')
})

test('a card tells what the last visit of its link found; nothing is hidden', async () => {
  const { site, read } = await pageReader()
  expect(words(await read('/ressources'))).toContain('le premier contrôle n’a pas encore eu lieu')
  const { id, url } = findResource('agores')!
  const state = async () => words(await read('/ressources?q=agores&type=acteur'))
  const found = (checkedAt: string, finding: object) =>
    recordCheck(site.platform.database, {
      id,
      url,
      checkedAt: new Date(checkedAt),
      reachable: false,
      status: null,
      problem: null,
      ...finding,
    })
  // 23:30 in Paris, the day before in Greenwich.
  await found('2026-10-31T23:30:00Z', { reachable: true, status: 200 })
  expect(await state()).toContain('Lien vérifié le 1er novembre 2026')
  expect(await state()).toContain('Dernier contrôle des liens : 1er novembre 2026')
  await found('2026-11-10T02:17:00Z', { status: 404, problem: 'missing' })
  expect(await state()).toContain('Lien injoignable le 10 novembre 2026, en service le 1er novembre 2026')
  await found('2026-11-17T02:17:00Z', { status: 403, problem: 'refused' })
  expect(await state()).toContain('Lien à vérifier : le site n’a pas accepté notre contrôle automatique du 17 novembre 2026')
  await found('2026-11-18T02:17:00Z', { url: 'https://autre.test/', reachable: true, status: 200 })
  expect(await state()).not.toContain('Lien vérifié')
})

test('texts that are not law stand apart, and repealed ones no longer stand among those in force', async () => {
  const { read } = await pageReader()
  const html = await read('/ressources/textes')
  const [inForce = '', apart = ''] = html.split('id="projets"')
  expect(words(apart)).toContain('En projet, pas en vigueur Rien de ceci n’est la loi aujourd’hui')
  for (const { id } of pendingTexts) {
    expect(apart).toContain(`id="${id}"`)
    expect(inForce).not.toContain(`id="${id}"`)
  }
  const repealed = inForce.indexOf('id="abroges"')
  expect(inForce.indexOf('id="crpm-l230-5-2"')).toBeGreaterThan(repealed)
  expect(inForce.indexOf('id="crpm-l230-5-1-i-parts"')).toBeLessThan(repealed)
  expect(words(html)).toContain('Article R. 273-9 (à vérifier)')
})
