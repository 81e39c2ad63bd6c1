// Every page that a visitor, or one person, can reach by following the site's own links.

type Get = (path: string) => Response | Promise<Response>

export type Crawl = {
  /** HTML of each page found, by address. */
  pages: Map<string, string>
  /** Links that lead nowhere, with the page that holds them. */
  broken: string[]
}

const isIdentifier = (segment: string) => /\d/.test(segment) || segment.length > 24
const parts = (path: string) => {
  const [pathname = '', query] = path.split('?')
  return { segments: pathname.split('/').slice(1), end: query === undefined ? '' : '?' }
}

/** One address stands for its likes: `/mesures/…` for the pages of a catalogue, and each setting of a form for the others. */
export function familyOf(path: string): string {
  const { segments, end } = parts(path)
  return `/${segments.map((segment, at) => (at === 1 || (at > 1 && isIdentifier(segment)) ? '…' : segment)).join('/')}${end}`
}

/** Finer: only what identifies a thing is left out, so that `/cantines/…/equipe` and `/cantines/ajouter` are two kinds of pages. */
export function kindOf(path: string): string {
  const { segments, end } = parts(path)
  return `/${segments.map((segment) => (isIdentifier(segment) ? '…' : segment)).join('/')}${end}`
}

/** Most pages visited of one family, and of one kind. */
export type Most = { family: number; kind: number }

/** What a page says, without the frame that names who is signed in. */
export const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html

/**
 * Follows links from `first`. An answer must be a page (200), or the status that `expected` tells.
 * Pages of `elsewhere` that say the same here are not looked at again, nor are their links; those of `skip` are not even asked for.
 */
export async function crawl(get: Get, { first, most, expected = {}, elsewhere, skip }: Options): Promise<Crawl> {
  const pages = new Map<string, string>()
  const broken: string[] = []
  const seen = new Set(first)
  const waiting = first.map((path) => ({ path, from: 'le début' }))
  const counts = new Map<string, number>()
  const another = (name: string) => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts.get(name) ?? 0
  }
  const follow = (address: string, from: string) => {
    const path = address.replaceAll('&amp;', '&').replace(/#.*$/, '')
    if (!/^\/(?!\/)/.test(path) || seen.has(path) || skip?.has(path)) return
    seen.add(path)
    if (another(`kind ${kindOf(path)}`) > most.kind || another(`family ${familyOf(path)}`) > most.family) return
    waiting.push({ path, from })
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    const answer = await get(path)
    if (answer.status >= 300 && answer.status < 400) {
      follow(answer.headers.get('location') ?? '', path)
      continue
    }
    if (answer.status !== (expected[path] ?? 200)) broken.push(`${path} (lien de ${from}) : ${answer.status}`)
    if (!answer.headers.get('content-type')?.includes('text/html')) continue
    const html = await answer.text()
    const known = elsewhere?.get(path)
    if (known !== undefined && mainOf(known) === mainOf(html) && !first.includes(path)) continue
    pages.set(path, html)
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]+)"/g)) follow(href, path)
  }
  return { pages, broken }
}

type Options = {
  first: readonly string[]
  most: Most
  expected?: Readonly<Record<string, number>>
  elsewhere?: ReadonlyMap<string, string>
  skip?: ReadonlySet<string>
}
