import { expect, onTestFinished, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { testPlatform, testSite } from '../../../tools/testing/platform.ts'
import { createApp } from './app.ts'

test('ready means migrated and answering', async () => {
  const site = await testSite()
  const healthy = await site.get('/healthz')
  expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'ready' }])
  await site.platform.database.run('drop table migration')
  expect((await site.get('/healthz')).status).toBe(503)
})

test('an unknown address gets a page that leads somewhere, or JSON under /api', async () => {
  const site = await testSite()
  const page = await site.get('/nulle-part')
  expect(page.status).toBe(404)
  expect(await page.text()).toContain('Cette page n’existe pas')
  const json = await site.get('/api/nulle-part')
  expect([json.status, (await json.json()).code]).toEqual([404, 'not_found'])
})

test('an address that holds the NUL character leads nowhere', async () => {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example')
  const { id } = await canteenWith(site.platform, [[elodie.person, 'administrator']])
  expect((await elodie.post(`/cantines/${id}/equipe/membres/%00/retirer`)).status).toBe(404)
})

test('security headers leave no room for inline code, frames or third parties', async () => {
  const { headers } = await (await testSite()).get('/nulle-part')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('set-cookie')).toBeNull()
})

test('security.txt gives a contact and a date of expiry less than a year ahead', async () => {
  const site = await testSite()
  const text = await (await site.get('/.well-known/security.txt')).text()
  const expires = new Date(/Expires: (.*)/.exec(text)![1]!)
  expect(text).toMatch(/^Contact: mailto:/)
  expect(expires.getTime() - site.platform.now().getTime()).toBeGreaterThan(90 * 86_400_000)
  expect(expires.getTime() - site.platform.now().getTime()).toBeLessThan(365 * 86_400_000)
})

test('the menu of whoever is signed in leads to what is theirs, then to their account', async () => {
  const platform = await testPlatform()
  onTestFinished(() => platform.database.close())
  const own = { href: '/a-moi', label: 'Chez moi', covers: ['/chez-moi/'] }
  const account = { signIn: '/entrer', home: '/compte', signOut: '/sortir' }
  const app = createApp(platform, {
    name: '',
    tagline: '',
    about: '',
    menu: [],
    account,
    signedInMenu: [own],
    footer: [],
    uploads: [],
    unlisted: [],
  })
  app.get('/chez-moi/:part', (c) => {
    c.set('signedInName', c.req.query('nom'))
    return c.render('', { title: '' })
  })
  const links = async (query: string) =>
    [
      ...(await (await app.request(`/chez-moi/ici${query}`)).text()).matchAll(
        /<li[^>]*><a href="([^"]*)"( aria-current="true")?/g,
      ),
    ].map(([, href, here]) => [href, here !== undefined])
  expect((await links('')).slice(-1)).toEqual([['/entrer', false]])
  expect((await links('?nom=Camille')).slice(-2)).toEqual([
    ['/a-moi', true],
    ['/compte', false],
  ])
})
