// Signing up and in through the real pages.
import { expect, test } from 'vitest'
import { addCanteens, school } from '../../../tools/testing/canteens.ts'
import { cookiesAfter, testSite } from '../../../tools/testing/platform.ts'
import { LANDING, WELCOME } from './landing.ts'

const CAMILLE = { prenom: 'Camille', nom: 'Durand', courriel: 'Camille.Durand@Mairie.Exemple.FR', accord: 'oui' }
const MAILBOX = 'camille.durand@mairie.exemple.fr'

type Site = Awaited<ReturnType<typeof testSite>>

async function tokenIn(site: Site, email = MAILBOX): Promise<string> {
  const [mail] = await site.mailsTo(email)
  return /jeton=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
}

test('one signs up with names and an address, proves the mailbox by a press, and is in', async () => {
  const site = await testSite()
  const sent = await site.post('/creer-un-compte', CAMILLE)
  expect(sent.headers.getSetCookie(), 'asking is not entering').toEqual([])
  expect(await sent.text()).toContain(MAILBOX)
  const [mail] = await site.mailsTo(MAILBOX)
  expect(mail?.subject).toContain('Confirmez votre adresse')
  const jeton = await tokenIn(site)
  for (let scanner = 0; scanner < 3; scanner++) {
    const page = await site.get(`/connexion/lien?jeton=${jeton}`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Bonjour Camille')
  }
  expect(new URL(/http\S+/.exec(mail?.body ?? '')?.[0] ?? '').searchParams.get('suite')).toBe(WELCOME)
  const entered = await site.post('/connexion/lien', { jeton })
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location'), 'the first time, one is welcomed').toBe(WELCOME)
  const cookie = entered.headers.getSetCookie()[0] ?? ''
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  const account = await site.request(WELCOME, { headers: { Cookie: cookiesAfter(entered) } })
  const html = await account.text()
  expect(html).toContain('Bienvenue')
  expect(html).toContain('Camille Durand')
  expect(account.headers.get('cache-control')).toBe('no-store')
})

test('a link serves once, and not after its time', async () => {
  const site = await testSite()
  await site.post('/creer-un-compte', CAMILLE)
  const jeton = await tokenIn(site)
  const both = await Promise.all([site.post('/connexion/lien', { jeton }), site.post('/connexion/lien', { jeton })])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
  await site.post('/connexion', { courriel: MAILBOX })
  const next = await tokenIn(site)
  await site.platform.database.run(`update person_proof set expires_at = $1`, [new Date(site.platform.now().getTime() - 1)])
  expect((await site.get(`/connexion/lien?jeton=${next}`)).status).toBe(410)
  expect((await site.post('/connexion/lien', { jeton: next })).status).toBe(410)
})

test('no link stands in the database as it was sent', async () => {
  const site = await testSite()
  await site.post('/creer-un-compte', CAMILLE)
  const jeton = await tokenIn(site)
  expect(jeton.length).toBeGreaterThanOrEqual(32)
  const kept = await site.platform.database.rows('select identifier, value from person_proof')
  expect(JSON.stringify(kept)).not.toContain(jeton)
})

test('the page says the same with or without an account; only the mailbox learns', async () => {
  const site = await testSite()
  await site.as('connu@exemple.fr')
  const known = await (await site.post('/connexion', { courriel: 'connu@exemple.fr' })).text()
  const unknown = await (await site.post('/connexion', { courriel: 'perdu@exemple.fr' })).text()
  expect(known.replaceAll('connu@', 'x@')).toBe(unknown.replaceAll('perdu@', 'x@'))
  expect((await site.mailsTo('perdu@exemple.fr'))[0]?.body).not.toContain('jeton=')
  const again = await (await site.post('/creer-un-compte', { ...CAMILLE, courriel: 'connu@exemple.fr' })).text()
  const fresh = await (await site.post('/creer-un-compte', { ...CAMILLE, courriel: 'neuf@exemple.fr' })).text()
  expect(again.replaceAll('connu@', 'x@')).toBe(fresh.replaceAll('neuf@', 'x@'))
  expect((await site.mailsTo('connu@exemple.fr'))[0]?.subject).toContain('déjà un compte')
  expect((await site.as('connu@exemple.fr')).person.firstName, 'a stranger renames no one').toBe('Camille')
})

test('a password is chosen by whoever holds the mailbox, and then opens the account', async () => {
  const site = await testSite()
  await site.post('/creer-un-compte', CAMILLE)
  const jeton = await tokenIn(site)
  const weak = await site.post('/connexion/lien', { jeton, motdepasse: 'motdepasse2026' })
  expect(weak.status).toBe(422)
  const entered = await site.post('/connexion/lien', { jeton, motdepasse: 'trois poireaux et un navet' })
  expect(entered.status, 'a refused password does not use the link up').toBe(303)
  const signIn = (motdepasse: string, courriel = MAILBOX) =>
    site.post('/connexion/mot-de-passe', { 'courriel-mdp': courriel, motdepasse })
  const wrong = await signIn('trois poireaux et un chou')
  const stranger = await signIn('trois poireaux et un navet', 'perdu@exemple.fr')
  expect([wrong.status, stranger.status]).toEqual([422, 422])
  expect((await wrong.text()).replaceAll(MAILBOX, 'x')).toBe((await stranger.text()).replaceAll('perdu@exemple.fr', 'x'))
  const right = await signIn('trois poireaux et un navet')
  expect(right.status).toBe(303)
  expect(cookiesAfter(right)).toContain('session_token')
})

test('ten wrong passwords close that way for a while, whether the account exists or not; the link still works', async () => {
  const site = await testSite()
  await site.as(MAILBOX)
  for (const courriel of [MAILBOX, 'perdu@exemple.fr']) {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 11; attempt++)
      statuses.push(
        (await site.post('/connexion/mot-de-passe', { 'courriel-mdp': courriel, motdepasse: `essai numéro ${attempt}` })).status,
      )
    expect(statuses).toEqual([...Array(10).fill(422), 429])
  }
  await site.post('/connexion', { courriel: MAILBOX })
  expect((await site.post('/connexion/lien', { jeton: await tokenIn(site) })).headers.get('location')).toBe(LANDING)
}, 30_000)

