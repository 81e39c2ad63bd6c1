// The link check against a real server of this machine: one that answers, moves, forgets, asks for patience, stalls and talks nonsense.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { TODAY, testPlatform } from '../../../tools/testing/platform.ts'
import { startWorker } from '../../platform/jobs.ts'
import { type CheckOptions, checkLinks } from './check-links.ts'
import { latestChecks } from './checks.sql.ts'
import { resourcesJobs } from './jobs.ts'
import { isPublicAddress, publicLookup } from './public-address.ts'
import { createTurns } from './turns.ts'
import { type Manners, visitLink } from './visit.ts'

async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A site that does what each path says, and remembers who came. */
async function site(answer: RequestListener) {
  const requests: IncomingMessage[] = []
  const host = await listen(
    createServer((request, response) => {
      requests.push(request)
      answer(request, response)
    }),
  )
  return {
    host,
    url: (path: string) => `http://${host}${path}`,
    requests,
    asked: () => requests.map((r) => `${r.method} ${r.url}`),
  }
}

const manners = (hosts: string[], change: Partial<Manners> = {}): Manners => ({
  userAgent: 'test (+https://exemple.test)',
  turns: createTurns(0),
  timeoutMs: 300,
  longestWaitMs: 1500,
  mostRedirects: 3,
  privateHosts: new Set(hosts),
  now: () => TODAY,
  ...change,
})

test('an answer is an answer: the head is enough, and the visitor says who it is', async () => {
  const { host, url, asked, requests } = await site((_request, response) => response.end('bonjour'))
  expect(await visitLink(url('/guide.pdf'), manners([host]))).toMatchObject({ reachable: true, status: 200, problem: null })
  expect(asked()).toEqual(['HEAD /guide.pdf'])
  expect(requests[0]?.headers['user-agent']).toBe('test (+https://exemple.test)')
})

