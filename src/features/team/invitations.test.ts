// Invitations before and after sign-up, through the real pages and the real mails.
import { expect, test } from 'vitest'
import { canteenWith, school } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { findRole, streamOf } from '../canteens/canteens.ts'
import { sweepTeams } from './jobs.ts'
import { inviteMany, withdrawMany } from './team.ts'

const DAY = 86_400_000
const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
  const canteen = await canteenWith(site.platform, [[elodie.person, 'administrator']])
  const base = `/cantines/${canteen.id}/equipe`
  const invite = async (courriel: string, role = 'entry') => {
    const answer = await elodie.post(`${base}/inviter`, { courriel, role })
    await site.runJobs()
    return answer
  }
  const invitationMails = async (email: string) =>
    (await site.mailsTo(email)).filter(({ subject }) => subject.includes('vous invite'))
  const kinds = async () => (await readTrail(site.platform.database, streamOf(canteen.id), { most: 50 })).map(({ kind }) => kind)
  return { site, elodie, canteen, base, invite, invitationMails, kinds, db: site.platform.database }
}

/** Where the link of a mail leads, without the site's address. */
const linkIn = (body: string) => /http:\/\/localhost(\/\S+)/.exec(body)?.[1] ?? ''

test('someone without an account signs up from the mail and lands in the team', async () => {
  const { site, canteen, base, invite, invitationMails, kinds, db } = await opened()
  expect((await invite(' Nouveau@Mairie.Example ')).status).toBe(303)
  const [mail] = await invitationMails('nouveau@mairie.example')
  expect(mail!.subject).toBe('Élodie Martin vous invite dans l’équipe de « École Jean-Moulin » – ma cantine')
  expect(mail!.body).toContain('jusqu’au 22 janvier 2027')
  const signUp = linkIn(mail!.body)
  expect(signUp).toBe(`/creer-un-compte?suite=%2Finvitations%3Fcantine%3D${canteen.id}`)
  // The page keeps where one was going; the link of confirmation leads there.
  const suite = /name="suite" value="([^"]+)"/.exec(await (await site.get(signUp)).text())?.[1]
  const newcomer = await site.as('nouveau@mairie.example')
  expect(await findRole(db, canteen.id, newcomer.person.id)).toBe('entry')
  const landing = await newcomer.get(suite!)
  expect(landing.headers.get('location')).toBe(`${base}?bienvenue`)
  expect(await textOf(await newcomer.get(`${base}?bienvenue`))).toContain('Bienvenue dans l’équipe')
  expect(await db.first('select count(*) as n from canteen_invitation')).toEqual({ n: 0 })
  expect(await kinds()).toEqual(['member-joined', 'invited', 'created'])
  await site.runJobs()
  expect((await site.mailsTo('elodie@ecole.example'))[0]!.subject).toBe('Camille Durand a rejoint votre équipe – ma cantine')
  expect(await verifyTrail(db, streamOf(canteen.id))).toEqual({ sound: 3, brokenAt: null })
})

test('someone with an account accepts by one press, whatever the case of the address; until then nothing tells that there is one', async () => {
  const { site, canteen, base, elodie, invite, invitationMails, db } = await opened()
  const karim = await site.as('karim@mairie.example', { prenom: 'Karim', nom: 'Benali' })
  const known = await invite('KARIM@mairie.example')
  const unknown = await invite('personne@mairie.example')
  expect(known.headers.get('location')).toBe(unknown.headers.get('location'))
  const page = await textOf(await elodie.get(known.headers.get('location')!))
  const items = page.split('<li class="team__item">').slice(2, 4)
  const plain = (item: string) =>
    item
      .split('</li>')[0]!
      .replace(/karim@|personne@/g, '@')
      .replace(/\/invitations\/\d+/g, '')
  expect(items[0]).toContain('karim@mairie.example')
  expect(plain(items[0]!)).toBe(plain(items[1]!))
  expect(await findRole(db, canteen.id, karim.person.id)).toBeNull()
  const [mail] = await invitationMails('karim@mairie.example')
  expect(mail!.body).toContain('Bonjour Karim,')
  const mine = await textOf(await karim.get(linkIn(mail!.body)))
  expect(mine).toContain('Élodie Martin vous propose ce rôle')
  for (const _ of [1, 2]) {
    const accepted = await karim.post('/invitations/accepter', { cantine: String(canteen.id) })
    expect(accepted.headers.get('location')).toBe(`/invitations?cantine=${canteen.id}`)
  }
  expect((await karim.get(`/invitations?cantine=${canteen.id}`)).headers.get('location')).toBe(`${base}?bienvenue`)
  expect(await findRole(db, canteen.id, karim.person.id)).toBe('entry')
})