test('a mailbox is not flooded', async () => {
  const site = await testSite()
  for (let attempt = 0; attempt < 8; attempt++)
    expect((await site.post('/connexion', { courriel: 'perdu@exemple.fr' })).status).toBe(200)
  expect(await site.mailsTo('perdu@exemple.fr')).toHaveLength(5)
})

test('a stranger who asks for links again and again does not keep the owner of the mailbox out', async () => {
  const site = await testSite({ TRUSTED_PROXIES: '1' })
  await site.as(MAILBOX)
  await site.platform.database.run('delete from account_attempt')
  const sent = async () => (await site.mailsTo(MAILBOX)).length - 1
  const ask = (machine: string) =>
    site.request('/connexion', {
      method: 'POST',
      headers: { 'X-Forwarded-For': machine },
      body: new URLSearchParams({ courriel: MAILBOX }),
    })
  for (let attempt = 0; attempt < 30; attempt++) await ask('192.0.2.1')
  expect(await sent()).toBe(5)
  await ask('192.0.2.2')
  expect(await sent()).toBe(6)
  for (let machine = 10; machine < 50; machine++) await ask(`192.0.2.${machine}`)
  expect(await sent(), 'nor do many strangers flood it').toBe(20)
}, 30_000)

test('an account without proof has no password, even one put there beforehand', async () => {
  const site = await testSite()
  await site.post('/creer-un-compte', { ...CAMILLE, motdepasse: 'choisi par un autre que moi' })
  const before = await site.post('/connexion/mot-de-passe', {
    'courriel-mdp': MAILBOX,
    motdepasse: 'choisi par un autre que moi',
  })
  expect(before.status).toBe(422)
  await site.post('/connexion/lien', { jeton: await tokenIn(site) })
  const after = await site.post('/connexion/mot-de-passe', { 'courriel-mdp': MAILBOX, motdepasse: 'choisi par un autre que moi' })
  expect(after.status).toBe(422)
})

test('what is missing is said at its field, and what was typed stays', async () => {
  const site = await testSite()
  const answer = await site.post('/creer-un-compte', { prenom: 'Zoé', nom: '', courriel: 'zoe@' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('3 points sont à corriger')
  expect(html).toContain('value="Zoé"')
  expect(html).toContain('value="zoe@"')
  for (const prenom of ['Gagnez https://piege.example', 'bit.ly/x', 'Cliquez sur piege.example', 'a@b'])
    expect((await site.post('/creer-un-compte', { ...CAMILLE, prenom })).status, prenom).toBe(422)
  for (const prenom of ['Marie-Ève', 'J.-P.', 'D’Arc', 'Nguyễn Thị'])
    expect((await site.post('/creer-un-compte', { ...CAMILLE, prenom })).status, prenom).toBe(200)
  for (const { body } of await site.mailsTo(MAILBOX)) expect(body, 'what a stranger typed is not mailed').toMatch(/^Bonjour,\n/)
})

test('what was typed before a session ended waits until its person is back; secrets and calls of scripts do not', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const [id = 0] = await addCanteens(site.platform, [school], camille.person.id)
  const path = `/cantines/${id}/achats/ajouter`
  const typed = { produit: 'Pain « de <campagne> »', 'prix-ht': '12', date: '02/11/2026', famille: 'boulangerie', label: 'BIO' }
  const body = new URLSearchParams([...Object.entries(typed), ['label', 'IGP']])
  const send = (to: string, form: URLSearchParams, headers: Record<string, string> = {}) =>
    site.request(to, {
      method: 'POST',
      body: form,
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': String(form.toString().length), ...headers },
    })
  const kept = await send(path, body)
  const html = await kept.text()
  expect([kept.status, kept.headers.get('cache-control')]).toEqual([401, 'no-store'])
  expect(html).toContain('rien n’est perdu')
  expect(html).toContain(`action="${path}"`)
  const fields = [...html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])
  expect(fields).toEqual([...body].map(([name, value]) => [name, value.replace('<', '&lt;').replace('>', '&gt;')]))
  for (const left of [
    await send(path, body, { 'Sec-Fetch-Mode': 'cors' }),
    await send(path, new URLSearchParams()),
    await send('/mon-compte/mot-de-passe', new URLSearchParams({ nouveau: 'x', motdepasse: 'tres secret' })),
    await send(path, body, { 'Sec-Fetch-Site': 'cross-site' }),
  ])
    expect(await left.text()).not.toContain('type="hidden"')
})

