// Linking, asking, answering, changing kitchen, through the real pages.
import { expect, test } from 'vitest'
import { addCanteens, group, satellite, school, someSiret } from '../../../tools/testing/canteens.ts'
import { TODAY, testSite } from '../../../tools/testing/platform.ts'
import type { CanteenRecord } from '../../law/canteen-record.ts'
import { readTrail, verifyTrail } from '../../platform/database/trail.ts'
import { streamOf, trailWords } from '../canteens/canteens.ts'
import { groupOf, satellitesOf } from './groups.ts'
import { sweepGroupRequests } from './jobs.ts'

const DAY = 86_400_000
/** A page as one reads it: spaces that do not break are spaces. */
const textOf = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ').replace(/&#39;/g, '’')

const restaurant = (rank: number): CanteenRecord => ({
  ...satellite,
  name: `Restaurant ${rank}`,
  siret: someSiret(rank),
})

/** Karim runs a group and two satellites; Élodie runs a third one; nobody runs the fourth. */
async function opened(env: Record<string, string> = {}) {
  const site = await testSite(env)
  const { platform } = site
  const karim = await site.as('karim@cuisine.example', { prenom: 'Karim', nom: 'Benali' })
  const elodie = await site.as('elodie@ecole.example', { prenom: 'Élodie', nom: 'Martin' })
  const [kitchen] = await addCanteens(platform, [group], karim.person.id)
  const [first, second] = await addCanteens(platform, [restaurant(1), restaurant(2)], karim.person.id)
  const [hers] = await addCanteens(platform, [restaurant(3)], elodie.person.id)
  const [free] = await addCanteens(platform, [restaurant(4)], null)
  const base = (id: number) => `/cantines/${id}/groupe`
  const ids = { kitchen: kitchen!, first: first!, second: second!, hers: hers!, free: free! }
  const periods = async (satelliteId: number) =>
    (
      await platform.database.rows<{ g: number; from: string; to: string | null }>(
        'select group_id as g, starts_on as "from", ends_on as "to" from canteen_group_period where satellite_id = $1 order by starts_on',
        [satelliteId],
      )
    ).map(({ g, from, to }) => [g, from, to])
  const told = async (id: number) => (await readTrail(platform.database, streamOf(id), { most: 20 })).map(({ kind }) => kind)
  const link = (satellites: number[], date = '2026-01-01', to = ids.kitchen, as = karim) =>
    as.post(`${base(to)}/ajouter`, { satellite: satellites.map(String), date })
  return { site, platform, karim, elodie, base, ids, periods, told, link }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** The number of the request that waits on a page. */
async function requestOn(client: Opened['karim'], page: string): Promise<string> {
  return /demandes\/(\d+)"/.exec(await (await client.get(page)).text())?.[1] ?? ''
}

test('one’s own satellites enter at once, with the trail of both sides, and the notice takes it back', async () => {
  const { platform, karim, base, ids, periods, told, link } = await opened()
  const answer = await link([ids.first, ids.second])
  expect(answer.status).toBe(303)
  const page = await textOf(await karim.get(answer.headers.get('location') ?? ''))
  expect(page).toContain('2 restaurants sont rattachés')
  expect(page).toContain('2 restaurants aujourd’hui, 33 600 repas par an.')
  expect(await periods(ids.first)).toEqual([[ids.kitchen, '2026-01-01', null]])
  expect(await told(ids.first)).toEqual(['group-periods', 'created'])
  expect(await told(ids.kitchen)).toEqual(['group-periods', 'group-periods', 'created'])
  const [entry] = await readTrail(platform.database, streamOf(ids.first), { most: 1 })
  expect(trailWords[entry!.kind]!(entry!.detail, String)).toBe(
    '« Restaurant 1 » rejoint le groupe « Cuisine centrale de Cesson » à partir du 1er janvier 2026',
  )
  const again = await link([ids.first])
  expect(await textOf(await karim.get(again.headers.get('location') ?? ''))).toContain('Rien à changer')
  const geste = /name="geste" value="([\w-]+)"/.exec(page)?.[1] ?? ''
  expect((await karim.post(`${base(ids.kitchen)}/annuler`, { geste })).headers.get('location')).toContain('fait=annule')
  expect(await periods(ids.first)).toEqual([])
  expect((await karim.post(`${base(ids.kitchen)}/annuler`, { geste })).headers.get('location')).toContain('fait=inchange')
  expect(await verifyTrail(platform.database, streamOf(ids.kitchen))).toEqual({ sound: 5, brokenAt: null })
})

test('a satellite of others is asked for: nothing changes until its team accepts', async () => {
  const { site, karim, elodie, base, ids, periods, told, link } = await opened()
  const answer = await link([ids.first, ids.hers], '2026-09-01')
  expect(answer.headers.get('location')).toMatch(/rattaches=1&demandes=1&libres=0/)
  expect(await periods(ids.hers)).toEqual([])
  await site.runJobs()
  const [mail] = await site.mailsTo('elodie@ecole.example')
  expect(mail?.body).toContain('« Restaurant 3 » dans le groupe « Cuisine centrale de Cesson », à partir du 1er septembre 2026')
  expect(mail?.body).toContain(`/cantines/${ids.hers}/groupe`)
  const page = await textOf(await elodie.get(base(ids.hers)))
  expect(page).toContain('propose de rattacher cette cantine à partir du 1er septembre 2026')
  const request = await requestOn(elodie, base(ids.hers))
  const reply = (client: typeof karim, on: number, reponse: string) => client.post(`${base(on)}/demandes/${request}`, { reponse })
  expect((await reply(karim, ids.kitchen, 'accepter')).status, 'who asks does not answer').toBe(422)
  expect((await reply(elodie, ids.hers, 'retirer')).status, 'who answers does not withdraw').toBe(422)
  expect(await periods(ids.hers)).toEqual([])
  for (const _ of [1, 2]) expect((await reply(elodie, ids.hers, 'accepter')).status).toBe(303)
  expect(await periods(ids.hers)).toEqual([[ids.kitchen, '2026-09-01', null]])
  expect(await told(ids.hers)).toEqual(['group-periods', 'group-request', 'created'])
  await site.runJobs()
  expect((await site.mailsTo('karim@cuisine.example')).map(({ body }) => body).join()).toContain('a été acceptée')
})

test('a request is declined, withdrawn, or lapses after sixty days', async () => {
  const { site, platform, karim, elodie, base, ids, periods, told, link } = await opened()
  const reply = async (client: typeof karim, on: number, reponse: string) =>
    client.post(`${base(on)}/demandes/${await requestOn(client, base(on))}`, { reponse })
  await link([ids.hers])
  expect(await textOf(await karim.get(`${base(ids.kitchen)}/ajouter?q=restaurant+3`))).toContain('déjà envoyée')
  expect((await reply(elodie, ids.hers, 'refuser')).headers.get('location')).toContain('fait=refuser')
  expect(await requestOn(karim, base(ids.kitchen))).toBe('')
  await link([ids.hers], '2026-02-01')
  await link([ids.hers], '2026-03-01')
  expect(await textOf(await karim.get(base(ids.kitchen))), 'asked again: the last date counts').toContain('1er mars 2026')
  expect((await reply(karim, ids.kitchen, 'retirer')).status).toBe(303)
  await link([ids.hers])
  const request = await requestOn(elodie, base(ids.hers))
  platform.setNow(new Date(TODAY.getTime() + 60 * DAY))
  const late = await site.as('elodie@ecole.example')
  expect(
    (await late.post(`${base(ids.hers)}/demandes/${request}`, { reponse: 'accepter' })).headers.get('location'),
  ).not.toContain('fait=accepter')
  expect(await periods(ids.hers)).toEqual([])
  expect(await sweepGroupRequests(platform)).toEqual({ expired: 1 })
  expect(await sweepGroupRequests(platform)).toEqual({ expired: 0 })
  expect((await told(ids.hers)).filter((kind) => kind === 'group-request')).toHaveLength(7)
  await site.runJobs()
  expect((await site.mailsTo('karim@cuisine.example'))[0]?.body).toContain('sans réponse pendant 60 jours')
})

test('a satellite that nobody runs enters at once; the staff is told, and whoever claims it takes it back', async () => {
  const { site, platform, elodie, base, ids, periods, link } = await opened({ STAFF_EMAILS: 'equipe@ma-cantine.example' })
  await link([ids.free])
  expect(await periods(ids.free)).toEqual([[ids.kitchen, '2026-01-01', null]])
  await site.runJobs()
  expect((await site.mailsTo('equipe@ma-cantine.example'))[0]?.body).toContain('« Restaurant 4 »')
  await platform.database.run(
    `insert into canteen_member (canteen_id, person_id, role, since) values ($1, $2, 'administrator', $3)`,
    [ids.free, elodie.person.id, TODAY],
  )
  expect(await textOf(await elodie.get(base(ids.free)))).toContain('Ce rattachement est-il juste')
  const request = await requestOn(elodie, base(ids.free))
  const answer = await elodie.post(`${base(ids.free)}/demandes/${request}`, { reponse: 'defaire' })
  expect(answer.headers.get('location')).toContain('fait=defaire')
  expect(await periods(ids.free)).toEqual([])
  await site.runJobs()
  expect((await site.mailsTo('karim@cuisine.example'))[0]?.body).toContain('n’est plus dans le groupe')
  await link([ids.free])
  expect(await periods(ids.free), 'now it is asked for').toEqual([])
})

test('one group at a time: the other group and its dates are named, and nothing is written', async () => {
  const { platform, karim, base, ids, periods, link } = await opened()
  const [other] = await addCanteens(platform, [{ ...group, name: 'Cuisine du Bourg' }], karim.person.id)
  await link([ids.first], '2025-01-01', other)
  const refused = await link([ids.first, ids.second])
  expect(refused.status).toBe(422)
  const page = await textOf(refused)
  expect(page).toContain('« Restaurant 1 » est dans le groupe « Cuisine du Bourg » depuis le 1er janvier 2025, sans date de fin')
  expect(await periods(ids.second), 'all or nothing').toEqual([])
  expect((await link([ids.kitchen])).status, 'never itself').toBe(422)
  const [onSite] = await addCanteens(platform, [{ ...school, siret: someSiret(9) }], karim.person.id)
  expect(await textOf(await link([onSite!]))).toContain('n’est pas un restaurant satellite')
  expect(await textOf(await karim.get(base(onSite!)))).toContain('Cette cantine cuisine sur place')
  for (const date of ['', 'demain', '2026-02-30', '1990-01-01']) expect((await link([ids.second], date)).status).toBe(422)
})

test('two groups take the same satellite at once: one wins, the other learns why', async () => {
  const { platform, karim, ids, periods, link } = await opened()
  const [other] = await addCanteens(platform, [{ ...group, name: 'Cuisine du Bourg' }], karim.person.id)
  for (const satelliteId of [ids.first, ids.second, ids.free]) {
    const answers = await Promise.all([link([satelliteId]), link([satelliteId], '2026-01-01', other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    const loser = answers.find(({ status }) => status === 422)!
    expect(await textOf(loser)).toContain('un restaurant n’est que dans un groupe à la fois')
    expect(await periods(satelliteId)).toHaveLength(1)
  }
})

test('a satellite changes kitchen on a day: one period ends, the other starts the next day', async () => {
  const { site, platform, karim, elodie, base, ids, periods, link } = await opened()
  const [other] = await addCanteens(platform, [{ ...group, name: 'Cuisine du Bourg' }], elodie.person.id)
  await link([ids.first], '2026-01-01')
  const found = await textOf(await karim.get(`${base(ids.first)}/changer?q=bourg`))
  expect(found).toContain('son équipe recevra votre demande')
  expect((await karim.post(`${base(ids.first)}/changer`, { date: '2026-09-01' })).status).toBe(422)
  const asked = await karim.post(`${base(ids.first)}/changer`, { groupe: String(other), date: '2026-09-01' })
  expect(asked.headers.get('location')).toContain('fait=demande')
  expect(await periods(ids.first)).toEqual([[ids.kitchen, '2026-01-01', null]])
  const request = await requestOn(elodie, base(other!))
  await elodie.post(`${base(other!)}/demandes/${request}`, { reponse: 'accepter' })
  expect(await periods(ids.first)).toEqual([
    [ids.kitchen, '2026-01-01', '2026-08-31'],
    [other, '2026-09-01', null],
  ])
  const page = await textOf(await karim.get(base(ids.first)))
  expect(page).toContain(
    'aria-label="En 2026 : groupe « Cuisine centrale de Cesson » du 1er janvier 2026 au 31 août 2026 et groupe « Cuisine du Bourg » du 1er septembre 2026 au 31 décembre 2026."',
  )
  const back = await karim.post(`${base(ids.first)}/changer`, { groupe: String(ids.kitchen), date: '2026-11-01' })
  expect(back.headers.get('location'), 'one’s own group: at once').toContain('fait=change')
  expect(await periods(ids.first)).toHaveLength(3)
  expect(await groupOf(platform.database, ids.first, '2026-10-31')).toMatchObject({ groupId: other })
  expect(await groupOf(platform.database, ids.first, '2025-12-31')).toBeNull()
  const year = await satellitesOf(platform.database, ids.kitchen, { year: 2026 })
  expect(year.map(({ id, stays }) => [id, stays])).toEqual([
    [
      ids.first,
      [
        { from: '2026-01-01', to: '2026-08-31' },
        { from: '2026-11-01', to: '2026-12-31' },
      ],
    ],
  ])
  await site.runJobs()
  expect((await site.mailsTo('elodie@ecole.example'))[0]?.body).toContain(
    'quitte le groupe « Cuisine du Bourg » après le 31 octobre 2026',
  )
})

test('either side takes days away at once; adding some needs both', async () => {
  const { site, platform, karim, elodie, base, ids, periods, link } = await opened()
  await link([ids.hers], '2026-01-01')
  await elodie.post(`${base(ids.hers)}/demandes/${await requestOn(elodie, base(ids.hers))}`, { reponse: 'accepter' })
  const periodOn = async (client: typeof karim, on: number) =>
    `${base(on)}/periodes/${/periodes\/(\d+)"/.exec(await (await client.get(base(on))).text())?.[1]}`
  const ended = await elodie.post(await periodOn(elodie, ids.hers), { du: '2026-01-01', au: '2026-10-31' })
  expect(ended.headers.get('location')).toContain('fait=dates')
  expect(await periods(ids.hers)).toEqual([[ids.kitchen, '2026-01-01', '2026-10-31']])
  const listed = await textOf(await karim.get(`${base(ids.kitchen)}?quand=passes`))
  expect(listed).toContain('du 1er janvier 2026 au 31 octobre 2026')
  const address = `${base(ids.kitchen)}/periodes/${/periodes\/(\d+)"/.exec(listed)?.[1]}`
  expect((await karim.post(address, { du: '2026-11-01', au: '2026-10-01' })).status).toBe(422)
  const asked = await karim.post(address, { du: '2025-09-01', au: '2026-08-31' })
  expect(asked.headers.get('location')).toContain('fait=demande')
  expect(await periods(ids.hers), 'what is taken away is, what is added waits').toEqual([
    [ids.kitchen, '2026-01-01', '2026-08-31'],
  ])
  await elodie.post(`${base(ids.hers)}/demandes/${await requestOn(elodie, base(ids.hers))}`, { reponse: 'accepter' })
  expect(await periods(ids.hers)).toEqual([[ids.kitchen, '2025-09-01', '2026-08-31']])
  const removal = await elodie.post(`${await periodOn(elodie, ids.hers)}/retirer`)
  expect(removal.headers.get('location')).toContain('fait=retire')
  expect(await periods(ids.hers)).toEqual([])
  const geste = new URL(`http://x${removal.headers.get('location')}`).searchParams.get('geste') ?? ''
  expect((await karim.post(`${base(ids.kitchen)}/annuler`, { geste })).headers.get('location'), 'another’s deed').toContain(
    'inchange',
  )
  platform.setNow(new Date(TODAY.getTime() + 2 * DAY))
  expect((await elodie.post(`${base(ids.hers)}/annuler`, { geste })).headers.get('location'), 'too late').toContain('inchange')
  platform.setNow(TODAY)
  await elodie.post(`${base(ids.hers)}/annuler`, { geste })
  expect(await periods(ids.hers)).toEqual([[ids.kitchen, '2025-09-01', '2026-08-31']])
  await site.runJobs()
  expect((await site.mailsTo('karim@cuisine.example')).length).toBeGreaterThan(3)
})