test('a site that cannot answer to HEAD is asked for the page, whose content is not read', async () => {
  let sent = 0
  const { host, url, asked } = await site((request, response) => {
    if (request.method === 'HEAD') return response.writeHead(405).end()
    const more = () => {
      while (sent < 50_000_000 && !response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
    }
    response.on('drain', more)
    more()
  })
  expect(await visitLink(url('/lourd'), manners([host]))).toMatchObject({ reachable: true, status: 200 })
  expect(asked()).toEqual(['HEAD /lourd', 'GET /lourd'])
  await new Promise((wake) => setTimeout(wake, 100))
  expect(sent).toBeLessThan(10_000_000)
})

test('what is gone, refused or broken is told apart', async () => {
  const { host, url } = await site((request, response) => response.writeHead(Number(request.url?.slice(1))).end())
  const problem = async (status: number) => (await visitLink(url(`/${status}`), manners([host]))).problem
  expect([await problem(404), await problem(410), await problem(403), await problem(500)]).toEqual([
    'missing',
    'missing',
    'refused',
    'failing',
  ])
})

test('redirects are followed within bounds, never to another protocol, and the home page is no answer', async () => {
  const { host, url, asked } = await site((request, response) => {
    const to: Record<string, string> = {
      '/ancien': '/nouveau',
      '/boucle': '/boucle',
      '/fichier': 'file:///etc/passwd',
      '/faux': 'http://[',
      '/perdu': '/',
      '/prive': 'http://127.0.0.2:9/secret',
      '/rebond': `http://localhost:${host.split(':')[1]}/secret`,
    }
    const location = to[request.url ?? '']
    response.writeHead(location ? 302 : 200, location ? { Location: location } : {}).end()
  })
  const visit = (path: string) => visitLink(url(path), manners([host]))
  expect(await visit('/ancien')).toMatchObject({ reachable: true, finalUrl: url('/nouveau') })
  expect(await visit('/')).toMatchObject({ reachable: true })
  expect(await visit('/perdu')).toMatchObject({ reachable: false, problem: 'lost' })
  expect(await visit('/fichier')).toMatchObject({ reachable: false, problem: 'forbidden' })
  expect(await visit('/faux')).toMatchObject({ reachable: false, problem: 'failing' })
  const before = asked().length
  expect(await visit('/boucle')).toMatchObject({ reachable: false, problem: 'lost' })
  expect(asked().length - before).toBe(4)
  expect(await visit('/prive')).toMatchObject({ reachable: false, problem: 'forbidden' })
  expect(await visit('/rebond')).toMatchObject({ reachable: false, problem: 'forbidden' })
  expect(asked().filter((line) => line.includes('secret'))).toEqual([])
})

test('« come back in a second » is obeyed; « in an hour » is for another day', async () => {
  const times: number[] = []
  const { host, url } = await site((request, response) => {
    times.push(performance.now())
    if (request.url === '/plus-tard') return response.writeHead(429, { 'Retry-After': '3600' }).end()
    response.writeHead(times.length === 1 ? 429 : 200, { 'Retry-After': '1' }).end()
  })
  expect(await visitLink(url('/bientot'), manners([host]))).toMatchObject({ reachable: true })
  expect(times[1]! - times[0]!).toBeGreaterThan(950)
  expect(await visitLink(url('/plus-tard'), manners([host]))).toMatchObject({ reachable: false, status: 429, problem: 'refused' })
  expect(times.length).toBe(3)
})

test('silence, nonsense and hanging up are no answer, and cost no more than the time allowed', async () => {
  const stalls = await site(() => {})
  const started = performance.now()
  expect(await visitLink(stalls.url('/'), manners([stalls.host]))).toMatchObject({ status: null, problem: 'silent' })
  expect(performance.now() - started).toBeLessThan(2_000)
  const nonsense = await listen(createSocketServer((socket) => socket.on('error', () => {}).end('n’importe quoi\r\n\r\n')))
  expect(await visitLink(`http://${nonsense}/`, manners([nonsense]))).toMatchObject({ problem: 'silent' })
  const hangsUp = await listen(createSocketServer((socket) => socket.destroy()))
  expect(await visitLink(`http://${hangsUp}/`, manners([hangsUp]))).toMatchObject({ problem: 'silent' })
})

test('private networks are never visited, by address or by name', async () => {
  const { url, requests } = await site((_request, response) => response.end())
  for (const address of [
    url('/'),
    'http://127.0.0.1/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://qui:mot@exemple.test/',
  ])
    expect(await visitLink(address, manners([])), address).toMatchObject({ reachable: false, problem: 'forbidden' })
  // A name of this machine, on the usual port: refused once resolved, before any connection.
  expect(await visitLink('http://localhost/', manners([]))).toMatchObject({ reachable: false, problem: 'forbidden' })
  const refusal = await new Promise((answer) => publicLookup('localhost', { all: true }, answer))
  expect(refusal).toBeInstanceOf(Error)
  expect(requests).toEqual([])
})

test('the edges of private ranges', () => {
  const closed = ['10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.1', '100.64.0.1', '224.0.0.1', '255.255.255.255']
  const closed6 = [
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
  ]
  expect([...closed, ...closed6, 'exemple.test', ''].filter(isPublicAddress)).toEqual([])
  const open = [
    '172.15.255.255',
    '172.32.0.0',
    '11.0.0.0',
    '192.167.255.255',
    '223.255.255.255',
    '2a01:cb00::1',
    '2001:4860::8888',
  ]
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([])
})

test('a site is asked one thing at a time, with a pause, and two sites at once at most', async () => {
  let open = 0
  let mostOpen = 0
  const times = new Map<string, number[]>()
  const slow: RequestListener = (request, response) => {
    mostOpen = Math.max(mostOpen, ++open)
    const host = request.headers.host ?? ''
    times.set(host, [...(times.get(host) ?? []), performance.now()])
    setTimeout(() => {
      open--
      response.end()
    }, 40)
  }
  const sites = [await site(slow), await site(slow), await site(slow)]
  const links = sites.flatMap(({ host, url }) => [1, 2, 3].map((n) => ({ id: `${host}/${n}`, url: url(`/${n}`) })))
  const platform = await platformForTest()
  const privateHosts = new Set(sites.map(({ host }) => host))
  expect(await checkLinks(platform, { links, manners: { privateHosts, pauseMs: 60 } })).toMatchObject({ visited: 9, reached: 9 })
  expect(mostOpen).toBe(2)
  expect(times.size).toBe(3)
  for (const [first, second, third] of times.values()) {
    expect(second! - first!).toBeGreaterThan(90)
    expect(third! - second!).toBeGreaterThan(90)
  }
})

async function platformForTest() {
  const platform = await testPlatform()
  onTestFinished(() => platform.database.close())
  return platform
}

test('what was found is kept, with the last time that the address was reached', async () => {
  let status = 200
  const { host, url } = await site((_request, response) => response.writeHead(status).end())
  const platform = await platformForTest()
  const options: CheckOptions = { links: [{ id: 'a', url: url('/a') }], manners: { privateHosts: new Set([host]), pauseMs: 0 } }
  await checkLinks(platform, options)
  const check = async () => (await latestChecks(platform.database)).get('a')
  expect(await check()).toEqual({ url: url('/a'), checkedAt: TODAY, reachable: true, problem: null, lastReachedAt: TODAY })

  status = 404
  const later = new Date('2026-12-01T02:17:00Z')
  platform.setNow(later)
  await checkLinks(platform, options)
  expect(await check()).toMatchObject({ checkedAt: later, reachable: false, problem: 'missing', lastReachedAt: TODAY })

  // Another address says nothing of when the former one was reached.
  await checkLinks(platform, { ...options, links: [{ id: 'a', url: url('/b') }] })
  expect(await check()).toMatchObject({ url: url('/b'), reachable: false, lastReachedAt: null })
})

test('a site that asks for quiet is left alone, and what was known of its links stays', async () => {
  const { host, url, asked } = await site((_request, response) => response.writeHead(429).end())
  const platform = await platformForTest()
  const links = ['a', 'b', 'c'].map((id) => ({ id, url: url(`/${id}`) }))
  const summary = await checkLinks(platform, { links, manners: { privateHosts: new Set([host]), pauseMs: 0 } })
  expect(summary).toEqual({ visited: 0, reached: 0, leftForLater: 3 })
  expect(asked()).toEqual(['HEAD /a'])
  expect((await latestChecks(platform.database)).size).toBe(0)
})

test('a silent site is not insisted on; when no site answers, our own line is in doubt and nothing is kept', async () => {
  const answers = await site((_request, response) => response.end())
  const stalls = await site(() => {})
  const platform = await platformForTest()
  const links = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, url: stalls.url(`/${id}`) }))
  const options = { manners: { privateHosts: new Set([answers.host, stalls.host]), pauseMs: 0, timeoutMs: 50 } }
  await expect(checkLinks(platform, { ...options, links })).rejects.toThrow('no site answered')
  expect((await latestChecks(platform.database)).size).toBe(0)

  const both = [...links, { id: 'z', url: answers.url('/z') }]
  expect(await checkLinks(platform, { ...options, links: both })).toEqual({ visited: 4, reached: 1, leftForLater: 2 })
  const checks = await latestChecks(platform.database)
  expect([...checks.keys()].sort()).toEqual(['a', 'b', 'c', 'z'])
  expect(checks.get('a')).toMatchObject({ reachable: false, problem: 'silent' })
})