test('my account asks to sign in and comes back; no address leads to another site', async () => {
  const site = await testSite()
  expect((await site.get('/mon-compte/sessions')).headers.get('location')).toBe('/connexion?suite=%2Fmon-compte%2Fsessions')
  await site.as(MAILBOX)
  for (const suite of [
    'https://piege.example',
    '//piege.example',
    '/\\piege.example',
    'javascript:alert(1)',
    '/\t/piege.example',
  ]) {
    await site.post('/connexion', { courriel: `x${suite.length}@exemple.fr`, suite })
    const page = await (await site.get(`/connexion?suite=${encodeURIComponent(suite)}`)).text()
    expect(page).not.toContain('piege')
  }
})

test('a form sent from another site is refused, and so is a silent one that carries a cookie', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const write = (headers: Record<string, string>) =>
    site.request('/mon-compte', {
      method: 'POST',
      headers: { Cookie: camille.cookie, ...headers },
      body: new URLSearchParams({ prenom: 'Pirate', nom: 'Pirate' }),
    })
  expect((await write({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await write({ Origin: 'https://piege.example' })).status).toBe(403)
  expect((await write({})).status).toBe(403)
  expect(await (await camille.get('/mon-compte')).text()).not.toContain('Pirate')
  expect((await write({ Origin: 'http://localhost' })).status).toBe(303)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  expect((await camille.get('/mon-compte')).status).toBe(200)
  expect((await camille.post('/deconnexion')).status).toBe(303)
  expect((await camille.get('/mon-compte')).status).toBe(303)
})

test('a session ends a week after the last visit, and thirty days after it began', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  await site.platform.database.run(`update person_session set expires_at = now() - interval '1 minute'`)
  expect((await camille.get('/mon-compte')).status).toBe(303)
  const other = await site.as('autre@exemple.fr')
  const { rows } = await site.platform.database.pool.query(
    `select extract(epoch from expires_at - created_at) / 86400 as days from person_session where expires_at > now()`,
  )
  expect(rows.map(({ days }) => Math.round(Number(days)))).toEqual([7])
  await site.platform.database.run(`update person_session set created_at = $1`, [
    new Date(site.platform.now().getTime() - 31 * 86_400_000),
  ])
  expect((await other.get('/mon-compte')).status).toBe(303)
})

test('visitors get no cookie, and the pages kept for everyone name no one', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  expect(await (await camille.get('/')).text()).toContain('Camille Durand')
  for (const path of ['/', '/connexion', '/creer-un-compte', '/mesures']) {
    const answer = await site.get(path)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await answer.text()).not.toContain('Camille')
  }
})

test('over https the cookie is bound to this very host', async () => {
  const site = await testSite({ PUBLIC_URL: 'https://ma-cantine.example' })
  await site.post('/creer-un-compte', CAMILLE)
  const [mail] = await site.mailsTo(MAILBOX)
  expect(mail?.body).toContain('https://ma-cantine.example/connexion/lien?jeton=')
  const [cookie = ''] = (await site.post('/connexion/lien', { jeton: await tokenIn(site) })).headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-/)
  expect(cookie).toMatch(/; Secure/)
  expect(cookie).not.toMatch(/Domain/i)
})

test('when the mail server does not answer, the person is told, and nothing else breaks', async () => {
  const site = await testSite({ SMTP_URL: 'smtp://127.0.0.1:9', PUBLIC_URL: 'https://ma-cantine.example' })
  const answer = await site.post('/creer-un-compte', CAMILLE)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Le courriel n’a pas pu partir')
})

test('a machine that tries everyone is stopped, whatever it writes in its headers; its neighbours are not', async () => {
  const site = await testSite({ TRUSTED_PROXIES: '1' })
  const ask = (attempt: number, machine: string) =>
    site.request('/connexion', {
      method: 'POST',
      headers: { 'X-Forwarded-For': `10.0.0.${attempt}, ${machine}` },
      body: new URLSearchParams({ courriel: `personne${attempt}@exemple.fr` }),
    })
  for (let attempt = 0; attempt < 60; attempt++) expect((await ask(attempt, '192.0.2.1')).status).toBe(200)
  const stopped = await ask(61, '192.0.2.1')
  expect(stopped.status).toBe(429)
  expect(await stopped.text()).toContain('réessayez dans 60 minutes')
  expect((await ask(62, '192.0.2.2')).status).toBe(200)
  expect(JSON.stringify(await site.platform.database.rows('select key from account_attempt'))).not.toContain('192.0.2')
}, 30_000)
