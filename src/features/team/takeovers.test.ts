// Taking over a canteen that nobody runs, with the clock moved, through the real pages.
import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { findRole, streamOf, tellTrail } from '../canteens/canteens.ts'
import { sweepTeams } from './jobs.ts'

const DAY = 86_400_000
const STAFF = 'equipe@ma-cantine.example'
const CONTACT = 'contact@ma-cantine.example'
const WATCH = '/equipe-ma-cantine/revendications'
const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

const proof = {
  fonction: 'Gestionnaire',
  lien: 'J’y travaille depuis septembre, la mairie peut le dire.',
  'courriel-pro': 'jean@mairie.example',
  attestation: 'oui',
}

async function opened() {
  const site = await testSite({ STAFF_EMAILS: STAFF })
  const jean = await site.as('jean@ecole.example', { prenom: 'Jean', nom: 'Petit' })
  const nadia = await site.as(STAFF, { prenom: 'Nadia', nom: 'Lefèvre' })
  const canteen = await canteenWith(site.platform, [])
  const db = site.platform.database
  const page = `/cantines/${canteen.id}/revendiquer`
  const later = async (days: number) => {
    site.platform.setNow(new Date(TODAY.getTime() + days * DAY))
    // Sessions do not last that long: they are not what is tried here.
    await db.run('update person_session set created_at = $1, updated_at = $1, expires_at = $2', [
      site.platform.now(),
      new Date(TODAY.getTime() + 400 * DAY),
    ])
    await sweepTeams(site.platform)
    await site.runJobs()
  }
  const kinds = async () => (await readTrail(db, streamOf(canteen.id), { most: 50 })).map(({ kind }) => kind)
  const subjects = async (email: string) => {
    await site.runJobs()
    return (await site.mailsTo(email)).map(({ subject }) => subject.replace(' – ma cantine', ''))
  }
  return { site, jean, nadia, canteen, page, later, kinds, subjects, db }
}

test('declared, announced, granted after seven days and not before', async () => {
  const { site, jean, canteen, page, later, kinds, subjects, db } = await opened()
  const former = await site.as('ancienne@ecole.example', { prenom: 'Anne', nom: 'Cienne' })
  await db.transaction((q) =>
    tellTrail(q, [{ canteenId: canteen.id, detail: { person: former.person.id, role: 'administrator' } }], {
      kind: 'member-left',
      by: former.person.id,
      now: TODAY,
    }),
  )
  expect((await site.get(page)).headers.get('location')).toMatch(/^\/connexion\?suite=/)
  for (const missing of Object.keys(proof).filter((field) => field !== 'courriel-pro')) {
    const refused = await jean.post(page, { ...proof, [missing]: '' })
    expect([missing, refused.status]).toEqual([missing, 422])
    expect(await textOf(refused)).toContain('Un point est à corriger')
  }
  for (const _ of [1, 2]) expect((await jean.post(page, proof)).status).toBe(303)
  expect(await textOf(await jean.get(page))).toContain(
    'Sans opposition, vous administrerez cette cantine après le <strong>30 novembre 2026',
  )
  expect(await subjects('jean@ecole.example')).toContain('Votre demande pour « École Jean-Moulin »')
  for (const staff of [CONTACT, STAFF]) expect((await subjects(staff))[0]).toBe('Revendication : « École Jean-Moulin »')
  expect((await subjects('ancienne@ecole.example'))[0]).toBe('Quelqu’un demande à s’occuper de « École Jean-Moulin »')
  expect((await site.mailsTo(CONTACT)).length, 'asked twice, told once').toBe(1)
  await later(6.9)
  expect(await findRole(db, canteen.id, jean.person.id)).toBeNull()
  await later(7)
  await later(8)
  expect(await findRole(db, canteen.id, jean.person.id)).toBe('administrator')
  expect((await subjects('jean@ecole.example'))[0]).toBe('Vous administrez « École Jean-Moulin »')
  expect((await subjects(CONTACT))[0]).toBe('Revendication accordée : « École Jean-Moulin »')
  expect(await kinds()).toEqual(['takeover-granted', 'takeover-asked', 'member-left', 'created'])
  expect(await verifyTrail(db, streamOf(canteen.id))).toEqual({ sound: 4, brokenAt: null })
})

test('the staff opposes with a reason, or grants at once; for others the page does not exist', async () => {
  const { site, jean, nadia, canteen, page, later, subjects, db } = await opened()
  expect((await jean.get(WATCH)).status).toBe(404)
  expect((await site.get(WATCH)).headers.get('location')).toMatch(/^\/connexion\?suite=/)
  await jean.post(page, proof)
  const list = await textOf(await nadia.get(WATCH))
  expect(list).toContain('École Jean-Moulin')
  const one = new RegExp(`href="(${WATCH}/\\d+)"`).exec(list)![1]!
  expect((await jean.get(one)).status).toBe(404)
  expect((await jean.post(`${one}/accorder`)).status).toBe(404)
  const read = await textOf(await nadia.get(one))
  for (const part of ['J’y travaille depuis septembre', 'jean@mairie.example', 'annuaire-entreprises'])
    expect(read).toContain(part)
  expect((await nadia.post(`${one}/refuser`, { raison: '' })).status).toBe(422)
  await nadia.post(`${one}/refuser`, { raison: 'La mairie ne vous connaît pas.' })
  expect((await subjects('jean@ecole.example'))[0]).toBe('Votre demande pour « École Jean-Moulin »')
  expect(await textOf(await jean.get(page))).toContain('La mairie ne vous connaît pas.')
  await later(8)
  expect(await findRole(db, canteen.id, jean.person.id), 'opposed').toBeNull()
  expect((await jean.post(page, proof)).status, 'not again so soon').toBe(422)
  await later(31)
  expect((await jean.post(page, proof)).status).toBe(303)
  const again = new RegExp(`href="(${WATCH}/\\d+)"`).exec(await textOf(await nadia.get(WATCH)))![1]!
  for (const _ of [1, 2]) expect((await nadia.post(`${again}/accorder`)).status).toBe(303)
  expect(await findRole(db, canteen.id, jean.person.id)).toBe('administrator')
})

