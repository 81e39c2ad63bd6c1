// Asking to join a team, through the real pages.
import { expect, test } from 'vitest'
import { canteenWith } from '../../../tools/testing/canteens.ts'
import { testSite } from '../../../tools/testing/platform.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { findRole, streamOf } from '../canteens/canteens.ts'

const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ')

async function opened() {
  const site = await testSite()
  const elodie = await site.as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
  const jean = await site.as('jean@ecole.example', { prenom: 'Jean', nom: 'Petit' })
  const canteen = await canteenWith(site.platform, [[elodie.person, 'administrator']])
  const page = `/cantines/${canteen.id}/rejoindre`
  const ask = async (message = 'Je suis le nouveau cuisinier.') => {
    const answer = await jean.post(page, { message })
    await site.runJobs()
    return answer
  }
  const kinds = async () => (await readTrail(site.platform.database, streamOf(canteen.id), { most: 50 })).map(({ kind }) => kind)
  const mailTo = async (email: string) => (await site.mailsTo(email))[0]!
  return { site, elodie, jean, canteen, page, ask, kinds, mailTo, db: site.platform.database }
}

test('a request reaches the administrators, who welcome with a role', async () => {
  const { site, elodie, jean, canteen, page, ask, kinds, mailTo, db } = await opened()
  expect((await site.get(page)).headers.get('location')).toMatch(/^\/connexion\?suite=/)
  expect((await jean.post(page, { message: '' })).status).toBe(422)
  expect((await jean.post(page, { message: 'é'.repeat(501) })).status).toBe(422)
  for (const _ of [1, 2]) await ask('Je suis le cuisinier.\nVoir http://piege.example')
  const mail = await mailTo('elodie@ecole.example')
  expect(mail.subject).toBe('Jean Petit voudrait rejoindre l’équipe de « École Jean-Moulin » – ma cantine')
  expect(mail.body).toContain('Jean Petit (jean@ecole.example)')
  expect(mail.body, 'no link of theirs in a mail of ours').not.toContain('piege.example')
  expect((await site.mailsTo('elodie@ecole.example')).filter(({ subject }) => subject.includes('rejoindre'))).toHaveLength(1)
  expect(await textOf(await jean.get(page))).toContain('Votre demande est en attente')
  expect(await textOf(await elodie.get(`/cantines/${canteen.id}/equipe`))).toContain('Une demande attend votre réponse')
  const request = /localhost(\/cantines\/\d+\/equipe\/demandes\/\d+)/.exec(mail.body)![1]!
  expect(await textOf(await elodie.get(request))).toContain('Je suis le cuisinier.')
  expect((await elodie.post(`${request}/accepter`, {})).status).toBe(422)
  for (const _ of [1, 2]) await elodie.post(`${request}/accepter`, { role: 'entry' })
  expect(await findRole(db, canteen.id, jean.person.id)).toBe('entry')
  await site.runJobs()
  expect((await mailTo('jean@ecole.example')).subject).toBe(
    'Vous faites partie de l’équipe de « École Jean-Moulin » – ma cantine',
  )
  expect((await jean.get(page)).headers.get('location')).toBe(`/cantines/${canteen.id}/equipe`)
  expect(await kinds()).toEqual(['member-joined', 'join-asked', 'created'])
  expect(await db.first('select message from canteen_join_request')).toEqual({ message: '' })
  expect(await verifyTrail(db, streamOf(canteen.id))).toEqual({ sound: 3, brokenAt: null })
})

test('a request is declined with a kind word, or withdrawn; then another one may come', async () => {
  const { site, elodie, jean, canteen, page, ask, kinds, mailTo, db } = await opened()
  await ask()
  const { id } = (await db.first<{ id: number }>('select id from canteen_join_request'))!
  await elodie.post(`/cantines/${canteen.id}/equipe/demandes/${id}/decliner`, { mot: 'Écrivez plutôt à la mairie.' })
  await site.runJobs()
  expect((await mailTo('jean@ecole.example')).body).toContain('Voici pourquoi : « Écrivez plutôt à la mairie. »')
  expect(await textOf(await jean.get(page))).toContain('n’a pas eu de suite')
  const late = await elodie.post(`/cantines/${canteen.id}/equipe/demandes/${id}/accepter`, { role: 'reader' })
  expect(late.headers.get('location')).toBe(`/cantines/${canteen.id}/equipe?repondue`)
  await ask()
  await jean.post(`${page}/retirer`)
  expect(await textOf(await jean.get(page))).toContain('Envoyer ma demande')
  expect(await findRole(db, canteen.id, jean.person.id)).toBeNull()
  expect(await kinds()).toEqual(['join-withdrawn', 'join-asked', 'join-declined', 'join-asked', 'created'])
})

test('whoever is invited is led to the invitation; coming in that way ends the request', async () => {
  const { elodie, jean, canteen, page, ask, db } = await opened()
  await ask()
  await elodie.post(`/cantines/${canteen.id}/equipe/inviter`, { courriel: 'jean@ecole.example', role: 'reader' })
  expect((await jean.get(page)).headers.get('location')).toBe(`/invitations?cantine=${canteen.id}`)
  await jean.post('/invitations/accepter', { cantine: String(canteen.id) })
  expect(await db.rows('select from canteen_join_request where answer is null')).toEqual([])
})

test('a canteen without anyone leads to running it; an archived one is not to be joined', async () => {
  const { site, jean, canteen, page, db } = await opened()
  const alone = await canteenWith(site.platform, [], { ...canteen, siret: null, siren: '213500515' })
  expect((await jean.get(`/cantines/${alone.id}/rejoindre`)).headers.get('location')).toBe(`/cantines/${alone.id}/revendiquer`)
  await db.run('update canteen set archived_at = $1 where id = $2', [site.platform.now(), canteen.id])
  expect((await jean.get(page)).status).toBe(404)
  expect((await jean.get('/cantines/999999/rejoindre')).status).toBe(404)
})

test('twenty requests a day at most for one person', async () => {
  const { site, jean, canteen, elodie } = await opened()
  for (let at = 0; at < 20; at++) {
    const other = await canteenWith(site.platform, [[elodie.person, 'administrator']], {
      ...canteen,
      siret: null,
      siren: '213500515',
    })
    expect((await jean.post(`/cantines/${other.id}/rejoindre`, { message: 'Bonjour' })).status).toBe(303)
  }
  expect((await jean.post(`/cantines/${canteen.id}/rejoindre`, { message: 'Bonjour' })).status).toBe(429)
})
