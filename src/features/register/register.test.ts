import { expect, test } from 'vitest'
import { TODAY, testPlatform, testSite } from '../../../tools/testing/platform.ts'
import { sendJson, sentAnswer, sentEstablishment, testRegister } from '../../../tools/testing/register.ts'
import { addJob } from '../../platform/jobs.ts'
import type { Manners } from './ask.ts'
import { loadDemo } from './demo.ts'
import { lookUpEstablishment, lookUpLegalUnit, toldEstablishments, toldLegalUnits } from './register.ts'

const SIREN = '213500192'
const SIRET = '21350019200017'
const OTHER = '21350019200025'
const answer = sentAnswer(SIREN, [sentEstablishment(SIRET)])
const DAY = 86_400_000
const daysLater = (days: number) => new Date(TODAY.getTime() + days * DAY)

/** As patient as people are, with turns that follow closely. */
const quick: Manners = { patience: { spacingMs: 10 } }
/** For those that never answer: what is left after the first call is shorter than a call. */
const hasty: Manners = { patience: { callMs: 800, allMs: 1_500, spacingMs: 10 } }

async function opened() {
  const register = await testRegister()
  const { platform } = await testSite({ REGISTER_URL: register.url, PUBLIC_URL: 'https://cantine.example' })
  return { register, platform, lookUp: (siret = SIRET, manners = quick) => lookUpEstablishment(platform, siret, manners) }
}

test('an establishment is asked for once, politely, and kept for thirty days', async () => {
  const { register, platform, lookUp } = await opened()
  register.answers(answer)
  const found = await lookUp()
  expect(found).toMatchObject({
    kind: 'found',
    siret: SIRET,
    name: 'RESTAURANT SCOLAIRE DU BOURG',
    askedAt: TODAY,
    isStale: false,
  })
  const [{ url, headers }] = register.requests as [(typeof register.requests)[number]]
  expect(url.pathname).toBe('/search')
  expect(url.searchParams.get('q')).toBe(SIRET)
  expect(headers['user-agent']).toBe('ma-cantine/1 (+https://cantine.example; contact@ma-cantine.example)')
  expect(headers.cookie).toBeUndefined()
  platform.setNow(daysLater(29))
  expect(await lookUp()).toEqual(found)
  expect(register.requests).toHaveLength(1)
  platform.setNow(daysLater(31))
  register.answers(sentAnswer(SIREN, [sentEstablishment(SIRET, { etat_administratif: 'F', date_fermeture: '2026-12-01' })]))
  expect(await lookUp()).toMatchObject({ kind: 'found', state: 'closed', askedAt: daysLater(31) })
})

test('a number that the register does not know is asked for again the next day', async () => {
  const { register, platform, lookUp } = await opened()
  register.answers({ results: [], total_results: 0 })
  expect(await lookUp()).toEqual({ kind: 'unknown' })
  expect(await lookUp()).toEqual({ kind: 'unknown' })
  expect(register.requests).toHaveLength(1)
  platform.setNow(daysLater(2))
  register.answers(answer)
  expect(await lookUp()).toMatchObject({ kind: 'found' })
})

test('a number that cannot be one is not asked for', async () => {
  const { register, platform, lookUp } = await opened()
  for (const typed of ['', '21350019200018', '2135001920001', 'x&q=1', `${SIRET} `])
    expect(await lookUp(typed)).toEqual({ kind: 'unknown' })
  expect(await lookUpLegalUnit(platform, '213500193')).toEqual({ kind: 'unknown' })
  expect(register.requests).toEqual([])
})

test('a legal unit is looked up by its SIREN', async () => {
  const { register, platform } = await opened()
  register.answers(sentAnswer(SIREN, []))
  expect(await lookUpLegalUnit(platform, SIREN, quick)).toMatchObject({
    kind: 'found',
    siren: SIREN,
    inseeCode: '35019',
    isPublic: true,
  })
  await lookUpLegalUnit(platform, SIREN, quick)
  expect(register.requests.map(({ url }) => url.searchParams.get('q'))).toEqual([SIREN])
})

test('a stale answer is better than none, and says its date', async () => {
  const { register, platform, lookUp } = await opened()
  register.answers(answer)
  await lookUp()
  platform.setNow(daysLater(100))
  register.answers((response) => response.writeHead(500).end())
  expect(await lookUp()).toMatchObject({ kind: 'found', siret: SIRET, askedAt: TODAY, isStale: true })
  expect(await lookUp(OTHER)).toMatchObject({ kind: 'unavailable' })
})

test('what was kept under another shape is asked for again', async () => {
  const { register, platform, lookUp } = await opened()
  register.answers(answer)
  await lookUp()
  await platform.database.run(`update register_answer set found = found - 'state'`)
  expect(await lookUp()).toMatchObject({ kind: 'found', state: 'open' })
  expect(register.requests).toHaveLength(2)
})

