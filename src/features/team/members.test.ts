// The members of a team, through the real pages: roles, departures and their undoing, and the last administrator who cannot vanish.
import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { sweepAccounts } from '../accounts/jobs.ts'
import { findRole, listMembers, streamOf } from '../canteens/canteens.ts'

/** A page as one reads it: spaces that do not break are spaces. */
const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
  const karim = await site.as('karim@ecole.example', { prenom: 'Karim', nom: 'Benali' })
  const sole = await site.as('solene@ecole.example', { prenom: 'Solène', nom: 'Hoarau' })
  const canteen = await canteenWith(site.platform, [
    [elodie.person, 'administrator'],
    [karim.person, 'entry'],
    [sole.person, 'reader'],
  ])
  const base = `/cantines/${canteen.id}/equipe`
  const role = ({ person }: typeof elodie) => findRole(site.platform.database, canteen.id, person.id)
  const told = async () =>
    (await readTrail(site.platform.database, streamOf(canteen.id), { most: 50 })).map(({ kind, actor, detail }) => ({
      kind,
      actor,
      ...detail,
    }))
  return { site, canteen, base, elodie, karim, sole, role, told }
}

test('everyone in the team sees it with its roles; only administrators can act', async () => {
  const { base, elodie, karim, sole } = await opened()
  const read = await textOf(await sole.get(base))
  for (const part of ['Élodie Martin', 'karim@ecole.example', 'Administration, depuis le 23 novembre 2026', '(vous)'])
    expect(read).toContain(part)
  expect(read).not.toContain('/membres/')
  expect(await textOf(await elodie.get(base))).toContain(`${base}/membres/${karim.person.id}`)
  expect((await karim.get(`${base}/membres/${sole.person.id}`)).status).toBe(403)
  expect((await karim.post(`${base}/membres/${sole.person.id}/retirer`)).status).toBe(403)
})

