// What protects an account, through the real pages.
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { cookiesAfter, type SignedInClient, signedInClient, testSite } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { deviceOf } from './device.ts'
import { accountTrail } from './events.ts'
import { sweepAccounts } from './jobs.ts'
import { LANDING } from './landing.ts'
import { passwordFault } from './password.ts'

const MAILBOX = 'camille.durand@mairie.exemple.fr'
const DAY = 86_400_000

type Site = Awaited<ReturnType<typeof testSite>>

const tokenIn = async (site: Site, email: string) => /jeton=([\w-]+)/.exec((await site.mailsTo(email))[0]?.body ?? '')?.[1] ?? ''

async function signInByLink(site: Site, email = MAILBOX): Promise<Response> {
  await site.post('/connexion', { courriel: email })
  return site.post('/connexion/lien', { jeton: await tokenIn(site, email) })
}

const follow = (site: Site, camille: SignedInClient, answer: Response) =>
  signedInClient({ request: site.request }, camille.person, cookiesAfter(answer, camille.cookie))

/** Someone whose link was followed, and who owes a code. */
const half = async (site: Site, { person }: SignedInClient) =>
  signedInClient({ request: site.request }, person, cookiesAfter(await signInByLink(site)))

/** Goes through the pages until the second factor is on; gives the generator of codes, and the recovery codes. */
async function enrol(site: Site, camille: SignedInClient, fields = {}) {
  expect((await camille.post('/mon-compte/second-facteur', fields)).headers.get('location')).toBe(
    '/mon-compte/second-facteur/activer',
  )
  const html = await (await camille.get('/mon-compte/second-facteur/activer')).text()
  expect(html).toContain('<svg')
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? ''
  const recovery = [...html.matchAll(/<code>([\w-]{11})<\/code>/g)].map(([, code = '']) => code)
  expect(recovery).toHaveLength(10)
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const refused = await camille.post('/mon-compte/second-facteur/activer', { code: '000000' })
  expect(refused.status).toBe(422)
  const answer = await camille.post('/mon-compte/second-facteur/activer', { code: totp.generate() })
  expect(answer.headers.get('location')).toBe('/mon-compte/second-facteur?fait')
  expect(
    (await half(site, camille).then((one) => one.post('/connexion/code', { code: totp.generate() }))).status,
    'that code has served',
  ).toBe(422)
  await site.platform.database.run('delete from account_attempt')
  return { totp, recovery, client: follow(site, camille, answer) }
}

test('with a second factor, neither the link nor the password enters without its code', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const motdepasse = 'trois poireaux et un navet'
  await camille.post('/mon-compte/mot-de-passe', { motdepasse })
  const { totp, client } = await enrol(site, camille, { motdepasse })
  expect((await client.get('/mon-compte/second-facteur/activer')).status, 'the codes are shown once').toBe(303)
  expect(await (await client.get('/mon-compte/second-facteur')).text()).toContain('Votre compte est protégé')
  const kept = await site.platform.database.rows('select secret, recovery_codes from person_second_factor')
  expect(JSON.stringify(kept)).not.toContain(totp.secret.utf8)
  for (const first of [
    await signInByLink(site),
    await site.post('/connexion/mot-de-passe', { 'courriel-mdp': MAILBOX, motdepasse }),
  ]) {
    expect(first.headers.get('location')).toMatch(/^\/connexion\/code/)
    const cookie = cookiesAfter(first)
    expect(cookie).not.toContain('session_token')
    const waiting = signedInClient({ request: site.request }, camille.person, cookie)
    expect((await waiting.get('/mon-compte')).status).toBe(303)
    expect((await waiting.post('/connexion/code', { code: '123456' })).status).toBe(422)
    const entered = await waiting.post('/connexion/code', { code: totp.generate() })
    expect(entered.status).toBe(303)
    // The same code is not taken twice: forget that it was just used.
    await site.platform.database.run('delete from account_attempt')
  }
}, 30_000)