test.each([
  ['stalls', 'silent', 2, () => {}],
  ['resets the connection', 'silent', 2, (response) => response.socket?.destroy()],
  ['stalls half-way', 'silent', 2, (response) => response.writeHead(200).write('{"results": [')],
  ['answers 500', 'failing', 2, (response) => response.writeHead(500).end('oops')],
  ['answers 403', 'failing', 1, (response) => response.writeHead(403).end('{}')],
  ['sends elsewhere', 'failing', 1, (response) => response.writeHead(302, { Location: '/search?q=else' }).end()],
  ['answers HTML', 'failing', 1, (response) => response.writeHead(200).end('<!doctype html><h1>En maintenance</h1>')],
  ['answers half of a JSON', 'failing', 1, (response) => response.writeHead(200).end('{"results": [')],
  ['answers nested without end', 'failing', 1, (response) => response.writeHead(200).end('['.repeat(200_000))],
  ['answers wrong types', 'failing', 1, (response) => sendJson(response, { results: 'aucun', total_results: null })],
] satisfies [string, string, number, Parameters<Awaited<ReturnType<typeof testRegister>>['answers']>[0]][])(
  'a register that %s is unavailable: %s, after %i calls',
  async (_, reason, calls, misbehave) => {
    const { register, platform, lookUp } = await opened()
    register.answers(misbehave)
    expect(await lookUp(SIRET, hasty)).toEqual({ kind: 'unavailable', reason, retryAt: null })
    expect(register.requests).toHaveLength(calls)
    // Nothing of it is kept.
    expect(await platform.database.rows('select 1 from register_answer')).toEqual([])
    register.answers(answer)
    expect(await lookUp()).toMatchObject({ kind: 'found' })
  },
)

test('a hundred megabytes are not read', async () => {
  const { register, lookUp } = await opened()
  let sent = 0
  const piece = Buffer.alloc(65_536, ' ')
  register.answers((response) => {
    response.writeHead(200)
    const pour = () => {
      while (sent < 100_000_000 && !response.destroyed) {
        sent += piece.length
        if (!response.write(piece)) return response.once('drain', pour)
      }
      response.end()
    }
    pour()
  })
  expect(await lookUp()).toMatchObject({ kind: 'unavailable', reason: 'failing' })
  expect(sent).toBeLessThan(20_000_000)
})

test('one failure is made up for by a second call', async () => {
  const { register, lookUp } = await opened()
  register.answers((response) => (register.requests.length === 1 ? response.writeHead(502).end() : sendJson(response, answer)))
  expect(await lookUp()).toMatchObject({ kind: 'found' })
})

test('« come back in no time » is obeyed on the spot', async () => {
  const { register, lookUp } = await opened()
  const first = (header: string) => {
    const before = register.requests.length
    register.answers((response) =>
      register.requests.length === before + 1
        ? response.writeHead(429, { 'Retry-After': header }).end()
        : sendJson(response, sentAnswer(SIREN, [sentEstablishment(before === 0 ? SIRET : OTHER)])),
    )
  }
  first('0')
  expect(await lookUp()).toMatchObject({ kind: 'found' })
  first('1')
  expect(await lookUp(OTHER)).toMatchObject({ kind: 'found' })
  const [, , one, two] = register.requests as { at: number }[] as [unknown, unknown, { at: number }, { at: number }]
  expect(two.at - one.at).toBeGreaterThan(950)
})

test.each([
  ['60', 60_000],
  [new Date(TODAY.getTime() + 120_000).toUTCString(), 120_000],
  ['999999999', 3_600_000],
])('« come back later » (%s) closes the door to everyone until then', async (header, forMs) => {
  const { register, platform, lookUp } = await opened()
  register.answers((response) => response.writeHead(429, { 'Retry-After': header }).end())
  const refused = await lookUp()
  expect(refused).toMatchObject({ kind: 'unavailable', reason: 'asked_to_wait' })
  const retryMs = (refused as { retryAt: Date }).retryAt.getTime() - TODAY.getTime()
  expect(retryMs).toBeGreaterThan(forMs - 5_000)
  expect(retryMs).toBeLessThanOrEqual(forMs)
  register.answers(answer)
  const another = { ...platform }
  expect(await lookUpEstablishment(another, OTHER, quick)).toMatchObject({ kind: 'unavailable', reason: 'asked_to_wait' })
  expect(await lookUpEstablishment(another, OTHER, { ...hasty, inBackground: true })).toMatchObject({ reason: 'asked_to_wait' })
  expect(register.requests).toHaveLength(1)
  await platform.database.run(`update register_gate set closed_until = clock_timestamp(), next_turn_at = clock_timestamp()`)
  expect(await lookUp()).toMatchObject({ kind: 'found' })
})