test('a role changes with a mail and its trail; sent twice it changes once', async () => {
  const { site, canteen, base, elodie, karim, role, told } = await opened()
  const page = `${base}/membres/${karim.person.id}`
  expect((await elodie.post(page, { role: 'chef' })).status).toBe(422)
  for (const _ of [1, 2]) {
    const answer = await elodie.post(page, { role: 'administrator' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${base}?role=${karim.person.id}`])
  }
  expect(await role(karim)).toBe('administrator')
  expect(await told()).toEqual([
    { kind: 'member-role', actor: elodie.person.id, person: karim.person.id, role: ['entry', 'administrator'] },
    expect.objectContaining({ kind: 'created' }),
  ])
  await site.runJobs()
  const mails = (await site.mailsTo('karim@ecole.example')).filter(({ subject }) => subject.startsWith('Votre rôle'))
  expect(mails).toHaveLength(1)
  expect(mails[0]!.body).toContain(
    'Bonjour Karim,\n\nÉlodie Martin vient de changer votre rôle dans l’équipe de « École Jean-Moulin »',
  )
  expect(await verifyTrail(site.platform.database, streamOf(canteen.id))).toEqual({ sound: 2, brokenAt: null })
})

test('someone taken out is told, and put back from the notice within the hour, with the same role', async () => {
  const { site, base, elodie, karim, role, told } = await opened()
  const out = await elodie.post(`${base}/membres/${karim.person.id}/retirer`)
  expect(await role(karim)).toBeNull()
  expect((await karim.get(base)).status).toBe(403)
  const page = await textOf(await elodie.get(out.headers.get('location')!))
  expect(page).toContain('Karim Benali ne fait plus partie de l’équipe')
  const undo = /action="([^"]+remettre)"/.exec(page)?.[1]
  // Whoever was taken out cannot put themselves back.
  expect((await karim.post(`${base}/revenir`)).status).toBe(303)
  expect(await role(karim)).toBeNull()
  for (const _ of [1, 2]) await elodie.post(undo!)
  expect(await role(karim)).toBe('entry')
  expect((await told()).map(({ kind }) => kind)).toEqual(['member-back', 'member-removed', 'created'])
  await site.runJobs()
  expect(
    (await site.mailsTo('karim@ecole.example'))
      .slice(0, 2)
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual([
    'Vous ne faites plus partie de l’équipe de « École Jean-Moulin » – ma cantine',
    'Vous êtes de nouveau dans l’équipe de « École Jean-Moulin » – ma cantine',
  ])
})

test('nobody is put back who was not there, nor after the hour', async () => {
  const { site, base, elodie, karim, role } = await opened()
  const stranger = await site.as('inconnu@ailleurs.example')
  await elodie.post(`${base}/membres/${stranger.person.id}/remettre`)
  expect(await role(stranger)).toBeNull()
  await elodie.post(`${base}/membres/${karim.person.id}/retirer`)
  site.platform.setNow(new Date(TODAY.getTime() + 61 * MINUTE))
  const late = await elodie.post(`${base}/membres/${karim.person.id}/remettre`)
  expect(await textOf(await elodie.get(late.headers.get('location')!))).toContain('trop tard')
  expect(await role(karim)).toBeNull()
})

test('one leaves by oneself, and may come back within the hour', async () => {
  const { base, karim, role, told } = await opened()
  const left = await karim.post(`${base}/quitter`)
  expect(await role(karim)).toBeNull()
  expect(await textOf(await karim.get(left.headers.get('location')!))).toContain('Vous avez quitté l’équipe')
  const back = await karim.post(`${base}/revenir`)
  expect(await textOf(await karim.get(back.headers.get('location')!))).toContain('Vous êtes de nouveau dans l’équipe')
  expect(await role(karim)).toBe('entry')
  expect((await told()).map(({ kind }) => kind)).toEqual(['member-back', 'member-left', 'created'])
})

test('the last administrator can neither leave nor erase the account, until another one is there', async () => {
  const { site, base, elodie, karim, role } = await opened()
  expect(await textOf(await elodie.get(base))).not.toContain('action="/cantines/1/equipe/quitter"')
  const answer = await elodie.post(`${base}/quitter`)
  expect([answer.status, await role(elodie)]).toEqual([422, 'administrator'])
  const data = await textOf(await elodie.get('/mon-compte/donnees'))
  expect(data).toContain('Vous êtes la seule personne à administrer « École Jean-Moulin »')
  await elodie.post('/mon-compte/supprimer')
  expect(await site.platform.database.first('select erase_after from person where id = $1', [elodie.person.id])).toEqual({
    erase_after: null,
  })
  // Even past the page: the database refuses.
  await expect(site.platform.database.run('delete from person where id = $1', [elodie.person.id])).rejects.toMatchObject({
    constraint: 'canteen_keeps_an_administrator',
  })
  await elodie.post(`${base}/membres/${karim.person.id}`, { role: 'administrator' })
  expect((await elodie.post(`${base}/quitter`)).status).toBe(303)
  expect(await role(elodie)).toBeNull()
})

test('whoever becomes the last administrator after asking to be erased stays until another one is there', async () => {
  const { site, canteen, base, elodie, karim } = await opened()
  await elodie.post(`${base}/membres/${karim.person.id}`, { role: 'administrator' })
  expect((await elodie.post('/mon-compte/supprimer')).status).toBe(200)
  expect((await karim.post(`${base}/quitter`)).status).toBe(303)
  site.platform.setNow(new Date(TODAY.getTime() + 8 * DAY))
  expect(await sweepAccounts(site.platform)).toEqual({ erased: 0 })
  await site.platform.database.run('update canteen set archived_at = $1 where id = $2', [TODAY, canteen.id])
  expect(await sweepAccounts(site.platform), 'an archived canteen holds nobody back').toEqual({ erased: 1 })
})

test('the second of two who leave together waits for the first, then is refused', async () => {
  const { site, canteen, base, elodie, karim, role } = await opened()
  await elodie.post(`${base}/membres/${karim.person.id}`, { role: 'administrator' })
  const leave = 'delete from canteen_member where canteen_id = $1 and person_id = $2'
  const [first, second] = [await site.platform.database.pool.connect(), await site.platform.database.pool.connect()]
  await first.query('begin')
  await first.query(leave, [canteen.id, elodie.person.id])
  const refused = expect(second.query(leave, [canteen.id, karim.person.id])).rejects.toMatchObject({
    constraint: 'canteen_keeps_an_administrator',
  })
  await new Promise((wake) => setTimeout(wake, 200))
  await first.query('commit')
  await refused
  for (const one of [first, second]) one.release()
  expect([await role(elodie), await role(karim)]).toEqual([null, 'administrator'])
})

test('two administrators who leave at the same instant: one stays, every time', async () => {
  const { site, canteen, base, elodie, karim } = await opened()
  const { database } = site.platform
  for (let turn = 0; turn < 10; turn++) {
    await database.run(
      `insert into canteen_member (canteen_id, person_id, role, since)
       select $1, unnest($2::text[]), 'administrator', $3 on conflict (canteen_id, person_id) do update set role = 'administrator'`,
      [canteen.id, [elodie.person.id, karim.person.id], TODAY],
    )
    const deeds =
      turn % 2 === 0
        ? [elodie.post(`${base}/quitter`), karim.post(`${base}/quitter`)]
        : [
            elodie.post(`${base}/membres/${karim.person.id}`, { role: 'reader' }),
            karim.post(`${base}/membres/${elodie.person.id}/retirer`),
          ]
    const statuses = (await Promise.all(deeds)).map(({ status }) => status)
    const left = (await listMembers(database, canteen.id)).filter(({ role }) => role === 'administrator')
    expect([turn, left.length, statuses.filter((status) => status === 303).length]).toEqual([turn, 1, 1])
  }
})