test('two who ask: the first is told, time grants to neither, the staff decides and the other is told', async () => {
  const { site, jean, nadia, canteen, page, later, subjects, kinds, db } = await opened()
  const marie = await site.as('marie@ailleurs.example', { prenom: 'Marie', nom: 'Autre' })
  await jean.post(page, proof)
  await marie.post(page, proof)
  expect((await subjects('jean@ecole.example'))[0]).toBe('Une autre personne demande « École Jean-Moulin »')
  expect(await textOf(await marie.get(page))).toContain('Une autre personne a fait la même demande')
  await later(20)
  expect([await findRole(db, canteen.id, jean.person.id), await findRole(db, canteen.id, marie.person.id)]).toEqual([null, null])
  const { id } = (await db.first<{ id: number }>('select id from canteen_takeover where person_id = $1', [jean.person.id]))!
  expect((await nadia.post(`${WATCH}/${id}/accorder`)).status).toBe(303)
  expect(await findRole(db, canteen.id, jean.person.id)).toBe('administrator')
  expect((await subjects('marie@ailleurs.example'))[0]).toBe('Votre demande pour « École Jean-Moulin »')
  expect((await marie.get(page)).headers.get('location')).toBe(`/cantines/${canteen.id}/rejoindre`)
  expect(await kinds()).toEqual(['takeover-overtaken', 'takeover-granted', 'takeover-asked', 'takeover-asked', 'created'])
})

test('alone again once the other withdraws, time grants', async () => {
  const { site, jean, canteen, page, later, db } = await opened()
  const marie = await site.as('marie@ailleurs.example')
  await jean.post(page, proof)
  await marie.post(page, proof)
  await jean.post(`${page}/retirer`)
  expect(await textOf(await jean.get(page))).toContain('Vous avez retiré votre demande')
  await later(7)
  expect(await findRole(db, canteen.id, marie.person.id)).toBe('administrator')
  expect(await findRole(db, canteen.id, jean.person.id)).toBeNull()
})

test('given back within a month while alone: nobody runs the canteen again; never by another way', async () => {
  const { site, jean, canteen, page, later, kinds, subjects, db } = await opened()
  const marie = await site.as('marie@ailleurs.example')
  await jean.post(page, proof)
  await later(7)
  expect((await jean.post(`/cantines/${canteen.id}/equipe/quitter`)).status, 'the last administrator').toBe(422)
  expect(await textOf(await jean.get(page))).toContain('Rendre cette cantine')
  await marie.post(`${page}/annuler`)
  expect(await findRole(db, canteen.id, jean.person.id)).toBe('administrator')
  for (const _ of [1, 2]) await jean.post(`${page}/annuler`)
  expect(await findRole(db, canteen.id, jean.person.id)).toBeNull()
  expect(await textOf(await jean.get(page))).toContain('Vous avez rendu cette cantine')
  expect((await subjects(CONTACT))[0]).toBe('Revendication annulée : « École Jean-Moulin »')
  expect(await kinds()).toEqual(['takeover-undone', 'takeover-granted', 'takeover-asked', 'created'])
  await marie.post(page, proof)
  await later(14)
  expect(await findRole(db, canteen.id, marie.person.id)).toBe('administrator')
  await later(14 + 31)
  await marie.post(`${page}/annuler`)
  expect(await findRole(db, canteen.id, marie.person.id), 'too late').toBe('administrator')
})

test('whoever comes in meanwhile ends the waiting', async () => {
  const { site, jean, canteen, page, later, subjects, db } = await opened()
  await jean.post(page, proof)
  const karim = await site.as('karim@mairie.example')
  await db.run(`insert into canteen_member values ($1, $2, 'administrator', $3)`, [canteen.id, karim.person.id, TODAY])
  expect((await jean.get(page)).headers.get('location')).toBe(`/cantines/${canteen.id}/rejoindre`)
  await later(1)
  expect((await subjects('jean@ecole.example'))[0]).toBe('Votre demande pour « École Jean-Moulin »')
  await later(9)
  expect(await findRole(db, canteen.id, jean.person.id)).toBeNull()
  expect(await db.first('select state from canteen_takeover')).toEqual({ state: 'overtaken' })
})

test('two decisions at the same instant: one person runs the canteen', async () => {
  const { site, jean, nadia, canteen, page, db } = await opened()
  const marie = await site.as('marie@ailleurs.example')
  await jean.post(page, proof)
  await marie.post(page, proof)
  const ids = await db.rows<{ id: number }>('select id from canteen_takeover')
  await Promise.all(ids.map(({ id }) => nadia.post(`${WATCH}/${id}/accorder`)))
  expect(await db.rows('select role from canteen_member where canteen_id = $1', [canteen.id])).toEqual([
    { role: 'administrator' },
  ])
  expect(await db.rows('select state from canteen_takeover order by state')).toEqual([
    { state: 'granted' },
    { state: 'overtaken' },
  ])
})