test('a register that is down is left in peace after some failures in a row, then tried again', async () => {
  const { register, platform, lookUp } = await opened()
  register.answers((response) => response.writeHead(500).end())
  await lookUp()
  await lookUp()
  expect(register.requests).toHaveLength(3)
  const refused = await lookUp()
  expect(refused).toMatchObject({ kind: 'unavailable', reason: 'failing', retryAt: expect.any(Date) })
  expect(register.requests).toHaveLength(3)
  await platform.database.run('update register_gate set closed_until = clock_timestamp(), next_turn_at = clock_timestamp()')
  register.answers(answer)
  expect(await lookUp()).toMatchObject({ kind: 'found' })
  expect(await platform.database.first('select failures from register_gate')).toEqual({ failures: 0 })
})

/** Distinct numbers of establishments that hold. */
const sirets = (count: number) => {
  const all: string[] = []
  for (let nic = 10_000; all.length < count; nic++) {
    const digits = [...`${SIREN}${nic}`].reverse().map((digit, index) => (index % 2 === 1 ? Number(digit) * 2 : Number(digit)))
    if (digits.reduce((sum, one) => sum + (one > 9 ? one - 9 : one), 0) % 10 === 0) all.push(`${SIREN}${nic}`)
  }
  return all
}

test('processes take turns; whoever would wait too long is told at once', async () => {
  const { register, platform } = await opened()
  register.answers((response, request) => {
    const siret = new URL(request.url!, 'http://x').searchParams.get('q')!
    sendJson(response, sentAnswer(SIREN, [sentEstablishment(siret)]))
  })
  const two = [platform, { ...platform }]
  const begun = performance.now()
  const patience = { spacingMs: 150, callMs: 3_000, allMs: 3_800 }
  const asked = await Promise.all(
    sirets(20).map(async (siret, index) => {
      const { kind, ...rest } = await lookUpEstablishment(two[index % 2]!, siret, { patience })
      return { kind, reason: 'reason' in rest ? rest.reason : null, tookMs: performance.now() - begun }
    }),
  )
  const refused = asked.filter(({ kind }) => kind === 'unavailable')
  expect(register.requests.length).toBeGreaterThanOrEqual(4)
  expect(register.requests.length).toBeLessThanOrEqual(12)
  expect(refused.map(({ reason }) => reason)).toEqual(Array(20 - register.requests.length).fill('busy'))
  const [first, last] = [register.requests[0]!.at, register.requests.at(-1)!.at]
  expect(last - first).toBeGreaterThan((register.requests.length - 1) * 100)
  expect(Math.min(...refused.map(({ tookMs }) => tookMs))).toBeLessThan(last - begun)
})

test('a job lets people go first', async () => {
  const { register, platform, lookUp } = await opened()
  register.answers((response, request) => {
    const siret = new URL(request.url!, 'http://x').searchParams.get('q')!
    sendJson(response, sentAnswer(SIREN, [sentEstablishment(siret)]))
  })
  const [mine, ...theirs] = sirets(4) as [string, ...string[]]
  const unhurried = { patience: { spacingMs: 100 } }
  const asPeople = theirs.map((siret) => lookUp(siret, unhurried))
  await Promise.race(asPeople)
  const asJob = lookUpEstablishment(platform, mine, { ...unhurried, inBackground: true })
  expect((await Promise.all([asJob, ...asPeople])).map(({ kind }) => kind)).toEqual(Array(4).fill('found'))
  expect(register.requests.map(({ url }) => url.searchParams.get('q')).at(-1)).toBe(mine)
})

test('without a register on this machine, people are told within a moment', async () => {
  const { platform } = await testSite()
  expect(await lookUpEstablishment(platform, SIRET)).toEqual({ kind: 'unavailable', reason: 'silent', retryAt: null })
})

test('answers older than a year are forgotten at night, told ones are not', async () => {
  const register = await testRegister()
  const { platform, runJobs } = await testSite({ REGISTER_URL: register.url })
  register.answers(answer)
  await loadDemo(platform)
  await lookUpEstablishment(platform, SIRET, quick)
  const afterANight = async () => {
    await addJob(platform.database, 'forget-register-answers', {})
    await runJobs()
    return (await platform.database.rows('select 1 from register_answer')).length
  }
  const all = await afterANight()
  platform.setNow(daysLater(399))
  expect(await afterANight()).toBe(all)
  platform.setNow(daysLater(401))
  expect(await afterANight()).toBe(all - 1)
})

test('told establishments are found without a network, for ever; telling them again changes nothing', async () => {
  const platform = await testPlatform({ DEMO: 'on' })
  try {
    const all = () =>
      platform.database.rows('select number, found, asked_at, expires_at, xmin::text from register_answer order by number')
    const before = await all()
    platform.setNow(daysLater(3_000))
    await loadDemo(platform)
    expect(await all()).toEqual(before)
    for (const told of Object.values(toldEstablishments).flat())
      expect(await lookUpEstablishment(platform, told.siret)).toEqual({ kind: 'found', askedAt: TODAY, isStale: false, ...told })
    for (const told of Object.values(toldLegalUnits))
      expect(await lookUpLegalUnit(platform, told.siren)).toMatchObject({ kind: 'found', ...told })
  } finally {
    await platform.database.close()
  }
})