test('a code serves once, a recovery code too', async () => {
  const site = await testSite()
  const { totp, recovery, client } = await enrol(site, await site.as(MAILBOX))
  const code = totp.generate()
  const entered = await (await half(site, client)).post('/connexion/code', { code })
  expect(entered.status).toBe(303)
  expect(cookiesAfter(entered)).toContain('session_token')
  const replayed = await (await half(site, client)).post('/connexion/code', { code })
  expect(replayed.status).toBe(422)
  expect(cookiesAfter(replayed)).not.toContain('session_token')
  await site.platform.database.run('delete from account_attempt')
  expect((await (await half(site, client)).post('/connexion/code', { code: recovery[0] ?? '' })).status).toBe(303)
  expect((await (await half(site, client)).post('/connexion/code', { code: recovery[0] ?? '' })).status).toBe(422)
  expect((await (await half(site, client)).post('/connexion/code', { code: recovery[1] ?? '' })).status).toBe(303)
}, 30_000)

test('wrong codes close that door, even with the right one afterwards', async () => {
  const site = await testSite()
  const { totp, client } = await enrol(site, await site.as(MAILBOX))
  const waiting = await half(site, client)
  for (let attempt = 0; attempt < 5; attempt++) await waiting.post('/connexion/code', { code: '111111' })
  expect((await waiting.post('/connexion/code', { code: totp.generate() })).status).toBe(422)
}, 30_000)

test('a code sent from an open session tries nothing: five wrong ones are not sixty there', async () => {
  const site = await testSite()
  const { totp, client } = await enrol(site, await site.as(MAILBOX))
  const sent = await client.post('/connexion/code', { code: totp.generate(), suite: '/mon-compte/sessions' })
  expect(sent.headers.get('location')).toBe('/mon-compte/sessions')
  expect((await client.get('/connexion/code')).status).toBe(303)
  expect((await client.get('/mon-compte')).status, 'the session goes on').toBe(200)
  expect(await site.platform.database.rows('select failed_count from person_second_factor')).toEqual([{ failed_count: 0 }])
  expect(
    (await (await half(site, client)).post('/connexion/code', { code: totp.generate() })).status,
    'the code is not used up',
  ).toBe(303)
}, 30_000)

test('proving oneself again with a second factor opens what asks for a fresh proof', async () => {
  const site = await testSite()
  const { totp, client } = await enrol(site, await site.as(MAILBOX))
  site.platform.setNow(new Date(Date.now() + 16 * 60_000))
  const path = '/mon-compte/mot-de-passe'
  expect((await client.get(path)).status).toBe(303)
  site.platform.setNow(new Date())
  await client.post('/connexion', { courriel: MAILBOX, suite: path })
  const first = await client.post('/connexion/lien', { jeton: await tokenIn(site, MAILBOX), suite: path })
  const waiting = follow(site, client, first)
  expect(waiting.cookie, 'the old session is left at the door').not.toContain('session_token')
  const entered = await waiting.post('/connexion/code', { code: totp.generate(), suite: path })
  expect(entered.headers.get('location')).toBe(path)
  expect((await follow(site, waiting, entered).get(path)).status).toBe(200)
}, 30_000)

test('turning the second factor on closes the sessions opened without it, but for this one', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const phone = follow(site, camille, await signInByLink(site))
  const { client } = await enrol(site, phone)
  expect((await camille.get('/mon-compte')).status).toBe(303)
  expect((await client.get('/mon-compte')).status).toBe(200)
}, 30_000)

test('a recovery code that served is told by mail and in the activity', async () => {
  const site = await testSite()
  const { recovery, client } = await enrol(site, await site.as(MAILBOX))
  const waiting = await half(site, client)
  const back = follow(site, waiting, await waiting.post('/connexion/code', { code: recovery[3] ?? '' }))
  expect(await (await back.get('/mon-compte/sessions')).text()).toContain('Connexion avec un code de secours')
  await site.runJobs()
  expect((await site.mailsTo(MAILBOX))[0]?.subject).toContain('code de secours')
}, 30_000)