test('inviting again changes nothing but the role; members and wrong addresses are refused on the page', async () => {
  const { elodie, base, canteen, invite, invitationMails, db, kinds } = await opened()
  await invite('karim@mairie.example')
  await invite('karim@mairie.example')
  expect(await invitationMails('karim@mairie.example')).toHaveLength(1)
  await invite('karim@mairie.example', 'reader')
  expect(await db.rows('select role from canteen_invitation where canteen_id = $1', [canteen.id])).toEqual([{ role: 'reader' }])
  expect(await invitationMails('karim@mairie.example')).toHaveLength(1)
  expect(await kinds()).toEqual(['invited', 'invited', 'created'])
  for (const [courriel, why] of [
    ['elodie@ecole.example', 'fait déjà partie de l’équipe'],
    ['elodie@', 'Cette adresse est incomplète'],
  ] as const) {
    const answer = await elodie.post(`${base}/inviter`, { courriel, role: 'entry' })
    expect(answer.status).toBe(422)
    expect(await textOf(answer)).toContain(why)
  }
})

test('a link followed after sixty days leads to a page that says what to do; sent again, it works', async () => {
  const { site, elodie, canteen, base, invite, invitationMails, db } = await opened()
  await invite('tard@mairie.example')
  // As if it had been sent sixty-one days ago.
  await db.run(`update canteen_invitation
    set (invited_at, sent_at, expires_at) = (invited_at - interval '61 days', sent_at - interval '61 days', expires_at - interval '61 days')`)
  const late = await site.as('tard@mairie.example')
  expect(await findRole(db, canteen.id, late.person.id)).toBeNull()
  const page = await textOf(await late.get(`/invitations?cantine=${canteen.id}`))
  expect(page).toContain('Aucune invitation n’attend tard@mairie.example')
  expect(page).toContain(`/cantines/${canteen.id}/rejoindre`)
  await late.post('/invitations/accepter', { cantine: String(canteen.id) })
  expect(await findRole(db, canteen.id, late.person.id)).toBeNull()
  expect(await textOf(await elodie.get(base))).toContain('expirée le 22 novembre 2026')
  const { id } = (await db.first<{ id: number }>('select id from canteen_invitation'))!
  for (const expected of ['invitation', 'trop']) {
    const again = await elodie.post(`${base}/invitations/${id}/renvoyer`)
    await site.runJobs()
    expect(again.headers.get('location')).toBe(`${base}?${expected}`)
  }
  expect(await invitationMails('tard@mairie.example')).toHaveLength(2)
  await late.post('/invitations/accepter', { cantine: String(canteen.id) })
  expect(await findRole(db, canteen.id, late.person.id)).toBe('entry')
})

test('an invitation can be withdrawn or declined; nobody is named, and forgotten ones go', async () => {
  const { site, elodie, canteen, base, invite, db, kinds } = await opened()
  const karim = await site.as('karim@mairie.example')
  await invite('karim@mairie.example')
  const { id } = (await db.first<{ id: number }>('select id from canteen_invitation'))!
  for (const _ of [1, 2]) await elodie.post(`${base}/invitations/${id}/retirer`)
  expect(await textOf(await karim.get('/invitations'))).toContain('Aucune invitation')
  await invite('karim@mairie.example')
  expect((await karim.post('/invitations/decliner', { cantine: String(canteen.id) })).status).toBe(303)
  expect(await findRole(db, canteen.id, karim.person.id)).toBeNull()
  expect(await kinds()).toEqual(['invitation-declined', 'invited', 'invitation-withdrawn', 'invited', 'created'])
  const trail = JSON.stringify(await readTrail(db, streamOf(canteen.id), { most: 50 }))
  expect(trail).not.toContain(karim.person.id)
  expect(trail).not.toContain('@')
  await invite('jamais@mairie.example')
  site.platform.setNow(new Date(TODAY.getTime() + 91 * DAY))
  await sweepTeams(site.platform)
  expect(await db.first('select count(*) as n from canteen_invitation')).toEqual({ n: 0 })
})