test('a check that is stopped stops at once, and the next one goes on where it was', async () => {
  const stop = new AbortController()
  const { host, url, asked } = await site((request, response) => {
    if (request.url === '/b' && asked().length === 2) stop.abort(new Error('arrêt'))
    else response.end()
  })
  const platform = await platformForTest()
  const links = ['a', 'b', 'c'].map((id) => ({ id, url: url(`/${id}`) }))
  const options: CheckOptions = { links, manners: { privateHosts: new Set([host]), pauseMs: 0 }, visitedSince: TODAY }
  await expect(checkLinks(platform, { ...options, signal: stop.signal })).rejects.toThrow('arrêt')
  expect(await checkLinks(platform, options)).toMatchObject({ visited: 2 })
  expect(asked()).toEqual(['HEAD /a', 'HEAD /b', 'HEAD /b', 'HEAD /c'])
})

test('the job visits when it is time, not when the product starts', async () => {
  const { host, url, asked } = await site((_request, response) => response.end())
  const platform = await platformForTest()
  const jobs = resourcesJobs(platform, {
    links: [{ id: 'a', url: url('/a') }],
    manners: { privateHosts: new Set([host]), pauseMs: 0 },
  })
  const worker = await startWorker(platform.database, jobs, platform.log)
  await new Promise((wake) => setTimeout(wake, 500))
  const waiting = await platform.database.rows('select * from graphile_worker.jobs')
  expect([waiting, asked()]).toEqual([[], []])

  await platform.database.run(`select graphile_worker.add_job('check-links')`)
  for (let tries = 0; tries < 100 && (await latestChecks(platform.database)).size === 0; tries++)
    await new Promise((wake) => setTimeout(wake, 50))
  await worker.stop()
  expect(asked()).toEqual(['HEAD /a'])
})