test('removing the second factor asks for the password, and a mail says so', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  await camille.post('/mon-compte/mot-de-passe', { motdepasse: 'trois poireaux et un navet' })
  const { client } = await enrol(site, camille, { motdepasse: 'trois poireaux et un navet' })
  expect((await client.post('/mon-compte/second-facteur/retirer', { motdepasse: 'faux' })).status).toBe(422)
  const removed = await client.post('/mon-compte/second-facteur/retirer', { motdepasse: 'trois poireaux et un navet' })
  expect(removed.status).toBe(303)
  await site.runJobs()
  expect((await site.mailsTo(MAILBOX))[0]?.subject).toContain('Double authentification retirée')
  expect((await signInByLink(site)).headers.get('location')).toBe(LANDING)
}, 30_000)

test('what protects the account asks for a proof of the last quarter of an hour', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  site.platform.setNow(new Date(Date.now() + 16 * 60_000))
  for (const part of ['mot-de-passe', 'second-facteur', 'second-facteur/activer', 'adresse', 'supprimer', 'donnees.json']) {
    const path = `/mon-compte/${part}`
    const answer = await camille.get(path)
    expect(answer.headers.get('location')).toBe(`/connexion?suite=${encodeURIComponent(path)}&confirmer=oui`)
  }
  expect(
    (await camille.post('/mon-compte/mot-de-passe', { motdepasse: 'trois poireaux et un navet' })).headers.get('location'),
  ).toContain('confirmer=oui')
  const page = await (await camille.get('/connexion?suite=%2Fmon-compte%2Fadresse&confirmer=oui')).text()
  expect(page).toContain('Confirmez que c’est bien vous')
  expect((await camille.get('/mon-compte')).status, 'the rest goes on').toBe(200)
})

test('sessions are listed; one or all the others can be closed, and only one’s own', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const phone = signedInClient({ request: site.request }, camille.person, cookiesAfter(await signInByLink(site)))
  const stranger = await site.as('autre@exemple.fr')
  const ids = await site.platform.database.rows<{ id: string; token: string }>(
    'select id, token from person_session where person_id = $1',
    [camille.person.id],
  )
  const html = await (await phone.get('/mon-compte/sessions')).text()
  expect(html).toContain('cet appareil')
  for (const { token } of ids) expect(html).not.toContain(token)
  for (const { id } of ids) await stranger.post('/mon-compte/sessions/fermer', { session: id })
  expect((await camille.get('/mon-compte')).status, 'a stranger closes nothing').toBe(200)
  await phone.post('/mon-compte/sessions/fermer-les-autres')
  expect((await camille.get('/mon-compte')).status).toBe(303)
  expect((await phone.get('/mon-compte')).status).toBe(200)
})

test('a new password closes the other sessions and is told by mail', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const phone = signedInClient({ request: site.request }, camille.person, cookiesAfter(await signInByLink(site)))
  expect((await phone.post('/mon-compte/mot-de-passe', { motdepasse: 'court' })).status).toBe(422)
  expect((await phone.post('/mon-compte/mot-de-passe', { motdepasse: 'trois poireaux et un navet' })).status).toBe(303)
  expect((await camille.get('/mon-compte')).status).toBe(303)
  await site.runJobs()
  expect((await site.mailsTo(MAILBOX))[0]?.subject).toContain('mot de passe')
})

test('forgetting a password is a link that leads to a new one', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  await site.post('/mot-de-passe-oublie', { courriel: MAILBOX })
  const [mail] = await site.mailsTo(MAILBOX)
  const link = new URL(/http\S+/.exec(mail?.body ?? '')?.[0] ?? '')
  const entered = await site.post('/connexion/lien', Object.fromEntries(link.searchParams))
  expect(entered.headers.get('location')).toBe('/mon-compte/mot-de-passe')
  expect((await follow(site, camille, entered).get('/mon-compte/mot-de-passe')).status).toBe(200)
})