test('a mailbox gets ten invitation mails a day at most, a person sends a hundred', async () => {
  const { site, elodie, base, invitationMails, db } = await opened()
  const { platform } = site
  for (let at = 0; at < 12; at++) {
    const other = await canteenWith(platform, [[elodie.person, 'administrator']], { ...school, siret: null, siren: '213500515' })
    // What is asked at one moment is one mail: here are twelve moments.
    platform.setNow(new Date(TODAY.getTime() + at * 1000))
    await elodie.post(`/cantines/${other.id}/equipe/inviter`, { courriel: 'cible@mairie.example', role: 'entry' })
  }
  await site.runJobs()
  expect(await invitationMails('cible@mairie.example')).toHaveLength(10)
  expect(await db.first('select count(*) as n from canteen_invitation where sent_at is null')).toEqual({ n: 2 })
  for (let at = 12; at < 100; at++) await elodie.post(`${base}/inviter`, { courriel: `p${at}@mairie.example`, role: 'reader' })
  expect((await elodie.post(`${base}/inviter`, { courriel: 'p100@mairie.example', role: 'reader' })).status).toBe(429)
})

test('a file of invitations: one mail to each address, silent for the staff, members left alone, asked twice', async () => {
  const { site, elodie, canteen, db, invitationMails } = await opened()
  const karim = await site.as('karim@mairie.example')
  const other = await canteenWith(site.platform, [], { ...school, name: 'École du Bourg.example', siret: '21350051500027' })
  const invited = [canteen.id, other.id, canteen.id].flatMap((canteenId) =>
    ['karim@mairie.example', 'nouveau@mairie.example', 'elodie@ecole.example'].map((email) => ({
      canteenId,
      email,
      role: 'administrator' as const,
    })),
  )
  const call = async (silent: boolean) => {
    const done = await db.transaction((queries) =>
      inviteMany(queries, invited, { by: elodie.person, now: TODAY, url: 'http://localhost', silent }),
    )
    return { invited: done.invited.length, joined: done.joined.length }
  }
  expect(await call(false)).toEqual({ invited: 5, joined: 0 })
  expect(await call(false)).toEqual({ invited: 0, joined: 0 })
  await site.runJobs()
  for (const email of ['karim@mairie.example', 'nouveau@mairie.example']) {
    const mails = await invitationMails(email)
    expect(mails).toHaveLength(1)
    expect(mails[0]!.subject).toContain('les équipes de 2 cantines')
    // No mail reader finds a link in a name.
    expect(mails[0]!.body).toContain('- « École du Bourg. example », administration')
  }
  expect(await call(true)).toEqual({ invited: 0, joined: 3 })
  expect(await findRole(db, other.id, karim.person.id)).toBe('administrator')
  expect(await findRole(db, other.id, elodie.person.id)).toBe('administrator')
  expect(await db.rows('select distinct email from canteen_invitation')).toEqual([{ email: 'nouveau@mairie.example' }])
  await site.runJobs()
  expect((await site.mailsTo('nouveau@mairie.example')).length).toBe(1)
})

test('what a file did is taken back, and gives a canteen back to nobody when it was so', async () => {
  const { site, elodie, canteen, db } = await opened()
  const karim = await site.as('karim@mairie.example')
  const nobodys = await canteenWith(site.platform, [], { ...school, siret: '21350051500027' })
  const emails = ['karim@mairie.example', 'nouveau@mairie.example']
  const invited = [canteen.id, nobodys.id].flatMap((canteenId) =>
    emails.map((email) => ({ canteenId, email, role: 'administrator' as const })),
  )
  const scope = { by: null, now: TODAY, url: 'http://localhost', silent: true }
  const done = await db.transaction((queries) => inviteMany(queries, invited, scope))
  const takeBack = (hadNone: number[]) =>
    db.transaction((queries) => withdrawMany(queries, done, { by: null, now: TODAY, hadNone }))
  expect(await takeBack([]), 'Karim alone administers it').toEqual([nobodys.id])
  expect(await findRole(db, canteen.id, karim.person.id)).toBeNull()
  expect(await findRole(db, nobodys.id, karim.person.id)).toBe('administrator')
  expect(await takeBack([nobodys.id])).toEqual([canteen.id])
  expect(await findRole(db, nobodys.id, karim.person.id)).toBeNull()
  expect(await db.rows('select from canteen_invitation')).toEqual([])
  await expect(db.run('delete from canteen_member where person_id = $1', [elodie.person.id])).rejects.toThrow('no administrator')
})
