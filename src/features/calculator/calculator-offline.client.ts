// The service worker of the calculator: keeps its pages and their files, asks the network first, and answers without it.

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
/** The part of a worker's global scope that we use; the address of the kit is written by the server before this script. */
type Scope = {
  kit: { cache: string; pages: readonly string[]; files: readonly string[] }
  location: Location
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void
}

const worker = self as unknown as Scope
const { kit } = worker
/** How long a slow network may keep someone waiting for a page that is here already. */
const PATIENCE_MS = 4000

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kit.cache)
      // Without credentials: a kept page names no one.
      .then((cache) => cache.addAll([...kit.pages, ...kit.files].map((path) => new Request(path, { credentials: 'omit' }))))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event) => {
  const outdated = (name: string) => name.startsWith('calculette-') && name !== kit.cache
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate' && url.pathname === '/calculette') event.respondWith(page(event, url))
  else if (url.pathname.startsWith('/assets/') || kit.files.includes(url.pathname)) event.respondWith(file(request))
})

async function page(event: Asked, url: URL): Promise<Response> {
  const fresh = fetch(event.request).then(async (answer) => {
    // An address that says more (a commune, a year) is someone's own, and so is a page that names who is signed in: not kept.
    const shared = !answer.headers.get('cache-control')?.includes('no-store')
    if (answer.ok && shared && kit.pages.includes(url.pathname + url.search)) await keep(url.href, answer.clone())
    return answer
  })
  event.waitUntil(fresh.catch(() => undefined))
  const sameMode = `${url.pathname}?saisie=${url.searchParams.get('saisie')}`
  const cache = await caches.open(kit.cache)
  const kept = await cache.match(kit.pages.includes(sameMode) ? sameMode : url.pathname)
  if (!kept) return fresh
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  return Promise.race([fresh.then((answer) => (answer.status >= 500 ? kept : answer)).catch(() => kept), late])
}

/** Files carry a hash of their content in their name: the one that is kept is the right one. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await keep(request.url, answer.clone())
  return answer
}

const keep = (address: string, answer: Response) => caches.open(kit.cache).then((cache) => cache.put(address, answer))

// A script of its own, whose names stay here.
export {}