test('a new address counts once its mailbox answers; the old one is told, and no address is taken twice', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const stranger = await site.as('prise@exemple.fr')
  const taken = await (await camille.post('/mon-compte/adresse', { courriel: 'prise@exemple.fr' })).text()
  const free = await (await camille.post('/mon-compte/adresse', { courriel: 'libre@exemple.fr' })).text()
  expect(taken.replaceAll('prise@', 'x@')).toBe(free.replaceAll('libre@', 'x@'))
  expect((await site.mailsTo(stranger.person.email))[0]?.body).not.toContain('jeton=')
  expect(await (await camille.get('/mon-compte')).text()).toContain(MAILBOX)
  const jeton = await tokenIn(site, 'libre@exemple.fr')
  expect((await site.get(`/connexion/nouvelle-adresse?jeton=${jeton}`)).status).toBe(200)
  expect((await site.post('/connexion/nouvelle-adresse', { jeton })).status).toBe(303)
  expect((await site.post('/connexion/nouvelle-adresse', { jeton })).status, 'once').toBe(410)
  await site.runJobs()
  expect((await site.mailsTo(MAILBOX))[0]?.subject).toContain('adresse a changé')
  expect((await camille.get('/mon-compte')).status, 'sessions are closed').toBe(303)
  const back = await signInByLink(site, 'libre@exemple.fr')
  expect(await (await follow(site, camille, back).get('/mon-compte')).text()).toContain('libre@exemple.fr')
})

test('whoever is put out takes no address along: a change under way dies with the other sessions', async () => {
  const deeds: ((owner: SignedInClient) => Promise<Response>)[] = [
    (owner) => owner.post('/mon-compte/sessions/fermer-les-autres'),
    (owner) => owner.post('/mon-compte/mot-de-passe', { motdepasse: 'trois poireaux et un navet' }),
    (owner) => owner.post('/mon-compte/supprimer'),
  ]
  for (const deed of deeds) {
    const site = await testSite()
    const intruder = await site.as(MAILBOX)
    const other = await site.as('autre@exemple.fr')
    await intruder.post('/mon-compte/adresse', { courriel: 'piege@exemple.fr' })
    await other.post('/mon-compte/adresse', { courriel: 'neuve@exemple.fr' })
    await deed(follow(site, intruder, await signInByLink(site)))
    expect((await site.post('/connexion/nouvelle-adresse', { jeton: await tokenIn(site, 'piege@exemple.fr') })).status).toBe(410)
    const kept = await site.post('/connexion/nouvelle-adresse', { jeton: await tokenIn(site, 'neuve@exemple.fr') })
    expect(kept.status, 'others are left alone').toBe(303)
  }
})

test('a session that has had its thirty days leaves the database, visited or not', async () => {
  const site = await testSite()
  await site.as(MAILBOX)
  const left = () => site.platform.database.rows('select id from person_session')
  const began = (days: number) =>
    site.platform.database.run('update person_session set created_at = $1', [
      new Date(site.platform.now().getTime() - days * DAY),
    ])
  await began(29)
  await sweepAccounts(site.platform)
  expect(await left()).toHaveLength(1)
  await began(31)
  await sweepAccounts(site.platform)
  expect(await left()).toEqual([])
})

test('a profile is kept as typed, within bounds', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const fields = {
    prenom: 'Camille',
    nom: 'Le Goff',
    telephone: '+33 6 12 34 56 78',
    fonction: 'OTHER',
    'fonction-precision': 'Cheffe',
    origine: 'X',
    loi: ['NONE', 'ACTION_PLAN', 'lune', 'TAKEN_STOCK'],
    rappels: 'oui',
  }
  expect(await (await camille.get('/mon-compte')).text(), 'reminders, unless declined').toMatch(/name="rappels"[^>]* checked/)
  expect((await camille.post('/mon-compte', fields)).status).toBe(303)
  const html = await (await camille.get('/mon-compte')).text()
  expect(html).toContain('value="0612345678"')
  expect(html).toContain('value="Cheffe"')
  expect(html).not.toContain('href="/api">Documentation')
  const said = (await (await camille.get('/mon-compte/donnees.json')).json()) as { profile: Record<string, unknown> }
  expect(said.profile).toMatchObject({
    lawAwareness: ['TAKEN_STOCK', 'ACTION_PLAN'],
    technical: false,
    noReminders: false,
    source: null,
  })
  const { rappels: _, ...silent } = fields
  await camille.post('/mon-compte', { ...silent, technique: 'oui' })
  const after = await (await camille.get('/mon-compte')).text()
  expect(after).not.toMatch(/name="rappels"[^>]* checked/)
  expect(after).toContain('href="/api">Documentation')
  const refused = await camille.post('/mon-compte', { ...fields, telephone: '12', loi: ['SYSTEM'] })
  expect(refused.status).toBe(422)
  expect(await refused.text(), 'what was typed stays').toMatch(/value="SYSTEM" checked/)
})

test('one leaves with one’s data; the account waits seven days, comes back by signing in, or goes', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  const file = await camille.get('/mon-compte/donnees.json')
  const data = (await file.json()) as { profile: { email: string }; sessions: unknown[]; events: { kind: string }[] }
  expect(data.profile.email).toBe(MAILBOX)
  expect(data.events.map(({ kind }) => kind)).toEqual(['data-exported', 'signed-in', 'email-confirmed'])
  expect(JSON.stringify(data)).not.toContain('token')
  expect((await camille.post('/mon-compte/supprimer')).status).toBe(200)
  expect((await camille.get('/mon-compte')).status).toBe(303)
  expect((await sweepAccounts(site.platform)).erased).toBe(0)
  const back = follow(site, camille, await signInByLink(site))
  expect((await back.get('/mon-compte')).status).toBe(200)
  await back.post('/mon-compte/supprimer')
  site.platform.setNow(new Date(site.platform.now().getTime() + 8 * DAY))
  expect((await sweepAccounts(site.platform)).erased).toBe(1)
  expect(await site.platform.database.first('select * from person where email = $1', [MAILBOX])).toBeNull()
  const stream = accountTrail(camille.person.id)
  const events = await readTrail(site.platform.database, stream, { most: 99 })
  expect(events[0], 'the site erases, not the person').toMatchObject({ kind: 'erased', actor: null })
  expect(JSON.stringify(events)).not.toMatch(/camille|durand|@/i)
  expect(await verifyTrail(site.platform.database, stream)).toEqual({ sound: events.length, brokenAt: null })
})

test('an account that something holds back does not hold the others, and whoever came back stays', async () => {
  const site = await testSite()
  const { database } = site.platform
  const people = await Promise.all(['a', 'b', 'c'].map((name) => site.as(`${name}@exemple.fr`)))
  for (const one of people) await one.post('/mon-compte/supprimer')
  await database.run('create table holds (person_id text references person)')
  await database.run('insert into holds select id from person where email = $1', ['a@exemple.fr'])
  await signInByLink(site, 'c@exemple.fr')
  site.platform.setNow(new Date(site.platform.now().getTime() + 8 * DAY))
  expect((await sweepAccounts(site.platform)).erased).toBe(1)
  expect(await database.rows('select email from person order by email')).toEqual([
    { email: 'a@exemple.fr' },
    { email: 'c@exemple.fr' },
  ])
  const [held] = await readTrail(database, accountTrail(people[0]?.person.id ?? ''), { most: 1 })
  expect(held?.kind, 'nothing says erased that is not').toBe('erasure-asked')
})

test('one reads what happened to one’s account', async () => {
  const site = await testSite()
  const camille = await site.as(MAILBOX)
  await camille.post('/mon-compte/mot-de-passe', { motdepasse: 'trois poireaux et un navet' })
  const html = await (await camille.get('/mon-compte/sessions')).text()
  for (const line of ['Adresse confirmée', 'Connexion par lien', 'Mot de passe choisi']) expect(html).toContain(line)
})

test('passwords that anyone would try first are refused', () => {
  for (const weak of [
    'court',
    'motdepasse2026',
    'Cantine-Cantine',
    'aaaaaaaaaaaaaaa',
    'camille.durand1',
    'azerty azerty',
    '123456789012',
  ])
    expect(passwordFault(weak, MAILBOX), weak).not.toBeNull()
  for (const good of ['trois poireaux et un navet', 'Kx9#pLq2vR!m', 'la cantine sent bon le gratin'])
    expect(passwordFault(good, MAILBOX), good).toBeNull()
})

test('devices are named simply', () => {
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe('Firefox sur Windows')
  expect(deviceOf('')).toBe('Appareil inconnu')
})
